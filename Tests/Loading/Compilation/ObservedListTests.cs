using FlowSim.Simulator.Model;
using static FlowSim.Tests.Loading.Compilation.Compiled;

namespace FlowSim.Tests.Loading.Compilation;

/// <summary>Lists of observed arrivals: what is read, what is left out and told, what is refused.</summary>
public sealed class ObservedListTests
{
    private const int Noon = 12 * SimTime.Hour;

    [Test]
    public void A_date_alone_is_noon() => Assert.That(List("time\n2016-04-01\n2016-04-03\n").Times, Is.EqualTo(new[] { Noon, (2 * SimTime.Day) + Noon }));

    [Test]
    public void A_declared_form_of_dates_is_read()
    {
        var list = List("time\n05/04/2016 09:00\n02/04/2016\n90 min\n", dates: "dd/mm/yyyy");
        Assert.That(list.Times, Is.EqualTo(new[] { 5400, SimTime.Day + Noon, (4 * SimTime.Day) + (9 * SimTime.Hour) }));
    }

    [Test]
    public void What_does_not_fit_the_declared_form_is_refused() =>
        Assert.That(Faults("time\n2016-04-05\n04/26/2016\n", dates: "dd/mm/yyyy"),
            Has.One.Contains("o.csv:2").And.Contains("looks like yyyy-mm-dd").And.One.Contains("o.csv:3").And.Contains("mm/dd/yyyy"));

    [Test]
    public void A_form_that_is_none_is_refused_where_it_stands() =>
        Assert.That(Faults("time\n1 d\n", dates: "british"), Has.One.Contains("streams.a.observed.dates").And.Contains("dd/mm/yyyy"));

    [Test]
    public void Rows_outside_the_run_are_left_out_and_counted()
    {
        const string Rows = "time\n2016-03-31T23:59\n2016-03-30T10:00\n2016-04-01T00:00\n2016-04-30T23:59:59\n2016-05-01T00:00\n40 d\n31 d\n";
        Assert.That(List(Rows).Times, Is.EqualTo(new[] { 0, (30 * SimTime.Day) - 1 }));
        var faults = Faults(Rows);
        Assert.That(faults, Has.Count.EqualTo(2), string.Join('\n', faults));
        Assert.That(faults,
            Has.One.Contains("o.csv:2: warning").And.Contains("before the start in 2 rows").And.One.Contains("o.csv:6: warning").And.Contains(
                "after the end in 3 rows"));
    }

    [Test]
    public void A_list_of_midnights_is_probably_one_of_dates() =>
        Assert.That(Faults("time\n2016-04-02T00:00\n2016-04-03 00:00:00\n"), Has.One.Contains("warning").And.Contains("00:00").And.Contains("noon"));

    [Test]
    public void Dates_with_and_without_a_time_are_told_apart() =>
        Assert.That(Faults("time\n2016-04-02T10:00\n2016-04-03\n"), Has.One.Contains("o.csv:3: warning").And.Contains("noon"));

    [Test]
    public void A_system_without_dates_has_no_place_for_them() =>
        Assert.That(Faults("time\n2016-04-02T10:00\n", run: "Mon 00:00"), Has.One.Contains("o.csv:2").And.Contains("run.starts"));

    [Test]
    public void Faults_of_very_many_rows_are_counted()
    {
        var faults = Faults("time\n" + string.Concat(Enumerable.Repeat("05/04/2016\n", 1000)));
        Assert.That(faults, Has.Count.EqualTo(21));
        Assert.That(faults[^1], Does.Contain("980 more rows").And.Contain("o.csv:1001"));
    }

