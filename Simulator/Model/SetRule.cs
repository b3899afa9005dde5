using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.Model;

/// <summary>How an attribute gets its value.</summary>
public enum SetKind : byte
{
    /// <summary>One of the values of an <see cref="OutcomeSet"/>.</summary>
    Drawn,

    /// <summary>The value of another attribute.</summary>
    Copied,

    /// <summary>The old value plus a number.</summary>
    Added,

    /// <summary>A duration [s].</summary>
    Duration,
}

/// <summary>An attribute that is set: on arrival (streams) or on entry (stages).</summary>
public sealed class SetRule
{
    public required int Attribute { get; init; }

    /// <summary>Keys the draw: the owner's key (of a stage; 0 on arrival, 1 for the initial census) and the hash of the attribute's name, combined.</summary>
    public required uint KeyHash { get; init; }

    /// <summary>The first branch whose condition holds is made; none: the value stays.</summary>
    public required SetBranch[] Branches
    {
        get;
        init
        {
            field = value;
            DrawnFrom = value is [{ If: null, Kind: SetKind.Drawn, Lookup.OnlyCell: >= 0 and var cell } only, ..] && !only.Outcomes[cell].IsSingle
                ? only.Outcomes[cell].Steps
                : null;
        }
    }

    /// <summary>What is always chosen from, without a condition or a table; null: it is not as simple.</summary>
    internal OutcomeStep[]? DrawnFrom { get; private init; }
}

/// <summary>One way to set an attribute.</summary>
public sealed class SetBranch
{
    public Expression? If { get; init; }

    public required SetKind Kind { get; init; }

    /// <summary>For <see cref="SetKind.Drawn"/>: cells index <see cref="Outcomes"/>.</summary>
    public Lookup Lookup { get; init; } = Lookup.Single;

    public OutcomeSet[] Outcomes { get; init; } = [];

    /// <summary>For <see cref="SetKind.Copied"/>: the attribute copied, and its values in terms of the target's (null: the same numbers).</summary>
    public int From { get; init; } = -1;

    public int[]? ValueMap { get; init; }

    /// <summary>For <see cref="SetKind.Added"/>.</summary>
    public int Amount { get; init; }

    /// <summary>For <see cref="SetKind.Duration"/>.</summary>
    public TimeRule? Time { get; init; }
}
