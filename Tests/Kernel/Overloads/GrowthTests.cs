using FlowSim.Simulator.Overloads;

namespace FlowSim.Tests.Kernel.Overloads;

/// <summary>The median of the slopes between all pairs of moments, worked out by hand.</summary>
public sealed class GrowthTests
{
    private static double PerDay(params (double Day, int Count)[] moments) =>
        Growth.PerDay([.. moments.Select(moment => HeadcountOf.At(moment.Day, moment.Count, [], []))], headcount => headcount.Present);

    [Test]
    public void Of_two_moments_it_is_the_difference_a_day() => Assert.That(PerDay((2, 10), (6, 30)), Is.EqualTo(5));

    [Test]
    public void Of_an_odd_number_of_slopes_it_is_the_middle_one() =>
        Assert.That(PerDay((0, 0), (1, 10), (3, 12)), Is.EqualTo(4), "10, 12 / 3 and 2 / 2");

    [Test]
    public void Of_an_even_number_of_slopes_it_is_the_mean_of_the_two_in_the_middle() =>
        Assert.That(PerDay((0, 0), (1, 1), (2, 5), (3, 6)), Is.EqualTo(2.25), "1, 1, 2, 2.5, 2.5 and 4");

    [Test]
    public void Two_counts_of_one_moment_have_no_slope() => Assert.That(PerDay((0, 0), (0, 100), (1, 10)), Is.EqualTo(-40), "10 and -90");

    [Test]
    public void One_moment_shows_no_growth() => Assert.That(PerDay((3, 100)), Is.Zero);
}
