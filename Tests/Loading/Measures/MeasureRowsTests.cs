using FlowSim.Tests.Loading.Compilation;

namespace FlowSim.Tests.Loading.Measures;

/// <summary>What a measure asks for and no row can come of is told.</summary>
public sealed class MeasureRowsTests
{
    private static string System(string measures) => $$"""
        system: rows
        run: { starts: 2016-04-01, lasts: 1 y, begin: empty, replications: 1 }
        attributes: { miles: number, patience: duration, age: [young, old] }
        pools: { bed: { kind: beds, capacity: 3 } }
        streams: { comers: { to: ward, rate: 1 per d, attributes: { age: { young: 50 %, old: rest }, patience: 4 h } } }
        stages: { ward: { place: bed, adds: { miles: 12 }, time: 1 d, then: leave } }
        measures:
          {{measures}}
        """;

    [TestCase("m: { total: { started: ward }, group: miles }", "measures.m.group: expected an attribute with named values, of which each has a row; found \"miles, a number\"")]
    [TestCase("m: { attribute: miles, mean: true, unit: miles, group: miles }", "found \"miles, a number\"")]
    [TestCase("m: { total: { started: ward }, group: patience }", "found \"patience, a length of time\"")]
    public void A_group_of_numbers_is_refused(string measure, string said) =>
        Assert.That(Told(measure), Is.Not.Empty.And.All.Contains(said).And.All.Contains("Count those between two bounds by `where`"));

    [TestCase("m: { wait: ward, quantile: 90 %, quarterly: true }", "measures.m.quarterly")]
    [TestCase("m: { wait: ward, quantile: 90 %, monthly: true, group: age }", "measures.m.monthly")]
    public void A_quantile_by_month_or_quarter_is_told_to_have_none(string measure, string path) =>
        Assert.That(Told(measure).Single(), Does.Contain("warning").And.Contain(path).And.Contain("kept by year").And.Contain("no row comes of it"));

    [TestCase("m: { wait: ward, mean: true, quarterly: true, monthly: true, group: age }")]
    [TestCase("m: { wait: ward, quantile: 90 %, group: age }")]
    public void What_has_rows_is_told_nothing(string measure) => Assert.That(Told(measure), Is.Empty);

    [Test]
    public void A_difference_of_quantiles_is_one_too() =>
        Assert.That(Told("a: { wait: ward, quantile: 90 % }\n  b: { wait: ward, mean: true }\n  m: { difference: [ a, b ], quarterly: true }").Single(),
            Does.Contain("measures.m.quarterly").And.Contain("kept by year"));

    /// <summary>What is told of measures; of attributes that nothing else reads it is told too.</summary>
    private static List<string> Told(string measures) =>
        Compiled.Problems(System(measures)).FindAll(problem => !problem.Contains(": attributes.", StringComparison.Ordinal));
}
