using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 6: the start, how long it takes, and when staff come free.</summary>
public sealed class TimeTests
{
    [Test]
    public void Tables_of_time_see_the_place_taken()
    {
        var scene = Play($$"""
            pools:
              medical:  { kind: beds, capacity: 1 }
              surgical: { kind: beds, capacity: 1 }
            tables: { stay: { keys: [place], rows: { medical: 60 min, surgical: 90 min } } }
            stages:
              ward: { place: [medical, surgical], time: { table: stay }, then: leave }
            streams:
              {{Patient("anna", "ward")}}
              {{Patient("ben", "ward")}}
            """);
        Assert.That(scene.Left("anna"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Left("ben"), Is.EqualTo(90 * Minute));
    }

    [Test]
    public void Tables_of_time_see_the_hour_of_the_start_not_of_the_entry()
    {
        var scene = Play($$"""
            pools: { nurse: { kind: staff, capacity: 1 } }
            tables: { length: { keys: [hour], rows: { "0": 60 min, "1-23": 20 min } } }
            stages:
              see: { staff: nurse, time: { table: length }, then: leave }
            streams:
              {{Patient("anna", "see")}}
              {{Patient("ben", "see", "30 min")}}
            """);
        Assert.That(scene.Left("anna"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Left("ben"), Is.EqualTo(80 * Minute));
    }

    [Test]
    public void Tables_of_time_see_weekday_and_month()
    {
        const string system = """
            tables:
              by-day:   { keys: [weekday], rows: { "Mon-Fri": 10 min, "Sat-Sun": 30 min } }
              by-month: { keys: [month], rows: { "Jan": 1 h, "Feb-Dec": 2 h } }
            stages:
              a: { time: { table: by-day }, then: b }
              b: { time: { table: by-month }, then: leave }
            """;
        var scene = Play($$"""
            run: { starts: 2017-01-30, lasts: 10 d, warm_up: 0 d, begin: empty }
            {{system}}
            streams:
              {{Patient("anna", "a")}}
              {{Patient("ben", "a", "5 d")}}
            """);
        Assert.That(scene.Left("anna"), Is.EqualTo(70 * Minute), "Monday 30 January");
        Assert.That(scene.Left("ben"), Is.EqualTo((5 * Day) + (150 * Minute)), "Saturday 4 February");
    }

    [Test]
    public void Staff_for_T_come_free_after_T_if_that_is_before_the_end()
    {
        var scene = Play($$"""
            pools: { nurse: { kind: staff, capacity: 1 } }
            stages:
              drip:  { staff: nurse for 20 min, time: 60 min, then: leave }
              quick: { staff: nurse for 20 min, time: 10 min, then: leave }
            streams:
              {{Patient("anna", "drip")}}
              {{Patient("ben", "quick", "1 min")}}
              {{Patient("cora", "drip", "2 min")}}
            """);
        Assert.That(scene.Started("ben", "quick"), Is.EqualTo(20 * Minute));
        Assert.That(scene.Started("cora", "drip"), Is.EqualTo(30 * Minute), "with Ben the nurse stays for min(T, d)");
        Assert.That(scene.Left("anna"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Left("cora"), Is.EqualTo(90 * Minute));
    }

    [Test]
    public void Until_opens_takes_no_time_if_it_is_open()
    {
        var scene = Play($$"""
            calendars: { office: { open: Mon-Fri 09:00-17:00 } }
            stages:
              wait: { time: until office opens, then: leave }
            streams:
              {{Patient("anna", "wait", "10 h")}}
              {{Patient("ben", "wait", "9 h")}}
              {{Patient("cora", "wait", "17 h")}}
              {{Patient("dan", "wait", "4 d")}}
              {{Patient("eve", "wait", "113 h")}}
            """);
        Assert.That(scene.Left("anna"), Is.EqualTo(10 * Hour));
        Assert.That(scene.Left("ben"), Is.EqualTo(9 * Hour));
        Assert.That(scene.Left("cora"), Is.EqualTo(33 * Hour), "17:00 is shut");
        Assert.That(scene.Left("dan"), Is.EqualTo((4 * Day) + (9 * Hour)), "Friday 00:00");
        Assert.That(scene.Left("eve"), Is.EqualTo((7 * Day) + (9 * Hour)), "Friday 17:00");
    }

    [Test]
    public void Until_next_hour_is_strictly_later()
    {
        var scene = Play($$"""
            stages:
              wait: { time: until next 16:00, then: leave }
            streams:
              {{Patient("anna", "wait", "15 h")}}
              {{Patient("ben", "wait", "16 h")}}
            """);
        Assert.That(scene.Left("anna"), Is.EqualTo(16 * Hour));
        Assert.That(scene.Left("ben"), Is.EqualTo(40 * Hour));
    }

    [Test]
    public void Until_next_gate_is_strictly_later_and_skips_excepted_dates()
    {
        var scene = Play($$"""
            run: { starts: 2017-04-13, lasts: 10 d, warm_up: 0 d, begin: empty }
            calendars:
              bank-holidays: { dates: [2017-04-14, 2017-04-17] }
              round: { at: Mon-Fri 10:00 & Sat-Sun 11:00, except: bank-holidays }
            stages:
              wait: { time: until next round, then: leave }
            streams:
              {{Patient("anna", "wait", "9 h")}}
              {{Patient("ben", "wait", "10 h")}}
              {{Patient("cora", "wait", "83 h")}}
            """);
        Assert.That(scene.Left("anna"), Is.EqualTo(10 * Hour), "Thursday 13 April 10:00");
        Assert.That(scene.Left("ben"), Is.EqualTo((2 * Day) + (11 * Hour)), "Good Friday has no round; Saturday 11:00");
        Assert.That(scene.Left("cora"), Is.EqualTo((5 * Day) + (10 * Hour)), "Sunday 11:00 itself, then no round on Easter Monday");
    }

    [Test]
    public void Until_next_weekday_and_hour_is_a_gate()
    {
        var scene = Play($$"""
            stages:
              wait: { time: until next Mon 08:00, then: leave }
            streams:
              {{Patient("anna", "wait", "8 h")}}
              {{Patient("ben", "wait", "1 h")}}
            """);
        Assert.That(scene.Left("anna"), Is.EqualTo((7 * Day) + (8 * Hour)));
        Assert.That(scene.Left("ben"), Is.EqualTo(8 * Hour));
    }

    [Test]
    public void Until_next_drawn_is_the_next_of_the_hour_drawn()
    {
        var scene = Play($$"""
            attributes: { kind: [early, late] }
            tables: { goes: { keys: [kind], rows: { early: { "10:00": 100 % }, late: { "15:30": 100 % } } } }
            stages:
              wait: { time: until next drawn goes, then: leave }
            streams:
              {{Patient("anna", "wait", "9 h", "kind: early")}}
              {{Patient("ben", "wait", "10 h", "kind: early")}}
              {{Patient("cora", "wait", "10 h", "kind: late")}}
            """);
        Assert.That(scene.Left("anna"), Is.EqualTo(10 * Hour));
        Assert.That(scene.Left("ben"), Is.EqualTo(34 * Hour));
        Assert.That(scene.Left("cora"), Is.EqualTo((15 * Hour) + (30 * Minute)));
    }

    [Test]
    public void A_time_T_of_calendar_counts_open_time_only()
    {
        var scene = Play($$"""
            calendars: { office: { open: Mon-Fri 09:00-17:00 } }
            stages:
              work: { time: 2 h of office, then: leave }
            streams:
              {{Patient("anna", "work", "10 h")}}
              {{Patient("ben", "work", "16 h")}}
              {{Patient("cora", "work", "15 h")}}
              {{Patient("dan", "work", "112 h")}}
            """);
        Assert.That(scene.Left("anna"), Is.EqualTo(12 * Hour));
        Assert.That(scene.Left("ben"), Is.EqualTo(34 * Hour), "an hour on Monday, an hour on Tuesday");
        Assert.That(scene.Left("cora"), Is.EqualTo(17 * Hour), "two hours are over as the office shuts");
        Assert.That(scene.Left("dan"), Is.EqualTo((7 * Day) + (10 * Hour)), "Friday 16:00 and Monday");
    }

    [Test]
    public void A_day_of_a_calendar_is_24_open_hours()
    {
        var scene = Play($$"""
            calendars: { office: { open: Mon-Fri 09:00-17:00 } }
            stages:
              work: { time: 1 d of office, then: leave }
            streams:
              {{Patient("anna", "work", "9 h")}}
            """);
        Assert.That(scene.Left("anna"), Is.EqualTo((2 * Day) + (17 * Hour)));
    }

    [Test]
    public void A_duration_attribute_may_be_the_time()
    {
        var scene = Play($$"""
            attributes: { stay: duration }
            stages:
              ward: { time: stay, then: leave }
            streams:
              {{Patient("anna", "ward", "1 h", "stay: 25 min")}}
            """);
        Assert.That(scene.Left("anna"), Is.EqualTo(85 * Minute));
    }

    [Test]
    public void Staff_whose_roster_ends_finish_the_work_in_hand()
    {
        var scene = Play(
            $$"""
            pools: { nurse: { kind: staff, capacity: { roster: nurses } } }
            stages:
              see: { staff: nurse, time: 2 h, then: leave }
            streams:
              {{Patient("anna", "see", "11 h")}}
              {{Patient("ben", "see", "690 min")}}
            """,
            ("rosters/nurses.csv", "days,from,to,capacity\ndaily,08:00,12:00,1\n"));
        Assert.That(scene.Left("anna"), Is.EqualTo(13 * Hour));
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(32 * Hour), "nobody is served after 12:00");
    }

    [Test]
    public void A_time_of_day_that_is_drawn_is_each_of_those_written_by_its_share()
    {
        // 400 come at 09:00: half of them leave at 10:00 and half at 16:00, within four standard errors (40 of 400).
        var scene = Play("""
            stages: { ward: { time: until next drawn leaving, then: leave } }
            streams: { many: { to: ward, schedule: { every: 300 d, first: 9 h, count: 400 } } }
            tables: { leaving: { keys: [hour], rows: { "*": { "10:00": 50 %, "16:00": rest } } } }
            """);
        var left = scene.Steps("ward", FlowSim.Simulator.Rooms.TraceStep.Left).ToArray();
        Assert.That(left, Is.All.EqualTo(10 * Hour).Or.EqualTo(16 * Hour));
        Assert.That(left.Count(time => time == 10 * Hour), Is.InRange(160, 240));
    }
}
