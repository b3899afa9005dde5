using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Results;

/// <summary>The manifest of the made-up experiment.</summary>
internal static class MadeUpManifest
{
    private static readonly InputFacts[] Inputs = [new("system.yaml", new string('a', 64)), new("tables/beds.csv", new string('b', 64))];

    private static readonly SpinUpChange Moving =
        new() { Measure = "occupancy_rate", Place = "north", Group = "", Unit = "%", N = 3, Earlier = 90, Last = 92.5, Bound = 0.5 };

    public static RunFacts Manifest { get; } = new()
    {
        Version = "0.1.0",
        Commit = "0123456789abcdef",
        Command = "flowsim compare more-beds hub --system \"my system\"",
        System = "made-up",
        Scenarios = ["baseline", "more-beds", "hub"],
        InputHash = InputHashes.Combine(Inputs),
        Inputs = Inputs,
        Seed = ulong.MaxValue,
        Replications = 3,
        ReplicationsPlanned = 3,
        ReplicationsByScenario = new Dictionary<string, int> { ["baseline"] = 3, ["more-beds"] = 3, ["hub"] = 3 },
        MeasuredFrom = "2017-04-01",
        MeasuredTo = "2019-04-01",
        Days = 730,
        WarmUpDays = 1461,
        WarmUpMethod = "spin-up of whole years under the baseline",
        SpinUpChanges = [Moving.WithIntervals(0.5)],
        Threads = 2,
        Start = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Duration = TimeSpan.FromSeconds(1.5),
        Events = 123_456,
        PeakMemoryMb = 78.9,
        Complete = true,
        Files = ["summary.csv"],
    };
}
