using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report;

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

    /// <summary>The period of the answers: the last year, or everything where there are no years or the last is not whole.</summary>
    public static string Last(ResultSet results, IReadOnlyList<string> periods)
    {
        var years = periods.Where(Periods.IsYear).Order(StringComparer.Ordinal).ToList();
        var isWhole = results.Run.Measured.To.EndsWith(YearEnds, StringComparison.Ordinal);
        return years.Count == 0 || (periods.Contains(Periods.All) && !isWhole) ? Periods.All : years[^1];
    }

    /// <summary>As a reader calls it.</summary>
    public static string InWords(string period) => period == Periods.All ? "the whole time measured" : period;

    /// <summary><c>in 2018/19</c>.</summary>
    public static string During(string period) => period == Periods.All ? "over the whole time measured" : "in " + period;
}
