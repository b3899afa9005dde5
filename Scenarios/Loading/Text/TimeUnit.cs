namespace FlowSim.Scenarios.Loading.Text;

/// <summary>The units of time of the language: s, min, h, d, w and y (365.25 d), which may also be written in words.</summary>
internal static class TimeUnit
{
    public const double Second = 1;
    public const double Minute = 60;
    public const double Hour = 3_600;
    public const double Day = 86_400;
    public const double Week = 7 * Day;
    public const double Year = 365.25 * Day;
    public const double Month = Year / 12;

    /// <summary>Advice that goes with every refused length of time.</summary>
    public const string Hint = "Write the unit: s, min, h, d, w or y.";

    /// <summary>Seconds in one unit [s]; false if there is no such unit.</summary>
    public static bool TryGet(ReadOnlySpan<char> unit, out double seconds)
    {
        seconds = ShortOf(unit) switch
        {
            "s" => Second,
            "min" => Minute,
            "h" => Hour,
            "d" => Day,
            "w" => Week,
            "y" => Year,
            _ => 0,
        };
        return seconds > 0;
    }

    /// <summary>The short form of a unit that may be written in words, <c>d</c> for <c>days</c>; empty if there is no such unit.</summary>
    public static string ShortOf(ReadOnlySpan<char> unit) => unit switch
    {
        "s" or "sec" or "secs" or "second" or "seconds" => "s",
        "min" or "mins" or "minute" or "minutes" => "min",
        "h" or "hr" or "hrs" or "hour" or "hours" => "h",
        "d" or "day" or "days" => "d",
        "w" or "wk" or "wks" or "week" or "weeks" => "w",
        "y" or "yr" or "yrs" or "year" or "years" => "y",
        _ => "",
    };
}
