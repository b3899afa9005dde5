using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Dots;

/// <summary>Draws one group of a dot plot.</summary>
internal sealed class DotGroupDrawing
{
    private const double HeadingHeight = 12;
    private const double ReferenceHeight = 9.5;
    private const double GroupGap = 5;
    private const double AxisHeight = 13;
    private const double AxisTitleHeight = 10;
    private const double Radius = 2.6;

    private readonly Sheet sheet;
    private readonly Drawing drawing;
    private readonly DotPlot plot;
    private readonly DotLayout layout;
    private readonly DotAxis axis;
    private readonly DotGroup group;

    public DotGroupDrawing(Sheet sheet, DotPlot plot, DotLayout layout, DotAxis axis, DotGroup group)
    {
        this.sheet = sheet;
        drawing = sheet.Drawing;
        this.plot = plot;
        this.layout = layout;
        this.axis = axis;
        this.group = group;
    }

    public void Draw(bool labelReferences, bool drawAxis)
    {
        DrawHeading();
        var references = labelReferences ? DrawReferenceLabels() : sheet.Y;
        var top = sheet.Y;
        var bottom = top + group.Rows.Sum(layout.HeightOf);
        DrawGrid(top, bottom, references);
        foreach (var row in group.Rows)
        {
            DrawRow(row, sheet.Take(layout.HeightOf(row)));
        }

        if (drawAxis)
        {
            DrawAxis();
        }

        sheet.Take(GroupGap);
    }

    private void DrawHeading()
    {
        if (group.Heading.Length == 0)
        {
            return;
        }

        var style = TextStyle.Heading;
        var top = sheet.Take(HeadingHeight);
        drawing.Text(layout.LabelLeft, top + (style.Size * TextMeasure.Ascent), TextMeasure.Cut(group.Heading, style.Size, layout.Right - layout.LabelLeft, bold: true), style, Anchor.Start, group.Heading);
    }

    /// <summary>Names of the references above their lines, in as many lines as they need; returns where the lines begin.</summary>
    private double DrawReferenceLabels()
    {
        var style = new TextStyle(7.5, Palette.Vermilion);
        var lineEnds = new List<double>();
        var placed = new List<(double Left, int Line, string Text)>();
        foreach (var reference in group.References.Where(reference => double.IsFinite(reference.Value)).OrderBy(reference => reference.Value))
        {
            var text = TextMeasure.Cut(reference.Label, style.Size, layout.Right - layout.LabelLeft);
            var width = TextMeasure.Width(text, style.Size);
            var left = Math.Clamp(axis.Scale[reference.Value] - (width / 2), layout.LabelLeft, layout.Right - width);
            var line = lineEnds.FindIndex(end => end + 4 <= left);
            if (line < 0)
            {
                line = lineEnds.Count;
                lineEnds.Add(0);
            }

            lineEnds[line] = left + width;
            placed.Add((left, line, text));
        }

        var top = sheet.Take(ReferenceHeight * lineEnds.Count);
        foreach (var (left, line, text) in placed)
        {
            drawing.Text(left, top + ((lineEnds.Count - 1 - line) * ReferenceHeight) + (style.Size * TextMeasure.Ascent), text, style);
        }

        return sheet.Y;
    }

    private void DrawGrid(double top, double bottom, double references)
    {
        foreach (var value in axis.Ticks.Values)
        {
            var zero = plot.Signed && Math.Abs(value) < axis.Ticks.Step / 2;
            drawing.Rule(axis.Scale[value], top, axis.Scale[value], bottom, zero ? Palette.DarkGrey : Palette.Grid, zero ? 0.9 : 0.5);
        }

        if (double.IsFinite(group.Guide))
        {
            drawing.Rule(axis.Scale[group.Guide], top, axis.Scale[group.Guide], bottom, Palette.MidGrey, 0.8, "2 1.5");
        }

        foreach (var reference in group.References.Where(reference => double.IsFinite(reference.Value)))
        {
            drawing.Rule(axis.Scale[reference.Value], references, axis.Scale[reference.Value], bottom, Palette.Vermilion, 1, "4 2");
        }
    }

    private void DrawRow(DotRow row, double top)
    {
        var (labelTop, firstPoint) = layout.Positions(row);
        var lines = layout.LabelLines(row);
        for (var i = 0; i < lines.Count; i++)
        {
            drawing.Text(layout.LabelLeft, top + labelTop + (i * DotLayout.LabelLine) + (TextStyle.Label.Size * TextMeasure.Ascent), lines[i], TextStyle.Label, Anchor.Start, lines[^1].EndsWith('…') ? row.Label : "");
        }

        var values = DotValues.Of(plot, group, row);
        for (var i = 0; i < row.Points.Count; i++)
        {
            var y = top + firstPoint + (i * DotLayout.SeriesHeight);
            drawing.Rule(layout.PlotLeft, y, layout.PlotRight, y, Palette.PaleGrey, 0.5);
            DrawPoint(row.Points[i], plot.Series[i], y);
            var text = TextMeasure.Cut(values[i], DotLayout.ValueStyle.Size, layout.ValueWidth + 0.01);
            drawing.Text(layout.ValueLeft, y + (DotLayout.ValueStyle.Size * 0.35), text, DotLayout.ValueStyle, Anchor.Start, values[i]);
        }
    }

    private void DrawPoint(Estimate point, DotSeries series, double y)
    {
        if (!point.IsDefined)
        {
            return;
        }

        var x = axis.Scale[point.Mean];
        var sure = !plot.Signed || !point.HasInterval || point.ExcludesZero;
        if (plot.Bars)
        {
            var zero = axis.Scale[0];
            drawing.Rectangle(Math.Min(x, zero), y - 3.5, Math.Max(0.2, Math.Abs(x - zero)), 7, sure ? series.Colour : new Shade(Palette.White, Hatch.Rising), MarkKind.Bar, series.Colour, 0.6);
        }

        if (point.HasInterval)
        {
            drawing.Interval(axis.Scale[point.Lower], y, axis.Scale[point.Upper], y, plot.Bars ? Palette.Black : series.Colour, 1.1);
        }

        if (!plot.Bars)
        {
            drawing.Point(x, y, Radius, series.Shape, sure ? series.Colour : Palette.White, sure ? Palette.White : series.Colour);
        }
    }

    private void DrawAxis()
    {
        var style = TextStyle.Axis;
        var top = sheet.Take(AxisHeight);
        drawing.Rule(layout.PlotLeft, top, layout.PlotRight, top, Palette.DarkGrey, 0.7);
        foreach (var value in axis.Ticks.Values)
        {
            drawing.Rule(axis.Scale[value], top, axis.Scale[value], top + 2.5, Palette.DarkGrey, 0.7);
            drawing.Text(axis.Scale[value], top + 3 + (style.Size * TextMeasure.Ascent), axis.Ticks.Label(value), style, Anchor.Middle);
        }

        var title = sheet.Take(AxisTitleHeight);
        var middle = (layout.PlotLeft + layout.PlotRight) / 2;
        var room = 2 * Math.Min(middle - layout.LabelLeft, layout.Right - middle);
        drawing.Text(middle, title + (style.Size * TextMeasure.Ascent), TextMeasure.Cut(plot.AxisTitle, style.Size, room), style, Anchor.Middle, plot.AxisTitle);
    }
}
