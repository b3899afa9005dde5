namespace FlowSim.Plots.Svg;

/// <summary>An upright axis: a range a little wider than the values, with marks at human numbers inside it.</summary>
internal sealed class ValueAxis
{
    private const double Padding = 0.04;
    private readonly LinearScale scale;
    private readonly Ticks ticks;

    /// <param name="values">What has to fit; NaN is passed over.</param>
    /// <param name="bottom">Position of the low end [pt].</param>
    /// <param name="top">Position of the high end [pt].</param>
    /// <param name="fromZero">True where lengths are compared: the axis begins at 0.</param>
    /// <param name="mostMarks">Marks that have room.</param>
    public ValueAxis(IEnumerable<double> values, double bottom, double top, bool fromZero, int mostMarks = 5)
    {
        var finite = values.Where(double.IsFinite).ToList();
        var (low, high) = finite.Count == 0 ? (0, 1) : (finite.Min(), finite.Max());
        if (fromZero)
        {
            (low, high) = (Math.Min(0, low), Math.Max(0, high));
        }

        var spread = high > low ? high - low : Math.Max(1, Math.Abs(high) * 0.1);
        var from = fromZero && low == 0 ? 0 : low - (Padding * spread);
        var to = fromZero && high == 0 && low < 0 ? 0 : high + (Padding * spread);
        scale = new LinearScale(from, to, bottom, top);
        ticks = Ticks.Within(from, to, mostMarks);
        ShowsZero = from <= 0 && to >= 0;
    }

    public bool ShowsZero { get; }

    public double this[double value] => scale[value];

    public double Step => ticks.Step;

    /// <summary>For the notes of a drawing with several: a sentence with a blank before it, or nothing where a reader sees 0 on each.</summary>
    public static string Note(IReadOnlyCollection<ValueAxis> axes) =>
        axes.All(axis => axis.ShowsZero) ? "" : axes.Any(axis => axis.ShowsZero) ? " Not every axis begins at 0." : " The axes do not begin at 0.";

    /// <summary>Grid lines and numbers at the left.</summary>
    public void Draw(Drawing drawing, double left, double right)
    {
        var style = TextStyle.Axis;
        foreach (var value in ticks.Values)
        {
            drawing.Rule(left, scale[value], right, scale[value], Palette.Grid, 0.5);
            drawing.Text(left - 4, scale[value] + (style.Size * 0.35), ticks.Label(value), style, Anchor.End);
        }
    }
}
