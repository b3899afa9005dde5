using System.Globalization;

namespace FlowSim.Scenarios.Loading.Text;

/// <summary>A time of day: <c>08:30</c>; <c>24:00</c> is the end of the day.</summary>
internal static class ClockTimeText
{
    public const string Expected = "a time of day, such as \"08:30\"";

    /// <summary>Reads a time of day [s after midnight], 0 to 86,400.</summary>
    public static bool TryParse(string text, out int secondOfDay, out string expected)
    {
        var parts = text.Trim().Split(':');
        secondOfDay = 0;
        expected = Expected;
        if (parts.Length != 2 || !TryParseTwoDigits(parts[0], out var hour) || !TryParseTwoDigits(parts[1], out var minute))
        {
            return false;
        }

        if (minute > 59 || hour > 24 || (hour == 24 && minute > 0))
        {
            return false;
        }

        secondOfDay = (int)((hour * TimeUnit.Hour) + (minute * TimeUnit.Minute));
        expected = "";
        return true;
    }

    private static bool TryParseTwoDigits(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && text.Length is 1 or 2;
}
