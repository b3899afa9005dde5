using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary><c>at_close: empty</c> over several days, and a surge while the roster moves.</summary>
public sealed class ClosingTimeTests
{
    [Test]
    public void At_the_next_opening_everybody_is_served_again()
    {
        // Open 8 to 10. Ben, who waits at closing, is kept for until 13:00 by Anna; Cora comes at 11:00 and is seen the next day, in her order before Dora.
        var scene = Play($$"""
            calendars: { mornings: { open: daily 08:00-10:00 } }
            pools: { nurse: { kind: staff, capacity: { calendar: mornings, inside: 1, outside: 0 }, at_close: empty } }
            stages:
              long: { staff: nurse, time: 4 h, then: leave }
              see:  { staff: nurse, time: 10 min, then: leave }
            streams:
              {{Patient("anna", "long", "9 h")}}
              {{Patient("ben", "see", "570 min")}}
              {{Patient("cora", "see", "11 h")}}
              {{Patient("dora", "see", "32 h")}}
            """);
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(13 * Hour));
        Assert.That(scene.Started("cora", "see"), Is.EqualTo(32 * Hour));
        Assert.That(scene.Started("dora", "see"), Is.EqualTo((32 * Hour) + (10 * Minute)));
    }

    [Test]
    public void Those_kept_for_over_the_next_opening_are_served_as_all_others_then()
    {
        // Anna is seen for 25 h: at the next opening Ben still waits, and Cora, who came after closing, may be seen by the second nurse who works then.
        var scene = Play(
            $$"""
            pools: { nurse: { kind: staff, capacity: { roster: nurses }, at_close: empty } }
            stages:
              long: { staff: nurse, time: 25 h, then: leave }
              see:  { staff: nurse, time: 5 h, then: leave }
            streams:
              {{Patient("anna", "long", "9 h")}}
              {{Patient("ben", "see", "570 min")}}
              {{Patient("cora", "see", "11 h")}}
            """,
            ("rosters/nurses.csv", "days,from,to,capacity\nMon,08:00,10:00,1\nTue,08:00,20:00,3\n"));
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(32 * Hour));
        Assert.That(scene.Started("cora", "see"), Is.EqualTo(32 * Hour));
    }

    [Test]
    public void Who_is_kept_for_does_not_keep_the_pool_open_beyond_the_last()
    {
        // Ben is the last of those who waited at closing: from 13:10 on nobody is seen, and the pool is shut.
        var scene = Play($$"""
            calendars: { mornings: { open: daily 08:00-10:00 } }
            pools: { nurse: { kind: staff, capacity: { calendar: mornings, inside: 2, outside: 0 }, at_close: empty } }
            stages:
              long: { staff: 2 of nurse, time: 4 h, then: leave }
              see:  { staff: nurse, time: 10 min, then: leave }
            streams:
              {{Patient("anna", "long", "9 h")}}
              {{Patient("ben", "see", "570 min")}}
              {{Patient("cora", "see", "12 h")}}
              {{Patient("dora", "see", "14 h")}}
            """);
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(13 * Hour));
        Assert.That(scene.Started("cora", "see"), Is.EqualTo(32 * Hour));
        Assert.That(scene.Started("dora", "see"), Is.EqualTo(32 * Hour));
    }

    [Test]
    public void Nothing_is_kept_open_for_whom_the_hours_of_taking_leave_waiting()
    {
        // Nobody is taken after 10:00, so the nurse is there from 8 to 10 on each of twenty days, and with Anna until 13:00.
        var scene = Play($$"""
            calendars: { mornings: { open: daily 08:00-10:00 } }
            pools: { nurse: { kind: staff, capacity: { calendar: mornings, inside: 1, outside: 0 }, takes: mornings, at_close: empty } }
            stages:
              long: { staff: nurse, time: 4 h, then: leave }
              see:  { staff: nurse, time: 10 min, then: leave }
            streams:
              {{Patient("anna", "long", "9 h")}}
              {{Patient("ben", "see", "570 min")}}
            """);
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(32 * Hour));
        Assert.That(scene.Value("open", "nurse") * 480, Is.EqualTo((20 * 2) + 3).Within(1e-9));
    }

    [Test]
    public void A_surge_stays_open_when_the_roster_changes()
    {
        // Open from 1 h on with one bed more; the roster goes from one to two at 6 h.
        var scene = Play(
            $$"""
            pools: { bed: { kind: beds, capacity: { roster: beds }, surge: { adds: 1, checked: daily 01:00, opens: waiting(bed) > 0, closes: waiting(bed) < 0, after: 0 h, at_least: 1 h } } }
            stages: { ward: { place: bed, time: 100 h, then: leave } }
            streams:
              {{Patient("anna", "ward")}}
              {{Patient("ben", "ward", "10 min")}}
              {{Patient("cora", "ward", "20 min")}}
            """,
            ("rosters/beds.csv", "days,from,to,capacity\nMon,00:00,06:00,1\nMon,06:00,24:00,2\nTue-Sun,00:00,24:00,2\n"));
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(1 * Hour));
        Assert.That(scene.Taken("cora", "ward"), Is.EqualTo(6 * Hour));
    }

    [Test]
    public void A_surge_that_is_open_or_about_to_open_is_not_opened_twice()
    {
        // Checked every hour while many wait, open from 4 h on: one bed more and no second.
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1, surge: { adds: 1, checked: "daily 01:00 & 02:00 & 03:00 & 06:00", opens: waiting(bed) > 0, closes: waiting(bed) < 0, after: 3 h, at_least: 1 h } } }
            stages: { ward: { place: bed, time: 100 h, then: leave } }
            streams:
              crowd: { to: ward, schedule: { every: 300 d, first: 10 min, count: 4 } }
            """);
        Assert.That(scene.Taken("crowd/2", "ward"), Is.EqualTo(4 * Hour));
        Assert.That(scene.Taken("crowd/3", "ward"), Is.EqualTo((100 * Hour) + (10 * Minute)));
    }
}
