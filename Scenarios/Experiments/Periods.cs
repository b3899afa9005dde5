namespace FlowSim.Scenarios.Experiments;

/// <summary>The three kinds of period in results: a year (<c>2017/18</c>), a month (<c>2017-04</c>), everything measured (<c>all</c>).</summary>
public static class Periods
{
    /// <summary>The whole measured time.</summary>
    public const string All = "all";

    /// <summary>The NHS year of a day, from April.</summary>
    public static string YearOf(DateOnly day)
    {
        var year = day.Month >= 4 ? day.Year : day.Year - 1;
        return FormattableString.Invariant($"{year}/{(year + 1) % 100:00}");
    }

    /// <summary>True for an NHS year such as <c>2017/18</c>.</summary>
    public static bool IsYear(string period) => period.Length == 7 && period[4] == '/';
}
