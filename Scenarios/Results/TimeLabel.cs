using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results;

/// <summary>The <c>time</c> column of timeline.csv.</summary>
internal static class TimeLabel
{
    private static readonly string[] Weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>A date (<c>2017-04-01</c>), a day counted from 1 where the system has no dates (<c>day 1</c>), or an hour of the week (<c>Mon 00:00</c>).</summary>
    public static string Of(TimelineSummary series, int index, bool hasDates)
    {
        if (series.HoursOfWeek)
        {
            return FormattableString.Invariant($"{Weekdays[index / 24 % 7]} {index % 24:00}:00");
        }

        return hasDates ? series.FirstDay.AddDays(index).ToString("yyyy-MM-dd") : FormattableString.Invariant($"day {index + 1}");
    }
}
