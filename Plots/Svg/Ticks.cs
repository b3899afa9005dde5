using System.Globalization;

namespace FlowSim.Plots.Svg;

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
