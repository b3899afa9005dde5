using FlowSim.Cli.Options;
using FlowSim.Cli.Tables;
using FlowSim.Scenarios.Results;
using FlowSim.Tests.Golden;
using FlowSim.Tests.Report;

namespace FlowSim.Tests.Cli;

/// <summary>What <c>compare</c> prints.</summary>
public sealed class ComparisonTextTests
{
    private static readonly AnswerSettings Short = new(Places: false, [], All: false);

    [TestCase(80)]
    [TestCase(120)]
    public void The_answer_of_small_results_is_as_kept_and_fits(int width)
    {
        var text = new ComparisonText(SmallResults.All, Short).Render(width);
        Assert.That(text.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(width));
        GoldenFile.Check($"tables/answer-{width}.txt", text);
    }

    [TestCase(80)]
    [TestCase(120)]
    public void Six_scenarios_and_ten_measures_fit_on_a_screen(int width)
    {
        var lines = new ComparisonText(Many(), Short).Render(width).TrimEnd('\n').Split('\n');
        Assert.That(lines.Max(line => line.Length), Is.LessThanOrEqualTo(width));
        Assert.That(lines, Has.Length.LessThanOrEqualTo(39), "and a line of what to open");
        Assert.That(lines.Count(line => line.StartsWith("scenario-of-some-id-5 ", StringComparison.Ordinal) && line.Contains('±')), Is.EqualTo(2), "five measures beside each other");
    }

    [Test]
    public void With_what_is_not_known_they_still_fit()
    {
        var results = Many();
        var wide = results with
        {
            Differences = [.. results.Differences.Select(row => row with { Lower95All = row.Mean - 2.5, Upper95All = row.Mean + 2.5, NOuter = 20 })],
        };
        var lines = new ComparisonText(wide, Short).Render(80).TrimEnd('\n').Split('\n');
        Assert.That(lines, Has.Length.LessThanOrEqualTo(39));
        Assert.That(string.Join(' ', lines).Split("with what is not known"), Has.Length.EqualTo(2), "said once");
        Assert.That(lines, Has.Some.Contains("?"));
    }

    [Test]
    public void Where_intervals_are_so_wide_that_the_table_would_leave_the_screen_they_make_room()
    {
        var lines = new ComparisonText(Many(half: 1_234.5), Short).Render(80).TrimEnd('\n').Split('\n');
        Assert.That(lines, Has.Length.LessThanOrEqualTo(39));
        Assert.That(lines.Count(line => line.StartsWith("scenario-of-some-id-5 ", StringComparison.Ordinal)), Is.EqualTo(2));
        Assert.That(lines, Has.None.Contains("±").And.Some.Contains("its interval: --places"));
    }

    [Test]
    public void Places_stand_below_the_answer_only_where_they_are_asked_for()
    {
        Assert.That(new ComparisonText(SmallResults.All, Short).Render(80), Does.Not.Contain("North"));
        Assert.That(new ComparisonText(SmallResults.All, Short with { Places = true }).Render(80),
            Does.Contain("North").And.Not.Contain("Savings of all partners"));
        Assert.That(new ComparisonText(SmallResults.All, Short with { All = true }).Render(80), Does.Contain("North").And.Contain("Savings of all partners"));
    }

    [Test]
    public void A_long_name_goes_on_below_itself()
    {
        const string Typed = "pools.community-bed@ely.capacity=30+pools.medical-bed.capacity=x1.1";
        var lines = new ComparisonText(new HandMade().With("visits", "per day", 100, 20, 15, 25, scenario: Typed).Results, Short).Render(80).Split('\n').ToList();
        var first = lines.FindIndex(line => line.EndsWith("+20.0 ±5.0*", StringComparison.Ordinal));
        var below = lines.Skip(first + 1).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal));
        var name = lines[first].Split(' ')[0] + string.Concat(below.Select(line => line.Trim()));
        Assert.That(name, Is.EqualTo(Typed));
        Assert.That(lines.Max(line => line.Length), Is.LessThanOrEqualTo(80));
    }

    [Test]
    public void A_change_that_is_written_as_nothing_bears_no_mark()
    {
        var results = new HandMade().With("visits", "per day", 100, 20, 15, 25, scenario: "much")
            .With("visits", "per day", 100, 0.01, 0.005, 0.015, scenario: "little").Results;
        var lines = new ComparisonText(results, Short).Render(80).Split('\n');
        Assert.That(lines.Single(line => line.StartsWith("much ", StringComparison.Ordinal)), Does.EndWith("+20.0 ±5.0*"));
        Assert.That(lines.Single(line => line.StartsWith("little ", StringComparison.Ordinal)), Does.EndWith(" 0.0"));
    }

    private static ResultSet Many(double half = 0.4)
    {
        var made = new HandMade();
        for (var measure = 0; measure < 12; measure++)
        {
            for (var scenario = 0; scenario < 6; scenario++)
            {
                made.With($"share_of_{measure}", "%", 70 + measure, scenario - 2, scenario - 2 - half, scenario - 2 + half, scenario: $"scenario-of-some-id-{scenario}");
            }
        }

        var results = made.Results;
        return results with
        {
            System = results.System with
            {
                Measures = [.. Enumerable.Range(0, 3).Select(index => new MeasureFacts($"share_of_{index}", "%", "", "", $"Patients of kind {index}")
                {
                    Better = "higher",
                    Standards = [new StandardFacts("", 95, "standard")],
                })],
            },
        };
    }
}
