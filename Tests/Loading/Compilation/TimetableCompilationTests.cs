using FlowSim.Simulator.Model;
using static FlowSim.Tests.Loading.Compilation.Compiled;

namespace FlowSim.Tests.Loading.Compilation;

/// <summary>Day 0 of these systems is Monday 26 December 2016, a bank holiday; day 1 too.</summary>
[TestFixture]
internal sealed class TimetableCompilationTests
{
    private const string Calendars = """
        calendars:
          bank-holidays: { dates: [2016-12-26, 2016-12-27, 2017-01-02] }
          office: { open: Mon-Fri 09:00-17:00 & Sat 10:00-12:00, except: bank-holidays }
          night: { open: Fri 22:00-06:00 }
          winter: { months: Dec-Feb }
          flu: { from: 2017-01-01, to: 2017-01-08 }
          board-round: { at: Mon-Fri 10:00 & Sat-Sun 11:00, except: bank-holidays }
        """;

    [TestCase(0, 10, false)]
    [TestCase(1, 10, false)]
    [TestCase(2, 9, true)]
    [TestCase(2, 17, false)]
    [TestCase(5, 11, true)]
    [TestCase(5, 12, false)]
    [TestCase(6, 11, false)]
    [TestCase(7, 11, false)]
    [TestCase(8, 11, true)]
    public void A_calendar_is_open_in_its_hours_but_not_on_its_exceptions(int day, int hour, bool open) =>
        Assert.That(Capacity("{ calendar: office, inside: 4, outside: 1 }").At(At(day, hour)), Is.EqualTo(open ? 4 : 1));

    [Test]
    public void Hours_over_midnight_belong_to_the_day_they_begin()
    {
        var night = Capacity("{ calendar: night, inside: 1, outside: 0 }");
        Assert.That(night.At(At(4, 21, 59)), Is.Zero);
        Assert.That(night.At(At(4, 22)), Is.EqualTo(1));
        Assert.That(night.At(At(5, 5, 59)), Is.EqualTo(1));
        Assert.That(night.At(At(5, 6)), Is.Zero);
        Assert.That(night.At(At(3, 3)), Is.Zero);
    }

    [Test]
    public void Seasons_are_open_all_day()
    {
        var winter = Capacity("{ calendar: winter, inside: 1, outside: 0 }");
        Assert.That(winter.At(At(64, 23)), Is.EqualTo(1), "28 February");
        Assert.That(winter.At(At(65, 0)), Is.Zero, "1 March");
        var flu = Capacity("{ calendar: flu, inside: 1, outside: 0 }");
        Assert.That((flu.At(At(5, 12)), flu.At(At(6, 0)), flu.At(At(12, 23)), flu.At(At(13, 0))), Is.EqualTo((0.0, 1.0, 1.0, 0.0)));
    }

    [Test]
    public void A_gate_passes_over_its_exceptions()
    {
        var gate = Model(System("capacity: 1", "time: until next board-round")).Stage("s").Time.Specs[0].Gate!;
        Assert.That(gate.NextAfter(0), Is.EqualTo(At(2, 10)));
        Assert.That(gate.NextAfter(At(2, 10)), Is.EqualTo(At(3, 10)));
        Assert.That(gate.NextAfter(At(4, 10)), Is.EqualTo(At(5, 11)));
        Assert.That(gate.NextAfter(At(6, 12)), Is.EqualTo(At(8, 10)), "2 January is a holiday");
    }

    [Test]
    public void Holiday_rows_of_a_roster_apply_on_bank_holidays_only()
    {
        var roster = Capacity("{ roster: r }", "days,from,to,capacity\nMon-Fri,08:00,20:00,8\nSat-Sun,08:00,20:00,6\nholidays,10:00,16:00,3\n");
        Assert.That((roster.At(At(0, 9)), roster.At(At(0, 10)), roster.At(At(2, 9)), roster.At(At(2, 20)), roster.At(At(5, 9))),
            Is.EqualTo((0.0, 3.0, 8.0, 0.0, 6.0)));
    }

    [Test]
    public void Without_holiday_rows_holidays_are_ordinary_days() =>
        Assert.That(Capacity("{ roster: r }", "days,from,to,capacity\nMon-Fri,08:00,20:00,8\n").At(At(0, 9)), Is.EqualTo(8));

    [Test]
    public void A_night_shift_reaches_into_the_next_morning_and_named_days_win_over_daily()
    {
        var roster = Capacity("{ roster: r }", "days,from,to,capacity\ndaily,00:00,24:00,2\nFri,20:00,08:00,5\n");
        Assert.That((roster.At(At(4, 19)), roster.At(At(4, 20)), roster.At(At(5, 7)), roster.At(At(5, 8))), Is.EqualTo((2.0, 5.0, 5.0, 2.0)));
    }

    [Test]
    public void Rows_of_a_roster_that_overlap_are_refused() =>
        Assert.That(
            Problems(System("capacity: { roster: r }", "time: 1 h"), ("rosters/r.csv", "days,from,to,capacity\nMon-Fri,08:00,20:00,8\nMon,12:00,16:00,2\n")),
            Has.One.Contains("two rows that overlap on Monday"));

    [Test]
    public void An_instance_of_a_roster_wins_over_any()
    {
        var model = Model(
            """
            system: rosters
            run: { starts: Mon 00:00, lasts: 10 d }
            dimensions: { site: [north, south] }
            pools: { nurse: { each: site, kind: staff, capacity: { roster: r } } }
            streams: { a: { each: site, to: s, rate: 1 per d } }
            stages: { s: { each: site, staff: nurse@site, time: 1 h, then: leave } }
            """,
            ("rosters/r.csv", "site,days,from,to,capacity\n*,daily,08:00,20:00,6\nsouth,daily,08:00,20:00,4\n"));
        Assert.That((model.Pool("nurse@north").Capacity.At(At(0, 9)), model.Pool("nurse@south").Capacity.At(At(0, 9))), Is.EqualTo((6.0, 4.0)));
    }

    [Test]
    public void Slots_come_back_at_their_gate_and_at_midnight_unless_said()
    {
        var pool = Model(System("capacity: 3 per day, renewed: daily 08:00", "time: 1 h", kind: "slots")).Pools[0];
        Assert.That(pool.Capacity.At(0), Is.EqualTo(3));
        Assert.That(pool.Renewed!.NextAfter(0), Is.EqualTo(At(0, 8)));
        var midnight = Model(System("capacity: 3 per day", "time: 1 h", kind: "slots")).Pools[0];
        Assert.That(midnight.Renewed!.NextAfter(At(0, 8)), Is.EqualTo(At(1, 0)));
    }

    private static Timetable Capacity(string capacity, string? roster = null) =>
        Model(System("capacity: " + capacity, "time: 1 h"), roster is null ? [] : [("rosters/r.csv", roster)]).Pools[0].Capacity;

    private static string System(string capacity, string time, string kind = "staff") => $$"""
        system: hours
        run: { starts: 2016-12-26, lasts: 100 d }
        {{Calendars}}
        pools: { p: { kind: {{kind}}, {{capacity}} } }
        streams: { a: { to: s, rate: 1 per d } }
        stages: { s: { staff: p, {{time}}, then: leave } }
        """;
}
