using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Tests.Sampling;

/// <summary>Whole seconds, bounds and parameters that no law has.</summary>
public sealed class DistributionTimesTests
{
    [TestCase(0.49, 0)]
    [TestCase(0.51, 1)]
    [TestCase(86399.6, 86400)]
    [TestCase(-3, 0)]
    [TestCase(1.0e12, 1_900_000_000)]
    public void A_time_is_the_nearest_whole_second_that_fits(double value, int seconds) =>
        Assert.That(Constant.Of(value).Seconds(0.5), Is.EqualTo(seconds));

    [Test]
    public void Only_the_constant_0_is_zero()
    {
        Assert.That(Constant.Of(0).IsZero);
        Assert.That(Exponential.Of(0).IsZero);
        Assert.That(Constant.Of(5).WithBounds(null, 0).IsZero);
        Assert.That(Exponential.Of(1).IsZero, Is.False);
        Assert.That(Constant.Of(0).WithBounds(60, null).IsZero, Is.False);
        Assert.That(Exponential.Of(1).WithBounds(null, 5).IsZero, Is.False);
    }

    [Test]
    public void Bounds_move_values_to_the_bound_and_leave_the_others()
    {
        var bounded = Uniform.Of(0, 10).WithBounds(2, 7);
        Assert.That(bounded.Quantile(0.1), Is.EqualTo(2));
        Assert.That(bounded.Quantile(0.5), Is.EqualTo(5));
        Assert.That(bounded.Quantile(0.9), Is.EqualTo(7));
    }

    [Test]
    public void Bounds_of_bounds_act_one_after_the_other()
    {
        var twice = Uniform.Of(0, 10).WithBounds(4, 8).WithBounds(null, 3);
        Assert.That((twice.Quantile(0.1), twice.Quantile(0.9)), Is.EqualTo((3.0, 3.0)));
    }

    /// <summary>E[max(X, a)] = a + m e^(−a/m) and E[min(X, b)] = m (1 − e^(−b/m)) for an exponential of mean m.</summary>
    [Test]
    public void The_mean_of_a_bounded_exponential_is_that_of_theory()
    {
        var law = Exponential.Of(600);
        Assert.That(law.WithBounds(300, null).Mean, Is.EqualTo(300 + 600 * Math.Exp(-0.5)).Within(1e-3));
        Assert.That(law.WithBounds(null, 900).Mean, Is.EqualTo(600 * (1 - Math.Exp(-1.5))).Within(1e-3));
        Assert.That(law.WithBounds(300, 900).Mean, Is.EqualTo(300 + 600 * (Math.Exp(-0.5) - Math.Exp(-1.5))).Within(1e-3));
        Assert.That(law.WithBounds(0, 1e12).Mean, Is.EqualTo(600).Within(1e-3));
    }

    [Test]
    public void The_mean_of_a_bounded_mixture_is_the_weighted_mean_of_its_bounded_parts()
    {
        var mixture = Mixture.Of([Exponential.Of(600), Uniform.Of(0, 100)], [0.4, 0.6]).WithBounds(50, null);
        Assert.That(mixture.Mean, Is.EqualTo(0.4 * (50 + 600 * Math.Exp(-50.0 / 600)) + 0.6 * 62.5).Within(1e-3));
    }

    private static IEnumerable<TestCaseData> Impossible()
    {
        static TestCaseData Case(Func<Distribution> make, string about) => new(make, about);
        yield return Case(() => Constant.Of(double.NaN), "NaN");
        yield return Case(() => Exponential.Of(-1), "-1");
        yield return Case(() => Lognormal.MeanSd(0, 1), "mean 0");
        yield return Case(() => Lognormal.MeanSd(5, -1), "sd -1");
        yield return Case(() => Lognormal.MedianMean(5, 4), "median 5, mean 4");
        yield return Case(() => Lognormal.MuSigma(1, 1, 0), "unit 0");
        yield return Case(() => Lognormal.MuSigma(1, 60, 1), "finite mean");
        yield return Case(() => Gamma.MeanSd(double.NaN, 1), "NaN");
        yield return Case(() => Gamma.MeanSd(1, double.PositiveInfinity), "Infinity");
        yield return Case(() => Weibull.Of(0, 1), "above 0; received shape 0");
        yield return Case(() => Weibull.Of(1, 0), "above 0; received shape 1, scale 0");
        yield return Case(() => Normal.MeanSd(1, -0.5), "-0.5");
        yield return Case(() => Uniform.Of(3, 2), "3 to 2");
        yield return Case(() => Triangular.Of(1, 9, 5), "1, 9, 5");
        yield return Case(() => Triangular.Of(1, double.NaN, 5), "NaN");
        yield return Case(() => Empirical.Of([]), "0 values");
        yield return Case(() => Empirical.Of([1, double.NaN]), "finite");
        yield return Case(() => Binomial.Of(-1, 0.5), "n -1");
        yield return Case(() => Binomial.Of(10, 1.5), "p 1.5");
        yield return Case(() => Mixture.Of([Constant.Of(1)], [1, 2]), "2 weights");
        yield return Case(() => Mixture.Of([Constant.Of(1), Constant.Of(2)], [0, 0]), "not all 0");
        yield return Case(() => Mixture.Of([Constant.Of(1), Constant.Of(2)], [2, -1]), "2, -1");
        yield return Case(() => Exponential.Of(1).WithBounds(5, 4), "5 and 4");
        yield return Case(() => Exponential.Of(1).WithBounds(double.NaN, null), "NaN");
    }

    [TestCaseSource(nameof(Impossible))]
    public void Parameters_that_no_law_has_are_refused_in_words(Func<Distribution> make, string about) =>
        Assert.That(make, Throws.ArgumentException.With.Message.Contains(about));
}
