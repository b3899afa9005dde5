using FlowSim.Plots.Report;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Report;

/// <summary>A run of some days (<c>--days</c>) reports the year in which they lie: the page must not speak as if all of it had been measured.</summary>
public sealed class PartOfYearTests
{
    [Test]
    public void Of_a_year_measured_in_part_the_days_are_said()
    {
        // From 1 April to 30 May.
        var page = Told("2018-04-01", "2018-05-31");
        Assert.That(page, Does.Contain("Differences from the baseline in 2018/19 (60 days of it)."));
        Assert.That(page, Does.Contain("change in 2018/19 (60 days of it), compared with"));
        Assert.That(page, Does.Contain("fall by 120 [100–140] days in the time measured, from 1,000 to 880"));
        Assert.That(page, Does.Contain("2018/19 (60 days of it): baseline, and differences from it"));
    }

    [TestCase("2018-04-01", "2019-04-01")]
    [TestCase("2017-04-01", "2019-04-01")]
    [TestCase("2019-04-01", "2020-04-01")]
    [TestCase("", "")]
    public void Of_a_whole_year_or_one_before_the_measured_time_nothing_is_added(string from, string to)
    {
        var page = Told(from, to);
        Assert.That(page, Does.Contain("Differences from the baseline in 2018/19.").And.Contain("days in the year, from 1,000 to 880"));
    }

    [Test]
    public void One_day_is_one_day() => Assert.That(Told("2019-03-31", "2019-04-01"), Does.Contain("(1 day of it)"));

    [Test]
    public void Of_the_last_year_of_the_spin_up_no_measured_time_is_said()
    {
        Assert.That(Told("2019-04-01", "2019-04-01"), Does.Contain("It is the last year of the spin-up").And.Not.Contain("Measured: "));
        Assert.That(Told("2018-04-01", "2019-04-01"), Does.Contain("Measured: 1 April 2018 to 31 March 2019").And.Not.Contain("spin-up, before"));
    }

    private static string Told(string from, string to)
    {
        var results = new HandMade().With("dtoc_days", "days", 1000, -120, -140, -100).Results;
        return HtmlOutline.Of(Page.Of(results with { Run = results.Run with { MeasuredFrom = from, MeasuredTo = to } })).Text;
    }
}
