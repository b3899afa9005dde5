namespace FlowSim.Scenarios.Loading.Text;

/// <summary>The financial year in whose prices an amount is, from April: <c>2016/17</c>.</summary>
internal static class PriceYear
{
    public const string Expected = "a financial year, such as \"2016/17\"";

    private const int Century = 100;
    private const int Digits = 4;

    /// <summary>Reads a year by the calendar year in which it begins; <c>2016</c> alone is the one that begins in it.</summary>
    public static bool TryParse(string text, out int first)
    {
        first = 0;
        var parts = text.Trim().Split('/');
        return parts.Length is 1 or 2
            && Array.TrueForAll(parts, part => part.Length > 0 && part.All(char.IsAsciiDigit))
            && parts[0].Length == Digits && NumberText.TryParseWhole(parts[0], out first, out _)
            && (parts.Length == 1
                || (parts[1].Length == 2 && NumberText.TryParseWhole(parts[1], out var next, out _) && next == (first + 1) % Century));
    }

    /// <summary>As it is written: <c>2016/17</c>.</summary>
    public static string Text(int first) => FormattableString.Invariant($"{first}/{(first + 1) % Century:00}");
}
