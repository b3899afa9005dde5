using FlowSim.Simulator.Rooms;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 12: turnaround, rosters, slots. Closures and surge stand in <see cref="CapacityTests"/>.</summary>
public sealed class LettingGoTests
{
    [Test]
    public void A_unit_goes_through_turnaround_before_it_is_given_again()
    {
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1, turnaround: 20 min } }
            stages:
              ward: { place: bed, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "ward")}}
              {{Patient("ben", "ward", "10 min")}}
            """);
        Assert.That(scene.Left("anna"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(80 * Minute));
    }

    [Test]
    public void A_unit_in_turnaround_is_open_and_not_occupied()
    {
        // An hour occupied and 20 minutes of cleaning, in a day of 24 hours with one bed.
        var scene = Play($$"""
            run: { starts: Mon 00:00, lasts: 1 d, warm_up: 0 h, begin: empty }
            pools: { bed: { kind: beds, capacity: 1, turnaround: 20 min } }
            stages:
              ward: { place: bed, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "ward")}}
            """);
        Assert.That(scene.Value("occupied", "bed"), Is.EqualTo(1 / 24.0).Within(1e-12));
        Assert.That(scene.Value("open", "bed"), Is.EqualTo(1));
    }

    [Test]
    public void A_turnaround_may_differ_by_the_patient()
    {
        var scene = Play($$"""
            attributes: { infected: ["clean", "infected"] }
            tables: { cleaning: { keys: [infected], rows: { clean: 10 min, infected: 50 min } } }
            pools: { bed: { kind: beds, capacity: 1, turnaround: { table: cleaning } } }
            stages:
              ward: { place: bed, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "ward", "0 min", "infected: infected")}}
              {{Patient("ben", "ward", "1 min", "infected: clean")}}
              {{Patient("cora", "ward", "2 min", "infected: clean")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(110 * Minute));
        Assert.That(scene.Taken("cora", "ward"), Is.EqualTo(180 * Minute));
    }

    [Test]
    public void A_turnaround_may_be_drawn_for_each_who_leaves()
    {
        // Twenty come at once for one bed, for an hour each: a place is taken an hour and a turnaround after the one before.
        var scene = Play("""
            pools: { bed: { kind: beds, capacity: 1, turnaround: uniform 1 h 2 h } }
            stages: { ward: { place: bed, time: 1 h, then: leave } }
            streams: { all: { to: ward, schedule: { every: 300 d, first: 0 h, count: 20 } } }
            """);
        var taken = scene.Steps("ward", TraceStep.Taken).ToArray();
        var turnarounds = taken.Zip(taken.Skip(1)).Select(pair => pair.Second - pair.First - Hour).ToArray();
        Assert.That(turnarounds, Has.Length.EqualTo(19).And.Unique.And.All.InRange(1 * Hour, 2 * Hour));
        Assert.That(turnarounds.Average(), Is.EqualTo(1.5 * Hour).Within(4 * Hour / Math.Sqrt(12 * 19)));
    }

    [Test]
    public void A_roster_that_falls_below_the_use_takes_units_as_they_come_free()
    {
        // Two beds until 02:00, then one. Anna and Ben are in; at 03:00 Anna leaves and her bed closes; Cora waits for Ben's at 04:00.
        var scene = Play(
            $$"""
            pools: { bed: { kind: beds, capacity: { roster: beds } } }
            stages:
              short: { place: bed, time: 3 h, then: leave }
              long:  { place: bed, time: 4 h, then: leave }
            streams:
              {{Patient("anna", "short")}}
              {{Patient("ben", "long")}}
              {{Patient("cora", "short", "1 h")}}
            """,
            ("rosters/beds.csv", "days,from,to,capacity\ndaily,00:00,02:00,2\ndaily,02:00,24:00,1\n"));
        Assert.That(scene.Left("anna"), Is.EqualTo(3 * Hour));
        Assert.That(scene.Left("ben"), Is.EqualTo(4 * Hour), "nobody is thrown out");
        Assert.That(scene.Taken("cora", "short"), Is.EqualTo(4 * Hour));
    }

    [Test]
    public void A_roster_that_rises_serves_those_who_wait()
    {
        var scene = Play(
            $$"""
            pools: { bed: { kind: beds, capacity: { roster: beds } } }
            stages:
              long: { place: bed, time: 9 h, then: leave }
            streams:
              {{Patient("anna", "long")}}
              {{Patient("ben", "long", "1 h")}}
            """,
            ("rosters/beds.csv", "days,from,to,capacity\ndaily,00:00,02:00,1\ndaily,02:00,24:00,2\n"));
        Assert.That(scene.Taken("ben", "long"), Is.EqualTo(2 * Hour));
    }

    [Test]
    public void Capacity_by_calendar_differs_inside_and_outside()
    {
        var scene = Play($$"""
            calendars: { office: { open: Mon-Fri 09:00-17:00 } }
            pools: { worker: { kind: staff, capacity: { calendar: office, inside: 2, outside: 1 } } }
            stages:
              see: { staff: worker, time: 10 h, then: leave }
            streams:
              {{Patient("anna", "see", "1 h")}}
              {{Patient("ben", "see", "2 h")}}
            """);
        Assert.That(scene.Started("anna", "see"), Is.EqualTo(1 * Hour));
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(9 * Hour));
    }

    [Test]
    public void Capacity_by_table_is_looked_up_for_each_instance()
    {
        var scene = Play($$"""
            dimensions: { site: [north, south] }
            tables: { beds: { keys: [site], rows: { north: 1, south: 2 } } }
            pools: { bed: { each: site, kind: beds, capacity: { table: beds } } }
            stages:
              ward: { each: site, place: bed@site, time: 1 h, then: leave }
            streams:
              {{Patient("a", "ward@north")}}
              {{Patient("b", "ward@north", "1 min")}}
              {{Patient("c", "ward@south")}}
              {{Patient("d", "ward@south", "1 min")}}
            """);
        Assert.That(scene.Taken("b", "ward@north"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Taken("d", "ward@south"), Is.EqualTo(1 * Minute));
    }

    [Test]
    public void Finish_at_close_leaves_those_waiting_until_the_next_opening()
    {
        var scene = Miu("");
        Assert.That(scene.Left("anna"), Is.EqualTo((11 * Hour) + (58 * Minute) + (20 * Minute)), "work in hand is finished");
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(32 * Hour));
        Assert.That(scene.Started("cora", "see"), Is.EqualTo((32 * Hour) + (20 * Minute)));
    }

    [Test]
    public void Empty_at_close_sees_those_already_waiting_and_nobody_who_comes_later()
    {
        var scene = Miu(", at_close: empty");
        Assert.That(scene.Started("ben", "see"), Is.EqualTo((12 * Hour) + (18 * Minute)));
        Assert.That(scene.Started("cora", "see"), Is.EqualTo(32 * Hour), "she came after closing time, while Ben was still to be seen");
    }

    private static Scene Miu(string atClose) => Play(
        $$"""
        pools: { nurse: { kind: staff, capacity: { roster: miu }{{atClose}} } }
        stages:
          see: { staff: nurse, time: 20 min, then: leave }
        streams:
          {{Patient("anna", "see", "718 min")}}
          {{Patient("ben", "see", "719 min")}}
          {{Patient("cora", "see", "730 min")}}
        """,
        ("rosters/miu.csv", "days,from,to,capacity\ndaily,08:00,12:00,1\n"));

    [Test]
    public void Slots_are_used_up_and_come_back_when_renewed()
    {
        // Two starts a day from 08:00. Of three who ask on Monday at 09:00 one waits for Tuesday, though the first two are long gone.
        var scene = Play($$"""
            run: { starts: Mon 06:00, lasts: 10 d, warm_up: 0 h, begin: empty }
            pools: { start: { kind: slots, capacity: 2 per day, renewed: daily 08:00 } }
            stages:
              package: { place: start, time: 10 min, then: leave }
            streams:
              {{Patient("anna", "package", "3 h")}}
              {{Patient("ben", "package", "3 h")}}
              {{Patient("cora", "package", "3 h")}}
            """);
        var monday = 6 * Hour;
        Assert.That(scene.Taken("anna", "package"), Is.EqualTo(monday + (3 * Hour)));
        Assert.That(scene.Taken("ben", "package"), Is.EqualTo(monday + (3 * Hour)));
        Assert.That(scene.Taken("cora", "package"), Is.EqualTo((1 * Day) + (8 * Hour)));
    }

    [Test]
    public void Slots_not_used_lapse()
    {
        // Nobody on Monday; on Tuesday there are two, not four.
        var scene = Play($$"""
            run: { starts: Mon 06:00, lasts: 10 d, warm_up: 0 h, begin: empty }
            pools: { start: { kind: slots, capacity: 2 per day, renewed: daily 08:00 } }
            stages:
              package: { place: start, time: 10 min, then: leave }
            streams:
              all: { to: package, schedule: { every: 300 d, first: 27 h, count: 3 } }
            """);
        var tuesday = Day + (9 * Hour);
        Assert.That(scene.Taken("all/1", "package"), Is.EqualTo(tuesday));
        Assert.That(scene.Taken("all/2", "package"), Is.EqualTo(tuesday));
        Assert.That(scene.Taken("all/3", "package"), Is.EqualTo((2 * Day) + (8 * Hour)));
    }

    [Test]
    public void A_slot_and_a_place_on_the_caseload_are_taken_together_and_only_the_place_is_held()
    {
        var scene = Play($$"""
            run: { starts: Mon 06:00, lasts: 10 d, warm_up: 0 h, begin: empty }
            pools:
              caseload: { kind: caseload, capacity: 2 }
              start:    { kind: slots, capacity: 1 per day, renewed: daily 08:00 }
            stages:
              package: { place: caseload + start, time: 1 h, then: care }
              care:    { place: caseload, time: 30 h, then: leave }
            streams:
              {{Patient("anna", "package", "3 h")}}
              {{Patient("ben", "package", "4 h")}}
              {{Patient("cora", "package", "5 h")}}
            """);
        Assert.That(scene.Taken("anna", "package"), Is.EqualTo(9 * Hour));
        Assert.That(scene.Taken("ben", "package"), Is.EqualTo(32 * Hour), "a slot on Tuesday");
        Assert.That(scene.Taken("cora", "package"), Is.EqualTo(56 * Hour), "Wednesday's slot; a place since Anna left at 40 h");
    }

    [Test]
    public void Slots_renewed_on_working_days_only_are_not_renewed_at_the_weekend()
    {
        var scene = Play($$"""
            run: { starts: Fri 06:00, lasts: 10 d, warm_up: 0 h, begin: empty }
            pools: { start: { kind: slots, capacity: 1 per day, renewed: Mon-Fri 08:00 } }
            stages:
              package: { place: start, time: 10 min, then: leave }
            streams:
              {{Patient("anna", "package", "3 h")}}
              {{Patient("ben", "package", "3 h")}}
            """);
        Assert.That(scene.Taken("anna", "package"), Is.EqualTo(9 * Hour));
        Assert.That(scene.Taken("ben", "package"), Is.EqualTo((3 * Day) + (8 * Hour)));
    }
}
