using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Loading.Measures;

/// <summary>The unit of a measure always converts, and <c>factor</c> multiplies what comes out. Factors are worked out by hand, from sums in seconds.</summary>
public sealed class MeasureUnitTests
{
    private const double Day = 86_400;
    private const double Month = Day * 365.25 / 12;

    [TestCase("{ ratio: [ { wait_time: community }, { started: community } ], unit: min", 1.0 / 60)]
    [TestCase("{ ratio: [ { wait_time: community }, { started: community } ], unit: hours", 1.0 / 3600)]
    [TestCase("{ ratio: [ { wait_time: community }, { started: community } ]", 1 / Day)]
    [TestCase("{ ratio: [ { visit_time: spell }, { visits: spell } ], unit: d", 1 / Day)]
    [TestCase("{ ratio: [ { visit_time: spell }, { visits: spell } ], unit: w", 1 / Day / 7)]
    [TestCase("{ ratio: [ { occupied: acute-ga }, { open: acute-ga } ], unit: '%'", 100)]
    [TestCase("{ ratio: [ { occupied: acute-ga }, { open: acute-ga } ], unit: per cent", 100)]
    [TestCase("{ ratio: [ { occupied: acute-ga }, { open: acute-ga } ], unit: share", 1)]
    [TestCase("{ ratio: [ { visits: ed }, { starts: ed } ]", 1)]
    [TestCase("{ ratio: [ { census_present: spell }, { visits: spell } ], unit: h", 24)]
    [TestCase("{ ratio: [ { census_occupied: acute-ga }, { open: acute-ga } ], unit: '%'", 100 * Day)]
    [TestCase("{ ratio: [ { occupied: acute-ga }, { census_open: acute-ga } ], unit: '%'", 100 / Day)]
    [TestCase("{ ratio: [ { visits: spell }, { open: acute-ga } ]", 1)]
    [TestCase("{ ratio: [ { visits: spell }, { open: acute-ga } ], unit: patients per bed-day", Day)]
    [TestCase("{ ratio: [ { visits: spell }, { open: acute-ga } ], unit: patients/h", 3600)]
    public void A_factor_multiplies_the_value_in_its_unit(string form, double perUnit)
    {
        Assert.That(MeasuredSystem.Of(form + " }").Measure.Factor, Is.EqualTo(perUnit).Within(1e-12 * perUnit));
        Assert.That(MeasuredSystem.Of(form + ", factor: 1 }").Measure.Factor, Is.EqualTo(perUnit).Within(1e-12 * perUnit));
        Assert.That(MeasuredSystem.Of(form + ", factor: 2 }").Measure.Factor, Is.EqualTo(2 * perUnit).Within(1e-12 * perUnit));
    }

    [TestCase("{ visits: ed, within: 4 h, unit: share }", 1)]
    [TestCase("{ visits: ed, within: 4 h, unit: percent }", 100)]
    [TestCase("{ clock: spell, mean: true, unit: weeks }", 1 / Day / 7)]
    [TestCase("{ clock: spell, quantile: 90 %, unit: hours }", 1.0 / 3600)]
    [TestCase("{ occupied: acute-ga, per: day, unit: bed-days a day }", 1)]
    [TestCase("{ occupied: acute-ga, per: day, unit: bed-hours per day }", 24)]
    [TestCase("{ occupied: acute-ga, per: month, unit: h }", Month / 3600)]
    [TestCase("{ census_delayed: acute-ga, per: month, unit: h per month }", Month * 24)]
    [TestCase("{ starts: ed, per: day, unit: patients/day }", Day)]
    [TestCase("{ per_census: { census_over: acute-ga, share: 95 % }, unit: '%' }", 100)]
    [TestCase("{ total: { census_delayed: acute-ga }, unit: h }", 24)]
    [TestCase("{ total: { census_delayed: acute-ga }, unit: days }", 1)]
    [TestCase("{ total: { occupied: acute-ga }, unit: h }", 1.0 / 3600)]
    public void Every_form_is_in_the_unit_that_it_names(string form, double perUnit) =>
        Assert.That(MeasuredSystem.Of(form).Measure.Factor, Is.EqualTo(perUnit).Within(1e-12 * perUnit));

    [TestCase("{ visits: ed, within: 4 h, unit: min }")]
    [TestCase("{ starts: ed, per: day, unit: per hour }")]
    [TestCase("{ starts: ed, per: day, unit: patients/month }")]
    [TestCase("{ starts: ed, per: day, unit: '%' }")]
    [TestCase("{ starts: ed, per: day, unit: min }")]
    [TestCase("{ clock: ed, mean: true, unit: '%' }")]
    [TestCase("{ clock: ed, quantile: 90 %, unit: patients }")]
    [TestCase("{ ratio: [ { visit_time: ed }, { visits: ed } ], unit: GBP, factor: 350 }")]
    [TestCase("{ ratio: [ { visit_time: ed }, { visits: ed } ], unit: '%' }")]
    [TestCase("{ ratio: [ { occupied: acute-ga }, { open: acute-ga } ], unit: min }")]
    [TestCase("{ ratio: [ { visits: ed }, { starts: ed } ], unit: d }")]
    [TestCase("{ ratio: [ { visits: ed }, { open: acute-ga } ], unit: '%' }")]
    [TestCase("{ ratio: [ { visits: ed }, { open: acute-ga } ], unit: d }")]
    [TestCase("{ average: { occupied: acute-ga }, unit: d }")]
    [TestCase("{ average: { occupied: acute-ga }, unit: '%' }")]
    [TestCase("{ per_census: { census_occupied: acute-ga }, unit: '%' }")]
    [TestCase("{ per_census: { census_occupied: acute-ga }, unit: h }")]
    [TestCase("{ total: { visits: ed }, unit: min }")]
    [TestCase("{ total: { visits: ed }, unit: '%' }")]
    public void A_unit_that_the_measure_cannot_be_in_is_refused(string form)
    {
        var problem = MeasuredSystem.ProblemsOf($"measures:\n  m: {form}\n").Single();
        Assert.That((problem.Path, problem.Severity), Is.EqualTo(("measures.m.unit", Severity.Error)));
        Assert.That(problem.Hint, Is.Not.Empty);
    }

    [TestCase("2 %", 0.02, true)]
    [TestCase("0.5 points", 0.5, false)]
    [TestCase("3", 3, false)]
    public void A_bound_for_standing_still_is_a_share_of_the_level_or_in_the_unit(string text, double size, bool ofLevel)
    {
        var bound = MeasuredSystem.Of($"{{ visits: ed, within: 4 h, settled_within: {text} }}").Measure.SettledWithin!.Value;
        Assert.That((bound.Size, bound.OfLevel), Is.EqualTo((size, ofLevel)));
    }

    [TestCase("0")]
    [TestCase("-1 %")]
    [TestCase("a little")]
    public void A_bound_that_is_none_is_refused(string text) =>
        Assert.That(MeasuredSystem.ProblemsOf($"measures:\n  m: {{ visits: ed, within: 4 h, settled_within: {text} }}\n")
            .Single().Path, Is.EqualTo("measures.m.settled_within"));
}
