using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 10: of several places of one pool, the one that is left by moving back is that of the alternative.</summary>
public sealed class MovesBackLeavingTests
{
    [Test]
    public void The_places_of_a_later_stage_are_kept_although_they_are_of_the_same_pool()
    {
        // Ben lies in one of the three others, for the bed; from 1 h on he has two of them beside. Moving back at 5 h lets go the one.
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1 }, other: { kind: beds, capacity: 3 } }
            stages:
              in-bed: { place: bed, time: 5 h, then: leave }
              ward: { place: [bed, other], moves_back: { priority: 8 }, time: 1 h, then: scan }
              scan: { place: 2 of other, keep: [other], time: 20 h, then: leave }
              late: { place: other, time: 30 h, then: leave }
            streams:
              {{Patient("anna", "in-bed")}}
              {{Patient("ben", "ward", "1 s")}}
              {{Patient("cora", "late", "2 h")}}
              {{Patient("dora", "late", "3 h")}}
            """);
        Assert.That(scene.MovedBack("ben", "scan"), Is.EqualTo(5 * Hour));
        Assert.That(scene.Taken("cora", "late"), Is.EqualTo(5 * Hour));
        Assert.That(scene.Taken("dora", "late"), Is.EqualTo((21 * Hour) + 1), "when Ben leaves");
    }

    [Test]
    public void The_place_of_an_earlier_stage_is_kept_although_it_is_of_the_same_pool()
    {
        // Ben has one of the others since 0 h, which is kept, and two more since 1 h, for the bed.
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1 }, other: { kind: beds, capacity: 3 } }
            stages:
              in-bed: { place: bed, time: 5 h, then: leave }
              first: { place: other, time: 1 h, then: ward }
              ward: { place: [bed, 2 of other], keep: [other], moves_back: { priority: 8 }, time: 20 h, then: leave }
              late: { place: other, time: 30 h, then: leave }
            streams:
              {{Patient("anna", "in-bed")}}
              {{Patient("ben", "first", "1 s")}}
              many: { to: late, schedule: { every: 300 d, first: 2 h, count: 3 } }
            """);
        Assert.That(scene.MovedBack("ben", "ward"), Is.EqualTo(5 * Hour));
        Assert.That(scene.Steps("late", TraceStep.Taken), Is.EqualTo(new[] { 5 * Hour, 5 * Hour, (21 * Hour) + 1 }));
    }

    [Test]
    public void Who_moves_from_one_bed_to_two_holds_two()
    {
        // Of four beds Anna has three until 2 h. Ben has the fourth, and from 2 h on the two that he wants: two are left for Cora.
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 4 } }
            stages:
              in-beds: { place: 3 of bed, time: 2 h, then: leave }
              ward: { place: [2 of bed, bed], moves_back: { priority: 8 }, time: 10 h, then: leave }
              two: { place: 2 of bed, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "in-beds")}}
              {{Patient("ben", "ward", "1 s")}}
              {{Patient("cora", "two", "3 h")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(1));
        Assert.That(scene.MovedBack("ben", "ward"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("cora", "two"), Is.EqualTo(3 * Hour));
    }
}
