using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Savings;

namespace FlowSim.Scenarios.Optimising;

/// <summary>Makes rows of <c>designs.csv</c>.</summary>
internal static class DesignRows
{
    /// <param name="id">Of the design.</param>
    /// <param name="kind">See <see cref="DesignRow"/>.</param>
    /// <param name="order">Rank, or place on the curve.</param>
    /// <param name="cost">[£ a year].</param>
    /// <param name="target">The target.</param>
    /// <param name="values">Of its measure, by replication.</param>
    /// <param name="gains">What all partners gain on a basis by replication [£ a year]; null without prices.</param>
    public static DesignRow Of(string id, string kind, int order, double cost, Target target, double[] values, Func<string, double[]?> gains)
    {
        var result = TargetResult.Of(target, values);
        var (opportunity, cash) = (SampleInterval.Of(gains(Basis.Opportunity) ?? []), SampleInterval.Of(gains(Basis.Cash) ?? []));
        return new DesignRow
        {
            Design = id,
            Kind = kind,
            Order = order,
            Cost = cost,
            Target = target.Text,
            Unit = target.Unit,
            N = result.N,
            Mean = result.Mean,
            Lower95 = result.Mean - result.HalfWidth,
            Upper95 = result.Mean + result.HalfWidth,
            ShareMet = result.ShareMet,
            Verdict = result.Verdict,
            Opportunity = opportunity.Mean,
            OpportunityLower95 = opportunity.Lower,
            OpportunityUpper95 = opportunity.Upper,
            Cash = cash.Mean,
            CashLower95 = cash.Lower,
            CashUpper95 = cash.Upper,
        };
    }
}
