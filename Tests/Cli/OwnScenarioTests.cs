using System.Security.Cryptography;
using System.Text.Json;
using FlowSim.Cli.Running;

namespace FlowSim.Tests.Cli;

/// <summary>Scenarios that no file of the system holds: several as one, files from elsewhere, changes typed on the spot.</summary>
public sealed class OwnScenarioTests
{
    private const string ShorterConsultation = """
        title: Consultations a tenth shorter
        changes: [ { scale: stages.consult.time, by: 0.9, reason: "forms are filled in before" } ]
        """;

    private SmallSystem system = null!;

    [SetUp]
    public void MakeSystem() => system = new SmallSystem();

    [TearDown]
    public void RemoveSystem() => system.Dispose();

    [TestCase("pools.doctor.capacity+=1")]
    [TestCase("pools.doctor.capacity=3")]
    [TestCase("pools.doctor.capacity*=1.5")]
    public void A_typed_change_gives_the_numbers_of_the_same_scenario_in_a_file(string change)
    {
        Run("compare", "third-doctor");
        var written = Values("differences.csv");
        var typed = Run("compare", "--set", change);
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(Values("differences.csv"), Is.EqualTo(written));
    }

    [Test]
    public void Several_typed_changes_are_one_scenario_named_by_them()
    {
        var typed = Run("compare", "--set", "pools.doctor.capacity=3", "--set", "stages.consult.time*=0.9");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(Scenarios(), Is.EqualTo(new[] { "baseline", "pools.doctor.capacity=3+stages.consult.time=x0.9" }));
        Assert.That(Title(1), Is.EqualTo("Doctor: capacity 3; Consult: time × 0.9"));
    }

    [Test]
    public void Joined_scenarios_give_the_numbers_of_one_that_includes_them()
    {
        var shorter = system.WriteBeside("shorter.yaml", ShorterConsultation);
        var both = system.WriteBeside("both.yaml", "include: [ third-doctor, shorter ]");
        var named = Run("compare", shorter, both);
        Assert.That(named.Exit, Is.Zero, named.Error);
        var written = WithoutFamily(Values("differences.csv", "both"));
        var joined = Run("compare", "third-doctor+" + shorter);
        Assert.That(joined.Exit, Is.Zero, joined.Error);
        Assert.That(Scenarios(), Is.EqualTo(new[] { "baseline", "third-doctor+shorter" }));
        Assert.That(WithoutFamily(Values("differences.csv")), Is.EqualTo(written));
        Assert.That(Title(1), Is.EqualTo("One doctor more + Consultations a tenth shorter"));
    }

