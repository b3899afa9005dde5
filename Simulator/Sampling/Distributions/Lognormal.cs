using System.Runtime.CompilerServices;

namespace FlowSim.Simulator.Sampling.Distributions;

/// <summary>Lognormal: exp(mu + sigma z) with z standard normal.</summary>
internal sealed class Lognormal : Distribution, IWrittenDistribution
{
    private readonly double mu;
    private readonly double sigma;

    private Lognormal(double mu, double sigma, double mean, string description)
        : base(description, mean) => (this.mu, this.sigma) = (mu, sigma);

    public static IReadOnlyList<DistributionForm> Forms { get; } =
    [
        new(
            "lognormal",
            "lognormal mean 3.1 d sd 4 d",
            new FormParameter("mean", ParameterRole.Size, ParameterLimit.Positive),
            new FormParameter("sd", ParameterRole.Size, ParameterLimit.NotNegative))
        {
            Of = values => MeanSd(values[0], values[1]),
        },
        new(
            "lognormal",
            "lognormal median 9 d mean 18 d",
            new FormParameter("median", ParameterRole.Size, ParameterLimit.Positive),
            new FormParameter("mean", ParameterRole.Size))
        {
            Rule = new FormRule(values => values[0] <= values[1], "a median that is not above the mean"),
            Of = values => MedianMean(values[0], values[1]),
        },
        new(
            "lognormal",
            "lognormal mu 1.2 sigma 0.8 d",
            new FormParameter("mu", ParameterRole.Logarithm),
            new FormParameter("sigma", ParameterRole.Shape, ParameterLimit.NotNegative),
            new FormParameter("unit", ParameterRole.Unit))
        {
            Of = values => MuSigma(values[0], values[1], values[2]),
            Help = "mean and standard deviation of the logarithm of the number in the unit behind it",
        },
    ];

    /// <summary>With the mean and standard deviation of the values themselves.</summary>
    public static Distribution MeanSd(double mean, double sd)
    {
        Require(IsPositive(mean) && IsSize(sd), $"a lognormal mean above 0 and an sd of 0 or more; received mean {mean}, sd {sd}");
        var variation = sd / mean;
        var variance = Math.Log(1 + variation * variation);
        return Of(Math.Log(mean) - variance / 2, Math.Sqrt(variance), mean, Text($"lognormal mean {mean} sd {sd}"));
    }

    /// <summary>With a median and a mean that is not below it.</summary>
    public static Distribution MedianMean(double median, double mean)
    {
        Require(IsPositive(median) && IsPositive(mean) && mean >= median,
            $"a lognormal median above 0 and a mean not below it; received median {median}, mean {mean}");
        return Of(Math.Log(median), Math.Sqrt(2 * Math.Log(mean / median)), mean, Text($"lognormal median {median} mean {mean}"));
    }

    /// <summary>The unit times exp(mu + sigma z).</summary>
    public static Distribution MuSigma(double mu, double sigma, double unit)
    {
        Require(double.IsFinite(mu) && IsSize(sigma) && IsPositive(unit),
            $"a finite mu, a sigma of 0 or more and a unit above 0; received mu {mu}, sigma {sigma}, unit {unit}");
        return Of(mu + Math.Log(unit), sigma, unit * Math.Exp(mu + sigma * sigma / 2), Text($"lognormal mu {mu} sigma {sigma} unit {unit}"));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public override double Quantile(double u) => Math.Exp(mu + sigma * NormalQuantile.Of(u));

    private static Distribution Of(double mu, double sigma, double mean, string description) =>
        sigma == 0 ? Constant.Of(mean) : new Lognormal(mu, sigma, mean, description);
}
