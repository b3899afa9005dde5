using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Numbers;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Kernel.Semantics;
using static FlowSim.Tests.Loading.Compilation.Compiled;

namespace FlowSim.Tests.Loading.Compilation;

/// <summary>People by place, rates per head of them, and measures per 100,000.</summary>
public sealed class PopulationTests
{
    private const string ByPlace = "population: { north: 250000, south: { value: 50000, status: assumed, range: 40000 to 60000 } }";

    private static string System(string population, string rate = "{ rate: 12 per d, per_100k: true }", string each = "each: site, ") => $$"""
        system: small
        {{population}}
        run: { starts: 2017-04-01, lasts: 1 y }
        dimensions: { site: [north, south], side: [left, right] }
        streams:
          some: { {{each}}to: ward, rate: {{rate}}, attributes: { site: { north: 50 %, south: rest } } }
        stages:
          ward: { each: site, clock: stay, time: 1 d, then: leave }
        measures:
          stays: { starts: stay, per: 100k-month, by: site }
          in_ward: { present: ward, per: 100k-month, by: site }
          of_all: { starts: stay, per: 100k-month }
        """.Replace(each.Length == 0 ? "\0" : ", attributes: { site: { north: 50 %, south: rest } }", "", StringComparison.Ordinal);

    private static double PerHour(SystemModel model, string stream, int hour = 0) => model.Stream(stream).Rate!.PerHour.At(At(0, hour));

    /// <summary>Both sides of a place would have the patients of all its people.</summary>
    [Test]
    public void A_rate_per_head_of_pairs_is_refused()
    {
        var problems = Problems(System(ByPlace, each: "each: [site, side], "));
        Assert.That(problems, Has.Some.Contains("streams.some.rate.per_100k: expected a rate by a table with a row for each pair, or a stream that is written for each site alone"));
    }

    [Test]
    public void A_rate_per_head_is_that_of_the_streams_own_place()
    {
        var model = Model(System(ByPlace));
        Assert.That(PerHour(model, "some@north"), Is.EqualTo(12 * 2.5 / 24).Within(1e-12));
        Assert.That(PerHour(model, "some@south"), Is.EqualTo(12 * 0.5 / 24).Within(1e-12));
    }

    [TestCase(ByPlace)]
    [TestCase("population: 300000")]
    public void A_stream_of_the_whole_system_has_the_rate_of_all(string population)
    {
        var model = Model(System(population, each: "").Replace(", by: site", "", StringComparison.Ordinal));
        Assert.That(PerHour(model, "some"), Is.EqualTo(12 * 3.0 / 24).Within(1e-12));
    }

    [Test]
    public void A_table_by_hour_and_place_is_per_head_too_and_other_factors_stay()
    {
        var model = Model(System("population: { table: people, column: residents }", "{ table: rates, per: d, times: 2, per_100k: true }"),
            ("tables/people.csv", "site,residents,homes,status\nnorth,250000,1,cited\n*,50000,2,assumed\n"),
            ("tables/rates.csv", "hour,site,rate\n0-11,*,24\n12-23,north,48\n12-23,south,96\n"));
        Assert.That(PerHour(model, "some@north"), Is.EqualTo(5).Within(1e-12), "twice 24 a day for 2.5 times 100,000");
        Assert.That(PerHour(model, "some@south", 13), Is.EqualTo(4).Within(1e-12));
    }

    [Test]
    public void A_stream_for_each_pair_has_the_people_of_its_place()
    {
        const string Rates = "\ntables: { rates: { keys: [side], rows: { left: { each: 4 }, right: { each: 8 } } } }";
        var model = Model(System(ByPlace + Rates, "{ table: rates, column: each, per: d, per_100k: true }", "each: [side, site], "));
        Assert.That(PerHour(model, "some@left@south"), Is.EqualTo(4 * 0.5 / 24).Within(1e-12));
        Assert.That(PerHour(model, "some@right@north"), Is.EqualTo(8 * 2.5 / 24).Within(1e-12));
    }

