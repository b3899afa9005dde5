using FlowSim.Plots.Charts;
using FlowSim.Plots.Dots;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Savings;

/// <summary>Draws the steps as bars that begin where the one before ended.</summary>
internal sealed class WaterfallPanel
{
    private const double BarHeight = 9;
    private const double HalfRow = DotLayout.SeriesHeight / 2;
    private const double RoomForMark = 52;
    private static readonly Shade Gain = Palette.Blue;
    private static readonly Shade Loss = new(Palette.Vermilion, Hatch.Rising);
    private static readonly Shade Whole = Palette.Black;

    private readonly Sheet sheet;
    private readonly Drawing drawing;
    private readonly IReadOnlyList<PartnerStep> steps;
    private readonly IReadOnlyList<DotRow> rows;
    private readonly DotLayout layout;
    private readonly Ticks ticks;
    private readonly LinearScale x;

    public WaterfallPanel(Sheet sheet, IReadOnlyList<PartnerStep> steps)
    {
        this.sheet = sheet;
        this.steps = steps;
        drawing = sheet.Drawing;
        rows = [.. steps.Select(step => new DotRow(step.Name, step.Amount) { Values = [Text(step.Amount)] })];
        layout = new DotLayout([new DotGroup("", rows)], (_, row) => row.Values, sheet.Left, sheet.Right, sheet.Narrow);
        var values = steps.SelectMany(step => step.Amount.Values.Select(value => step.Start + value).Append(step.Start)).Append(0).ToList();
        ticks = Ticks.Around(values.Min(), values.Max(), Math.Clamp((int)((layout.PlotRight - layout.PlotLeft) / RoomForMark), 2, 6));
        x = new LinearScale(ticks.First, ticks.Last, layout.PlotLeft, layout.PlotRight);
    }

    public void Draw()
    {
        var key = new Key(sheet);
        key.Add("gains", Gain);
        key.Add("loses", Loss);
        key.Add("all together", Whole);
        key.Draw();
        var above = double.NaN;
        for (var i = 0; i < steps.Count; i++)
        {
            above = DrawStep(steps[i], rows[i], sheet.Take(layout.HeightOf(rows[i])), above);
        }

        DrawAxis();
    }

    /// <summary>Draws a step; returns the bottom of its bar, from where a thread leads to the next.</summary>
    private double DrawStep(PartnerStep step, DotRow row, double top, double above)
    {
        var y = top + layout.WriteLabel(drawing, row, top);
        foreach (var value in ticks.Values)
        {
            drawing.Rule(x[value], y - HalfRow, x[value], y + HalfRow + 1, value == 0 ? Palette.DarkGrey : Palette.Grid, value == 0 ? 0.9 : 0.5);
        }

        var end = step.Start + step.Amount.Mean;
        if (double.IsFinite(above) && !step.IsTotal)
        {
            // In a narrow chart the label stands between the bars.
            drawing.Rule(x[step.Start], sheet.Narrow ? y - HalfRow : above, x[step.Start], y - (BarHeight / 2), Palette.MidGrey, 0.6);
        }

        var shade = step.IsTotal ? Whole : step.Amount.Mean < 0 ? Loss : Gain;
        drawing.Rectangle(Math.Min(x[step.Start], x[end]), y - (BarHeight / 2), Math.Max(0.3, Math.Abs(x[end] - x[step.Start])), BarHeight, shade,
            MarkKind.Bar);
        drawing.Number(x[end], y, step.Amount.Drawn("", step.IsTotal ? "all together" : step.Amount.Mean < 0 ? "loses" : "gains", step.Name, "£"));
        if (step.Amount.HasInterval)
        {
            drawing.IntervalOverBar(x[step.Start + step.Amount.Lower], x[step.Start + step.Amount.Upper], y);
        }

        layout.WriteValue(drawing, row, 0, row.Values[0], top);
        return y + (BarHeight / 2);
    }

    private void DrawAxis()
    {
        FlatAxis.Draw(drawing, ticks.Values.Select(value => (x[value], ticks.Label(value))), layout.PlotLeft, layout.PlotRight, sheet.Take(FlatAxis.Height));
        FlatAxis.Title(drawing, "£", layout.PlotLeft, layout.PlotRight, sheet.Take(FlatAxis.TitleHeight));
    }

    private static string Text(Estimate amount) =>
        amount.HasInterval ? $"{SavingWords.Money(amount.Mean)} [{SavingWords.Money(amount.Lower)}, {SavingWords.Money(amount.Upper)}]" : SavingWords.Money(amount.Mean);
}
