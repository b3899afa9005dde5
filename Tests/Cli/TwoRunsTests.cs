using FlowSim.Cli.Running;

namespace FlowSim.Tests.Cli;

/// <summary>Two processes and one folder.</summary>
public sealed class TwoRunsTests
{
    private const string Endless = "1000000";

    /// <summary>Processor time in which many replications are finished.</summary>
    private static readonly TimeSpan Work = TimeSpan.FromSeconds(2);

    private FlowFile system = null!;

    [SetUp]
    public void MakeSystem() => system = new FlowFile("""
        system: clinic
        run: { starts: Mon 00:00, lasts: 30 d, begin: empty, replications: 1 }
        pools: { doctor: { kind: staff, capacity: 2 } }
        streams: { patients: { to: consult, rate: 40 per d } }
        stages: { consult: { staff: doctor, time: exponential mean 1 h, then: leave } }
        """);

    [TearDown]
    public void RemoveSystem() => system.Dispose();

    [Test]
    [Platform(Exclude = "Win", Reason = "signals are sent with kill")]
    public void The_second_of_two_runs_is_refused_and_the_first_keeps_its_folder()
    {
        using var first = Start("--seed", "1", "--replications", Endless);
        using var second = Start("--seed", "2");
        var refused = second.End();
        Assert.That(refused.Exit, Is.EqualTo(ExitCode.Files));
        Assert.That(refused.Error, Does.Contain($"another run of FlowSim is writing into {system.Results}; wait for it, or name another folder with --out"));
        first.Signal();
        Assert.That(first.End().Exit, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(File.ReadAllText(Path.Combine(system.Results, "manifest.json")), Does.Contain("\"seed\": 1,"));
        Assert.That(Directory.EnumerateFiles(system.Results, ".flowsim-*"), Is.Empty);
    }

    [Test]
    public void A_run_that_is_killed_leaves_no_lock_that_holds_the_next_one_up()
    {
        using (Start("--replications", Endless))
        {
            // Disposing kills.
        }

        Assert.That(Directory.EnumerateFiles(system.Results, ".flowsim-*"), Is.Not.Empty, "it could not tidy up");
        var typed = system.Run();
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(Directory.EnumerateFiles(system.Results, ".flowsim-*"), Is.Empty);
    }

    [Test]
    [Platform("Linux", Reason = "/proc takes no files, not even from root")]
    public void A_folder_that_takes_no_files_is_refused_before_the_run()
    {
        var typed = TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", "/proc/self/results", "--replications", Endless);
        Assert.That((typed.Exit, typed.Out), Is.EqualTo((ExitCode.Files, "")));
        Assert.That(typed.Error, Does.Contain("results cannot be written into /proc/self/results"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "signals are sent with kill")]
    public void Results_whose_folder_is_gone_are_printed_all_the_same()
    {
        // What an earlier crash left is cleared away as the last step of taking the folder: after that the run does not look at it before its end.
        var left = Path.Combine(Directory.CreateDirectory(system.Results).FullName, ".flowsim-flows.csv.part");
        File.WriteAllText(left, "");
        using var child = Start("--replications", Endless);
        child.WaitFor(() => !File.Exists(left), "the run");
        Directory.Delete(system.Results, recursive: true);
        var work = child.Work;
        child.WaitFor(() => child.Work - work > Work, "a replication");
        child.Signal();
        var typed = child.End();
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Files));
        Assert.That(typed.Error, Does.Contain("removed or replaced while the run went on").And.Contain("printed all the same"));
        Assert.That(typed.Out, Does.Contain("Mean wait: consult (minutes)"));
        Assert.That(Directory.Exists(system.Results), Is.False);
    }

    /// <summary>A run that has taken the folder, or been refused it.</summary>
    private ChildProcess Start(params string[] more)
    {
        var child = ChildProcess.Start(["run", "baseline", "--system", system.Path, "--out", system.Results, .. more]);
        child.WaitFor(() => Directory.Exists(system.Results) && Directory.EnumerateFiles(system.Results, ".flowsim-lock-*").Any(), "the run");
        return child;
    }
}
