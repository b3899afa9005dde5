namespace FlowSim.Scenarios.Loading.Text;

/// <summary>A rate: <c>12 per d</c>, <c>1 per 1.2 d</c>, <c>303.8 per day</c>.</summary>
internal static class RateText
{
    public const string Expected = "a rate, such as \"12 per d\" or \"1 per 1.2 d\"";
    private const string Separator = " per ";

    /// <summary>Reads a rate [1/h]; negative rates are refused.</summary>
    public static bool TryParse(string text, out double perHour, out string expected)
    {
        perHour = 0;
        expected = Expected;
        if (!TrySplit(text, out var number, out var period) || number < 0 || !TryParsePeriod(period, out var seconds))
        {
            return false;
        }

        perHour = number / seconds * TimeUnit.Hour;
        expected = "";
        return true;
    }

    /// <summary>The same rate with its number multiplied, its period kept as written; null if the text is no rate.</summary>
    public static string? Scale(string text, double factor) => Change(text, number => number * factor);

    /// <summary>The same rate with its number changed, its period kept as written; null if the text is no rate.</summary>
    public static string? Change(string text, Func<double, double> change) =>
        TryParse(text, out _, out _) && TrySplit(text, out var number, out var period)
            ? NumberText.Write(change(number)) + Separator + period
            : null;

    /// <summary>Reads a period: a unit or its name (<c>d</c>, <c>day</c>), or a length of time (<c>1.2 d</c>) [s].</summary>
    public static bool TryParsePeriod(string text, out double seconds)
    {
        seconds = text.Trim() switch
        {
            "month" => TimeUnit.Month,
            _ => 0,
        };
        return seconds > 0
            || TimeUnit.TryGet(text.AsSpan().Trim(), out seconds)
            || (DurationText.TryParse(text, out seconds, out _) && seconds > 0);
    }

    private static bool TrySplit(string text, out double number, out string period)
    {
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        period = at < 0 ? "" : text[(at + Separator.Length)..].Trim();
        number = 0;
        return at > 0 && NumberText.TryParse(text[..at], out number, out _);
    }
}
