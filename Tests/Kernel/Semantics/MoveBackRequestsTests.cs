using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>
/// docs/law.md, sentence 10: which requests to move back end with a place, which stay, and what a move does to a delay and to the next place.
/// </summary>
public sealed class MoveBackRequestsTests
{
    [Test]
    public void Who_leaves_the_alternative_comes_back_no_more_but_keeps_the_requests_of_what_is_kept()
    {
        // Ben has other-bed for the bed and, in theatre, other-table for the table. From 2 h on he rests and keeps other-bed alone.
        var scene = Play($$"""
            pools:
              bed:         { kind: beds, capacity: 1 }
              other-bed:   { kind: beds, capacity: 1 }
              table:       { kind: spaces, capacity: 1 }
              other-table: { kind: spaces, capacity: 1 }
            stages:
              in-bed: { place: bed, time: 5 h, then: leave }
              in-table: { place: table, time: 4 h, then: leave }
              ward: { place: [bed, other-bed], moves_back: { priority: 8 }, time: 1 h, then: theatre }
              theatre: { place: [table, other-table], keep: [bed, other-bed], moves_back: { priority: 8 }, time: 1 h, then: rest }
              rest: { place: none, keep: [bed, other-bed], time: 20 h, then: leave }
            streams:
              {{Patient("anna", "in-bed")}}
              {{Patient("zoe", "in-table")}}
              {{Patient("ben", "ward", "1 s")}}
              {{Patient("cora", "in-table", "210 min")}}
              {{Patient("dora", "ward", "400 min")}}
            """);
        Assert.That(scene.MovedBack("ben", "rest"), Is.EqualTo(5 * Hour), "to the bed");
        Assert.That(scene.Taken("cora", "in-table"), Is.EqualTo(4 * Hour), "the table is not his any more");
        Assert.That(scene.Taken("dora", "ward"), Is.EqualTo(400 * Minute), "other-bed is free");
    }

