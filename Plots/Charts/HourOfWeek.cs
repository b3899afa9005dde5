using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Charts;

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
            yield return Page(request, scenario, name, measure, pages[page], (pages.Count > 1
                ? FormattableString.Invariant($" Part {page + 1} of {pages.Count}.")
                : "", Finding(request, scenario, measure, panels)));
        }
    }

    private static Drawing Page(ChartRequest request, string scenario, string name, string measure, IReadOnlyList<TimelineSummary> panels,
        (string Words, string? Finding) part)
    {
        var sheet = new Sheet(request, name, $"{request.Names.Measure(measure)} by hour of the week: {ScenarioName.Of(request.Results, scenario)}",
            $"On the hour, mean of all weeks{Weeks(request)}; the stronger the colour, the more. {request.Results.System.Title}.{part.Words}", part.Finding);
        var unit = UnitName.Axis(request.Results.System.Timelines.Any(series => series.Id == measure && series.Rate) ? "%" : "");
        foreach (var panel in panels)
        {
            new WeekPanel(sheet, request.Names.Place(panel.Place), panel, unit).Draw(hasNumbers: !request.HasTable);
        }

        var replications = request.ReplicationsOf(scenario);
        return sheet.Finish(Describe(request.Names, panels), $"Each place has its own scale. {Spread(request.Names, panels, replications)}", scenario);
    }

    /// <summary>When most and when fewest, all places together, where the bands of the two hours lie apart.</summary>
    private static string? Finding(ChartRequest request, string scenario, string measure, List<TimelineSummary> panels)
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
                $"{MeasureWord.Of(request.Names.Measure(measure), measure).InSentence}{(panels.Count > 1 ? ", all sites together" : "")}, most about {WeekPanel.HourName(most.Hour)}, fewest about {WeekPanel.HourName(fewest.Hour)}")
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

/// <summary>Draws a week as seven rows of twenty-four cells, with the numbers in them where there is room.</summary>
internal sealed class WeekPanel
{
    private const double HeadingHeight = 13;
    private const double RowHeight = 11.5;
    private const double HoursHeight = 12;
    private const double KeyHeight = 14;
    private const double Gap = 6;
    private const double DaySpace = 26;
    private const int Hours = 24;
    private const int KeySteps = 24;

    private static readonly string[] Weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly TextStyle CellStyle = new(7);

    private readonly Sheet sheet;
    private readonly Drawing drawing;
    private readonly string heading;
    private readonly TimelineSummary series;
    private readonly double left;
    private readonly double cell;
    private readonly double low;
    private readonly double high;
    private readonly int decimals;
    private readonly string unit;

    /// <param name="sheet">Where to draw.</param>
    /// <param name="heading">The place.</param>
    /// <param name="series">By hour of the week.</param>
    /// <param name="unit">Of its numbers; empty where it is not known.</param>
    public WeekPanel(Sheet sheet, string heading, TimelineSummary series, string unit)
    {
        this.unit = unit;
        this.sheet = sheet;
        this.heading = heading;
        this.series = series;
        drawing = sheet.Drawing;
        left = sheet.Left + DaySpace;
        cell = (sheet.Right - left) / Hours;
        var means = series.Points.Select(point => (double)point.Mean).Where(double.IsFinite).ToList();
        (low, high) = (means.Min(), means.Max());
        decimals = Math.Min(1, Rounding.ForDrawing(means));
    }

    /// <summary>An hour of the week in words.</summary>
    public static string HourName(int hour) => FormattableString.Invariant($"{Weekdays[hour / Hours % Weekdays.Length]} {hour % Hours:00}:00");

