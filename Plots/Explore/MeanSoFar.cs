using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Explore;

/// <summary>What was known after the first replications.</summary>
/// <param name="N">How many.</param>
/// <param name="Mean">Of their values.</param>
/// <param name="HalfWidth">Half the width of the 95 % t-interval of the mean; NaN after one.</param>
internal readonly record struct MeanSoFar(int N, double Mean, double HalfWidth)
{
    /// <summary>From here on intervals are narrow enough to share an axis with the values: the t-quantile of two values is 12.7, of five 2.8.</summary>
    private const int LeastToScaleBy = 5;

    /// <summary>One for each replication.</summary>
    public static IReadOnlyList<MeanSoFar> Of(double[] values) => [.. Enumerable.Range(1, values.Length).Select(n => After(values.AsSpan(0, n)))];

    /// <summary>What would be known after more replications that vary as these: t(n − 1, 0.975) s ÷ √n.</summary>
    public static IReadOnlyList<MeanSoFar> Forecast(double[] values, int most)
    {
        var (mean, sd) = (Sample.Mean(values), Sample.StandardDeviation(values));
        return [.. Enumerable.Range(values.Length, Math.Max(0, most - values.Length + 1)).Select(n => new MeanSoFar(n, mean, Sample.HalfWidth(n, sd)))];
    }

    /// <summary>The largest half width that an axis should hold: the earliest are so wide that nothing else could be seen.</summary>
    public static double WidestToShow(IReadOnlyList<MeanSoFar> known) =>
        known.Where(one => one.N >= Math.Min(LeastToScaleBy, known.Count) && double.IsFinite(one.HalfWidth)).Select(one => one.HalfWidth)
            .DefaultIfEmpty(0).Max();

    private static MeanSoFar After(ReadOnlySpan<double> values) =>
        new(values.Length, Sample.Mean(values), Sample.HalfWidth(values.Length, Sample.StandardDeviation(values)));
}
