namespace FlowSim.Scenarios.Loading.Text;

/// <summary>Hours open on some days of the week.</summary>
/// <param name="Days">Bits 0 (Monday) to 6 (Sunday).</param>
/// <param name="From">Opens, after midnight [s].</param>
/// <param name="To">Closes, after midnight of the same day [s]; above 86,400 if it closes the next day.</param>
internal readonly record struct WeeklySpan(int Days, int From, int To);

/// <summary>A moment on some days of the week.</summary>
/// <param name="Days">Bits 0 (Monday) to 6 (Sunday).</param>
/// <param name="Second">After midnight [s].</param>
internal readonly record struct WeeklyMoment(int Days, int Second);

/// <summary>Reads opening hours, <c>Mon-Fri 09:00-17:00 &amp; Sat 10:00-12:00</c>, and gates, <c>Mon-Fri 10:00 &amp; Sat-Sun 11:00</c>.</summary>
internal static class CalendarText
{
    public const string ExpectedHours = "opening hours, such as \"Mon-Fri 09:00-17:00 & Sat 10:00-12:00\" or \"daily\"";
    public const string ExpectedGates = "times of day, such as \"Mon-Fri 10:00 & Sat-Sun 11:00\" or \"daily 08:00\"";
    private const int DayLength = (int)TimeUnit.Day;

    /// <summary>Reads opening hours; days without hours are open all day, a part without days takes those of the part before (at first: daily).</summary>
    public static bool TryParseHours(string text, out IReadOnlyList<WeeklySpan> spans, out string expected)
    {
        var read = new List<WeeklySpan>();
        spans = read;
        expected = ExpectedHours;
        var days = WeekdayText.Daily;
        foreach (var part in text.Split('&'))
        {
            if (!TrySplit(part, ref days, out var times))
            {
                return false;
            }

            if (times.Length == 0)
            {
                read.Add(new WeeklySpan(days, 0, DayLength));
            }
            else if (!TryAddSpans(times, days, read))
            {
                return false;
            }
        }

        expected = "";
        return true;
    }

    /// <summary>Reads gates; a part without days takes those of the part before (at first: daily).</summary>
    public static bool TryParseGates(string text, out IReadOnlyList<WeeklyMoment> moments, out string expected)
    {
        var read = new List<WeeklyMoment>();
        moments = read;
        expected = ExpectedGates;
        var days = WeekdayText.Daily;
        foreach (var part in text.Split('&'))
        {
            if (!TrySplit(part, ref days, out var times) || times.Length == 0)
            {
                return false;
            }

            foreach (var time in times)
            {
                if (!ClockTimeText.TryParse(time, out var second, out _) || second == DayLength)
                {
                    return false;
                }

                read.Add(new WeeklyMoment(days, second));
            }
        }

        expected = "";
        return true;
    }

    private static bool TryAddSpans(string[] times, int days, List<WeeklySpan> spans)
    {
        foreach (var time in times)
        {
            var ends = time.Split('-');
            if (ends.Length != 2 || !ClockTimeText.TryParse(ends[0], out var from, out _) || !ClockTimeText.TryParse(ends[1], out var to, out _) || from == to
                || from == DayLength)
            {
                return false;
            }

            spans.Add(new WeeklySpan(days, from, to < from ? to + DayLength : to));
        }

        return true;
    }

    private static bool TrySplit(string part, ref int days, out string[] times)
    {
        times = part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (times.Length == 0)
        {
            return false;
        }

        if (times[0].Contains(':', StringComparison.Ordinal))
        {
            return true;
        }

        var read = WeekdayText.TryParse(times[0], out days, out _) && days != WeekdayText.Holidays;
        times = times[1..];
        return read;
    }
}
