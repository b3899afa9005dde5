using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 5: staff are asked for in the place.</summary>
public sealed class StaffTests
{
    private const string CubicleThenNurse = """
        pools:
          cubicle: { kind: spaces, capacity: 1 }
          nurse:   { kind: staff, capacity: 1 }
        stages:
          rest:   { place: cubicle, time: 1 h, then: leave }
          other:  { staff: nurse, time: 50 min, then: leave }
          assess: { place: cubicle, staff: nurse, time: 10 min, then: leave }
        """;

    [Test]
    public void Staff_are_asked_for_only_in_the_place()
    {
        // The nurse is idle until 20, but Ben has no cubicle before 60; she is then busy with Cora until 70.
        var scene = Play($$"""
            {{CubicleThenNurse}}
            streams:
              {{Patient("anna", "rest")}}
              {{Patient("ben", "assess")}}
              {{Patient("cora", "other", "20 min")}}
            """);
        Assert.That(scene.Started("cora", "other"), Is.EqualTo(20 * Minute));
        Assert.That(scene.Taken("ben", "assess"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Started("ben", "assess"), Is.EqualTo(70 * Minute));
    }

    [Test]
    public void The_wait_of_a_stage_is_start_less_entry_kept_apart_as_place_and_staff()
    {
        var scene = Play($$"""
            {{CubicleThenNurse}}
            streams:
              {{Patient("anna", "rest")}}
              {{Patient("ben", "assess", "5 min")}}
              {{Patient("cora", "other", "20 min")}}
            measures:
              all_of_it: { wait: assess, mean: true, unit: min }
              for_place: { wait: assess, mean: true, part: place, unit: min }
              for_staff: { wait: assess, mean: true, part: staff, unit: min }
            """);
        Assert.That(scene.Value("all_of_it"), Is.EqualTo(65));
        Assert.That(scene.Value("for_place"), Is.EqualTo(55));
        Assert.That(scene.Value("for_staff"), Is.EqualTo(10));
        Assert.That(scene.Value("wait_mean", "assess"), Is.EqualTo(65));
    }

    [Test]
    public void All_of_a_plus_come_at_one_moment_and_nobody_is_held_waiting_for_a_colleague()
    {
        // The doctor is free from 10, the nurse from 20. At 12 the doctor is not held for Anna: Ben has him until 17.
        var scene = Play($$"""
            pools:
              doctor: { kind: staff, capacity: 1 }
              nurse:  { kind: staff, capacity: 1 }
            stages:
              with-doctor: { staff: doctor, time: 10 min, then: leave }
              with-nurse:  { staff: nurse, time: 20 min, then: leave }
              quick: { staff: doctor, time: 5 min, then: leave }
              both:  { staff: doctor + nurse, time: 30 min, then: leave }
            streams:
              {{Patient("yan", "with-doctor")}}
              {{Patient("zoe", "with-nurse")}}
              {{Patient("anna", "both", "1 min")}}
              {{Patient("ben", "quick", "12 min")}}
            """);
        Assert.That(scene.Started("ben", "quick"), Is.EqualTo(12 * Minute));
        Assert.That(scene.Started("anna", "both"), Is.EqualTo(20 * Minute));
    }

    [Test]
    public void A_list_of_staff_is_or_in_the_order_written()
    {
        var scene = Play($$"""
            pools:
              senior: { kind: staff, capacity: 1 }
              junior: { kind: staff, capacity: 1 }
            stages:
              review: { staff: [senior, junior], time: 30 min, then: leave }
              senior-only: { staff: senior, time: 1 min, then: leave }
            streams:
              {{Patient("anna", "review")}}
              {{Patient("ben", "review", "1 min")}}
              {{Patient("cora", "senior-only", "2 min")}}
            """);
        Assert.That(scene.Started("ben", "review"), Is.EqualTo(1 * Minute));
        Assert.That(scene.Started("cora", "senior-only"), Is.EqualTo(30 * Minute), "Anna has the senior");
    }

    [Test]
    public void A_staff_alternative_after_T_counts_from_the_asking()
    {
        var scene = Play($$"""
            pools:
              cubicle: { kind: spaces, capacity: 1 }
              senior:  { kind: staff, capacity: 1 }
              junior:  { kind: staff, capacity: 1 }
            stages:
              rest:   { place: cubicle, time: 1 h, then: leave }
              busy:   { staff: senior, time: 9 h, then: leave }
              review: { place: cubicle, staff: [senior, junior after 10 min], time: 30 min, then: leave }
            streams:
              {{Patient("anna", "rest")}}
              {{Patient("zoe", "busy")}}
              {{Patient("ben", "review")}}
            """);
        Assert.That(scene.Taken("ben", "review"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Started("ben", "review"), Is.EqualTo(70 * Minute));
    }

    [Test]
    public void Several_staff_of_one_pool_come_together()
    {
        var scene = Play($$"""
            pools: { nurse: { kind: staff, capacity: 2 } }
            stages:
              turn: { staff: 2 of nurse, time: 10 min, then: leave }
              see:  { staff: nurse, time: 30 min, then: leave }
            streams:
              {{Patient("anna", "see")}}
              {{Patient("ben", "turn", "1 min")}}
            """);
        Assert.That(scene.Started("ben", "turn"), Is.EqualTo(30 * Minute));
    }

    [Test]
    public void A_room_under_staff_is_free_when_the_activity_ends_under_place_it_blocks()
    {
        const string system = """
            pools:
              room: { kind: spaces, capacity: 1 }
              bed:  { kind: beds, capacity: 1 }
            stages:
              in-bed: { place: bed, time: 1 h, then: leave }
              test:   { ROOM: room, time: 10 min, then: ward }
              ward:   { place: bed, time: 1 h, then: leave }
            """;
        var streams = $$"""

            streams:
              {{Patient("zoe", "in-bed")}}
              {{Patient("anna", "test")}}
              {{Patient("ben", "test", "1 min")}}
            """;
        var asStaff = Play(system.Replace("ROOM", "staff", StringComparison.Ordinal) + streams);
        var asPlace = Play(system.Replace("ROOM", "place", StringComparison.Ordinal) + streams);
        Assert.That(asStaff.Started("ben", "test"), Is.EqualTo(10 * Minute));
        Assert.That(asPlace.Started("ben", "test"), Is.EqualTo(60 * Minute));
    }

    [Test]
    public void Staff_for_T_come_free_after_the_T_of_the_alternative_that_was_taken()
    {
        // The helper is busy, so Anna takes the second alternative: the nurse alone, for an hour.
        var scene = Play($$"""
            pools:
              nurse:  { kind: staff, capacity: 1 }
              helper: { kind: staff, capacity: 1 }
            stages:
              busy: { staff: helper, time: 5 h, then: leave }
              see:  { staff: ["nurse + helper for 30 min", "nurse for 60 min"], time: 2 h, then: leave }
              next: { staff: nurse, time: 1 h, then: leave }
            streams:
              {{Patient("hugo", "busy")}}
              {{Patient("anna", "see", "1 min")}}
              {{Patient("ben", "next", "2 min")}}
            """);
        Assert.That(scene.Started("anna", "see"), Is.EqualTo(1 * Minute));
        Assert.That(scene.Started("ben", "next"), Is.EqualTo(61 * Minute));
    }

    [Test]
    public void Staff_for_no_time_come_free_at_once()
    {
        // The nurse only lets Anna in: Ben, who comes in the same second, has her too, and Cora has her for good.
        var scene = Play($$"""
            attributes: { with-nurse: duration }
            pools: { nurse: { kind: staff, capacity: 1 } }
            stages:
              rest: { staff: nurse for with-nurse, time: 2 h, then: leave }
            streams:
              {{Patient("anna", "rest", "10 min", "with-nurse: 0 min")}}
              {{Patient("ben", "rest", "10 min", "with-nurse: 30 min")}}
              {{Patient("cora", "rest", "20 min", "with-nurse: 9 h")}}
              {{Patient("dan", "rest", "50 min", "with-nurse: 0 min")}}
            """);
        Assert.That(scene.Started("anna", "rest"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Started("ben", "rest"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Started("cora", "rest"), Is.EqualTo(40 * Minute));
        Assert.That(scene.Started("dan", "rest"), Is.EqualTo(160 * Minute));
        Assert.That(scene.Left("anna"), Is.EqualTo(130 * Minute));
    }
}
