using System.Globalization;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Charts;

/// <summary>Each figure that was observed, with interval and tolerance, and what the baseline gives for it: a panel a measure, in its own unit.</summary>
internal sealed class CalibrationChart
{
    private const string Id = "calibration";

    private readonly ChartRequest request;
    private readonly IReadOnlyList<CalibrationRow> all;
    private readonly CalibrationWords words;

    private CalibrationChart(ChartRequest request)
    {
        this.request = request;
        all = request.Results.Calibration;
        words = new CalibrationWords(request.Names);
    }

    public static Chart Chart { get; } = new(Id, "Observed and modelled", "what was observed beside what the baseline gives, with tolerances",
        request => new CalibrationChart(request).Draw())
    {
        Takes = Narrowing.Site | Narrowing.Measure,
        IsDrawnByRun = true,
    };

    private ChartDrawings Draw()
    {
        if (all.Count == 0)
        {
            return ChartDrawings.Nothing("there is no calibration.csv: nothing was set beside the baseline (flowsim calibrate)");
        }

        var asked = all.Where(IsAsked).ToList();
        var judged = asked.FindAll(row => row.IsJudged);
        var shown = request.Measure is null && judged.Count > 0 ? judged : asked.FindAll(row => !CalibrationWords.IsSummedUp(row, all));
        if (shown.Count == 0)
        {
            return ChartDrawings.Nothing("nothing was observed of what is asked for");
        }

        var plot = new DotPlot
        {
            Name = FileStem.Of(Id, request.Measure ?? "", request.Place ?? ""),
            Title = "Does the baseline look like the real system?",
            Finding = shown.TrueForAll(row => row.IsJudged) ? CalibrationWords.Counts(shown) : null,
            Subtitle = $"What was observed, and what the baseline gives. {request.Results.System.Title}.",
            AxisTitle = "the unit of each measure",
            SharedAxis = false,
            Series = [new DotSeries("observed", Palette.Vermilion, PointShape.Diamond), new DotSeries("modelled", Palette.Blue, PointShape.Circle)],
            Groups = [.. shown.GroupBy(row => row.Measure).Select(Panel)],
            Scenarios = request.Results.Run.Scenarios,
            BandName = "allowed",
            Notes = Notes(shown),
        };
        return ChartDrawings.Of(DotPlotDrawing.Draw(plot, request), "");
    }

    private bool IsAsked(CalibrationRow row) =>
        double.IsFinite(row.Observed) && row.Place.Split('+').Any(request.Wants)
            && (request.Measure is null || row.Measure == request.Measure || RecordPattern.Find(row.Measure)?.Measure == request.Measure);

    private DotGroup Panel(IGrouping<string, CalibrationRow> measure)
    {
        var rows = measure.ToList();
        var together = rows.TrueForAll(row => row.Period == rows[0].Period);
        var heading = words.Measure(measure.Key) + (together ? $", {CalibrationWords.Period(rows[0].Period)}" : "");
        return new DotGroup(heading, [.. rows.Select(row => Row(row, together))]) { AxisTitle = UnitName.Axis(rows[0].Unit) };
    }

    /// <param name="row">The figure.</param>
    /// <param name="together">True where the heading has the period.</param>
    private DotRow Row(CalibrationRow row, bool together)
    {
        var mark = row.Status switch { ObservedStatus.LaterYear => " (later year)", ObservedStatus.Assumed => " (recalled)", _ => "" };
        return new DotRow($"{words.Where(row)}{(together ? "" : $", {CalibrationWords.Period(row.Period)}")}{mark}",
            new Estimate(row.Observed, row.ObservedLower95, row.ObservedUpper95), new Estimate(row.Modelled, row.Lower95, row.Upper95))
        {
            Band = double.IsNaN(row.Tolerance) ? null
                : (row.Observed - row.Tolerance, RecordPattern.Find(row.Measure) is null ? row.Observed + row.Tolerance : double.PositiveInfinity),
        };
    }

    private static string Notes(List<CalibrationRow> shown)
    {
        List<string> notes = ["Each panel has its own axis."];
        if (shown.Exists(row => row.IsJudged))
        {
            notes.Insert(0, "The model fits where all of its interval lies in the shaded band; where it reaches over an edge it cannot be told.");
        }

        return string.Join(' ', notes);
    }
}

/// <summary>The recorded days of a series on the fan of the baseline: whether they lie where the model's do, and vary as much.</summary>
internal static class RecordedDays
{
    private const string Id = "recorded-days";
    private const int PanelsOnPage = 6;
    private const double PanelHeight = 78;
    private const double PanelGap = 8;
    private const double PanelTitle = 13;
    private const double DayLabels = 15;

    public static Chart Chart { get; } = new(Id, "Recorded days", "each recorded day of a series beside the days of the baseline (--measure names the series)", Draw)
    {
        Takes = Narrowing.Site | Narrowing.Measure,
        IsDrawnByRun = true,
    };

