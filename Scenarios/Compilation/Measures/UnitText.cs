using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Units in which measures are given.</summary>
internal static class UnitText
{
    public const string Percent = "%";
    public const double PerCent = 100;
    private static readonly string[] Times = ["s", "min", "h", "d"];

    public const string ExpectedTime = "s, min, h, d or w";

    /// <summary>Units of time as people write them, by the unit of the language.</summary>
    private static readonly Dictionary<string, string> TimeNames = new(StringComparer.Ordinal)
    {
        ["s"] = "s",
        ["sec"] = "s",
        ["secs"] = "s",
        ["second"] = "s",
        ["seconds"] = "s",
        ["min"] = "min",
        ["mins"] = "min",
        ["minute"] = "min",
        ["minutes"] = "min",
        ["h"] = "h",
        ["hr"] = "h",
        ["hrs"] = "h",
        ["hour"] = "h",
        ["hours"] = "h",
        ["d"] = "d",
        ["day"] = "d",
        ["days"] = "d",
        ["w"] = "w",
        ["week"] = "w",
        ["weeks"] = "w",
    };

    /// <summary>True for <c>%</c> and for <c>% of …</c>, also in letters.</summary>
    public static bool IsPercent(string? unit) =>
        unit is not null
            && (unit.StartsWith(Percent, StringComparison.Ordinal) || unit.StartsWith("per cent", StringComparison.Ordinal)
                || unit.StartsWith("percent", StringComparison.Ordinal));

    /// <summary>True for a share of 1.</summary>
    public static bool IsShareOfOne(string? unit) => unit is "share" or "proportion" or "fraction" or "ratio" or "probability";

    /// <summary>Units in a second; false when it is not a unit of time.</summary>
    public static bool TryGetPerSecond(string unit, out double perSecond)
    {
        var known = TimeUnit.TryGet(TimeNames.GetValueOrDefault(unit, ""), out var seconds);
        perSecond = known ? 1 / seconds : 0;
        return known;
    }

    /// <summary>
    /// Seconds of the time that a unit is per, such as those of an hour for <c>per h</c>, <c>patients/hour</c> and <c>a bed-hour</c>; false where it
    /// names none.
    /// </summary>
    public static bool TryGetSecondsPer(string unit, out double seconds)
    {
        string[] words = unit.Replace("/", " per ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        seconds = 0;
        return words.Length >= 2 && words[^2] is "per" or "a" or "an" && TryGetSecondsOf(words[^1], out seconds);
    }

    /// <summary>
    /// Seconds of the time that a unit begins with, such as those of an hour for <c>h</c>, <c>hours a day</c> and <c>bed-hours</c>; false where it names
    /// none.
    /// </summary>
    public static bool TryGetLeadingSeconds(string unit, out double seconds) => TryGetSecondsOf(unit.Split(' ', '/')[0], out seconds);

    /// <summary>A length of time in the largest unit that divides it.</summary>
    public static string Write(int seconds)
    {
        var unit = Times.Reverse().First(name => TimeUnit.TryGet(name, out var size) && seconds % (int)size == 0);
        return DurationText.Write(seconds, seconds == 0 ? "s" : unit);
    }

    /// <summary>Of a unit of time alone or after a hyphen, as in <c>bed-day</c>.</summary>
    private static bool TryGetSecondsOf(string word, out double seconds)
    {
        var name = word[(word.LastIndexOf('-') + 1)..];
        if (name is "month" or "months")
        {
            seconds = TimeUnit.Month;
            return true;
        }

        return TimeUnit.TryGet(TimeNames.GetValueOrDefault(name, ""), out seconds);
    }
}
