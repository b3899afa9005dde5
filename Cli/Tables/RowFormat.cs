using System.Globalization;

namespace FlowSim.Cli.Tables;

/// <summary>Numbers of one measure in a table, with the same decimals.</summary>
internal sealed class RowFormat
{
    private const int MostDecimals = 9;

    private readonly string format;
    private readonly int decimals;

    private RowFormat(int decimals)
    {
        this.decimals = decimals;
        format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>About four significant digits of the largest of the numbers.</summary>
    public static RowFormat For(IEnumerable<double> values)
    {
        var largest = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return new RowFormat(largest switch { >= 1000 => 0, >= 100 => 1, >= 1 or 0 => 2, >= 0.1 => 3, _ => 4 });
    }

    /// <summary>With so many more decimals that a number is not written as 0.</summary>
    public RowFormat Until(double value)
    {
        var finer = this;
        while (finer.decimals < MostDecimals && !finer.Plain(value).Any(character => character is >= '1' and <= '9'))
        {
            finer = new RowFormat(finer.decimals + 1);
        }

        return finer;
    }

    /// <summary>A dash where undefined.</summary>
    public string Plain(double value) => double.IsNaN(value) ? "-" : WithoutNegativeZero(value.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>With its sign.</summary>
    public string Signed(double value)
    {
        var text = Plain(value);
        return value > 0 && text.Any(character => character is >= '1' and <= '9') ? "+" + text : text;
    }

    /// <summary><c>[lower, upper]</c>; empty where undefined.</summary>
    public string Interval(double lower, double upper, bool signed) =>
        double.IsNaN(lower) ? "" : signed ? $"[{Signed(lower)}, {Signed(upper)}]" : $"[{Plain(lower)}, {Plain(upper)}]";

    private static string WithoutNegativeZero(string text) => text.StartsWith('-') && text.All(character => character is '-' or '0' or '.') ? text[1..] : text;
}
