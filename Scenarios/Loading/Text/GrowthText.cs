namespace FlowSim.Scenarios.Loading.Text;

/// <summary>Growth a year: <c>1.9 % per y</c>.</summary>
internal static class GrowthText
{
    public const string Expected = "a growth a year, such as \"1.9 % per y\"";

    /// <summary>Reads a growth a year as a fraction; it may be negative, but not -100 % or below.</summary>
    public static bool TryParse(string text, out double perYear, out string expected)
    {
        perYear = 0;
        expected = Expected;
        var at = text.IndexOf(" per ", StringComparison.Ordinal);
        if (at < 0 || TimeUnit.ShortOf(text.AsSpan(at + 5).Trim()) != "y" || !ShareText.TryParsePercent(text[..at], out perYear) || perYear <= -1)
        {
            perYear = 0;
            return false;
        }

        expected = "";
        return true;
    }
}
