using FlowSim.Plots.Answers;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Sensitivity;
using ScottPlot;

namespace FlowSim.Plots.Explore;

/// <summary>What a sensitivity analysis found, as plots of ScottPlot: which factors matter most, and which act together with others.</summary>
public sealed class SensitivityPlots
{
    private const float MarkSize = 9;
    private const float LineWidth = 2;

    /// <summary>Factors that are drawn, the largest.</summary>
    private const int Most = 20;

    private const double Thickness = 0.6;
    private const int LongestTitle = 46;
    private const double Air = 1.1;

    private readonly ScreenedFolder screened;
    private readonly SystemNames names;

    /// <param name="screened">A folder of a sensitivity analysis.</param>
    public SensitivityPlots(ScreenedFolder screened) => (this.screened, names) = (screened, SystemNames.Of(screened.System));

    /// <summary>How much each factor matters, the largest above, with 95 % intervals: mu*, first-order shares, or what both ends change.</summary>
    /// <param name="key">The measure; one of the indices.</param>
    public Plot Indices(ResultKey key)
    {
        var rows = screened.Indices
            .Where(row => row.Key == key && row.Index is not (SensitivityIndex.Mu or SensitivityIndex.Sigma) && double.IsFinite(row.Value)).ToList();
        var order = rows.GroupBy(row => row.Factor).OrderByDescending(factor => factor.Max(row => row.Size)).Take(Most).ToList();
        var kinds = rows.Select(row => row.Index).Distinct().ToList();
        var plot = ExploreStyle.Empty(Name(key), $"{PeriodName.Of(key.Period)}, {Subtitle(order.Count, rows.Select(row => row.Factor).Distinct().Count())}",
            Axis(rows[0]), "");
        for (var kind = 0; kind < kinds.Count; kind++)
        {
            var (colour, _) = ExploreStyle.Mark(kind);
            var shown = order.Index().SelectMany(factor =>
                factor.Item.Where(row => row.Index == kinds[kind]).Select(row => (At: order.Count - 1 - factor.Index, Row: row))).ToList();
            var bars = plot.Add.Bars(shown.Select(one => new Bar
            {
                Position = one.At + Offset(kind, kinds.Count),
                Value = one.Row.Value,
                Size = Thickness / kinds.Count,
                FillColor = colour.WithAlpha(0.55),
                LineColor = colour,
                Error = double.IsFinite(one.Row.Lower95) ? (one.Row.Upper95 - one.Row.Lower95) / 2 : 0,
            }).ToArray());
            (bars.Horizontal, bars.LegendText) = (true, Word(kinds[kind]));
        }

        plot.Add.VerticalLine(0, 1, ExploreStyle.Ink);
        var positions = Enumerable.Range(0, order.Count).Select(at => (double)(order.Count - 1 - at)).ToArray();
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual(positions, [.. order.Select(factor => Cut(factor.First().Title))]);
        plot.Axes.SetLimitsY(-0.7, order.Count - 0.3);
        return ExploreStyle.WithKey(plot);
    }

    /// <summary>Of Morris's method: how much a factor matters against how much that differs from place to place; null of another method.</summary>
    /// <param name="key">The measure.</param>
    public Plot? Together(ResultKey key)
    {
        var points = screened.Indices.Where(row => row.Key == key && double.IsFinite(row.Value)).GroupBy(row => row.Factor)
            .Select(factor => (factor.First().Title, Size: factor.FirstOrDefault(row => row.Index == SensitivityIndex.MuStar),
                Spread: factor.FirstOrDefault(row => row.Index == SensitivityIndex.Sigma)))
            .Where(factor => factor.Size is not null && factor.Spread is not null).OrderByDescending(factor => factor.Size!.Value).ToList();
        if (points.Count == 0)
        {
            return null;
        }

        var unit = UnitName.DifferenceAxis(points[0].Size!.Unit);
        var plot = ExploreStyle.Empty(Name(key), $"{PeriodName.Of(key.Period)}: above the line a factor acts together with others, or not in a straight line",
            $"moves it by (mu*), {unit}", $"how much that differs (sigma), {unit}");
        var marks = plot.Add.ScatterPoints(points.Select(point => point.Size!.Value).ToArray(), points.Select(point => point.Spread!.Value).ToArray(),
            ExploreStyle.Line);
        (marks.MarkerSize, marks.LegendText) = (MarkSize, "each factor");
        var (right, top) = (points.Max(point => point.Size!.Value) * Air, points.Max(point => point.Spread!.Value) * Air);
        var half = plot.Add.Line(0, 0, right, right / 2);
        (half.LineColor, half.LinePattern, half.LineWidth, half.LegendText) = (ExploreStyle.Grey, LinePattern.Dashed, LineWidth / 2, "sigma = mu* ÷ 2");
        foreach (var (title, size, spread) in points.Take(Most / 2))
        {
            var text = plot.Add.Text(Cut(title), size!.Value, spread!.Value);
            (text.LabelAlignment, text.OffsetY, text.LabelFontColor) =
                (size.Value > right / 2 ? Alignment.LowerRight : Alignment.LowerLeft, -MarkSize / 2, ExploreStyle.Ink);
        }

        plot.Axes.SetLimits(0, right > 0 ? right : 1, 0, Math.Max(top, right / 2) is > 0 and var most ? most : 1);
        return ExploreStyle.WithKey(plot);
    }

    private static double Offset(int kind, int kinds) => Thickness * (((kinds - 1) / 2.0) - kind) / kinds;

    private string Name(ResultKey key) => Headline.RowLabel(names, names.Measure(key.Measure), key.Place, key.Group);

    private static string Subtitle(int shown, int all) => shown < all ? FormattableString.Invariant($"the {shown} factors of {all} that matter most") : "what each factor does";

    private static string Axis(SensitivityIndex row) => row.Index == SensitivityIndex.FirstOrder ? "share of the variance" : UnitName.DifferenceAxis(row.Unit);

    private static string Word(string index) => index switch
    {
        SensitivityIndex.MuStar => "moves it by, over its whole range (mu*), and 95 % interval",
        SensitivityIndex.FirstOrder => "share of the variance by itself, and 95 % interval",
        SensitivityIndex.AtLow => "at its low end, and 95 % interval",
        SensitivityIndex.AtHigh => "at its high end, and 95 % interval",
        _ => index,
    };

    private static string Cut(string title) => title.Length <= LongestTitle ? title : title[..(LongestTitle - 1)] + "…";
}
