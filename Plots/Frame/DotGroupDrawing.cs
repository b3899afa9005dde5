using FlowSim.Plots.Drawings;

namespace FlowSim.Plots.Frame;

/// <summary>Draws one group of a dot plot.</summary>
internal sealed class DotGroupDrawing
{
    private const double HeadingHeight = 12;
    private const int MostHeadingLines = 3;
    private const double ReferenceHeight = 9.5;
    private const double GroupGap = 5;
    private const double Radius = 2.5;
    private const double RoomBelowLabel = 1.5;
    private const double Arrow = 10;
    private static readonly TextStyle ReferenceStyle = new(7.5, Palette.Vermilion);

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
        DrawHeading(labelReferences);
        var top = sheet.Y;
        var bottom = top + group.Rows.Sum(layout.HeightOf);
        if (!layout.Narrow)
        {
            DrawGrid(top, bottom);
        }

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

    private static IEnumerable<Reference> Defined(IEnumerable<Reference> references) => references.Where(reference => double.IsFinite(reference.Value));

    /// <summary>Heading, and the names of the references above their lines: on the heading's line where there is room.</summary>
    private void DrawHeading(bool labelReferences)
    {
        var style = TextStyle.Heading;
        var lines = TextMeasure.Wrap(group.Heading, style.Size, layout.Right - layout.LabelLeft, MostHeadingLines, bold: true);
        var heading = lines[^1];
        var end = layout.LabelLeft + TextMeasure.Width(heading, style.Size, bold: true) + 8;
        var references = labelReferences ? Defined(group.References).OrderBy(reference => reference.Value).ToList() : [];
        var labels = references.ConvertAll(reference =>
            TextMeasure.Cut(layout.Narrow && reference.Short.Length > 0
                ? reference.Short
                : reference.Label, ReferenceStyle.Size, layout.Right - layout.LabelLeft));
        var placed = LabelRows.Place([.. labels.Select((label, index) => (axis[references[index].Value], TextMeasure.Width(label, ReferenceStyle.Size)))],
            layout.LabelLeft, layout.Right);
        var rows = placed.Select(place => place.Row + 1).DefaultIfEmpty(0).Max();
        var beside = heading.Length == 0 || placed.Count == 0 || (lines.Count == 1 && placed.All(place => place.Left >= end));
        var above = heading.Length > 0 && rows > 0 && beside ? rows - 1 : rows;
        foreach (var line in lines.SkipLast(1))
        {
            WriteHeading(line, sheet.Take(HeadingHeight));
        }

        if (!beside)
        {
            WriteHeading(heading, sheet.Take(HeadingHeight));
        }

        sheet.Take(above * ReferenceHeight);
        if (beside && heading.Length > 0)
        {
            WriteHeading(heading, sheet.Take(HeadingHeight));
        }

        for (var i = 0; i < labels.Count; i++)
        {
            var baseline = sheet.Y - (placed[i].Row * ReferenceHeight) - 2.5;
            drawing.Number(axis[references[i].Value], baseline, new Estimate(references[i].Value, double.NaN, double.NaN)
                .Drawn(plot.SharedAxis ? "" : group.Heading, references[i].Label, "", Unit));
            drawing.Rule(axis[references[i].Value], baseline - 5.5, axis[references[i].Value], sheet.Y, Palette.Vermilion, 1, "4 2");
        }

        for (var i = 0; i < labels.Count; i++)
        {
            LabelRows.Write(drawing, labels[i], ReferenceStyle, placed[i].Left, axis[references[i].Value], sheet.Y - (placed[i].Row * ReferenceHeight) - 2.5);
        }
    }

    private void WriteHeading(string heading, double top) =>
        drawing.Text(layout.LabelLeft, top + (TextStyle.Heading.Size * TextMeasure.Ascent), heading, TextStyle.Heading, Anchor.Start, group.Heading);

    private void DrawGrid(double top, double bottom)
    {
        foreach (var (value, _) in axis.Marks)
        {
            drawing.Rule(axis[value], top, axis[value], bottom, Palette.Grid, 0.5);
        }

        if (plot.Signed)
        {
            drawing.Rule(axis[0], top, axis[0], bottom, Palette.DarkGrey, 0.9);
        }

        if (double.IsFinite(group.Guide))
        {
            drawing.Rule(axis[group.Guide], top, axis[group.Guide], bottom, Palette.MidGrey, 0.8, "2 1.5");
        }

        foreach (var reference in Defined(group.References))
        {
            drawing.Rule(axis[reference.Value], top, axis[reference.Value], bottom, Palette.Vermilion, 1, "4 2");
        }
    }

