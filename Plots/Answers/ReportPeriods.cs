using System.Globalization;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Answers;

/// <summary>Which periods the report shows: years, and everything measured; months are left to the files.</summary>
internal static class ReportPeriods
{
    private const string YearEnds = "-04-01";

    /// <summary>Periods with something to show, in the order of the files.</summary>
    public static IReadOnlyList<string> Of(ResultSet results)
    {
        var rows = results.Differences.Count > 0 ? results.Differences.Select(row => row.Key.Period) : results.Summaries.Select(row => row.Key.Period);
        return [.. rows.Distinct().Where(period => Periods.IsYear(period) || period == Periods.All)];
    }

    /// <summary>As a reader calls it: <c>2018/19</c>, or <c>2018/19 (60 days of it)</c> where the rest of the year was not measured.</summary>
    public static string InWords(RunFacts run, string period) =>
        period == Periods.All ? "the whole time measured"
        : DaysMissing(run, period) is { Missing: > 0 } days
            ? FormattableString.Invariant($"{period} ({days.Measured} {(days.Measured == 1 ? "day" : "days")} of it)")
        : period;

    /// <summary><c>in 2018/19</c>.</summary>
    public static string During(RunFacts run, string period) => period == Periods.All ? "over the whole time measured" : "in " + InWords(run, period);

    /// <summary>False for a year of which a part was measured only.</summary>
    public static bool IsWhole(RunFacts run, string period) => DaysMissing(run, period).Missing == 0;

    /// <summary>True for the year before the scenarios branch, which is recorded although the time measured begins after it.</summary>
    public static bool IsOfSpinUp(RunFacts run, string period) =>
        Periods.IsYear(period) && ResultDate.TryRead(period[..4] + YearEnds, out var first) && ResultDate.TryRead(run.MeasuredFrom, out var from)
        && first.AddYears(1) <= from;

    /// <summary>Days of a year that were measured, and that were not; 0 and 0 for other periods, and where the dates are not known.</summary>
    private static (int Measured, int Missing) DaysMissing(RunFacts run, string period)
    {
        if (!Periods.IsYear(period) || !ResultDate.TryRead(period[..4] + YearEnds, out var first)
            || !ResultDate.TryRead(run.MeasuredFrom, out var from) || !ResultDate.TryRead(run.MeasuredTo, out var to))
        {
            return (0, 0);
        }

        var (begin, end) = (first.DayNumber, first.AddYears(1).DayNumber);
        var days = Math.Max(0, Math.Min(end, to.DayNumber) - Math.Max(begin, from.DayNumber));

        // A year before the measured time is one of the spin-up, and whole.
        return days == 0 ? (0, 0) : (days, end - begin - days);
    }
}

/// <summary>Dates as people write them.</summary>
internal static class ReportDates
{
    /// <summary><c>1 April 2017 to 31 March 2019</c>, both days included; dates that cannot be read stay as they are.</summary>
    public static string InWords(RunFacts run) =>
        ResultDate.TryRead(run.MeasuredFrom, out var first) && ResultDate.TryRead(run.MeasuredTo, out var after)
            ? $"{InWords(first)} to {InWords(after.AddDays(-1))}"
            : $"{run.MeasuredFrom} up to {run.MeasuredTo}";

    private static string InWords(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
