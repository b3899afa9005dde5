using FlowSim.Tests.Loading.Compilation;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentences 6.4 and 20.8: numbers that stages add to, and what is measured of them.</summary>
public sealed class AddsTests
{
    private static readonly (string, string) Ways = ("tables/ways.csv", "site,home,way\nnorth,near,3\nnorth,far,20\nsouth,*,8\n");

    private const string Journeys = """
        run: { starts: Mon 00:00, lasts: 10 d, warm_up: 1 d, begin: empty }
        dimensions: { site: [north, south] }
        attributes: { home: [near, far], miles: number }
        pools: { crew: { kind: crews, capacity: 1 } }
        stages:
          drive: { each: site, place: crew, adds: { miles: { table: ways } }, gives_up: [ { after: 2 h, to: lost } ], time: 1 h, then: treat }
          treat: { place: none, time: 1 h, then: { table: after } }
          back:  { place: crew, adds: { miles: 1 }, time: 30 min, then: leave }
        exits: [lost]
        """;

    private static readonly (string, string) After = ("tables/after.csv", "home,back,leave\nnear,0 %,rest\nfar,100 %,\n");

    private static Scene Ten(string measures, string streams) => Play($"{Journeys}\nmeasures:\n{measures}\nstreams:\n{streams}\n", Ways, After);

    // Day 1 is the warm-up. Ada and Bea leave on day 2 with 3 and 21 miles, Cay with 9; Dan gives up: he was never driven.
    private const string Four = """
          ada: { to: drive@north, schedule: { every: 300 d, first: 25 h }, attributes: { home: near } }
          bea: { to: drive@north, schedule: { every: 300 d, first: 30 h }, attributes: { home: far } }
          cay: { to: drive@south, schedule: { every: 300 d, first: 35 h }, attributes: { home: far } }
          zoe: { to: drive@south, schedule: { every: 300 d, first: 100 h, count: 3 }, attributes: { home: near } }
        """;

    [Test]
    public void What_is_added_is_counted_when_it_is_and_what_is_carried_when_patients_leave()
    {
        // Of Zoe's three the first starts at 100 h, the second at 101 h, when a crew is free again, and the third has waited for two hours then.
        var scene = Ten("""
              added: { total: { added: miles }, by: site }
              a_day: { added: miles, per: day }
              each: { attribute: miles, mean: true, unit: miles, by: site }
              spread: { attribute: miles, sd: true }
              most: { attribute: miles, quantile: 99 % }
              far_each: { attribute: miles, mean: true, where: home = far, group: home }
              a_leaver: { ratio: [ { carried: miles }, { exits: leave } ], factor: 1.609 }
              driven: { total: { carried: miles, where: miles > 0 } }
            """, Four);
        Assert.That(scene.Value("added"), Is.EqualTo(3 + 21 + 9 + (3 * 8)));
        Assert.That(scene.Value("added", place: "north"), Is.EqualTo(24), "one mile back belongs to her site too");
        Assert.That(scene.Value("a_day"), Is.EqualTo(57 / 10.0).Within(1e-12));
        Assert.That(scene.Value("each"), Is.EqualTo(57 / 6.0).Within(1e-12));
        Assert.That(scene.Value("each", place: "south"), Is.EqualTo(33 / 4.0).Within(1e-12));
        double[] miles = [3, 21, 9, 8, 8, 8];
        Assert.That(scene.Value("spread"), Is.EqualTo(Math.Sqrt(miles.Sum(one => (one - 9.5) * (one - 9.5)) / 5)).Within(1e-9));
        Assert.That(scene.Value("most"), Is.EqualTo(9 + (0.95 * 12)).Within(1e-9), "99 % of the way from the first of six to the last");
        Assert.That(scene.Value("far_each"), Is.EqualTo(15));
        Assert.That(scene.Value("far_each", group: "far"), Is.EqualTo(15));
        Assert.That(scene.Value("a_leaver"), Is.EqualTo(1.609 * 57 / 6).Within(1e-9));
        Assert.That(scene.Value("driven"), Is.EqualTo(57));
    }

