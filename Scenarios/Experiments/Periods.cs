using System.Globalization;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// The kinds of period in results: a year (<c>2017/18</c>), a quarter (<c>2017/18-Q1</c>), a month (<c>2017-04</c>), everything measured (<c>all</c>).
/// </summary>
public static class Periods
{
    /// <summary>The whole measured time.</summary>
    public const string All = "all";

    private const int FirstMonth = 4;

    /// <summary>The NHS year of a day, from April.</summary>
    public static string YearOf(DateOnly day)
    {
        var year = day.Month >= FirstMonth ? day.Year : day.Year - 1;
        return FormattableString.Invariant($"{year}/{(year + 1) % 100:00}");
    }

    /// <summary>The first day of an NHS year such as <c>2017/18</c>.</summary>
    internal static DateOnly FirstDayOf(string year) => DateOnly.ParseExact($"{year[..4]}-04-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// The period that tables, charts and the report show unless another is asked for: the last year, or everything where there are no years or the last
    /// is not whole.
    /// </summary>
    /// <param name="periods">Those with values.</param>
    /// <param name="lastIsWhole">True when what was measured ends with a year.</param>
    public static string Shown(IEnumerable<string> periods, bool lastIsWhole)
    {
        var known = periods.ToHashSet(StringComparer.Ordinal);
        var last = known.Where(IsYear).Max(StringComparer.Ordinal);
        return last is null || (!lastIsWhole && known.Contains(All)) ? All : last;
    }

    /// <summary>True for the first day of an NHS year, at which the one before it ends.</summary>
    public static bool EndsYear(DateOnly day) => day is { Month: FirstMonth, Day: 1 };

    /// <summary>True when what a run measures ends with a year.</summary>
    public static bool EndsWithYear(RunPlan run) => run.End % SimTime.Day == 0 && EndsYear(run.FirstDay.AddDays(run.End / SimTime.Day));

    /// <summary>True for a month such as <c>2017-04</c>.</summary>
    public static bool IsMonth(string period) => period.Length == 7 && period[4] == '-';

    /// <summary>The quarter of a day, such as <c>2017/18-Q1</c>: April to June is the first of an NHS year.</summary>
    internal static string QuarterOf(DateOnly day) => FormattableString.Invariant($"{YearOf(day)}-Q{((day.Month + 8) % 12 / 3) + 1}");

    /// <summary>True for a quarter such as <c>2017/18-Q1</c>.</summary>
    public static bool IsQuarter(string period) => period.Length == 10 && period[4] == '/' && period[8] == 'Q';

    /// <summary>True for an NHS year such as <c>2017/18</c>.</summary>
    public static bool IsYear(string period) => period.Length == 7 && period[4] == '/';
}
