using FlowSim.Simulator.Sampling;
using MathNet.Numerics.Distributions;

namespace FlowSim.Tests.Sampling;

public sealed class PoissonQuantileTests
{
    [TestCase(0.01)]
    [TestCase(1)]
    [TestCase(7.3)]
    [TestCase(120)]
    [TestCase(700)]
    public void The_count_is_the_smallest_with_that_probability_below_or_at_it(double mean)
    {
        var law = new Poisson(mean);
        foreach (var u in new[] { 1e-8, 0.001, 0.2, 0.5, 0.8, 0.999, 1 - 1e-8 })
        {
            var count = PoissonQuantile.Of(mean, u);
            Assert.That(law.CumulativeDistribution(count), Is.GreaterThanOrEqualTo(u - 1e-11));
            Assert.That(count == 0 ? 0 : law.CumulativeDistribution(count - 1), Is.LessThan(u + 1e-11));
        }
    }

    [TestCase(0.5)]
    [TestCase(40)]
    [TestCase(700)]
    public void Mean_and_variance_are_equal(double mean)
    {
        var counts = Enumerable.Range(0, 20_000).Select(i => (double)PoissonQuantile.Of(mean, (i + 0.5) / 20_000)).ToArray();
        Assert.That(counts.Average(), Is.EqualTo(mean).Within(1e-3 * mean));
        Assert.That(counts.Average(count => (count - mean) * (count - mean)), Is.EqualTo(mean).Within(5e-3 * mean));
    }

    [Test]
    public void The_count_never_falls_as_the_uniform_or_the_mean_rises()
    {
        var places = Enumerable.Range(1, 9999).Select(i => i / 10_000.0).Append(1 - Math.Pow(2, -53));
        Assert.That(places.Select(u => PoissonQuantile.Of(12.5, u)), Is.Ordered);
        Assert.That(Enumerable.Range(0, 7001).Select(i => PoissonQuantile.Of(i / 10.0, 0.63)), Is.Ordered);
    }

    [Test]
    public void The_largest_uniform_gives_a_count_of_the_far_tail()
    {
        Assert.That(PoissonQuantile.Of(0, 1 - Math.Pow(2, -53)), Is.Zero);
        Assert.That(PoissonQuantile.Of(700, 1 - Math.Pow(2, -53)), Is.InRange(900, 1100)); // about 8 standard deviations
    }

    [TestCase(-0.1)]
    [TestCase(700.1)]
    [TestCase(double.NaN)]
    public void A_mean_out_of_range_is_refused(double mean) =>
        Assert.That(() => PoissonQuantile.Of(mean, 0.5), Throws.ArgumentException);
}
