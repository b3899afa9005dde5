using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Scenarios.Savings;

/// <summary>
/// What losers lose of each pound that others gain: the sum of the partners' mean losses ÷ that of their mean gains, with the percentile interval of a
/// bootstrap that draws whole replications again (Efron and Tibshirani 1993).
/// </summary>
/// <param name="Mean">NaN where nobody gains more than the margin.</param>
/// <param name="Lower">NaN as <paramref name="Mean"/>, or below two replications.</param>
/// <param name="Upper">The same.</param>
internal readonly record struct Leakage(double Mean, double Lower, double Upper)
{
    private const int Samples = 2000;
    private const double Tail = 0.025;
    private const string Key = "leakage";

    public static Leakage Of(IReadOnlyList<PartnerSum> partners)
    {
        var none = new Leakage(double.NaN, double.NaN, double.NaN);
        double[] means = [.. partners.Select(partner => partner.Judged.Mean)];
        if (partners.Count == 0 || Array.Exists(means, double.IsNaN) || means.Where(mean => mean > 0).Sum() <= partners.Min(partner => partner.Margin))
        {
            return none;
        }

        var kept = Enumerable.Range(0, partners[0].Values.Length).Where(at => partners.All(partner => !double.IsNaN(partner.Values[at]))).ToArray();
        if (kept.Length < 2)
        {
            return none with { Mean = Ratio(means) };
        }

        double[] ratios = [.. Enumerable.Range(0, Samples).Select(sample => Ratio(Again(partners, kept, sample))).Order()];
        return new Leakage(Ratio(means), Sample.Quantile(ratios, Tail), Sample.Quantile(ratios, 1 - Tail));
    }

    private static double[] Again(IReadOnlyList<PartnerSum> partners, int[] kept, int sample)
    {
        var drawn = Enumerable.Range(0, kept.Length)
            .Select(at => kept[(int)(KeyedUniform.Of(ExperimentPlan.DefaultSeed, Key, sample, at) * kept.Length)]).ToArray();
        return [.. partners.Select(partner => drawn.Average(at => partner.Values[at]))];
    }

    /// <summary>Infinite where nobody gains.</summary>
    private static double Ratio(double[] means)
    {
        var (gains, losses) = (means.Where(mean => mean > 0).Sum(), means.Where(mean => mean < 0).Sum(mean => -mean));
        return losses / gains;
    }
}
