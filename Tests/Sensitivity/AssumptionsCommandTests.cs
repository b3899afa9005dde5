using System.Text.Json;
using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Golden;
using FlowSim.Tests.Loading;
using FlowSim.Tests.Report;

namespace FlowSim.Tests.Sensitivity;

public sealed class AssumptionsCommandTests
{
    /// <summary>The number of beds in use of an unlimited ward is arrivals times stay (Little): its mean goes up and down with both.</summary>
    private const string Ward = """
        system: ward
        run: { starts: Mon 00:00, lasts: 60 d, warm_up: 20 d, replications: 9 }
        pools:
          bed: { kind: beds, capacity: unlimited }
          desk: { kind: staff, capacity: { value: 40, status: assumed, range: 30 to 50 } }
        streams: { patients: { to: admit, rate: { value: 5 per d, status: measured } } }
        stages:
          admit: { staff: desk, time: 5 min, then: stay }
          stay: { place: bed, time: { value: lognormal mean 2 d sd 1 d, status: assumed, range: 1 d to 4 d, source: a guess }, then: leave }
        compare: [more]
        scenarios: { more: { scenario: more, changes: [ { scale: streams.patients.rate, by: 1.1, reason: growth } ] } }
        measures: { beds: { title: Beds in use, average: { occupied: bed }, unit: beds } }
        """;

    [TestCase(80)]
    [TestCase(120)]
    public void The_table_of_two_wards_is_as_kept_and_fits(int width)
    {
        var table = TypedCommand.Run(width, CancellationToken.None, "assumptions", "--system", "two-wards", "--all").Out;
        Assert.That(table.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(width));
        GoldenFile.Check($"two-wards/assumptions-{width}.txt", table);
    }

    [Test]
    public void Statuses_and_text_of_the_path_choose_numbers()
    {
        Assert.That(Paths("--status", "none"), Has.Count.EqualTo(7).And.Contains("stages.community.time"));
        Assert.That(Paths("--status", "assumed", "--path", "beds"), Is.EqualTo(new[] { "tables.beds[site=north]", "tables.beds[site=south]" }));
        Assert.That(Paths(), Has.Count.EqualTo(12).And.No.Member("stages.community.time"));
        Assert.That(Paths("--all"), Has.Count.EqualTo(19));
    }

    [Test]
    public void Csv_and_json_say_the_same()
    {
        var csv = TypedCommand.Run("assumptions", "--system", "two-wards", "--format", "csv").Out.TrimEnd().Split('\n');
        using var json = JsonDocument.Parse(TypedCommand.Run("assumptions", "--system", "two-wards", "--json").Out);
        Assert.That(csv[0].Split(','), Is.EqualTo(json.RootElement[0].EnumerateObject().Select(property => property.Name)));
        Assert.That(csv, Has.Length.EqualTo(json.RootElement.GetArrayLength() + 1));
    }

    [Test]
    public void A_trial_moves_what_theory_says_it_must_and_the_number_that_moves_most_comes_first()
    {
        using var system = TemporarySystem.With(("system.yaml", Ward));
        var tried = TypedCommand.Run("assumptions", "--system", system.Folder, "--try", "--replications", "6", "--format", "csv");
        Assert.That(tried.Exit, Is.EqualTo(ExitCode.Done), tried.Error);
        var first = tried.Out.Split('\n')[1];
        Assert.That(first, Does.StartWith("stages.stay.time,"));

        // Five a day for 1, 2 and 4 days: 5, 10 and 20 beds. The interval is of 6 runs of 60 d.
        var row = Rows(system).Single(cells => cells[0] == "stages.stay.time");
        Assert.That(double.Parse(row[3]), Is.EqualTo(10).Within(0.7));
        Assert.That(double.Parse(row[5]), Is.EqualTo(-5).Within(0.5));
        Assert.That(double.Parse(row[8]), Is.EqualTo(10).Within(1));

        // Nobody ever waits for a desk: not one number differs.
        var desk = Rows(system).Single(cells => cells[0] == "pools.desk.capacity");
        Assert.That((desk[5], desk[8]), Is.EqualTo(("0", "0")));
    }

    [Test]
    public void A_trial_goes_on_from_where_it_was_and_tries_anew_what_is_run_in_another_way()
    {
        using var system = TemporarySystem.With(("system.yaml", Ward));
        string[] line = ["assumptions", "--system", system.Folder, "--try", "--replications", "2", "--days", "10"];
        TypedCommand.Run(line);
        var kept = File.ReadAllLines(Path.Combine(system.Folder, "sensitivity.csv"));
        File.WriteAllLines(Path.Combine(system.Folder, "sensitivity.csv"), kept.Where(one => !one.StartsWith("pools.desk", StringComparison.Ordinal)));
        Assert.That(TypedCommand.Run(line).Error, Does.Contain("2 to try, 1 of them done before"));
        Assert.That(File.ReadAllLines(Path.Combine(system.Folder, "sensitivity.csv")), Is.EquivalentTo(kept));
        Assert.That(TypedCommand.Run([.. line, "--seed", "5"]).Error, Does.Contain("2 to try, 0 of them done before"));
        Assert.That(Rows(system), Has.Count.EqualTo(2));
    }

