using FlowSim.Plots.Report;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Report;

/// <summary>What a scenario changes and costs, in words.</summary>
public sealed class ChangeWordsTests
{
    private static readonly ChangeFacts Written = new("add", "pools.ward-bed.capacity", "4", "a wing reopens", "", "", "", "")
    {
        What = "Ward beds, Ely: capacity",
    };

    [Test]
    public void A_change_of_a_number_leads_from_one_value_to_the_other() =>
        Assert.That(ChangeSentences.Of(Written with { Before = "26", After = "30" }), Is.EqualTo("Ward beds, Ely: capacity 26 → 30"));

    [TestCase("add", "3", "4", "Nurses, Ely: one more (3 → 4)")]
    [TestCase("add", "6", "4", "Nurses, Ely: 2 fewer (6 → 4)")]
    [TestCase("set", "3", "4", "Nurses, Ely: 3 → 4")]
    [TestCase("add", "0 %", "10 %", "Nurses, Ely: 0 % → 10 %")]
    public void What_has_no_property_is_counted(string edit, string before, string after, string expected) =>
        Assert.That(ChangeSentences.Of(Written with { What = "Nurses, Ely", Edit = edit, Before = before, After = after }), Is.EqualTo(expected));

    [TestCase("add", "4", "", "Ward beds, Ely: capacity + 4")]
    [TestCase("add", "-4", "", "Ward beds, Ely: capacity − 4")]
    [TestCase("scale", "1.5", "", "Ward beds, Ely: capacity × 1.5")]
    [TestCase("set", "30", "", "Ward beds, Ely: capacity 30")]
    [TestCase("remove", "", "", "Ward beds, Ely: capacity taken away")]
    [TestCase("add", "{ kind: beds, capacity: 4 }", "", "Ward beds, Ely: capacity added")]
    [TestCase("set", "{ calendar: open, inside: 4 }", "", "Ward beds, Ely: capacity described anew")]
    [TestCase("set", "30", "2018-01-01", "Ward beds, Ely: capacity 30, from 2018-01-01")]
    [TestCase("set", "30", "2017-04-01 over 548 d every 183 d", "Ward beds, Ely: capacity 30, step by step from 2017-04-01")]
    public void What_is_known_of_a_change_is_said(string edit, string value, string from, string expected) =>
        Assert.That(ChangeSentences.Of(Written with { Edit = edit, Value = value, From = from }), Is.EqualTo(expected));

    [Test]
    public void Investments_are_added_up_by_partner_and_by_whether_they_come_again() =>
        Assert.That(
            InvestmentSum.Of([Line("trust", "370000 GBP per year"), Line("trust", "-20000 GBP per year"), Line("council", "900000 GBP per year"),
                Line("council", "50000.5 GBP"), Line("council", "in kind")], id => $"the {id}"),
            Is.EqualTo("£1,250,000 a year (the council £900,000, the trust £350,000) and £50,000.5 once (the council)"));

    [Test]
    public void Without_an_amount_there_is_no_sum() => Assert.That(InvestmentSum.Of([Line("council", "in kind")], id => id), Is.Empty);

    [Test]
    public void The_page_says_the_change_by_its_reason_and_what_is_invested()
    {
        var text = HtmlOutline.Of(Page.Of(SmallResults.All)).Text;
        Assert.That(text, Does.Match(@"A hub opens: Hub room: capacity 2 → 6, from 2017-04-01\."));
        Assert.That(text, Does.Contain("Investment: £1,100,000 a year ("));
    }

    private static InvestmentFacts Line(string partner, string amount) => new("line", partner, amount, "", "", "", "");
}
