using FlowSim.Simulator.State;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>Two parts of one request that are one pool for a patient are refused, also where a scenario makes them so.</summary>
public sealed class BranchedPartsTests
{
    [TestCase("place")]
    [TestCase("staff")]
    public void Who_waits_at_the_branch_for_what_the_scenario_makes_the_same_pool_twice_stops_it(string use)
    {
        // Ben of the north waits for the team there, which Anna has. Under the scenario the ward asks for the teams of his site and of the north.
        string Text(string teams) => $$"""
            dimensions: { site: [north, south] }
            pools: { team: { each: site, kind: staff, capacity: 2 } }
            stages:
              hold: { {{use}}: 2 of team@north, time: 5 h, then: leave }
              ward: { {{use}}: "{{teams}}", time: 1 h, then: leave }
            streams:
              {{Patient("anna", "hold", "0 h", "site: north")}}
              {{Patient("ben", "ward", "1 h", "site: north")}}
            """;
        var problem = Assert.Throws<SimulationException>(() => Branched.At(2 * Hour, Text("team@site"), Text("team@site + team@north")))!;
        Assert.That(problem.Message, Does.Contain("two parts of one request are both team@north").And.Contain("of ben"));
        Assert.That(() => Branched.At(2 * Hour, Text("team@site"), Text("team@site + team@south")), Throws.Nothing, "they are two");
    }
}
