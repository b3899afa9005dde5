using FlowSim.Plots.Answers;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Tests.Report.Answers;

public sealed class FindingTests
{
    private const double Baseline = 100;

    [TestCase(3, 1, 5, Verdict.Rises)]
    [TestCase(-3, -5, -1, Verdict.Falls)]
    [TestCase(1, -3, 5, Verdict.NoMoreThanChance, Description = "it reaches 5 % of the baseline and no further")]
    [TestCase(1, -3, 5.1, Verdict.CannotBeTold)]
    [TestCase(-1, -5.1, 3, Verdict.CannotBeTold)]
    [TestCase(1, 0, 2, Verdict.NoMoreThanChance, Description = "an interval that ends at 0 contains it")]
    [TestCase(0, 0, 0, Verdict.Same)]
    [TestCase(double.NaN, double.NaN, double.NaN, Verdict.Undefined)]
    public void The_interval_decides_the_verdict(double mean, double lower, double upper, object verdict) =>
        Assert.That(Found(mean, lower, upper).Verdict, Is.EqualTo(verdict));

    [Test]
    public void One_replication_gives_no_verdict() => Assert.That(Found(3, double.NaN, double.NaN, n: 1).Verdict, Is.EqualTo(Verdict.NoInterval));

    [Test]
    public void Where_the_baseline_is_0_a_difference_is_not_called_small() =>
        Assert.That((Found(0.01, -0.01, 0.03) with { Baseline = 0 }).Verdict, Is.EqualTo(Verdict.CannotBeTold));

    [Test]
    public void A_wide_interval_is_no_more_relevant_than_what_it_is_sure_of()
    {
        Assert.That(Found(-20, -38, -2).Relevance, Is.EqualTo(0.02));
        Assert.That(Found(5, 4, 6).Relevance, Is.EqualTo(0.04));
        Assert.That(Found(5, -4, 14).Relevance, Is.Zero);
    }

    private static Finding Found(double mean, double lower, double upper, int n = 6)
    {
        var difference = new Difference
        {
            Scenario = "hub",
            Key = new ResultKey("all", "breaches", "system", ""),
            Unit = "per day",
            N = n,
            Mean = mean,
            Lower95 = lower,
            Upper95 = upper,
            Correlation = 0.9,
        };
        return new Finding(difference, Baseline, Baseline + mean, n);
    }
}