    private void DrawRow(DotRow row, double top)
    {
        layout.WriteLabel(drawing, row, top);
        DrawBand(row, top);
        if (layout.Narrow)
        {
            // Below the label, not through it.
            for (var i = 0; i < row.Points.Count; i++)
            {
                var middle = top + layout.MiddleOf(row, i);
                DrawGrid(middle - (DotLayout.SeriesHeight / 2), middle + (DotLayout.SeriesHeight / 2) + 1);
            }
        }

        var values = DotValues.Of(plot, group, row);
        for (var i = 0; i < row.Points.Count; i++)
        {
            var y = top + layout.MiddleOf(row, i);
            drawing.Rule(layout.PlotLeft, y, layout.PlotRight, y, Palette.PaleGrey, 0.5);
            DrawPoint(row.Points[i], plot.Series[i], y, row.MayBeChance);
            Tell(row, i, y);
            layout.WriteValue(drawing, row, i, values[i], top);
        }
    }

    /// <summary>Behind each of its points, and not through a label or a number that stands between them.</summary>
    private void DrawBand(DotRow row, double top)
    {
        if (row.Band is not { } band)
        {
            return;
        }

        var (from, to) = (axis.Clipped(band.From), axis.Clipped(band.To));
        if (from == to && axis.IsCut(band.From))
        {
            return;
        }

        var height = DotLayout.SeriesHeight - (layout.Narrow ? RoomBelowLabel : 0);
        for (var i = 0; i < row.Points.Count; i++)
        {
            var bottom = top + layout.MiddleOf(row, i) + (DotLayout.SeriesHeight / 2);
            drawing.Rectangle(from, bottom - height, Math.Max(0.2, to - from), height, Palette.PaleBlue);
        }
    }

    private void DrawPoint(Estimate point, DotSeries series, double y, bool mayBeChance)
    {
        if (!point.IsDefined)
        {
            return;
        }

        var x = PlaceOf(point);
        var sure = !mayBeChance && (!plot.Signed || !point.HasInterval || point.ExcludesZero);
        if (plot.Bars)
        {
            var zero = axis[0];
            drawing.Rectangle(Math.Min(x, zero), y - 3.5, Math.Max(0.2, Math.Abs(x - zero)), 7, sure
                ? series.Colour
                : new Shade(Palette.White, Hatch.Rising), MarkKind.Bar, series.Colour, 0.6);
        }

        if (point.HasInterval && plot.Bars)
        {
            drawing.IntervalOverBar(axis.Clipped(point.Lower), axis.Clipped(point.Upper), y, axis.IsCut(point.Lower), axis.IsCut(point.Upper));
        }
        else if (axis.IsCut(point.Mean))
        {
            drawing.Interval(x, y, axis.Clipped(point.Mean), y, series.Colour, 1.1, 2, goesOnAfter: true);
        }
        else if (point.HasInterval)
        {
            drawing.Interval(axis.Clipped(point.Lower), y, axis.Clipped(point.Upper), y, series.Colour, 1.1, 2, axis.IsCut(point.Lower),
                axis.IsCut(point.Upper));
        }

        if (!plot.Bars)
        {
            drawing.Point(x, y, Radius, series.Shape, sure ? series.Colour : Palette.White, sure ? Palette.White : series.Colour);
        }
    }

    /// <summary>Where a point stands; one that lies further on than the axis goes, before an arrow at its end.</summary>
    private double PlaceOf(Estimate point) => axis.IsCut(point.Mean) && !plot.Bars ? axis.Clipped(point.Mean) - Arrow : axis.Clipped(point.Mean);

    private string Unit => group.AxisTitle.Length > 0 ? group.AxisTitle : plot.AxisTitle;

    /// <summary>What a point shows, in its own unit first.</summary>
    private void Tell(DotRow row, int index, double y)
    {
        var (point, name) = (row.Points[index], plot.Series[index].Name);
        var x = point.IsDefined ? PlaceOf(point) : layout.PlotLeft;
        if (index < row.Own.Count)
        {
            drawing.Number(x, y, row.Own[index].Value.Drawn(group.Heading, name, row.Label, row.Own[index].Unit));
        }

        if (point.IsDefined || row.Own.Count == 0)
        {
            drawing.Number(x, y, point.Drawn(group.Heading, name, row.Label, Unit));
        }
    }

    private void DrawAxis()
    {
        FlatAxis.Draw(drawing, axis.Marks.Select(mark => (axis[mark.Value], mark.Label)), layout.PlotLeft, layout.PlotRight, sheet.Take(FlatAxis.Height));
        FlatAxis.Title(drawing, Unit, layout.PlotLeft, layout.PlotRight, sheet.Take(FlatAxis.TitleHeight));
    }
}
