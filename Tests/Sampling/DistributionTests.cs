using FlowSim.Simulator.Sampling.Distributions;
using Exact = MathNet.Numerics.Distributions;

namespace FlowSim.Tests.Sampling;

public sealed class DistributionTests
{
    private static readonly double[] Places = [1e-9, 1e-4, 0.01, 0.0157, 0.1, 0.3, 0.5, 0.77, 0.9, 0.98, 0.99, 0.9999, 1 - 1e-9];

    /// <summary>The distribution, its mean and its standard deviation from the textbook formula.</summary>
    private static IEnumerable<TestCaseData> Moments()
    {
        yield return new(Constant.Of(7), 7.0, 0.0);
        yield return new(Exponential.Of(600), 600.0, 600.0);
        yield return new(Lognormal.MeanSd(26, 18), 26.0, 18.0);
        yield return new(Lognormal.MeanSd(1, 1.5), 1.0, 1.5);
        yield return new(Lognormal.MedianMean(9, 18), 18.0, 18 * Math.Sqrt(Math.Pow(18.0 / 9, 2) - 1));
        yield return new(Lognormal.MuSigma(1.2, 0.5, 3600), 3600 * Math.Exp(1.2 + 0.125), 3600 * Math.Exp(1.325) * Math.Sqrt(Math.Exp(0.25) - 1));
        yield return new(Gamma.MeanSd(10, 5), 10.0, 5.0);
        yield return new(Gamma.MeanSd(10, 20), 10.0, 20.0);
        yield return new(Gamma.MeanSd(1000, 1), 1000.0, 1.0);
        yield return new(Weibull.Of(2, 10), 10 * Math.Sqrt(Math.PI) / 2, 10 * Math.Sqrt(1 - Math.PI / 4));
        yield return new(Weibull.Of(0.5, 10), 20.0, 10 * Math.Sqrt(20));
        yield return new(Normal.MeanSd(50, 8), 50.0, 8.0);
        yield return new(Uniform.Of(7, 28), 17.5, 21 / Math.Sqrt(12));
        yield return new(Triangular.Of(10, 15, 30), 55.0 / 3, Math.Sqrt((100 + 225 + 900 - 150 - 300 - 450) / 18.0));
        yield return new(Empirical.Of([5, 1, 3, 3]), 3.0, Math.Sqrt(2));
        yield return new(Binomial.Of(20, 0.3), 6.0, Math.Sqrt(4.2));
        yield return new(Mixture.Of([Constant.Of(1), Exponential.Of(4)], [3, 1]), 1.75, Math.Sqrt(0.75 + 0.25 * 32 - 1.75 * 1.75));
    }

    [TestCaseSource(nameof(Moments))]
    public void Mean_and_sd_integrated_over_the_quantiles_are_those_of_theory(Distribution distribution, double mean, double sd)
    {
        Assert.That(Integration.Moment(distribution, 1), Is.EqualTo(mean).Within(3e-5 * mean));
        Assert.That(Integration.Sd(distribution), Is.EqualTo(sd).Within(2e-4 * sd + 1e-4));
        Assert.That(distribution.Mean, Is.EqualTo(mean).Within(1e-9 * mean));
    }

    /// <summary>The distribution and the same law's inverse in MathNet.</summary>
    private static IEnumerable<TestCaseData> Inverses()
    {
        static TestCaseData Pair(Distribution distribution, Func<double, double> inverse) => new(distribution, inverse);
        yield return Pair(Exponential.Of(600), u => Exact.Exponential.InvCDF(1.0 / 600, u));
        yield return Pair(Lognormal.MuSigma(2, 0.7, 1), u => Exact.LogNormal.InvCDF(2, 0.7, u));
        yield return Pair(Normal.MeanSd(50, 8), u => Exact.Normal.InvCDF(50, 8, u));
        yield return Pair(Gamma.MeanSd(10, 5), u => Exact.Gamma.InvCDF(4, 0.4, u));
        yield return Pair(Gamma.MeanSd(10, 20), u => Exact.Gamma.InvCDF(0.25, 0.025, u));
        yield return Pair(Gamma.MeanSd(200, 10), u => Exact.Gamma.InvCDF(400, 2, u));
        yield return Pair(Uniform.Of(7, 28), u => Exact.ContinuousUniform.InvCDF(7, 28, u));
        yield return Pair(Triangular.Of(10, 15, 30), u => Exact.Triangular.InvCDF(10, 30, 15, u));
    }

