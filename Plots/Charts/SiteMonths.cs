using System.Globalization;
using FlowSim.Plots.Answers;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Charts;

/// <summary>Small multiples by place of a measure over months, or years where it has no months: the baseline, and a scenario beside it.</summary>
internal static class SiteMonths
{
    private const string Id = "sites";
    private const int PanelsOnPage = 8;

    public static Chart Chart { get; } = new(Id, "A measure by place over time",
        "small multiples by place of a measure over months, or years, with --measure; else the first monthly headline measure", Draw)
    {
        Takes = Narrowing.Scenario | Narrowing.Site | Narrowing.Measure,
    };

    private static ChartDrawings Draw(ChartRequest request)
    {
        var measure = request.Measure ?? DefaultMeasure(request);
        var run = request.Results.Run.Scenarios;
        var compared = request.Chosen.Count > 0 ? [.. request.OnesDrawn] : request.OnesDrawn.Where(scenario => scenario != ExperimentPlan.BaselineId).ToList();
        var pairs = run.Contains(ExperimentPlan.BaselineId) && compared.Exists(scenario => scenario != ExperimentPlan.BaselineId)
            ? compared.ConvertAll<IReadOnlyList<string>>(scenario => scenario == ExperimentPlan.BaselineId ? [scenario] : [ExperimentPlan.BaselineId, scenario])
            : [[compared.FirstOrDefault() ?? ExperimentPlan.BaselineId]];
        var drawings = pairs.SelectMany(scenarios => Draw(request, measure, scenarios)).ToList();
        return ChartDrawings.Of(drawings, measure.Length == 0
            ? $"no headline measure has values for two months or years{Missing(request)}"
            : $"{measure} has no values for two months or years{(request.Place is { } place ? $" at {place}" : "")}{Missing(request)}");
    }

    private static string DefaultMeasure(ChartRequest request)
    {
        var baseline = request.Results.Run.Scenarios[0];
        var ids = Headline.Of(request.Results);
        return ids.FirstOrDefault(id => PlaceSeries.Periods(request, [baseline], id) is { Monthly: true, Names.Count: > 1 })
            ?? ids.FirstOrDefault(id => PlaceSeries.Periods(request, [baseline], id).Names.Count > 1) ?? "";
    }

    private static IEnumerable<Drawing> Draw(ChartRequest request, string measure, IReadOnlyList<string> scenarios)
    {
        var (names, monthly) = PlaceSeries.Periods(request, scenarios, measure);
        if (names.Count < 2)
        {
            yield break;
        }

        var panels = PlaceSeries.Of(request, scenarios, measure, names);
        var pages = panels.Chunk(PanelsOnPage).ToList();
        for (var page = 0; page < pages.Count; page++)
        {
            var name = FileStem.Page(FileStem.Of(Id, measure, scenarios[^1], request.Place ?? ""), page);
            yield return Page(request, measure, scenarios, names, monthly, name, pages[page]);
        }
    }

    private static Drawing Page(ChartRequest request, string measure, IReadOnlyList<string> scenarios, IReadOnlyList<string> names, bool monthly, string name,
        PlaceSeries[] panels)
    {
        var unit = panels[0].Unit;
        var title = scenarios.Count == 1
            ? $"{request.Names.Measure(measure)}: {ScenarioName.Of(request.Results, scenarios[0])}"
            : $"{request.Names.Measure(measure)}: {ScenarioName.Of(request.Results, scenarios[1])} and the baseline";
        var sheet = new Sheet(request, name, title, $"By {(monthly ? "month" : "year")} and place, in {UnitName.Axis(unit)}. {request.Results.System.Title}.",
            Finding(request, measure, scenarios[^1], names, monthly));
        DrawKey(sheet, request, scenarios);
        var axes = Array.ConvertAll(panels, panel => new SitePanel(sheet, panel, names, monthly).Draw(ReferenceEquals(panel, panels[^1])));

        var interval = panels.Any(panel => panel.Lines.Any(line => line.Points.Any(point => point.HasInterval)))
            ? $"{(monthly ? "Bands" : "Lines through the points")}: 95 % intervals of the mean, for each {(monthly ? "month" : "year")} by itself; two that overlap may still differ, because the scenarios share their patients and their random numbers: see the chart of differences."
            : "One replication: there is no interval.";
        return sheet.Finish(Describe(panels, names), $"{interval}{ValueAxis.Note(axes)}{(monthly || Missing(request).Length == 0 ? "" : $" Drawn for whole years{Missing(request)}.")}", scenarios);
    }

