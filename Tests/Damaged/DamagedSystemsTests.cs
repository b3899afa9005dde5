using System.Collections.Concurrent;
using System.Globalization;

namespace FlowSim.Tests.Damaged;

/// <summary>
/// Whatever is done to the files of a system, <c>check</c> passes them or says what is wrong and where. How many systems are damaged,
/// and from which number on: <c>FLOWSIM_DAMAGED_SYSTEMS</c> (2,000) and <c>FLOWSIM_DAMAGED_FIRST</c> (1).
/// </summary>
[Category("DamagedSystems")]
public sealed class DamagedSystemsTests
{
    private static readonly int Systems = Setting("FLOWSIM_DAMAGED_SYSTEMS", 2_000);
    private static readonly int First = Setting("FLOWSIM_DAMAGED_FIRST", 1);
    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(120);

    [Test]
    public void Every_damaged_system_passes_or_has_problems_with_file_and_line()
    {
        var failures = new ConcurrentDictionary<int, string>();
        var current = new ConcurrentDictionary<int, DateTimeOffset>();
        var slow = new ConcurrentBag<int>();
        var (done, passed) = (0, 0);
        var work = Task.Run(() => Parallel.For(First, First + Systems, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, number =>
        {
            current[number] = TimeProvider.System.GetUtcNow();
            var system = DamagedSystem.Of(number);
            current.TryRemove(number, out _);
            Interlocked.Add(ref passed, system.Passes ? 1 : 0);
            if (system.Took > LongestCheck)
            {
                slow.Add(number);
            }

            if (system.Failure is { } failure)
            {
                failures[number] = failure;
            }

            if (Interlocked.Increment(ref done) % 5_000 == 0)
            {
                TestContext.Progress.WriteLine($"{done} damaged systems, {passed} pass, {failures.Count} failures");
            }
        }));
        while (!work.Wait(LongestWait))
        {
            foreach (var (number, since) in current.Where(pair => TimeProvider.System.GetUtcNow() - pair.Value > LongestWait))
            {
                Assert.Fail($"damaged system {number} has not come to an end since {since:T}\n{DamagedSystem.Describe(number)}");
            }
        }

        // What took long beside others has a second try by itself.
        foreach (var number in slow.Order())
        {
            if (DamagedSystem.Of(number).Took is var took && took > LongestCheck)
            {
                failures[number] = $"{took.TotalSeconds:F0} s";
            }
        }

        var worst = failures.OrderBy(pair => pair.Key).Take(20).ToList();
        Assert.That(failures, Is.Empty,
            string.Join("\n\n", worst.Select(pair => $"damaged system {pair.Key}: {pair.Value}"))
            + (worst.Count == 0 ? "" : $"\n\n{DamagedSystem.Describe(worst[0].Key)}"));
        Assert.That(passed, Is.InRange(Systems / 20, Systems - (Systems / 3)), "damage should be harmless at times and fatal more often");
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;
}
