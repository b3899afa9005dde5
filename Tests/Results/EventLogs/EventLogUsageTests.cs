using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Results.EventLogs;

/// <summary><c>--trace</c> and what belongs to it: what is refused before anything runs, and what is left of a run that did not come to its end.</summary>
public sealed class EventLogUsageTests
{
    private const string Clinic = """
        system: clinic
        run: { starts: RUN, begin: empty, replications: 3 }
        pools: { doctor: { kind: staff, capacity: 2 } }
        streams: { patients: { to: consult, rate: 40 per d } }
        stages: { consult: { staff: doctor, time: exponential mean 1 h, then: leave } }
        """;

    [TestCase("log.txt", "--trace: expected a file that ends in .csv or .parquet, received", "--trace", "log.txt")]
    [TestCase("", "--trace: expected a file, received nothing", "--trace", "")]
    [TestCase("none", "--trace-window says more of --trace, which is missing", "--trace-window", "0..1")]
    [TestCase("format", "'xes'", "--trace", "LOG", "--trace-format", "xes")]
    [TestCase("numbers", "--trace-replications: expected numbers of replications from 1, such as 1 or 1,3-5; received '0'", "--trace", "LOG", "--trace-replications", "0")]
    [TestCase("order", "--trace-replications: expected numbers", "--trace", "LOG", "--trace-replications", "3-2")]
    [TestCase("range", "--trace-replications: replication 4 is asked for, and 3 are run", "--trace", "LOG", "--trace-replications", "1,3-4")]
    [TestCase("window", "--trace-window: expected FROM..TO", "--trace", "LOG", "--trace-window", "2024-04-01")]
    [TestCase("mixed", "--trace-window: expected FROM..TO", "--trace", "LOG", "--trace-window", "2024-04-01..7")]
    [TestCase("before", "does not lie in the measured time, 2024-04-01..2024-05-01 (days 0..30)", "--trace", "LOG", "--trace-window", "2024-03-31..2024-04-02")]
    [TestCase("after", "does not lie in the measured time", "--trace", "LOG", "--trace-window", "29..31")]
    [TestCase("empty", "ends before it begins or holds no time", "--trace", "LOG", "--trace-window", "3..3")]
    public void What_cannot_be_logged_is_refused_before_the_run(string what, string message, params string[] options)
    {
        using var system = new FlowFile(Clinic.Replace("RUN", "2024-04-01, lasts: 30 d"));
        var log = LogOf(system, "log.csv");
        var typed = system.Run(Array.ConvertAll(options, option => option == "LOG" ? log : option));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage), what);
        Assert.That(typed.Error, Does.Contain(message));
        Assert.That(Directory.Exists(system.Results) && File.Exists(Path.Combine(system.Results, "summary.csv")), Is.False, "nothing was run");
        Assert.That(File.Exists(log), Is.False);
    }

    [Test]
    public void A_system_without_dates_has_a_window_of_days_alone()
    {
        using var system = new FlowFile(Clinic.Replace("RUN", "Mon 00:00, lasts: 30 d"));
        var typed = system.Run("--trace", LogOf(system, "log.csv"), "--trace-window", "2024-04-01..2024-04-02");
        Assert.That((typed.Exit, typed.Error), Is.EqualTo((ExitCode.Usage,
            "flowsim: --trace-window: 2024-04-01..2024-04-02 has dates, and the system has none; expected days since measuring began, such as 0..7\n")));
    }

    [Test]
    public void A_place_that_cannot_take_the_file_is_refused_before_the_run()
    {
        using var system = new FlowFile(Clinic.Replace("RUN", "2024-04-01, lasts: 30 d"));
        var nowhere = system.Run("--trace", LogOf(system, Path.Combine("nowhere", "log.csv")));
        Assert.That(nowhere.Exit, Is.EqualTo(ExitCode.Files));
        Assert.That(nowhere.Error, Does.Contain("--trace: there is no folder").And.Contain("nowhere"));
        var folder = LogOf(system, "folder.csv");
        Directory.CreateDirectory(folder);
        Assert.That(system.Run("--trace", folder) is { Exit: ExitCode.Files, Error: var error } ? error : "", Does.Contain("is a folder"));
        var there = LogOf(system, "there.csv");
        File.WriteAllText(there, "mine");
        var typed = TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results, "--quiet", "--trace", there);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Files));
        Assert.That(typed.Error, Does.Contain("is there already; --force replaces it"));
        Assert.That(File.ReadAllText(there), Is.EqualTo("mine"));
    }

    [Test]
    public void A_run_says_how_many_events_it_has_logged()
    {
        using var system = new FlowFile(Clinic.Replace("RUN", "2024-04-01, lasts: 30 d"));
        var log = LogOf(system, "log.csv");
        var typed = TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results, "--trace", log);
        var rows = File.ReadLines(log).Count() - 1;
        Assert.That(typed.Error, Does.Contain($"{rows:N0} events are in {log}"));
    }

    [Test]
    public void A_run_that_cannot_go_on_leaves_no_log()
    {
        using var system = new FlowFile(Clinic.Replace("RUN", "2024-04-01, lasts: 300 d").Replace("40 per d", "40000 per d"));
        var log = LogOf(system, "log.csv");
        var typed = system.Run("--trace", log);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.CannotGoOn), typed.Error);
        Assert.That(Directory.EnumerateFiles(Path.GetDirectoryName(log)!, "*log*"), Is.Empty);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "signals are sent with kill")]
    public void An_interrupted_run_leaves_no_log_and_says_so()
    {
        using var system = new FlowFile(Clinic.Replace("RUN", "2014-04-01, branch: 2024-04-01, lasts: 1 d").Replace("replications: 3", "replications: 100000"));
        var log = LogOf(system, "log.csv");
        File.WriteAllText(log, "earlier");
        using var child = ChildProcess.Start("run", "baseline", "--system", system.Path, "--out", system.Results, "--force", "--threads", "1", "--trace", log);
        child.WaitFor(() => child.Work > TimeSpan.FromSeconds(3), "the run");
        child.Signal();
        var typed = child.End();
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Interrupted), typed.Error);
        Assert.That(typed.Error, Does.Contain($"no event log was written to {log}"));
        Assert.That(File.ReadAllText(log), Is.EqualTo("earlier"));
        Assert.That(Directory.EnumerateFiles(Path.GetDirectoryName(log)!, ".flowsim-log*"), Is.Empty);
    }

    [TestCase("log.csv", "0x4000000")]
    [TestCase("log.parquet", "0xC000000")]
    public void Memory_does_not_grow_with_the_log(string name, string limit)
    {
        // A heap that is smaller than the rows are as text.
        using var system = new FlowFile(Clinic.Replace("RUN", "2024-04-01, lasts: 20 y").Replace("replications: 3", "replications: 1"));
        var log = LogOf(system, name);
        using var child = ChildProcess.Start(new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = limit, ["DOTNET_gcServer"] = "0" },
            "run", "baseline", "--system", system.Path, "--out", system.Results, "--quiet", "--trace", log, "--trace-format", "pm4py");
        var typed = child.End();
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        if (name.EndsWith(".csv", StringComparison.Ordinal))
        {
            Assert.That(new FileInfo(log).Length, Is.GreaterThan(100_000_000));
        }
    }

    private static string LogOf(FlowFile system, string name) => Path.Combine(Path.GetDirectoryName(system.Path)!, name);
}
