using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Results;

/// <summary>The manifest of the made-up experiment.</summary>
internal static class MadeUpManifest
{
    public static Manifest Manifest { get; } = new()
    {
        Program = new ProgramVersion("0.1.0", "0123456789abcdef"),
        Command = "flowsim compare more-beds hub --system \"my system\"",
        System = "made-up",
        Inputs = [("system.yaml", new string('a', 64)), ("tables/beds.csv", new string('b', 64))],
        Scenarios = ["baseline", "more-beds", "hub"],
        Seed = ulong.MaxValue,
        ReplicationsPlanned = 3,
        Replications = 3,
        Finished = [("baseline", 3), ("more-beds", 3), ("hub", 3)],
        Measured = new MeasuredTime("2017-04-01", "2019-04-01", 730, 1461, "spin-up of whole years under the baseline"),
        SpinUpChanges = [new SpinUpChange { Measure = "occupancy_rate", Place = "north", Group = "", Unit = "%", N = 3, Earlier = 90, Last = 92.5, StandardError = 0.5, Bound = 0.5 }],
        Cost = new RunCost(2, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), TimeSpan.FromSeconds(1.5), 123_456, 78_900_000),
        Complete = true,
        Files = ["summary.csv"],
    };
}
