using System.Text.RegularExpressions;
using FlowSim.Plots.Report;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Report;

public sealed class DecisiveNumbersTests
{
    private static readonly ResultSet Tried = SmallResults.All;

    [Test]
    public void The_answer_says_behind_it_how_many_are_assumed_and_which_decide()
    {
        var text = Text(Tried);
        const string line = "62 of the 812 numbers of the description are assumed; these two decide: Admissions: rate; Ward: time. The description has changed since they were tried.";
        Assert.That(text, Does.Contain(line));
        Assert.That(text.IndexOf(line, StringComparison.Ordinal), Is.GreaterThan(text.IndexOf("How far to trust it", StringComparison.Ordinal))
            .And.LessThan(text.IndexOf("Each scenario in sentences", StringComparison.Ordinal)));
        Assert.That(text, Does.Match(@"Admissions: rate\s*streams.admissions.rate\s*assumed\s*9 per day to 11 per day\s*A&E stays over four hours\s*−31 a day\s*\+41 a day"));
        Assert.That(text, Does.Match(@"5 d to 8 d \(has changed since\)\s*Bed occupancy\s*−1.3 points\s*\+0.5 points"));
    }

    [Test]
    public void Ten_are_named_however_many_move_something()
    {
        var many = Enumerable.Range(1, 14).Select(number => Tried.System.Numbers.Tried[0] with { Path = $"stages.step-{number}.time", Share = 1.0 / number });
        var text = Text(With(Tried.System.Numbers with { Tried = [.. many] }));
        Assert.That(text, Does.Contain("these ten decide: Step 1: time;").And.Contain("Step 10: time.").And.Not.Contain("Step 11: time"));
    }

    [Test]
    public void Numbers_that_move_nothing_decide_nothing()
    {
        var first = Tried.System.Numbers.Tried[0];
        Assert.That(Text(With(Tried.System.Numbers with { Tried = [first, first with { Path = "stages.x.time", Share = 0 }] })),
            Does.Contain("this one decides: Admissions: rate."));
        Assert.That(Text(With(Tried.System.Numbers with { Tried = [first with { Share = 0 }] })),
            Does.Contain("none of those that were tried moves a headline measure by more than chance."));
    }

    [Test]
    public void What_was_not_tried_is_said_with_the_command_that_does()
    {
        var numbers = new NumberFacts { Count = 812, Assumed = 1, Triable = 9 };
        Assert.That(Text(With(numbers)), Does.Contain("1 of the 812 numbers of the description is assumed; which of them decide has not been tried.")
            .And.Contain("flowsim assumptions --try --system made-up"));
        Assert.That(Text(With(numbers with { Triable = 0 })), Does.Contain("none comes with a range"));
    }

    [Test]
    public void What_has_changed_since_and_what_is_not_tried_yet_is_counted()
    {
        var text = Text(With(Tried.System.Numbers with { Gone = ["stages.gone.time", "stages.lost.time"] }));
        Assert.That(text, Does.Contain("2 of 3 that come with a range have not been tried as they are now."));
        Assert.That(text, Does.Contain("of what was tried 1 has another value or range now, and 2 are there no more."));
        Assert.That(Text(With(Tried.System.Numbers with { Triable = 2, Tried = [.. Tried.System.Numbers.Tried.Select(one => one with { Since = "" })] })),
            Does.Not.Contain("have not been tried as they are now").And.Not.Contain("has changed since"));
    }

    [Test]
    public void Results_that_do_not_count_numbers_open_and_say_what_they_know()
    {
        Assert.That(Text(With(new NumberFacts())), Does.Contain(
            "2 of the 4 numbers that say where they come from are assumed; these results do not say which of them decide."));
        var made = new HandMade().With("breaches", "per day", 100, -10, -12, -8).Results;
        Assert.That(Text(made), Does.Not.Contain("assumed;"));
    }

    [Test]
    public void The_table_of_numbers_stands_in_the_order_of_what_they_move()
    {
        var page = Page.Of(Tried);
        var table = page[page.IndexOf("<table id=\"assumption-table\"", StringComparison.Ordinal)..];
        var rows = Regex.Matches(table[..table.IndexOf("</table>", StringComparison.Ordinal)], "<tr><th scope=\"row\">([^<]*)<td>")
            .Select(match => match.Groups[1].Value);
        Assert.That(rows, Is.EqualTo(new[] { "streams.admissions.rate", "stages.ward.time", "pools.ward-bed.capacity", "stages.admit.time" }));
        Assert.That(Text(Tried), Does.Contain("A&E stays over four hours: −31 a day at the low end, +41 a day at the high end"));
    }

    [Test]
    public void Which_ranges_an_interval_holds_is_said_as_it_is()
    {
        Assert.That(Text(Tried), Does.Contain("and the intervals of this page do not hold the ranges."));
        Assert.That(Text(Drawn("hub")), Does.Contain("no interval of this page holds these ranges: what was drawn are the ranges of the scenarios")
            .And.Not.Contain("do not hold the ranges"));
        Assert.That(Text(Drawn("baseline")), Does.Contain("Those “with what is not known” hold, of these numbers, the 1 that the calibrated set varies"));
    }

    private static ResultSet Drawn(string scenario) => Tried with
    {
        DrawnInputs = [.. new[] { 1, 2 }.SelectMany(draw => new[] { Input(draw, scenario, "stages.ward.time"), Input(draw, scenario, "member") })],
        DrawnValues = [.. new[] { 1, 2 }.Select(draw => new DrawnValue { Draw = draw, Scenario = "hub",
            Key = new ResultKey(HandMade.Period, "breaches", "system", ""), Unit = "per day", Value = 1 })],
    };

    private static DrawnInput Input(int draw, string scenario, string input) =>
        new() { Draw = draw, Scenario = scenario, Input = input, Reason = "", Value = "1" };

    private static ResultSet With(NumberFacts numbers) => Tried with { System = Tried.System with { Numbers = numbers } };

    private static string Text(ResultSet results) => HtmlOutline.Of(Page.Of(results)).Text;
}
