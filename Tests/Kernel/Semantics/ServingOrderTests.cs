using FlowSim.Simulator.Rooms;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>Serving: one pool after the other, and the first who comes after a pool that is emptied has closed.</summary>
public sealed class ServingOrderTests
{
    /// <summary>One doctor on Monday from 0:00 to 1:00, who then sees those who wait.</summary>
    private static Scene Closing(string pools, string stages, string streams) => Play(
        $$"""
        pools:
          doctor: { kind: staff, capacity: { roster: r }, at_close: empty }
          {{pools}}
        stages:
          {{stages}}
        streams:
          {{streams}}
        """,
        ("rosters/r.csv", "days,from,to,capacity\nMon,00:00,01:00,1\n"));

    [Test]
    public void A_list_is_served_to_its_end_before_the_next_pool_has_its_turn()
    {
        // At 1 h two places of a and one of b are free. Anna and Ben have those of a before Cora comes through b, though her rank is better.
        var scene = Play($$"""
            pools: { a: { kind: beds, capacity: 2 }, b: { kind: beds, capacity: 1 } }
            stages:
              in-a: { place: a, time: 1 h, then: leave }
              in-b: { place: b, time: 1 h, then: leave }
              ward: { place: a, priority: 2, time: 5 h, then: leave }
              pass: { place: b, time: 0 min, then: next }
              next: { place: a, priority: 1, time: 5 h, then: leave }
            streams:
              {{Patient("xenia", "in-a")}}
              {{Patient("yves", "in-a")}}
              {{Patient("zoe", "in-b")}}
              {{Patient("anna", "ward", "10 min")}}
              {{Patient("ben", "ward", "11 min")}}
              {{Patient("cora", "pass", "12 min")}}
            """);
        Assert.That(scene.Taken("anna", "ward"), Is.EqualTo(1 * Hour));
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(1 * Hour));
        Assert.That(scene.Taken("cora", "next"), Is.EqualTo(6 * Hour));
    }

    [Test]
    public void The_first_after_closing_is_not_given_the_doctor_by_the_list_of_another_pool()
    {
        // At 2 h Zed leaves the doctor and an aide. Anna, who came after closing, is before Yan by rank, but the doctor is there for those who waited then.
        var scene = Closing(
            "aide: { kind: staff, capacity: 1 }",
            """
            work:  { staff: doctor + aide, time: 2 h, then: leave }
              wait:  { staff: doctor, priority: 2, time: 1 h, then: leave }
              both:  { staff: doctor + aide, priority: 1, time: 1 h, then: leave }
            """,
            $"""
            {Patient("zed", "work")}
              {Patient("yan", "wait", "30 min")}
              {Patient("yves", "wait", "31 min")}
              {Patient("anna", "both", "90 min")}
            """);
        Assert.That(scene.Started("yan", "wait"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Started("yves", "wait"), Is.EqualTo(3 * Hour));
        Assert.That(scene.Started("anna", "both"), Is.EqualTo(7 * Day));
    }

    [Test]
    public void The_first_after_closing_lacks_the_doctor_and_is_passed_over_elsewhere()
    {
        // The doctor is free, kept for Yan, who lacks the room to 5 h. One aide is free; Anna needs two and the doctor, who is not for her. Ben needs one.
        var scene = Closing(
            "aide: { kind: staff, capacity: 2 }\n  room: { kind: spaces, capacity: 1 }",
            """
            hold:  { staff: room, time: 5 h, then: leave }
              help:  { staff: aide, time: 10 h, then: leave }
              wait:  { staff: doctor + room, time: 1 h, then: leave }
              both:  { staff: doctor + 2 of aide, time: 1 h, then: leave }
              quick: { staff: aide, time: 1 h, then: leave }
            """,
            $"""
            {Patient("xenia", "hold")}
              {Patient("zoe", "help")}
              {Patient("yan", "wait", "30 min")}
              {Patient("anna", "both", "90 min")}
              {Patient("ben", "quick", "100 min")}
            """);
        Assert.That(scene.Started("ben", "quick"), Is.EqualTo(100 * Minute));
        Assert.That(scene.Started("yan", "wait"), Is.EqualTo(5 * Hour));
    }

    [Test]
    public void The_first_after_closing_takes_nothing_from_those_who_waited_then()
    {
        // Cora waits for the doctor and the aide, whom Zoe has to 3 h. Anna, first by rank, came after closing: the doctor is still Cora's.
        var scene = Closing(
            "aide: { kind: staff, capacity: 1 }",
            """
            help:  { staff: aide, time: 3 h, then: leave }
              both:  { staff: doctor + aide, priority: 2, time: 1 h, then: leave }
              quick: { staff: doctor, priority: 1, time: 1 h, then: leave }
            """,
            $"""
            {Patient("zoe", "help")}
              {Patient("cora", "both", "30 min")}
              {Patient("anna", "quick", "90 min")}
            """);
        Assert.That(scene.Started("cora", "both"), Is.EqualTo(3 * Hour));
        Assert.That(scene.Started("anna", "quick"), Is.EqualTo(7 * Day));
    }

    [Test]
    public void Once_the_doctor_is_there_again_rank_counts_as_before()
    {
        // At 1 h Yan was in the list and would still be seen, but Zed keeps the doctor until the next hours have begun. Then Anna, who came after closing,
        // is first.
        var scene = Play(
            $$"""
            pools: { doctor: { kind: staff, capacity: { roster: r }, at_close: empty } }
            stages:
              work: { staff: doctor, time: 3 h, then: leave }
              wait: { staff: doctor, priority: 2, time: 1 h, then: leave }
              soon: { staff: doctor, priority: 1, time: 1 h, then: leave }
            streams:
              {{Patient("zed", "work")}}
              {{Patient("yan", "wait", "30 min")}}
              {{Patient("anna", "soon", "90 min")}}
            """,
            ("rosters/r.csv", "days,from,to,capacity\nMon,00:00,01:00,1\nMon,02:00,08:00,1\n"));
        Assert.That(scene.Started("anna", "soon"), Is.EqualTo(3 * Hour));
        Assert.That(scene.Started("yan", "wait"), Is.EqualTo(4 * Hour));
    }

    [Test]
    public void A_long_list_that_lacked_a_room_is_served_when_just_enough_rooms_are_free()
    {
        // Eighty need the doctor and two rooms, which Zoe has. The doctor goes at 30 min, she leaves at 1 h, and at 2 h he is back: two rooms are free.
        var scene = Play(
            $$"""
            pools: { doctor: { kind: staff, capacity: { roster: r } }, room: { kind: staff, capacity: 2 } }
            stages:
              hold: { staff: 2 of room, time: 1 h, then: leave }
              both: { staff: doctor + 2 of room, time: 1 h, then: leave }
            streams:
              {{Patient("zoe", "hold")}}
              many: { to: both, schedule: { every: 300 d, first: 10 min, count: 80 } }
            """,
            ("rosters/r.csv", "days,from,to,capacity\nMon,00:00,00:30,1\nMon,02:00,08:00,1\n"));
        Assert.That(scene.Steps("both", TraceStep.Started).Take(6), Is.EqualTo(new[] { 2, 3, 4, 5, 6, 7 }.Select(hour => hour * Hour)));
    }
}
