using FlowSim.Plots.Words;

namespace FlowSim.Plots.Explore;

/// <summary>What to explore.</summary>
public sealed record ExploreChoice
{
    /// <summary>Ids of measures; empty: those of the headline that have a standard, else its first three.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>Ids of scenarios; empty: the baseline by itself, and all scenarios against it.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    /// <summary>Such as <c>north</c>.</summary>
    public string Place { get; init; } = PlaceName.System;

    /// <summary>Such as <c>2018/19</c>; null: the last year if it is whole, else all measured time.</summary>
    public string? Period { get; init; }
}
