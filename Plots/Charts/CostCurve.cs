using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Charts;

/// <summary>
/// What a search for the least cost has found: the measure of the first target against the cost of the levers, and below it, where there are prices, what all
/// partners together gain at that cost.
/// </summary>
internal static class CostCurve
{
    public const string Id = "cost-curve";

    private const double Million = 1e6;
    private const string IfUsedAgain = "if used again";
    private const string InCash = "cash";
    private const double Apart = 1.3;

    public static Chart Chart { get; } =
        new(Id, "Delay against cost", "the first target of flowsim optimise against the cost of what is bought for it, and what all partners gain, from designs.csv", Draw)
        {
            Takes = Narrowing.None,
            IsDrawnByRun = true,
        };

    private static ChartDrawings Draw(ChartRequest request)
    {
        var results = request.Results;
        if (results.Designs.Count == 0)
        {
            return ChartDrawings.Nothing("there is no designs.csv here, or nothing in it: flowsim optimise writes it");
        }

        var curve = OptimumWords.Curve(results);
        if (!curve.Exists(row => double.IsFinite(row.Mean)))
        {
            return ChartDrawings.Nothing("no point of the curve in designs.csv has a value");
        }

        var best = results.Designs.Where(row => row.Kind == DesignRow.Best && row.Target == curve[0].Target).OrderBy(row => row.Order).ToList();
        return ChartDrawings.Of([Draw(request, curve, best)], "");
    }

    private static Drawing Draw(ChartRequest request, List<DesignRow> curve, List<DesignRow> best)
    {
        var target = TargetWords.Of(curve[0].Target);
        var subject = target.Subject(request.Names);
        var isPriced = curve.Exists(row => double.IsFinite(row.Opportunity) || double.IsFinite(row.Cash));
        var again = best.Count > 0 ? " Diamonds: the best designs, run again with other random numbers." : "";
        var sheet = new Sheet(request, Id, $"{subject} against cost",
            $"Joined points: what the search reached with more and more capacity.{again} {request.Results.System.Title}.", OptimumWords.InShort(request.Results, subject));
        double[] costs = [.. curve.Concat(best).Select(row => row.Cost / Million)];
        var bound = target.BoundIn(curve[0].Unit);
        var upper = new CostPanel(sheet, costs)
        {
            Heading = $"{subject}, {UnitName.Axis(curve[0].Unit)}",
            Unit = UnitName.Axis(curve[0].Unit),
            Lines =
            [
                new CostLine("search", Points(curve, Level)) { Colour = Palette.Blue },
                new CostLine("", Points(best, Level)) { Colour = Palette.Black, Shape = PointShape.Diamond, IsJoined = false },
            ],
            Levels = double.IsFinite(bound) ? [new CostLevel(bound, sheet.Narrow ? target.Asked : $"target {target.Asked}", Palette.Vermilion, "4 2")] : [],
            Flags = [.. best.Select(row => new CostFlag(row.Cost / Million, [$"{row.Design}: {OptimumWords.Pounds(row.Cost)}", row.Design], Palette.DarkGrey))],
        };
        List<ValueAxis> axes = [upper.Draw()];
        var last = upper;
        if (isPriced)
        {
            last = Gains(sheet, costs, curve);
            axes.Add(last.Draw());
        }

        last.DrawCosts("cost of the levers, £ million a year");
        return sheet.Finish(Describe(subject, curve, best), Notes(target, curve, best, isPriced) + ValueAxis.Note(axes), Sources(request, best));
    }

    private static CostPanel Gains(Sheet sheet, double[] costs, List<DesignRow> curve)
    {
        CostLine[] lines =
        [
            new(IfUsedAgain, Points(curve, row => InMillions(row.Opportunity, row.OpportunityLower95, row.OpportunityUpper95)))
            {
                Colour = Palette.Blue, Shift = -Apart, Highest = curve.FindIndex(row => row.ByOpportunity == DesignRow.Highest),
            },
            new(InCash, Points(curve, row => InMillions(row.Cash, row.CashLower95, row.CashUpper95)))
            {
                Colour = Palette.Vermilion, Shape = PointShape.Diamond, Dashes = "4 2", Shift = Apart,
                Highest = curve.FindIndex(row => row.ByCash == DesignRow.Highest),
            },
        ];
        return new CostPanel(sheet, costs)
        {
            Heading = "Net gain of all partners, £ million a year",
            Unit = "£ million a year",
            Lines = [.. lines.Where(line => line.Points.Any(point => point.Value.IsDefined))],
            Levels = [new CostLevel(0, "", Palette.DarkGrey, "")],
            Flags = [.. Flags(curve, lines[0], row => row.ByOpportunity), .. Flags(curve, lines[1], row => row.ByCash)],
        };
    }