    /// <summary>That the months were not written, where they were not.</summary>
    private static string Missing(ChartRequest request) => LeftOutWords.Months(request.Results) is { Length: > 0 } words ? "; " + words : "";

    /// <summary>In how many of the periods the scenario moves the measure beyond chance, where it is most of them and all one way.</summary>
    private static string? Finding(ChartRequest request, string measure, string scenario, IReadOnlyList<string> periods, bool monthly)
    {
        var index = ResultIndex.Of(request.Results);
        var place = request.Place ?? PlaceName.System;
        var beyond = periods.Select(period => Estimate.Of(index.Difference(scenario, period, measure, place))).Where(one => one.ExcludesZero).ToList();
        if (2 * beyond.Count <= periods.Count || beyond.Exists(one => one.Mean > 0) == beyond.Exists(one => one.Mean < 0))
        {
            return null;
        }

        var word = request.Names.Word(measure);
        var where = request.Names.At(place);
        var verb = beyond[0].Mean > 0 ? word.Rise : word.Fall;
        return new ChartFinding(request).Scenario(scenario, FormattableString.Invariant(
            $"{word.InSentence}{where} {verb} in {beyond.Count} of {periods.Count} {(monthly ? "months" : "years")} by more than chance would"));
    }

    private static void DrawKey(Sheet sheet, ChartRequest request, IReadOnlyList<string> scenarios)
    {
        if (scenarios.Count < 2)
        {
            return;
        }

        var key = new Key(sheet);
        for (var i = 0; i < scenarios.Count; i++)
        {
            var look = SitePanel.Looks[i];
            key.Add(ScenarioName.Of(request.Results, scenarios[i]),
                (drawing, x, y) => drawing.Rule(x, y, x + Key.SwatchWidth, y, look.Colour, 1.3, look.Dashes));
        }

        key.Draw();
    }

    private static string Describe(IReadOnlyList<PlaceSeries> panels, IReadOnlyList<string> names) =>
        $"Lines over time from {names[0]} to {names[^1]}. "
            + string.Join(" ", panels.Select(panel => $"{panel.Name}: {string.Join("; ", panel.Lines.Select(line => $"{line.Name} {Ends(line.Points)}"))}."));

    private static string Ends(IReadOnlyList<Estimate> points)
    {
        var means = points.Where(point => point.IsDefined).Select(point => point.Mean).ToList();
        if (means.Count == 0)
        {
            return "not defined";
        }

        var decimals = Rounding.ForDrawing(means);
        return $"from {NumberText.Short(means[0], decimals)} to {NumberText.Short(means[^1], decimals)}, lowest {NumberText.Short(means.Min(), decimals)}, highest {NumberText.Short(means.Max(), decimals)}";
    }
}

/// <summary>A measure at a place over periods, a line a scenario.</summary>
internal sealed record PlaceSeries(string Name, string Unit, IReadOnlyList<(string Name, IReadOnlyList<Estimate> Points)> Lines)
{
    private const int LengthOfMonth = 7;

    /// <summary>Months for which a measure has values, else years; in order.</summary>
    public static (IReadOnlyList<string> Names, bool Monthly) Periods(ChartRequest request, IReadOnlyList<string> scenarios, string measure)
    {
        var index = ResultIndex.Of(request.Results);
        var with = index.Periods.Where(period => scenarios.Any(scenario => index.Summaries(scenario, period, measure).Any(row => request.Wants(row.Key.Place))))
            .ToList();
        var months = with.Where(period => period.Length == LengthOfMonth && period[4] == '-').Order(StringComparer.Ordinal).ToList();
        return months.Count > 1
            ? (months, true)
            : ([.. with.Where(period => period.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal)], false);
    }

