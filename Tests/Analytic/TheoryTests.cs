namespace FlowSim.Tests.Analytic;

/// <summary>The measure of agreement itself: mean 10, standard deviation 1.451, 99 % half width 0.928.</summary>
public sealed class TheoryTests
{
    private static readonly double[] AroundTen = [.. Enumerable.Range(0, 20).Select(index => 10 + (index % 2 == 0 ? 1.4142135623730951 : -1.4142135623730951))];

    [Test]
    public void The_interval_is_that_of_students_t()
    {
        var (mean, halfWidth) = Theory.Interval(AroundTen);
        Assert.Multiple(() =>
        {
            Assert.That(mean, Is.EqualTo(10).Within(1e-12));
            Assert.That(halfWidth, Is.EqualTo(2.8609 * Math.Sqrt(2 / 19.0)).Within(1e-12));
        });
    }

    [Test]
    public void Theory_outside_the_interval_is_a_disagreement() => Assert.That(Theory.Disagreement(AroundTen, 11, 0.5), Does.StartWith("theory lies outside"));

    [Test]
    public void A_wide_interval_is_a_disagreement() => Assert.That(Theory.Disagreement(AroundTen, 10, 0.05), Does.StartWith("the interval is not narrow"));

    [Test]
    public void Values_without_spread_are_a_disagreement() => Assert.That(Theory.Disagreement(new double[20], 0, 0.05), Does.StartWith("the interval is not narrow"));

    [Test]
    public void Theory_in_a_narrow_interval_agrees() => Assert.That(Theory.Disagreement(AroundTen, 10.5, 0.1), Is.Null);
}
