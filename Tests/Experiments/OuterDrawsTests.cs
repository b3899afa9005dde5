using System.Globalization;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Experiments;

/// <summary>
/// Everybody stays as long, and one comes every two hours: the beds occupied are the length of stay times 12 a day, so a difference is known for every draw.
/// </summary>
public sealed class OuterDrawsTests
{
    private const double PerDay = 12;
    private const double Stay = 2;

    private TemporaryFolder folder = null!;

    private string System => Path.Combine(folder.Path, "line");

    private string Results => Path.Combine(folder.Path, "results");

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void The_interval_is_that_of_the_range_where_nothing_else_varies()
    {
        // Uniform on 0.5 to 1.5: 95 of 100 lie within 0.525 and 1.475. Four standard errors of a quantile of 1,000 are 0.02; the ends themselves lie beyond.
        const double near = PerDay * Stay * 0.0197;
        var results = Compare(Longer("1.2", "0.5 to 1.5"), "--draws", "1000", "--replications", "2");
        var difference = Beds(results, "longer");
        Assert.That(difference.NOuter, Is.EqualTo(1000));
        Assert.That(difference.Lower95All, Is.EqualTo(PerDay * Stay * (0.525 - 1)).Within(near));
        Assert.That(difference.Upper95All, Is.EqualTo(PerDay * Stay * (1.475 - 1)).Within(near));
    }

    [Test]
    public void Below_forty_draws_it_is_from_the_lowest_to_the_highest()
    {
        var results = Compare(Longer("1.2", "0.5 to 1.5"));
        var drawn = Factors(results).ToList();
        var difference = Beds(results, "longer");
        Assert.That(results.DrawnValues.Select(value => value.Draw).Distinct(), Is.EquivalentTo(Enumerable.Range(1, 20)), "6 replications and 14 draws");
        Assert.That(drawn, Has.Count.EqualTo(20).And.Exactly(6).EqualTo(1.2));
        Assert.That(difference.NOuter, Is.EqualTo(20));
        Assert.That(difference.Lower95All, Is.EqualTo(PerDay * Stay * (drawn.Min() - 1)).Within(0.01));
        Assert.That(difference.Upper95All, Is.EqualTo(PerDay * Stay * (drawn.Max() - 1)).Within(0.01));
        Assert.That(drawn.Min(), Is.LessThan(0.5 + (1.0 / 14)), "one of 14 draws lies in the lowest fourteenth");
        Assert.That(drawn.Max(), Is.GreaterThan(1.5 - (1.0 / 14)));
    }

    [Test]
    public void The_mean_and_its_interval_are_those_without_draws()
    {
        var with = Compare(Longer("1.2", "0.5 to 1.5"));
        var without = Compare(Longer("1.2", "0.5 to 1.5"), "--quick");
        Assert.That(without.DrawnInputs, Is.Empty);
        Assert.That(with.Differences.Select(Chance), Is.EqualTo(without.Differences.Select(Chance)));
        Assert.That(without.Differences.Select(row => (row.Lower95All, row.NOuter)), Is.All.EqualTo((double.NaN, 0)));
        static object Chance(Difference row) => row with { Lower95All = 0, Upper95All = 0, NOuter = 0 };
    }

    [Test]
    public void Quick_leaves_the_columns_and_the_files_of_draws_empty()
    {
        Compare(Longer("1.2", "0.5 to 1.5"), "--quick");
        Assert.That(Path.Combine(Results, "draws.csv"), Does.Not.Exist);
        foreach (var (file, empty) in new[] { ("differences.csv", ",,,"), ("summary.csv", ",,,,") })
        {
            Assert.That(File.ReadLines(Path.Combine(Results, file)).Skip(1).All(line => line.EndsWith(empty, StringComparison.Ordinal)), file);
        }
    }

    [Test]
    public void Scenarios_that_share_an_input_agree_in_every_draw()
    {
        var results = Compare(Longer("1.2", "0.5 to 1.5") + Scenario("again", "scale: stages.stay.time, by: { value: 1.2, range: 0.5 to 1.5 }, reason: slower")
            + "  both: { scenario: both, include: [longer] }\n");
        var values = results.DrawnValues.Where(value => value.Key.Measure == "occupied" && value.Scenario != "baseline").GroupBy(value => value.Draw).ToList();
        Assert.That(values, Has.Count.EqualTo(20));
        Assert.That(values.Select(draw => draw.Select(value => value.Value).Distinct().Count()), Is.All.EqualTo(1));
    }

    [Test]
    public void A_member_of_the_calibrated_set_acts_on_baseline_and_scenarios_alike()
    {
        var results = CompareWith("member,central,stages.stay.time\n1,true,2 d\n2,,1 d\n3,,4 d\n", Longer("1.5", "1.5 to 1.5"));
        var members = results.DrawnInputs.Where(input => input.Input == "stages.stay.time").ToDictionary(input => input.Draw, input => Number(input.Value));
        foreach (var (scenario, factor) in new[] { ("baseline", 1), ("longer", 1.5) })
        {
            Assert.That(results.DrawnValues.Where(value => value.Scenario == scenario).Select(value => value.Value / (PerDay * factor * members[value.Draw])),
                Is.All.EqualTo(1).Within(0.001));
        }

        // 14 draws of three members: four or five of each.
        Assert.That(members.Where(member => member.Key > 6).GroupBy(member => member.Value).Select(member => member.Count()), Is.All.InRange(4, 5));
        Assert.That(Beds(results, "longer").Lower95All, Is.EqualTo(PerDay * 1 * 0.5).Within(0.01));
        Assert.That(Beds(results, "longer").Upper95All, Is.EqualTo(PerDay * 4 * 0.5).Within(0.01));
    }

