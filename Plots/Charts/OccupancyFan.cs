using FlowSim.Plots.Answers;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

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

    private static string When(ChartRequest request, string series) =>
        request.Results.System.Timelines.FirstOrDefault(facts => facts.Id == series && !facts.HoursOfWeek)?.At ?? "midnight";

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
            request.Results.System.Title + part, Finding(request, scenario, panels));
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
            $"{Replications.Band(replications)} Beds occupied at {When(request, series)}{(isShare ? ", of those open in the same replication" : "")}; the numbers at the right are means over the days shown.{Weekly(sheet, panels)}{ValueAxis.Note(axes)}", scenario);
    }

    /// <summary>
    /// At which places of a drawing more beds are in use, on average, than should be: all of them, where the mean of each is above; else those of which the
    /// whole band lies on one side.
    /// </summary>
    private static string? Finding(ChartRequest request, string scenario, FanPanel[] panels)
    {
        if (request.ReplicationsOf(scenario) < 2 || panels[0].Limit is not { } limit)
        {
            return null;
        }

        var above = panels.Where(panel => panel.ShareOf(point => point.P05) > limit.Value).Select(panel => request.Names.Place(panel.Place)).ToList();
        var areAll = above.Count > 0 && panels.Length > 1 && panels.All(panel => panel.ShareOf(point => point.Mean) > limit.Value);
        var below = panels.Count(panel => panel.ShareOf(point => point.P95) <= limit.Value);
        var where = above.Count > MostNamed ? FormattableString.Invariant($"{above.Count} of {panels.Length} places") : Clauses.List(above);
        return areAll ? Told($"on average more than {NumberText.Exact(limit.Value)} % of open beds are in use at {(panels.Length == 2 ? "both sites" : FormattableString.Invariant($"all {panels.Length} sites"))}")
            : above.Count > 0 ? Told($"more than {NumberText.Exact(limit.Value)} % of open beds are in use at {where}")
            : below == panels.Length ? Told($"no more than {NumberText.Exact(limit.Value)} % of open beds are in use at any place")
            : null;

        string Told(string clause) => new ChartFinding(request).Scenario(scenario, clause);
    }

    private static string Weekly(Sheet sheet, IReadOnlyList<FanPanel> panels) =>
        panels.Any(panel => FanPanelDrawing.DaysAPoint(panel.Occupied.Count, FanPanelDrawing.WidthOf(sheet)) > 1)
            ? " Averaged over weeks, since days would stand too close together."
            : "";
}

/// <summary>
/// How many beds were open day by day, for a series of those occupied. No series holds it: it is occupied ÷ the occupancy rate of the same pools where the
/// system declares that by whatever name, else the mean of each year (or of all time) that every pool has.
/// </summary>
internal sealed class OpenBeds
{
    private const string Beds = "beds";

    private readonly ResultSet results;
    private readonly ResultIndex index;
    private readonly string scenario;

    public OpenBeds(ResultSet results, string scenario)
    {
        this.results = results;
        this.scenario = scenario;
        index = ResultIndex.Of(results);
    }

    /// <summary>By day of the panel [beds]; empty where it is not known, or the pools are no beds.</summary>
    public IReadOnlyList<double> Of(FanPanel panel, string measure)
    {
        var facts = results.System.Timelines.FirstOrDefault(series => series.Id == measure && !series.HoursOfWeek);
        return facts is null || !AreOfBeds(results.System, facts) ? []
            : RateOf(panel, measure) is { } rate
                ? [.. panel.Occupied.Zip(rate.Points, (occupied, percent) => percent.Mean > 0 ? 100.0 * occupied.Mean / percent.Mean : double.NaN)]
            : MeansOfYears(facts, panel);
    }

    /// <summary>True for a series of pools that are all beds.</summary>
    public static bool AreOfBeds(SystemFacts system, TimelineFacts series) =>
        series.Pools.Count > 0 && series.Pools.All(pool => Find(system, pool)?.Kind == Beds);

    /// <summary>The share of the open beds of the same pools that is in use; null where the system declares none, or nothing is known of it.</summary>
    public TimelineSummary? RateOf(FanPanel panel, string measure)
    {
        if (results.System.Timelines.FirstOrDefault(series => series.Id == measure && !series.HoursOfWeek) is not { } facts)
        {
            return null;
        }

        string[] names = [.. results.System.Timelines
            .Where(series => series.Rate && !series.HoursOfWeek && series.At == facts.At && series.Pools.ToHashSet().SetEquals(facts.Pools))
            .Select(series => series.Id)];
        return results.Timelines.FirstOrDefault(series => series.Scenario == scenario && !series.HoursOfWeek && series.Place == panel.Place
            && names.Contains(series.Measure) && series.Points.Any(point => point.Mean > 0));
    }

    private double[] MeansOfYears(TimelineFacts facts, FanPanel panel)
    {
        var pools = facts.Pools.Select(pool => Find(results.System, pool)).OfType<PoolFacts>()
            .Where(pool => panel.Place == PlaceName.System || pool.Place == panel.Place).ToList();
        var years = index.Periods.Where(Periods.IsYear).ToHashSet(StringComparer.Ordinal);
        var open = years.Append(Periods.All).ToDictionary(period => period,
            period => pools.Sum(pool => index.Summary(scenario, period, GenericMeasures.Open, pool.Place, pool.Id)?.Mean ?? double.NaN));
        var days = Enumerable.Range(0, panel.Occupied.Count)
            .Select(day => open.GetValueOrDefault(results.Run.HasDates ? Periods.YearOf(panel.FirstDay.AddDays(day)) : Periods.All, open[Periods.All]))
            .ToArray();
        return pools.Count > 0 && Array.Exists(days, double.IsFinite) ? days : [];
    }

    private static PoolFacts? Find(SystemFacts system, string pool) =>
        system.Pools.FirstOrDefault(facts => pool == (facts.Place == PlaceName.System ? facts.Id : $"{facts.Id}@{facts.Place}"));
}

/// <summary>The fan chart in words, for those who cannot see it.</summary>
internal static class FanText
{
    public static string Describe(IReadOnlyList<FanPanel> panels, int replications)
    {
        var places = string.Join("; ", panels.Select(Describe));
        return FormattableString.Invariant($"Small multiples by place, days from left to right, {(panels[0].IsShare ? "share of open beds in use" : "beds")} upwards. Means of {replications} replications: {places}.");
    }

    private static string Describe(FanPanel panel)
    {
        var means = panel.Occupied.Select(point => (double)point.Mean).Where(double.IsFinite).ToList();
        if (means.Count == 0)
        {
            return $"{panel.Name}: nothing measured";
        }

        if (panel.IsShare)
        {
            return FormattableString.Invariant($"{panel.Name}, {means.Average():F1} % of them on average, lowest day {means.Min():F1} %, highest day {means.Max():F1} %");
        }

        var open = panel.Open.Where(double.IsFinite).ToList();
        var openText = open.Count == 0 ? "" : FormattableString.Invariant($", of {open.Average():F0} open");
        return FormattableString.Invariant(
            $"{panel.Name}: {means.Average():F0} beds occupied on average, lowest day {means.Min():F0}, highest day {means.Max():F0}{openText}");
    }
}
