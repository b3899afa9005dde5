using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Scenarios.Optimising;

/// <summary>How replications do by a target.</summary>
internal readonly record struct TargetResult(int N, double Mean, double HalfWidth, double ShareMet, string Verdict)
{
    public bool IsMissed => Verdict == DesignRow.NotMet;

    /// <summary>Met where the mean is so many standard deviations on the right side of the bound that it is for certain; missed by the same rule.</summary>
    public static TargetResult Of(Target target, double[] all)
    {
        double[] values = [.. all.Where(double.IsFinite)];
        var (n, mean, deviation) = (values.Length, Sample.Mean(values), Sample.StandardDeviation(values));
        var behind = target.Behind(mean);
        var verdict = n < all.Length ? DesignRow.NotMet
            : n < 2 ? DesignRow.Unsure
            : behind + (target.Factor(n) * deviation) < 0 ? DesignRow.Met
            : behind + (target.FactorOfMissing(n) * deviation) >= 0 ? DesignRow.NotMet
            : DesignRow.Unsure;
        return new TargetResult(n, mean, Sample.HalfWidth(n, deviation), n == 0 ? double.NaN : values.Count(target.IsMetBy) / (double)n, verdict);
    }
}
