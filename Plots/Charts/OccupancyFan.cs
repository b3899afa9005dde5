using FlowSim.Plots.Report.Answers;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Charts;

/// <summary>
/// Occupied beds by day and site as a fan: mean, band across replications, open beds and the share of them not to be passed. One drawing a scenario.
/// </summary>
internal static class OccupancyFan
{
    private const string Id = "occupancy-fan";
    private const int PanelsOnPage = 6;
    private const int MostNamed = 3;
    private const double PanelHeight = 78;
    private const double PanelGap = 8;
    private const double PanelTitle = 13;
    private const double DayLabels = 15;

    public static Chart Chart { get; } = new(Id, "Occupied beds by day",
        "occupied beds by day and site: mean, band across replications, open beds and the share of them not to be passed (--measure names another daily series of beds)", Draw)
    {
        Takes = Narrowing.Scenario | Narrowing.Site | Narrowing.Measure,
        IsDrawnByRun = true,
    };

    private static ChartDrawings Draw(ChartRequest request) =>
        SeriesOf(request) is { } series
            ? ChartDrawings.Of([.. request.OnesDrawn.SelectMany(scenario => Draw(request, series, scenario))],
                $"{series} has no values{(request.Place is { } place ? $" at {place}" : "")}")
            : ChartDrawings.Nothing(
                $"there is no daily series of beds in use{(request.Measure is { } id ? $" called {id}" : "")} (a system declares it under 'timelines')");

    /// <summary>
    /// The daily series of beds in use that is asked for, or the first of the system; of a system that is not known the first in the file. Null where
    /// there is none.
    /// </summary>
    private static string? SeriesOf(ChartRequest request)
    {
        var (results, system) = (request.Results, request.Results.System);
        var daily = results.Timelines.Where(series => !series.HoursOfWeek).Select(series => series.Measure).Distinct();
        var ofBeds = system.Timelines.Count == 0
            ? daily
            : system.Timelines.Where(series => !series.Rate && !series.HoursOfWeek && OpenBeds.AreOfBeds(system, series)).Select(series => series.Id)
                .Intersect(daily);
        return ofBeds.FirstOrDefault(series => request.Measure is null || series == request.Measure);
    }

    private static IEnumerable<Drawing> Draw(ChartRequest request, string series, string scenario)
    {
        var pages = FanPanel.Of(scenario, request.Place, series, request.Results).Chunk(PanelsOnPage).ToList();
        for (var page = 0; page < pages.Count; page++)
        {
            var name = FileStem.Page(FileStem.Of(Id, request.Measure ?? "", scenario, request.Place ?? ""), page);
            yield return Page(request, series, scenario, name, pages[page], pages.Count > 1
                ? FormattableString.Invariant($". Part {page + 1} of {pages.Count}.")
                : "");
        }
    }

    private static Drawing Page(ChartRequest request, string series, string scenario, string name, FanPanel[] panels, string part)
    {
        var replications = request.ReplicationsOf(scenario);
        var isShare = panels[0].IsShare;
        var sheet = new Sheet(request, name,
            $"{request.Names.Measure(series)}{(isShare ? " as a share of open beds" : "")} by day: {ScenarioName.Of(request.Results, scenario)}",
            request.Results.System.Title + part, Finding(request, scenario, series));
        FanKey.Draw(sheet, replications, panels);
        var axes = new List<ValueAxis>();
        foreach (var panel in panels)
        {
            var top = sheet.Take(PanelTitle + PanelHeight + PanelGap) + PanelTitle;
            var last = ReferenceEquals(panel, panels[^1]);
            var drawing = new FanPanelDrawing(sheet, panel, top, top + PanelHeight);
            drawing.Draw(request.Results.Run.HasDates, last);
            axes.Add(drawing.Axis);
        }

        sheet.Take(DayLabels);
        return sheet.Finish(FanText.Describe(panels, replications),
            $"{Replications.Band(replications)} {(isShare ? "Beds occupied at midnight, of those open in the same replication" : "Beds occupied at midnight")}; the numbers at the right are means over the days shown.{Weekly(sheet, panels)}{ValueAxis.Note(axes)}", scenario);
    }

    /// <summary>At which places more beds are in use, on average, than should be: those of which the whole band lies on one side are told.</summary>
    private static string? Finding(ChartRequest request, string scenario, string series)
    {
        var panels = FanPanel.Of(scenario, request.Place, series, request.Results);
        if (request.ReplicationsOf(scenario) < 2 || panels[0].Limit is not { } limit)
        {
            return null;
        }

        var above = panels.Where(panel => panel.ShareOf(point => point.P05) > limit.Value).Select(panel => request.Names.Place(panel.Place)).ToList();
        var below = panels.Count(panel => panel.ShareOf(point => point.P95) <= limit.Value);
        var where = above.Count > MostNamed ? FormattableString.Invariant($"{above.Count} of {panels.Count} places") : Clauses.List(above);
        return above.Count > 0 ? Told($"more than {NumberText.Exact(limit.Value)} % of open beds are in use at {where}")
            : below == panels.Count ? Told($"no more than {NumberText.Exact(limit.Value)} % of open beds are in use at any place")
            : null;

        string Told(string clause) => new ChartFinding(request).Scenario(scenario, clause);
    }

    private static string Weekly(Sheet sheet, IReadOnlyList<FanPanel> panels) =>
        panels.Any(panel => FanPanelDrawing.DaysAPoint(panel.Occupied.Count, FanPanelDrawing.WidthOf(sheet)) > 1)
            ? " Averaged over weeks, since days would stand too close together."
            : "";
}