    [Test]
    public void The_manifest_has_the_file_with_its_hash_and_the_typed_change()
    {
        var shorter = system.WriteBeside("shorter.yaml", ShorterConsultation);
        Run("compare", shorter, "--set", "pools.doctor.capacity=3");
        var inputs = Manifest().GetProperty("inputs").EnumerateArray()
            .ToDictionary(input => input.GetProperty("file").GetString()!, input => input.GetProperty("sha256").GetString());
        Assert.That(inputs["scenarios of shorter.yaml"], Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(shorter)))));
        Assert.That(inputs.Keys, Does.Contain("--set pools.doctor.capacity=3"));
        Assert.That(Manifest().GetProperty("command").GetString(), Does.Contain("--set pools.doctor.capacity=3"));
    }

    [Test]
    public void Charts_and_report_are_drawn_from_the_files_of_a_typed_change()
    {
        Run("compare", "--set", "pools.doctor.capacity=3");
        var plot = TypedCommand.Run("plot", system.Results, "--chart", "differences", "--scenario", "pools.doctor.capacity=3");
        Assert.That(plot.Exit, Is.Zero, plot.Error);
        Assert.That(File.Exists(Path.Combine(system.Results, "charts", "differences-pools.doctor.capacity-3.svg")), plot.Out);
        var report = TypedCommand.Run("report", system.Results);
        Assert.That(report.Exit, Is.Zero, report.Error);
        Assert.That(File.ReadAllText(Path.Combine(system.Results, "report.html")), Does.Contain("Doctor: capacity 3").And.Contain("typed on the command line"));
    }

    [Test]
    public void A_typed_change_begins_on_its_day_and_is_phased_in()
    {
        system.Change("starts: Mon 00:00, lasts: 30 d, warm_up: 5 d", "starts: 2017-04-01, lasts: 30 d");
        var typed = Run("compare", "--set", "pools.doctor.capacity=4", "--from", "2017-04-11", "--over", "10 d");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var change = Scenario(1).GetProperty("changes")[0];
        Assert.That(change.GetProperty("from").GetString(), Is.EqualTo("2017-04-11 over 10 d"));
        Assert.That(Title(1), Is.EqualTo("Doctor: capacity 4, from 2017-04-11 over 10 d"));
    }

    [Test]
    public void A_file_may_hold_several_scenarios()
    {
        var file = system.WriteBeside("ideas.yaml", """
            scenarios:
              fourth: [ { set: pools.doctor.capacity, to: 4 } ]
              fifth: { title: Five doctors, changes: [ { set: pools.doctor.capacity, to: 5 } ] }
            """);
        Assert.That(Run("compare", file).Exit, Is.Zero);
        Assert.That(Scenarios(), Is.EqualTo(new[] { "baseline", "fourth", "fifth" }));
        var run = Run("run", file);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(run.Error, Does.Contain("2 scenarios (fourth, fifth)").And.Contain("compare"));
    }

    [Test]
    public void Run_takes_a_typed_change_and_a_file()
    {
        Assert.That(Run("run", "--set", "pools.doctor.capacity=3").Exit, Is.Zero);
        Assert.That(Scenarios(), Is.EqualTo(new[] { "pools.doctor.capacity=3" }));
        Assert.That(Run("run", system.WriteBeside("shorter.yaml", ShorterConsultation)).Exit, Is.Zero);
        Assert.That(Scenarios(), Is.EqualTo(new[] { "shorter" }));
    }

    [Test]
    public void The_path_of_a_scenario_that_the_system_has_already_means_that_one()
    {
        var own = Path.Combine(system.Path, "scenarios", "shorter.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(own)!);
        File.WriteAllText(own, ShorterConsultation);
        Assert.That(Run("compare", own).Exit, Is.Zero);
        Assert.That(Scenarios(), Is.EqualTo(new[] { "baseline", "shorter" }));
    }

    [TestCase("pools.docter.capacity=3", "\"docter\"", "Did you mean \"doctor\"?")]
    [TestCase("pools.doctor.capactiy=3", "a known key", "Did you mean \"capacity\"?")]
    [TestCase("pools.doctor.capacity=3 min", "a number, such as \"12\"", "3 min")]
    [TestCase("pools.doctor.capacity*=-1", "a factor that is not negative", "-1")]
    [TestCase("pools.doctor.capacity+=2 min", "of the same kind", "at ")]
    [TestCase("stages.consult.time=1", "unit", "Write the unit")]
    [TestCase("stages..time=1 h", "a path", "stages..time")]
    public void What_is_wrong_with_a_typed_change_is_said_as_of_a_file(string change, string expected, string more)
    {
        var typed = Run("compare", "--set", change);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Error, Does.StartWith($"--set {change}: ").And.Contain(expected).And.Contain(more));
        Assert.That(Directory.Exists(system.Results), Is.False);
    }

    [TestCase("{ set: pools.doctor.capacity, to: 2.5 }", "found \"2.5\"", "Write 2 or 3")]
    [TestCase("{ set: pools.doctor.capacity, to: { value: 2.5, status: assumed, range: 2 to 4 } }", "found \"2.5\"", "Write 2 or 3")]
    [TestCase("{ add: pools.doctor.capacity, by: 0.5 }", "found \"0.5\"", "Write 0 or 1")]
    public void A_part_of_a_doctor_in_the_file_of_a_scenario_is_refused_at_its_line(string change, string found, string hint)
    {
        var file = system.WriteBeside("part.yaml", $"title: A part of one\nchanges:\n  - {change}\n");
        foreach (var command in new[] { "compare", "check" })
        {
            var refused = TypedCommand.Run(command, file, "--system", system.Path);
            Assert.That(refused.Exit, Is.EqualTo(ExitCode.InvalidInput), command);
            Assert.That(refused.Error + refused.Out, Does.Contain(".yaml:3: ").And.Contain("a whole number of units").And.Contain(found).And.Contain(hint), command);
        }
    }

    [Test]
    public void A_wrong_date_names_its_option()
    {
        var typed = Run("compare", "--set", "pools.doctor.capacity=3", "--from", "1 May 2017");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Error, Does.StartWith("--from: expected a date, such as"));
    }

    [TestCase("compare --set pools.doctor.capacity", "--set: expected PATH=VALUE")]
    [TestCase("compare --from 2017-04-01", "--from is for the changes of --set")]
    [TestCase("compare --set a=1 --over 90d", "--over needs --from")]
    [TestCase("run third-doctor --set a=1", "exclude each other")]
    [TestCase("compare third-doctor+fourth", "has no scenario 'fourth'")]
    [TestCase("compare baseline+third-doctor", "has no scenario 'baseline+third-doctor'")]
    [TestCase("compare thrid.yaml", "'thrid.yaml' is no file")]
    public void A_wrong_command_line_is_refused(string line, string expected)
    {
        var typed = Run(line.Split(' '));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain(expected));
    }

    [Test]
    public void A_file_that_is_not_there_is_refused_with_the_near_one()
    {
        var file = system.WriteBeside("shorter.yaml", ShorterConsultation);
        var typed = Run("compare", file.Replace("shorter", "shortre"));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain("Did you mean \"shorter.yaml\"?"));
    }

    [Test]
    public void A_fault_in_a_file_from_elsewhere_is_told_with_its_line()
    {
        var file = system.WriteBeside("shorter.yaml", ShorterConsultation.Replace("consult.time", "consult.tiem"));
        foreach (var typed in new[] { Run("compare", file), TypedCommand.Run("check", file, "--system", system.Path) })
        {
            Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
            Assert.That(typed.Error + typed.Out, Does.Contain("shorter.yaml:2").And.Contain("Did you mean \"time\"?").And.Contain("^^^"));
        }
    }

    [Test]
    public void Check_passes_a_sound_file_with_its_system()
    {
        var file = system.WriteBeside("shorter.yaml", ShorterConsultation);
        var typed = TypedCommand.Run("check", file, "--system", system.Path);
        Assert.That(typed.Exit, Is.Zero, typed.Out);
        Assert.That(typed.Out, Is.EqualTo($"{file}: ok\n"));
    }

    [Test]
    public void A_system_is_no_scenario()
    {
        var other = system.WriteBeside("other.yaml", File.ReadAllText(Path.Combine(system.Path, "system.yaml")));
        var typed = Run("compare", other);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Error, Does.Contain("--system"));
    }

    [Test]
    public void A_scenario_of_a_name_that_the_system_has_is_refused()
    {
        var typed = Run("compare", system.WriteBeside("third-doctor.yaml", ShorterConsultation));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Error, Does.Contain("each scenario once"));
    }

    private TypedCommand Run(string command, params string[] args) =>
        TypedCommand.Run([command, .. args, "--system", system.Path, "--out", system.Results, "--force", "--replications", "2", "--days", "10"]);

    private TypedCommand Run(string[] line) => Run(line[0], line[1..]);

    /// <summary>Rows of a file without the scenario they are of.</summary>
    private List<string> Values(string file, string scenario = "") =>
        [.. File.ReadLines(Path.Combine(system.Results, file)).Where(line => line.StartsWith(scenario, StringComparison.Ordinal))
            .Where(line => !line.StartsWith("scenario,", StringComparison.Ordinal)).Select(line => line[line.IndexOf(',')..])];

    /// <summary>Rows without the intervals that hold for all scenarios of a run at once: they depend on how many there are.</summary>
    private static List<string> WithoutFamily(List<string> rows)
    {
        const int First = 10, Count = 3;
        return rows.ConvertAll(row => string.Join(',', row.Split(',').Where((_, at) => at is < First or >= First + Count)));
    }

    private string?[] Scenarios() => [.. Manifest().GetProperty("scenarios").EnumerateArray().Select(id => id.GetString())];

    private string? Title(int index) => Scenario(index).GetProperty("title").GetString();

    private JsonElement Scenario(int index) => Read("system.json").GetProperty("scenarios")[index];

    private JsonElement Manifest() => Read("manifest.json");

    private JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(system.Results, file)));
        return document.RootElement.Clone();
    }
}
