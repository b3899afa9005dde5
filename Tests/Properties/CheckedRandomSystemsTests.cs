using System.Collections.Concurrent;
using System.Globalization;
using FlowSim.Simulator.Measures;

namespace FlowSim.Tests.Properties;

/// <summary>
/// Random systems with every invariant checked after every instant. How many and from which on: <c>FLOWSIM_RANDOM_SYSTEMS</c> (1,000) and
/// <c>FLOWSIM_RANDOM_FIRST</c> (1). With <c>FLOWSIM_RANDOM_DIGESTS</c>, the name of a file, all that each does is digested there, for <c>same-results</c>.
/// </summary>
[Category("RandomSystems")]
[Category("Properties")]
public sealed class CheckedRandomSystemsTests
{
    private static readonly int Systems = Setting("FLOWSIM_RANDOM_SYSTEMS", 1000);
    private static readonly int First = Setting("FLOWSIM_RANDOM_FIRST", 1);

    private static readonly string? Digests = Environment.GetEnvironmentVariable("FLOWSIM_RANDOM_DIGESTS");

    private readonly ConcurrentBag<CheckedRandomSystem> failed = [];
    private readonly ConcurrentDictionary<int, string> digests = [];
    private readonly ConcurrentDictionary<string, int> seen = [];
    private int deadlocks;

    [OneTimeSetUp]
    public void RunThem()
    {
        var done = 0;
        Parallel.For(First, First + Systems, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            var system = CheckedRandomSystem.Run(seed, Digests is not null);
            if (system.Digest is { } digest)
            {
                digests[seed] = digest;
            }

            if (system.Failure is not null)
            {
                failed.Add(system);
            }

            Interlocked.Add(ref deadlocks, system.IsDeadlockForEver ? 1 : 0);
            foreach (var what in system.Seen)
            {
                seen.AddOrUpdate(what, 1, (_, count) => count + 1);
            }

            if (Interlocked.Increment(ref done) % 1000 == 0)
            {
                TestContext.Progress.WriteLine($"{done} random systems, {failed.Count} failures");
            }
        });

        if (Digests is not null)
        {
            File.WriteAllLines(Digests, ["number,system,results", .. digests.OrderBy(pair => pair.Key).Select(pair => pair.Value)]);
        }
    }

    [Test]
    public void No_system_breaks_an_invariant()
    {
        var worst = failed.OrderBy(system => system.Number).Take(20).ToList();
        var lines = worst.Select(system => $"random system {system.Number}: {system.Failure}");
        var text = worst.Count == 0 ? "" : $"\n\nThe first of them, RandomSystem.Of({worst[0].Number}):\n{RandomSystem.Of(worst[0].Number).Yaml}";
        Assert.That(failed, Is.Empty, string.Join('\n', lines) + text);
    }

    [Test]
    public void Every_property_matters_to_somebody_in_one_system_of_a_hundred()
    {
        var counts = RandomSystemWitness.Expected.ToDictionary(what => what, what => seen.GetValueOrDefault(what));
        TestContext.Out.WriteLine(string.Join('\n', counts.OrderBy(pair => pair.Value).Select(pair => $"{pair.Value,6} {pair.Key}")));
        Assert.Multiple(() =>
        {
            foreach (var (what, count) in counts)
            {
                Assert.That(count, Is.GreaterThan(Systems / 100), what);
            }
        });
    }

    [Test]
    public void A_digest_is_of_all_that_a_system_does()
    {
        var (first, again) = (CheckedRandomSystem.Run(First, hasDigest: true), CheckedRandomSystem.Run(First, hasDigest: true));
        Assert.That(again.Digest, Is.Not.Null.And.EqualTo(first.Digest));
        using var digest = new RandomSystemDigest("", []);
        var seen = new HashSet<string>();
        foreach (var value in new[] { 1.0, Math.BitIncrement(1.0), double.NaN })
        {
            digest.Add(Result(value));
            Assert.That(seen.Add(digest.Finish()), "the last bit tells");
        }

        static ReplicationResult Result(double value) => new()
        {
            Rows = [new ResultRow("all", "m", "system", "", "d", value)],
            Flows = [],
            Timelines = [],
            Events = 1,
            FirstDay = new DateOnly(2016, 4, 1),
        };
    }

    [Test]
    public void Hardly_any_system_ends_in_a_deadlock_that_nobody_can_leave() => Assert.That(deadlocks, Is.LessThanOrEqualTo(Math.Max(2, Systems / 100)));

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;
}
