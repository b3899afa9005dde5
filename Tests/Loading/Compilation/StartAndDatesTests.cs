using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Loading.Compilation;

/// <summary>A described start that does not fit, and changes whose date lies outside the run.</summary>
public sealed class StartAndDatesTests
{
    [TestCase("in_place: 61, waiting: 19")]
    [TestCase("in_place: 0, waiting: 100")]
    public void A_start_that_fits_passes(string census) => Assert.That(Check(census, "[ bed ]"), Is.Empty);

    [Test]
    public void More_in_place_than_there_are_is_refused_with_both_numbers() =>
        Assert.That(Check("in_place: 68, waiting: 12", "[ bed ]"),
            Has.One.Contains("in_place").And.Contains("68").And.Contains("61").And.Contains("waiting: 19"));

    [Test]
    public void The_places_of_alternatives_and_of_other_stages_are_counted_together()
    {
        Assert.That(Check("in_place: 70", "[ bed, \"couch after 1 h\" ]"), Is.Empty);
        Assert.That(Check("in_place: 72", "[ bed, \"couch after 1 h\" ]"), Has.One.Contains("at most 71 in place"));
        Assert.That(Check("in_place: 60", "[ bed ]", "  other: { place: bed, time: 1 d, then: leave, starts_with: { stream: a, in_place: 2 } }\n"),
            Has.One.Contains("stages.other").And.Contains("at most 1 in place"));
        Assert.That(Check("in_place: 31", "2 of bed"), Has.One.Contains("at most 30 in place"));
    }

    [TestCase("stream: a@north, in_place: 3", "")]
    [TestCase("stream: a@north, in_place: 5", "bed@north has 3")]
    [TestCase("stream: a@south, in_place: 5", "")]
    [TestCase("stream: any, in_place: 4, sets: { site: north }", "bed@north has 3")]
    [TestCase("stream: any, in_place: 9", "")]
    [TestCase("stream: any, in_place: 10", "at most 9 in place")]
    public void The_place_that_an_attribute_means_is_counted_as_well(string census, string says)
    {
        var yaml = $$"""
            system: s
            run: { starts: 2016-04-01, lasts: 30 d, begin: described, replications: 1 }
            dimensions: { site: [north, south] }
            tables: { beds: { keys: [site], rows: { north: 3, south: 6 } } }
            pools: { bed: { each: site, kind: beds, capacity: { table: beds } } }
            streams:
              a: { each: site, to: stay, rate: 0 per d }
              any: { to: stay, rate: 0 per d, attributes: { site: { north: 50 %, south: rest } } }
            stages: { stay: { place: bed@site, time: 1 d, then: leave, starts_with: { {{census}} } } }

            """;
        using var system = TemporarySystem.With(("system.yaml", yaml));
        _ = new TimelineBuilder(system.Read()!, RunOverrides.None, system.Problems).Baseline();
        Assert.That(system.Problems.Sorted.Select(ProblemText.Render), says.Length == 0 ? Is.Empty : Has.One.Contains("in_place").And.Contains(says));
    }

    [Test]
    public void A_scenario_with_fewer_beds_is_told_who_waits()
    {
        var faults = Check("in_place: 61", "[ bed ]", changes: "{ add: pools.bed.capacity, by: -10, reason: r }");
        Assert.That(faults, Has.One.Contains("warning").And.Contains("10 of them wait"));
    }

    [TestCase("2016-04-01", "")]
    [TestCase("2016-04-30", "")]
    [TestCase("2016-05-01", "It never comes into force")]
    [TestCase("2026-05-01", "It never comes into force")]
    [TestCase("2016-03-31", "It is in force from the start of the run on")]
    [TestCase("2016-03-31, over: 30 d", "a part of it is in force")]
    public void A_change_dated_outside_the_run_is_told(string from, string says)
    {
        var faults = Check("in_place: 1", "[ bed ]", changes: $"{{ add: pools.bed.capacity, by: 10, from: {from}, reason: r }}");
        Assert.That(faults, says.Length == 0 ? Is.Empty : Has.One.Contains("scenarios.s.changes[1]").And.Contains("warning").And.Contains(says));
    }

    private static List<string> Check(string census, string place, string more = "", string changes = "")
    {
        var yaml = $$"""
            system: s
            run: { starts: 2016-04-01, lasts: 30 d, begin: described, replications: 1 }
            pools: { bed: { kind: beds, capacity: 61 }, couch: { kind: beds, capacity: 10 } }
            streams: { a: { to: stay, rate: 0 per d }, b: { to: sit, rate: 0 per d }{{(more.Length > 0 ? ", c: { to: other, rate: 0 per d }" : "")}} }
            stages:
              sit: { place: couch, time: 1 d, then: leave }
              stay: { place: {{place}}, time: 1 d, then: leave, starts_with: { stream: a, {{census}} } }
            {{more}}{{(changes.Length > 0 ? $"scenarios: {{ s: [ {changes} ] }}" : "")}}

            """;
        using var system = TemporarySystem.With(("system.yaml", yaml));
        var builder = new TimelineBuilder(system.Read()!, RunOverrides.None, system.Problems);
        var baseline = builder.Baseline();
        if (changes.Length > 0 && baseline is not null)
        {
            builder.Scenario("s", baseline.First.Run);
        }

        return [.. system.Problems.Sorted.Select(ProblemText.Render)];
    }
}
