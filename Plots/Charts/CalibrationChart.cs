using FlowSim.Plots.Dots;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;
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