    [TestCase("time,replication\n1 d,0\n1 d,1\n", "o.csv:2", "counted from 1")]
    [TestCase("time,replication\n1 d,-7\n1 d,1\n", "o.csv:2", "counted from 1")]
    [TestCase("time,replication\n1 d,1.5\n1 d,1\n", "o.csv:2", "counted from 1")]
    [TestCase("time,replication\n1 d,\n1 d,1\n", "o.csv:2", "counted from 1")]
    [TestCase("time,replication\n1 d,2\n1 d,4\n", "o.csv:1", "without rows for 1, 3")]
    [TestCase("time,replication\n1 d,1\n1 d,2\n", "o.csv:1", "without rows for 3 to 4")]
    public void Replications_count_from_1_and_all_have_rows(string rows, string where, string says) =>
        Assert.That(Faults(rows, replications: 4), Has.One.Contains(where).And.Contains(says));

    [Test]
    public void A_replication_whose_rows_all_lie_outside_the_run_is_told() =>
        Assert.That(Faults("time,replication\n1 d,1\n99 d,2\n", replications: 2), Has.One.Contains("o.csv:1: warning").And.Contains("none in 2"));

    [Test]
    public void A_list_without_rows_is_refused() => Assert.That(Faults("time\n"), Has.One.Contains("o.csv:1").And.Contains("at least one arrival"));

    [Test]
    public void The_column_of_times_is_found_under_nearly_its_name() =>
        Assert.That(Faults("Time\n1 d\n"), Has.One.Contains("Rename the column \"Time\" to \"time\"").And.Not.Contains("Did you mean"));

    [Test]
    public void What_follows_a_date_is_told_apart_from_another_order_of_its_parts()
    {
        Assert.That(Faults("time\n05/04/2016 13:30 PM\n", dates: "dd/mm/yyyy"), Has.One.Contains("times of day").And.Not.Contains("looks like"));
        Assert.That(Faults("time\n2016-04-05Z\n2016-04-05+01:00\n"), Has.Exactly(2).Contains("zone"));
    }

    [Test]
    public void A_list_may_have_more_replications_than_are_run() => Assert.That(Faults("time,replication\n1 d,1\n1 d,2\n1 d,7\n"), Is.Empty);

    [TestCase("acuty", "acuity")]
    [TestCase("patient_id", "attributes:")]
    public void A_column_that_nobody_knows_is_refused(string column, string hint) =>
        Assert.That(Faults($"time,{column}\n1 d,low\n"), Has.One.Contains("o.csv:1").And.Contains(column).And.Contains(hint));

    [Test]
    public void Where_no_attributes_are_declared_those_that_the_description_speaks_of_are_known()
    {
        const string Spoken =
            "system: s\nrun: { starts: 2016-04-01, lasts: 30 d, replications: 1 }\nstreams: { a: { to: w, observed: { file: tables/o.csv } } }\nstages: { w: { time: 1 h, then: { by: acuity, low: leave, high: leave } } }\n";
        Assert.That(Problems(Spoken, ("tables/o.csv", "time,acuity\n1 d,low\n1 d,high\n")), Is.Empty);
        Assert.That(Problems(Spoken, ("tables/o.csv", "time,acuity,ward\n1 d,low,x\n1 d,high,y\n")), Has.One.Contains("\"ward\""));
    }

    [Test]
    public void A_negative_stay_is_told_what_a_stay_is()
    {
        var faults = Faults("time,stay\n1 d,-48.66\n1 d,30\n1 d,30 min\n");
        Assert.That(faults, Has.One.Contains("o.csv:2").And.Contains("a length of time, at least 0").And.One.Contains("o.csv:3"));
        Assert.That(faults, Has.Count.EqualTo(2));
    }

    [Test]
    public void An_empty_cell_is_told() =>
        Assert.That(Faults("time,acuity\n1 d,low\n2 d,\n3 d,\n"), Has.One.Contains("o.csv:3: warning").And.Contains("2 rows"));

