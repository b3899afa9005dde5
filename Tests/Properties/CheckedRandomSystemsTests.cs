using System.Collections.Concurrent;
using System.Globalization;

namespace FlowSim.Tests.Properties;

/// <summary>
/// Random systems with every invariant checked after every instant. How many and from which on: <c>FLOWSIM_RANDOM_SYSTEMS</c> (1,000) and
/// <c>FLOWSIM_RANDOM_FIRST</c> (1).
/// </summary>
[Category("RandomSystems")]
[Category("Properties")]
public sealed class CheckedRandomSystemsTests
{
    private static readonly int Systems = Setting("FLOWSIM_RANDOM_SYSTEMS", 1000);
    private static readonly int First = Setting("FLOWSIM_RANDOM_FIRST", 1);

    private readonly ConcurrentBag<CheckedRandomSystem> failed = [];
    private readonly ConcurrentDictionary<string, int> seen = [];
    private int deadlocks;

    [OneTimeSetUp]
    public void RunThem()
    {
        var done = 0;
        Parallel.For(First, First + Systems, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            var system = CheckedRandomSystem.Run(seed);
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
    public void Hardly_any_system_ends_in_a_deadlock_that_nobody_can_leave() => Assert.That(deadlocks, Is.LessThanOrEqualTo(Math.Max(2, Systems / 100)));

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;
}
