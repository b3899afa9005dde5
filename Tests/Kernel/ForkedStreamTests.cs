using System.Globalization;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Kernel.Semantics;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel;

/// <summary>Who comes after a fork, and when: whoever would have come had the scenario been run from the branch.</summary>
public sealed class ForkedStreamTests
{
    private const int Branch = 6 * Hour;

    /// <summary>When the window begins in which it leaves; the one before has been measured too.</summary>
    private const int Opens = Branch + Hour;

    private const int End = 5 * Day;

    private static SystemModel System(string time) => Compile($$"""
        run: { starts: Mon 00:00, lasts: 5 d, warm_up: 0 h, begin: empty }
        pools: { bed: { kind: beds, capacity: 2, turnaround: 10 min }, nurse: { kind: staff, capacity: 1 } }
        stages:
          see: { staff: nurse for 5 min, clock: spell, gives_up: [ { after: 3 h of spell, to: leave } ], time: {{time}}, then: ward }
          ward: { place: bed, clock: spell, gives_up: [ { after: exponential mean 20 h of spell, to: leave } ], time: exponential mean 9 h, then: leave }
        streams:
          planned: { to: ward, schedule: { every: 18 h, first: 0 h, count: 2 } }
          come:    { to: see, rate: 3 per d }
          works:   { closes: { pool: bed, amount: 1, time: 2 h }, schedule: { every: 25 h, first: 0 h } }
          late:    { to: see, schedule: { every: 300 d, first: 4 d } }
        """);

    private static readonly SystemModel Before = System("10 min");
    private static readonly SystemModel After = System("2 h");

    [TestCase((2 * Hour) + 1)]
    [TestCase((26 * Hour) + 12)]
    [TestCase(47 * Hour)]
    public void The_same_patients_come_and_do_the_same(int after)
    {
        var scenario = new SystemTimeline([Before, After], [0, Branch + after]);
        var baseline = new SystemTimeline([Before], [0]);
        var state = Replication.Start(baseline, 1, 1, paranoid: true);
        state.Measure(0, Branch);
        Assert.That(state.MayForkTo(scenario), Is.True);

        var whole = new List<string>();
        var result = Opened(Replication.Branch(scenario, state, GoingOn.Into(whole))).Measure(Opens, End);
        var forked = new List<string>();
        var run = Opened(Replication.Branch(baseline, state));
        Replication? fork = null;
        run.Measure(Opens, End, [(Branch + after, () => fork = Replication.Fork(scenario, run))]);
        fork!.Listener = GoingOn.Into(forked);
        var rest = fork.MeasureRest(End);
        Assert.That(forked, Is.EqualTo(whole.Where(step => TimeOf(step) >= Branch + after)));
        Assert.That(forked, Has.Count.GreaterThan(50));
        Assert.That((rest.Events, rest.Rows), Is.EqualTo((result.Events, result.Rows)));

        static Replication Opened(Replication branched)
        {
            branched.Measure(Branch, Opens);
            return branched;
        }
    }

    private static int TimeOf(string step) => int.Parse(step[..step.IndexOf(':', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
}
