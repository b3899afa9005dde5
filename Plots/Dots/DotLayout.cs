using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Dots;

/// <summary>Where labels, points and numbers of a dot plot stand, from the longest of each.</summary>
internal sealed class DotLayout
{
    public const double SeriesHeight = 10.5;
    public const double LabelLine = 9.8;
    public static readonly TextStyle ValueStyle = new(7.5);

    private const double RowGap = 3;
    private const double ColumnGap = 8;
    private const double LargestLabelShare = 0.36;
    private const double LargestValueShare = 0.46;
    private const int MostLabelLines = 2;

    private readonly double labelWidth;

    public DotLayout(IReadOnlyList<DotGroup> groups, Func<DotGroup, DotRow, IReadOnlyList<string>> valuesOf, double left, double right, bool narrow)
    {
        Narrow = narrow;
        var width = right - left;
        var rows = groups.SelectMany(group => group.Rows).ToList();
        var longest = rows.Select(row => TextMeasure.Width(row.Label, TextStyle.Label.Size)).DefaultIfEmpty(0).Max();
        labelWidth = narrow ? width : Math.Min(longest, width * LargestLabelShare);
        var values = groups.SelectMany(group => group.Rows.SelectMany(row => valuesOf(group, row))).Select(text => TextMeasure.Width(text, ValueStyle.Size)).DefaultIfEmpty(0).Max();
        ValueWidth = Math.Min(values, width * LargestValueShare);
        LabelLeft = left;
        PlotLeft = narrow ? left + ColumnGap : left + labelWidth + ColumnGap;
        PlotRight = right - ValueWidth - ColumnGap;
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
        var points = row.Points.Count * SeriesHeight;
        return RowGap + (Narrow ? labels + points : Math.Max(labels, points));
    }

    /// <summary>Writes the label of a row that begins at <paramref name="top"/>; returns the middle of its first point, from there [pt].</summary>
    public double WriteLabel(Drawing drawing, DotRow row, double top)
    {
        var (labelTop, firstPoint) = Positions(row);
        var lines = LabelLines(row);
        for (var i = 0; i < lines.Count; i++)
        {
            drawing.Text(LabelLeft, top + labelTop + (i * LabelLine) + (TextStyle.Label.Size * TextMeasure.Ascent), lines[i], TextStyle.Label, Anchor.Start, lines[^1].EndsWith('…') ? row.Label : "");
        }

        return firstPoint;
    }

    /// <summary>Middle of the label block and of each point, from the top of the row [pt].</summary>
    private (double LabelTop, double FirstPoint) Positions(DotRow row)
    {
        var labels = LabelLines(row).Count(line => line.Length > 0) * LabelLine;
        var points = row.Points.Count * SeriesHeight;
        var inner = HeightOf(row) - RowGap;
        return Narrow ? (0, labels + (SeriesHeight / 2)) : ((inner - labels) / 2, ((inner - points) / 2) + (SeriesHeight / 2));
    }
}
