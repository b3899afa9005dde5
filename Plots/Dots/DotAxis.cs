using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Dots;

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
                .Select(value => Math.Max(value, plot.Floor)).ToList();
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