    [Test]
    public void A_number_that_has_another_value_now_is_told_and_tried_anew()
    {
        using var system = TemporarySystem.With(("system.yaml", Ward));
        string[] line = ["assumptions", "--system", system.Folder, "--try", "--replications", "2", "--days", "10"];
        TypedCommand.Run(line);
        Assert.That(Rows(system).Single(row => row[0] == "stages.stay.time")[^1], Is.EqualTo("lognormal mean 2 d sd 1 d"));
        Assert.That(TypedCommand.Run("assumptions", "--system", system.Folder).Error, Is.Empty);

        File.WriteAllText(Path.Combine(system.Folder, "system.yaml"), Ward.Replace("mean 2 d", "mean 3 d", StringComparison.Ordinal));
        Assert.That(TypedCommand.Run("assumptions", "--system", system.Folder).Error,
            Does.Contain("stages.stay.time").And.Contain("a trial when its value was lognormal mean 2 d sd 1 d, not lognormal mean 3 d sd 1 d"));
        Assert.That(TypedCommand.Run(line).Error, Does.Contain("2 to try, 1 of them done before"));
        Assert.That(Rows(system).Select(row => row[^1]), Is.EquivalentTo(new[] { "lognormal mean 3 d sd 1 d", "40" }));
    }

    [Test]
    public void A_run_takes_along_what_was_tried_and_its_page_says_which_numbers_decide()
    {
        using var system = TemporarySystem.With(("system.yaml", Ward));
        string[] run =
            ["compare", "--system", system.Folder, "--replications", "2", "--days", "5", "--quick", "--force", "--out", Path.Combine(system.Folder, "results")];
        Assert.That(TypedCommand.Run(run).Exit, Is.EqualTo(ExitCode.Done));
        Assert.That(Report(system), Does.Contain("2 of the 4 numbers of the description are assumed; which of them decide has not been tried."));

        TypedCommand.Run("assumptions", "--system", system.Folder, "--try", "--replications", "2", "--days", "10");
        Assert.That(TypedCommand.Run(run).Exit, Is.EqualTo(ExitCode.Done));
        Assert.That(Report(system), Does.Contain("2 of the 4 numbers of the description are assumed; this one decides: Stay: time."));
    }

    [Test]
    public void A_damaged_file_stops_no_run_and_the_run_says_so()
    {
        using var system = TemporarySystem.With(("system.yaml", Ward), ("sensitivity.csv", "path,measure,unit,baseline,at_low,at_high\nstages.stay.time,beds,beds,1,much,2\n"));
        var ran = TypedCommand.Run("run", "baseline", "--system", system.Folder, "--replications", "1", "--days", "5", "--out", Path.Combine(system.Folder, "results"));
        Assert.That(ran.Exit, Is.EqualTo(ExitCode.Done));
        Assert.That(ran.Error, Does.Contain("sensitivity.csv:2: expected a number, such as \"12\", received much; what was tried of the numbers"));
        Assert.That(Report(system), Does.Contain("which of them decide has not been tried"));
    }

    [Test]
    public void An_end_that_makes_no_valid_system_is_told_and_the_others_are_tried()
    {
        using var system = TemporarySystem.With(("system.yaml", Ward.Replace("30 to 50", "-3 to 50", StringComparison.Ordinal)));
        var tried = TypedCommand.Run("assumptions", "--system", system.Folder, "--try", "--replications", "2", "--days", "10");
        Assert.That(tried.Error, Does.Contain("pools.desk.capacity").And.Contain("It is not tried"));
        Assert.That(Rows(system).Select(row => row[0]), Is.EqualTo(new[] { "stages.stay.time" }));
    }

    [Test]
    public void The_file_beside_a_system_is_no_part_of_it()
    {
        using var system =
            TemporarySystem.With(("system.yaml", Ward), ("sensitivity.csv", "path,measure,unit,baseline,at_low,at_high\ngone,beds,beds,1,1,2\n"));
        Assert.That(TypedCommand.Run("check", system.Folder).Out, Does.EndWith(": ok\n"));
        Assert.That(TypedCommand.Run("assumptions", "--system", system.Folder).Error, Does.Contain("gone"));
    }

    [TestCase("assumptions --replications 3", "--replications is for --try")]
    [TestCase("assumptions more-community --system two-wards --try", "--try is for the system as described")]
    [TestCase("assumptions --status guessed", "assumed")]
    public void A_wrong_command_line_is_refused(string line, string expected)
    {
        var typed = TypedCommand.Run(line.Split(' '));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain(expected));
    }

    /// <summary>The text of the page that a result folder gives.</summary>
    private static string Report(TemporarySystem system)
    {
        var results = Path.Combine(system.Folder, "results");
        Assert.That(TypedCommand.Run("report", results).Exit, Is.EqualTo(ExitCode.Done));
        return HtmlOutline.Of(File.ReadAllText(Path.Combine(results, "report.html"))).Text;
    }

    private static List<string[]> Rows(TemporarySystem system) =>
        [.. File.ReadAllLines(Path.Combine(system.Folder, "sensitivity.csv")).Skip(1).Select(line => line.Split(','))];

    private static List<string> Paths(params string[] options)
    {
        using var json = JsonDocument.Parse(TypedCommand.Run(["assumptions", "--system", "two-wards", "--json", .. options]).Out);
        return [.. json.RootElement.EnumerateArray().Select(number => number.GetProperty("path").GetString()!)];
    }
}
