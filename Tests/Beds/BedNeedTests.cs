using FlowSim.Scenarios.Beds;
using MathNet.Numerics.Distributions;

namespace FlowSim.Tests.Beds;

public sealed class BedNeedTests
{
    [Test]
    public void Enough_beds_are_those_that_the_census_fills_to_92_per_cent_at_most()
    {
        // 92 ÷ 0.92 = 100 beds; in winter more than 100 are never needed.
        Assert.That(BedNeed.Of(92, Always(100), alpha: 0.05), Is.EqualTo(100));
        Assert.That(BedNeed.Of(92.1, Always(100), alpha: 0.05), Is.EqualTo(101));
        Assert.That(BedNeed.Of(92, Always(100), alpha: 0.05, fullest: 85), Is.EqualTo(109));
    }

    [Test]
    public void Winter_asks_for_more_where_it_has_too_few_too_often()
    {
        // In a twentieth of winter 104 are needed, in a hundredth 110, else 90.
        var weights = new long[111];
        (weights[90], weights[104], weights[110]) = (94, 5, 1);
        var winter = DemandShares.Of(weights)!;
        Assert.That(BedNeed.Of(90, winter, alpha: 0.06), Is.EqualTo(98), "the census alone asks for 97.8");
        Assert.That(BedNeed.Of(90, winter, alpha: 0.05), Is.EqualTo(104));
        Assert.That(BedNeed.Of(90, winter, alpha: 0.009), Is.EqualTo(110));
    }

    [TestCase(20, 0.05)]
    [TestCase(100, 0.01)]
    [TestCase(750, 0.05)]
    public void Mean_and_variance_alike_are_a_poisson_distribution(double load, double alpha)
    {
        var beds = BedNeed.Of(0, load, load, alpha);
        Assert.That(1 - Poisson.CDF(load, beds), Is.LessThanOrEqualTo(alpha));
        Assert.That(1 - Poisson.CDF(load, beds - 1), Is.GreaterThan(alpha));
        Assert.That(BedNeed.Of(0, load, load / 2, alpha), Is.EqualTo(beds), "a smaller variance is taken as the mean");
    }

    [Test]
    public void A_larger_variance_is_a_negative_binomial_distribution()
    {
        // The sum of r geometric numbers: mean r (1 − p) ÷ p = 4 · 0.75 ÷ 0.25 = 12, variance 12 ÷ 0.25 = 48; P(n + 1) = P(n) (n + r)(1 − p) ÷ (n + 1).
        var (share, total, beds) = (Math.Pow(0.25, 4), 0.0, 0);
        for (var n = 0; ; n++)
        {
            total += share;
            share *= (n + 4) * 0.75 / (n + 1);
            if (1 - total <= 0.05)
            {
                beds = n;
                break;
            }
        }

        Assert.That(BedNeed.Of(0, 12, 48, alpha: 0.05), Is.EqualTo(beds));
    }

    [Test]
    public void Nobody_needs_nothing() => Assert.That(BedNeed.Of(0, 0, 0, alpha: 0.05), Is.Zero);

    private static DemandShares Always(int beds)
    {
        var weights = new long[beds + 1];
        weights[beds] = 1;
        return DemandShares.Of(weights)!;
    }
}