    [Test]
    public void A_measure_by_place_is_per_100000_of_the_place_and_that_of_the_system_of_all()
    {
        // 366 days at north and 3 at south, of 250,000 and 50,000; the run lasts a year of 365 days.
        var scene = Scene.Play($$"""
            population: { north: 250000, south: 50000 }
            run: { starts: 2017-04-01, lasts: 1 y, begin: empty }
            dimensions: { site: [north, south] }
            streams:
              daily: { to: ward@north, schedule: { every: 1 d, first: 1 h } }
              few:   { to: ward@south, schedule: { every: 1 d, first: 1 h, until: 3 d } }
            stages:
              ward: { each: site, clock: { stay: within 0 min }, time: 12 h, then: leave }
            measures:
              stays: { starts: stay, per: 100k-month, by: site }
              in_ward: { present: ward, per: 100k-month, by: site }
            """);
        const double Months = 365 / (365.25 / 12);
        Assert.That(scene.Value("stays", place: "north", period: "2017/18"), Is.EqualTo(365 / Months / 2.5).Within(1e-9));
        Assert.That(scene.Value("stays", place: "south", period: "2017/18"), Is.EqualTo(3 / Months / 0.5).Within(1e-9));
        Assert.That(scene.Value("stays", period: "2017/18"), Is.EqualTo(368 / Months / 3).Within(1e-9));
        Assert.That(scene.Value("in_ward", place: "south", period: "2017/18"), Is.EqualTo(1.5 / Months / 0.5).Within(1e-9), "in days");
    }

    [Test]
    public void A_scenario_scales_the_people_of_a_place()
    {
        using var system = TemporarySystem.With(("system.yaml", System(ByPlace) + """

            scenarios:
              growing: [ { scale: population.north, by: 1.2 }, { add: population.south, by: 10000, from: 2017-10-01 } ]
            """));
        var files = system.Read()!;
        var builder = new TimelineBuilder(files, RunOverrides.None, system.Problems);
        var baseline = builder.Baseline();
        Assert.That(baseline, Is.Not.Null, system.Printed);
        var timeline = builder.Scenario("growing", baseline!.First.Run);
        Assert.That(timeline, Is.Not.Null, system.Printed);
        var later = timeline!.Models[^1];
        Assert.That(PerHour(timeline.First, "some@north"), Is.EqualTo(12 * 3.0 / 24).Within(1e-12));
        Assert.That(PerHour(timeline.First, "some@south"), Is.EqualTo(12 * 0.5 / 24).Within(1e-12));
        Assert.That(later.Stream("some@south").Rate!.PerHour.At(At(200, 0)), Is.EqualTo(12 * 0.6 / 24).Within(1e-12), "from October on");
    }

    [Test]
    public void Each_number_of_people_is_among_the_numbers_with_its_origin()
    {
        using var system = TemporarySystem.With(("system.yaml", System(ByPlace)));
        var files = system.Read()!;
        var numbers = SystemNumbers.Of(files, SystemBinding.Bind(files, system.Problems));
        Assert.That(numbers.Select(number => (number.Path, number.Value, number.Status, number.Range)),
            Does.Contain(("population.north", "250000", "", "")).And.Contain(("population.south", "50000", "assumed", "40000 to 60000")));
    }

    [TestCase("population: { north: 250000 }", "population", "expected people for every instance of site; found \"none for south\"")]
    [TestCase("population: { north: 250000, suoth: 5 }", "population.suoth", "Did you mean \"south\"?")]
    [TestCase("population: { north: 250000, south: many }", "population.south", "found \"many\"")]
    [TestCase("population: { north: 0, south: 0 }", "population", "expected people somewhere")]
    [TestCase("population: { north: -3, south: 7 }", "population.north", "expected a number of people above 0")]
    [TestCase("population: {}", "population", "found an empty map")]
    [TestCase("population: 300000", "streams.some.rate.per_100k", "expected `population` by site, for each of which the stream is written; found \"that of the whole system\"")]
    [TestCase("population: 300000", "measures.stays.by", "expected no places in a rate per 100,000")]
    [TestCase("population: { left: 1000, right: 2000 }", "streams.some.rate.per_100k", "found \"`population` by side\"")]
    [TestCase("population: { left: 1000, right: 2000 }", "measures.stays.by", "expected side, by which `population` is known; found \"site\"")]
    [TestCase("", "streams.some.rate.per_100k", "expected `population` in the system; found \"none\"")]
    [TestCase("population: { table: people }", "tables.people", "none for site south")]
    [TestCase("population: { table: nobody }", "population.table", "the name of a table")]
    [TestCase("population: { table: strange }", "population.table", "expected a table with a column named like one dimension")]
    [TestCase("population: { tabel: people }", "population.tabel", "table")]
    public void People_that_cannot_be_meant_are_refused(string population, string path, string problem)
    {
        var problems = Problems(System(population), ("tables/people.csv", "site,residents\nnorth,250000\n"),
            ("tables/strange.csv", "age,residents\nold,250000\n"));
        Assert.That(problems.Where(text => text.Contains($" {path}: ", StringComparison.Ordinal) && text.Contains(problem, StringComparison.Ordinal)),
            Is.Not.Empty, string.Join('\n', problems));
    }
}
