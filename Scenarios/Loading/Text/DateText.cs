using System.Globalization;

namespace FlowSim.Scenarios.Loading.Text;

/// <summary>A date as ISO 8601 writes it: <c>2017-04-01</c>.</summary>
internal static class DateText
{
    public const string Expected = "a date, such as \"2017-04-01\"";
    private const string Iso = "yyyy-MM-dd";

    public static bool TryParse(string text, out DateOnly date, out string expected)
    {
        var read = DateOnly.TryParseExact(text.Trim(), Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
        expected = read ? "" : Expected;
        return read;
    }

    public static string Write(DateOnly date) => date.ToString(Iso, CultureInfo.InvariantCulture);
}
