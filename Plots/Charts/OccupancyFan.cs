using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Charts;

/// <summary>Occupied beds by day and site as a fan: mean, band across replications, open beds and 92 % of them. One drawing a scenario.</summary>
internal static class OccupancyFan
{
    /// <summary>The occupancy that national guidance for winter asks hospitals not to pass.</summary>
    public const double GuidedRate = 0.92;

    private const string Id = "occupancy-fan";
    private const int PanelsOnPage = 6;
    private const double PanelHeight = 78;
    private const double PanelGap = 8;
    private const double PanelTitle = 13;
    private const double DayLabels = 15;

    public static Chart Chart { get; } = new(Id, "Occupied beds by day", "occupied beds by day and site: mean, band across replications, open beds and 92 % of them", Draw) { Takes = Narrowing.Scenario | Narrowing.Site };

    private static ChartDrawings Draw(ChartRequest request) =>
        ChartDrawings.Of([.. request.Scenarios.SelectMany(scenario => Draw(request, scenario))], "there is no daily series of occupied_beds (a system declares it under 'timelines')");

    private static IEnumerable<Drawing> Draw(ChartRequest request, string scenario)
    {
        var pages = FanPanel.Of(scenario, request.Place, request.Results).Chunk(PanelsOnPage).ToList();
        for (var page = 0; page < pages.Count; page++)
        {
            var name = FileStem.Page(FileStem.Of(Id, scenario, request.Place ?? ""), page);
            yield return Page(request, scenario, name, pages[page], pages.Count > 1 ? FormattableString.Invariant($". Part {page + 1} of {pages.Count}.") : "");
        }
    }

    private static Drawing Page(ChartRequest request, string scenario, string name, IReadOnlyList<FanPanel> panels, string part)
    {
        var replications = request.ReplicationsOf(scenario);
        var sheet = new Sheet(request, name, $"Occupied beds by day: {ScenarioName.Of(request.Results, scenario)}", request.Results.System.Title + part);
        FanKey.Draw(sheet, replications, panels.Any(panel => panel.Open.Count > 0));
        foreach (var panel in panels)
        {
            var top = sheet.Take(PanelTitle + PanelHeight + PanelGap) + PanelTitle;
            var last = ReferenceEquals(panel, panels[^1]);
            new FanPanelDrawing(sheet, panel, top, top + PanelHeight).Draw(request.Results.Run.HasDates, last);
        }

        sheet.Take(DayLabels);
        return sheet.Finish(FanText.Describe(panels, replications), $"{Replications.Band(replications)} Beds occupied at midnight; the numbers at the right are means over the days shown.{Weekly(sheet, panels)} The axes do not begin at 0.", scenario);
    }

    private static string Weekly(Sheet sheet, IReadOnlyList<FanPanel> panels) =>
        panels.Any(panel => FanPanelDrawing.DaysAPoint(panel.Occupied.Count, FanPanelDrawing.WidthOf(sheet)) > 1) ? " Averaged over weeks, since days would stand too close together." : "";
}
