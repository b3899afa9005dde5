namespace FlowSim.Scenarios.Loading.Text;

/// <summary>A moment by the clock of the system.</summary>
/// <param name="Date">The day.</param>
/// <param name="Second">After its midnight [s], 0 to 86,400.</param>
/// <param name="HasTime">False if only the date is written.</param>
internal readonly record struct Moment(DateOnly Date, int Second, bool HasTime);

/// <summary>
/// A date with or without a time of day: <c>2016-04-01T13:45</c>, also with seconds, with a blank for the T, or in the form that the description declares.
/// Times are read as they stand: a zone or an offset is refused, and so is all that would have to be guessed.
/// </summary>
internal static class MomentText
{
    public const string Expected = "a moment such as 2016-04-01T13:45, or a length of time since the start such as \"90 min\"";

    /// <summary>
    /// What a date without a time of day means [s after midnight]: noon. Who comes on a day is then in bed at the midnight that ends it, as the NHS counts;
    /// at 00:00 the midnight before would be counted.
    /// </summary>
    public const int Noon = (int)(12 * TimeUnit.Hour);

    private const int HoursOfDay = 24;
    private const int HoursOfHalfDay = 12;

    /// <summary>Reads a moment in a form of dates.</summary>
    public static bool TryParse(string text, DateFormat format, out Moment moment)
    {
        var rest = text.AsSpan().Trim();
        moment = default;
        if (!format.TryRead(ref rest, out var date))
        {
            return false;
        }

        if (rest.Length == 0)
        {
            moment = new Moment(date, Noon, HasTime: false);
            return true;
        }

        if (rest[0] is not ('T' or ' ') || !TryReadTime(rest[1..], format.IsExact, out var second))
        {
            return false;
        }

        moment = new Moment(date, second, HasTime: true);
        return true;
    }

    private static bool TryReadTime(ReadOnlySpan<char> text, bool isExact, out int second)
    {
        second = 0;
        if (!DateFormat.TryReadDigits(ref text, isExact ? 2 : 1, 2, out var hour) || !TryReadAfter(ref text, ':', out var minute))
        {
            return false;
        }

        var (seconds, roundsUp) = (0, false);
        if (text.Length > 0 && text[0] == ':' && !TryReadSeconds(ref text, out seconds, out roundsUp))
        {
            return false;
        }

        if (!isExact && !TakeHalfOfDay(ref text, ref hour))
        {
            return false;
        }

        var isTime = minute < 60 && seconds < 60 && (hour < HoursOfDay || (hour == HoursOfDay && minute == 0 && seconds == 0 && !roundsUp));
        second = (int)((hour * TimeUnit.Hour) + (minute * TimeUnit.Minute)) + seconds + (roundsUp ? 1 : 0);
        return isTime && text.Length == 0;
    }

    /// <summary>Seconds, perhaps with a fraction, which is rounded to the next whole second.</summary>
    private static bool TryReadSeconds(ref ReadOnlySpan<char> text, out int seconds, out bool roundsUp)
    {
        roundsUp = false;
        if (!TryReadAfter(ref text, ':', out seconds))
        {
            return false;
        }

        if (text.Length > 1 && text[0] == '.' && char.IsAsciiDigit(text[1]))
        {
            roundsUp = text[1] >= '5';
            text = text[1..].TrimStart("0123456789");
        }

        return true;
    }

    private static bool TryReadAfter(ref ReadOnlySpan<char> text, char sign, out int value)
    {
        value = 0;
        if (text.Length == 0 || text[0] != sign)
        {
            return false;
        }

        text = text[1..];
        return DateFormat.TryReadDigits(ref text, 2, 2, out value);
    }

    /// <summary>AM or PM, which declared forms may have; false where the hour is none of that half.</summary>
    private static bool TakeHalfOfDay(ref ReadOnlySpan<char> text, ref int hour)
    {
        var half = text.TrimStart(' ');
        var isMorning = half.Equals("AM", StringComparison.OrdinalIgnoreCase);
        if (!isMorning && !half.Equals("PM", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        text = [];
        var isHour = hour is >= 1 and <= HoursOfHalfDay;
        hour = (hour % HoursOfHalfDay) + (isMorning ? 0 : HoursOfHalfDay);
        return isHour;
    }
}
