using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Tests.Sampling;

/// <summary>Moments of a distribution by numeric integration over its quantiles, with steps that shrink towards u = 1.</summary>
internal static class Integration
{
    private const int Steps = 100_000;

    public static double Moment(Distribution distribution, int power)
    {
        var sum = 0.0;
        for (var i = 0; i < Steps; i++)
        {
            var left = 1 - (i + 0.5) / Steps;
            var u = Math.Min(1 - Math.Pow(left, 4), 1 - Math.Pow(2, -53));
            sum += Math.Pow(distribution.Quantile(u), power) * 4 * Math.Pow(left, 3);
        }

        return sum / Steps;
    }

    public static double Sd(Distribution distribution) =>
        Math.Sqrt(Moment(distribution, 2) - Math.Pow(Moment(distribution, 1), 2));
}
