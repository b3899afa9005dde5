using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Explore;

/// <summary>What a measure came to in each replication of one scenario, with the words for it.</summary>
public sealed record ExploredMeasure
{
    /// <summary>Id of the scenario.</summary>
    public required string Scenario { get; init; }

    public required string ScenarioName { get; init; }

    /// <summary>What the values are about.</summary>
    public required ResultKey Key { get; init; }

    /// <summary>Measure, place and group in words.</summary>
    public required string Name { get; init; }

    public required string Unit { get; init; }

    /// <summary>Replications in which the measure is defined, by their number.</summary>
    public required IReadOnlyList<ReplicationValue> Values { get; init; }

    /// <summary>Baseline or scenario, and the period, in words.</summary>
    internal string Subtitle => $"{ScenarioName}, {PeriodName.Of(Key.Period)}";

    internal double[] Numbers => [.. Values.Select(value => value.Value)];

    /// <summary>The values of two in the replications in which both are defined: those of one number see the same patients.</summary>
    internal static (double[] First, double[] Second) Paired(ExploredMeasure first, ExploredMeasure second)
    {
        var pairs = first.Values.Join(second.Values, value => value.Replication, value => value.Replication, (one, other) => (one.Value, other.Value)).ToList();
        return ([.. pairs.Select(pair => pair.Item1)], [.. pairs.Select(pair => pair.Item2)]);
    }

    /// <summary>What this one has more than another, paired by replication.</summary>
    internal double[] Minus(ExploredMeasure baseline)
    {
        var (own, others) = Paired(this, baseline);
        return [.. own.Zip(others, (one, other) => one - other)];
    }
}
