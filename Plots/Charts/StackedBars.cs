using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;

namespace FlowSim.Plots.Charts;

/// <summary>A bar of segments with the interval of their total.</summary>
/// <param name="Label">At the left, or above in a narrow chart.</param>
/// <param name="Segments">As many as there are categories; NaN counts as 0.</param>
/// <param name="Total">Of all segments.</param>
/// <param name="Mark">What the total is held against; NaN where there is nothing.</param>
/// <param name="Value">What stands at the right.</param>
internal sealed record StackRow(string Label, IReadOnlyList<double> Segments, Estimate Total, double Mark, string Value);

/// <summary>Draws stacked bars along one axis, with a key of the categories.</summary>
internal sealed class StackedBars
{
    private const double HeadingHeight = 13;
    private const double BarHeight = 8;
    private const double HalfRow = DotLayout.SeriesHeight / 2;
    private const double RoomForMark = 36;
    private const double Gap = 6;
    private const string Whole = "total";

    private readonly Sheet sheet;
    private readonly IReadOnlyList<(string Name, Shade Shade)> categories;
    private readonly IReadOnlyList<StackRow> rows;
    private readonly IReadOnlyList<DotRow> lines;
    private readonly DotLayout layout;
    private readonly Ticks ticks;
    private readonly LinearScale x;

    /// <param name="sheet">Where to draw.</param>
    /// <param name="categories">Name and fill of each segment.</param>
    /// <param name="rows">From top to bottom.</param>
    /// <param name="most">The largest value of the axis, so that several drawings share it.</param>
    public StackedBars(Sheet sheet, IReadOnlyList<(string Name, Shade Shade)> categories, IReadOnlyList<StackRow> rows, double most)
    {
        this.sheet = sheet;
        this.categories = categories;
        this.rows = rows;
        lines = [.. rows.Select(row => new DotRow(row.Label, row.Total) { Values = [row.Value] })];
        layout = new DotLayout([new DotGroup("", lines)], (_, row) => row.Values, sheet.Left, sheet.Right, sheet.Narrow);
        var end = (most > 0 ? most : 1) * 1.04;
        ticks = Ticks.Within(0, end, Math.Clamp((int)((layout.PlotRight - layout.PlotLeft) / RoomForMark), 2, 6));
        x = new LinearScale(0, end, layout.PlotLeft, layout.PlotRight);
    }

    public void Draw(string heading, string axisTitle, string mark)
    {
        var style = TextStyle.Heading;
        sheet.Drawing.Text(sheet.Left, sheet.Take(HeadingHeight) + (style.Size * TextMeasure.Ascent),
            TextMeasure.Cut(heading, style.Size, sheet.Width, bold: true), style, Anchor.Start, heading);
        DrawKey(mark);
        for (var i = 0; i < rows.Count; i++)
        {
            DrawRow(rows[i], lines[i], sheet.Take(layout.HeightOf(lines[i])), (heading, axisTitle));
        }

        DrawAxis(axisTitle);
        sheet.Take(Gap);
    }

    private void DrawKey(string mark)
    {
        var key = new Key(sheet);
        foreach (var (name, shade) in categories)
        {
            key.Add(name, shade);
        }

        if (rows.Any(row => row.Total.HasInterval))
        {
            key.Add("95 % interval of the total", (drawing, left, y) => drawing.Rule(left, y, left + Key.SwatchWidth, y, Palette.Black, 1.2));
        }

        if (rows.Any(row => double.IsFinite(row.Mark)))
        {
            key.Add(mark, (drawing, left, y) => drawing.Rule(left + (Key.SwatchWidth / 2), y - 5, left + (Key.SwatchWidth / 2), y + 5, Palette.Vermilion, 1.8));
        }

        key.Draw();
    }

    private void DrawRow(StackRow row, DotRow line, double top, (string Heading, string Unit) panel)
    {
        var drawing = sheet.Drawing;
        var y = top + layout.WriteLabel(drawing, line, top);
        foreach (var value in ticks.Values)
        {
            drawing.Rule(x[value], y - HalfRow, x[value], y + HalfRow + 1, Palette.Grid, 0.5);
        }

        var sum = 0.0;
        for (var i = 0; i < row.Segments.Count; i++)
        {
            var value = double.IsFinite(row.Segments[i]) ? Math.Max(0, row.Segments[i]) : 0;
            if (x[sum + value] - x[sum] > 0.01)
            {
                drawing.Number(x[sum + (value / 2)], y,
                    new DrawnNumber(panel.Heading, categories[i].Name, row.Label, value, double.NaN, double.NaN, panel.Unit));
                drawing.Rectangle(x[sum], y - (BarHeight / 2), x[sum + value] - x[sum], BarHeight, categories[i].Shade, MarkKind.Bar, Palette.White, 0.4);
            }

            sum += value;
        }

        drawing.Number(x[Math.Max(sum, 0)], y, row.Total.Drawn(panel.Heading, Whole, row.Label, panel.Unit));

        if (double.IsFinite(row.Mark))
        {
            drawing.Rule(x[row.Mark], y - HalfRow, x[row.Mark], y + HalfRow, Palette.White, 3.4);
            drawing.Rule(x[row.Mark], y - HalfRow, x[row.Mark], y + HalfRow, Palette.Vermilion, 1.8);
        }

        if (row.Total.HasInterval)
        {
            drawing.IntervalOverBar(x[Inside(row.Total.Lower)], x[Inside(row.Total.Upper)], y);
        }

        layout.WriteValue(drawing, line, 0, row.Value, top);
    }

    private double Inside(double beds) => Math.Clamp(beds, x.Low, x.High);

    private void DrawAxis(string title)
    {
        FlatAxis.Draw(sheet.Drawing, ticks.Values.Select(value => (x[value], ticks.Label(value))), layout.PlotLeft, layout.PlotRight,
            sheet.Take(FlatAxis.Height));
        FlatAxis.Title(sheet.Drawing, title, layout.PlotLeft, layout.PlotRight, sheet.Take(FlatAxis.TitleHeight));
    }
}
