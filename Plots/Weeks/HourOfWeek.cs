using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Weeks;

/// <summary>Heat map of a series by hour of the week, a panel a place. One drawing a scenario and series.</summary>
internal static class HourOfWeek
{
    private const string Id = "hour-of-week";
    private const int PanelsOnPage = 5;

    public static Chart Chart { get; } = new(Id, "By hour of the week", "heat map of a series by hour of the week; --measure names one", Draw)
    {
        Takes = Narrowing.Scenario | Narrowing.Site | Narrowing.Measure,
    };

    private static ChartDrawings Draw(ChartRequest request)
    {
        var series = request.Results.Timelines.Where(one => one.HoursOfWeek && one.Points.Any(point => float.IsFinite(point.Mean)) && request.Wants(one.Place)
            && (request.Measure is null || one.Measure == request.Measure)).ToList();
        var drawings = new List<Drawing>();
        foreach (var scenario in request.OnesDrawn)
        {
            foreach (var measure in series.Where(one => one.Scenario == scenario).GroupBy(one => one.Measure))
            {
                drawings.AddRange(Pages(request, scenario, measure.Key, Panels(measure)));
            }
        }

        return ChartDrawings.Of(drawings,
            $"there is no series by hour of the week{(request.Measure is { } name ? $" of {name}" : "")} (a system declares it under 'timelines' with 'hours_of_week: true')");
    }

    // The system's is the sum of the sites': beside them it would only be larger.
    private static List<TimelineSummary> Panels(IEnumerable<TimelineSummary> series)
    {
        var all = series.ToList();
        return all.Count > 1 ? all.FindAll(one => one.Place != PlaceName.System) : all;
    }

    private static IEnumerable<Drawing> Pages(ChartRequest request, string scenario, string measure, List<TimelineSummary> panels)
    {
        var pages = panels.Chunk(PanelsOnPage).ToList();
        for (var page = 0; page < pages.Count; page++)
        {
            var name = FileStem.Page(FileStem.Of(Id, measure, scenario, request.Place ?? ""), page);
            yield return Page(request, scenario, name, measure, pages[page], pages.Count > 1
                ? FormattableString.Invariant($" Part {page + 1} of {pages.Count}.")
                : "");
        }
    }

    private static Drawing Page(ChartRequest request, string scenario, string name, string measure, IReadOnlyList<TimelineSummary> panels, string part)
    {
        var sheet = new Sheet(request, name, $"{request.Names.Measure(measure)} by hour of the week: {ScenarioName.Of(request.Results, scenario)}",
            $"On the hour, mean of all weeks{Weeks(request)}; the darker, the more. {request.Results.System.Title}.{part}", Finding(request, scenario, measure, panels));
        var unit = UnitName.Axis(request.Results.System.Timelines.Any(series => series.Id == measure && series.Rate) ? "%" : "");
        foreach (var panel in panels)
        {
            new WeekPanel(sheet, request.Names.Place(panel.Place), panel, unit).Draw(hasNumbers: !request.HasTable);
        }

        var replications = request.ReplicationsOf(scenario);
        return sheet.Finish(Describe(request.Names, panels), $"Each place has its own scale. {Spread(request.Names, panels, replications)}", scenario);
    }

    /// <summary>When most and when fewest, all places together, where the bands of the two hours lie apart.</summary>
    private static string? Finding(ChartRequest request, string scenario, string measure, IReadOnlyList<TimelineSummary> panels)
    {
        var hours = Enumerable.Range(0, panels.Min(panel => panel.Points.Count))
            .Select(hour => (Hour: hour, Mean: Sum(hour, point => point.Mean), Low: Sum(hour, point => point.P05), High: Sum(hour, point => point.P95)))
            .Where(one => float.IsFinite(one.Mean)).ToList();
        if (request.ReplicationsOf(scenario) < 2 || hours.Count == 0)
        {
            return null;
        }

        var (most, fewest) = (hours.MaxBy(one => one.Mean), hours.MinBy(one => one.Mean));
        return most.Low > fewest.High
            ? new ChartFinding(request).Scenario(scenario,
                $"{MeasureWord.Of(request.Names.Measure(measure), measure).InSentence}, most about {WeekPanel.HourName(most.Hour)}, fewest about {WeekPanel.HourName(fewest.Hour)}")
            : null;

        float Sum(int hour, Func<TimelinePoint, float> line) => panels.Sum(panel => line(panel.Points[hour]));
    }

    // The end is the midnight after the last day.
    private static string Weeks(ChartRequest request) =>
        request.Results.Run.HasDates && ResultDate.TryRead(request.Results.Run.MeasuredFrom, out var from)
        && ResultDate.TryRead(request.Results.Run.MeasuredTo, out var to)
            ? FormattableString.Invariant($" from {from:d MMMM yyyy} to {to.AddDays(-1):d MMMM yyyy}") : "";

    private static string Spread(SystemNames names, IReadOnlyList<TimelineSummary> panels, int replications)
    {
        if (replications < 2)
        {
            return "One replication: there is no interval.";
        }

        var widest = panels.Select(panel =>
            (panel.Place, Width: panel.Points.Select(point => (double)(point.P95 - point.P05)).Where(double.IsFinite).DefaultIfEmpty(0).Max()));
        var band = replications < Replications.LeastForQuantiles
            ? "the lowest and the highest replication"
            : "the 5 % and the 95 % quantile of the replications";
        return $"A cell has no room for its interval: in no hour are {band} further apart than {string.Join(", ", widest.Select(one => $"{NumberText.Short(one.Width, Math.Min(1, Rounding.ForDrawing([one.Width])))} ({names.Place(one.Place)})"))}.";
    }

    private static string Describe(SystemNames names, IReadOnlyList<TimelineSummary> panels) =>
        "Heat map, days of the week from top to bottom, hours of the day from left to right. "
            + string.Join(" ", panels.Select(panel => Describe(names.Place(panel.Place), panel)));

    private static string Describe(string name, TimelineSummary panel)
    {
        var means = panel.Points.Select((point, hour) => (Hour: hour, point.Mean)).Where(one => float.IsFinite(one.Mean)).ToList();
        var (high, low) = (means.MaxBy(one => one.Mean), means.MinBy(one => one.Mean));
        var decimals = Rounding.ForDrawing([high.Mean]);
        return $"{name}: most on {WeekPanel.HourName(high.Hour)} ({NumberText.Short(high.Mean, decimals)}), fewest on {WeekPanel.HourName(low.Hour)} ({NumberText.Short(low.Mean, decimals)}).";
    }
}
