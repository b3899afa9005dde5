using FlowSim.Plots.Charts;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Tests.Plots.Charts;

namespace FlowSim.Tests.Plots.Drawings;

/// <summary>Drawings of the charts from made-up results.</summary>
internal static class DrawnChart
{
    public static IEnumerable<string> Ids => ChartList.Of(AwkwardResults.Get("ordinary")).Select(chart => chart.Id);

    public static IReadOnlyList<Drawing> Of(string chart, string results, double width) =>
        ChartList.Find(chart, AwkwardResults.Get(results))!.Draw(new ChartRequest { Results = AwkwardResults.Get(results), WidthMillimetres = width }).All;
}