    /// <summary>Where a line is highest, and from where to where that cannot be told from the rest.</summary>
    private static IEnumerable<CostFlag> Flags(List<DesignRow> curve, CostLine line, Func<DesignRow, string> word)
    {
        if (line.Highest >= 0)
        {
            var cost = OptimumWords.Pounds(curve[line.Highest].Cost);
            var highest = $"{line.Name} highest at {cost}";
            string[] labels = Alike(curve, word) is { Length: > 0 } alike ? [$"{highest} ({alike} alike)", highest, $"{line.Name}: {cost}"]
                : [highest, $"{line.Name}: {cost}"];
            yield return new CostFlag(curve[line.Highest].Cost / Million, labels, line.Colour, line.Shift);
        }
    }

    /// <summary>The costs between which no point can be told from the highest; empty where it stands alone.</summary>
    private static string Alike(List<DesignRow> curve, Func<DesignRow, string> word)
    {
        var alike = curve.Where(row => word(row) is DesignRow.Highest or DesignRow.CannotBeTold).Select(row => OptimumWords.Pounds(row.Cost)).ToList();
        return alike.Count > 1 ? $"{alike[0]} to {alike[^1]}" : "";
    }

    private static List<(double Cost, Estimate Value)> Points(List<DesignRow> rows, Func<DesignRow, Estimate> value) =>
        rows.ConvertAll(row => (row.Cost / Million, value(row)));

    private static Estimate Level(DesignRow row) => new(row.Mean, row.Lower95, row.Upper95);

    private static Estimate InMillions(double mean, double lower, double upper) => new Estimate(mean, lower, upper).Times(1 / Million);

    private static IReadOnlyList<string> Sources(ChartRequest request, List<DesignRow> best) =>
        best.Count > 0 ? [ExperimentPlan.BaselineId, .. best.Select(row => row.Design)] : request.Results.Run.Scenarios;

    private static string Notes(TargetWords target, List<DesignRow> curve, List<DesignRow> best, bool isPriced)
    {
        var again = best.Count > 0 ? FormattableString.Invariant($"; the best designs, of {Runs(best[0].N)} that it has not seen") : "";
        List<string> notes =
        [
            curve.Concat(best).Any(row => Level(row).HasInterval) ? "Thin lines: 95 % intervals, of chance alone." : "One replication: there is no interval.",
            $"Points of the curve are means of {Runs(curve[0].N)}, by which the search chose them{again}.",
        ];
        if (target.With.Length > 0)
        {
            notes.Add($"The target asks for {target.With} of all years, not for the mean: a mean has to lie further on than the dashed line.");
        }

        if (isPriced)
        {
            notes.Add(
                "Net gain is after the cost of the levers, against the system as it is: with what is freed at average value, if it is used again, or in cash; the two must not be added. Upright lines below: where it is highest.");
            string[] alike = [.. new[] { (IfUsedAgain, Alike(curve, row => row.ByOpportunity)), (InCash, Alike(curve, row => row.ByCash)) }
                .Where(one => one.Item2.Length > 0).Select(one => $"{one.Item1} from {one.Item2}")];
            if (alike.Length > 0)
            {
                notes.Add($"Lower than the highest by no more than chance: {string.Join("; ", alike)}.");
            }
        }

        return string.Join(' ', notes);
    }

    private static string Runs(int n) => FormattableString.Invariant($"{n} {(n == 1 ? "run" : "runs")}");

    private static string Describe(string subject, List<DesignRow> curve, List<DesignRow> best)
    {
        var points = string.Join("; ", curve.Select(Point));
        var designs = best.Count == 0 ? "" : $" Best designs: {string.Join("; ", best.Select(row => $"{row.Design}, {Point(row)}"))}.";
        return $"{subject} by the cost of the levers a year. Curve: {points}.{designs}";

        static string Point(DesignRow row) => $"{OptimumWords.Pounds(row.Cost)}: {OptimumWords.LevelWithInterval(row)}";
    }
}

