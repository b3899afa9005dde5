namespace FlowSim.Scenarios.Experiments;

/// <summary>A headline measure in a draw, the file <c>draw-results.csv</c>.</summary>
public sealed record DrawnValue
{
    /// <summary>Number of the draw [from 1]; those of one number had the same patients with the same random numbers.</summary>
    public required int Draw { get; init; }

    public required string Scenario { get; init; }

    public required ResultKey Key { get; init; }

    public required string Unit { get; init; }

    /// <summary>NaN where undefined.</summary>
    public required double Value { get; init; }
}
