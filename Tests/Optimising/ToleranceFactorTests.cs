using FlowSim.Scenarios.Optimising;

namespace FlowSim.Tests.Optimising;

/// <summary>One-sided tolerance factors.</summary>
public sealed class ToleranceFactorTests
{
    /// <summary>Odeh and Owen 1980, confidence 95 %.</summary>
    [TestCase(10, 0.90, 2.355)]
    [TestCase(10, 0.95, 2.911)]
    [TestCase(10, 0.99, 3.981)]
    [TestCase(20, 0.90, 1.926)]
    [TestCase(20, 0.95, 2.396)]
    [TestCase(20, 0.99, 3.295)]
    [TestCase(30, 0.95, 2.220)]
    public void They_are_as_tabulated(int n, double share, double factor) => Assert.That(ToleranceFactor.Of(n, share, 0.95), Is.EqualTo(factor).Within(0.001));

    [Test]
    public void Of_the_median_they_are_the_limits_of_the_mean() =>
        Assert.That(ToleranceFactor.Of(8, 0.5, 0.95), Is.EqualTo(ToleranceFactor.OfMean(8)).Within(1e-4));

    [Test]
    public void From_one_run_nothing_can_be_told() => Assert.That(ToleranceFactor.Of(1, 0.95, 0.95), Is.NaN);
}
