using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Dots;

/// <summary>The axis of one or more groups of a dot plot.</summary>
internal sealed record DotAxis(Ticks Ticks, LinearScale Scale)
{
    private const double RoomForTick = 44;

    public static DotAxis Of(DotPlot plot, IReadOnlyList<DotGroup> groups, DotLayout layout)
    {
        var values = groups.SelectMany(group => group.Rows.SelectMany(row => row.Points.SelectMany(point => point.Values))
            .Concat(group.References.Select(reference => reference.Value)).Append(group.Guide)).Where(double.IsFinite).ToList();
        if (plot.Signed || plot.Bars || values.Count == 0)
        {
            values.Add(0);
        }

        var width = layout.PlotRight - layout.PlotLeft;
        var ticks = Ticks.Around(values.Min(), values.Max(), Math.Clamp((int)(width / RoomForTick), 2, 6));
        return new DotAxis(ticks, new LinearScale(ticks.First, ticks.Last, layout.PlotLeft, layout.PlotRight));
    }
}
