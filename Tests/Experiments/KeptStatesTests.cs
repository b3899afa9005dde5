using FlowSim.Cli;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Experiments;

/// <summary>Kept spin-ups of commands that run many designs from one branch, and the folder that holds them.</summary>
public sealed class KeptStatesTests
{
    private const string Ward = """
        system: ward
        run: { starts: 2015-04-01, branch: 2017-04-01, lasts: 1 y, begin: empty, replications: 3 }
        pools: { bed: { kind: beds, group: acute, capacity: 4 }, nurse: { kind: staff, capacity: 3 } }
        streams: { some: { to: ward, rate: 0.9 per d } }
        stages: { ward: { place: bed, staff: nurse, clock: spell, time: exponential mean 4 d, then: leave } }
        measures: { stay: { clock: spell, mean: true, unit: d }, beds: { average: { occupied: bed }, unit: beds } }
        headline: [stay, beds]
        scenarios: { now: { changes: [ { add: pools.bed.capacity, by: 1, reason: opened } ] } }
        optimise:
          cheapest:
            title: How many nurses
            levers: { nurses: { add: pools.nurse.capacity, range: 0 to 3, gbp_per_year: £40000, partner: nobody, title: Nurses } }
            targets: [ "stay < 4.2 d" ]
        """;

    private static readonly string[] Sweep = ["sweep", "--factor", "pools.bed.capacity=4 to 6", "--replications", "4"];

