using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Claims;

/// <summary>The years of a claim about money: one, or several together such as <c>2017/18 to 2018/19</c>.</summary>
internal static class ClaimYears
{
    private const string Separator = " to ";

    /// <summary>The periods whose amounts are added; <c>all</c> is one; null for what is none.</summary>
    public static IReadOnlyList<string>? Of(string period)
    {
        if (period.Split(Separator) is not [var first, var last])
        {
            return [period];
        }

        return Begins(first) is { } from && Begins(last) is { } to && from < to
            ? [.. Enumerable.Range(from, to - from + 1).Select(PriceYear.Text)]
            : null;
    }

    private static int? Begins(string year) => Periods.IsYear(year) && PriceYear.TryParse(year, out var begins) ? begins : null;
}
