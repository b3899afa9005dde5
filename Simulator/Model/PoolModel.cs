using FlowSim.Simulator.Rooms;

namespace FlowSim.Simulator.Model;

/// <summary>What a pool consists of.</summary>
public enum PoolKind : byte
{
    Beds,
    Spaces,
    Crews,
    Staff,
    Caseload,

    /// <summary>Used up when taken; they come back when renewed.</summary>
    Slots,
}

/// <summary>Interchangeable capacity with one waiting list.</summary>
public sealed class PoolModel
{
    /// <summary>Name with its instance: <c>ward-bed@north</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name as written.</summary>
    public required string Template { get; init; }

    public int EachDimension { get; init; } = -1;

    /// <summary>Instance index within the dimension, or -1.</summary>
    public int Instance { get; init; } = -1;

    public required PoolKind Kind { get; init; }

    /// <summary>Name of the group, such as <c>acute</c>, or null.</summary>
    public string? Group { get; init; }

    /// <summary>The partner whose resource it is, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Never short.</summary>
    public bool Unlimited { get; init; }

    /// <summary>Rostered capacity over time [units]; for slots the number at each renewal.</summary>
    public required Timetable Capacity { get; init; }

    /// <summary>Slots only: when they are renewed.</summary>
    public Gate? Renewed { get; init; }

    /// <summary>A unit let go is out of use for this long (open, not occupied); null: not at all.</summary>
    public TimeRule? Turnaround { get; init; }

    /// <summary>Requests are served only while this is open; null: always.</summary>
    public Timetable? Takes { get; init; }

    /// <summary>When the roster falls to 0, those already waiting are still served.</summary>
    public bool EmptyAtClose { get; init; }

    public SurgeModel[] Surges { get; init; } = [];
}

/// <summary>Capacity that opens on a trigger and closes again.</summary>
public sealed class SurgeModel
{
    /// <summary>Units that open [units].</summary>
    public required int Adds { get; init; }

    public required Expression Opens { get; init; }

    public required Expression Closes { get; init; }

    /// <summary>When the conditions are looked at.</summary>
    public required Gate Checked { get; init; }

    /// <summary>From the decision to open until it is open [s].</summary>
    public required int After { get; init; }

    /// <summary>Once open, open for at least this long [s].</summary>
    public required int AtLeast { get; init; }
}