    [Test]
    public void A_sweep_begins_at_the_branches_of_an_earlier_one_and_writes_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        Assert.That(Run(folder, "first", Sweep), Does.Not.Contain("of an earlier run"));
        Assert.That(Directory.GetFiles(folder["cache"]), Has.Length.EqualTo(4));
        Assert.That(Run(folder, "second", Sweep), Does.Contain("4 spin-ups of an earlier run"));
        Assert.That(Run(folder, "third", [.. Sweep, "--no-cache"]), Does.Not.Contain("of an earlier run"));
        DemandSame(folder, "first", "second", "third");
    }

    [Test]
    public void A_sweep_begins_at_the_branches_that_a_comparison_has_kept()
    {
        using var folder = new TemporaryFolder();
        Run(folder, "compared", "compare", "now", "--draws", "0");
        Assert.That(Run(folder, "kept", Sweep), Does.Contain("3 spin-ups of an earlier run"), "the fourth replication was not compared");
        Run(folder, "run", [.. Sweep, "--no-cache"]);
        DemandSame(folder, "kept", "run");
    }

    [Test]
    public void A_search_begins_at_the_branches_of_an_earlier_one_and_finds_the_same()
    {
        string[] optimise = ["optimise", "--replications", "8"];
        using var folder = new TemporaryFolder();
        Assert.That(Run(folder, "first", optimise), Does.Not.Contain("of an earlier run"));
        Assert.That(Run(folder, "second", optimise).Split("8 spin-ups of an earlier run"), Has.Length.EqualTo(3), "of the search, and of the runs after it");
        Assert.That(Run(folder, "third", [.. optimise, "--no-cache"]), Does.Not.Contain("of an earlier run"));
        DemandSame(folder, "first", "second", "third");
    }

    [Test]
    public void Beyond_its_limit_the_folder_loses_what_was_used_longest_ago()
    {
        using var folder = new TemporaryFolder();
        var clock = new Hours();
        var kept = new List<string>();
        for (var number = 1; number <= 6; number++)
        {
            Compare(folder, clock, long.MaxValue, (ulong)number);
            kept.Add(Directory.GetFiles(folder["cache"]).Except(kept).Single());
        }

        // The first is used again, so that the second has been left longest. Room is for four of them, and a little.
        Assert.That(Compare(folder, clock, long.MaxValue, 1), Is.EqualTo(1));
        var most = kept.Max(path => new FileInfo(path).Length) * 4.5;
        Compare(folder, clock, (long)most, 7);
        var left = Directory.GetFiles(folder["cache"]);
        Assert.That(left.Sum(path => new FileInfo(path).Length), Is.LessThanOrEqualTo(most));
        Assert.That(left, Does.Contain(kept[0]).And.Contain(kept[5]).And.Not.Contain(kept[1]));
        Assert.That(left, Has.Length.EqualTo(4), "the seventh among them");
    }

    [Test]
    public void What_a_killed_run_has_left_beside_goes_after_an_hour()
    {
        using var folder = new TemporaryFolder();
        var clock = new Hours();
        Directory.CreateDirectory(folder["cache"]);
        foreach (var (name, hours) in new[] { ("old.spinup.12-3", -2), ("new.spinup.12-4", 24) })
        {
            File.WriteAllText(Path.Combine(folder["cache"], name), "half");
            File.SetLastWriteTimeUtc(Path.Combine(folder["cache"], name), clock.GetUtcNow().UtcDateTime.AddHours(hours));
        }

        Compare(folder, clock, 1_000_000, 1);
        Assert.That(Directory.GetFiles(folder["cache"]).Select(Path.GetFileName), Does.Contain("new.spinup.12-4").And.Not.Contain("old.spinup.12-3"));
    }

    [Test]
    public void Two_processes_may_keep_the_same_spin_ups_at_once()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["ward.yaml"], Ward);
        var environment = new Dictionary<string, string> { ["FLOWSIM_CACHE"] = folder["cache"] };
        ChildProcess Start(string name) => ChildProcess.Start(environment, "compare", "now", "--draws", "0", "--replications", "12", "--system", folder["ward.yaml"], "--out", folder[name]);
        using (var one = Start("one"))
        using (var other = Start("other"))
        {
            Assert.That((one.End().Exit, other.End().Exit), Is.EqualTo((0, 0)));
        }

        Assert.That(Directory.GetFiles(folder["cache"]).Select(Path.GetExtension), Is.All.EqualTo(".spinup"), "nothing half written is left");
        Assert.That(Directory.GetFiles(folder["cache"]), Has.Length.EqualTo(12));
        using var third = Start("third");
        Assert.That(third.End().Error, Does.Contain("12 spin-ups of an earlier run"));
        DemandSame(folder, "one", "other", "third");
    }

    /// <summary>Runs one replication of the ward with a store; how many spin-ups it found.</summary>
    private static int Compare(TemporaryFolder folder, TimeProvider clock, long mostBytes, ulong seed)
    {
        File.WriteAllText(folder["ward.yaml"], Ward);
        var problems = new ProblemList();
        var files = SystemReader.Read(folder["ward.yaml"], problems)!;
        var baseline = new TimelineBuilder(files, RunOverrides.None, problems).Baseline()!;
        var store = SpinUpStore.Of(folder["cache"], files, RunOverrides.None, clock, mostBytes)!;
        ExperimentRunner.Run(new ExperimentPlan
        {
            Baseline = baseline,
            Scenarios = [new PlannedScenario(ExperimentPlan.BaselineId, "", baseline)],
            Replications = 1,
            Seed = seed,
            Threads = 1,
            SpinUps = store,
        });
        return store.Found;
    }

    /// <summary>What is said at the end of a command that is done.</summary>
    private static string Run(TemporaryFolder folder, string name, params string[] args)
    {
        File.WriteAllText(folder["ward.yaml"], Ward);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = CommandLine.Run([.. args, "--system", folder["ward.yaml"], "--out", folder[name]],
            new Terminal { Out = output, Error = error, CacheFolder = folder["cache"] });
        Assert.That(exit, Is.Zero, error.ToString());
        return error.ToString();
    }

    private static void DemandSame(TemporaryFolder folder, string one, params string[] others)
    {
        var names = Directory.GetFiles(folder[one], "*.csv").Select(Path.GetFileName).ToList();
        Assert.That(names, Has.Count.GreaterThan(2));
        foreach (var (other, name) in from other in others from name in names select (other, name))
        {
            Assert.That(File.ReadAllText(Path.Combine(folder[other], name!)), Is.EqualTo(File.ReadAllText(Path.Combine(folder[one], name!))), $"{other}/{name}");
        }
    }

    /// <summary>An hour later each time that it is looked at.</summary>
    private sealed class Hours : TimeProvider
    {
        private static readonly DateTimeOffset First = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        private int looks;

        public override DateTimeOffset GetUtcNow() => First.AddHours(Interlocked.Increment(ref looks));
    }
}
