using static FlowSim.Tests.Loading.Compilation.Compiled;

namespace FlowSim.Tests.Loading.Compilation;

/// <summary>What once passed the check and gave a number that nobody meant.</summary>
public sealed class TrapTests
{
    private const string Dated = "2016-04-01";

    [Test]
    public void A_roster_that_covers_the_week_passes() =>
        Assert.That(Roster("days,from,to,capacity\nMon-Fri,08:00,20:00,3\nMon-Fri,20:00,08:00,1\nSat,08:00,24:00,1\nSun,00:00,24:00,1\nMon,00:00,08:00,1\n"),
            Is.Empty);

    [TestCase("days,from,to,capacity\ndaily,08:00,20:00,3\n", "daily 00:00-08:00, 20:00-24:00")]
    [TestCase("days,from,to,capacity\nMon-Fri,22:00,06:30,3\n", "Mon 00:00-22:00; Tue-Fri 06:30-22:00; Sat 06:30-24:00; Sun 00:00-24:00")]
    [TestCase("days,from,to,capacity\nMon-Thu,00:00,24:00,3\nSat-Sun,00:00,24:00,1\n", "Fri 00:00-24:00")]
    public void Hours_that_no_row_covers_are_named(string roster, string gaps) => Assert.That(Roster(roster), Has.One.Contains("warning").And.Contains(gaps));

    [TestCase("days,from,to,capacity\ndaily,08:00,20:00,3\ndaily,20:00,08:00,0\n")]
    [TestCase("days,from,to,capacity\nMon-Sun,08:00,20:00,3\nMon-Sun,20:00,08:00,0\n")]
    [TestCase("days,from,to,capacity\nMon-Fri,08:00,20:00,3\ndaily,00:00,24:00,0\n")]
    public void A_row_that_says_0_covers_its_hours(string roster) => Assert.That(Roster(roster), Is.Empty);

    [Test]
    public void Holidays_with_rows_of_their_own_are_covered_too()
    {
        const string Named = "{ roster: r, holidays: h }";
        const string Days = "calendars: { h: { dates: [2016-04-04] } }";
        const string Header = "days,from,to,capacity\n";
        Assert.That(Problems(System(Named, more: Days), ("rosters/r.csv", $"{Header}daily,00:00,24:00,2\nholidays,08:00,20:00,1\n")),
            Has.One.Contains("warning").And.Contains("holidays 00:00-08:00, 20:00-24:00").And.Contains("holidays,20:00,08:00,0"));
        Assert.That(Problems(System(Named, more: Days), ("rosters/r.csv", $"{Header}daily,08:00,20:00,2\ndaily,20:00,08:00,2\nholidays,08:00,24:00,1\n")),
            Is.Empty);
        Assert.That(Problems(System("{ roster: r }"), ("rosters/r.csv", $"{Header}daily,00:00,24:00,2\nholidays,00:00,24:00,1\n")),
            Has.One.Contains("r.csv:3: warning").And.Contains("bank-holidays"));
    }

    [Test]
    public void A_column_of_a_roster_that_is_nearly_named_is_one_problem()
    {
        Assert.That(Roster("Days,from,to,capacity\ndaily,00:00,24:00,1\n"), Has.One.Contains("Rename the column \"Days\" to \"days\""));
        Assert.That(Roster("Days,from,to,capacity\ndaily,00:00,24:00,1\n"), Has.Count.EqualTo(1));
    }

    [Test]
    public void A_calendar_with_a_fault_is_not_unknown_as_well()
    {
        Assert.That(Problems(System("1", time: "1 h of c", more: "calendars: { c: { open: Monday 09:00-17:00 } }")), Has.Count.EqualTo(1));
        Assert.That(Problems(System("1", time: "until next c", more: "calendars: { c: { at: daily 9am } }")), Has.Count.EqualTo(1));
    }

    [Test]
    public void Instances_with_the_same_gap_are_named_together()
    {
        var faults = Roster("site,days,from,to,capacity\nnorth,daily,00:00,24:00,1\nsouth|east,daily,08:00,20:00,1\n", "each: site, ", "@site");
        Assert.That(faults, Has.One.Contains("of east, south").And.Contains("daily 00:00-08:00, 20:00-24:00"));
    }

