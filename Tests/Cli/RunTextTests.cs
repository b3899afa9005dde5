using FlowSim.Cli.Options;
using FlowSim.Cli.Tables;
using FlowSim.Scenarios.Results;
using FlowSim.Tests.Golden;
using FlowSim.Tests.Report;

namespace FlowSim.Tests.Cli;

/// <summary>What <c>run</c> prints.</summary>
public sealed class RunTextTests
{
    private static readonly AnswerSettings Short = new(Places: false, [], All: false);

    [TestCase(80)]
    [TestCase(120)]
    public void The_answer_of_a_run_is_as_kept_and_fits(int width)
    {
        var text = new RunText(Alone(SmallResults.All), Short).Render(width);
        Assert.That(text.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(width));
        GoldenFile.Check($"tables/run-answer-{width}.txt", text);
    }

    [Test]
    public void Twenty_measures_with_long_names_end_in_ten_lines_and_fit_on_a_screen()
    {
        var made = new HandMade();
        for (var measure = 0; measure < 20; measure++)
        {
            made.With($"share_of_patients_of_some_kind_who_wait_for_very_long_{measure}", "%", 12_345.6 + measure, 0, 0, 0);
        }

        var lines = new RunText(Alone(made.Results), Short).Render(80).TrimEnd('\n').Split('\n');
        Assert.That(lines, Has.Length.LessThanOrEqualTo(40));
        Assert.That(lines.Max(line => line.Length), Is.LessThanOrEqualTo(80));
        Assert.That(lines.Count(line => line.Contains("12,3", StringComparison.Ordinal)), Is.EqualTo(10));
    }

    [Test]
    public void Places_stand_below_the_answer_only_where_they_are_asked_for()
    {
        var results = Alone(SmallResults.All);
        Assert.That(new RunText(results, Short).Render(80), Does.Not.Contain("North"));
        Assert.That(new RunText(results, Short with { Places = true }).Render(80), Does.Contain("North").And.Match("measure +2018/19\n"));
        Assert.That(new RunText(results, Short with { All = true }).Render(80), Does.Contain("North").And.Match("measure.* 2017/18"));
    }

    [TestCase(90, "The one target is missed: bed occupancy 96.8 %, above the 90 % guidance.")]
    [TestCase(99, "The one target is reached: bed occupancy 96.8 %, within the 99 % guidance.")]
    [TestCase(96.5, "So near to its target that the run cannot tell the side: bed occupancy (96.8 %, 96.5 % guidance).")]
    public void On_which_side_of_its_target_a_level_lies_is_said(double target, string expected)
    {
        var results = Alone(SmallResults.All);
        results = results with
        {
            System = results.System with
            {
                Measures = [.. results.System.Measures.Select(measure => measure.Id != "occupancy_rate" ? measure with { Standards = [] }
                    : measure with { Better = "lower", Standards = [new StandardFacts("", target, "guidance")] })],
            },
        };
        Assert.That(new RunText(results, Short).Render(200), Does.Contain(expected));
    }

    [Test]
    public void The_command_prints_what_is_asked_for()
    {
        using var system = new FlowFile("""
            system: ward
            run: { starts: 2016-04-01, lasts: 60 d, begin: empty, replications: 2 }
            dimensions: { site: [north, south] }
            pools: { bed: { kind: beds, group: acute, each: site, capacity: 3 } }
            streams: { some: { each: site, to: ward, rate: 0.6 per d } }
            stages: { ward: { each: site, place: bed@site, clock: spell, time: exponential mean 4 d, then: leave } }
            measures: { stay: { title: Stay, clock: spell, mean: true, unit: d, by: site }, beds: { title: Beds, average: { occupied: bed }, unit: beds } }
            headline: [stay, beds]
            """);
        Assert.That(system.Run().Out, Does.Contain("Stay (days)").And.Contain("Beds (beds)").And.Not.Contain("North"));
        Assert.That(system.Run("--places").Out, Does.Contain("North"));
        Assert.That(system.Run("--measures", "beds").Out, Does.Contain("Beds (beds)").And.Not.Contain("Stay (days)"));
        Assert.That(system.Run("--measures", "bedz").Error, Does.Contain("Did you mean \"beds\"?"));
    }

    private static ResultSet Alone(ResultSet results) => results with
    {
        Run = results.Run with { Scenarios = ["baseline"] },
        Summaries = [.. results.Summaries.Where(row => row.Scenario == "baseline").OrderBy(row => row.Key.Period, StringComparer.Ordinal)],
        Differences = [],
        Savings = [],
        Ledger = [],
        Claims = [],
        Wards = [],
        Calibration = [],
    };
}
