using FlowSim.Simulator.Sampling;

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
        Assert.That(Distribution.Constant(value).Seconds(0.5), Is.EqualTo(seconds));

    [Test]
    public void Only_the_constant_0_is_zero()
    {
        Assert.That(Distribution.Constant(0).IsZero);
        Assert.That(Distribution.Exponential(0).IsZero);
        Assert.That(Distribution.Constant(5).WithBounds(null, 0).IsZero);
        Assert.That(Distribution.Exponential(1).IsZero, Is.False);
        Assert.That(Distribution.Constant(0).WithBounds(60, null).IsZero, Is.False);
        Assert.That(Distribution.Exponential(1).WithBounds(null, 5).IsZero, Is.False);
    }

    [Test]
    public void A_time_can_be_0_if_its_least_value_rounds_to_0()
    {
        Assert.That(Distribution.Exponential(86400).CanBeZero);
        Assert.That(Distribution.Normal(10, 3).CanBeZero);
        Assert.That(Distribution.Normal(100, 3).CanBeZero, Is.False);
        Assert.That(Distribution.Exponential(86400).WithBounds(1, null).CanBeZero, Is.False);
        Assert.That(Distribution.Uniform(0.6, 4).CanBeZero, Is.False);
        Assert.That(Distribution.Mixture([Distribution.Constant(60), Distribution.Constant(0)], [9, 1]).CanBeZero);
        Assert.That(Distribution.Mixture([Distribution.Constant(60), Distribution.Constant(0)], [1, 0]).CanBeZero, Is.False);
    }

    [Test]
    public void Bounds_move_values_to_the_bound_and_leave_the_others()
    {
        var bounded = Distribution.Uniform(0, 10).WithBounds(2, 7);
        Assert.That(bounded.Quantile(0.1), Is.EqualTo(2));
        Assert.That(bounded.Quantile(0.5), Is.EqualTo(5));
        Assert.That(bounded.Quantile(0.9), Is.EqualTo(7));
    }

    [Test]
    public void Bounds_of_bounds_act_one_after_the_other()
    {
        var twice = Distribution.Uniform(0, 10).WithBounds(4, 8).WithBounds(null, 3);
        Assert.That((twice.Quantile(0.1), twice.Quantile(0.9)), Is.EqualTo((3.0, 3.0)));
    }

    /// <summary>E[max(X, a)] = a + m e^(−a/m) and E[min(X, b)] = m (1 − e^(−b/m)) for an exponential of mean m.</summary>
    [Test]
    public void The_mean_of_a_bounded_exponential_is_that_of_theory()
    {
        var law = Distribution.Exponential(600);
        Assert.That(law.WithBounds(300, null).Mean, Is.EqualTo(300 + 600 * Math.Exp(-0.5)).Within(1e-3));
        Assert.That(law.WithBounds(null, 900).Mean, Is.EqualTo(600 * (1 - Math.Exp(-1.5))).Within(1e-3));
        Assert.That(law.WithBounds(300, 900).Mean, Is.EqualTo(300 + 600 * (Math.Exp(-0.5) - Math.Exp(-1.5))).Within(1e-3));
        Assert.That(law.WithBounds(0, 1e12).Mean, Is.EqualTo(600).Within(1e-3));
    }

    [Test]
    public void The_mean_of_a_bounded_mixture_is_the_weighted_mean_of_its_bounded_parts()
    {
        var mixture = Distribution.Mixture([Distribution.Exponential(600), Distribution.Uniform(0, 100)], [0.4, 0.6]).WithBounds(50, null);
        Assert.That(mixture.Mean, Is.EqualTo(0.4 * (50 + 600 * Math.Exp(-50.0 / 600)) + 0.6 * 62.5).Within(1e-3));
    }

    private static IEnumerable<TestCaseData> Impossible()
    {
        static TestCaseData Case(Func<Distribution> make, string about) => new(make, about);
        yield return Case(() => Distribution.Constant(double.NaN), "NaN");
        yield return Case(() => Distribution.Exponential(-1), "-1");
        yield return Case(() => Distribution.LognormalMeanSd(0, 1), "mean 0");
        yield return Case(() => Distribution.LognormalMeanSd(5, -1), "sd -1");
        yield return Case(() => Distribution.LognormalMedianMean(5, 4), "median 5, mean 4");
        yield return Case(() => Distribution.LognormalMuSigma(1, 1, 0), "unit 0");
        yield return Case(() => Distribution.LognormalMuSigma(1, 60, 1), "finite mean");
        yield return Case(() => Distribution.Gamma(double.NaN, 1), "NaN");
        yield return Case(() => Distribution.Gamma(1, double.PositiveInfinity), "Infinity");
        yield return Case(() => Distribution.Weibull(0, 1), "above 0; received shape 0");
        yield return Case(() => Distribution.Weibull(1, 0), "above 0; received shape 1, scale 0");
        yield return Case(() => Distribution.Normal(1, -0.5), "-0.5");
        yield return Case(() => Distribution.Uniform(3, 2), "3 to 2");
        yield return Case(() => Distribution.Triangular(1, 9, 5), "1, 9, 5");
        yield return Case(() => Distribution.Triangular(1, double.NaN, 5), "NaN");
        yield return Case(() => Distribution.Empirical([]), "0 values");
        yield return Case(() => Distribution.Empirical([1, double.NaN]), "finite");
        yield return Case(() => Distribution.Binomial(-1, 0.5), "n -1");
        yield return Case(() => Distribution.Binomial(10, 1.5), "p 1.5");
        yield return Case(() => Distribution.Mixture([Distribution.Constant(1)], [1, 2]), "2 weights");
        yield return Case(() => Distribution.Mixture([Distribution.Constant(1), Distribution.Constant(2)], [0, 0]), "not all 0");
        yield return Case(() => Distribution.Mixture([Distribution.Constant(1), Distribution.Constant(2)], [2, -1]), "2, -1");
        yield return Case(() => Distribution.Exponential(1).WithBounds(5, 4), "5 and 4");
        yield return Case(() => Distribution.Exponential(1).WithBounds(double.NaN, null), "NaN");
    }

    [TestCaseSource(nameof(Impossible))]
    public void Parameters_that_no_law_has_are_refused_in_words(Func<Distribution> make, string about) =>
        Assert.That(make, Throws.ArgumentException.With.Message.Contains(about));
}