    /// <summary>One for each place; of a measure with groups the total.</summary>
    public static IReadOnlyList<PlaceSeries> Of(ChartRequest request, IReadOnlyList<string> scenarios, string measure, IReadOnlyList<string> periods)
    {
        var index = ResultIndex.Of(request.Results);
        var rows = scenarios.SelectMany(scenario => periods.SelectMany(period => index.Summaries(scenario, period, measure))).ToList();
        var group = rows.Exists(row => row.Key.Group.Length == 0) ? "" : rows[0].Key.Group;
        return [.. Places.Of(request, rows).Select(place => new PlaceSeries(request.Names.Place(place), rows[0].Unit, [.. scenarios.Select(scenario =>
            (ScenarioName.Of(request.Results, scenario),
                (IReadOnlyList<Estimate>)[.. periods.Select(period => Estimate.Of(index.Summary(scenario, period, measure, place, group)))]))]))];
    }
}

/// <summary>Draws one place.</summary>
internal sealed class SitePanel
{
    private const double HeadingHeight = 13;
    private const double PanelHeight = 58;
    private const double Gap = 7;
    private const double PeriodHeight = 17;
    private const double AxisSpace = 34;
    private const double LabelSpace = 40;
    private const string MonthFormat = "yyyy-MM";

    private readonly Sheet sheet;
    private readonly Drawing drawing;
    private readonly PlaceSeries panel;
    private readonly IReadOnlyList<string> periods;
    private readonly bool monthly;
    private readonly double left;
    private readonly double right;
    private readonly LinearScale x;

    public SitePanel(Sheet sheet, PlaceSeries panel, IReadOnlyList<string> periods, bool monthly)
    {
        this.sheet = sheet;
        this.panel = panel;
        this.periods = periods;
        this.monthly = monthly;
        drawing = sheet.Drawing;
        left = sheet.Left + AxisSpace;
        right = sheet.Right - LabelSpace;
        x = new LinearScale(-0.3, periods.Count - 0.7, left, right);
    }

    /// <summary>How the first and the second line look.</summary>
    public static IReadOnlyList<(string Colour, string Dashes, string Fill)> Looks { get; } =
        [(Palette.DarkGrey, "4 2", "#E2E2E2"), (Palette.Blue, "", Palette.PaleBlue)];

    /// <summary>Draws it; returns its axis.</summary>
    public ValueAxis Draw(bool labelPeriods)
    {
        var heading = panel.Name;
        drawing.Text(left, sheet.Take(HeadingHeight) + (TextStyle.Heading.Size * TextMeasure.Ascent),
            TextMeasure.Cut(heading, TextStyle.Heading.Size, right - left, bold: true), TextStyle.Heading, Anchor.Start, heading);
        var top = sheet.Take(PanelHeight);
        var bottom = top + PanelHeight;
        var axis = new ValueAxis(panel.Lines.SelectMany(line => line.Points).SelectMany(point => point.Values), bottom, top, fromZero: false, 5);
        axis.Draw(drawing, left, right);
        DrawPeriods(top, bottom, labelPeriods);
        DrawLines(axis);
        LabelEnds(axis, top, bottom);
        sheet.Take(labelPeriods ? PeriodHeight : Gap);
        return axis;
    }

