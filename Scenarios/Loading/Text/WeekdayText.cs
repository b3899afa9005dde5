namespace FlowSim.Scenarios.Loading.Text;

/// <summary>Days of the week: <c>Mon</c>, <c>Mon-Fri</c>, <c>Sat|Sun</c>, <c>daily</c>, <c>holidays</c>; bit 0 is Monday.</summary>
internal static class WeekdayText
{
    public const string Expected = "days, such as \"Mon\", \"Mon-Fri\", \"Sat|Sun\", \"daily\" or \"holidays\"";
    public const int DaysInWeek = 7;

    /// <summary>Every day of the week.</summary>
    public const int Daily = (1 << DaysInWeek) - 1;

    /// <summary>The bit of the dates of a calendar of holidays.</summary>
    public const int Holidays = 1 << DaysInWeek;

    private static readonly string[] Names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>Reads days as a mask: bits 0 (Monday) to 6 (Sunday), and <see cref="Holidays"/>.</summary>
    public static bool TryParse(string text, out int mask, out string expected)
    {
        mask = text.Trim() switch
        {
            "daily" => Daily,
            "holidays" => Holidays,
            _ => 0,
        };
        var read = mask != 0 || NamedRange.TryParse(text, DaysInWeek, IndexOf, out mask);
        expected = read ? "" : Expected;
        return read;
    }

    /// <summary>0 for Mon to 6 for Sun, -1 for any other word.</summary>
    public static int IndexOf(string name) => Array.IndexOf(Names, name);
}
