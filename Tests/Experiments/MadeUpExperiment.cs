using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;

namespace FlowSim.Tests.Experiments;

/// <summary>
/// An experiment with invented numbers: two scenarios beside the baseline, three replications, a spin-up year, undefined values, quotes and commas.
/// </summary>
internal static class MadeUpExperiment
{
    public const string LastYear = "2016/17";
    public const string FirstYear = "2017/18";
    public const string SecondYear = "2018/19";

    private static readonly double[] Noise = [0, 1.5, -0.75];

    public static ExperimentResult Result { get; } = new()
    {
        Scenarios = [Scenario("baseline", "The system as it is", 0, hasSpinUp: true), Scenario("more-beds", "Ten beds more", -2, false),
            Scenario("hub", "A hub, \"rural\"", 0.5, false)],
        Replications = [1, 2, 3],
        Complete = true,
        Events = 123_456,
    };

    private static ScenarioResult Scenario(string id, string title, double effect, bool hasSpinUp) =>
        new()
        {
            Id = id,
            Title = title,
            Reported = [.. Noise.Select((noise, index) => Replication(index, noise, effect, [FirstYear, SecondYear, "all"], new DateOnly(2017, 4, 1)))],
            SpinUp = hasSpinUp ? [.. Noise.Select((noise, index) => Replication(index, noise, 0, [LastYear, "all"], new DateOnly(2016, 4, 1)))] : [],
        };

    private static ReplicationResult Replication(int index, double noise, double effect, string[] periods, DateOnly firstDay) =>
        new()
        {
            Rows = [.. periods.SelectMany((period, year) => Rows(period, index, 90 + noise + year + effect))],
            Timelines =
            [
                new TimelineSeries("occupied_beds", "north", false, [(float)(50 + noise), (float)(51 + noise + effect), float.NaN]),
                new TimelineSeries("occupied_beds", "south", false, [30, 31.5f, 29]),
                new TimelineSeries("in_ed", "system", true, [(float)noise, 2, 3]),
            ],
            Flows = [.. periods.SelectMany(period => Flows(period, index, noise))],
            Events = 1000 + index,
            FirstDay = firstDay,
        };

    private static IEnumerable<ResultRow> Rows(string period, int index, double occupancy) =>
    [
        new(period, "occupancy_rate", "system", "", "%", occupancy),
        new(period, "occupancy_rate", "north", "", "%", occupancy + 3),
        new(period, "wait_mean", "north", "triage, first", "min", index == 1 ? double.NaN : 12.25),
        new(period, "delayed_beds", "system", "", "beds", occupancy / 10),
        new(period, "delayed_beds", "system", "A/nhs", "beds", index == 2 ? double.NaN : occupancy / 30),
    ];

    private static IEnumerable<FlowRow> Flows(string period, int index, double noise)
    {
        yield return new FlowRow(period, "arrivals", "ward", "north", 10 + noise);
        if (index == 0)
        {
            yield return new FlowRow(period, "ward", "died", "north", 0.3);
        }
    }
}
