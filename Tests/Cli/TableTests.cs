using FlowSim.Cli.Tables;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Tests.Experiments;
using FlowSim.Tests.Golden;

namespace FlowSim.Tests.Cli;

public sealed class TableTests
{
    private static readonly ExperimentSummary Summary = ExperimentSummary.Of(MadeUpExperiment.Result);
    private static readonly SystemNames Names =
        SystemNames.Of(new SystemFacts { Id = "made-up", Title = "Made up", Measures = [new MeasureFacts("occupancy_rate", "%", "", "", "Bed occupancy")] });
    private static readonly string[] Headline = ["occupancy_rate", "delayed_beds", "wait_mean"];

    [TestCase(80)]
    [TestCase(120)]
    public void The_comparison_is_as_kept_and_fits(int width)
    {
        var table = ComparisonTable.Render(Summary, ["more-beds", "hub"], Headline, Names, MadeUpExperiment.SecondYear, width);
        Assert.That(table.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(width));
        GoldenFile.Check($"tables/comparison-{width}.txt", table);
    }

    [TestCase(80)]
    [TestCase(120)]
    public void A_run_is_as_kept_and_fits(int width)
    {
        var table = ScenarioTable.Render(Summary, "baseline", Headline, Names,
            [MadeUpExperiment.LastYear, MadeUpExperiment.FirstYear, MadeUpExperiment.SecondYear], width);
        Assert.That(table.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(width));
        GoldenFile.Check($"tables/run-{width}.txt", table);
    }

    [Test]
    public void Every_scenario_stands_in_the_table_however_narrow_the_terminal()
    {
        var table = ComparisonTable.Render(Summary, ["more-beds", "hub"], Headline, Names, MadeUpExperiment.SecondYear, 20);
        Assert.That(table, Does.Contain("more-beds").And.Contain("hub"));
        Assert.That(table.Split("baseline"), Has.Length.EqualTo(3), "one part for each scenario");
    }

    [Test]
    public void A_star_marks_an_interval_that_excludes_0()
    {
        var lines = ComparisonTable.Render(Summary, ["more-beds"], Headline, Names, MadeUpExperiment.SecondYear, 80).Split('\n');
        Assert.That(lines.Single(line => line.StartsWith("  Whole system", StringComparison.Ordinal)), Does.EndWith("*"));
        Assert.That(lines.Single(line => line.Contains("triage, first")), Does.Not.Contain("*"));
    }

    [Test]
    public void A_total_stands_for_its_groups()
    {
        var rows = HeadlineRows.Of(Summary.Summaries, ["delayed_beds"]);
        Assert.That(rows.Single(), Is.EqualTo(new HeadlineRow("delayed_beds", "beds", "system", "")));
    }

    [TestCase(93.1234, "93.12")]
    [TestCase(5, "5.00")]
    [TestCase(1234.56, "1,235")]
    [TestCase(0.1234, "0.123")]
    [TestCase(0.01234, "0.0123")]
    [TestCase(-0.000001, "0.0000")]
    [TestCase(double.NaN, "-")]
    public void Numbers_have_about_four_digits(double value, string expected) => Assert.That(RowFormat.For([value]).Plain(value), Is.EqualTo(expected));

    [TestCase(0.004, "0.00")]
    [TestCase(0.006, "+0.01")]
    [TestCase(-0.004, "0.00")]
    [TestCase(-1.5, "-1.50")]
    public void A_difference_has_a_sign_unless_it_rounds_to_0(double value, string expected) =>
        Assert.That(RowFormat.For([90]).Signed(value), Is.EqualTo(expected));
}
