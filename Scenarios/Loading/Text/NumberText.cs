using System.Globalization;

namespace FlowSim.Scenarios.Loading.Text;

/// <summary>A plain number without a unit, such as <c>12</c> or <c>0.97</c>.</summary>
internal static class NumberText
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public const string Expected = "a number, such as \"12\"";
    public const string ExpectedWhole = "a whole number, such as \"12\"";

    /// <summary>Reads a finite number; thousands separators, NaN and infinities are refused.</summary>
    public static bool TryParse(string text, out double value, out string expected)
    {
        var read = double.TryParse(text.AsSpan().Trim(), Plain, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
        value = read ? value : 0;
        expected = read ? "" : Expected;
        return read;
    }

    /// <summary>Reads a whole number that fits an <c>int</c>.</summary>
    public static bool TryParseWhole(string text, out int value, out string expected)
    {
        var read = int.TryParse(text.AsSpan().Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
        expected = read ? "" : ExpectedWhole;
        return read;
    }

    /// <summary>A number to 15 significant digits, so that 0.1 × 3 is written 0.3.</summary>
    public static string Write(double value) => value.ToString("G15", CultureInfo.InvariantCulture);
}
