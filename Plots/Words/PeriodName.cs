using System.Globalization;

namespace FlowSim.Plots.Words;

/// <summary>A period as it stands in a sentence.</summary>
internal static class PeriodName
{
    private const string MonthFormat = "yyyy-MM";

    /// <summary><c>year 2018/19</c>, <c>April 2018</c>, <c>all measured time</c>.</summary>
    public static string Of(string period) =>
        period == "all" ? "all measured time"
        : period.Contains('/', StringComparison.Ordinal) ? $"year {period}"
        : DateOnly.TryParseExact(period, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : period;
}
