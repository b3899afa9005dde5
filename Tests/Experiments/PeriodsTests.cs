using FlowSim.Scenarios.Experiments;

namespace FlowSim.Tests.Experiments;

public sealed class PeriodsTests
{
    [TestCase("2017/18", true, "2016/17", "2017-04", "2017/18", "all")]
    [TestCase("all", false, "2016/17", "2017-04", "2017/18", "all")]
    [TestCase("2017/18", false, "2017/18", Description = "there is nothing else")]
    [TestCase("all", true, "2017-04", "all")]
    [TestCase("all", true)]
    public void The_last_year_is_shown_if_it_is_whole_else_everything(string expected, bool lastIsWhole, params string[] periods) =>
        Assert.That(Periods.Shown(periods, lastIsWhole), Is.EqualTo(expected));
}
