using Exact = MathNet.Numerics.Distributions;

namespace FlowSim.Tests.Sampling;

/// <summary>For every way to write a distribution, from another source than the engine: the probability that a value is no greater than so much.</summary>
internal static class DistributionReferences
{
    /// <summary>The column that the examples take values from.</summary>
    public static readonly double[] Sample = [0.5, 1, 1, 2.25, 6, 14];

    public static IReadOnlyDictionary<string, Func<double, double>> Of { get; } = new Dictionary<string, Func<double, double>>
    {
        ["binomial 30 80 %"] = x => Exact.Binomial.CDF(0.8, 30, x),
        ["constant 5"] = x => x < 5 ? 0 : 1,
        ["empirical stays column days"] = x => Sample.Count(value => value <= x) / (double)Sample.Length,
        ["exponential mean 2"] = x => Exact.Exponential.CDF(1 / 2.0, x),
        ["gamma mean 2 sd 1"] = x => Exact.Gamma.CDF(4, 2, x),
        ["lognormal mean 3.1 sd 4"] = x => Exact.LogNormal.WithMeanVariance(3.1, 16).CumulativeDistribution(x),
        ["lognormal median 9 mean 18"] = x => Exact.LogNormal.CDF(Math.Log(9), Math.Sqrt(Math.Log(4)), x),
        ["lognormal mu 1.2 sigma 0.8"] = x => Exact.LogNormal.CDF(1.2, 0.8, x),
        ["normal mean 30 sd 5"] = x => Exact.Normal.CDF(30, 5, x),
        ["triangular 10 15 30"] = x => Exact.Triangular.CDF(10, 30, 15, x),
        ["uniform 7 28"] = x => Exact.ContinuousUniform.CDF(7, 28, x),
        ["weibull shape 1.5 scale 2"] = x => Exact.Weibull.CDF(1.5, 2, x),
    };
}
