using System.Globalization;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results;

/// <summary>The <c>time</c> column of timeline.csv.</summary>
internal static class TimeLabel
{
    public const string DateFormat = "yyyy-MM-dd";

    /// <summary>Stands for the first day of a system without dates, a Monday: its files only count days.</summary>
    public static readonly DateOnly FirstDayWithoutDates = new(2001, 1, 1);

    private static readonly string[] Weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>
    /// A date (<c>2017-04-01</c>), a day counted from 1 where the system has no dates (<c>day 1</c>), or an hour of the week (<c>Mon 00:00</c>).
    /// </summary>
    public static string Of(TimelineSummary series, int index, bool hasDates)
    {
        if (series.HoursOfWeek)
        {
            return FormattableString.Invariant($"{Weekdays[index / 24 % 7]} {index % 24:00}:00");
        }

        return hasDates ? series.FirstDay.AddDays(index).ToString(DateFormat, CultureInfo.InvariantCulture) : FormattableString.Invariant($"day {index + 1}");
    }

    /// <summary>True for <c>Mon 00:00</c>.</summary>
    public static bool IsHourOfWeek(string label) => Array.Exists(Weekdays, day => label.StartsWith(day, StringComparison.Ordinal));
}
