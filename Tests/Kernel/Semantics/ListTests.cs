using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 11: the order in which a pool's list is served.</summary>
public sealed class ListTests
{
    [Test]
    public void A_head_short_of_amount_in_this_pool_alone_blocks_those_behind()
    {
        // One of two beds is free; Anna is the head and needs two: Ben waits behind her though one would do for him.
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 2 } }
            stages:
              hour:  { place: bed, time: 1 h, then: leave }
              large: { place: 2 of bed, time: 10 min, then: leave }
              small: { place: bed, time: 10 min, then: leave }
            streams:
              {{Patient("zoe", "hour")}}
              {{Patient("anna", "large", "1 min")}}
              {{Patient("ben", "small", "2 min")}}
            """);
        Assert.That(scene.Taken("anna", "large"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Taken("ben", "small"), Is.EqualTo(70 * Minute));
    }

    [Test]
    public void A_head_short_of_another_pool_of_a_plus_is_passed_over()
    {
        var scene = Play($$"""
            pools:
              bed:     { kind: beds, capacity: 1 }
              theatre: { kind: spaces, capacity: 1 }
            stages:
              operation: { place: theatre, time: 1 h, then: leave }
              both: { place: bed + theatre, time: 10 min, then: leave }
              ward: { place: bed, time: 5 min, then: leave }
            streams:
              {{Patient("zoe", "operation")}}
              {{Patient("anna", "both", "1 min")}}
              {{Patient("ben", "ward", "2 min")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(2 * Minute));
        Assert.That(scene.Taken("anna", "both"), Is.EqualTo(60 * Minute));
    }

    [Test]
    public void A_head_short_here_and_elsewhere_is_passed_over_too()
    {
        // Anna needs two beds and the theatre: the bed is not short alone, so Ben has the one that is free.
        var scene = Play($$"""
            pools:
              bed:     { kind: beds, capacity: 2 }
              theatre: { kind: spaces, capacity: 1 }
            stages:
              hour: { place: bed, time: 1 h, then: leave }
              operation: { place: theatre, time: 1 h, then: leave }
              both: { place: 2 of bed + theatre, time: 10 min, then: leave }
              ward: { place: bed, time: 5 min, then: leave }
            streams:
              {{Patient("yan", "hour")}}
              {{Patient("zoe", "operation")}}
              {{Patient("anna", "both", "1 min")}}
              {{Patient("ben", "ward", "2 min")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(2 * Minute));
        Assert.That(scene.Taken("anna", "both"), Is.EqualTo(60 * Minute));
    }

    [Test]
    public void Requests_outside_the_pools_hours_of_taking_wait()
    {
        var scene = Play($$"""
            calendars: { admission: { open: Mon-Sat 10:00-16:00 } }
            pools: { bed: { kind: beds, capacity: 2, takes: admission } }
            stages:
              unit: { place: bed, time: 10 h, then: leave }
            streams:
              {{Patient("anna", "unit", "1 h")}}
              {{Patient("ben", "unit", "15 h")}}
              {{Patient("cora", "unit", "16 h")}}
              {{Patient("dan", "unit", "6 d")}}
            """);
        Assert.That(scene.Taken("anna", "unit"), Is.EqualTo(10 * Hour));
        Assert.That(scene.Taken("ben", "unit"), Is.EqualTo(15 * Hour));
        Assert.That(scene.Left("ben"), Is.EqualTo(25 * Hour), "whoever is in stays in");
        Assert.That(scene.Taken("cora", "unit"), Is.EqualTo(34 * Hour), "16:00 is shut");
        Assert.That(scene.Taken("dan", "unit"), Is.EqualTo((7 * Day) + (10 * Hour)), "Sunday is shut");
    }

    [Test]
    public void An_unlimited_pool_outside_its_hours_of_taking_waits_too()
    {
        var scene = Play($$"""
            calendars: { admission: { open: daily 10:00-16:00 } }
            pools: { place: { kind: spaces, capacity: unlimited, takes: admission } }
            stages:
              unit: { place: place, time: 10 min, then: leave }
            streams:
              {{Patient("anna", "unit", "1 h")}}
              {{Patient("ben", "unit", "11 h")}}
            """);
        Assert.That(scene.Taken("anna", "unit"), Is.EqualTo(10 * Hour));
        Assert.That(scene.Taken("ben", "unit"), Is.EqualTo(11 * Hour));
    }

    [Test]
    public void Of_two_pools_free_at_once_one_who_is_behind_in_the_first_choice_takes_the_second()
    {
        // Both come free at 60, and a-bed's list is served first: Ben would rather have b-bed, but there Cora is ahead of him.
        var scene = Play($$"""
            pools:
              a-bed: { kind: beds, capacity: 1 }
              b-bed: { kind: beds, capacity: 1 }
            stages:
              in-a:   { place: a-bed, time: 1 h, then: leave }
              in-b:   { place: b-bed, time: 1 h, then: leave }
              only-b: { place: b-bed, time: 10 min, then: leave }
              either: { place: [b-bed, a-bed], time: 10 min, then: leave }
            streams:
              {{Patient("x", "in-a")}}
              {{Patient("y", "in-b")}}
              {{Patient("cora", "only-b", "1 min")}}
              {{Patient("ben", "either", "2 min")}}
            """);
        Assert.That(scene.Taken("cora", "only-b"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Taken("ben", "either"), Is.EqualTo(60 * Minute));
    }

    [Test]
    public void An_alternative_does_not_pass_over_those_ahead_in_its_list()
    {
        // At 60 `second` comes free: Cora is its head, Ben is behind her there and still waits for `first` too.
        var scene = Play($$"""
            pools:
              first:  { kind: beds, capacity: 1 }
              second: { kind: beds, capacity: 1 }
            stages:
              in-first:  { place: first, time: 90 min, then: leave }
              in-second: { place: second, time: 1 h, then: leave }
              only-second: { place: second, time: 10 min, then: leave }
              either: { place: [first, second], time: 10 min, then: leave }
            streams:
              {{Patient("x", "in-first")}}
              {{Patient("y", "in-second")}}
              {{Patient("cora", "only-second", "1 min")}}
              {{Patient("ben", "either", "2 min")}}
            """);
        Assert.That(scene.Taken("cora", "only-second"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Taken("ben", "either"), Is.EqualTo(70 * Minute));
    }

    [TestCase("[2 of bed, bed]", 20)]
    [TestCase("[2 of bed, bed after 30 min]", 50)]
    public void A_head_short_of_amount_is_not_behind_itself_and_takes_the_alternative_that_asks_for_less(string place, int taken)
    {
        // Of two beds Hugo has one until 5 h. Ben asks after Anna, and while she waits for two he is blocked.
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 2 } }
            stages:
              busy: { place: bed, time: 5 h, then: leave }
              ward: { place: {{place}}, time: 1 h, then: leave }
            streams:
              {{Patient("hugo", "busy")}}
              {{Patient("anna", "ward", "20 min")}}
              {{Patient("ben", "busy", "25 min")}}
            """);
        Assert.That(scene.Taken("anna", "ward"), Is.EqualTo(taken * Minute));
        Assert.That(scene.Taken("ben", "busy"), Is.EqualTo((taken + 60) * Minute));
    }

    [Test]
    public void What_the_patient_asks_for_in_another_alternative_takes_nothing_from_the_one_that_can_be_served()
    {
        // Two nurses and the room, or one nurse and the chair: a nurse and the room are free, and the chair from 1 h on.
        var scene = Play($$"""
            pools:
              chair: { kind: spaces, capacity: 1 }
              nurse: { kind: staff, capacity: 2 }
              room:  { kind: spaces, capacity: 1 }
            stages:
              busy: { staff: nurse, time: 5 h, then: leave }
              sit:  { staff: chair, time: 1 h, then: leave }
              see:  { staff: [2 of nurse + room, nurse + chair], time: 1 h, then: leave }
            streams:
              {{Patient("hugo", "busy")}}
              {{Patient("ida", "sit")}}
              {{Patient("anna", "see", "20 min")}}
            """);
        Assert.That(scene.Started("anna", "see"), Is.EqualTo(1 * Hour));
    }

    [Test]
    public void What_everybody_may_have_instead_is_nothing_that_everybody_lacks()
    {
        // Seventy wait for chair and desk, or for the sofa, which is taken for good. The chair is free again at 90 min, when the desk is not; the desk at 2 h,
        // when the chair is closed; and from 170 min on both are.
        var scene = Play($$"""
            pools: { chair: { kind: spaces, capacity: 1 }, desk: { kind: spaces, capacity: 1 }, sofa: { kind: spaces, capacity: 1 } }
            stages:
              sit:  { place: chair, time: 90 min, then: leave }
              type: { place: desk, time: 2 h, then: leave }
              rest: { place: sofa, time: 19 d, then: leave }
              work: { place: [ chair + desk, sofa ], time: 1 h, then: leave }
            streams:
              {{Patient("anna", "sit")}}
              {{Patient("ben", "type")}}
              {{Patient("cora", "rest")}}
              many: { to: work, schedule: { every: 300 d, first: 1 min, count: 70 } }
              repair: { closes: { pool: chair, amount: 1, time: 1 h }, schedule: { every: 300 d, first: 110 min } }
            """);
        Assert.That(scene.Taken("many/1", "work"), Is.EqualTo(170 * Minute));
        Assert.That(scene.Taken("many/2", "work"), Is.EqualTo(230 * Minute));
    }
}
