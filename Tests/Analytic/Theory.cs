using FlowSim.Simulator.Sampling;
using MathNet.Numerics.Distributions;

namespace FlowSim.Tests.Analytic;

/// <summary>Agreement of a simulated mean with an exact answer.</summary>
internal static class Theory
{
    /// <summary>Seed of the first replications; each system makes its own of it, see <see cref="SeedOf"/>.</summary>
    public const ulong FirstSeed = 1;

    /// <summary>Seed of the second replications, which decide where the first disagree.</summary>
    public const ulong SecondSeed = 2;

    /// <summary>Confidence of the first interval: of a hundred true ones, one misses.</summary>
    public const double FirstLevel = 0.99;

    /// <summary>Confidence of the second interval, which only a miss of the first asks for: one false alarm in 100,000 checks of a true simulator.</summary>
    public const double SecondLevel = 0.999;

    /// <summary>How much longer the runs for docs/validation.md are than those of every day.</summary>
    private const double PageEffort = 4;

    private static readonly double Effort = Environment.GetEnvironmentVariable(TheoryRun.WriteVariable) == "1" ? PageEffort : 1;

    /// <summary>
    /// A system's seed, from its name: one seed for all would give systems whose streams have the same names the same random numbers, and misses in
    /// groups.
    /// </summary>
    public static ulong SeedOf(ulong seed, string system) => StableHash.Combine(seed, StableHash.Of(system));

    /// <summary>Length of a run [d] as the model language takes it.</summary>
    public static string Days(double everyDay) => Numbers.Text(Math.Ceiling(everyDay * Effort));

    /// <summary>The widest half interval for docs/validation.md, made wider for the shorter runs of every day.</summary>
    public static double Narrow(double onThePage) => onThePage * Math.Sqrt(PageEffort / Effort);

    /// <summary>
    /// Passes only if theory lies in the 99 % t-interval of the replications' mean, and the interval is narrow enough for that to mean something.
    /// </summary>
    /// <param name="values">One a replication.</param>
    /// <param name="expected">The exact answer.</param>
    /// <param name="halfWidthAtMost">Largest half width allowed, as a part of the exact answer [0–1].</param>
    /// <param name="what">What is compared, for messages.</param>
    public static void Agrees(double[] values, double expected, double halfWidthAtMost, string what) =>
        Assert.That(Disagreement(values, expected, halfWidthAtMost), Is.Null, what);

    /// <summary>What is wrong, or null.</summary>
    public static string? Disagreement(double[] values, double expected, double halfWidthAtMost) =>
        new Check(new ExactValue("mean", expected, _ => values, halfWidthAtMost), Estimate.Of(values, FirstLevel), null, values.Length).Disagreement;

    /// <summary>Mean and half width of its interval.</summary>
    public static (double Mean, double HalfWidth) Interval(double[] values, double level)
    {
        var quantile = StudentT.InvCDF(0, 1, values.Length - 1, (1 + level) / 2);
        return (values.Average(), quantile * StandardError(values));
    }

    /// <summary>Standard error of the mean.</summary>
    public static double StandardError(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length);
    }
}
