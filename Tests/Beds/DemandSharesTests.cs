using FlowSim.Scenarios.Beds;
using FlowSim.Tests.Analytic;
using MathNet.Numerics.Distributions;

namespace FlowSim.Tests.Beds;

/// <summary>Against the Poisson distribution, whose shares those of beds without limit are if patients come at random.</summary>
public sealed class DemandSharesTests
{
    private const double Parts = 1e15;

    [Test]
    public void One_in_n_is_the_quantile_of_the_poisson_distribution(
        [Values(3.0, 8.145, 25, 90, 213)] double load, [Values(5, 10, 20, 50, 100, 1000)] int oneIn)
    {
        var beds = Poissonian(load).NeededFor(1.0 / oneIn);
        Assert.That(1 - Poisson.CDF(load, beds - 1), Is.LessThanOrEqualTo(1.0 / oneIn), "so many are enough");
        Assert.That(1 - (beds > 1 ? Poisson.CDF(load, beds - 2) : 0), Is.GreaterThan(1.0 / oneIn), "one fewer is not");
    }

    [Test]
    public void The_chance_of_delay_is_erlangs_loss_formula() => Assert.Multiple(() =>
    {
        foreach (var row in Analytic.Numbers.Rows(ErlangLoss.BlockingTable).Where(row => row[1] <= 213))
        {
            Assert.That(Poissonian(row[1]).Delay((int)row[0]), Is.EqualTo(row[3]).Within(1e-6), $"{row[0]} beds, load {row[1]}");
        }
    });

    [Test]
    public void The_chance_that_all_are_taken_is_that_of_so_many_or_more()
    {
        var shares = DemandShares.Of([2, 5, 0, 3])!;
        Assert.That(Enumerable.Range(0, 6).Select(shares.Full), Is.EqualTo(new[] { 1, 0.8, 0.3, 0.3, 0, 0 }).Within(1e-12));
        Assert.That(Enumerable.Range(0, 6).Select(shares.Delay), Is.EqualTo(new[] { 1, 5.0 / 7, 0, 0.3, 0, 0 }).Within(1e-12));
        Assert.That((shares.Mean, shares.Variance), Is.EqualTo((1.4, 1.24)).Using<double>((a, b) => Math.Abs(a - b) < 1e-12));
    }

    [Test]
    public void So_many_are_needed_that_the_share_is_not_passed_to_the_last_digit()
    {
        // Of ten who came two found none taken, five found one, three found three.
        var shares = DemandShares.Of([2, 5, 0, 3])!;
        Assert.That(shares.NeededFor(1), Is.Zero, "anything is enough");
        Assert.That(shares.NeededFor(0.8), Is.EqualTo(1), "eight in ten find one or more");
        Assert.That(shares.NeededFor(0.5), Is.EqualTo(2));
        Assert.That(shares.NeededFor(0.3), Is.EqualTo(2), "three in ten find two or more, just as many as may");
        Assert.That(shares.NeededFor(0.2), Is.EqualTo(4));
    }

    [Test]
    public void Of_nothing_there_are_no_shares() => Assert.That(DemandShares.Of([0, 0]), Is.Null);

    private static DemandShares Poissonian(double load) =>
        DemandShares.Of([.. Enumerable.Range(0, (int)(load + (12 * Math.Sqrt(load)) + 20)).Select(number => (long)(Parts * Poisson.PMF(load, number)))])!;
}
