using System.Globalization;

namespace FlowSim.Plots.Words;

/// <summary>Numbers as people write them: thousands separated, a real minus sign, thousands, millions and billions shortened where they are large.</summary>
internal static class NumberText
{
    private const string Minus = "−";

    /// <summary>With so many decimals, or rounded to tens where they are −1; <c>–</c> where undefined.</summary>
    public static string Plain(double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            return "–";
        }

        if (decimals < 0)
        {
            var unit = Math.Pow(10, -decimals);
            (value, decimals) = (Math.Round(value / unit) * unit, 0);
        }

        var (divisor, suffix) = Scale(Math.Abs(value));
        var text = Math.Abs(value / divisor).ToString("N" + Decimals(value, divisor, decimals), CultureInfo.InvariantCulture);
        return (value < 0 && text.Any(character => character is >= '1' and <= '9') ? Minus : "") + text + suffix;
    }

    /// <summary>All its decimals, up to six: a mark of an axis is a number that was chosen, not measured.</summary>
    public static string Exact(double value) => (value < 0 ? Minus : "") + Math.Abs(value).ToString("#,0.######", CultureInfo.InvariantCulture);

    /// <summary>With its sign, unless it is written as zero.</summary>
    public static string Signed(double value, int decimals)
    {
        var text = Plain(value, decimals);
        return value > 0 && text.Any(character => character is >= '1' and <= '9') ? "+" + text : text;
    }

    /// <summary>Decimals that show about three significant digits of the largest of some numbers.</summary>
    public static int DecimalsFor(IEnumerable<double> values)
    {
        var largest = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return largest switch { >= 100 or 0 => 0, >= 10 => 1, >= 1 => 2, >= 0.1 => 3, _ => 4 };
    }

    /// <summary><c>[lower, upper]</c>; empty where undefined.</summary>
    public static string Interval(double lower, double upper, int decimals, bool signed = false) =>
        !double.IsFinite(lower) || !double.IsFinite(upper) ? "" : signed ? $"[{Signed(lower, decimals)}, {Signed(upper, decimals)}]" : $"[{Plain(lower, decimals)}, {Plain(upper, decimals)}]";

    private static (double Divisor, string Suffix) Scale(double size) => size switch
    {
        >= 1e12 => (1e12, "tn"),
        >= 1e9 => (1e9, "bn"),
        >= 1e6 => (1e6, "m"),
        >= 1e5 => (1e3, "k"),
        _ => (1, ""),
    };

    private static int Decimals(double value, double divisor, int decimals)
    {
        if (divisor == 1)
        {
            return decimals;
        }

        // Three digits of a shortened number.
        return Math.Abs(value / divisor) switch { >= 100 => 0, >= 10 => 1, _ => 2 };
    }
}
