using System.Globalization;

namespace FlowSim.Plots.Drawings;

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

/// <summary>Maps values to positions along an axis.</summary>
internal sealed record LinearScale(double Low, double High, double From, double To)
{
    public double this[double value] => From + ((value - Low) / (High - Low) * (To - From));
}

/// <summary>A level axis: a line, marks, their text below, and a title.</summary>
internal static class FlatAxis
{
    public const double Height = 13;
    public const double TitleHeight = 11;

    private const double Gap = 4;

    /// <summary>Draws the line and the marks; a text that would touch the one before it or leave the drawing is left out.</summary>
    /// <param name="drawing">Where to draw.</param>
    /// <param name="marks">Position [pt] and text of each, from left to right.</param>
    /// <param name="left">Where the line begins [pt].</param>
    /// <param name="right">Where it ends [pt].</param>
    /// <param name="top">Its height [pt].</param>
    public static void Draw(Drawing drawing, IEnumerable<(double At, string Text)> marks, double left, double right, double top)
    {
        var style = TextStyle.Axis;
        var end = 0.0;
        drawing.Rule(left, top, right, top, Palette.DarkGrey, 0.7);
        foreach (var (at, text) in marks)
        {
            drawing.Rule(at, top, at, top + 2.5, Palette.DarkGrey, 0.7);
            var half = TextMeasure.Width(text, style.Size) / 2;
            if (at - half >= end && at + half <= drawing.Width)
            {
                drawing.Text(at, top + 3 + (style.Size * TextMeasure.Ascent), text, style, Anchor.Middle);
                end = at + half + Gap;
            }
        }
    }

    /// <summary>Writes what the axis counts, below its middle.</summary>
    public static void Title(Drawing drawing, string title, double left, double right, double top)
    {
        var style = TextStyle.Axis;
        var middle = (left + right) / 2;
        var room = 2 * Math.Min(middle, drawing.Width - middle);
        drawing.Text(middle, top + (style.Size * TextMeasure.Ascent), TextMeasure.Cut(title, style.Size, room), style, Anchor.Middle, title);
    }
}

/// <summary>Axis marks at numbers people count in: 1, 2 or 5 times a power of ten.</summary>
internal sealed record Ticks(double First, double Step, int Count)
{
    // More would be wider than an axis has room for.
    private const int MostDecimals = 5;

    public double Last => First + (Step * (Count - 1));

    public IEnumerable<double> Values => Enumerable.Range(0, Count).Select(index => First + (index * Step));

    /// <summary>Marks that enclose a range with at most <paramref name="most"/> intervals; a range of one value is widened.</summary>
    public static Ticks Around(double low, double high, int most)
    {
        if (high <= low)
        {
            (low, high) = (low - 0.5, low + 0.5);
        }

        var step = HumanStep((high - low) / most);
        while (Math.Ceiling(high / step) - Math.Floor(low / step) > most)
        {
            step = HumanStep(step * 1.01);
        }

        var first = Math.Floor(low / step);
        return new Ticks(first * step, step, (int)(Math.Ceiling(high / step) - first) + 1);
    }

    /// <summary>Marks inside a range, at most so many, but two rather than one: a scale cannot be read from one.</summary>
    public static Ticks Within(double low, double high, int most)
    {
        var step = HumanStep((high - low) / (4 * (most + 1)));
        while (Inside(low, high, step).Count > most && Inside(low, high, HumanStep(step * 1.01)).Count > 1)
        {
            step = HumanStep(step * 1.01);
        }

        return Inside(low, high, step);
    }

    private static Ticks Inside(double low, double high, double step)
    {
        var first = Math.Ceiling((low / step) - 1e-9);
        return new Ticks(first * step, step, Math.Max(0, (int)(Math.Floor((high / step) + 1e-9) - first) + 1));
    }

    /// <summary>A mark as text, with the decimals of the step; large numbers in thousands (k), millions (m) or billions (bn), the same for all marks.</summary>
    public string Label(double value)
    {
        var (divisor, suffix) = Math.Max(Math.Abs(First), Math.Abs(Last)) switch
        {
            >= 1e12 => (1e12, "tn"),
            >= 1e9 => (1e9, "bn"),
            >= 1e6 => (1e6, "m"),
            >= 1e5 => (1e3, "k"),
            _ => (1.0, ""),
        };
        var decimals = Math.Max(0, (int)Math.Ceiling(-Math.Log10(Step / divisor) - 1e-9));
        if (decimals > MostDecimals)
        {
            return Math.Abs(value) < Step / 2 ? "0" : value.ToString("0.#e0", CultureInfo.InvariantCulture).Replace('-', '−');
        }

        var rounded = Math.Round(value / divisor, decimals);
        var text = Math.Abs(rounded).ToString("N" + decimals, CultureInfo.InvariantCulture);
        return rounded == 0 ? text : (rounded < 0 ? "−" : "") + text + suffix;
    }

    /// <summary>The smallest of 1, 2, 5 × 10ᵏ that is not below.</summary>
    private static double HumanStep(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        foreach (var multiple in (ReadOnlySpan<double>)[1, 2, 5])
        {
            if (multiple * power >= least * (1 - 1e-12))
            {
                return multiple * power;
            }
        }

        return 10 * power;
    }
}
