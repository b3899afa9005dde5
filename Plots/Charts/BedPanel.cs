using FlowSim.Plots.Answers;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Charts;

/// <summary>Draws one pool: bars above, the curve of "so many or more" below, marks through both.</summary>
internal sealed class BedPanel
{
    private const double HeadingHeight = 13;
    private const double LabelHeight = 9.5;
    private const double BarsHeight = 62;
    private const double CurveHeight = 62;
    private const double CaptionHeight = 18;
    private const double CaptionBaseline = 11.5;
    private const double AboveBars = 5.5;
    private const double CaptionGap = 8;
    private const double AxisHeight = 26;
    private const double AxisSpace = 32;
    private const string BarsCaption = "% of the time";
    private const string NotEnoughCaption = "% of the time not enough";
    private const string OrMoreCaption = "% of the time with so many or more occupied";
    private const double NarrowestBar = 5;
    private const double Percents = 100;
    private const string PerCentOfTime = "% of the time";

    // Rarer numbers of beds would only stretch the axis.
    private const double LeastShare = 0.0002;

    private readonly Sheet sheet;
    private readonly Drawing drawing;
    private readonly string name;
    private readonly IReadOnlyList<BedNumber> beds;
    private readonly bool isWithoutLimit;
    private readonly IReadOnlyList<(double Beds, string Label)> marks;
    private readonly double left;
    private readonly double right;
    private readonly int first;
    private readonly int last;
    private readonly LinearScale x;

    public BedPanel(Sheet sheet, BedPool pool)
    {
        (name, beds, isWithoutLimit) = (pool.Name, pool.Beds, pool.IsWithoutLimit);
        this.sheet = sheet;
        drawing = sheet.Drawing;
        marks = BedMarks.Of(pool);
        left = sheet.Left + AxisSpace;
        right = sheet.Right - 4;
        var shown = beds.Where(number => number.Share.Mean > LeastShare).Select(number => number.Beds).DefaultIfEmpty(beds[0].Beds).ToList();
        first = shown.Min();
        last = Math.Max(shown.Max(), (int)marks.Select(mark => mark.Beds).DefaultIfEmpty(0).Max());
        x = new LinearScale(first - 0.5, last + 0.5, left, right);
    }

    public void Draw()
    {
        var style = TextStyle.Heading;
        var captionWidth = TextMeasure.Width(BarsCaption, TextStyle.Axis.Size) + CaptionGap;
        var heading = TextMeasure.Cut(name, style.Size, sheet.Width - captionWidth, bold: true);
        var baseline = sheet.Take(HeadingHeight) + (style.Size * TextMeasure.Ascent);
        drawing.Text(sheet.Left, baseline, heading, style, Anchor.Start, name);

        // Above the labels: lines reach down from them over the whole width.
        drawing.Text(sheet.Left + TextMeasure.Width(heading, style.Size, bold: true) + CaptionGap, baseline, BarsCaption, TextStyle.Axis);
        var labels = LabelRows.Place([.. marks.Select(mark => (x[mark.Beds], TextMeasure.Width(mark.Label, MarkStyle.Size)))], sheet.Left, sheet.Right);
        sheet.Take(LabelHeight * labels.Select(label => label.Row + 1).DefaultIfEmpty(0).Max());
        sheet.Take(AboveBars - 2.5);
        var bars = sheet.Take(BarsHeight);
        var caption = sheet.Take(CaptionHeight);
        var curve = sheet.Take(CurveHeight);
        drawing.Text(sheet.Left, caption + CaptionBaseline, isWithoutLimit ? NotEnoughCaption : OrMoreCaption, TextStyle.Axis);
        DrawBars(bars, bars + BarsHeight);
        DrawCurve(curve, curve + CurveHeight);
        for (var i = 0; i < marks.Count; i++)
        {
            var top = bars - (labels[i].Row * LabelHeight) - AboveBars - 5.5;
            var dashes = i == marks.Count - 1 ? "1 2" : "4 2";
            drawing.Rule(x[marks[i].Beds], top, x[marks[i].Beds], bars + BarsHeight, Palette.Vermilion, 0.9, dashes);
            drawing.Rule(x[marks[i].Beds], curve, x[marks[i].Beds], curve + CurveHeight, Palette.Vermilion, 0.9, dashes);
        }

        for (var i = 0; i < marks.Count; i++)
        {
            LabelRows.Write(drawing, marks[i].Label, MarkStyle, labels[i].Left, x[marks[i].Beds], bars - (labels[i].Row * LabelHeight) - AboveBars);
        }

        DrawBedAxis(sheet.Take(AxisHeight));
    }

