using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>Hours run up to but not including their end: nobody is begun in the second in which a pool closes, however the second came about.</summary>
public sealed class ClosingSecondTests
{
    private const string Mornings = "days,from,to,capacity\ndaily,08:00,12:00,1\n";

    [Test]
    public void A_clinic_of_three_nurses_for_four_hours_sees_thirty_six_in_twenty_minutes_each()
    {
        // 3 nurses x 4 h / 20 min = 36 a day, whatever the many.
        var scene = Play(
            """
            run: { starts: Mon 00:00, lasts: 5 d, warm_up: 0 h, begin: empty }
            pools: { nurse: { kind: staff, capacity: { roster: nurses } } }
            stages:
              see: { staff: nurse, time: 20 min, then: leave }
            streams:
              many: { to: see, schedule: { at: daily 07:00, count: 60 } }
            """,
            ("rosters/nurses.csv", "days,from,to,capacity\ndaily,08:00,12:00,3\n"));
        var starts = scene.Steps("see", TraceStep.Started).GroupBy(time => time / Day).Select(day => day.Count());
        Assert.That(starts, Is.EqualTo(new[] { 36, 36, 36, 36, 36 }));
    }

    [Test]
    public void A_doctor_with_a_lunch_break_begins_nobody_at_noon()
    {
        // Three come at 10, 11 and 11 for one hour each. Seen 11 to 12 is the last before the break; then at 13 and at 14.
        var scene = Play(
            $$"""
            pools: { doctor: { kind: staff, capacity: { roster: doctor } } }
            stages:
              see: { staff: doctor, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "see", "10 h")}}
              {{Patient("ben", "see", "11 h")}}
              {{Patient("cora", "see", "11 h")}}
              {{Patient("dora", "see", "11 h")}}
            """,
            ("rosters/doctor.csv", "days,from,to,capacity\ndaily,08:00,12:00,1\ndaily,13:00,17:00,1\n"));
        Assert.That(new[] { "anna", "ben", "cora", "dora" }.Select(name => scene.Started(name, "see")),
            Is.EqualTo(new[] { 10 * Hour, 11 * Hour, 13 * Hour, 14 * Hour }));
    }

    [TestCase("capacity: { roster: mornings }", "")]
    [TestCase("capacity: { calendar: mornings, inside: 1, outside: 0 }", "")]
    [TestCase("capacity: 1, takes: mornings", "")]
    [TestCase("capacity: 1", "flu: { closes: { pool: pool, amount: 1, time: 20 h }, schedule: { every: 300 d, first: 12 h } }")]
    public void Who_is_let_go_as_the_pool_closes_is_followed_by_nobody(string capacity, string closure)
    {
        // Anna holds the one unit from 11:00 to 12:00; all of these take it away at 12:00 and give it back at 08:00.
        foreach (var use in new[] { "staff: pool", "place: pool" })
        {
            var scene = Play(
                $$"""
                calendars: { mornings: { open: daily 08:00-12:00 } }
                pools: { pool: { kind: staff, {{capacity}} } }
                stages:
                  see: { {{use}}, time: 1 h, then: leave }
                streams:
                  {{Patient("anna", "see", "11 h")}}
                  {{Patient("ben", "see", "690 min")}}
                  {{closure}}
                """,
                ("rosters/mornings.csv", Mornings));
            Assert.That(scene.Started("anna", "see"), Is.EqualTo(11 * Hour));
            Assert.That(scene.Started("ben", "see"), Is.EqualTo(32 * Hour), use);
        }
    }

