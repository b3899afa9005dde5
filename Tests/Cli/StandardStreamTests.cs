using FlowSim.Cli;
using FlowSim.Cli.Running;

namespace FlowSim.Tests.Cli;

/// <summary>
/// Standard output and error that are closed or take nothing. Notes are lost and nothing else is; a table that cannot be printed is said by the exit
/// code.
/// </summary>
[Platform("Linux", Reason = "a shell, and /dev/full")]
public sealed class StandardStreamTests
{
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

    [TestCase("2>&-", ExitCode.Done)]
    [TestCase("2>/dev/full", ExitCode.Done)]
    [TestCase("2>/dev/null", ExitCode.Done)]
    [TestCase(">&-", ExitCode.Files)]
    [TestCase(">/dev/full", ExitCode.Files)]
    [TestCase(">&- 2>&-", ExitCode.Files)]
    [TestCase("<&- >&- 2>&-", ExitCode.Files)]
    [TestCase(">/dev/full 2>/dev/full", ExitCode.Files)]
    public void Results_are_complete_whatever_cannot_be_told(string redirection, int exit)
    {
        using var child = ChildProcess.StartRedirected(redirection, "run", "baseline", "--system", system.Path, "--out", system.Results, "--threads", "1");
        var typed = child.End();
        Assert.That(typed.Exit, Is.EqualTo(exit), typed.Error);
        Assert.That(File.ReadAllText(Path.Combine(system.Results, "manifest.json")), Does.Contain("\"complete\": true"));
        Assert.That(Directory.EnumerateFiles(system.Results, ".flowsim-*"), Is.Empty);
        if (exit == ExitCode.Files && !redirection.Contains('2', StringComparison.Ordinal))
        {
            Assert.That(typed.Error, Does.Contain("standard output cannot be written"));
        }
    }

    [TestCase("2>&-")]
    [TestCase("2>/dev/full")]
    public void A_problem_that_cannot_be_told_keeps_its_exit_code(string redirection)
    {
        using var child = ChildProcess.StartRedirected(redirection, "run", "baseline", "--system", system.Path + "x");
        Assert.That(child.End().Exit, Is.EqualTo(ExitCode.Usage));
    }

    [Test]
    public void Who_reads_only_the_beginning_of_the_output_does_no_harm()
    {
        using var child = ChildProcess.StartRedirected("| head -1", "run", "baseline", "--system", system.Path, "--out", system.Results, "--quiet");
        child.End();
        Assert.That(File.ReadAllText(Path.Combine(system.Results, "manifest.json")), Does.Contain("\"complete\": true"));
    }

    [Test]
    public void Progress_on_a_terminal_that_is_gone_does_not_stop_the_run()
    {
        using var output = new StringWriter();
        using var gone = new Gone();
        var terminal = new Terminal { Out = output, Error = gone, Progress = gone, ShowsProgress = true };
        Assert.That(CommandLine.Run(["run", "baseline", "--system", system.Path, "--out", system.Results], terminal), Is.Zero);
        Assert.That(gone.Tried, Is.Positive, "progress was drawn");
        Assert.That(output.ToString(), Does.Contain("Mean wait: consult (minutes)"));
    }

    [Test]
    public void What_a_terminal_would_obey_is_shown_to_it()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal { Out = output, Error = error };
        terminal.Out.WriteLine("a\e[2J\ab\rc\u202Ed\u009B");
        terminal.Error.Write("x\e]0;owned\ay\tz\n");
        Assert.That(output.ToString(), Is.EqualTo("a\u241B[2J\u2407b\u240Dc[U+202E]d[U+009B]\n"));
        Assert.That(error.ToString(), Is.EqualTo("x\u241B]0;owned\u2407y\tz\n"));
    }

    [Test]
    public void Control_characters_of_a_title_do_not_reach_the_terminal()
    {
        File.WriteAllText(system.Path, File.ReadAllText(system.Path)
            .Replace("system: clinic", "system: clinic\ntitle: \"a \\e[2J b\"\nnotez: \"\\e[31m\"", StringComparison.Ordinal));
        var check = TypedCommand.Run("check", system.Path);
        Assert.That(check.Out + check.Error, Does.Not.Contain('\e'));
        File.WriteAllText(system.Path, File.ReadAllText(system.Path).Replace("notez", "notes", StringComparison.Ordinal));
        var run = TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results);
        Assert.That(run.Exit, Is.Zero, run.Error);
        Assert.That(run.Out + run.Error, Does.Contain("\u241B[2J").And.Not.Contain('\e'));
    }

    /// <summary>A terminal that has been closed.</summary>
    private sealed class Gone : StringWriter
    {
        public int Tried { get; private set; }

        public override void Write(string? value) => Refuse();

        public override void Write(char value) => Refuse();

        public override void Write(char[] buffer, int index, int count) => Refuse();

        private void Refuse()
        {
            Tried++;
            throw new IOException("Input/output error");
        }
    }
}