    private static ChartDrawings Draw(ChartRequest request)
    {
        if (request.Results.CalibrationDays.Count == 0)
        {
            return ChartDrawings.Nothing("there is no calibration-days.csv: no days were set beside the baseline (observed-days.csv and flowsim calibrate)");
        }

        var series = request.Results.CalibrationDays.Where(day => double.IsFinite(day.Mean) && request.Wants(day.Place))
            .Where(day => request.Measure is null || day.Measure == request.Measure).GroupBy(day => day.Measure);
        return ChartDrawings.Of([.. series.SelectMany(days => Pages(request, days.Key, [.. days]))],
            "no day was recorded of what is asked for, or the baseline has none of them");
    }

    private static IEnumerable<Drawing> Pages(ChartRequest request, string series, IReadOnlyList<CalibrationDay> days)
    {
        var pages = days.GroupBy(day => day.Place).Select(place => Panel(request.Names.Place(place.Key), [.. place])).Chunk(PanelsOnPage).ToList();
        var unit = days[0].Unit.Length > 0 ? $" [{days[0].Unit}]" : "";
        return pages.Select((panels, page) => Page(request, panels, FileStem.Page(FileStem.Of(Id, series, request.Place ?? ""), page),
            $"{request.Names.Measure(series)}{unit}: recorded days, and those of the baseline",
            request.Results.System.Title + (pages.Count > 1 ? FormattableString.Invariant($". Part {page + 1} of {pages.Count}.") : "")));
    }

    private static Drawing Page(ChartRequest request, FanPanel[] panels, string name, string title, string subtitle)
    {
        var sheet = new Sheet(request, name, title, subtitle, Finding(request, panels));
        var replications = request.Results.Run.Replications;
        Key(sheet, replications);
        var axes = new List<ValueAxis>();
        foreach (var panel in panels)
        {
            var top = sheet.Take(PanelTitle + PanelHeight + PanelGap) + PanelTitle;
            var drawing = new FanPanelDrawing(sheet, panel, top, top + PanelHeight);
            drawing.Draw(hasDates: true, labelDays: ReferenceEquals(panel, panels[^1]));
            axes.Add(drawing.Axis);
        }

        sheet.Take(DayLabels);
        return sheet.Finish(Describe(panels),
            $"{Replications.Band(replications)} A day of a model is no forecast of that day: look at the height, at how far the days vary, and at how long they stay high or low. The numbers at the right are means over the days shown.{ValueAxis.Note(axes)}", [.. request.Results.Run.Scenarios]);
    }

    private static string? Finding(ChartRequest request, FanPanel[] panels)
    {
        var days = panels.SelectMany(panel => panel.Recorded.Zip(panel.Occupied))
            .Where(day => double.IsFinite(day.First) && float.IsFinite(day.Second.P05)).ToList();
        var within = days.Count(day => day.First >= day.Second.P05 && day.First <= day.Second.P95);
        return request.Results.Run.Replications < 2 || days.Count == 0 ? null
            : FormattableString.Invariant($"{within} of {days.Count} recorded days lie within the band of the baseline");
    }

    private static void Key(Sheet sheet, int replications)
    {
        var key = new Key(sheet);
        key.Add(replications < 2 ? "baseline" : "baseline: mean, and band", (drawing, x, y) =>
        {
            drawing.Rectangle(x, y - 3, Frame.Key.SwatchWidth, 6, Palette.PaleBlue);
            drawing.Rule(x, y, x + Frame.Key.SwatchWidth, y, Palette.Blue, FanPanelDrawing.MeanWidth);
        });
        key.Add("recorded", (drawing, x, y) =>
            drawing.Point(x + (Frame.Key.SwatchWidth / 2), y, FanPanelDrawing.RecordedRadius, PointShape.Diamond, Palette.Vermilion));
        key.Draw();
    }

    /// <summary>All days from the first recorded to the last.</summary>
    private static FanPanel Panel(string name, List<CalibrationDay> days)
    {
        var byDate = days.ToDictionary(day => DateOnly.ParseExact(day.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture));   // read so, and each once
        var first = byDate.Keys.Min();
        var length = byDate.Keys.Max().DayNumber - first.DayNumber + 1;
        var all = Enumerable.Range(0, length).Select(offset => byDate.GetValueOrDefault(first.AddDays(offset))).ToList();
        return new FanPanel(days[0].Place, name, first, [.. all.Select(Point)], [])
        {
            Unit = UnitName.Axis(days[0].Unit),
            Recorded = [.. all.Select(day => day?.Observed ?? double.NaN)],
        };
    }

    private static TimelinePoint Point(CalibrationDay? day) =>
        day is null ? new TimelinePoint(float.NaN, float.NaN, float.NaN, float.NaN)
        : new TimelinePoint((float)day.Mean, (float)day.P05, (float)day.Mean, (float)day.P95);

    private static string Describe(IReadOnlyList<FanPanel> panels) =>
        "Small multiples by place, days from left to right. " + string.Join("; ", panels.Select(panel => FormattableString.Invariant(
            $"{panel.Name}: recorded {panel.Recorded.Where(double.IsFinite).Average():F1} on average, the baseline {panel.Occupied.Where(point => float.IsFinite(point.Mean)).Select(point => point.Mean).DefaultIfEmpty(float.NaN).Average():F1}")));
}
