using System.Text.Json;
using FlowSim.Cli.Running;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Cli;

/// <summary>A run that cannot go on keeps what is finished.</summary>
public sealed class StoppedRunTests
{
    /// <summary>Who is in a waits for b and c together, who is in b for a and c together. In the third replication they meet.</summary>
    private const string System = """
        system: stopped
        run: { starts: 2016-04-01, lasts: 30 d, begin: empty, replications: 4 }
        pools: { a: { kind: beds, capacity: 1 }, b: { kind: beds, capacity: 1 }, c: { kind: spaces, capacity: 5 } }
        streams:
          from-a: { to: in-a, observed: { file: tables/from-a.csv } }
          from-b: { to: in-b, observed: { file: tables/from-b.csv } }
        stages:
          in-a: { place: a, time: 30 h, then: both-b }
          in-b: { place: b, time: 10 h, then: both-a }
          both-b: { place: b + c, time: 1 d, then: leave }
          both-a: { place: a + c, time: 1 d, then: leave }
        scenarios: { longer: [ { set: stages.in-a.time, to: 20 d } ] }
        """;

    private const string FromA = "replication,time\n1,1 d\n2,1 d\n3,1 d\n4,1 d\n";

    [TestCase("1")]
    [TestCase("4")]
    public void The_replications_before_the_one_that_cannot_go_on_are_written(string threads)
    {
        using var folder = Folder("replication,time\n1,10 d\n2,10 d\n3,2 d\n4,10 d\n");
        var typed = Run(folder, "run", "baseline", threads);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.CannotGoOn), typed.Error);
        Assert.That(typed.Error,
            Does.Contain("flowsim: stopped; 2 of 4 replications are finished and written, marked incomplete").And.Contain(
                "the run cannot go on: scenario baseline, ").And.Contain("replication 3, "));
        Assert.That(typed.Out, Does.Contain("INCOMPLETE: 2 of 4"));
        Assert.That(Finished(folder), Is.EqualTo((false, 2)));
        Assert.That(Replications(folder, "baseline"), Is.EqualTo(new[] { "1", "2" }));
    }

    [TestCase("1")]
    [TestCase("4")]
    public void So_are_the_scenarios_before_the_one_that_cannot(string threads)
    {
        // Under the baseline the patient of a is gone when that of b comes; where he stays 20 days they meet.
        using var folder = Folder("replication,time\n1,10 d\n2,10 d\n3,10 d\n4,10 d\n");
        var typed = Run(folder, "compare", "longer", threads);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.CannotGoOn), typed.Error);
        Assert.That(typed.Error,
            Does.Contain(
                "stopped; 0 of 4 replications are finished and written, marked incomplete; of the others what was finished (in all baseline: 1)").And.Contain(
                "scenario longer, "));
        Assert.That(Finished(folder), Is.EqualTo((false, 0)));
        Assert.That(Replications(folder, "baseline"), Is.EqualTo(new[] { "1" }));
        Assert.That(Replications(folder, "longer"), Is.Empty);
    }

    [Test]
    public void Where_nothing_is_finished_nothing_is_written()
    {
        using var folder = Folder("replication,time\n1,2 d\n2,2 d\n3,2 d\n4,2 d\n");
        var typed = Run(folder, "run", "baseline", "2");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.CannotGoOn), typed.Error);
        Assert.That(typed.Error, Does.Contain("replication 1, ").And.Not.Contain("written"));
        Assert.That(Results(folder), Does.Not.Exist);
    }

    private static TemporaryFolder Folder(string fromB)
    {
        var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "tables"));
        File.WriteAllText(Path.Combine(folder.Path, "system.yaml"), System);
        File.WriteAllText(Path.Combine(folder.Path, "tables", "from-a.csv"), FromA);
        File.WriteAllText(Path.Combine(folder.Path, "tables", "from-b.csv"), fromB);
        return folder;
    }

    private static TypedCommand Run(TemporaryFolder folder, string command, string scenario, string threads) =>
        TypedCommand.Run(command, scenario, "--system", folder.Path, "--force", "--out", Results(folder), "--threads", threads);

    private static string Results(TemporaryFolder folder) => Path.Combine(folder.Path, "results");

    private static (bool Complete, int Replications) Finished(TemporaryFolder folder)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Results(folder), "manifest.json")));
        return (manifest.RootElement.GetProperty("complete").GetBoolean(), manifest.RootElement.GetProperty("replications").GetInt32());
    }

    private static IEnumerable<string> Replications(TemporaryFolder folder, string scenario) =>
        File.ReadLines(Path.Combine(Results(folder), "replications.csv")).Skip(1).Select(line => line.Split(',')).Where(row => row[0] == scenario)
            .Select(row => row[1]).Distinct();
}