/// <summary>What is drawn against cost: points with intervals, joined where they are a curve.</summary>
/// <param name="Name">Written beside the last point; empty: nothing is.</param>
/// <param name="Points">From the cheapest: cost [£ million a year], and what it brings.</param>
internal sealed record CostLine(string Name, IReadOnlyList<(double Cost, Estimate Value)> Points)
{
    public required string Colour { get; init; }

    public PointShape Shape { get; init; }

    public string Dashes { get; init; } = "";

    public bool IsJoined { get; init; } = true;

    /// <summary>A little to the side, where two lines share their costs [pt].</summary>
    public double Shift { get; init; }

    /// <summary>The point that stands out; −1: none.</summary>
    public int Highest { get; init; } = -1;
}

/// <summary>An upright line at a cost, with words above.</summary>
/// <param name="Cost">[£ million a year].</param>
/// <param name="Labels">From the longest: the first that has room beside the line is written above.</param>
/// <param name="Colour">Of the line and the words.</param>
/// <param name="Shift">As that of the line it is about [pt].</param>
internal sealed record CostFlag(double Cost, IReadOnlyList<string> Labels, string Colour, double Shift = 0);

/// <summary>A level across the panel: what is asked for, or 0.</summary>
/// <param name="Value">In the unit of the panel.</param>
/// <param name="Label">Written beside its end; may be empty.</param>
/// <param name="Colour">Of the line and the words.</param>
/// <param name="Dashes">Empty: an unbroken line.</param>
internal sealed record CostLevel(double Value, string Label, string Colour, string Dashes);

/// <summary>
/// Draws one panel against cost: lines with intervals, levels across, flags at costs. Several share their axis of cost, which stands below the last.
/// </summary>
internal sealed class CostPanel
{
    private const double HeadingHeight = 13;
    private const double LabelHeight = 9.5;
    private const double AboveLabels = 3;
    private const double AbovePlot = 6.5;
    private const double PlotHeight = 96;
    private const double Gap = 8;
    private const double AxisSpace = 32;
    private const double WideLabels = 74;
    private const double NarrowLabels = 60;
    private const double LabelGap = 6;
    private const double RoomForMark = 44;
    private const double Radius = 2.3;
    private const double Standing = 3.6;
    private const double Padding = 0.03;
    private const int MostMarks = 5;
    private const string FlagDashes = "2 2";

    private readonly Sheet sheet;
    private readonly Drawing drawing;
    private readonly LinearScale x;
    private readonly double left;
    private readonly double right;

    /// <param name="sheet">Where it goes.</param>
    /// <param name="costs">Every cost that is to have room [£ million a year].</param>
    public CostPanel(Sheet sheet, IReadOnlyCollection<double> costs)
    {
        this.sheet = sheet;
        drawing = sheet.Drawing;
        left = sheet.Left + AxisSpace;
        right = sheet.Right - (sheet.Narrow ? NarrowLabels : WideLabels);
        var (least, most) = (costs.Min(), costs.Max());
        var spread = most > least ? most - least : 1;
        x = new LinearScale(least - (Padding * spread), most + (Padding * spread), left, right);
    }

    public required string Heading { get; init; }

    /// <summary>Of the lines, as at an axis.</summary>
    public required string Unit { get; init; }

    public required IReadOnlyList<CostLine> Lines { get; init; }

    public IReadOnlyList<CostLevel> Levels { get; init; } = [];

    public IReadOnlyList<CostFlag> Flags { get; init; } = [];

    /// <summary>Draws it; returns its upright axis.</summary>
    public ValueAxis Draw()
    {
        var style = TextStyle.Heading;
        drawing.Text(sheet.Left, sheet.Take(HeadingHeight) + (style.Size * TextMeasure.Ascent), TextMeasure.Cut(Heading, style.Size, sheet.Width, bold: true),
            style, Anchor.Start, Heading);
        var labels = LabelRows.Place([.. Flags.Select(flag => (At(flag), TextMeasure.Width(Shown(flag), TextStyle.Axis.Size)))], sheet.Left, sheet.Right);
        sheet.Take((LabelHeight * labels.Select(label => label.Row + 1).DefaultIfEmpty(0).Max()) + AboveLabels);
        var top = sheet.Take(PlotHeight);
        var axis = new ValueAxis(Lines.SelectMany(line => line.Points).SelectMany(point => point.Value.Values).Concat(Levels.Select(level => level.Value)),
            top + PlotHeight, top, fromZero: false, MostMarks);
        axis.Draw(drawing, left, right);
        foreach (var level in Levels)
        {
            drawing.Rule(left, axis[level.Value], right, axis[level.Value], level.Colour, 0.9, level.Dashes);
        }

        DrawFlags(labels, top);
        foreach (var line in Lines)
        {
            DrawLine(line, axis);
        }

        LabelLines(axis, top);
        sheet.Take(Gap);
        return axis;
    }

