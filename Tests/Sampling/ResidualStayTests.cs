using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Tests.Sampling;

public sealed class ResidualStayTests
{
    private const double Day = 86400;

    /// <summary>A stay and E[X²] / (2 E[X]) from its textbook moments [s].</summary>
    private static IEnumerable<TestCaseData> Stays()
    {
        yield return new(Exponential.Of(9 * Day), 9 * Day);
        yield return new(Lognormal.MeanSd(26 * Day, 18 * Day), (26.0 * 26 + 18 * 18) / (2 * 26) * Day);
        yield return new(Lognormal.MeanSd(9.4 * Day, 16.9 * Day), (9.4 * 9.4 + 16.9 * 16.9) / (2 * 9.4) * Day);
        yield return new(Uniform.Of(7 * Day, 28 * Day), (7.0 * 7 + 7 * 28 + 28 * 28) / 3 / (2 * 17.5) * Day);
        yield return new(Constant.Of(4 * Day), 2 * Day);
        yield return new(Mixture.Of([Exponential.Of(30 * Day), Constant.Of(0), Constant.Of(Day)], [1, 1, 2]), (0.25 * 1800 + 0.5) / (2 * 8) * Day);
    }

    [TestCaseSource(nameof(Stays))]
    public void What_remains_has_the_mean_of_renewal_theory(Distribution stay, double expected)
    {
        const int Draws = 200_000;
        var residual = new ResidualStay(stay);
        var remaining = 0.0;
        for (var i = 0; i < Draws; i++)
        {
            var (total, elapsed) = residual.Draw((i + 0.5) / Draws, Philox.Generate(5, (ulong)i, 0).Uniform);
            remaining += total - elapsed;
        }

        Assert.That(remaining / Draws, Is.EqualTo(expected).Within(1).Percent);
    }

    /// <summary>A length-biased exponential stay is gamma with shape 2, half of it elapsed on average.</summary>
    [Test]
    public void Stays_of_those_present_are_length_biased()
    {
        var residual = new ResidualStay(Exponential.Of(9 * Day));
        foreach (var u in new[] { 0.01, 0.25, 0.5, 0.9, 0.999 })
        {
            var expected = MathNet.Numerics.Distributions.Gamma.InvCDF(2, 1 / (9 * Day), u);
            Assert.That(residual.Draw(u, 0.5).total, Is.EqualTo(expected).Within(0.1).Percent);
            Assert.That(residual.Draw(u, 0.5).elapsed, Is.EqualTo(expected / 2).Within(0.1).Percent);
        }
    }

    [Test]
    public void At_least_a_second_remains()
    {
        var residual = new ResidualStay(Uniform.Of(0, 3));
        for (var i = 1; i < 1000; i++)
        {
            var (total, elapsed) = residual.Draw(i / 1000.0, 1 - Math.Pow(2, -53));
            Assert.That(elapsed, Is.InRange(0, total - 1));
        }
    }

    [Test]
    public void The_extreme_uniforms_give_stays_too()
    {
        var residual = new ResidualStay(Lognormal.MeanSd(9 * Day, 16 * Day));
        Assert.That(residual.Draw(Math.Pow(2, -53), Math.Pow(2, -53)).total, Is.InRange(1, Day));
        Assert.That(residual.Draw(1 - Math.Pow(2, -53), 0.5).total, Is.GreaterThan(1000 * Day));
    }

    [Test]
    public void A_stay_of_nothing_has_no_one_present() =>
        Assert.That(() => new ResidualStay(Constant.Of(0)), Throws.ArgumentException);
}