    private static TextStyle MarkStyle { get; } = new(7.5, Palette.Vermilion);

    private void DrawBars(double top, double bottom)
    {
        var bin = Math.Max(1, (int)Math.Ceiling(NarrowestBar * (last - first + 1) / (right - left)));
        var binned = beds.Where(number => number.Share.IsDefined && number.Beds >= first && number.Beds <= last).GroupBy(number => (number.Beds - first) / bin)
            .Select(group => (From: first + (group.Key * bin), Share: Sum(group.Select(number => number.Share)))).ToList();
        var axis = new ValueAxis(binned.SelectMany(bar => bar.Share.Values.Select(value => 100 * value)), bottom, top, fromZero: true, 5);
        axis.Draw(drawing, left, right);
        var width = Math.Abs(x[bin] - x[0]);
        foreach (var (from, share) in binned)
        {
            var at = x[from - 0.5];
            var height = Math.Max(0, axis[0] - axis[100 * share.Mean]);
            drawing.Rectangle(at + (width * 0.1), axis[0] - height, width * 0.8, height, Palette.Blue, MarkKind.Bar);
            drawing.Number(at + (width / 2), axis[0] - height, share.Times(Percents).Drawn(name, BarsCaption,
                bin == 1 ? FormattableString.Invariant($"{from}") : FormattableString.Invariant($"{from} to {from + bin - 1}"), PerCentOfTime));
        }

        foreach (var (from, share) in binned)
        {
            var at = x[from - 0.5];
            if (share.HasInterval)
            {
                drawing.Interval(at + (width / 2), axis[100 * Math.Max(0, share.Lower)], at + (width / 2), axis[100 * share.Upper], Palette.Black, 0.6,
                    cap: 0);
            }
        }
    }

    private void DrawCurve(double top, double bottom)
    {
        var axis = new ValueAxis([0, 100], bottom, top, fromZero: true, 3);
        axis.Draw(drawing, left, right);
        var shown = beds.Where(number => number.NotEnough.IsDefined && number.Beds >= first && number.Beds <= last).ToList();
        drawing.Band([.. shown.Select(number => (x[number.Beds], axis[Percent(number.NotEnough.Lower)], axis[Percent(number.NotEnough.Upper)]))],
            Palette.PaleBlue);
        drawing.Curve(shown.Select(number => (x[number.Beds], axis[Percent(number.NotEnough.Mean)])), Palette.Blue, 1.2);
        foreach (var number in shown)
        {
            drawing.Number(x[number.Beds], axis[Percent(number.NotEnough.Mean)], number.NotEnough.Times(Percents).Drawn(name,
                isWithoutLimit ? NotEnoughCaption : OrMoreCaption, FormattableString.Invariant($"{number.Beds}"), PerCentOfTime));
        }
    }

    private void DrawBedAxis(double top)
    {
        var ticks = Ticks.Within(first, last, Math.Clamp((int)((right - left) / 44), 2, 8));
        FlatAxis.Draw(drawing, ticks.Values.Where(value => value == Math.Round(value)).Select(value => (x[value], ticks.Label(value))), left, right, top);
        FlatAxis.Title(drawing, "beds", left, right, top + FlatAxis.Height);
    }

    private static double Percent(double share) => Math.Clamp(100 * share, 0, 100);

