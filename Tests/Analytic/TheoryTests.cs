namespace FlowSim.Tests.Analytic;

/// <summary>The measure of agreement itself: mean 10, standard deviation 1.451, 99 % half width 0.928.</summary>
public sealed class TheoryTests
{
    private static readonly double[] AroundTen = [.. Enumerable.Range(0, 20).Select(index => 10 + (index % 2 == 0 ? 1.4142135623730951 : -1.4142135623730951))];

    [Test]
    public void The_interval_is_that_of_students_t()
    {
        var (mean, halfWidth) = Theory.Interval(AroundTen, 0.99);
        Assert.Multiple(() =>
        {
            Assert.That(mean, Is.EqualTo(10).Within(1e-12));
            Assert.That(halfWidth, Is.EqualTo(2.8609 * Math.Sqrt(2 / 19.0)).Within(2e-5), "quantile from a printed table");
        });
    }

    [Test]
    public void Theory_outside_the_interval_is_a_disagreement() => Assert.That(Theory.Disagreement(AroundTen, 11, 0.5), Does.StartWith("theory lies outside"));

    [Test]
    public void A_wide_interval_is_a_disagreement() => Assert.That(Theory.Disagreement(AroundTen, 10, 0.05), Does.StartWith("the interval is not narrow"));

    [Test]
    public void Values_without_spread_are_a_disagreement() =>
        Assert.That(Theory.Disagreement(new double[20], 0, 0.05), Does.StartWith("the interval is not narrow"));

    [Test]
    public void Theory_in_a_narrow_interval_agrees() => Assert.That(Theory.Disagreement(AroundTen, 10.5, 0.1), Is.Null);

    [Test]
    public void Theory_outside_the_first_interval_is_decided_by_the_second_runs()
    {
        var value = new ExactValue("mean", 11, _ => AroundTen, 0.5);
        var check = new Check(value, Estimate.Of(AroundTen, 0.99), null, 20);
        Assert.Multiple(() =>
        {
            Assert.That(check.IsOutside, Is.True);
            Assert.That((check with { Second = new Estimate(10.9, 0.2) }).Disagreement, Is.Null);
            Assert.That((check with { Second = new Estimate(10.5, 0.2) }).Disagreement, Does.StartWith("theory lies outside"));
        });
    }

    [Test]
    public void What_theory_calls_rare_must_be_rare_and_is_not_estimated()
    {
        var value = new ExactValue("share", 1e-6, _ => AroundTen) { Resolution = 0.001 };
        Assert.Multiple(() =>
        {
            Assert.That(new Check(value, new Estimate(0, 0), null, 20).Disagreement, Is.Null);
            Assert.That(new Check(value, new Estimate(0.002, 0.01), null, 20).Disagreement, Does.StartWith("theory lies outside"));
        });
    }

    [Test]
    public void A_level_of_confidence_is_a_part_of_the_first_interval()
    {
        var check = new Check(new ExactValue("mean", 10.6, _ => AroundTen), Estimate.Of(AroundTen, 0.99), null, 20);
        Assert.That(check.IsWithin(0.5), Is.False, "0.2233, of t = 0.688");
        Assert.That(check.IsWithin(0.95), Is.True, "0.679, of t = 2.093");
    }
}
