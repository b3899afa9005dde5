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
    /// <param name="savings">The rows of one scenario, year and basis.</param>
    /// <param name="names">What partners are called.</param>
    public static IReadOnlyList<PartnerStep> Of(IReadOnlyList<Saving> savings, SystemNames names)
    {
        var steps = new List<PartnerStep>();
        var sum = 0.0;
        foreach (var partner in savings.Where(saving => saving.Partner != Saving.System).OrderByDescending(saving => saving.Amount)
            .ThenBy(saving => saving.Partner, StringComparer.Ordinal))
        {
            steps.Add(new PartnerStep(names.GroupHeading(partner.Partner), sum, Of(partner), false));
            sum += (double)partner.Amount;
        }

        steps.AddRange(savings.Where(saving => saving.Partner == Saving.System).Select(system => new PartnerStep("All together", 0, Of(system), true)));
        return steps;
    }

    /// <summary>With the wider of the two intervals, where there are two.</summary>
    private static Estimate Of(Saving saving) => double.IsNaN(saving.Lower95All)
        ? new Estimate((double)saving.Amount, saving.Lower95, saving.Upper95)
        : new Estimate((double)saving.Amount, saving.Lower95All, saving.Upper95All);
}
