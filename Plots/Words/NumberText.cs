using System.Globalization;

namespace FlowSim.Plots.Words;

/// <summary>
/// Numbers as people write them, everywhere: thousands separated, a real minus sign, no negative zero, a dash where undefined. How many decimals they have is
/// <see cref="Rounding"/>'s to say. On drawings large ones are short.
/// </summary>
internal static class NumberText
{
    private const string Minus = "−";
    private const string Undefined = "–";

    /// <summary>With so many decimals, or rounded to tens where they are −1.</summary>
    public static string Plain(double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            return Undefined;
        }

        var rounded = Rounding.Round(value, decimals);
        var format = "N" + Math.Max(0, decimals).ToString(CultureInfo.InvariantCulture);
        return (rounded < 0 ? Minus : "") + Math.Abs(rounded).ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>With its sign, unless it is written as zero.</summary>
    public static string Signed(double value, int decimals) => Rounding.Round(value, decimals) > 0 ? "+" + Plain(value, decimals) : Plain(value, decimals);

    /// <summary><c>[lower, upper]</c>; empty where undefined.</summary>
    public static string Interval(double lower, double upper, int decimals, bool signed = false) =>
        Interval(lower, upper, end => signed ? Signed(end, decimals) : Plain(end, decimals));

    /// <summary>On drawings: thousands, millions and billions shortened, with three digits, where they are large.</summary>
    public static string Short(double value, int decimals)
    {
        var (divisor, suffix) = Scale(Math.Abs(value));
        return divisor == 1 ? Plain(value, decimals)
            : Plain(value / divisor, Math.Abs(value / divisor) switch { >= 100 => 0, >= 10 => 1, _ => 2 }) + suffix;
    }

    /// <summary>The same with its sign.</summary>
    public static string ShortSigned(double value, int decimals) => Rounding.Round(value, decimals) > 0 ? "+" + Short(value, decimals) : Short(value, decimals);

    /// <summary>The same of an interval.</summary>
    public static string ShortInterval(double lower, double upper, int decimals, bool signed = false) =>
        Interval(lower, upper, end => signed ? ShortSigned(end, decimals) : Short(end, decimals));

    /// <summary>All its decimals, up to six: a mark of an axis is a number that was chosen, not measured.</summary>
    public static string Exact(double value) => (value < 0 ? Minus : "") + Math.Abs(value).ToString("#,0.######", CultureInfo.InvariantCulture);

    private static string Interval(double lower, double upper, Func<double, string> text) =>
        double.IsFinite(lower) && double.IsFinite(upper) ? $"[{text(lower)}, {text(upper)}]" : "";

    private static (double Divisor, string Suffix) Scale(double size) => size switch
    {
        double.PositiveInfinity => (1, ""),
        >= 1e12 => (1e12, "tn"),
        >= 1e9 => (1e9, "bn"),
        >= 1e6 => (1e6, "m"),
        >= 1e5 => (1e3, "k"),
        _ => (1, ""),
    };
}
