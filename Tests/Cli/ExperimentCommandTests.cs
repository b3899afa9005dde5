using System.Text.Json;
using FlowSim.Cli;
using FlowSim.Cli.Running;

namespace FlowSim.Tests.Cli;

public sealed class ExperimentCommandTests
{
    private SmallSystem system = null!;

    [SetUp]
    public void MakeSystem() => system = new SmallSystem();

    [TearDown]
    public void RemoveSystem() => system.Dispose();

    [Test]
    public void Compare_prints_the_differences_and_leaves_the_files()
    {
        var typed = Run("compare");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out, Does.Contain("A clinic with two doctors").And.Contain("One doctor more").And.Contain("Mean wait").And.Contain("third-doctor"));
        foreach (var file in new[] { "manifest.json", "replications.csv", "summary.csv", "differences.csv", "timeline.csv", "flows.csv" })
        {
            Assert.That(Path.Combine(system.Results, file), Does.Exist);
        }
    }

    [Test]
    public void The_same_command_gives_the_same_bytes_for_any_number_of_threads()
    {
        Run("compare", "--threads", "1");
        var first = ReadCsv();
        Run("compare", "--threads", "3");
        Assert.That(ReadCsv(), Is.EqualTo(first));
    }

    [Test]
    public void A_paranoid_run_gives_the_same_bytes()
    {
        Run("compare");
        var plain = ReadCsv();
        var paranoid = Run("compare", "--paranoid");
        Assert.That(paranoid.Exit, Is.Zero, paranoid.Error);
        Assert.That(ReadCsv(), Is.EqualTo(plain));
    }

    [Test]
    public void Run_prints_one_scenario()
    {
        var typed = Run("run", "third-doctor", "--replications", "2", "--days", "10");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out, Does.Contain("third-doctor").And.Contain("Use of capacity: doctor (%)").And.Contain("2 replications"));
        Assert.That(File.ReadLines(Path.Combine(system.Results, "differences.csv")).Count(), Is.EqualTo(1), "the header alone");
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(system.Results, "manifest.json")));
        Assert.That(manifest.RootElement.GetProperty("days").GetDouble(), Is.EqualTo(10));
        Assert.That(manifest.RootElement.GetProperty("complete").GetBoolean());
        Assert.That(manifest.RootElement.GetProperty("events").GetInt64(), Is.GreaterThan(2 * 15 * 40));
    }

    [Test]
    public void A_table_shows_whole_years_else_all_that_was_measured()
    {
        system.Change("starts: Mon 00:00, lasts: 30 d, warm_up: 5 d", "starts: 2016-04-01, lasts: 1 y");
        Assert.That(Run("compare", "--replications", "2", "--places").Out, Does.Contain("\n2016/17: mean of the baseline"));
        system.Change("starts: 2016-04-01", "starts: 2016-06-01");
        Assert.That(Run("compare", "--replications", "2", "--places").Out, Does.Contain("\nall: mean of the baseline").And.Contain("also: 2016/17, 2017/18"));
    }

    [Test]
    public void Json_holds_the_rows_of_the_files()
    {
        var typed = Run("compare", "--json", "--quiet");
        using var document = JsonDocument.Parse(typed.Out);
        Assert.That(document.RootElement.GetProperty("summary")
            .GetArrayLength(), Is.EqualTo(File.ReadLines(Path.Combine(system.Results, "summary.csv")).Count() - 1));
        var difference = document.RootElement.GetProperty("differences")[0];
        Assert.That(string.Join(',', difference.EnumerateObject().Select(property => property.Name)),
            Is.EqualTo(File.ReadLines(Path.Combine(system.Results, "differences.csv")).First()));
        Assert.That(typed.Error, Is.Empty);
    }

    [Test]
    public void A_scenario_that_does_not_exist_is_refused_with_the_near_one()
    {
        var typed = Run("compare", "third-docter");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain("Did you mean \"third-doctor\"?"));
    }

    [Test]
    public void A_broken_system_is_not_run_and_every_problem_is_listed()
    {
        system.Change("capacity: 2", "capacity: -2, colour: red");
        var typed = Run("compare");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Error, Does.Contain("system.yaml:5").And.Contain("colour").And.Contain("-2"));
        Assert.That(Directory.Exists(system.Results), Is.False);
    }

    [Test]
    public void A_broken_scenario_is_found_before_anything_runs()
    {
        system.Change("pools.doctor.capacity", "pools.docter.capacity");
        var typed = Run("compare");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Error, Does.Contain("docter"));
    }

    [Test]
    public void An_overloaded_system_stops_and_says_where()
    {
        system.Change("replications: 3 }", "replications: 3, patient_limit: 5 }");
        var typed = Run("run", "baseline");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.CannotGoOn));
        Assert.That(typed.Error, Does.Contain("scenario baseline").And.Contain("replication 1").And.Contain("seed 20170401"));
    }

    [Test]
    public void A_folder_of_someone_else_is_refused_before_anything_runs()
    {
        Directory.CreateDirectory(system.Results);
        File.WriteAllText(Path.Combine(system.Results, "thesis.tex"), "mine");
        var typed = Run("compare", "--replications", "100000");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Files));
        Assert.That(typed.Error, Does.Contain("thesis.tex"));
    }

    [Test]
    public void A_second_run_goes_beside_the_first_unless_it_is_told_to_replace_it()
    {
        Beside("compare");
        var first = File.ReadAllText(Path.Combine(system.Results, "manifest.json"));
        var second = Beside("compare", "--replications", "2");
        Assert.That(second.Exit, Is.Zero, second.Error);
        Assert.That(second.Error, Does.Contain($"go to {system.Results}-2 (--force").And.Contain(Path.Combine(system.Results + "-2", "report.html")));
        Assert.That(File.ReadAllText(Path.Combine(system.Results, "manifest.json")), Is.EqualTo(first));
        Assert.That(Beside("run", "baseline").Error, Does.Contain(system.Results + "-3"));
        Assert.That(Run("compare", "--replications", "2").Error, Does.Not.Contain("earlier run"));
        Assert.That(File.ReadAllText(Path.Combine(system.Results, "manifest.json")), Is.Not.EqualTo(first));
    }

    [Test]
    public void Files_are_written_although_nobody_reads_the_table()
    {
        using var broken = new BrokenWriter();
        using var error = new StringWriter();
        var exit = CommandLine.Run(["compare", "--system", system.Path, "--out", system.Results], new Terminal { Out = broken, Error = error });
        Assert.That(exit, Is.EqualTo(ExitCode.Files));
        Assert.That(Path.Combine(system.Results, "summary.csv"), Does.Exist);
    }

    [Test]
    public void An_interrupted_run_without_a_finished_replication_writes_nothing()
    {
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        var typed = TypedCommand.Run(80, interrupt.Token, "compare", "--system", system.Path, "--out", system.Results);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(Directory.Exists(system.Results), Is.False);
    }

    [Test]
    public void An_interrupted_run_keeps_what_is_finished_and_says_it_is_incomplete()
    {
        using var interrupt = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        var typed = TypedCommand.Run(80, interrupt.Token, "run", "baseline", "--system", system.Path, "--out", system.Results, "--replications", "1000000");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(typed.Error, Does.Contain("of 1000000 replications are finished"));
        Assert.That(File.ReadAllText(Path.Combine(system.Results, "manifest.json")), Does.Contain("\"complete\": false"));
        Assert.That(typed.Out, Does.Contain("INCOMPLETE"));
    }

    [Test]
    public void Check_says_ok_or_every_problem()
    {
        Assert.That(TypedCommand.Run("check", system.Path), Is.EqualTo(new TypedCommand(ExitCode.Done, $"{system.Path}: ok\n", "")));
        system.Change("to: consult", "to: consutl");
        var typed = TypedCommand.Run("check", system.Path);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Out, Does.Contain("consutl").And.Contain("problem"));
    }

    [Test]
    public void List_names_scenarios_and_defines_measures()
    {
        var scenarios = TypedCommand.Run("list", "scenarios", "--system", system.Path);
        Assert.That(scenarios.Out, Does.Contain("third-doctor\n    One doctor more"));
        var measures = TypedCommand.Run("list", "measures", "--system", system.Path, "--json");
        using var document = JsonDocument.Parse(measures.Out);
        var utilisation = document.RootElement.EnumerateArray().Single(entry => entry.GetProperty("id").GetString() == "utilisation");
        Assert.That(utilisation.GetProperty("unit").GetString(), Is.EqualTo("%"));
        Assert.That(utilisation.GetProperty("description").GetString(), Is.Not.Empty);
    }

    private TypedCommand Beside(params string[] args) => TypedCommand.Run([.. args, "--system", system.Path, "--out", system.Results]);

    /// <summary>A pipe that nobody reads.</summary>
    private sealed class BrokenWriter : StringWriter
    {
        public override void Write(char value) => throw new IOException("nobody reads");

        public override void Write(string? value) => throw new IOException("nobody reads");

        public override void Write(char[] buffer, int index, int count) => throw new IOException("nobody reads");
    }

    private TypedCommand Run(params string[] args) => TypedCommand.Run([.. args, "--system", system.Path, "--force", "--out", system.Results]);

    private string ReadCsv() => string.Concat(Directory.EnumerateFiles(system.Results, "*.csv").Order(StringComparer.Ordinal).Select(File.ReadAllText));
}
