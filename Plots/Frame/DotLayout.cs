using FlowSim.Plots.Drawings;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Frame;

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

    // Beside short labels long numbers may take more.
    private const double LeastPlotShare = 0.18;
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
        ValueWidth = valuesAbove ? width
            : Math.Min(values, Math.Max(width * LargestValueShare, narrow ? 0 : (width * (1 - LeastPlotShare)) - labelWidth - (2 * ColumnGap)));
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

/// <summary>Spreads groups over pages that a sheet of paper can hold.</summary>
internal static class DotPages
{
    /// <summary>Pages of groups; a group longer than a page goes on on the next.</summary>
    /// <param name="groups">In order.</param>
    /// <param name="heightOfRow">Height of a row [pt].</param>
    /// <param name="groupOverhead">Heading and gap of a group [pt].</param>
    /// <param name="room">Height for groups on a page [pt].</param>
    public static IReadOnlyList<IReadOnlyList<DotGroup>> Of(IReadOnlyList<DotGroup> groups, Func<DotRow, double> heightOfRow, double groupOverhead, double room)
    {
        var pages = new List<List<DotGroup>> { new() };
        var used = 0.0;
        foreach (var group in groups)
        {
            var whole = groupOverhead + group.Rows.Sum(heightOfRow);
            if (used > 0 && used + whole > room && (whole <= room || used > room / 2))
            {
                pages.Add([]);
                used = 0;
            }

            foreach (var part in Parts(group, heightOfRow, room - groupOverhead, room - used - groupOverhead))
            {
                var height = groupOverhead + part.Rows.Sum(heightOfRow);
                if (used > 0 && used + height > room)
                {
                    pages.Add([]);
                    used = 0;
                }

                pages[^1].Add(part);
                used += height;
            }
        }

        return pages;
    }

    private static IEnumerable<DotGroup> Parts(DotGroup group, Func<DotRow, double> heightOfRow, double room, double first)
    {
        var rows = new List<DotRow>();
        var (used, left, part) = (0.0, first, 0);
        foreach (var row in group.Rows)
        {
            if (rows.Count > 0 && used + heightOfRow(row) > left)
            {
                yield return Part(group, rows, part++);
                (rows, used, left) = ([], 0, room);
            }

            rows.Add(row);
            used += heightOfRow(row);
        }

        yield return Part(group, rows, part);
    }

    private static DotGroup Part(DotGroup group, List<DotRow> rows, int part) =>
        group with { Rows = rows, Heading = part == 0 || group.Heading.Length == 0 ? group.Heading : $"{group.Heading} (continued)" };
}

/// <summary>The axis of one or more groups of a dot plot: marks with their text, and where values stand.</summary>
internal sealed class DotAxis
{
    private const double RoomForMark = 36;
    private const double Padding = 0.05;

    // What rounding leaves [pt].
    private const double Touching = 0.01;

    // Below this ratio of the largest to the smallest a linear axis shows both.
    private const double LargestLinearRatio = 40;

    private readonly LinearScale scale;
    private readonly bool logarithmic;

    private DotAxis(LinearScale scale, bool logarithmic, IReadOnlyList<(double Value, string Label)> marks)
    {
        this.scale = scale;
        this.logarithmic = logarithmic;
        Marks = marks;
    }

    public IReadOnlyList<(double Value, string Label)> Marks { get; }

    /// <summary>Position of a value [pt].</summary>
    public double this[double value] => scale[logarithmic ? Math.Log(Math.Max(value, double.Epsilon)) : value];

    /// <summary>True where lengths along it must not be compared: it does not reach 0.</summary>
    public bool IsWithoutZero => !logarithmic && (scale.Low > 0 || scale.High < 0);

    public static DotAxis Of(DotPlot plot, IReadOnlyList<DotGroup> groups, DotLayout layout)
    {
        var points = groups.SelectMany(group => group.Rows.SelectMany(row => row.Points)).Where(point => point.IsDefined).ToList();
        var (left, right) = (layout.PlotLeft, layout.PlotRight);
        if (plot.Durations && Ratio(points) > LargestLinearRatio)
        {
            return Logarithmic(points, left, right);
        }

        var values = points.SelectMany(point => point.Values)
            .Concat(groups.SelectMany(group => group.Rows).SelectMany(row => row.Band is { } band ? [band.From, band.To] : Array.Empty<double>()))
            .Concat(groups.SelectMany(group => group.References.Select(reference => reference.Value).Append(group.Guide))).Where(double.IsFinite)
                .Select(value => Math.Clamp(value, plot.Floor, plot.Ceiling)).ToList();
        if (plot.Signed || plot.Bars || plot.Durations || values.Count == 0)
        {
            values.Add(0);
        }

        // What cannot be negative does not get an axis for it, though an interval may reach there.
        var low = !plot.Signed && points.TrueForAll(point => point.Mean >= 0) ? Math.Max(0, values.Min()) : values.Min();
        var (from, to) = Padded(low, values.Max(), low == 0 && !plot.Signed);
        return new DotAxis(new LinearScale(from, to, left, right), false,
            MarksWithin(from, to, Math.Clamp((int)((right - left) / RoomForMark), 2, 6), plot.Durations));
    }

    private static IReadOnlyList<(double Value, string Label)> MarksWithin(double from, double to, int most, bool durations)
    {
        var ticks = Ticks.Within(from, to, most);
        return durations ? TimeUnit.Within(from, to, most) : [.. ticks.Values.Select(value => (value, ticks.Label(value)))];
    }

    private static (double From, double To) Padded(double low, double high, bool fromZero)
    {
        var spread = high > low ? high - low : Math.Max(1, Math.Abs(high) * 0.1);
        return (fromZero ? 0 : low - (Padding * spread), high + (Padding * spread));
    }

    /// <summary>Position of the end of an interval, cut off where the axis ends.</summary>
    public double Clipped(double value) => Math.Clamp(this[value], scale.From, scale.To);

    /// <summary>True where the axis ends before a value.</summary>
    public bool IsCut(double value) => this[value] < scale.From - Touching || this[value] > scale.To + Touching;

    private static double Ratio(List<Estimate> points)
    {
        var means = points.Select(point => point.Mean).Where(mean => mean > 0).ToList();
        return means.Count == 0 ? 1 : means.Max() / means.Min();
    }

    private static DotAxis Logarithmic(List<Estimate> points, double left, double right)
    {
        var positive = points.SelectMany(point => point.Values).Where(value => value > 0).ToList();
        var lowest = points.Select(point => point.Mean).Where(mean => mean > 0).Min();
        var (from, to) = (Math.Log(Math.Max(positive.Min(), lowest / 4)) - 0.1, Math.Log(positive.Max()) + 0.1);
        var scale = new LinearScale(from, to, left, right);
        var marks = new List<(double Value, string Label)>();
        var end = double.NegativeInfinity;
        foreach (var value in TimeUnit.Marks.Where(value => Math.Log(value) >= from && Math.Log(value) <= to))
        {
            var label = TimeUnit.Mark(value);
            var half = TextMeasure.Width(label, TextStyle.Axis.Size) / 2;
            if (scale[Math.Log(value)] - half > end + 6)
            {
                marks.Add((value, label));
                end = scale[Math.Log(value)] + half;
            }
        }

        return new DotAxis(scale, true, marks);
    }
}