    /// <summary>Draws the axis of cost below the last panel.</summary>
    public void DrawCosts(string title)
    {
        var ticks = Ticks.Within(x.Low, x.High, Math.Clamp((int)((right - left) / RoomForMark), 2, 8));
        FlatAxis.Draw(drawing, ticks.Values.Select(value => (x[value], ticks.Label(value))), left, right, sheet.Take(FlatAxis.Height));
        FlatAxis.Title(drawing, title, left, right, sheet.Take(FlatAxis.TitleHeight));
    }

    private double At(CostFlag flag) => x[flag.Cost] + flag.Shift;

    private string Shown(CostFlag flag)
    {
        var room = Math.Max(At(flag) - sheet.Left, sheet.Right - At(flag)) - LabelGap;
        return flag.Labels.FirstOrDefault(label => TextMeasure.Width(label, TextStyle.Axis.Size) <= room)
            ?? TextMeasure.Cut(flag.Labels[^1], TextStyle.Axis.Size, room);
    }

    private void DrawFlags(IReadOnlyList<(double Left, int Row)> labels, double top)
    {
        for (var i = 0; i < Flags.Count; i++)
        {
            var at = At(Flags[i]);
            drawing.Rule(at, top - (labels[i].Row * LabelHeight) - AbovePlot - 5.5, at, top + PlotHeight, Flags[i].Colour, 0.8, FlagDashes);
        }

        for (var i = 0; i < Flags.Count; i++)
        {
            LabelRows.Write(drawing, Shown(Flags[i]), new TextStyle(TextStyle.Axis.Size, Flags[i].Colour), labels[i].Left, At(Flags[i]),
                top - (labels[i].Row * LabelHeight) - AbovePlot);
        }
    }

    private void DrawLine(CostLine line, ValueAxis axis)
    {
        if (line.IsJoined)
        {
            drawing.Curve(line.Points.Select(point => (x[point.Cost] + line.Shift, axis[point.Value.Mean])), line.Colour, 1.3, line.Dashes);
        }

        for (var i = 0; i < line.Points.Count; i++)
        {
            var (at, value) = (x[line.Points[i].Cost] + line.Shift, line.Points[i].Value);
            if (value.HasInterval)
            {
                drawing.Interval(at, axis[value.Lower], at, axis[value.Upper], line.Colour, 0.9);
            }

            if (value.IsDefined)
            {
                drawing.Number(at, axis[value.Mean], value.Drawn(Heading, line.Name.Length > 0 ? line.Name : "best designs",
                    FormattableString.Invariant($"{line.Points[i].Cost:0.######}"), Unit));
                drawing.Point(at, axis[value.Mean], i == line.Highest ? Standing : Radius, line.Shape, line.Colour);
            }
        }
    }

    /// <summary>Names of lines and levels beside where they end, pushed apart where they would touch.</summary>
    private void LabelLines(ValueAxis axis, double top)
    {
        var size = TextStyle.Axis.Size;
        var labels = Lines.Where(line => line.Name.Length > 0).Select(line => (Y: axis[Last(line)], line.Name, line.Colour))
            .Concat(Levels.Where(level => level.Label.Length > 0).Select(level => (Y: axis[level.Value], Name: level.Label, level.Colour)))
            .Where(label => double.IsFinite(label.Y)).ToList();
        var placed = LabelPlacing.Spread([.. labels.Select(label => label.Y)], size * TextMeasure.LineHeight, top, top + PlotHeight);
        for (var i = 0; i < labels.Count; i++)
        {
            drawing.Text(right + LabelGap, placed[i] + (size * 0.35), TextMeasure.Cut(labels[i].Name, size, sheet.Right - right - LabelGap),
                new TextStyle(size, labels[i].Colour), Anchor.Start, labels[i].Name);
        }
    }

    private static double Last(CostLine line) => line.Points.Select(point => point.Value.Mean).LastOrDefault(double.IsFinite, double.NaN);
}
