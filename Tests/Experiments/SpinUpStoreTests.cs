using FlowSim.Cli;
using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Experiments;

/// <summary>Spin-ups that are kept between commands: the same bytes, less to run.</summary>
public sealed class SpinUpStoreTests
{
    private const string Ward = """
        system: ward
        run: { starts: 2015-04-01, branch: 2017-04-01, lasts: 1 y, begin: empty, replications: 3 }
        pools: { bed: { kind: beds, group: acute, capacity: 4 }, nurse: { kind: staff, capacity: 3 } }
        streams: { some: { to: ward, rate: 0.9 per d } }
        stages: { ward: { place: bed, staff: nurse, clock: spell, time: exponential mean 4 d, then: leave } }
        timelines: { occupied_beds: { pools: bed, unit: beds } }
        measures: { stay: { clock: spell, mean: true, unit: d }, beds: { average: { occupied: bed }, unit: beds } }
        headline: [stay, beds]
        scenarios:
          now: { changes: [ { add: pools.bed.capacity, by: 1, reason: opened } ] }
          later: { changes: [ { add: pools.bed.capacity, by: 1, from: 2017-10-01, reason: opened } ] }
          longer: { changes: [ { scale: stages.ward.time, by: { value: 1.1, range: 1 to 1.2 }, reason: slower } ] }
        """;

    [Test]
    public void A_second_command_begins_at_the_branch_and_writes_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var first = Compare(folder, "first", Ward);
        Assert.That(first.Error, Does.Not.Contain("did not have to be run again"));
        Assert.That(Directory.GetFiles(folder["cache"]), Has.Length.EqualTo(3 + 3), "three replications, and three draws beside the first of these");
        var second = Compare(folder, "second", Ward);
        Assert.That(second.Error, Does.Contain("6 spin-ups of an earlier run"));
        DemandSame(folder, "first", "second");
        Assert.That(second.Out, Is.EqualTo(first.Out));
    }

    [Test]
    public void Other_scenarios_go_on_from_what_is_kept_as_from_what_is_run()
    {
        using var folder = new TemporaryFolder();
        Compare(folder, "first", Ward);
        var other = Ward.Replace("by: 1, reason: opened } ] }\n  later", "by: 2, reason: opened } ] }\n  later", StringComparison.Ordinal);
        Assert.That(other, Is.Not.EqualTo(Ward));
        Assert.That(Compare(folder, "kept", other).Error, Does.Contain("spin-ups of an earlier run"));
        Assert.That(Compare(folder, "run", other, "--no-cache").Error, Does.Not.Contain("of an earlier run"));
        DemandSame(folder, "kept", "run");
    }

    [TestCase("rate: 0.9 per d", "rate: 0.8 per d")]
    [TestCase("capacity: 3", "capacity: 2")]
    [TestCase("mean: true, unit: d", "mean: true, unit: h")]
    [TestCase("starts: 2015-04-01", "starts: 2014-04-01")]
    public void Of_another_system_nothing_is_taken(string what, string by)
    {
        using var folder = new TemporaryFolder();
        Compare(folder, "first", Ward);
        Assert.That(Compare(folder, "second", Ward.Replace(what, by, StringComparison.Ordinal)).Error, Does.Not.Contain("of an earlier run"));
    }

    [Test]
    public void Another_seed_takes_nothing_and_more_replications_take_what_there_is()
    {
        using var folder = new TemporaryFolder();
        Compare(folder, "first", Ward, "--draws", "0");
        Assert.That(Compare(folder, "second", Ward, "--draws", "0", "--seed", "5").Error, Does.Not.Contain("of an earlier run"));
        Assert.That(Compare(folder, "third", Ward, "--draws", "0", "--replications", "5").Error, Does.Contain("3 spin-ups of an earlier run"));
        Compare(folder, "fourth", Ward, "--draws", "0", "--replications", "5", "--no-cache");
        DemandSame(folder, "third", "fourth");
    }

    [Test]
    public void What_is_damaged_is_run_again()
    {
        using var folder = new TemporaryFolder();
        Compare(folder, "first", Ward, "--draws", "0");
        var files = Directory.GetFiles(folder["cache"]).Order(StringComparer.Ordinal).ToList();
        File.WriteAllBytes(files[0], File.ReadAllBytes(files[0])[..^9]);
        var bytes = File.ReadAllBytes(files[1]);
        bytes[^1] ^= 1;
        File.WriteAllBytes(files[1], bytes);
        File.WriteAllBytes(files[2], []);
        Assert.That(Compare(folder, "second", Ward, "--draws", "0").Error, Does.Not.Contain("of an earlier run"));
        DemandSame(folder, "first", "second");
        Assert.That(Compare(folder, "third", Ward, "--draws", "0").Error, Does.Contain("3 spin-ups of an earlier run"), "and kept again");
    }

    [Test]
    public void A_folder_that_takes_no_files_costs_nothing_but_time()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["cache"], "a file where the folder would be");
        Assert.That(Compare(folder, "first", Ward, "--draws", "0").Exit, Is.Zero);
    }

    [Test]
    public void Nothing_is_kept_of_a_system_without_a_branch_or_where_nobody_wants_it()
    {
        using var folder = new TemporaryFolder();
        Compare(folder, "first", Ward, "--no-cache");
        Compare(folder, "second", Ward, "--paranoid");
        Compare(folder, "third", Ward.Replace("branch: 2017-04-01, ", "", StringComparison.Ordinal).Replace(", from: 2017-10-01", "", StringComparison.Ordinal));
        Assert.That(Directory.Exists(folder["cache"]), Is.False);
    }

    private static TypedCommand Compare(TemporaryFolder folder, string name, string system, params string[] more)
    {
        File.WriteAllText(folder["ward.yaml"], system);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        string[] draws = more.Contains("--draws") ? [] : ["--draws", "4"];
        var exit = CommandLine.Run(["compare", "now", "later", "longer", "--system", folder["ward.yaml"], "--out", folder[name], .. draws, .. more],
            new Terminal { Out = output, Error = error, CacheFolder = folder["cache"] });
        Assert.That(exit, Is.Zero, error.ToString());
        return new TypedCommand(exit, output.ToString(), error.ToString());
    }

    private static void DemandSame(TemporaryFolder folder, string one, string other)
    {
        var names = Directory.GetFiles(folder[one], "*.csv").Select(Path.GetFileName).ToList();
        Assert.That(names, Has.Count.GreaterThan(5));
        foreach (var name in names)
        {
            Assert.That(File.ReadAllText(Path.Combine(folder[other], name!)), Is.EqualTo(File.ReadAllText(Path.Combine(folder[one], name!))), name);
        }
    }
}
