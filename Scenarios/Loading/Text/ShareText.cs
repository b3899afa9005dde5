namespace FlowSim.Scenarios.Loading.Text;

/// <summary>A share of a whole: <c>35 %</c>; or <c>rest</c>, what the others leave.</summary>
internal static class ShareText
{
    public const string Expected = "a share with its sign, such as \"35 %\"";
    private const double PerCent = 100;

    /// <summary>True for the word that takes what the other shares leave.</summary>
    public static bool IsRest(string text) => text.AsSpan().Trim() is "rest";

    /// <summary>Reads a share between 0 and 1; a number without % is refused.</summary>
    public static bool TryParse(string text, out double share, out string expected)
    {
        var read = TryParsePercent(text, out share) && share is >= 0 and <= 1;
        share = read ? share : 0;
        expected = read ? "" : Expected;
        return read;
    }

    /// <summary>Reads any percentage as a fraction, also negative or above 100 %.</summary>
    public static bool TryParsePercent(string text, out double fraction)
    {
        var trimmed = text.AsSpan().Trim();
        fraction = 0;
        if (!trimmed.EndsWith("%") || !NumberText.TryParse(trimmed[..^1].ToString(), out var percent, out _))
        {
            return false;
        }

        fraction = percent / PerCent;
        return true;
    }

    /// <summary>Writes a fraction as a percentage.</summary>
    public static string Write(double fraction) => NumberText.Write(fraction * PerCent) + " %";
}
