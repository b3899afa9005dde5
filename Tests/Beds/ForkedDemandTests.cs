using System.Text.Json;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Beds;

/// <summary>A scenario that leaves the baseline at its first dated change has the demand recorded that it has when it is run from the branch.</summary>
public sealed class ForkedDemandTests
{
    [Test]
    public void A_fork_goes_on_counting_demand([Range(1, 12)] int seed)
    {
        var (model, slower) = (DemandRun.Compile(Wards("1 d"), "ward", "other"), DemandRun.Compile(Wards("2 d"), "ward", "other"));
        var branch = model.Run.MeasureFrom + (2 * SimTime.Day);

        // Within a month, at its very end, and at an odd second.
        var change = branch + (seed % 3) switch { 0 => 20 * SimTime.Day, 1 => 28 * SimTime.Day, _ => (9 * SimTime.Day) + 30_271 };
        var baseline = ModelText.Timeline(model);
        var scenario = new SystemTimeline([model, slower], [model.Run.Start, change]);
        var state = Replication.Start(baseline, 5, seed, paranoid: true);
        state.Measure(model.Run.MeasureFrom, branch);
        Assume.That(state.MayForkTo(scenario), "something is planned for the second of the change");

        var whole = Replication.Branch(scenario, state).Measure(branch, model.Run.End);
        var run = Replication.Branch(baseline, state);
        Replication? fork = null;
        var paused = run.Measure(branch, model.Run.End, [(change, () => fork = Replication.Fork(scenario, run))]);
        var forked = fork!.MeasureRest(model.Run.End);

        Assert.That(whole.Demands, Is.Not.Empty);
        Assert.That(Written(forked), Is.EqualTo(Written(whole)));
        Assert.That(Written(paused), Is.EqualTo(Written(Replication.Branch(baseline, state).Measure(branch, model.Run.End))), "the run that was paused");
    }

    private static string Written(ReplicationResult result) => JsonSerializer.Serialize(result.Demands);

    private static string Wards(string stay) => $$"""
        system: wards
        run: { starts: 2017-03-01, lasts: 80 d, begin: empty, replications: 1 }
        pools:
          ward: { kind: beds, capacity: 5 }
          other: { kind: beds, capacity: 3 }
        streams: { come: { to: stay, rate: 5 per day } }
        stages:
          stay: { place: [ ward, other after 2 h ], time: exponential mean {{stay}}, then: leave }
        """;
}
