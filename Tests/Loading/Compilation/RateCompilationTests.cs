using FlowSim.Simulator.Model;
using static FlowSim.Tests.Loading.Compilation.Compiled;

namespace FlowSim.Tests.Loading.Compilation;

[TestFixture]
internal sealed class RateCompilationTests
{
    private const string ByHour = "hour,rate\n0-7,1\n8-19,4\n20-23,2\n";
    private const string ByWeekday = "weekday,index\nMon-Fri,1.1\nSat,0.8\nSun,0.7\n";
    private const string ByMonth = "month,index\n*,1\nDec-Feb,1.3\n";

    [Test]
    public void Cells_are_rates_per_the_unit_that_is_named()
    {
        Assert.That(Rate("{ table: by-hour, per: h }").PerHour.At(At(0, 8)), Is.EqualTo(4));
        Assert.That(Rate("{ table: by-hour, per: d }").PerHour.At(At(0, 8)), Is.EqualTo(4.0 / 24).Within(1e-12));
    }

    [Test]
    public void Cells_without_a_unit_are_refused() =>
        Assert.That(Problems(System("{ table: by-hour }"), Files), Has.One.Contains("per: h"));

    [Test]
    public void Scaled_shapes_have_the_mean_wanted_over_the_year_before_the_branch()
    {
        var rate = Rate("{ product: [ { table: by-hour }, { table: by-weekday }, { table: by-month } ], scale: 303.8 per d }");
        var run = Run;
        var year = run.Branch - (365 * SimTime.Day);
        var hours = Enumerable.Range(0, 365 * 24).Sum(hour => rate.PerHour.At(year + (hour * SimTime.Hour)));
        Assert.That(hours / 365, Is.EqualTo(303.8).Within(1e-9));
        Assert.That(rate.PerHour.At(year + At(0, 8)) / rate.PerHour.At(year + At(0, 7)), Is.EqualTo(4).Within(1e-12));
    }

    [Test]
    public void What_a_scenario_multiplies_a_rate_with_multiplies_it()
    {
        Assert.That(Rate("{ table: by-hour, per: h, times: 1.05 }").PerHour.At(At(0, 8)), Is.EqualTo(4.2).Within(1e-12));
        Assert.That(Rate("{ table: by-hour, scale: 24 per d, times: 2 }").PerHour.At(At(0, 8)),
            Is.EqualTo(2 * Rate("{ table: by-hour, scale: 24 per d }").PerHour.At(At(0, 8))).Within(1e-12));
    }

    [Test]
    public void Growth_steps_each_first_of_April_from_the_branch_on()
    {
        var rate = Rate("{ rate: 10 per d, growth: 2 % per y }");
        var first = Run.Branch / SimTime.Day;
        Assert.Multiple(() =>
        {
            Assert.That(rate.DayFactor[0], Is.EqualTo(1));
            Assert.That(rate.DayFactor[first - 1], Is.EqualTo(1));
            Assert.That(rate.DayFactor[first], Is.EqualTo(1.02).Within(1e-12));
            Assert.That(rate.DayFactor[first + 364], Is.EqualTo(1.02).Within(1e-12));
            Assert.That(rate.DayFactor[first + 365], Is.EqualTo(1.0404).Within(1e-12));
        });
    }

    [Test]
    public void A_holiday_counts_as_the_weekday_named()
    {
        var rate = Rate("{ product: [ { table: by-weekday } ], scale: 24 per d, holiday: as Sun }");
        var boxingDay = new DateOnly(2016, 12, 26).DayNumber - Run.FirstDay.DayNumber;
        Assert.That(rate.PerHour.At(At(boxingDay, 12)), Is.EqualTo(rate.PerHour.At(At(boxingDay - 1, 12))), "Monday as the Sunday before");
        Assert.That(rate.PerHour.At(At(boxingDay + 7, 12)), Is.GreaterThan(rate.PerHour.At(At(boxingDay, 12))));
    }