    /// <param name="hasNumbers">True: they stand in the cells where all have room.</param>
    public void Draw(bool hasNumbers)
    {
        var style = TextStyle.Heading;
        drawing.Text(sheet.Left, sheet.Take(HeadingHeight) + (style.Size * TextMeasure.Ascent), TextMeasure.Cut(heading, style.Size, sheet.Width, bold: true),
            style, Anchor.Start, heading);
        DrawHours(sheet.Take(HoursHeight));
        var top = sheet.Take(RowHeight * Weekdays.Length);
        var numbers = hasNumbers && series.Points.All(point => !float.IsFinite(point.Mean) || TextMeasure.Width(Text(point.Mean), CellStyle.Size) < cell - 1);
        var hours = Enumerable.Range(0, Math.Min(series.Points.Count, Weekdays.Length * Hours)).ToList();
        foreach (var hour in hours.OrderBy(hour => series.Points[hour].Mean))
        {
            DrawCell(series.Points[hour].Mean, left + (hour % Hours * cell), top + (hour / Hours * RowHeight));
        }

        foreach (var hour in hours)
        {
            var point = series.Points[hour];
            drawing.Number(left + ((hour % Hours + 0.5) * cell), top + ((hour / Hours + 0.5) * RowHeight),
                new DrawnNumber(heading, Weekdays[hour / Hours], FormattableString.Invariant($"{hour % Hours:00}:00"), point.Mean, point.P05, point.P95, unit));
        }

        foreach (var hour in hours.Where(_ => numbers))
        {
            WriteNumber(series.Points[hour].Mean, left + (hour % Hours * cell), top + (hour / Hours * RowHeight));
        }

        for (var day = 0; day < Weekdays.Length; day++)
        {
            drawing.Text(left - 4, top + ((day + 0.5) * RowHeight) + (TextStyle.Axis.Size * 0.35), Weekdays[day], TextStyle.Axis, Anchor.End);
        }

        sheet.Take(3);
        DrawKey(sheet.Take(KeyHeight));
        sheet.Take(Gap);
    }

    private void DrawHours(double top)
    {
        var step = TextMeasure.Width("00", TextStyle.Axis.Size) + 2 < cell * 2 ? 2 : 6;
        for (var hour = 0; hour < Hours; hour += step)
        {
            drawing.Text(left + (hour * cell), top + 1 + (TextStyle.Axis.Size * TextMeasure.Ascent), FormattableString.Invariant($"{hour:00}"), TextStyle.Axis);
        }
    }

    private void DrawCell(double mean, double x, double y)
    {
        if (!double.IsFinite(mean))
        {
            drawing.Rectangle(x, y, cell, RowHeight, new Shade(Palette.White, Hatch.Rising), MarkKind.Cell);
            return;
        }

        drawing.Rectangle(x, y, cell + 0.1, RowHeight + 0.1, ColourOf(mean), MarkKind.Cell);
    }

    private void WriteNumber(double mean, double x, double y)
    {
        if (double.IsFinite(mean))
        {
            var colour = ColourOf(mean);
            drawing.Text(x + (cell / 2), y + (RowHeight / 2) + (CellStyle.Size * 0.35), Text(mean),
                CellStyle with { Colour = Palette.InkOn(colour), On = colour }, Anchor.Middle);
        }
    }

    private void DrawKey(double top)
    {
        var style = TextStyle.Axis;
        var from = $"fewest {Text(low)}";
        var to = $"most {Text(high)}";
        drawing.Text(left, top + (style.Size * TextMeasure.Ascent), from, style);
        var x = left + TextMeasure.Width(from, style.Size) + 4;
        var step = Math.Max(1, Math.Min(5, (sheet.Right - x - TextMeasure.Width(to, style.Size) - 8) / KeySteps));
        for (var i = 0; i < KeySteps; i++)
        {
            drawing.Rectangle(x + (i * step), top + 1, step + 0.1, 7, ColourOf(i));
        }

        drawing.Text(x + (KeySteps * step) + 4, top + (style.Size * TextMeasure.Ascent), to, style);
    }

    /// <summary>One of the colours of the key.</summary>
    private string ColourOf(double mean) => ColourOf(high > low ? (int)Math.Min(KeySteps - 1, KeySteps * (mean - low) / (high - low)) : KeySteps / 2);

    private static string ColourOf(int step) => Palette.Sequential((step + 0.5) / KeySteps);

    private string Text(double mean) => NumberText.Short(mean, decimals);
}
