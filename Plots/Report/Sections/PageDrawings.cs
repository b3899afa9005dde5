using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Report.Sections;

/// <summary>What the drawings of a page have in common: how things look, and a place for their numbers.</summary>
internal sealed class PageDrawings
{
    public SharedLooks Looks { get; } = new();

    public ChartNumbers Numbers { get; } = new();
}
