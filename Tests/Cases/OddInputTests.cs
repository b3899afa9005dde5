using System.Diagnostics;
using System.Text.RegularExpressions;
using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Cases;

/// <summary>Inputs that once were called a defect of the program, aborted it, or never ended: each is a problem with file and line, in moments.</summary>
public sealed class OddInputTests
{
    private const string Sound = """
        system: s
        run: { starts: 2016-01-04, lasts: 10 d, begin: empty, replications: 2 }
        pools:
          bed: { kind: beds, capacity: 3 }
        streams:
          a: { to: w, rate: 5 per d }
        stages:
          w: { place: bed, time: exponential mean 8 h, gives_up: [ { after: 5 d, to: leave } ], then: leave }

        """;

    /// <summary>A second on a quiet machine.</summary>
    private static readonly TimeSpan Moments = TimeSpan.FromSeconds(10);

    private static IEnumerable<TestCaseData> Odd()
    {
        static TestCaseData Case(string name, string sound, string odd, string place) => new TestCaseData(sound, odd, place).SetArgDisplayNames(name);
        yield return Case("a year near 9999", "2016-01-04", "9998-12-01", "flow.yaml:2");
        yield return Case("hours past midnight in the year 1",
            "2016-01-04, lasts: 10 d, begin: empty, replications: 2 }\npools:\n  bed: { kind: beds, capacity: 3",
            "0001-01-01, lasts: 10 d, begin: empty, replications: 2 }\ncalendars: { o: { open: Fri 22:00-06:00 } }\npools:\n  bed: { kind: beds, capacity: 3, takes: o", "flow.yaml:");
        yield return Case("a change over a thousand million days", "stages:",
            "scenarios: { s: [ { scale: streams.a.rate, by: 2, from: 2016-01-05, over: 1e9 d } ] }\nstages:", "flow.yaml:7");
        yield return Case("a binomial of more than 100,000", "rate: 5 per d", "schedule: { at: daily 07:00, count: binomial 100001 50 % }", "flow.yaml:6");
        yield return Case("a fifth of a second", "lasts: 10 d", "lasts: 0.2 s", "flow.yaml:2");
        yield return Case("all the replications there can be", "replications: 2", "replications: 2147483647", "flow.yaml:2");
        yield return Case("60,000 parentheses", "then: leave",
            $"then: [ {{ if: \"{new string('(', 60000)}open(bed){new string(')', 60000)}\", to: leave }}, {{ to: leave }} ]", "flow.yaml:8");
        yield return Case("of of of", "exponential mean 8 h", "8 h" + string.Concat(Enumerable.Repeat(" of x", 100000)), "flow.yaml:8");
        yield return Case("a misspelt name of 60,000 letters", "rate: 5 per d", $"rate: 5 per d, attributes: {{ a: {new string('b', 59999)} }}", "flow.yaml:6");
    }

    [TestCaseSource(nameof(Odd))]
    public void An_odd_input_is_a_problem_with_its_line(string sound, string odd, string place)
    {
        var text = Sound.Replace(sound, odd, StringComparison.Ordinal);
        Assert.That(text, Is.Not.EqualTo(Sound));
        if (odd.Contains("bbbb", StringComparison.Ordinal))
        {
            text = text.Replace("pools:", $"attributes: {{ a: [{new string('b', 60000)}, c] }}\npools:", StringComparison.Ordinal);
            place = "flow.yaml:";
        }

        using var system = new FlowFile(text);
        var watch = Stopwatch.StartNew();

        // Processes of their own: an input that aborts one is to be this test's failure, not the end of all tests.
        var typed = InAProcess("check", system.Path);
        typed = typed.Exit != ExitCode.Done
            ? typed
            : InAProcess("run", "baseline", "--system", system.Path, "--out", system.Results, "--quiet", "--threads", "1");
        var said = typed.Out + typed.Error;
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput), Shortened(said));
        Assert.That(said, Does.Contain(place), Shortened(said));
        Assert.That(said, Has.Length.LessThan(5000));
        Assert.That(watch.Elapsed, Is.LessThan(Moments));
    }

    [TestCase("0003-04-01", "0030-04-01", "60y")]
    [TestCase("1003-04-01", "1030-04-01", "2000y")]
    public void A_spin_up_that_reaches_before_the_year_1_is_refused_with_its_place(string starts, string branch, string warmUp)
    {
        using var system = new FlowFile(Sound.Replace("starts: 2016-01-04, lasts", $"starts: {starts}, branch: {branch}, lasts", StringComparison.Ordinal));
        var typed = system.Run("--warm-up", warmUp);
        Assert.That(typed.Exit, Is.AnyOf(ExitCode.Usage, ExitCode.InvalidInput), Shortened(typed.Error));
        Assert.That(typed.Error, Does.Contain("--warm-up").Or.Contain("flow.yaml:2:"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "mkfifo")]
    public void A_pipe_in_the_folder_holds_nobody_up()
    {
        using var folder = new Results.TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "system.yaml"), Sound);
        using (var made = Process.Start("mkfifo", [Path.Combine(folder.Path, "p.yaml")]))
        {
            made.WaitForExit();
        }

        var check = Task.Run(() => TypedCommand.Run("check", folder.Path));
        Assert.That(check.Wait(Moments), "it waits for ever");
        Assert.That(check.Result.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(check.Result.Out, Does.Contain("p.yaml"));
    }

    [Test]
    public void Hidden_files_are_passed_over_and_other_endings_are_told()
    {
        using var folder = new Results.TemporaryFolder();
        string At(params string[] names) => Path.Combine([folder.Path, .. names]);
        File.WriteAllText(At("system.yaml"), Sound);
        File.WriteAllBytes(At("._system.yaml"), [0, 5, 22, 7, 0, 2]);
        File.CreateSymbolicLink(At(".#system.yaml"), "somebody@a.machine.123:456");
        var hidden = TypedCommand.Run("check", folder.Path);
        Assert.That((hidden.Exit, hidden.Out.Trim().Split('\n').Length), Is.EqualTo((ExitCode.Done, 1)), hidden.Out);
        Directory.CreateDirectory(At("scenarios"));
        Directory.CreateDirectory(At("tables"));
        File.WriteAllText(At("scenarios", "plan.yml"), "scenario: [");
        File.WriteAllText(At("tables", "T.CSV"), "\"");
        Assert.That(TypedCommand.Run("check", folder.Path).Out, Does.Contain("plan.yml").And.Contain("T.CSV"));
    }

    private static TypedCommand InAProcess(params string[] args)
    {
        using var child = ChildProcess.Start(args);
        return child.End();
    }

    private static string Shortened(string text) => Regex.Replace(text, @"(.)\1{50,}", "$1…");
}
