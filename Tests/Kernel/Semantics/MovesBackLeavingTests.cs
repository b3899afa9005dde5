using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>Sentence 10: of several places of one pool, the one that is left by moving back is that of the alternative.</summary>
public sealed class MovesBackLeavingTests
{
    [Test]
    public void The_place_of_a_later_stage_is_kept_although_the_alternative_has_one_of_the_same_name()
    {
        // Ben lies in other with the monitor of the north, for the bed; later he has the monitor of the south beside. Moving back lets go that of the north.
        var scene = Play($$"""
            dimensions: { site: [north, south] }
            pools: { bed: { kind: beds, capacity: 1 }, other: { kind: beds, capacity: 1 }, monitor: { each: site, kind: spaces, capacity: 1 } }
            stages:
              in-bed: { place: bed, time: 5 h, then: leave }
              ward: { place: [bed, other + monitor@site], moves_back: { priority: 8 }, time: 1 h, then: scan }
              scan: { place: monitor@site, keep: [other, monitor], sets: { site: south }, time: 20 h, then: leave }
              late: { place: monitor@site, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "in-bed")}}
              {{Patient("ben", "ward", "1 s", "site: north")}}
              {{Patient("cora", "late", "6 h", "site: north")}}
              {{Patient("dora", "late", "6 h", "site: south")}}
            """);
        Assert.That(scene.MovedBack("ben", "scan"), Is.EqualTo(5 * Hour));
        Assert.That(scene.Taken("cora", "late"), Is.EqualTo(6 * Hour), "north");
        Assert.That(scene.Taken("dora", "late"), Is.EqualTo((21 * Hour) + 1), "south");
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
