using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using MathNet.Numerics.Distributions;

namespace FlowSim.Scenarios.Savings;

/// <summary>
/// Who loses and who gains, beyond a margin and beyond chance: one-sided paired t-tests against the margin, by Holm's procedure over the partners
/// (Holm 1979), and in nine of ten draws where what is not known was drawn.
/// </summary>
internal static class Losers
{
    private const double Level = 0.05;
    private const double ShareOfDraws = 0.9;
    private const double Penny = 0.01;

    /// <summary>A verdict for each partner, in order.</summary>
    public static IReadOnlyList<string> Judge(IReadOnlyList<PartnerSum> partners)
    {
        var (loses, gains) = (Rejected(partners, -1), Rejected(partners, 1));
        return [.. partners.Select((partner, at) => loses[at] ? SavingVerdict.Loses : gains[at] ? SavingVerdict.Gains
            : IsWithin(partner) ? SavingVerdict.NoMatter : SavingVerdict.CannotBeTold)];
    }

    /// <summary>The verdict on the system, given those on its partners. Money is moved where one partner loses and another gains.</summary>
    public static string OfSystem(PartnerSum system, IReadOnlyList<string> partners)
    {
        var (sum, some) = (system.Judged, partners.Contains(SavingVerdict.Loses));
        var isMoved = some && partners.Contains(SavingVerdict.Gains);

        // Where it was drawn, what is not known must leave the sign as it is, not only that of the mean.
        var all = AllInterval.Of(system.ByDraw);
        var (isGain, isLoss) = (sum.Lower > 0 && !(all.Lower <= 0), sum.Upper < 0 && !(all.Upper >= 0));
        if (!isMoved && sum.N > 0 && Math.Abs(sum.Mean) < Penny && !(sum.Error >= Penny))
        {
            return SavingVerdict.NoMatter;
        }

        return isGain ? some ? SavingVerdict.MovedWithNetGain : SavingVerdict.Saved
            : isMoved ? SavingVerdict.MovedNotSaved
            : isLoss ? SavingVerdict.CostsMore
            : SavingVerdict.CannotBeTold;
    }

    /// <summary>Holm: the smallest p-value is held against 5 % ÷ partners, the next against 5 % ÷ (partners − 1), until one is not below.</summary>
    private static bool[] Rejected(IReadOnlyList<PartnerSum> partners, int sign)
    {
        var rejected = new bool[partners.Count];
        var order = Enumerable.Range(0, partners.Count).OrderBy(at => PValue(partners[at], sign)).ToList();
        for (var rank = 0; rank < order.Count && PValue(partners[order[rank]], sign) < Level / (order.Count - rank); rank++)
        {
            rejected[order[rank]] = IsInMostDraws(partners[order[rank]], sign);
        }

        return rejected;
    }

    /// <summary>Of the hypothesis that the mean is no further from 0 than the margin, on one side.</summary>
    private static double PValue(PartnerSum partner, int sign)
    {
        var beyond = (sign * partner.Judged.Mean) - partner.Margin;
        return partner.Judged.N < 2 || double.IsNaN(beyond) ? 1
            : partner.Judged.Error == 0 ? beyond > 0 ? 0 : 1
            : 1 - StudentT.CDF(0, 1, partner.Judged.N - 1, beyond / partner.Judged.Error);
    }

    private static bool IsInMostDraws(PartnerSum partner, int sign)
    {
        double[] known = [.. partner.ByDraw.Where(value => !double.IsNaN(value))];
        return known.Length == 0 || known.Count(value => sign * value > partner.Margin) >= ShareOfDraws * known.Length;
    }

    private static bool IsWithin(PartnerSum partner) => partner.Judged.Lower > -partner.Margin && partner.Judged.Upper < partner.Margin;
}
