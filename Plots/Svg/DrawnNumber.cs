namespace FlowSim.Plots.Svg;

/// <summary>A number that a drawing shows: what it is, and where it stands.</summary>
/// <param name="Panel">The part of the drawing; empty where there is one.</param>
/// <param name="Series">What is told apart by its look.</param>
/// <param name="At">Where along the series: a scenario, a day, a number of beds.</param>
/// <param name="Value">In the unit; NaN where it is not defined.</param>
/// <param name="Lower">Lower end of its interval or band; NaN without one.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Unit">As at the axis.</param>
public sealed record DrawnNumber(string Panel, string Series, string At, double Value, double Lower, double Upper, string Unit)
{
    /// <summary>From the left [pt].</summary>
    public double X { get; init; }

    /// <summary>From the top [pt].</summary>
    public double Y { get; init; }
}