    [Test]
    public void Who_enters_the_ward_again_goes_on_asking_once()
    {
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1 }, other: { kind: beds, capacity: 1 } }
            stages:
              in-bed: { place: bed, time: 5 h, then: leave }
              ward: { place: [bed, other], moves_back: { priority: 1 }, time: 1 h, then: [ { if: "visits(ward) < 8", to: ward }, { to: leave } ] }
            streams:
              {{Patient("anna", "in-bed")}}
              {{Patient("ben", "ward", "1 s")}}
              {{Patient("cora", "in-bed", "30 min")}}
            """);
        Assert.That(scene.MovedBack("ben", "ward"), Is.EqualTo(5 * Hour), "he has asked since his first visit, Cora since 30 min");
        Assert.That(scene.Taken("cora", "in-bed"), Is.EqualTo((8 * Hour) + 1));
        Assert.That(scene.Steps("ward", TraceStep.MovedBack), Has.Exactly(1).Items);
    }

    [Test]
    public void A_delay_goes_on_in_the_bed_that_the_patient_moves_to()
    {
        // From 1 h on Ben's stay is a delay, in the other bed until 2 h and then in the bed until 11 h.
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1, group: medical }, other: { kind: beds, capacity: 1, group: surgical } }
            stages:
              in-bed: { place: bed, time: 2 h, then: leave }
              ward: { place: [bed, other], moves_back: { priority: 8 }, time: 1 h, then: assess }
              assess: { place: keep, delayed: { reason: A, attribution: nhs }, time: 10 h, then: leave }
            streams:
              {{Patient("anna", "in-bed")}}
              {{Patient("ben", "ward", "0 h")}}
            measures:
              medical: { total: { delayed_time: medical }, unit: h }
              surgical: { total: { delayed_time: surgical }, unit: h }
            """);
        Assert.That(scene.MovedBack("ben", "assess"), Is.EqualTo(2 * Hour));
        Assert.That((scene.Value("surgical"), scene.Value("medical")), Is.EqualTo((1, 9)));
    }

    [Test]
    public void Who_moves_back_to_the_very_place_waited_for_next_waits_no_longer()
    {
        // The request to move, of priority 1 and put first, is served before the request of the next stage for the same bed.
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1 }, other: { kind: beds, capacity: 1 } }
            stages:
              in-bed: { place: bed, time: 3 h, then: leave }
              ward: { place: [bed, other], moves_back: { priority: 1 }, time: 1 h, then: next }
              next: { place: bed, priority: "2", time: 2 h, then: leave }
            streams:
              {{Patient("anna", "in-bed")}}
              {{Patient("ben", "ward", "1 s")}}
              {{Patient("cora", "ward", "2 h")}}
            """);
        Assert.That(scene.MovedBack("ben", "next"), Is.EqualTo(3 * Hour));
        Assert.That(scene.Taken("ben", "next"), Is.EqualTo(3 * Hour));
        Assert.That(scene.Left("ben"), Is.EqualTo(5 * Hour));
        Assert.That(scene.Taken("cora", "ward"), Is.EqualTo(3 * Hour), "the other bed");
    }

    [Test]
    public void Of_several_instances_the_one_that_was_taken_is_left()
    {
        var scene = Play($$"""
            dimensions: { site: [north, south] }
            pools: { bed: { each: site, kind: beds, capacity: 1 }, other: { each: site, kind: beds, capacity: 1 } }
            stages:
              in-bed: { place: bed@site, time: 2 h, then: leave }
              ward: { place: [bed@site, other@site], moves_back: { priority: 8 }, time: 9 h, then: leave }
            streams:
              {{Patient("anna", "in-bed", "0 h", "site: south")}}
              {{Patient("ben", "ward", "1 s", "site: south")}}
              {{Patient("cora", "ward", "3 h", "site: south")}}
              {{Patient("dora", "ward", "3 h", "site: north")}}
            """);
        Assert.That(scene.MovedBack("ben", "ward"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("cora", "ward"), Is.EqualTo(3 * Hour), "other@south");
        Assert.That(scene.Taken("dora", "ward"), Is.EqualTo(3 * Hour), "bed@north");
    }

    [Test]
    public void Who_has_moved_to_what_is_no_alternative_of_an_earlier_stage_comes_back_to_that_no_more()
    {
        // Ben is in x, for bed of the ward and for second and third of the unit. At 3 h he moves to third: no alternative of the ward's.
        var scene = Play($$"""
            pools:
              bed:    { kind: beds, capacity: 1 }
              second: { kind: beds, capacity: 1 }
              third:  { kind: beds, capacity: 1 }
              x:      { kind: beds, capacity: 1 }
            stages:
              in-bed:    { place: bed, time: 4 h, then: leave }
              in-second: { place: second, time: 5 h, then: leave }
              in-third:  { place: third, time: 3 h, then: leave }
              ward: { place: [bed, x], moves_back: { priority: 8 }, time: 1 h, then: unit }
              unit: { place: [second, third, x], moves_back: { priority: 8 }, time: 9 h, then: leave }
            streams:
              {{Patient("ada", "in-bed")}}
              {{Patient("bea", "in-second")}}
              {{Patient("cay", "in-third")}}
              {{Patient("ben", "ward", "1 s")}}
              {{Patient("dan", "in-bed", "270 min")}}
              {{Patient("eve", "in-third", "290 min")}}
            """);
        Assert.That(scene.Taken("ben", "unit"), Is.EqualTo(Hour + 1), "in x still");
        Assert.That(scene.Steps("unit", TraceStep.MovedBack), Is.EqualTo(new[] { 3 * Hour, 5 * Hour }), "to third and then to second");
        Assert.That(scene.Taken("dan", "in-bed"), Is.EqualTo(270 * Minute), "free since 4 h");
        Assert.That(scene.Taken("eve", "in-third"), Is.EqualTo(5 * Hour));
    }
}
