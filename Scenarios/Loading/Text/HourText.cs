namespace FlowSim.Scenarios.Loading.Text;

/// <summary>Hours of the day as table keys: <c>8</c>, <c>8-17</c> (both included), <c>22-5</c>, <c>8|20</c>; bit 0 is midnight to 01:00.</summary>
internal static class HourText
{
    public const string Expected = "hours of the day, such as \"8\" or \"8-17\"";
    public const int HoursInDay = 24;

    public static bool TryParse(string text, out int mask, out string expected)
    {
        var read = NamedRange.TryParse(text, HoursInDay, IndexOf, out mask);
        expected = read ? "" : Expected;
        return read;
    }

    private static int IndexOf(string name) =>
        NumberText.TryParseWhole(name, out var hour, out _) && hour is >= 0 and < HoursInDay ? hour : -1;
}