    // Ends of intervals do not add up to those of the sum, but the sum's lie within them.
    private static Estimate Sum(IEnumerable<Estimate> shares) =>
        shares.Aggregate((sum, share) => new Estimate(sum.Mean + share.Mean, sum.Lower + share.Lower, sum.Upper + share.Upper));
}

/// <summary>Numbers of beds that answer "how many are enough?", as far as what was occupied can say it.</summary>
internal static class BedMarks
{
    private static readonly (double Chance, string Name)[] Chances = [(0.05, "1 in 20"), (0.01, "1 in 100")];

    /// <summary>
    /// Of beds without limit those that would not have been enough for 1 in 20 and for 1 in 100 of the time. Of beds that there was a number of nobody can
    /// tell: no more are ever occupied than there are. Of both, those that the mean would fill to the share that is not to be passed.
    /// </summary>
    public static IReadOnlyList<(double Beds, string Label)> Of(BedPool pool)
    {
        var marks = new List<(double, string)>();
        foreach (var (chance, name) in pool.IsWithoutLimit ? Chances : [])
        {
            if (pool.Beds.FirstOrDefault(number => number.NotEnough.Mean <= chance) is { } enough)
            {
                marks.Add((enough.Beds, FormattableString.Invariant($"{name}: {enough.Beds}")));
            }
            else if (pool.Beds.Count > 0)
            {
                // The rows end with the most that were occupied, and one more would always have done.
                marks.Add((pool.Beds[^1].Beds + 1, FormattableString.Invariant($"{name}: {pool.Beds[^1].Beds + 1}")));
            }
        }

        var mean = Mean(pool.Beds);
        if (mean > 0 && pool.Limit is { Value: > 0 } limit)
        {
            var beds = Math.Ceiling(100 * mean / limit.Value);
            marks.Add((beds, FormattableString.Invariant($"{limit.Value} % full on average: {beds:F0}")));
        }

        return marks;
    }

    /// <summary>Beds occupied on average [beds].</summary>
    public static double Mean(IReadOnlyList<BedNumber> distribution)
    {
        var defined = distribution.Where(number => number.Share.IsDefined).ToList();
        var total = defined.Sum(number => number.Share.Mean);
        return total > 0 ? defined.Sum(number => number.Beds * number.Share.Mean) / total : double.NaN;
    }
}

/// <summary>Whether there was a limit on the beds of which a distribution is: with one it shows those there were, not those needed.</summary>
internal static class BedLimits
{
    private const char BeforePlace = '@';

    /// <summary>
    /// True where the beds were counted without limit, or as many were open as were occupied, whatever that was; false where it is not known.
    /// </summary>
    /// <param name="request">The results.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="pool">A pool or group with its place, <c>acute@north</c>.</param>
    public static bool IsWithout(ChartRequest request, string scenario, string pool)
    {
        var (name, place) = pool.IndexOf(BeforePlace, StringComparison.Ordinal) is >= 0 and var at ? (pool[..at], pool[(at + 1)..]) : (pool, PlaceName.System);
        var pools = request.Results.System.Pools.Where(one => (one.Id == name || one.Group == name) && one.Place == place).ToList();
        return pools.Count > 0 && pools.TrueForAll(one => IsCounted(request.Results, scenario, one) || IsAlwaysEnough(request, scenario, one));
    }

    private static bool IsCounted(ResultSet results, string scenario, PoolFacts pool) => results.Beds.Any(row =>
        row.Kind == BedRow.Needed && row.Scenario == scenario && (row.Pool == pool.Id || row.Pool == pool.Group) && row.Place == pool.Place);

    /// <summary>A pool without limit counts as open what is in use; a limited one would have to be full all the time.</summary>
    private static bool IsAlwaysEnough(ChartRequest request, string scenario, PoolFacts pool)
    {
        var index = ResultIndex.Of(request.Results);
        double Mean(string measure) => index.Summary(scenario, request.PeriodShown, measure, pool.Place, pool.Id)?.Mean ?? double.NaN;
        var (open, occupied) = (Mean(GenericMeasures.Open), Mean(GenericMeasures.Occupied));
        return open == occupied && open != Math.Round(open);
    }
}