    [Test]
    public void A_scale_may_come_from_a_table_by_the_dimension_of_the_stream()
    {
        var model = Model(
            """
            system: sites
            run: { starts: Mon 00:00, lasts: 400 d }
            dimensions: { site: [north, south] }
            streams: { a: { each: site, to: s, rate: { table: by-hour, scale: { table: volumes, column: walk-in } } } }
            stages: { s: { each: site, time: 1 h, then: leave } }
            """,
            [.. Files, ("tables/volumes.csv", "site,walk-in,other,status,source\nnorth,48,1,assumed,\nsouth,24,2,assumed,\n")]);
        var north = Enumerable.Range(0, 24).Sum(hour => model.Stream("a@north").Rate!.PerHour.At(At(3, hour)));
        Assert.That(north, Is.EqualTo(48).Within(1e-9));
    }

    [Test]
    public void Every_and_at_schedules_give_their_instants()
    {
        var every = Schedule("{ every: 1 h, until: 3 d }");
        Assert.That(every.AtStart, Is.True);
        Assert.That((every.At.NextAfter(0), every.Until), Is.EqualTo((3600, 3 * 86400)));
        var odd = Schedule("{ every: 7 h, first: 2 h, count: 2.4 }");
        Assert.That(odd.AtStart, Is.False);
        Assert.That(Instants(odd.At, 5), Is.EqualTo(new[] { 2, 9, 16, 23, 30 }.Select(hour => hour * 3600)));
        Assert.That(odd.Counts[0].Mean, Is.EqualTo(2.4));
        Assert.That(Schedule("{ at: Mon-Fri 07:00, count: 22 }").At.NextAfter(0), Is.EqualTo(At(0, 7)));
    }

    [Test]
    public void An_observed_list_is_sorted_and_its_values_are_indices()
    {
        var model = Model(
            """
            system: observed
            run: { starts: 2016-04-01, lasts: 10 d, replications: 2 }
            attributes: { acuity: [high, low] }
            streams: { a: { to: s, observed: { file: tables/arrivals.csv } } }
            stages: { s: { time: 1 h, then: { by: acuity, high: leave, low: leave } } }
            """,
            ("tables/arrivals.csv", "time,acuity,replication\n2016-04-01T13:45,low,1\n90 min,high,2\n"));
        var list = model.Stream("a").Observed!;
        Assert.That(list.Times, Is.EqualTo(new[] { 5400, (13 * 3600) + (45 * 60) }));
        Assert.That(list.Replication, Is.EqualTo(new[] { 2, 1 }));
        Assert.That(list.Values, Is.EqualTo(new[] { 0, 1 }));
    }

    private static RunPlan Run => Model(System("10 per d")).Run;

    private static (string, string)[] Files => [("tables/by-hour.csv", ByHour), ("tables/by-weekday.csv", ByWeekday), ("tables/by-month.csv", ByMonth)];

    private static RateModel Rate(string rate) => Model(System(rate), Files).Streams[0].Rate!;

    private static ScheduleModel Schedule(string schedule) => Model($$"""
        system: schedule
        run: { starts: Mon 00:00, lasts: 10 d }
        streams: { a: { to: s, schedule: {{schedule}} } }
        stages: { s: { time: 1 h, then: leave } }
        """).Streams[0].Schedule!;

    private static List<int> Instants(Gate gate, int count)
    {
        var instants = new List<int>();
        for (var at = 0; instants.Count < count;)
        {
            at = gate.NextAfter(at);
            instants.Add(at);
        }

        return instants;
    }

    private static string System(string rate) => $$"""
        system: rates
        run: { starts: 2015-04-01, branch: 2017-04-01, lasts: 2 y, begin: described }
        calendars: { bank-holidays: { dates: [2016-12-26] } }
        streams: { a: { to: s, rate: {{rate}} } }
        stages: { s: { time: 1 h, then: leave } }
        """;
}