    [Test]
    public void A_draw_that_makes_no_valid_system_is_left_out_and_told()
    {
        var typed = Typed(Scenario("shares", "set: stages.stay.then.elsewhere, to: { value: 40 %, range: 20 % to 80 % }, reason: r"));
        var results = ResultReader.Read(Results);
        var lost = results.Run.Notes.Single(note => note.Contains("gave nothing", StringComparison.Ordinal));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Done), typed.Error);
        var kept = results.DrawnInputs.Where(input => input.Draw > 6).Select(input => Number(input.Value)).ToList();
        Assert.That(kept, Is.Not.Empty.And.All.LessThanOrEqualTo(50), "the other share is 50 %, and there is no rest below 0");
        Assert.That(lost, Does.StartWith($"warning: {14 - kept.Count} of 14 draws"));
    }

    [Test]
    public void Without_anything_that_is_not_known_nothing_is_drawn()
    {
        var results = Compare(Scenario("longer", "scale: stages.stay.time, by: 1.2, reason: slower"));
        Assert.That(results.DrawnInputs, Is.Empty);
        Assert.That(Beds(results, "longer").HasAll, Is.False);
    }

    [Test]
    public void Draws_of_a_smaller_number_are_the_first_of_a_larger_one()
    {
        var few = Compare(Longer("1.2", "0.5 to 1.5"));
        var many = Compare(Longer("1.2", "0.5 to 1.5"), "--draws", "33");
        Assert.That(many.DrawnInputs.Where(input => input.Draw <= 20), Is.EqualTo(few.DrawnInputs));
    }

    [Test]
    public void The_same_command_gives_the_same_bytes_for_any_number_of_threads()
    {
        string Bytes(string threads)
        {
            Compare(Longer("1.2", "0.5 to 1.5"), "--threads", threads);
            return string.Concat(new[] { "summary.csv", "differences.csv", "draws.csv", "draw-results.csv" }.Select(file => File.ReadAllText(Path.Combine(Results, file))));
        }

        Assert.That(Bytes("3"), Is.EqualTo(Bytes("1")));
    }

    [Test]
    public void What_is_told_says_both_intervals_how_many_draws_and_what_makes_the_difference_wide()
    {
        foreach (var width in new[] { 80, 120 })
        {
            var typed = Typed(width, Longer("1.2", "0.5 to 1.5"), "", "--all");
            var words = typed.Out.Replace('\n', ' ');
            Assert.That(words, Does.Contain("the lowest and the highest of 20 draws").And.Contain("slower (scale:stages.stay.time) +1.0 [+1.0, +1.0]"));
            Assert.That(typed.Out, Does.Match(@"\(-\d+\.\d+ to \+\d+\.\d+\)"));
            Assert.That(typed.Out.Split('\n').Select(line => line.Length), Is.All.LessThanOrEqualTo(width));
            Assert.That(typed.Error, Does.Contain("there is no calibrated-set.csv"));
        }
    }

    [Test]
    public void Quick_and_draws_exclude_each_other()
    {
        var typed = TypedCommand.Run("compare", "--quick", "--draws", "20");
        Assert.That((typed.Exit, typed.Error.Contains("exclude each other", StringComparison.Ordinal)), Is.EqualTo((ExitCode.Usage, true)));
    }

    private static Difference Beds(ResultSet results, string scenario) =>
        results.Differences.Single(row => row.Scenario == scenario && row.Key is { Measure: "occupied", Period: "all" });

    private static IEnumerable<double> Factors(ResultSet results) => results.DrawnInputs.Select(input => Number(input.Value));

    private static double Number(string value) => double.Parse(value.Split(' ')[0], CultureInfo.InvariantCulture);

    private static string Longer(string value, string range) => Scenario("longer", $"scale: stages.stay.time, by: {{ value: {value}, range: {range} }}, reason: slower");

    private static string Scenario(string id, string change) => $"  {id}: {{ scenario: {id}, changes: [ {{ {change} }} ] }}\n";

    private ResultSet Compare(string scenarios, params string[] options) => CompareWith("", scenarios, options);

    private ResultSet CompareWith(string set, string scenarios, params string[] options)
    {
        var typed = Typed(80, scenarios, set, options);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Done), typed.Error);
        return ResultReader.Read(Results);
    }

    private TypedCommand Typed(string scenarios) => Typed(80, scenarios);

    private TypedCommand Typed(int width, string scenarios, string set = "", params string[] options)
    {
        Directory.CreateDirectory(System);
        File.WriteAllText(Path.Combine(System, "system.yaml"), $$"""
            system: line
            run: { starts: Mon 00:00, lasts: 40 d, warm_up: 20 d, begin: empty, replications: 6 }
            pools: { bed: { kind: beds, capacity: unlimited } }
            exits: [away, elsewhere]
            streams: { come: { schedule: { every: 2 h }, to: stay } }
            stages: { stay: { place: bed, time: 2 d, then: { away: 50 %, elsewhere: 10 %, leave: rest } } }
            headline: [ occupied ]
            scenarios:
            {{scenarios}}
            """);
        if (set.Length > 0)
        {
            File.WriteAllText(Path.Combine(System, "calibrated-set.csv"), set);
        }

        return TypedCommand.Run(width, CancellationToken.None, ["compare", "--system", System, "--force", "--out", Results, .. options]);
    }
}
