namespace FlowSim.Plots.Charts;

/// <summary>By what a chart may be narrowed: parts of a <see cref="ChartRequest"/>.</summary>
[Flags]
public enum Narrowing
{
    None = 0,

    /// <summary><see cref="ChartRequest.Scenario"/>.</summary>
    Scenario = 1,

    /// <summary><see cref="ChartRequest.Place"/>.</summary>
    Site = 2,

    /// <summary><see cref="ChartRequest.Measure"/>.</summary>
    Measure = 4,

    /// <summary><see cref="ChartRequest.Period"/>.</summary>
    Period = 8,
}
