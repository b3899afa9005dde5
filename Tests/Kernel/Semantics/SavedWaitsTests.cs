using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Properties;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>A run that is branched, or written down, read and then branched, under the same description goes on as if nothing had happened.</summary>
public sealed class SavedWaitsTests
{
    [Test]
    public void Who_joined_first_is_served_first_after_reading_too()
    {
        // Ben came after Anna and has waited since 1 h, she since 2 h.
        var model = Compile($$"""
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              lie:  { place: bed, time: 5 h, then: leave }
              walk: { place: none, time: 2 h, then: ward }
              ward: { place: bed, time: 2 h, then: leave }
            streams:
              {{Patient("zoe", "lie")}}
              {{Patient("anna", "walk")}}
              {{Patient("ben", "ward", "1 h")}}
            """);
        var timeline = new SystemTimeline([model], [0]);
        var state = Replication.Start(timeline, SavedState.Seed, 1);
        state.Measure(0, 3 * Hour);
        var run = Replication.Branch(timeline, SavedState.Reread(timeline, state, 1));
        var served = new List<(string, int)>();
        run.Observer = step => served.Add((model.Streams[step.Stream].Name, step.Started));
        run.RunTo(Day);
        Assert.That(served, Is.EqualTo(new[] { ("ben", 5 * Hour), ("anna", 7 * Hour) }));
    }

    /// <summary>Patience of two clocks, drawn anew each time a clock starts: who waits at the branch is there for the second or third time.</summary>
    private static readonly SystemModel Clocks = Compile("""
        run: { starts: Mon 00:00, lasts: 6 d, warm_up: 0 h, begin: empty }
        pools: { nurse: { kind: staff, capacity: 1 }, doctor: { kind: staff, capacity: 1 } }
        stages:
          talk:  { clock: [ spell, talk ], staff: nurse, gives_up: [ { after: exponential mean 90 min of talk, to: home } ], time: 1 h, then: home }
          see:   { clock: spell, staff: doctor, priority: [ 3, "1 after exponential mean 5 h of spell" ], gives_up: [ { after: exponential mean 8 h of spell, to: leave } ], time: 1 h, then: home }
          home:  { clock: { spell: within 0 min }, time: 2 h, then: [ { if: visits(see) < 3, to: see }, { to: rest } ] }
          rest:  { time: 1 h, then: talk }
        streams:
          first:  { to: talk, schedule: { every: 300 d, first: 0 h, count: 3 } }
          second: { to: see, schedule: { every: 7 h, first: 1 h, until: 3 d, count: 2 } }
        """);

    [TestCase(31 * Hour)]
    [TestCase((40 * Hour) + 1234)]
    public void Patience_and_priority_of_a_clock_that_has_run_before_are_drawn_as_they_would_have_been(int at) => GoingOn.IsTheSame(Clocks, at, 5 * Day);

    private static readonly SystemModel Hospital = Compile(
        """
        run: { starts: Mon 00:00, lasts: 12 d, warm_up: 0 h, begin: empty }
        dimensions: { site: [north, south] }
        attributes: { rank: ["1", "2"], colour: [red, blue] }
        calendars: { days: { open: daily 08:00-20:00 }, nights: { open: daily 18:00-06:00 } }
        pools:
          bed:    { each: site, kind: beds, capacity: 2, turnaround: exponential mean 30 min }
          spare:  { kind: beds, capacity: 1, surge: { adds: 1, checked: "daily 09:00 & 15:00 & 21:00", opens: waiting(bed@north) + waiting(bed@south) >= 2, closes: waiting(spare) = 0, after: 2 h, at_least: 4 h } }
          chair:  { kind: spaces, capacity: 3, takes: days }
          nurse:  { kind: staff, capacity: { calendar: days, inside: 2, outside: 1 } }
          ticket: { kind: slots, capacity: 3 per day, renewed: "daily 08:00" }
        stages:
          door:
            clock: [ stay, door ]
            staff: [ nurse for 20 min, 2 of nurse after 2 h ]
            priority: [ rank, 1 after 3 h of stay ]
            gives_up: [ { after: exponential mean 9 h of stay, to: gone }, { queue: 4, to: gone } ]
            time: exponential mean 1 h
            then: { ward: 60 %, clinic: rest }
          ward:
            each: site
            clock: stay
            place: [ bed@site, spare after exponential mean 2 h ]
            moves_back: { priority: 2, during: days }
            time: lognormal mean 9 h sd 7 h
            then: { scan: 40 %, home: rest }
          scan: { clock: stay, place: chair + ticket, keep: [ bed, spare ], sets: { colour: { red: 50 %, blue: rest } }, time: 30 min, then: again }
          again: { clock: stay, place: keep, delayed: { reason: A, attribution: nhs }, staff: nurse, time: { table: lengths }, then: home }
          clinic: { staff: nurse, time: until next 10:00, then: [ { if: visits(clinic) < 2 and colour = red, to: clinic }, { to: home } ] }
          home: { place: none, time: exponential mean 5 h, then: leave }
        exits: [gone]
        tables: { lengths: { keys: [colour], rows: { red: 1 h, blue: 3 h } } }
        streams:
          north: { to: door, rate: 5 per d, attributes: { site: north, rank: { "1": 30 %, "2": rest }, colour: { red: 50 %, blue: rest } } }
          south: { to: door, schedule: { every: 5 h, first: 0 h, count: 2 }, attributes: { site: south, rank: "2", colour: blue } }
          flu:   { closes: { pool: bed@north, amount: 1, time: 9 h }, schedule: { at: daily 11:00 } }
        """);

    [TestCase(2 * Day)]
    [TestCase((3 * Day) + (9 * Hour) + 77)]
    [TestCase((4 * Day) + (13 * Hour))]
    [TestCase((6 * Day) + (21 * Hour) + 1801)]
    public void Everything_that_a_stage_can_say_goes_on(int at) => GoingOn.IsTheSame(Hospital, at, 9 * Day);
}