    [Test]
    public void Every_instance_gets_the_rows_of_its_own()
    {
        const string Each = """
            system: s
            run: { starts: 2016-04-01, lasts: 30 d, replications: 1 }
            dimensions: { site: [north, south] }
            streams: { a: { each: site, to: w, observed: { file: tables/o.csv } } }
            stages: { w: { each: site, time: 1 h, then: leave } }

            """;
        var model = Model(Each, ("tables/o.csv", "time,site\n1 h,north\n2 h,south\n3 h,north\n"));
        Assert.That((model.Stream("a@north").Observed!.Times, model.Stream("a@south").Observed!.Times), Is.EqualTo((new[] { 3600, 10800 }, new[] { 7200 })));
        Assert.That(Problems(Each, ("tables/o.csv", "time\n1 h\n")), Has.One.Contains("warning").And.Contains("\"site\""));
        Assert.That(Problems(Each, ("tables/o.csv", "time,site\n1 h,north\n2 h,\n")),
            Has.One.Contains("o.csv:3").And.Contains("the instance").And.Not.Contains("warning"));
        Assert.That(
            Problems(Each.Replace("replications: 1", "replications: 2", StringComparison.Ordinal),
                ("tables/o.csv", "time,site,replication\n1 h,north,1\n2 h,north,2\n2 h,south,1\n")), Is.Empty);
    }

    [Test]
    public void The_column_of_dates_of_a_table_may_have_a_declared_form()
    {
        const string Dated = """
            system: s
            run: { starts: 2016-04-01, lasts: 30 d, replications: 1 }
            streams: { a: { to: w, rate: { table: r, per: d, dates: dd/mm/yyyy } } }
            stages: { w: { time: 1 h, then: leave } }

            """;
        var rate = Model(Dated, ("tables/r.csv", "date,rate\n05/04/2016,48\n*,24\n")).Stream("a").Rate!;
        Assert.That((rate.At(3 * SimTime.Day), rate.At(4 * SimTime.Day)), Is.EqualTo((1.0, 2.0)));
        Assert.That(Problems(Dated.Replace(", dates: dd/mm/yyyy", "", StringComparison.Ordinal), ("tables/r.csv", "date,rate\n05/04/2016,48\n*,24\n")),
            Has.One.Contains("r.csv:2").And.Contains("dd/mm/yyyy or mm/dd/yyyy").And.Contains("beside \"table\""));
        Assert.That(Problems(Dated, ("tables/r.csv", "date,rate\n05/04/2016 00:00,48\n*,24\n")),
            Has.One.Contains("r.csv:2").And.Contains("date alone").And.Not.Contains("looks like"));
        Assert.That(Problems(Dated, ("tables/r.csv", "date,rate\n05/04/2015,48\n01/05/2016,3\n*,24\n")),
            Has.One.Contains("warning").And.Contains("dates within the run"));
        Assert.That(Problems(Dated, ("tables/r.csv", "date,rate\n05/04/2015,48\n30/04/2016,3\n*,24\n")), Is.Empty);
        Assert.That(Problems(Dated, ("tables/r.csv", "hour,rate\n*,24\n")), Has.One.Contains("streams.a.rate.dates"));
    }

    private static ObservedModel List(string rows, string? dates = null) => Model(System(dates, "2016-04-01", 1), ("tables/o.csv", rows)).Stream("a").Observed!;

    private static List<string> Faults(string rows, string? dates = null, string run = "2016-04-01", int replications = 1) =>
        Problems(System(dates, run, replications), ("tables/o.csv", rows));

    private static string System(string? dates, string starts, int replications) => $$"""
        system: s
        run: { starts: {{starts}}, lasts: 30 d, replications: {{replications}} }
        attributes: { acuity: [low, high], stay: duration }
        streams:
          a: { to: w, observed: { file: tables/o.csv{{(dates is null ? "" : $", dates: {dates}")}} } }
          nobody: { to: v, rate: 0 per d, attributes: { acuity: low, stay: 1 h } }
        stages:
          w: { time: 1 h, then: [ { if: "acuity = low", to: leave }, { to: leave } ] }
          v: { time: stay, then: w }

        """;
}
