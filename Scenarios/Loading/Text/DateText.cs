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

    /// <summary>What a date of a run must be: calendars and rosters are laid out for centuries around it.</summary>
    public const string ExpectedOfRun = "a date of the years 1000 to 8999, such as \"2017-04-01\"";

    /// <summary>True for a date on which a run or a change of it may begin.</summary>
    public static bool IsOfRun(DateOnly date) => date.Year is >= 1000 and < 9000;

    public static string Write(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
