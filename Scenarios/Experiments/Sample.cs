using MathNet.Numerics.Distributions;

namespace FlowSim.Scenarios.Experiments;

/// <summary>Estimates from one value per replication; replications, not patients, are the sample (statistics of output analysis).</summary>
public static class Sample
{
    /// <summary>Quantiles across replications are given from this number of replications on [replications].</summary>
    public const int LeastForQuantiles = 40;

    /// <summary>Two-sided confidence of every interval.</summary>
    private const double Confidence = 0.95;

    /// <summary>Of each of two one-sided tests.</summary>
    private const double OneSidedTail = 0.05;

    /// <summary>
    /// t(n − 1, 0.975) by n: a run asks for the same few some hundred thousand times, and each takes as long as a thousand additions.
    /// </summary>
    private static readonly double[] Quantiles = [.. Enumerable.Range(0, 64).Select(Quantile)];

    public static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return values.Length == 0 ? double.NaN : sum / values.Length;
    }

    /// <summary>Standard deviation with n − 1; NaN for fewer than two values, exactly 0 for equal ones.</summary>
    public static double StandardDeviation(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
        {
            return double.NaN;
        }

        if (IsConstant(values))
        {
            return 0;
        }

        var mean = Mean(values);
        var squares = 0.0;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return Math.Sqrt(squares / (values.Length - 1));
    }

    /// <summary>
    /// Half the width of the two-sided 90 % t-interval of the mean: a mean that lies within a bound with all of it passes two one-sided tests at 5 %
    /// each.
    /// </summary>
    public static double HalfWidth90(int n, double standardError) => n < 2 ? double.NaN : StudentQuantile(n - 1, OneSidedTail) * standardError;

    /// <summary>Half the width of the t-interval of the mean: t(n − 1, 0.975) s ÷ √n; NaN for fewer than two values.</summary>
    public static double HalfWidth(int n, double standardDeviation) =>
        (n < Quantiles.Length ? Quantiles[n] : Quantile(n)) * standardDeviation / Math.Sqrt(n);

    private static double Quantile(int n) => n < 2 ? double.NaN : StudentQuantile(n - 1, (1 - Confidence) / 2);

    /// <summary>
    /// The value above which a variable with Student's t distribution lies with a probability. Of one and two degrees of freedom it has a closed form, and no
    /// search finds it far out.
    /// </summary>
    /// <param name="freedom">Degrees of freedom [1 or more].</param>
    /// <param name="tail">Above 0, below one half.</param>
    internal static double StudentQuantile(int freedom, double tail)
    {
        const double Half = 0.5;
        return freedom switch
        {
            1 => 1 / Math.Tan(Math.PI * tail),
            2 => (1 - (2 * tail)) * Math.Sqrt(Half / (tail * (1 - tail))),
            _ => StudentT.InvCDF(0, 1, freedom, 1 - tail),
        };
    }

    /// <summary>Quantile of type 7 (Hyndman and Fan 1996): linear between the order statistics at 1 + (n − 1) p.</summary>
    /// <param name="sorted">Values in ascending order, at least one.</param>
    /// <param name="probability">Between 0 and 1.</param>
    public static double Quantile(ReadOnlySpan<double> sorted, double probability)
    {
        var position = (sorted.Length - 1) * probability;
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>Pearson's correlation; NaN when either series is constant or shorter than two.</summary>
    public static double Correlation(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length < 2 || IsConstant(x) || IsConstant(y))
        {
            return double.NaN;
        }

        var (meanX, meanY) = (Mean(x), Mean(y));
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var (dx, dy) = (x[i] - meanX, y[i] - meanY);
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }

        return Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1);
    }

    // Equal values can have a mean that differs from them by rounding; their spread is 0 all the same.
    private static bool IsConstant(ReadOnlySpan<double> values) => !values.ContainsAnyExcept(values[0]);
}
