using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Measures;

/// <summary>
/// Series day by day and by hour of the week. Anna is in the north from Monday 06:00 to Tuesday 12:00, Ben in the south from Tuesday 18:00 to Wednesday
/// 18:00, and nobody else in two weeks.
/// </summary>
public sealed class TimelineTests
{
    private static float[] Series(string timeline, string place = "system", string run = "lasts: 14 d, warm_up: 0 h") => Walk.Of(ModelText.Compile(
        $$"""
        system: two-wards
        run: { starts: Mon 00:00, {{run}}, begin: empty }
        dimensions: { site: [north, south] }
        calendars: { weekdays: { open: Mon-Fri 00:00-24:00 } }
        pools:
          bed: { each: site, kind: beds, group: acute-ga, capacity: 2 }
          day-bed: { kind: beds, group: day, capacity: { calendar: weekdays, inside: 3, outside: 0 } }
        streams:
          anna: { to: ward@north, schedule: { every: 300 d, first: 6 h }, attributes: { site: north } }
          ben:  { to: ward@south, schedule: { every: 300 d, first: 42 h }, attributes: { site: south } }
        stages:
          ward:
            each: site
            place: bed@site
            clock: { spell: within 0 min, second-half: within 12 h }
            time: { table: stays }
            then: leave
        tables: { stays: { keys: [site], rows: { north: 30 h, south: 24 h } } }
        timelines:
          series: {{timeline}}
        """)).Result.Timelines.Single(series => series.Place == place).Values;

    private static IEnumerable<float> Hours(params (int First, int Last, float Value)[] stretches) => Enumerable.Range(0, 168)
        .Select(hour => stretches.Where(stretch => hour >= stretch.First && hour <= stretch.Last).Sum(stretch => stretch.Value));

    [TestCase("system", 1, 1)]
    [TestCase("north", 1, 0)]
    [TestCase("south", 0, 1)]
    public void A_day_has_the_beds_occupied_at_the_midnight_that_ends_it(string place, int monday, int tuesday) =>
        Assert.That(Series("{ pools: acute-ga, by: site, unit: beds }", place),
            Is.EqualTo(new float[] { monday, tuesday, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }));

    [TestCase("system", 1, 1)]
    [TestCase("north", 1, 0)]
    [TestCase("south", 0, 1)]
    public void A_day_has_the_patients_whose_clock_runs_at_the_midnight_that_ends_it(string place, int monday, int tuesday) =>
        Assert.That(Series("{ clock: spell, by: site, unit: patients }", place),
            Is.EqualTo(new float[] { monday, tuesday, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }));

    // Anna is there on Monday and Tuesday at 08:00, Ben on Wednesday; a bed of four is 25 %.
    [TestCase("{ pools: acute-ga, at: 08:00 }", 1, 1, 1, 0)]
    [TestCase("{ clock: spell, at: 08:00 }", 1, 1, 1, 0)]
    [TestCase("{ clock: spell, at: 12:00 }", 1, 0, 1, 0)] // Anna leaves at 12:00: endings come before the census of their second
    [TestCase("{ pools: acute-ga, rate: true, at: 18:30 }", 25, 25, 0, 0)]
    [TestCase("{ pools: acute-ga, at: 24:00 }", 1, 1, 0, 0)]
    public void A_day_has_what_is_there_at_the_time_that_is_asked_for(string series, float monday, float tuesday, float wednesday, float thursday) =>
        Assert.That(Series(series)[..4], Is.EqualTo(new[] { monday, tuesday, wednesday, thursday }));

    [TestCase("{ pools: acute-ga, at: 08:00 }", "lasts: 36 h, warm_up: 12 h", new[] { float.NaN, 1 })]
    [TestCase("{ pools: acute-ga, at: 08:00 }", "lasts: 30 h, warm_up: 0 h", new[] { 1, float.NaN })]
    [TestCase("{ pools: acute-ga }", "lasts: 30 h, warm_up: 0 h", new[] { 1, float.NaN })]
    public void A_day_whose_census_is_not_measured_has_no_value(string series, string run, float[] expected) =>
        Assert.That(Series(series, run: run), Is.EqualTo(expected));

    [Test]
    public void The_first_day_of_a_series_is_the_first_that_is_measured() =>
        Assert.That(Series("{ pools: acute-ga, unit: beds }", run: "lasts: 4 d, warm_up: 1 d"), Is.EqualTo(new float[] { 1, 0, 0, 0 }));

    [TestCase("system", 25, 25)]
    [TestCase("north", 50, 0)]
    [TestCase("south", 0, 50)]
    public void A_rate_is_what_is_occupied_of_what_is_open(string place, int monday, int tuesday) =>
        Assert.That(Series("{ pools: acute-ga, by: site, rate: true }", place)[..3], Is.EqualTo(new float[] { monday, tuesday, 0 }));

    [Test]
    public void A_rate_of_nothing_open_is_no_number() =>
        Assert.That(
            Series("{ pools: day, rate: true }", run: "lasts: 8 d, warm_up: 0 h"),
            Is.EqualTo(new[] { 0, 0, 0, 0, float.NaN, float.NaN, 0, 0 }),
            "shut from the midnight that ends Friday to the one that ends Sunday, when it is open again");

    [TestCase("system")]
    [TestCase("north")]
    [TestCase("south")]
    public void An_hour_of_the_week_has_the_mean_of_its_samples(string place)
    {
        // Two Mondays, one of them with Anna: a half. The sample on the hour sees who arrives in that second, and no more who leaves in it.
        var anna = place == "south" ? 0 : 0.5f;
        var ben = place == "north" ? 0 : 0.5f;
        Assert.That(Series("{ clock: spell, by: site, hours_of_week: true }", place), Is.EqualTo(Hours((6, 35, anna), (42, 65, ben))));
        Assert.That(Series("{ pools: acute-ga, by: site, hours_of_week: true, unit: beds }", place), Is.EqualTo(Hours((6, 35, anna), (42, 65, ben))));
    }

    [Test]
    public void Samples_before_the_measured_period_do_not_count() =>
        Assert.That(Series("{ clock: spell, hours_of_week: true }", run: "lasts: 14 d, warm_up: 1 d"), Is.EqualTo(Hours((25, 35, 0.5f), (42, 65, 0.5f))),
            "the first Monday is warm-up, and the midnight that ends it too");

    [Test]
    public void A_clock_that_is_due_to_start_is_not_counted_before_it_does() =>
        Assert.That(Series("{ clock: second-half, hours_of_week: true }"), Is.EqualTo(Hours((18, 35, 0.5f), (54, 65, 0.5f))));
}
