using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Experiments;

/// <summary>One run of a draw of what is not known: a member of the calibrated set with amounts of the scenarios' own ranges.</summary>
public sealed class OuterDraw
{
    /// <summary>Its number, which its random numbers are keyed by like those of a replication [from 1].</summary>
    public required int Number { get; init; }

    /// <summary>The draw; runs of one draw have the same inputs and other random numbers [from 1].</summary>
    public required int Draw { get; init; }

    /// <summary>Which run of the draw [from 1].</summary>
    public int Replication { get; init; } = 1;

    /// <summary>What was drawn, as <c>draws.csv</c> says it.</summary>
    public required IReadOnlyList<DrawnInput> Inputs { get; init; }

    /// <summary>Where the baseline's inputs are put; none: everything in the baseline is as described.</summary>
    internal IReadOnlyList<InputValue> Values { get; init; } = [];

    /// <summary>Where these values stand, for problems.</summary>
    internal SourceLocation Where { get; init; } = new("", 0, 0);

    internal IReadOnlyList<(ScenarioInput Input, string Amount)> Amounts { get; init; } = [];
}

/// <summary>What a draw gave.</summary>
public sealed class DrawResult
{
    public required OuterDraw Draw { get; init; }

    /// <summary>Why it gave nothing; empty: it gave something.</summary>
    public string LeftOut { get; init; } = "";

    /// <summary>The reported period, scenario by scenario in plan order; empty where it was left out.</summary>
    internal IReadOnlyList<ReplicationResult?> Reported { get; init; } = [];

    internal ReplicationResult? SpinUp { get; init; }
}