    [TestCase("1000001")]
    [TestCase("3000000000")]
    [TestCase("1e15")]
    public void More_than_a_million_units_are_refused(string units)
    {
        Assert.That(Roster($"days,from,to,capacity\ndaily,00:00,24:00,{units}\n"), Has.One.Contains("r.csv:2").And.Contains("1000000"));
        Assert.That(Pool($"{{ calendar: daily 08:00-18:00, inside: {units}, outside: 0 }}"), Has.One.Contains("inside").And.Contains("1000000"));
        Assert.That(Pool($"{{ calendar: daily 08:00-18:00, inside: 1, outside: {units} }}"), Has.One.Contains("outside").And.Contains("1000000"));
        Assert.That(Pool($"1, surge: {{ adds: {units}, opens: waiting(n) > 3, closes: waiting(n) < 1, checked: daily 08:00 }}"),
            Has.One.Contains("adds").And.Contains("1000000"));
        Assert.That(Problems(System("{ table: t }"), ("tables/t.csv", $"beds\n{units}\n")), Has.One.Contains("t.csv:2").And.Contains("1000000"));
    }

    [Test]
    public void A_roster_and_a_calendar_may_be_unlimited_for_some_hours()
    {
        Assert.That(Roster("days,from,to,capacity\ndaily,08:00,20:00,unlimited\ndaily,20:00,08:00,0\n"), Is.Empty);
        Assert.That(Pool("{ calendar: daily 08:00-18:00, inside: unlimited, outside: 2 }"), Is.Empty);
    }

    [Test]
    public void A_calendar_says_what_is_open_in_it() => Assert.That(Pool("{ calendar: daily 08:00-18:00, outside: 2 }"), Has.One.Contains("inside"));

    [TestCase("schedule: { at: daily 07:00, count: -5 }", "at least 0")]
    [TestCase("schedule: { at: daily 07:00, count: uniform -5 3 }", "at least 0")]
    [TestCase("schedule: { at: daily 07:00, count: 1e9 }", "100000")]
    [TestCase("rate: 1 per d, count: -5", "at least 0")]
    [TestCase("rate: 1 per d, count: many", "a number")]
    [TestCase("rate: 1 per d, count: binomial 100001 50 %", "binomial")]
    [TestCase("rate: 1 per d, count: empirical nothing column x", "nothing")]
    [TestCase("schedule: { at: daily 07:00 }, count: 5", "inside")]
    public void A_count_that_is_none_is_refused(string stream, string says) => Assert.That(Pool("1", stream), Has.One.Contains("count").And.Contains(says));

    [Test]
    public void Counts_may_be_drawn_from_a_column()
    {
        Assert.That(Problems(System("1", "rate: 1 per d, count: empirical sizes column patients"), ("tables/sizes.csv", "patients\n1\n3\n")), Is.Empty);
        Assert.That(
            Problems(System("1", "schedule: { at: daily 07:00, count: empirical sizes column patients }"), ("tables/sizes.csv", "patients\n1\nx\n-3\n")),
            Has.One.Contains("sizes.csv:3").And.One.Contains("sizes.csv:4"));
    }

    [TestCase("0")]
    [TestCase("64")]
    [TestCase("100")]
    [TestCase("-1")]
    public void A_rank_beyond_1_to_63_is_refused_where_it_is_given(string rank)
    {
        const string Ranked = """
            system: s
            run: { starts: 2016-04-01, lasts: 30 d, replications: 1 }
            attributes: { urgency: number, kind: [x, y] }
            pools: { n: { kind: staff, capacity: 1 } }
            streams:
              a: { to: w, observed: { file: tables/o.csv } }
              b: { to: w, rate: 1 per d, attributes: { kind: x, urgency: { table: t } } }
            stages: { w: { staff: n, priority: urgency, time: 1 h, then: leave } }
            """;
        Assert.That(Problems(Ranked, ("tables/o.csv", "time,urgency\n1 d,1\n1 d,63\n"), ("tables/t.csv", "kind,is\nx,2\ny,3\n")), Is.Empty);
        Assert.That(Problems(Ranked, ("tables/o.csv", $"time,urgency\n1 d,1\n1 d,{rank}\n"), ("tables/t.csv", "kind,is\nx,2\ny,3\n")),
            Has.One.Contains("o.csv:3").And.Contains(rank));
        Assert.That(Problems(Ranked, ("tables/o.csv", "time,urgency\n1 d,1\n"), ("tables/t.csv", $"kind,is\nx,2\ny,{rank}\n")),
            Has.One.Contains("t.csv:3").And.Contains(rank));
        Assert.That(Problems(Ranked.Replace("{ table: t }", rank, StringComparison.Ordinal), ("tables/o.csv", "time,urgency\n1 d,1\n")),
            Has.One.Contains("streams.b.attributes.urgency").And.Contains(rank));
    }