    [TestCase("capacity: { roster: mornings }")]
    [TestCase("capacity: { calendar: mornings, inside: 1, outside: 0 }")]
    [TestCase("capacity: 1, takes: mornings")]
    public void Who_is_ready_in_the_closing_second_does_not_take_what_was_free(string capacity)
    {
        // The pool is free and nobody waits; Anna's rest ends at 12:00 and leads to it, directly or through stages that take no time.
        foreach (var way in new[] { "see", "pass" })
        {
            foreach (var use in new[] { "staff: pool", "place: pool", "place: none, staff: [pool, pool]", "staff: pool + other" })
            {
                var scene = Play(
                    $$"""
                    calendars: { mornings: { open: daily 08:00-12:00 } }
                    pools: { pool: { kind: staff, {{capacity}} }, other: { kind: staff, capacity: 1 } }
                    stages:
                      rest: { time: 1 h, then: {{way}} }
                      pass: { time: 0 s, then: sign }
                      sign: { staff: other, time: 0 s, then: see }
                      see:  { {{use}}, time: 1 h, then: leave }
                    streams:
                      {{Patient("anna", "rest", "11 h")}}
                      {{Nobody("pass")}}
                    """,
                    ("rosters/mornings.csv", Mornings));
                Assert.That(scene.Entered("anna", "see"), Is.EqualTo(12 * Hour));
                Assert.That(scene.Started("anna", "see"), Is.EqualTo(32 * Hour), $"{use} by {way}");
            }
        }
    }

    [Test]
    public void A_closing_that_leaves_enough_lets_those_in_who_still_fit()
    {
        // Three nurses to noon, two after it; three patients end at noon and three wait: two are begun.
        var scene = Play(
            """
            pools: { nurse: { kind: staff, capacity: { roster: nurses } } }
            stages:
              see: { staff: nurse, time: 1 h, then: leave }
            streams:
              many: { to: see, schedule: { every: 300 d, first: 11 h, count: 6 } }
            """,
            ("rosters/nurses.csv", "days,from,to,capacity\ndaily,08:00,12:00,3\ndaily,12:00,20:00,2\n"));
        Assert.That(scene.Steps("see", TraceStep.Started), Is.EqualTo(new[] { 11, 11, 11, 12, 12, 13 }.Select(hour => hour * Hour)));
    }

