using FlowSim.Simulator.Rooms;

namespace FlowSim.Tests.Kernel.ByHand;

internal enum HandPhase
{
    Away,
    WaitsForPlace,
    WaitsForStaff,
    IsServed,
}

/// <summary>A patient of a hospital that is gone through by hand.</summary>
internal sealed class HandPatient(int comes, IReadOnlyList<HandStage> stages)
{
    public int Comes { get; } = comes;

    public IReadOnlyList<HandStage> Stages { get; } = stages;

    /// <summary>Which stage, or -1: has not come yet.</summary>
    public int At { get; set; } = -1;

    public HandStage Stage => Stages[Math.Clamp(At, 0, Stages.Count - 1)];

    public HandPhase Phase { get; set; }

    public bool Waits => Phase is HandPhase.WaitsForPlace or HandPhase.WaitsForStaff;

    public int Entered { get; set; }

    public int Taken { get; set; }

    public int Rank { get; set; }

    public int EndsAt { get; set; } = HandStage.Never;

    public int StaffFreeAt { get; set; } = HandStage.Never;

    public HandChoice? Holds { get; set; }

    public HandChoice? Staff { get; set; }

    /// <summary>The queue has not been looked at since this wait began.</summary>
    public bool HasJustBegun { get; set; }

    /// <summary>All that became of the patient: what, in which stage, and when [s].</summary>
    public List<(TraceStep Step, int Stage, int Time)> Journey { get; } = [];

    /// <summary>When an alternative of the present wait opens [s].</summary>
    public int Opens(HandChoice choice) => choice.After == 0 ? HandStage.Never : WaitsSince + choice.After;

    /// <summary>When the wait for the place or for staff began [s].</summary>
    public int WaitsSince => Phase == HandPhase.WaitsForPlace ? Entered : Taken;

    public IReadOnlyList<HandChoice> Choices => Phase switch
    {
        HandPhase.WaitsForPlace => Stage.Place,
        HandPhase.WaitsForStaff => Stage.Staff,
        _ => [],
    };
}

/// <summary>A request in the list of a pool.</summary>
internal sealed class HandRequest
{
    public required HandPatient Patient { get; init; }

    public required HandChoice Choice { get; init; }

    /// <summary>Place of the choice among the alternatives.</summary>
    public required int Index { get; init; }

    public required bool IsToMoveBack { get; init; }

    public required bool MovesByDayOnly { get; init; }

    public required int Rank { get; set; }

    public required int Joined { get; init; }

    public required int Order { get; init; }
}
