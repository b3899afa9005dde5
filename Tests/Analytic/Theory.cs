namespace FlowSim.Tests.Analytic;

/// <summary>Agreement of a simulated mean with an exact answer.</summary>
internal static class Theory
{
    /// <summary>
    /// Passes only if theory lies in the 99 % t-interval of the replications' mean, and the interval is narrow enough for that to mean something.
    /// </summary>
    /// <param name="values">One a replication.</param>
    /// <param name="expected">The exact answer.</param>
    /// <param name="halfWidthAtMost">Largest half width allowed, as a part of the exact answer [0–1].</param>
    /// <param name="what">What is compared, for messages.</param>
    public static void Agrees(double[] values, double expected, double halfWidthAtMost, string what)
    {
        var disagreement = Disagreement(values, expected, halfWidthAtMost);
        TestContext.Out.WriteLine($"{what}: {Said(values, expected)}");
        Assert.That(disagreement, Is.Null, what);
    }

    /// <summary>What is wrong, or null.</summary>
    public static string? Disagreement(double[] values, double expected, double halfWidthAtMost)
    {
        var (mean, halfWidth) = Interval(values);
        return !(halfWidth > 0 && halfWidth <= halfWidthAtMost * expected) ? "the interval is not narrow: " + Said(values, expected)
            : !(Math.Abs(mean - expected) <= halfWidth) ? "theory lies outside: " + Said(values, expected)
            : null;
    }

    /// <summary>Mean and half width of its 99 % interval.</summary>
    public static (double Mean, double HalfWidth) Interval(double[] values)
    {
        var mean = values.Average();
        return (mean, StudentAt995(values.Length) * StandardError(values));
    }

    /// <summary>Standard error of the mean.</summary>
    public static double StandardError(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length);
    }

    private static string Said(double[] values, double expected)
    {
        var (mean, halfWidth) = Interval(values);
        return FormattableString.Invariant($"theory {expected:g6}, simulated {mean:g6} ± {halfWidth:g3} ({100 * halfWidth / expected:0.##} % of theory)");
    }

    /// <summary>Quantile 0.995 of Student's t with n − 1 degrees of freedom, from printed tables.</summary>
    private static double StudentAt995(int n) => n switch
    {
        10 => 3.2498,
        20 => 2.8609,
        30 => 2.7564,
        40 => 2.7079,
        _ => throw new ArgumentOutOfRangeException(nameof(n), n, "10, 20, 30 or 40 replications"),
    };
}
