using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Description;

/// <summary>Interchangeable capacity with one waiting list, as written.</summary>
internal sealed record PoolDescription
{
    public required Written Name { get; init; }

    /// <summary>What a reader sees in place of its name; empty: the name read as words.</summary>
    public string Title { get; init; } = "";

    /// <summary>Dimension with one pool for each instance, or null.</summary>
    public Written? Each { get; init; }

    public required PoolKind Kind { get; init; }

    public Written? Group { get; init; }

    public OwnerDescription? Owner { get; init; }

    public required CapacityDescription Capacity { get; init; }

    public TimeDescription? Turnaround { get; init; }

    /// <summary>Calendar in which requests are served, or null: always.</summary>
    public Written? Takes { get; init; }

    /// <summary>When slots come back, or null.</summary>
    public Written? Renewed { get; init; }

    /// <summary>True: those already waiting at closing time are still served.</summary>
    public bool EmptyAtClose { get; init; }

    public IReadOnlyList<SurgeDescription> Surges { get; init; } = [];

    /// <summary>The pool as it is at single instances, where a scenario changed it there only.</summary>
    public IReadOnlyDictionary<string, PoolDescription> Overrides { get; init; } = new Dictionary<string, PoolDescription>();

    /// <summary>The description that holds at an instance.</summary>
    public PoolDescription At(string instance) => Overrides.GetValueOrDefault(instance, this);
}

/// <summary>How much there is, over time. Exactly one of the forms is used.</summary>
internal sealed record CapacityDescription
{
    /// <summary>A number, <c>unlimited</c>, <c>3 per day</c>, or a table.</summary>
    public AmountDescription? Amount { get; init; }

    /// <summary>Name of a roster.</summary>
    public Written? Roster { get; init; }

    /// <summary>Calendar of dates on which the roster's rows for holidays apply; null: <c>bank-holidays</c> if there is one.</summary>
    public Written? Holidays { get; init; }

    /// <summary>Calendar with the capacity inside and outside its hours.</summary>
    public Written? Calendar { get; init; }

    public AmountDescription? Inside { get; init; }

    public AmountDescription? Outside { get; init; }
}

/// <summary>Capacity that opens on a trigger and closes again.</summary>
internal sealed record SurgeDescription
{
    public required AmountDescription Adds { get; init; }

    public required Written Opens { get; init; }

    public required Written Closes { get; init; }

    /// <summary>When the conditions are looked at.</summary>
    public required Written Checked { get; init; }

    /// <summary>From the decision to open until it is open; null: at once.</summary>
    public Written? After { get; init; }

    /// <summary>Once open, open for at least this long; null: no least time.</summary>
    public Written? AtLeast { get; init; }
}