    [TestCaseSource(nameof(Inverses))]
    public void A_quantile_agrees_with_another_implementation(Distribution distribution, Func<double, double> inverse)
    {
        foreach (var u in Places.Where(u => u > 1e-6))
        {
            var expected = inverse(u);
            Assert.That(distribution.Quantile(u), Is.EqualTo(expected).Within(2e-4 * Math.Abs(expected) + 1e-9), $"u = {u}");
        }
    }

    [Test]
    public void A_Weibull_quantile_has_the_probability_it_was_asked_for()
    {
        var distribution = Weibull.Of(1.7, 40);
        foreach (var u in Places)
        {
            Assert.That(Exact.Weibull.CDF(1.7, 40, distribution.Quantile(u)), Is.EqualTo(u).Within(1e-10));
        }
    }

    [Test]
    public void A_binomial_quantile_is_the_smallest_count_with_that_probability_below_or_at_it()
    {
        var distribution = Binomial.Of(1000, 0.02);
        foreach (var u in Places)
        {
            var count = (int)distribution.Quantile(u);
            Assert.That(Exact.Binomial.CDF(0.02, 1000, count), Is.GreaterThanOrEqualTo(u - 1e-12));
            Assert.That(count == 0 ? 0 : Exact.Binomial.CDF(0.02, 1000, count - 1), Is.LessThan(u + 1e-12));
        }
    }

    /// <summary>Three tosses: 1/8, 4/8 and 7/8 are reached by 0, 1 and 2 heads.</summary>
    [TestCase(0.1, 0)]
    [TestCase(0.4, 1)]
    [TestCase(0.8, 2)]
    [TestCase(0.9, 3)]
    public void A_binomial_quantile_of_few_trials_is_read_off_its_table(double u, int heads) =>
        Assert.That(Binomial.Of(3, 0.5).Quantile(u), Is.EqualTo(heads));

    [Test]
    public void A_quantile_never_falls_as_the_uniform_rises()
    {
        foreach (var data in Moments().Concat([new(Lognormal.MeanSd(5, 9).WithBounds(2, 20), 0.0, 0.0)]))
        {
            var distribution = (Distribution)data.Arguments[0]!;
            if (!distribution.Description.StartsWith("mixture", StringComparison.Ordinal))
            {
                var values = Enumerable.Range(1, 9999).Select(i => distribution.Quantile(i / 10_000.0)).Prepend(distribution.Quantile(Math.Pow(2, -53)))
                    .Append(distribution.Quantile(1 - Math.Pow(2, -53)));
                Assert.That(values, Is.Ordered.And.All.Matches<double>(double.IsFinite), distribution.Description);
            }
        }
    }

    [Test]
    public void A_mixture_spends_each_part_of_the_uniform_on_one_part()
    {
        var mixture = Mixture.Of([Uniform.Of(0, 10), Constant.Of(99), Uniform.Of(100, 200)], [1, 0, 3]);
        Assert.That(mixture.Quantile(0.125), Is.EqualTo(5).Within(1e-12));
        Assert.That(mixture.Quantile(0.25), Is.EqualTo(100).Within(1e-9));
        Assert.That(mixture.Quantile(0.625), Is.EqualTo(150).Within(1e-9));
    }

    [Test]
    public void A_mixture_within_a_mixture_is_the_mixture_of_all_parts()
    {
        var inner = Mixture.Of([Uniform.Of(0, 1), Uniform.Of(1, 2)], [1, 1]);
        var outer = Mixture.Of([inner, Uniform.Of(2, 4)], [1, 1]);
        var uniform = Uniform.Of(0, 4);
        foreach (var u in Places)
        {
            Assert.That(outer.Quantile(u), Is.EqualTo(uniform.Quantile(u)).Within(1e-12));
        }
    }

    [Test]
    public void Descriptions_say_the_law_and_its_bounds()
    {
        Assert.That(Lognormal.MeanSd(26.5, 18).WithBounds(1, null).Description, Is.EqualTo("lognormal mean 26.5 sd 18 at least 1"));
        Assert.That(Exponential.Of(6).WithBounds(1, 20).WithBounds(null, 9).Description, Is.EqualTo("exponential mean 6 at least 1 at most 9"));
        Assert.That(Mixture.Of([Constant.Of(1), Uniform.Of(2, 3)], [1, 3]).ToString(), Is.EqualTo("mixture of 0.25 constant 1, 0.75 uniform 2 3"));
    }
}
