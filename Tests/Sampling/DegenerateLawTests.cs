using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Tests.Sampling;

/// <summary>Laws at the edge of their parameters: they shrink to one value, and the edge itself is allowed.</summary>
public sealed class DegenerateLawTests
{
    private static readonly double[] Places = [1e-12, 0.25, 0.5, 0.75, 1 - 1e-12];

    private static IEnumerable<TestCaseData> SingleValues()
    {
        yield return new(Exponential.Of(0), 0.0);
        yield return new(Lognormal.MeanSd(5, 0), 5.0);
        yield return new(Lognormal.MedianMean(5, 5), 5.0);
        yield return new(Lognormal.MuSigma(Math.Log(3), 0, 2), 6.0);
        yield return new(Gamma.MeanSd(5, 0), 5.0);
        yield return new(Normal.MeanSd(-5, 0), -5.0);
        yield return new(Uniform.Of(5, 5), 5.0);
        yield return new(Triangular.Of(5, 5, 5), 5.0);
        yield return new(Empirical.Of([5, 5]), 5.0);
        yield return new(Binomial.Of(0, 0.5), 0.0);
        yield return new(Binomial.Of(7, 0), 0.0);
        yield return new(Binomial.Of(7, 1), 7.0);
        yield return new(Mixture.Of([Uniform.Of(1, 2), Constant.Of(5)], [0, 2]), 5.0);
        yield return new(Uniform.Of(0, 10).WithBounds(5, 5), 5.0);
        yield return new(Constant.Of(9).WithBounds(null, 5), 5.0);
    }

    [TestCaseSource(nameof(SingleValues))]
    public void A_law_without_spread_is_the_constant(Distribution law, double value)
    {
        Assert.That(law.Description, Does.StartWith("constant"));
        Assert.That(law.Mean, Is.EqualTo(value).Within(1e-12));
        Assert.That(Places.Select(law.Quantile), Is.All.EqualTo(value).Within(1e-12));
    }

    [TestCase(1, 1, 3)]
    [TestCase(1, 3, 3)]
    public void A_triangle_may_have_its_mode_at_an_end(double a, double b, double c)
    {
        // Right triangles: the square root of the uniform, from the one end or the other.
        var law = Triangular.Of(a, b, c);
        foreach (var u in Places)
        {
            var expected = b == a ? c - (c - a) * Math.Sqrt(1 - u) : a + (c - a) * Math.Sqrt(u);
            Assert.That(law.Quantile(u), Is.EqualTo(expected).Within(1e-12));
        }
    }

    [Test]
    public void The_most_trials_are_allowed_and_one_more_is_not()
    {
        var law = Binomial.Of(Binomial.MostTrials, 1e-5);
        Assert.That(law.Quantile(Math.Exp(-1) - 1e-3), Is.Zero, "P(0) is nearly 1/e");
        Assert.That(law.Quantile(Math.Exp(-1) + 1e-3), Is.EqualTo(1));
        Assert.That(() => Binomial.Of(Binomial.MostTrials + 1, 1e-5), Throws.ArgumentException.With.Message.Contains("100001"));
    }

    [Test]
    public void No_bounds_leave_the_law_as_it_is()
    {
        var law = Exponential.Of(6);
        Assert.That(law.WithBounds(null, null), Is.SameAs(law));
    }

    [TestCase(double.PositiveInfinity, null)]
    [TestCase(null, double.NegativeInfinity)]
    [TestCase(double.PositiveInfinity, double.PositiveInfinity)]
    public void Bounds_that_leave_no_finite_value_are_refused(double? atLeast, double? atMost) =>
        Assert.That(() => Exponential.Of(6).WithBounds(atLeast, atMost), Throws.ArgumentException.With.Message.Contains("at least"));

    [Test]
    public void A_gamma_whose_shape_leaves_double_precision_is_refused()
    {
        Assert.That(() => Gamma.MeanSd(1e-200, 1e200), Throws.ArgumentException.With.Message.Contains("comparable"));
        Assert.That(() => Gamma.MeanSd(1e300, 1e-300), Throws.ArgumentException.With.Message.Contains("comparable"));
    }

    [Test]
    public void A_missing_array_is_named()
    {
        Assert.That(() => Empirical.Of(null!), Throws.ArgumentNullException);
        Assert.That(() => Mixture.Of(null!, [1]), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("parts"));
        Assert.That(() => Mixture.Of([Constant.Of(1)], null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("weights"));
        Assert.That(() => new OutcomeSet(null!, [1]), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("shares"));
        Assert.That(() => new OutcomeSet([1], null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("outcomes"));
        Assert.That(() => new ResidualStay(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("d"));
        Assert.That(() => StableHash.Of(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("name"));
    }

    [Test]
    public void Blocks_made_together_need_as_many_counters_of_both_kinds()
    {
        Assert.That(() => PhiloxBatch.Generate(1, new ulong[2], new ulong[3], new RandomBlock[3]), Throws.ArgumentException);
        Assert.That(() => PhiloxBatch.Generate(1, new ulong[3], new ulong[2], new RandomBlock[3]), Throws.ArgumentException);
        Assert.That(() => PhiloxBatch.Generate(1, new ulong[3], 7, new RandomBlock[4]), Throws.ArgumentException);
    }

    [Test]
    public void Shares_may_miss_1_by_rounding_only()
    {
        Assert.That(new OutcomeSet([0.5, 0.5 - 1e-10], [1, 2]).Pick(uint.MaxValue), Is.EqualTo(2));
        Assert.That(() => new OutcomeSet([0.5, 0.5 - 1e-8], [1, 2]), Throws.ArgumentException.With.Message.Contains("sum"));
        Assert.That(() => new OutcomeSet([0.5, 0.5 + 1e-8], [1, 2]), Throws.ArgumentException.With.Message.Contains("sum"));
    }
}
