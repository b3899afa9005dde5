using System.Text;
using FlowSim.Cli.Manual;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Tables;

/// <summary>What the results say of a plan's claims: of each scenario how many are met, and each claim that is made of that scenario alone.</summary>
internal static class ClaimLines
{
    private const string Indent = "  ";

    /// <summary>Lines with a heading and an empty line below; empty where nothing is claimed.</summary>
    public static string Render(ResultSet results, IReadOnlyList<string> scenarios, int width)
    {
        if (results.Claims.Count == 0)
        {
            return "";
        }

        // With few scenarios there is room for every claim.
        const int Few = 2;
        var everywhere = results.Claims.GroupBy(claim => claim.Claim).Where(claim => claim.Select(one => one.Scenario).Distinct().Count() > 1)
            .Select(claim => claim.Key).ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder();
        TextLines.Append(text, "What the plan claims, with every input as described (all claims and probabilities: claims.csv, report.html)", width);
        foreach (var scenario in scenarios)
        {
            var judged = results.Claims.Where(claim => claim.Scenario == scenario).GroupBy(claim => claim.Claim).Select(claim => claim.First()).ToList();
            if (judged.Count == 0)
            {
                continue;
            }

            TextLines.Append(text, $"{scenario}: {string.Join(", ", judged.GroupBy(Short).OrderByDescending(verdict => verdict.Count()).Select(verdict => FormattableString.Invariant($"{verdict.Count()} {verdict.Key}")))}", width);
            foreach (var claim in judged.Where(claim => scenarios.Count <= Few || !everywhere.Contains(claim.Claim)))
            {
                TextLines.Append(text, $"{claim.Claim}: {Estimate(claim)}{claim.Verdict}", width, Indent);
            }
        }

        return text.Append('\n').ToString();
    }

    /// <summary>The verdict without how many runs it rests on.</summary>
    private static string Short(ClaimVerdict claim) => claim.Verdict.Split(" from ")[0].Split(':')[0];

    private static string Estimate(ClaimVerdict claim)
    {
        if (double.IsNaN(claim.Estimate))
        {
            return "";
        }

        var format = RowFormat.For(new[] { claim.Estimate, claim.Lower95, claim.Upper95 }.Where(double.IsFinite));
        return $"{format.Plain(claim.Estimate)} {format.Interval(claim.Lower95, claim.Upper95, signed: false)}".TrimEnd() + ", ";
    }
}
