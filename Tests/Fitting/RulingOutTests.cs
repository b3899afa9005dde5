using FlowSim.Scenarios.Fitting;

namespace FlowSim.Tests.Fitting;

public sealed class RulingOutTests
{
    [Test]
    public void Of_fewer_than_ten_figures_the_largest_implausibility_counts_of_more_the_second_largest()
    {
        Assert.That(RulingOut.Of([1, 7, 2]), Is.EqualTo(7));
        Assert.That(RulingOut.Of([1, 7, 2, 1, 1, 1, 1, 1, 6.5, 1]), Is.EqualTo(6.5));
        Assert.That(RulingOut.Of([1, 7, 2, 1, 1, 1, 1, 1, 7, 1]), Is.EqualTo(7));
    }

    [TestCase(2.999, false)]
    [TestCase(3, true)]
    [TestCase(double.PositiveInfinity, true)]
    [TestCase(double.NaN, true)]
    public void From_three_standard_deviations_on_a_point_is_ruled_out(double implausibility, bool expected) =>
        Assert.That(RulingOut.IsRuledOut(implausibility), Is.EqualTo(expected));

    /// <summary>Two points of two and three replications: (1 × 2 × 4 + 2 × 3 × 1) ÷ (1 + 2) by their standard errors 2 and 1.</summary>
    [Test]
    public void Chance_is_pooled_over_points_by_their_degrees_of_freedom()
    {
        var chance = new ChanceVariance([Run(2, 2), Run(3, 1), Run(1, double.NaN)], 1);
        Assert.That(chance.OfMean(0, 1), Is.EqualTo(14.0 / 3).Within(1e-12));
        Assert.That(chance.OfMean(0, 7), Is.EqualTo(2.0 / 3).Within(1e-12));
    }

    private static PointRun Run(int replications, double error) =>
        new() { Wave = "1", Number = 1, Places = [0.5], Replications = replications, Means = [10], Errors = [error] };
}