    [Test]
    public void A_column_with_blanks_in_its_name_is_read_in_quotation_marks()
    {
        var system = System("1", "rate: 1 per d", "empirical stays column \"LOS (days)\" in d at most 60 d");
        Assert.That(Problems(system, ("tables/stays.csv", "LOS (days)\n3\n0\n")), Is.Empty);
        Assert.That(Problems(system, ("tables/stays.csv", "LOS (days)\n3\n-1\nx\n")), Has.One.Contains("stays.csv:3").And.One.Contains("stays.csv:4"));
        Assert.That(Problems(system, ("tables/stays.csv", "LOS (days)\n")), Has.One.Contains("at least one number"));
    }

    [TestCase("hour,rate\n0-23,1\n", "")]
    [TestCase("weekday,rate\nMon-Fri,1\nSat-Sun,2\n", "")]
    [TestCase("month,rate\n*,1\n", "")]
    [TestCase("month,rate\nOct-Mar,2\nApr-Sep,1\n", "month")]
    [TestCase("date,rate\n2016-04-02,2\n*,1\n", "date")]
    public void A_system_without_dates_has_hours_and_weekdays_only(string table, string refused)
    {
        var faults = Problems(System("1", "rate: { table: r, per: h }", starts: "Mon 00:00"), ("tables/r.csv", table));
        Assert.That(faults, refused.Length == 0 ? Is.Empty : Has.One.Contains(refused).And.Contains("run.starts"));
        Assert.That(Problems(System("1", "rate: { table: r, per: h }"), ("tables/r.csv", table)), Is.Empty);
    }

    [TestCase("calendars: { c: { months: Dec-Mar } }", "Dec-Mar")]
    [TestCase("calendars: { c: { dates: [2016-12-26] } }", "2016-12-26")]
    public void Seasons_in_a_system_without_dates_are_told(string more, string says) =>
        Assert.That(Problems(System("{ calendar: c, inside: 1 }", starts: "Mon 00:00", more: more)),
            Has.One.Contains("warning").And.Contains(says).And.Contains("run.starts"));

    private static List<string> Pool(string capacity, string stream = "rate: 1 per d", string tables = "") => Problems(System(capacity, stream, more: tables));

    private static List<string> Roster(string roster, string each = "", string at = "") => Problems(
        $$"""
        system: s
        run: { starts: 2016-04-01, lasts: 30 d, replications: 1 }
        dimensions: { site: [north, south, east] }
        pools: { n: { {{each}}kind: staff, capacity: { roster: r } } }
        streams: { a: { {{each}}to: w, rate: 1 per d } }
        stages: { w: { {{each}}staff: n{{at}}, time: 1 h, then: leave } }
        """,
        ("rosters/r.csv", roster)).FindAll(problem => !problem.Contains("dimensions", StringComparison.Ordinal));

    private static string System(string capacity, string stream = "rate: 1 per d", string time = "1 h", string starts = Dated, string more = "") => $$"""
        system: s
        run: { starts: {{starts}}, lasts: 30 d, replications: 1 }
        pools: { n: { kind: staff, capacity: {{capacity}} } }
        streams: { a: { to: w, {{stream}} } }
        stages: { w: { staff: n, time: {{time}}, then: leave } }
        {{more}}
        """;
}
