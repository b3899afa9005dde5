using FlowSim.Plots.Answers;
using FlowSim.Plots.Report;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Report;

public sealed class GivingWayTests
{
    private static readonly GivingWay Small = new(new ReportData(SmallResults.All));

    [Test]
    public void The_baseline_says_how_far_each_rule_is_used_with_the_year_before()
    {
        // 41 patients on average are no 41 patients in the year.
        Assert.That(Small.InBaseline().Select(sentence => sentence.ToString()), Is.EqualTo(new[]
        {
            "In 2018/19, the load that is more than the system can take is met by: patients in the day room: 41.0 patients (38.0); planned patients put off: 3.12 a day (2.60). In round brackets: 2017/18.",
            "Not used: ambulances sent on.",
            "Since 2016/17 these have grown most, as a share: patients in the day room (from 34.0 patients to 41.0 patients).",
        }));
    }

    [Test]
    public void A_year_before_the_scenarios_branch_is_among_the_years() => Assert.That(Small.Periods, Is.EqualTo(new[] { "2016/17", "2017/18", "2018/19" }));

    [Test]
    public void What_is_not_beyond_chance_is_not_said_to_be_used_more_or_less()
    {
        Assert.That(Small.InScenario(HandMade.Hub).Select(sentence => sentence.ToString()), Is.EqualTo(new[]
        {
            "Used less: patients in the day room, −4.0 [−6.0 to −2.0] patients.",
            "The other one changes by no more than chance would.",
        }));
        Assert.That(Small.InScenario("home-care").Select(sentence => sentence.ToString()), Is.EqualTo(new[]
        {
            "Used less: patients in the day room, −9.0 [−10.0 to −8.0] patients.",
            "Used more: planned patients put off, +0.80 [+0.70 to +0.90] a day.",
        }));
    }

    [Test]
    public void Of_one_replication_the_difference_is_told_without_an_interval()
    {
        var one = new HandMade { Replications = 1 }.With("put_off", "per day", 3, -1, double.NaN, double.NaN);
        Assert.That(new GivingWay(new ReportData(one.Results)).InScenario(HandMade.Hub).Select(sentence => sentence.ToString()),
            Is.EqualTo(new[] { "Used less: planned patients put off, −1.00 a day." }));
    }

    [Test]
    public void A_scenario_that_changes_nothing_says_so()
    {
        var none = new HandMade().With("put_off", "per day", 3, 0, 0, 0);
        Assert.That(new GivingWay(new ReportData(none.Results)).InScenario(HandMade.Hub).Single().ToString(), Is.EqualTo("No rule is used more or less."));
    }

    [Test]
    public void It_stands_behind_the_answer_and_before_the_charts_under_the_title_of_the_topic()
    {
        var titled = SmallResults.All with { System = SmallResults.All.System with { Titles = new Dictionary<string, string> { ["bending"] = "What bends" } } };
        var text = HtmlOutline.Of(Page.Of(titled)).Text;
        var places = new[] { "Told first is what surely changes most", "In 2018/19, the load", "How far each rule is used in the baseline", "Charts" }
            .Select(part => text.LastIndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.That(places, Has.All.Positive);
        Assert.That(places, Is.Ordered);
        Assert.That(text, Does.Contain("What bends"));
        Assert.That(text, Does.Match(@"Patients in the day room \(patients\)\s*34.00\s*38.00\s*41.00\s*−4.00 \*\s*\[−6.00, −2.00\]\s*−9.00 \*"));
    }

    [TestCase("")]
    [TestCase("another-topic")]
    public void Without_measures_of_what_gives_way_there_is_no_such_section(string topic)
    {
        ResultSet results = SmallResults.All with { System = SmallResults.All.System with { GivesWay = topic } };
        Assert.That(HtmlOutline.Of(Page.Of(results)).Text, Does.Not.Contain("How far each rule is used"));
    }
}
