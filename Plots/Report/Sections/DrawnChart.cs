using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Report.Sections;

/// <summary>A drawing on the page.</summary>
/// <param name="Scenario">The scenario it is about, or null where it is about all.</param>
internal sealed record ChartFigure(Drawing Drawing, string? Scenario);

/// <summary>A kind of chart with its drawings.</summary>
internal sealed record DrawnChart(Chart Chart, IReadOnlyList<ChartFigure> Figures)
{
    public static DrawnChart Of(Chart chart, ReportData data)
    {
        var request = new ChartRequest { Results = data.Results };
        var whole = chart.Draw(request).All;
        var scenarios = data.Results.Run.Scenarios;
        var drawn = scenarios.SelectMany(scenario => chart.Draw(request with { Scenario = scenario }).All.Select(drawing => (Scenario: scenario, Drawing: drawing)))
            .GroupBy(pair => pair.Drawing.Name).ToList();
        var own = drawn.Where(same => same.Count() == 1 || scenarios.Count == 1).Select(same => new ChartFigure(same.First().Drawing, same.First().Scenario)).ToList();
        var ownNames = own.Select(figure => figure.Drawing.Name).ToHashSet(StringComparer.Ordinal);
        return new DrawnChart(chart, [.. whole.Where(drawing => !ownNames.Contains(drawing.Name)).Select(drawing => new ChartFigure(drawing, null)), .. own]);
    }
}
