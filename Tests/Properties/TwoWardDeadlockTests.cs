using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>
/// Two wards of 5 beds at 67 % load, 40 % of each moving to the other: full wards whose patients wait for each other's beds. Without exchanges it froze
/// within a year in 52 of 60 replications.
/// </summary>
[Category("Properties")]
public sealed class TwoWardDeadlockTests
{
    private const string Yaml =
        """
        system: two-ward-deadlock
        run: { starts: Mon 00:00, lasts: 60 d, warm_up: 1800 d, begin: empty }
        pools:
          east-bed: { kind: beds, capacity: 5 }
          west-bed: { kind: beds, capacity: 5 }
        streams:
          to-east: { to: east, rate: 0.5025 per d }
          to-west: { to: west, rate: 0.5025 per d }
        stages:
          east: { place: east-bed, time: exponential mean 4 d, then: { west: 40 %, leave: rest } }
          west: { place: west-bed, time: exponential mean 4 d, then: { east: 40 %, leave: rest } }

        """;

    [Test]
    public void Sixty_replications_of_five_years_never_freeze()
    {
        var model = ModelText.Compile(Yaml);
        var exchanges = new double[60];
        var started = new double[exchanges.Length];
        Parallel.For(0, exchanges.Length, index =>
        {
            var run = Replication.Start(ModelText.Timeline(model), 1, index + 1, paranoid: true);
            exchanges[index] = Value(run.Measure(0, model.Run.MeasureFrom), "exchanges", "");
            var last = run.Measure(model.Run.MeasureFrom, model.Run.End);
            started[index] = Value(last, "started", "east") + Value(last, "started", "west");
        });
        Assert.That(exchanges, Is.All.Positive, "deadlocks came up and were resolved");
        Assert.That(started, Is.All.GreaterThan(5), "after five years patients still go into beds, in the last sixty days");
    }

    [Test]
    public void With_transfers_first_all_who_come_are_treated()
    {
        // 1.005 arrivals a day make 1.005 / (1 − 0.4) treatments a day, if nobody is stuck for good.
        var yaml = Yaml
            .Replace("lasts: 60 d, warm_up: 1800 d", "lasts: 15000 d, warm_up: 200 d", StringComparison.Ordinal)
            .Replace("exponential mean 4 d, ", "exponential mean 4 d, priority: rank, ", StringComparison.Ordinal)
            .Replace("{ west: 40 %, ", "{ then-west: 40 %, ", StringComparison.Ordinal)
            .Replace("{ east: 40 %, ", "{ then-east: 40 %, ", StringComparison.Ordinal)
            .Replace("per d }", "per d, attributes: { rank: \"2\" } }", StringComparison.Ordinal)
            + """
              then-west: { place: keep, sets: { rank: "1" }, time: 0 s, then: west }
              then-east: { place: keep, sets: { rank: "1" }, time: 0 s, then: east }

            """;
        var runs = Replications.Of(yaml, 20);
        var treatments = runs.Values("started", "east").Zip(runs.Values("started", "west"), (east, west) => (east + west) / 15000).ToArray();
        Theory.Agrees(treatments, 1.005 / 0.6, 0.02, "treatments a day");
    }

    private static double Value(ReplicationResult result, string measure, string group) =>
        result.Rows.Single(row => row.Measure == measure && row.Place == "system" && row.Group == group).Value;
}