    private void DrawLines(ValueAxis axis)
    {
        var single = panel.Lines.Count == 1 ? 1 : 0;
        for (var i = 0; monthly && i < panel.Lines.Count; i++)
        {
            drawing.Band([.. panel.Lines[i].Points.Select((point, at) => (x[at], axis[point.Lower], axis[point.Upper]))], Looks[i + single].Fill);
        }

        for (var i = 0; i < panel.Lines.Count; i++)
        {
            var look = Looks[i + single];
            drawing.Curve(panel.Lines[i].Points.Select((point, at) => (x[at], axis[point.Mean])), look.Colour, 1.3, look.Dashes);
            for (var at = 0; !monthly && at < periods.Count; at++)
            {
                DrawYear(panel.Lines[i].Points[at], x[at] + ((i - ((panel.Lines.Count - 1) / 2.0)) * 5), axis, look.Colour);
            }

            for (var at = 0; at < periods.Count; at++)
            {
                var point = panel.Lines[i].Points[at];
                if (point.IsDefined)
                {
                    drawing.Number(x[at], axis[point.Mean], point.Drawn(panel.Name, panel.Lines[i].Name, periods[at], UnitName.Axis(panel.Unit)));
                }
            }
        }
    }

    private void DrawYear(Estimate point, double at, ValueAxis axis, string colour)
    {
        if (point.HasInterval)
        {
            drawing.Interval(at, axis[point.Lower], at, axis[point.Upper], colour, 1);
        }

        if (point.IsDefined)
        {
            drawing.Point(at, axis[point.Mean], 2.3, PointShape.Circle, colour);
        }
    }

    private void LabelEnds(ValueAxis axis, double top, double bottom)
    {
        var single = panel.Lines.Count == 1 ? 1 : 0;
        var ends = panel.Lines.Select((line, i) =>
            (Look: Looks[i + single], Last: line.Points.LastOrDefault(point => point.IsDefined, Estimate.Undefined).Mean))
            .Where(end => double.IsFinite(end.Last)).ToList();
        var decimals = axis.Step >= 1 ? axis.Step >= 20 ? 0 : 1 : Math.Min(4, 1 + (int)Math.Ceiling(-Math.Log10(axis.Step) - 1e-9));
        var placed = LabelPlacing.Spread([.. ends.Select(end => axis[end.Last])], TextStyle.Axis.Size * TextMeasure.LineHeight, top, bottom);
        for (var i = 0; i < ends.Count; i++)
        {
            drawing.Text(right + 4, placed[i] + (TextStyle.Axis.Size * 0.35),
                TextMeasure.Cut(NumberText.Short(ends[i].Last, decimals), TextStyle.Axis.Size, LabelSpace - 4),
                new TextStyle(TextStyle.Axis.Size, ends[i].Look.Colour));
        }
    }

    private void DrawPeriods(double top, double bottom, bool label)
    {
        foreach (var (at, text) in monthly ? Months() : Years())
        {
            drawing.Rule(x[at], top, x[at], bottom + (label ? 3 : 0), Palette.Grid, 0.5);
            if (label)
            {
                drawing.Text(x[at], bottom + 6 + (TextStyle.Axis.Size * TextMeasure.Ascent), text, TextStyle.Axis, Anchor.Middle);
            }
        }
    }

    private IEnumerable<(int At, string Text)> Months()
    {
        var first = Month(periods[0]);
        var length = Month(periods[^1]).AddMonths(1).DayNumber - first.DayNumber;
        foreach (var mark in DayMarks.Of(first, length, right - left, TextStyle.Axis.Size))
        {
            var at = periods.ToList().IndexOf(first.AddDays(mark.Day).ToString(MonthFormat, CultureInfo.InvariantCulture));
            if (at >= 0 && x[at] + (TextMeasure.Width(mark.Label, TextStyle.Axis.Size) / 2) < sheet.Right)
            {
                yield return (at, mark.Label);
            }
        }
    }

    private IEnumerable<(int At, string Text)> Years()
    {
        var end = double.NegativeInfinity;
        for (var at = 0; at < periods.Count; at++)
        {
            var half = TextMeasure.Width(periods[at], TextStyle.Axis.Size) / 2;
            if (x[at] - half >= end + 5 && x[at] + half <= sheet.Right)
            {
                end = x[at] + half;
                yield return (at, periods[at]);
            }
        }
    }

    private static DateOnly Month(string period) => DateOnly.ParseExact(period, MonthFormat, CultureInfo.InvariantCulture);
}
