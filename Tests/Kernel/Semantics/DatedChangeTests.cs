using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>Numbers that change on a date: another model of the same shape comes into force, as one of the events of kind 1.</summary>
public sealed class DatedChangeTests
{
    private static Scene PlayChanged(string text, string before, string after, int at, int secondChange = 0)
    {
        var models = new List<SystemModel>
        {
            Compile(text.Replace("CHANGED", before, StringComparison.Ordinal)),
            Compile(text.Replace("CHANGED", after, StringComparison.Ordinal)),
        };
        var from = new List<int> { models[0].Run.Start, at };
        if (secondChange > 0)
        {
            models.Add(models[0]);
            from.Add(secondChange);
        }

        return Play(new SystemTimeline([.. models], [.. from]));
    }

    [Test]
    public void More_beds_serve_those_who_wait_at_that_second()
    {
        var scene = PlayChanged(
            $$"""
            pools: { bed: { kind: beds, capacity: CHANGED } }
            stages:
              ward: { place: bed, time: 9 h, then: leave }
            streams:
              {{Patient("anna", "ward")}}
              {{Patient("ben", "ward", "1 h")}}
            """,
            "1",
            "2",
            3 * Hour);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(3 * Hour));
    }

    [Test]
    public void Fewer_beds_close_as_they_come_free()
    {
        var scene = PlayChanged(
            $$"""
            pools: { bed: { kind: beds, capacity: CHANGED } }
            stages:
              ward: { place: bed, time: 9 h, then: leave }
            streams:
              {{Patient("anna", "ward")}}
              {{Patient("ben", "ward", "1 h")}}
              {{Patient("cora", "ward", "2 h")}}
            """,
            "2",
            "1",
            3 * Hour);
        Assert.That(scene.Left("ben"), Is.EqualTo(10 * Hour));
        Assert.That(scene.Taken("cora", "ward"), Is.EqualTo(10 * Hour));
    }

    [Test]
    public void An_ending_of_that_second_comes_before_and_an_arrival_after_the_change()
    {
        var scene = PlayChanged(
            $$"""
            stages:
              first: { time: 3 h, then: { one: CHANGED %, two: rest } }
              late:  { time: 1 h, then: { one: CHANGED %, two: rest } }
            exits: [one, two]
            streams:
              {{Patient("anna", "first")}}
              {{Patient("ben", "late", "3 h")}}
              {{Patient("cora", "first", "1 s")}}
            """,
            "100",
            "0",
            3 * Hour);
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("one"));
        Assert.That(scene.ExitOf("ben"), Is.EqualTo("two"));
        Assert.That(scene.ExitOf("cora"), Is.EqualTo("two"), "she is routed by what is in force when she ends");
    }

    [Test]
    public void A_time_already_drawn_stays()
    {
        var scene = PlayChanged(
            $$"""
            stages:
              ward: { time: CHANGED h, then: leave }
            streams:
              {{Patient("anna", "ward")}}
              {{Patient("ben", "ward", "4 h")}}
            """,
            "9",
            "2",
            3 * Hour);
        Assert.That(scene.Left("anna"), Is.EqualTo(9 * Hour));
        Assert.That(scene.Left("ben"), Is.EqualTo(6 * Hour));
    }

    [Test]
    public void Arrivals_follow_the_new_rate_from_that_second_on_and_back()
    {
        var scene = PlayChanged(
            """
            stages:
              ward: { time: 1 h, then: leave }
            streams:
              all: { to: ward, rate: CHANGED per h }
            """,
            "0",
            "50",
            2 * Day,
            4 * Day);
        var entered = scene.Arrivals("all", "ward").Select(patient => patient.Entered).ToArray();
        Assert.That(entered, Is.All.InRange(2 * Day, (4 * Day) - 1));
        Assert.That(entered, Has.Length.InRange(2400 - 196, 2400 + 196), "four standard errors");
        Assert.That(entered.Min(), Is.LessThan((2 * Day) + Hour));
        Assert.That(entered.Max(), Is.GreaterThan((4 * Day) - Hour));
    }

    [Test]
    public void A_change_that_changes_nothing_loses_and_repeats_nobody()
    {
        const string text = """
            pools: { bed: { kind: beds, capacity: 3, turnaround: 1 h } }
            stages:
              ward: { place: bed, time: lognormal mean 8 h sd 10 h, then: leave }
            streams:
              all:  { to: ward, rate: 5 per d }
              list: { to: ward, schedule: { at: daily 09:00, count: 2 } }
              flu:  { closes: { pool: bed, amount: 1, time: 9 h }, schedule: { at: daily 09:00 } }
            """;
        var model = Compile(text);
        var plain = Play(new SystemTimeline([model], [0]));
        var changed = Play(new SystemTimeline([model, Compile(text), model, model], [0, 9 * Hour, (2 * Day) + (9 * Hour), (4 * Day) + 1234]));
        Assert.That(changed.Arrivals("all", "ward"), Is.EqualTo(plain.Arrivals("all", "ward")));
        Assert.That(changed.Arrivals("list", "ward"), Is.EqualTo(plain.Arrivals("list", "ward")));
        Assert.That(changed.Value("open", "bed"), Is.EqualTo(plain.Value("open", "bed")));
    }

    [Test]
    public void Who_waits_when_the_amount_changes_asks_for_the_new_amount()
    {
        // From 2 h on it takes two nurses. At 3 h one is free, at 5 h both.
        var scene = PlayChanged(
            $$"""
            pools: { nurse: { kind: staff, capacity: 2 } }
            stages:
              short: { staff: nurse, time: 3 h, then: leave }
              long: { staff: nurse, time: 5 h, then: leave }
              treat: { staff: CHANGED of nurse, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "short")}}
              {{Patient("zoe", "long")}}
              {{Patient("ben", "treat", "1 h")}}
            """,
            "1",
            "2",
            2 * Hour);
        Assert.That(scene.Started("ben", "treat"), Is.EqualTo(5 * Hour));
    }

    [Test]
    public void Who_holds_a_part_when_the_amount_changes_asks_for_more_of_it()
    {
        // Ben holds one bed and waits for the chair, which Cora has until 6 h; from 2 h on he needs two beds, and Anna has the other until 9 h.
        var scene = PlayChanged(
            $$"""
            pools: { bed: { kind: beds, capacity: 2 }, chair: { kind: spaces, capacity: 1 } }
            stages:
              stay: { place: bed, time: 9 h, then: leave }
              sit: { place: chair, time: 6 h, then: leave }
              ward: { place: bed, time: 1 h, then: next }
              next: { place: CHANGED of bed + chair, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "stay")}}
              {{Patient("cora", "sit")}}
              {{Patient("ben", "ward")}}
            """,
            "1",
            "2",
            2 * Hour);
        Assert.That(scene.Taken("ben", "next"), Is.EqualTo(Never), "two beds beside the one held are more than there are");
        Assert.That(scene.Left("anna"), Is.EqualTo(9 * Hour));
    }

    [Test]
    public void A_long_list_that_lacked_the_old_amount_is_served_with_the_new_one()
    {
        // Seventy wait for a doctor and three nurses; two nurses are free. From 2 h on one nurse is enough, and the doctor is back at 4 h.
        SystemModel Asking(string staff) => Compile(
            $$"""
            pools:
              doctor: { kind: staff, capacity: { roster: doctors } }
              nurse:  { kind: staff, capacity: 3 }
            stages:
              busy: { staff: nurse, time: 10 h, then: leave }
              see:  { staff: {{staff}}, time: 1 h, then: leave }
            streams:
              {{Patient("hugo", "busy")}}
              many: { to: see, schedule: { every: 300 d, first: 1 min, count: 70 } }
            """,
            ("rosters/doctors.csv", "days,from,to,capacity\ndaily,00:00,01:00,1\ndaily,04:00,24:00,1\n"));
        var scene = Play(new SystemTimeline([Asking("doctor + 3 of nurse"), Asking("doctor + nurse")], [0, 2 * Hour]));
        Assert.That(scene.Started("many/1", "see"), Is.EqualTo(4 * Hour));
        Assert.That(scene.Started("many/2", "see"), Is.EqualTo(5 * Hour));
    }

    [Test]
    public void A_roster_that_comes_into_force_opens_at_its_own_hours()
    {
        // When it comes into force, at 02:00, both are shut: the next change is at 12:00 now and no more at 20:00.
        var scene = PlayChanged(
            $$"""
            calendars: { late: { open: daily 20:00-22:00 }, noon: { open: daily 12:00-14:00 } }
            pools: { nurse: { kind: staff, capacity: { calendar: CHANGED, inside: 1, outside: 0 } } }
            stages:
              see: { staff: nurse, time: 10 min, then: leave }
              also: { time: until late opens, then: other }
              other: { time: until noon opens, then: leave }
            streams:
              {{Patient("anna", "see", "1 h")}}
              {{Nobody("also")}}
            """,
            "late",
            "noon",
            2 * Hour);
        Assert.That(scene.Started("anna", "see"), Is.EqualTo(12 * Hour));
    }

    [Test]
    public void A_turnaround_that_a_change_brings_is_kept_from_then_on()
    {
        // Anna leaves at 9 h, and since 3 h a bed is cleaned for two hours.
        var scene = PlayChanged(
            $$"""
            pools: { bed: { kind: beds, capacity: 1CHANGED } }
            stages:
              ward: { place: bed, time: 9 h, then: leave }
            streams:
              {{Patient("anna", "ward")}}
              {{Patient("ben", "ward", "1 h")}}
            """,
            "",
            ", turnaround: 2 h",
            3 * Hour);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(11 * Hour));
    }

    [Test]
    public void A_change_is_no_start_so_who_comes_at_the_start_comes_once()
    {
        var scene = PlayChanged(
            $$"""
            stages:
              ward: { time: CHANGED h, then: leave }
            streams:
              {{Patient("anna", "ward")}}
            """,
            "9",
            "2",
            3 * Hour);
        Assert.That(scene.Steps("ward", TraceStep.Entered), Is.EqualTo(new[] { 0 }));
    }

    [Test]
    public void A_schedule_that_comes_into_force_brings_those_of_that_very_second()
    {
        var scene = PlayChanged(
            """
            run: { starts: Mon 00:00, lasts: 84 h, warm_up: 0 h, begin: empty }
            stages: { ward: { time: 1 h, then: leave } }
            streams: { all: { to: ward, schedule: { at: daily CHANGED } } }
            """,
            "10:00",
            "00:00",
            2 * Day);
        Assert.That(scene.Steps("ward", TraceStep.Entered), Is.EqualTo(new[] { 10 * Hour, Day + (10 * Hour), 2 * Day, 3 * Day }));
    }

    [TestCase("closes: { pool: bed, amount: 1, time: 2 h }, schedule: { every: 20 h, first: 9 h }", 9, TestName = "planned before the change was")]
    [TestCase("closes: { pool: bed, amount: 1, time: 2 h }, schedule: { every: 20 h, first: 9 h }", 29, TestName = "planned after the change was")]
    public void A_closure_of_that_second_happens_once(string closure, int hour)
    {
        // Three beds, one of them closed from 9 h to 11 h, from 29 h to 31 h and from 49 h to 51 h: six of 162 bed-hours in the first 54 h.
        var model = Compile(
            $$"""
            run: { starts: Mon 00:00, lasts: 54 h, warm_up: 0 h, begin: empty }
            pools: { bed: { kind: beds, capacity: 3 } }
            stages: { ward: { place: bed, time: 1 h, then: leave } }
            streams:
              {{Patient("anna", "ward")}}
              works: { {{closure}} }
            """);
        var scene = Play(new SystemTimeline([model, model], [0, hour * Hour]));
        Assert.That(scene.Value("open", "bed"), Is.EqualTo(3 - (6 / 54.0)).Within(1e-12));
    }

    [Test]
    public void Who_waits_with_a_choice_at_a_change_may_still_have_each_of_it()
    {
        // Ben asks for bed and chair, or for two chairs; the change changes nothing. Two chairs are free at 5 h, a bed only at 9 h.
        var model = Compile(
            $$"""
            pools: { bed: { kind: beds, capacity: 1 }, chair: { kind: spaces, capacity: 2 } }
            stages:
              lie: { place: bed, time: 9 h, then: leave }
              sit: { place: 2 of chair, time: 5 h, then: leave }
              ward: { place: [ bed + chair, 2 of chair ], time: 1 h, then: leave }
            streams:
              {{Patient("anna", "lie")}}
              {{Patient("cora", "sit")}}
              {{Patient("ben", "ward", "1 h")}}
            """);
        var scene = Play(new SystemTimeline([model, model], [0, 2 * Hour]));
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(5 * Hour));
    }

    [Test]
    public void Those_who_are_seen_after_closing_time_are_seen_whatever_changes_meanwhile()
    {
        // At 20:00 Ben and Cora wait; each takes an hour. The change comes at 21:00 and changes nothing.
        var model = Compile(
            $$"""
            calendars: { days: { open: daily 08:00-20:00 } }
            pools: { nurse: { kind: staff, capacity: { calendar: days, inside: 1, outside: 0 }, at_close: empty } }
            stages: { see: { staff: nurse, time: 1 h, then: leave } }
            streams:
              {{Patient("anna", "see", "1170 min")}}
              {{Patient("ben", "see", "1180 min")}}
              {{Patient("cora", "see", "1190 min")}}
            """);
        var scene = Play(new SystemTimeline([model, model], [0, 21 * Hour]));
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(1230 * Minute));
        Assert.That(scene.Started("cora", "see"), Is.EqualTo(1290 * Minute));
    }
}
