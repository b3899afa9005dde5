using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Experiments;

/// <summary>Of a scenario that is as described until a date, the time up to then is that of the baseline.</summary>
public sealed class ScenarioThatBeginsLaterTests
{
    private const string Clinic = """
        system: clinic
        run: { starts: 2015-04-01, branch: 2016-04-01, lasts: 1 y, begin: empty, replications: 2 }
        pools: { room: { kind: spaces, capacity: 5 }, nurse: { kind: staff, capacity: 4 } }
        streams: { a: { to: w, rate: 30 per d } }
        stages: { w: { place: room, staff: nurse, time: exponential mean 3 h, gives_up: [ { after: exponential mean 8 h, to: leave } ], then: leave } }
        measures:
          came: { total: { entries: w }, monthly: true }
          in_use: { average: { occupied: room }, monthly: true }
        timelines: { rooms: { pools: room } }
        scenarios:
          at-once: [ { add: pools.nurse.capacity, by: 1 } ]
          later: [ { add: pools.nurse.capacity, by: 1, from: 2016-10-01 }, { scale: streams.a.rate, by: 0.9, from: 2017-01-15, over: 30 d, every: 10 d } ]
          at-both: [ { add: pools.nurse.capacity, by: 1 }, { scale: streams.a.rate, by: 0.9, from: 2016-10-01 } ]
        """;

    [TestCase("at-once", false)]
    [TestCase("later", true)]
    [TestCase("at-both", false)]
    public void It_begins_with_the_baselines_own_model(string scenario, bool same)
    {
        using var system = TemporarySystem.With(("system.yaml", Clinic));
        var builder = new TimelineBuilder(system.Read()!, RunOverrides.None, system.Problems);
        var baseline = builder.Baseline()!;
        Assert.That(ReferenceEquals(builder.Scenario(scenario, baseline.First.Run)!.First, baseline.First), Is.EqualTo(same));
    }

    [Test]
    public void Beside_the_baseline_it_gives_what_it_gives_alone()
    {
        using var file = new FlowFile(Clinic);
        var together = Rows(file, "compare", "later", "at-both");
        var alone = Rows(file, "run", "later");
        Assert.That(alone, Has.Count.GreaterThan(50));
        Assert.That(together, Is.EqualTo(alone));
    }

    private static List<string> Rows(FlowFile file, params string[] command)
    {
        var typed = TypedCommand.Run([.. command, "--system", file.Path, "--force", "--out", file.Results, "--quiet", "--months"]);
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        return [.. File.ReadLines(Path.Combine(file.Results, "replications.csv")).Where(line => line.StartsWith("later,", StringComparison.Ordinal))];
    }
}
