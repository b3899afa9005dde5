using FlowSim.Plots.Charts;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Savings;

/// <summary>A step of the waterfall.</summary>
/// <param name="Name">Partner in words, or "All together".</param>
/// <param name="Start">Sum of the partners before it [£].</param>
/// <param name="Amount">What it gains; negative: loses [£].</param>
/// <param name="IsTotal">True for the last.</param>
internal sealed record PartnerStep(string Name, double Start, Estimate Amount, bool IsTotal)
{
    /// <summary>Partners from the largest gain to the largest loss, then all together.</summary>
    public static IReadOnlyList<PartnerStep> Of(IReadOnlyList<LedgerLine> lines, SystemNames names)
    {
        var steps = new List<PartnerStep>();
        var sum = 0.0;
        foreach (var partner in lines.GroupBy(line => line.Partner).OrderByDescending(partner => partner.Sum(line => line.Amount))
            .ThenBy(partner => partner.Key, StringComparer.Ordinal))
        {
            var own = partner.ToList();
            var amount = own.Count == 1
                ? new Estimate(own[0].Amount, own[0].Lower95, own[0].Upper95)
                : new Estimate(own.Sum(line => line.Amount), double.NaN, double.NaN);
            steps.Add(new PartnerStep(names.GroupHeading(partner.Key), sum, amount, false));
            sum += amount.Mean;
        }

        steps.Add(new PartnerStep("All together", 0, steps.Count == 1 ? steps[0].Amount : new Estimate(sum, double.NaN, double.NaN), true));
        return steps;
    }
}
