using System.Text.Json;
using FlowSim.Cli.Running;
using FlowSim.Tests.Plots.Printing;

namespace FlowSim.Tests.Cli;

/// <summary>Ctrl+C as it reaches a process: SIGINT.</summary>
[Platform(Exclude = "Win", Reason = "signals are sent with kill")]
public sealed class InterruptionTests
{
    /// <summary>How much a run is left to do, in processor time: most of it is the start of the process.</summary>
    private static readonly TimeSpan SomeTime = TimeSpan.FromSeconds(3);

    /// <summary>Signals of which at least two arrive one by one.</summary>
    private const int MostTries = 20;

    [Test]
    public void Interrupted_among_replications_the_finished_ones_are_kept_and_marked_incomplete()
    {
        // Nearly all of a replication is its spin-up.
        using var system = new FlowFile(Clinic("starts: 2014-04-01, branch: 2017-04-01, lasts: 1 d, begin: empty, replications: 1000000", "40 per d"));
        var typed = Interrupt(system, "run", "baseline");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Interrupted), typed.Error);
        using var manifest = Manifest(system);
        var finished = manifest.RootElement.GetProperty("replications").GetInt32();
        Assert.That(finished, Is.Positive);
        Assert.That(typed.Error, Does.Contain($"interrupted; {finished} of 1000000 replications are finished"));
        Assert.That(manifest.RootElement.GetProperty("complete").GetBoolean(), Is.False);
        Assert.That(Column(system, "replications.csv", 1)
            .Max(text => int.Parse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture)),
            Is.GreaterThanOrEqualTo(finished));
    }

    [Test]
    public void Interrupted_in_a_scenario_the_baseline_that_was_finished_is_kept_and_readable()
    {
        using var system = new FlowFile(Clinic("starts: 2016-04-01, lasts: 30 y, begin: empty, replications: 1", "4 per d")
            + "scenarios: { busy: [ { scale: streams.patients.rate, by: 2000 }, { scale: pools.doctor.capacity, by: 2000 } ] }\n");
        var typed = Interrupt(system, "compare", "busy");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Interrupted), typed.Error);
        Assert.That(typed.Error, Does.Contain("0 of 1 replications").And.Contain("(in all baseline: 1)"));
        Assert.That(typed.Out, Does.Contain("INCOMPLETE"));
        using var manifest = Manifest(system);
        var byScenario = manifest.RootElement.GetProperty("replications_by_scenario");
        Assert.That((byScenario.GetProperty("baseline").GetInt32(), byScenario.GetProperty("busy").GetInt32()), Is.EqualTo((1, 0)));
        Assert.That(Column(system, "summary.csv", 0).Distinct(), Is.EqualTo(new[] { "baseline" }));
        Assert.That(Column(system, "summary.csv", 1), Does.Contain("2045/46"), "the baseline is whole");
    }

    [Test]
    public void Interrupted_in_the_first_spin_up_nothing_is_left_and_earlier_results_stay()
    {
        using var system = new FlowFile(Clinic("starts: 1990-04-01, branch: 2017-04-01, lasts: 1 d, begin: empty, replications: 1", "40 per d"));
        Assert.That(TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results, "--quiet").Exit, Is.Zero);
        var earlier = File.ReadAllText(Path.Combine(system.Results, "manifest.json"));
        File.WriteAllText(system.Path, File.ReadAllText(system.Path).Replace("40 per d", "20000 per d").Replace("capacity: 2", "capacity: 1000"));
        var typed = Interrupt(system, "run", "baseline");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(typed.Error, Does.Contain("interrupted before anything was finished; nothing was written"));
        Assert.That(File.ReadAllText(Path.Combine(system.Results, "manifest.json")), Is.EqualTo(earlier));
    }

    [Test]
    public void A_second_interruption_ends_the_process_at_once()
    {
        // A day of this takes far longer than the test, and a run looks for an interruption once a day.
        var streams = string.Concat(Enumerable.Range(0, 40).Select(index => $"  s{index}: {{ to: consult, rate: 10000 per h }}\n"));
        using var system = new FlowFile(
            $"system: many\nrun: {{ starts: Mon 00:00, lasts: 30 d, begin: empty, replications: 1 }}\nstreams:\n{streams}stages: {{ consult: {{ place: none, time: 1 s, then: again }}, again: {{ place: none, time: 1 s, then: {{ again: 90 %, leave: rest }} }} }}\n");
        using var child = Start(system, "run", "baseline");
        child.Signal();
        Thread.Sleep(SomeTime);
        Assert.That(child.IsRunning, "it has not come to the end of the day");

        // Two signals of which the first is not yet delivered are one, on a machine that has much else to do.
        for (var tries = 0; tries < MostTries && child.IsRunning; tries++)
        {
            child.Signal();
            Thread.Sleep(SomeTime);
        }

        Assert.That(child.End().Exit, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(Path.Combine(system.Results, "manifest.json"), Does.Not.Exist);
    }

    [Test]
    public void A_request_to_terminate_is_taken_as_an_interruption()
    {
        using var system = new FlowFile(Clinic("starts: 2016-04-01, lasts: 1 d, begin: empty, replications: 1000000", "40 per d"));
        using var child = Start(system, "run", "baseline");
        child.Signal("TERM");
        Assert.That(child.End().Exit, Is.EqualTo(ExitCode.Interrupted));
        using var manifest = Manifest(system);
        Assert.That(manifest.RootElement.GetProperty("complete").GetBoolean(), Is.False);
    }

    [TestCase("check")]
    [TestCase("list measures --system")]
    [TestCase("run baseline --out results --system")]
    public void Reading_and_compiling_stop_at_the_first_interruption(string command)
    {
        // Compiling this takes many times as long as the test.
        var shares = string.Join(", ", Enumerable.Range(0, 2000).Select(index => $"s{index}: 0.02 %"));
        var stages = string.Concat(Enumerable.Range(0, 2000).Select(index => $"  s{index}: {{ place: none, time: 1 h, then: {{ {shares}, leave: rest }} }}\n"));
        using var system =
            new FlowFile($"system: large\nrun: {{ starts: Mon 00:00, lasts: 1 d }}\nstreams: {{ a: {{ to: s0, rate: 1 per d }} }}\nstages:\n{stages}");
        using var child = ChildProcess.Start([.. command.Split(' '), system.Path]);
        child.WaitFor(() => child.Work > SomeTime, "reading");
        child.Signal();
        var typed = child.End();
        Assert.That((typed.Exit, typed.Out, typed.Error), Is.EqualTo((ExitCode.Interrupted, "", "flowsim: interrupted\n")));
    }

    [Test]
    public void Printing_stops_at_once_and_writes_nothing()
    {
        using var system = new FlowFile(Clinic("starts: 2016-04-01, lasts: 30 d, begin: empty, replications: 2", "4 per d"));
        Assert.That(TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results, "--quiet").Exit, Is.Zero);
        var (started, printed) = (Path.Combine(system.Results, "started"), Path.Combine(system.Results, "printed.pdf"));
        var slow = FakeProgram.Write(system.Results, "slow-browser", $"touch '{started}'; sleep 600");
        using var child = ChildProcess.Start("report", system.Results, "--format", "pdf", "--converter", slow, "--out", printed);
        child.WaitFor(() => File.Exists(started), "the printing");
        child.Signal();
        var typed = child.End();
        Assert.That((typed.Exit, typed.Error), Is.EqualTo((ExitCode.Interrupted, "flowsim: interrupted\n")));
        Assert.That(File.Exists(printed), Is.False);
    }

    private static TypedCommand Interrupt(FlowFile system, params string[] args)
    {
        using var child = Start(system, args);
        child.Signal();
        return child.End();
    }

    private static ChildProcess Start(FlowFile system, params string[] args)
    {
        var child = ChildProcess.Start([.. args, "--system", system.Path, "--out", system.Results, "--force", "--threads", "1"]);
        child.WaitFor(() => File.Exists(Path.Combine(system.Results, ".flowsim-lock")), "the run");
        child.WaitFor(() => child.Work > SomeTime, "the run");
        return child;
    }

    private static string Clinic(string run, string rate) =>
        $"system: clinic\nrun: {{ {run} }}\npools: {{ doctor: {{ kind: staff, capacity: 2 }} }}\nstreams: {{ patients: {{ to: consult, rate: {rate} }} }}\nstages: {{ consult: {{ staff: doctor, time: exponential mean 1 h, then: leave }} }}\n";

    private static JsonDocument Manifest(FlowFile system) => JsonDocument.Parse(File.ReadAllText(Path.Combine(system.Results, "manifest.json")));

    private static IEnumerable<string> Column(FlowFile system, string file, int column) =>
        File.ReadLines(Path.Combine(system.Results, file)).Skip(1).Select(line => line.Split(',')[column]);
}