    [Test]
    public void A_unit_whose_cleaning_ends_as_the_pool_closes_is_given_to_nobody()
    {
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1, turnaround: 1 h, takes: daily 08:00-12:00 } }
            stages:
              ward: { place: bed, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "ward", "10 h")}}
              {{Patient("ben", "ward", "11 h")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(32 * Hour));
    }

    [Test]
    public void Where_those_who_wait_are_seen_too_the_closing_second_is_no_exception()
    {
        // Ben waits and Cora becomes ready in the closing second: both are seen. Dora, who arrives in it, finds it closed.
        var scene = Play(
            $$"""
            pools: { nurse: { kind: staff, capacity: { roster: mornings }, at_close: empty } }
            stages:
              rest: { time: 1 h, then: see }
              see:  { staff: nurse, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "see", "11 h")}}
              {{Patient("ben", "see", "690 min")}}
              {{Patient("cora", "rest", "11 h")}}
              {{Patient("dora", "see", "12 h")}}
            """,
            ("rosters/mornings.csv", Mornings));
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(12 * Hour));
        Assert.That(scene.Started("cora", "see"), Is.EqualTo(13 * Hour));
        Assert.That(scene.Started("dora", "see"), Is.EqualTo(32 * Hour));
    }

    [Test]
    public void Who_is_ready_in_the_closing_second_of_an_idle_clinic_that_empties_is_seen()
    {
        var scene = Play(
            $$"""
            pools: { nurse: { kind: staff, capacity: { roster: mornings }, at_close: empty } }
            stages:
              rest: { time: 1 h, then: see }
              see:  { staff: nurse, time: 1 h, then: leave }
            streams:
              {{Patient("cora", "rest", "11 h")}}
              {{Patient("dora", "see", "12 h")}}
            """,
            ("rosters/mornings.csv", Mornings));
        Assert.That(scene.Started("cora", "see"), Is.EqualTo(12 * Hour));
        Assert.That(scene.Started("dora", "see"), Is.EqualTo(32 * Hour));
    }

    [Test]
    public void Where_one_shift_follows_another_capacity_does_not_flicker()
    {
        // Rows end and begin at 00:00 and 12:00. One nurse all the time: who comes finds her, who is let go is followed at once, nobody is turned away.
        var scene = Play(
            $$"""
            pools: { nurse: { kind: staff, capacity: { roster: nurses } } }
            stages:
              rest: { time: 1 h, then: see }
              see:  { staff: nurse, gives_up: [ { queue: 0, to: lost } ], time: 30 min, then: leave }
              next: { staff: nurse, time: 30 min, then: leave }
            exits: [lost]
            streams:
              {{Patient("anna", "rest", "11 h")}}
              {{Patient("ben", "see", "24 h")}}
              {{Patient("cora", "see", "2130 min")}}
              {{Patient("dora", "next", "2140 min")}}
            """,
            ("rosters/nurses.csv", "days,from,to,capacity\ndaily,00:00,12:00,1\ndaily,12:00,24:00,1\n"));
        Assert.That(scene.Started("anna", "see"), Is.EqualTo(12 * Hour));
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(24 * Hour));
        Assert.That(scene.Started("dora", "next"), Is.EqualTo(36 * Hour));
    }

    [Test]
    public void As_one_pool_closes_and_another_opens_the_other_is_taken()
    {
        // Day and night staff hand over at 20:00, in the second in which Anna becomes ready and Ben's work with the day nurse ends.
        foreach (var (day, night) in new[] { ("a-day", "b-night"), ("b-day", "a-night") })
        {
            var scene = Play(
                $$"""
                pools: { {{day}}: { kind: staff, capacity: { roster: day } }, {{night}}: { kind: staff, capacity: { roster: night } } }
                stages:
                  rest: { time: 1 h, then: see }
                  see:  { staff: [{{day}}, {{night}}], gives_up: [ { queue: 0, to: lost } ], time: 1 h, then: leave }
                exits: [lost]
                streams:
                  {{Patient("ben", "see", "19 h")}}
                  {{Patient("anna", "rest", "19 h")}}
                """,
                ("rosters/day.csv", "days,from,to,capacity\ndaily,08:00,20:00,1\n"),
                ("rosters/night.csv", "days,from,to,capacity\ndaily,20:00,08:00,1\n"));
            Assert.That(scene.Started("ben", "see"), Is.EqualTo(19 * Hour));
            Assert.That(scene.Started("anna", "see"), Is.EqualTo(20 * Hour), "not turned away");
        }
    }

    [Test]
    public void What_opens_is_there_for_those_who_are_ready_in_that_second_in_order_of_rank()
    {
        // At 08:00 one nurse comes. Zoe waits since 07:00; Anna, ready at 08:00, ranks before her and has her; nobody gives up though nobody may wait.
        var scene = Play(
            $$"""
            pools: { nurse: { kind: staff, capacity: { roster: mornings } } }
            stages:
              rest:    { time: 1 h, then: urgent }
              urgent:  { staff: nurse, priority: 1, gives_up: [ { queue: 0, to: lost } ], time: 1 h, then: leave }
              routine: { staff: nurse, priority: 2, time: 1 h, then: leave }
            exits: [lost]
            streams:
              {{Patient("anna", "rest", "7 h")}}
              {{Patient("zoe", "routine", "7 h")}}
            """,
            ("rosters/mornings.csv", Mornings));
        Assert.That(scene.Started("anna", "urgent"), Is.EqualTo(8 * Hour));
        Assert.That(scene.Started("zoe", "routine"), Is.EqualTo(9 * Hour));
    }

    [Test]
    public void Whether_a_pool_is_open_goes_by_its_hours_for_those_too_who_are_ready_in_that_second()
    {
        // The rest of each ends at 08:00, 11:59:59 and 12:00.
        var scene = Play(
            $$"""
            pools: { nurse: { kind: staff, capacity: { roster: mornings } } }
            stages:
              rest: { time: 1 h, then: [ { if: "open(nurse)", to: see }, { to: shut } ] }
              see:  { staff: nurse, time: 1 s, then: leave }
            exits: [shut]
            streams:
              {{Patient("anna", "rest", "7 h")}}
              {{Patient("ben", "rest", "39599 s")}}
              {{Patient("cora", "rest", "11 h")}}
            """,
            ("rosters/mornings.csv", Mornings));
        Assert.That(new[] { "anna", "ben", "cora" }.Select(scene.ExitOf), Is.EqualTo(new[] { "leave", "leave", "shut" }));
        Assert.That(scene.Started("anna", "see"), Is.EqualTo(8 * Hour));
    }

    [Test]
    public void Places_are_exchanged_only_when_it_is_known_which_pools_are_open()
    {
        // Anna in a wants b, Ben in b wants a, ready at 12:00, when a stops taking patients: they change places the next morning.
        var scene = Play($$"""
            pools: { a: { kind: beds, capacity: 1, takes: daily 08:00-12:00 }, b: { kind: beds, capacity: 1 } }
            stages:
              in-a: { place: a, time: 1 h, then: to-b }
              in-b: { place: b, time: 1 h, then: to-a }
              to-a: { place: a, time: 1 h, then: leave }
              to-b: { place: b, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "in-a", "11 h")}}
              {{Patient("ben", "in-b", "11 h")}}
            """);
        Assert.That(scene.Taken("anna", "to-b"), Is.EqualTo(32 * Hour));
        Assert.That(scene.Taken("ben", "to-a"), Is.EqualTo(32 * Hour));
    }

    [Test]
    public void Who_lets_a_further_place_go_frees_it_for_nobody_as_it_closes()
    {
        // The ambulance crew is let go at 12:00, when its shift ends: the next call waits for the morning.
        var scene = Play(
            $$"""
            pools: { crew: { kind: crews, capacity: { roster: mornings } }, cubicle: { kind: spaces, capacity: 1 } }
            stages:
              convey:   { place: crew, time: 30 min, then: handover }
              handover: { place: cubicle, keep: [crew], time: 30 min, then: assess }
              assess:   { place: cubicle, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "convey", "11 h")}}
              {{Patient("ben", "convey", "690 min")}}
            """,
            ("rosters/mornings.csv", Mornings));
        Assert.That(scene.Taken("anna", "assess"), Is.EqualTo(12 * Hour));
        Assert.That(scene.Taken("ben", "convey"), Is.EqualTo(32 * Hour));
    }

    [Test]
    public void Moving_back_ends_with_its_hours()
    {
        // The medical bed comes free at 12:00, as the hours of moving end: Ben moves the next morning.
        var scene = Play($$"""
            pools: { medical: { kind: beds, capacity: 1 }, surgical: { kind: beds, capacity: 1 } }
            stages:
              in-medical: { place: medical, time: 2 h, then: leave }
              ward: { place: [medical, surgical], moves_back: { priority: 8, during: daily 08:00-12:00 }, time: 3 d, then: leave }
            streams:
              {{Patient("anna", "in-medical", "10 h")}}
              {{Patient("ben", "ward", "11 h")}}
            """);
        Assert.That(scene.MovedBack("ben", "ward"), Is.EqualTo(32 * Hour));
    }

    [Test]
    public void A_change_of_capacity_on_a_date_comes_before_the_serving_of_its_midnight()
    {
        // Two nurses, from the second day on one: of three who follow at midnight one is begun.
        SystemModel Nurses(int number) => Compile($$"""
            pools: { nurse: { kind: staff, capacity: {{number}} } }
            stages:
              see: { staff: nurse, time: 4 h, then: leave }
            streams:
              many: { to: see, schedule: { every: 300 d, first: 20 h, count: 5 } }
            """);
        var timeline = new SystemTimeline([Nurses(2), Nurses(1)], [0, Day]);
        Assert.That(Play(timeline).Steps("see", TraceStep.Started), Is.EqualTo(new[] { 20, 20, 24, 28, 32 }.Select(hour => hour * Hour)));
    }
}
