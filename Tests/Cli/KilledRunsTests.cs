using System.Globalization;
using FlowSim.Cli.Running;
using FlowSim.Tests.Properties;

namespace FlowSim.Tests.Cli;

/// <summary>
/// Runs in processes of their own, killed at moments all over their length. <c>FLOWSIM_KILLS</c> says how often; some in every test run, hundreds by
/// hand.
/// </summary>
[Platform(Exclude = "Win", Reason = "signals are sent with kill")]
public sealed class KilledRunsTests
{
    private const string Old = "11";
    private const string New = "12";

    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("FLOWSIM_KILLS") ?? "20", NumberStyles.None, CultureInfo.InvariantCulture);

    private static readonly string[] Compared = ["replications.csv", "summary.csv", "differences.csv", "timeline.csv", "flows.csv", "system.json"];

    private FlowFile system = null!;

    private string Results => system.Results;

    [OneTimeSetUp]
    public void MakeSystem() => system = new FlowFile("""
        system: ward
        run: { starts: 2016-04-01, lasts: 60 d, begin: empty, replications: 2 }
        dimensions: { site: [north, south, east, west] }
        pools: { bed: { each: site, kind: beds, capacity: 8 } }
        streams: { a: { each: site, to: stay, rate: 4 per d } }
        stages: { stay: { each: site, place: bed@site, time: exponential mean 2 d, then: leave } }
        timelines: { occupied_beds: { pools: bed, by: site } }
        scenarios: { more: [ { add: pools.bed.capacity, by: 2 } ] }
        """);

    [OneTimeTearDown]
    public void RemoveSystem() => system.Dispose();

    [Test]
    public void After_a_kill_old_results_or_new_ones_are_whole_and_the_next_run_goes_into_the_folder()
    {
        var (old, fresh) = (ResultsOf(Old), ResultsOf(New));
        var length = (int)WorkOfAWholeRun().TotalMilliseconds;
        var dice = new Dice(81);
        var ended = new SortedDictionary<string, int>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var hasOld = kill % 2 == 1;
            var how = new[] { "KILL", "TERM TERM", "HUP" }[kill / 2 % 3];
            Prepare(hasOld);
            using (var child = Start(New))
            {
                // All over its length, and more often about its end, where it writes.
                var moment = TimeSpan.FromMilliseconds(dice.InPercent(30) ? dice.Below(length) : (length / 2) + dice.Below(length / 2));
                while (child.IsRunning && child.Work < moment)
                {
                    Thread.Sleep(1);
                }

                Array.ForEach(how.Split(' '), child.Signal);
                child.End();
            }

            var found = Found(hasOld, old, fresh, $"kill {kill} with {how}");
            ended[found] = ended.GetValueOrDefault(found) + 1;
            var next = Compare(Old);
            Assert.That(next.Exit, Is.Zero, $"the run after kill {kill} with {how}: {next.Error}");
            Assert.That(Directory.EnumerateFileSystemEntries(Results, ".flowsim-*"), Is.Empty);
            AssertAre(old, "the next run's");
        }

        TestContext.Out.WriteLine($"{Kills} kills: {string.Join(", ", ended.Select(entry => $"{entry.Key} {entry.Value}"))}");
    }

    [Test]
    public void A_run_that_is_killed_while_it_writes_into_a_new_folder_holds_nobody_up()
    {
        foreach (var how in new[] { "KILL", "TERM TERM", "HUP" })
        {
            Prepare(hasOld: false);
            using (var child = Start(New))
            {
                child.WaitFor(() => Directory.Exists(Results)
                    && Directory.EnumerateFileSystemEntries(Results).Any(entry => entry.EndsWith(".part", StringComparison.Ordinal)), "writing");
                Array.ForEach(how.Split(' '), child.Signal);
                child.End();
            }

            var next = Compare(Old);
            Assert.That(next.Exit, Is.Zero, next.Error);
        }
    }

    /// <summary>Processor time, which a busy machine does not stretch.</summary>
    private TimeSpan WorkOfAWholeRun()
    {
        Prepare(hasOld: false);
        using var whole = Start(New);
        var work = TimeSpan.Zero;
        for (var seen = work; seen < TimeSpan.MaxValue; seen = whole.Work)
        {
            work = seen;
            Thread.Sleep(1);
        }

        Assert.That(whole.End().Exit, Is.Zero);
        return work;
    }

    /// <summary>What a reader finds after a kill: nothing, the old results, the new ones, or part of the new ones that says so.</summary>
    private string Found(bool hasOld, Dictionary<string, string> old, Dictionary<string, string> fresh, string kill)
    {
        var read = TypedCommand.Run("report", Results);
        if (!hasOld && read.Exit == ExitCode.Files)
        {
            Assert.That(Path.Combine(Results, "manifest.json"), Does.Not.Exist, kill);
            return "nothing";
        }

        Assert.That(read.Exit, Is.Zero, $"{kill}: {read.Error}");
        var manifest = File.ReadAllText(Path.Combine(Results, "manifest.json"));
        if (manifest.Contains("\"complete\": false", StringComparison.Ordinal))
        {
            return "part";
        }

        var isNew = manifest.Contains($"\"seed\": {New}", StringComparison.Ordinal);
        Assert.That(isNew || hasOld, kill);
        AssertAre(isNew ? fresh : old, kill);
        return isNew ? "new" : "old";
    }

    private void AssertAre(Dictionary<string, string> expected, string whose)
    {
        foreach (var file in Compared)
        {
            Assert.That(File.ReadAllText(Path.Combine(Results, file)), Is.EqualTo(expected[file]), $"{whose} {file}");
        }
    }

    private Dictionary<string, string> ResultsOf(string seed)
    {
        Prepare(hasOld: false);
        Assert.That(Compare(seed).Exit, Is.Zero);
        return Compared.ToDictionary(file => file, file => File.ReadAllText(Path.Combine(Results, file)));
    }

    private void Prepare(bool hasOld)
    {
        if (Directory.Exists(Results))
        {
            Directory.Delete(Results, recursive: true);
        }

        if (hasOld)
        {
            Assert.That(Compare(Old).Exit, Is.Zero);
        }
    }

    private TypedCommand Compare(string seed) => TypedCommand.Run(Arguments(seed));

    private ChildProcess Start(string seed) => ChildProcess.Start(Arguments(seed));

    private string[] Arguments(string seed) => ["compare", "--system", system.Path, "--force", "--out", Results, "--threads", "1", "--quiet", "--seed", seed];
}
