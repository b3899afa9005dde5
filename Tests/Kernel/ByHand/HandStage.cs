namespace FlowSim.Tests.Kernel.ByHand;

/// <summary>What may be asked for: an alternative of one pool.</summary>
/// <param name="Pool">Index of the pool.</param>
/// <param name="Amount">How much of it [units].</param>
/// <param name="After">After how long a wait; 0: from its beginning [s].</param>
internal sealed record HandChoice(int Pool, int Amount, int After);

/// <summary>A stage of a patient who alone comes to it.</summary>
internal sealed record HandStage
{
    /// <summary>More than any run lasts [s], or than anybody is in a list.</summary>
    public const int Never = 1_000_000_000;

    public required IReadOnlyList<HandChoice> Place { get; init; }

    /// <summary>Empty: needs none.</summary>
    public required IReadOnlyList<HandChoice> Staff { get; init; }

    /// <summary>After how much of the stage's time staff come free [s].</summary>
    public required int StaffFor { get; init; }

    /// <summary>How long it takes [s].</summary>
    public required int Length { get; init; }

    /// <summary>Priority, 1 first.</summary>
    public required int Rank { get; init; }

    /// <summary>After how long a wait the priority becomes 1 [s].</summary>
    public required int RisesAfter { get; init; }

    /// <summary>After how long a wait the patient gives up [s].</summary>
    public required int Patience { get; init; }

    /// <summary>With how many before him or her the patient goes at once.</summary>
    public required int Queue { get; init; }

    /// <summary>Priority of the request to move back; 0: none is put.</summary>
    public required int MovesBack { get; init; }

    public required bool MovesByDayOnly { get; init; }
}
