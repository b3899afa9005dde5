using FlowSim.Cli.Tables;
using FlowSim.Plots.Report;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Report;

/// <summary>What a scenario's parts change one by one, beside what it changes as a whole.</summary>
public sealed class SumOfPartsTests
{
    private const string Measure = "four_hour_rate";

    private static readonly ResultKey Key = new(HandMade.Period, Measure, "system", "");

    [Test]
    public void Parts_are_added_up_beside_the_whole()
    {
        var results = Results(("whole", ["beds", "doctors", "whole"]), ("beds", ["beds"]), ("doctors", ["doctors"]));
        var sum = SumOfParts.Of(results).Single();
        Assert.That(sum.Parts, Is.EqualTo(new[] { "beds", "doctors" }));
        Assert.That(sum.Sum(results, Key), Is.EqualTo(1.25 + 2.5));
        Assert.That(sum.Difference(results, Key)!.Mean, Is.EqualTo(3));
    }

    [Test]
    public void What_a_part_includes_is_counted_with_it_and_not_again()
    {
        var results = Results(("whole", ["beds", "more", "doctors", "whole"]), ("beds", ["beds"]), ("more", ["beds", "more"]), ("doctors", ["doctors"]));
        Assert.That(SumOfParts.Of(results).Single(sum => sum.Whole == "whole").Parts, Is.EqualTo(new[] { "more", "doctors" }));
    }

    [Test]
    public void There_is_no_sum_of_which_a_part_was_not_run() =>
        Assert.That(SumOfParts.Of(Results(("whole", ["beds", "doctors", "absent", "whole"]), ("beds", ["beds"]), ("doctors", ["doctors"]))), Is.Empty);

    [Test]
    public void A_scenario_by_itself_is_no_sum() => Assert.That(SumOfParts.Of(Results(("beds", ["beds"]), ("doctors", ["doctors"]))), Is.Empty);

    [TestCase(80)]
    [TestCase(120)]
    public void The_terminal_has_the_sum_beside_the_whole_with_its_interval(int width)
    {
        var results = Results(("whole", ["beds", "doctors", "whole"]), ("beds", ["beds"]), ("doctors", ["doctors"]));
        var table = SumOfPartsTable.Render(results, SumOfParts.Of(results).Single(), [Measure], SystemNames.Of(results.System), HandMade.Period, width);
        var lines = table.TrimEnd().Split('\n');
        Assert.That(lines, Has.All.Length.LessThanOrEqualTo(width));
        Assert.That(lines[^1], Does.Match(@"\+3\.75 +\+3\.00 +\[\+2\.00, \+4\.00\]$"));
        Assert.That(lines[0], Does.Contain("sum of 2 parts").And.Contain("whole"));
    }

    [Test]
    public void The_page_has_a_section_of_it_where_there_is_one()
    {
        Assert.That(Page.Of(Results(("whole", ["beds", "doctors", "whole"]), ("beds", ["beds"]), ("doctors", ["doctors"]))),
            Does.Contain("The sum of the parts").And.Contain("+3.75").And.Contain("+3.00 [+2.00, +4.00]"));
        Assert.That(Page.Of(Results(("beds", ["beds"]), ("doctors", ["doctors"]))), Does.Not.Contain("The sum of the parts"));
    }

    private static ResultSet Results(params (string Id, string[] Parts)[] scenarios)
    {
        var made = new HandMade();
        foreach (var (id, _) in scenarios)
        {
            var difference = id switch { "whole" => 3, "doctors" => 2.5, "more" => 1.5, _ => 1.25 };
            made.With(Measure, "%", 80, difference, difference - 1, difference + 1, scenario: id);
        }

        var results = made.Results;
        return results with
        {
            Run = results.Run with { Scenarios = ["baseline", .. scenarios.Select(scenario => scenario.Id)] },
            System = results.System with
            {
                Scenarios = [new ScenarioFacts { Id = "baseline", Title = "Baseline" },
                    .. scenarios.Select(scenario => new ScenarioFacts { Id = scenario.Id, Title = scenario.Id, Parts = scenario.Parts })],
            },
        };
    }
}
