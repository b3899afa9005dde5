namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>A patient of a hospital that is gone through by hand.</summary>
internal sealed class HandPatient(int comes, IReadOnlyList<HandStage> stages)
{
    public const int Never = -1;

    public int Comes { get; } = comes;

    public IReadOnlyList<HandStage> Stages { get; } = stages;

    /// <summary>Which stage, or -1: has not come yet.</summary>
    public int At { get; set; } = -1;

    public HandStage Stage => Stages[Math.Clamp(At, 0, Stages.Count - 1)];

    public bool IsWaiting { get; set; }

    /// <summary>When the stage was entered [s].</summary>
    public int Since { get; set; } = Never;

    public int Rank { get; set; }

    public int EndsAt { get; set; } = Never;

    public (int Pool, int Amount) Holds { get; set; } = (-1, 0);

    /// <summary>When the place of each stage was taken [s].</summary>
    public List<int> Taken { get; } = [];

    public int GaveUp { get; set; } = Never;

    public int Left { get; set; } = Never;
}

/// <summary>A stage of such a patient, who alone comes to it.</summary>
/// <param name="Pool">Index of its pool.</param>
/// <param name="Amount">Units that are asked for.</param>
/// <param name="Length">How long it takes [s].</param>
/// <param name="Rank">Priority, 1 first.</param>
/// <param name="RisesAfter">After how long a wait it becomes 1 [s].</param>
/// <param name="Patience">After how long a wait the patient gives up [s].</param>
/// <param name="Queue">With how many before him or her the patient does not begin to wait.</param>
internal sealed record HandStage(int Pool, int Amount, int Length, int Rank, int RisesAfter, int Patience, int Queue);
