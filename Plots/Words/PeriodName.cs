using System.Globalization;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Report;

namespace FlowSim.Plots.Words;

/// <summary>A period as it stands in a sentence.</summary>
internal static class PeriodName
{
    private const string MonthFormat = "yyyy-MM";

    /// <summary>The period of a chart: <c>year 2018/19</c>, and how many days of it where the rest was not measured.</summary>
    public static string Of(ChartRequest request)
    {
        var words = ReportPeriods.InWords(request.Results.Run, request.PeriodShown);
        return words.StartsWith(request.PeriodShown, StringComparison.Ordinal)
            ? Of(request.PeriodShown) + words[request.PeriodShown.Length..]
            : Of(request.PeriodShown);
    }

    /// <summary><c>year 2018/19</c>, <c>April 2018</c>, <c>all measured time</c>.</summary>
    public static string Of(string period) =>
        period == "all" ? "all measured time"
        : period.Contains('/', StringComparison.Ordinal) ? $"year {period}"
        : DateOnly.TryParseExact(period, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : period;
}
