using System.Globalization;

namespace FlowSim.Scenarios.Loading.Text;

/// <summary>A date as ISO 8601 writes it: <c>2017-04-01</c>.</summary>
internal static class DateText
{
    public const string Expected = "a date, such as \"2017-04-01\"";

    public static bool TryParse(string text, out DateOnly date, out string expected)
    {
        var rest = text.AsSpan().Trim();
        var read = DateFormat.Iso.TryRead(ref rest, out date) && rest.Length == 0;
        expected = read ? "" : Expected;
        return read;
    }

    public static string Write(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