    [Test]
    public void Who_gives_up_before_the_start_has_nothing_added()
    {
        var scene = Ten("""
              added: { total: { added: miles } }
              each: { attribute: miles, mean: true }
              lost: { total: { exits: lost } }
            """, """
              zoe: { to: drive@south, schedule: { every: 300 d, first: 100 h, count: 4 }, attributes: { home: near } }
              nobody: { to: drive@north, rate: 0 per d, attributes: { home: far } }
            """);
        Assert.That(scene.Value("lost"), Is.EqualTo(1), "the crew is free for the third at the very end of his patience");
        Assert.That(scene.Value("added"), Is.EqualTo(24));
        Assert.That(scene.Value("each"), Is.EqualTo(6), "24 miles of four who leave");
    }

    [Test]
    public void The_time_of_the_stage_and_conditions_after_it_see_what_was_added()
    {
        var scene = Play($$"""
            attributes: { miles: number }
            stages:
              drive: { adds: { miles: 2 }, time: { table: slow }, then: [ { if: miles >= 6, to: tired }, { to: drive } ] }
            exits: [tired]
            streams: { {{Patient("ada", "drive")}} }
            """, ("tables/slow.csv", "miles,time\n0-1,1 h\n2-3,2 h\n4-5,4 h\n*,8 h\n"));
        Assert.That(scene.ExitOf("ada"), Is.EqualTo("tired"));
        Assert.That(scene.Left("ada"), Is.EqualTo(14 * Hour), "2, 4 and 8 hours");
    }

    [TestCase("{ miles: 1.5 }", "stages.drive.adds.miles", "count in a smaller unit")]
    [TestCase("{ miles: -1 }", "stages.drive.adds.miles", "expected a whole number of at least 0; found \"-1\"")]
    [TestCase("{ milse: 1 }", "stages.drive.adds.milse", "Did you mean \"miles\"?")]
    [TestCase("{ home: 1 }", "stages.drive.adds.home", "expected an attribute that is a number; found \"home\"")]
    [TestCase("{ miles: { table: nowhere } }", "stages.drive.adds.miles", "the name of a table")]
    [TestCase("miles", "stages.drive.adds", "expected a map of attributes and whole numbers")]
    public void What_cannot_be_added_is_refused(string adds, string path, string problem) => Refuses(adds, "each: { attribute: miles, mean: true }", path, problem);

    [TestCase("each: { attribute: home, mean: true }", "measures.each", "expected an attribute that is a number; found \"home\"")]
    [TestCase("each: { attribute: miels, mean: true }", "measures.each", "Did you mean \"miles\"?")]
    [TestCase("each: { attribute: miles }", "measures.each", "expected either `mean: true`, `sd: true` or a quantile")]
    [TestCase("each: { attribute: miles, mean: true, unit: min }", "measures.each.unit", "expected what the attribute counts, such as miles; found \"min\"")]
    [TestCase("each: { average: { added: miles } }", "measures.each.average", "a quantity over time")]
    public void What_cannot_be_measured_is_refused(string measure, string path, string problem) => Refuses("{ miles: 1 }", measure, path, problem);

    private static void Refuses(string adds, string measure, string path, string problem)
    {
        var problems = Compiled.Problems($$"""
            system: small
            run: { starts: Mon 00:00, lasts: 10 d }
            attributes: { home: [near, far], miles: number }
            stages: { drive: { adds: {{adds}}, time: 1 h, then: leave } }
            streams: { some: { to: drive, rate: 1 per d, attributes: { home: near } } }
            measures: { {{measure}}, near: { exits: leave, per: day, group: home }, all: { attribute: miles, quantile: 50 % } }
            """);
        Assert.That(problems.Where(text => text.Contains(path, StringComparison.Ordinal) && text.Contains(problem, StringComparison.Ordinal)),
            Is.Not.Empty, string.Join('\n', problems));
    }
}
