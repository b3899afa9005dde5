using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Dots;

/// <summary>Where labels, points and numbers of a dot plot stand, from the longest of each.</summary>
internal sealed class DotLayout
{
    public const double SeriesHeight = 10.5;
    public const double LabelLine = 9.8;
    public static readonly TextStyle ValueStyle = new(7.5);

    private const double RowGapBeside = 3;
    private const double RowGapBelow = 5;
    private const double ColumnGap = 8;
    private const double LargestLabelShare = 0.36;
    private const double LargestValueShare = 0.46;
    private const int MostLabelLines = 2;

    private readonly Dictionary<DotRow, string> firstValues = new(ReferenceEqualityComparer.Instance);
    private readonly double labelWidth;

    // In a narrow chart long numbers stand above their points too, beside the label where there is room.
    private readonly bool valuesAbove;

    public DotLayout(IReadOnlyList<DotGroup> groups, Func<DotGroup, DotRow, IReadOnlyList<string>> valuesOf, double left, double right, bool narrow)
    {
        Narrow = narrow;
        var width = right - left;
        var rows = groups.SelectMany(group => group.Rows).ToList();
        var longest = rows.Select(row => TextMeasure.Width(row.Label, TextStyle.Label.Size)).DefaultIfEmpty(0).Max();
        labelWidth = narrow ? width : Math.Min(longest, width * LargestLabelShare);
        foreach (var group in groups)
        {
            foreach (var row in group.Rows)
            {
                firstValues.TryAdd(row, valuesOf(group, row).FirstOrDefault(""));
            }
        }

        var values = groups.SelectMany(group => group.Rows.SelectMany(row => valuesOf(group, row))).Select(text => TextMeasure.Width(text, ValueStyle.Size))
            .DefaultIfEmpty(0).Max();
        valuesAbove = narrow && values > width * LargestValueShare;
        ValueWidth = valuesAbove ? width : Math.Min(values, width * LargestValueShare);
        LabelLeft = left;
        PlotLeft = narrow ? left + ColumnGap : left + labelWidth + ColumnGap;
        PlotRight = valuesAbove ? right - ColumnGap : right - ValueWidth - ColumnGap;
        ValueLeft = right - ValueWidth;
        Right = right;
    }

    /// <summary>Labels stand above their points.</summary>
    public bool Narrow { get; }

    public double LabelLeft { get; }

    public double PlotLeft { get; }

    public double PlotRight { get; }

    public double ValueLeft { get; }

    public double ValueWidth { get; }

    public double Right { get; }

    public IReadOnlyList<string> LabelLines(DotRow row) => TextMeasure.Wrap(row.Label, TextStyle.Label.Size, labelWidth, MostLabelLines);

    /// <summary>Height of a row with its gap [pt].</summary>
    public double HeightOf(DotRow row)
    {
        var labels = LabelLines(row).Count(line => line.Length > 0) * LabelLine;
        var points = row.Points.Count * PointPitch;
        return RowGap + (valuesAbove ? labels + points - (FirstValueBesideLabel(row) ? LabelLine : 0) : Narrow ? labels + points : Math.Max(labels, points));
    }

    /// <summary>Writes the label of a row that begins at <paramref name="top"/>; returns the middle of its first point, from there [pt].</summary>
    public double WriteLabel(Drawing drawing, DotRow row, double top)
    {
        var lines = LabelLines(row);
        var height = lines.Count(line => line.Length > 0) * LabelLine;
        var labelTop = Narrow ? 0 : (HeightOf(row) - RowGap - height) / 2;
        for (var i = 0; i < lines.Count; i++)
        {
            drawing.Text(LabelLeft, top + labelTop + (i * LabelLine) + (TextStyle.Label.Size * TextMeasure.Ascent), lines[i], TextStyle.Label, Anchor.Start,
                lines[^1].EndsWith('…') ? row.Label : "");
        }

        return MiddleOf(row, 0);
    }

    /// <summary>Writes the number of a point: at its right, or above it.</summary>
    public void WriteValue(Drawing drawing, DotRow row, int index, string value, double top)
    {
        var text = TextMeasure.Cut(value, ValueStyle.Size, ValueWidth + 0.01);
        var middle = top + MiddleOf(row, index);
        if (valuesAbove)
        {
            drawing.Text(Right, middle - (SeriesHeight / 2) - (LabelLine * 0.28), text, ValueStyle, Anchor.End, value);
            return;
        }

        drawing.Text(ValueLeft, middle + (ValueStyle.Size * 0.35), text, ValueStyle, Anchor.Start, value);
    }

    /// <summary>Middle of a point, from the top of its row [pt].</summary>
    public double MiddleOf(DotRow row, int index)
    {
        var labels = LabelLines(row).Count(line => line.Length > 0) * LabelLine;
        if (valuesAbove)
        {
            return labels + ((index + 1) * PointPitch) - (SeriesHeight / 2) - (FirstValueBesideLabel(row) ? LabelLine : 0);
        }

        var inner = HeightOf(row) - RowGap;
        var first = Narrow ? labels : (inner - (row.Points.Count * SeriesHeight)) / 2;
        return first + (SeriesHeight / 2) + (index * SeriesHeight);
    }

    // Labels above their points must not seem to belong to the points above them.
    private double RowGap => Narrow ? RowGapBelow : RowGapBeside;

    private double PointPitch => SeriesHeight + (valuesAbove ? LabelLine : 0);

    private bool FirstValueBesideLabel(DotRow row)
    {
        var last = TextMeasure.Width(LabelLines(row)[^1], TextStyle.Label.Size);
        return last > 0 && row.Points.Count > 0 && last + ColumnGap + ValueWidthOf(row) <= Right - LabelLeft;
    }

    private double ValueWidthOf(DotRow row) => TextMeasure.Width(firstValues.GetValueOrDefault(row, ""), ValueStyle.Size);
}
