using FlowSim.Simulator.Rooms;

namespace FlowSim.Simulator.Sampling.Distributions;

/// <summary>The mean of a distribution whose values are clamped to bounds, from its quantile function.</summary>
internal static class ClampedMean
{
    /// <summary>The mean of max(low, min(X, high)), where X has the given quantile function and mean.</summary>
    public static double Of(Func<double, double> quantile, double mean, double low, double high)
    {
        var below = Reaches(quantile, low);
        var upTo = Reaches(quantile, high);
        var clampedLow = below > 0 ? below * low : 0;
        if (upTo >= RandomBlock.LargestUniform)
        {
            // The upper tail can be long: take it from the known mean rather than integrate it.
            return clampedLow + mean - Integral(quantile, 0, below);
        }

        return clampedLow + Integral(quantile, below, upTo) + (1 - upTo) * high;
    }

    /// <summary>The smallest u whose quantile is at least a value: 0 if all are, 1 if none is.</summary>
    private static double Reaches(Func<double, double> quantile, double value)
    {
        if (quantile(RandomBlock.SmallestUniform) >= value)
        {
            return 0;
        }

        if (quantile(RandomBlock.LargestUniform) < value)
        {
            return 1;
        }

        var (low, high) = (RandomBlock.SmallestUniform, RandomBlock.LargestUniform);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = quantile(middle) >= value ? (low, middle) : (middle, high);
        }

        return high;
    }

    /// <summary>The integral of the quantile function from one probability to another, with steps that shrink towards both ends.</summary>
    private static double Integral(Func<double, double> quantile, double from, double to)
    {
        const int Steps = 4096;
        var sum = 0.0;
        for (var i = 0; i < Steps && to > from; i++)
        {
            var t = (i + 0.5) / Steps;
            var u = from + (to - from) * t * t * (3 - 2 * t);
            sum += quantile(Math.Min(u, RandomBlock.LargestUniform)) * 6 * t * (1 - t);
        }

        return sum / Steps * (to - from);
    }
}
