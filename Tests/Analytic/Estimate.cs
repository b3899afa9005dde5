namespace FlowSim.Tests.Analytic;

/// <summary>A mean over replications with the half width of its t-interval.</summary>
/// <param name="Mean">Mean of one value a replication.</param>
/// <param name="HalfWidth">Half width of the interval.</param>
internal readonly record struct Estimate(double Mean, double HalfWidth)
{
    /// <summary>From one value a replication, at a level of confidence such as 0.99.</summary>
    public static Estimate Of(double[] values, double level)
    {
        var (mean, halfWidth) = Theory.Interval(values, level);
        return new Estimate(mean, halfWidth);
    }

    /// <summary>True if the interval holds the number.</summary>
    public bool Holds(double exact) => Math.Abs(Mean - exact) <= HalfWidth;
}
