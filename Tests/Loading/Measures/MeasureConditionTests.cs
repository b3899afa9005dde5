using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Loading.Measures;

/// <summary>Conditions that choose the patients a measure counts.</summary>
public sealed class MeasureConditionTests
{
    [Test]
    public void A_condition_holds_for_both_parts_of_a_share()
    {
        var (measure, plan) = MeasuredSystem.Of("{ visits: ed, within: 4 h, where: category = c2 }");
        foreach (var index in new[] { measure.Numerator, measure.Denominator })
        {
            var where = plan.Quantities[index].Where!;
            Assert.That(where.Kind, Is.EqualTo(ExpressionKind.Equal));
            Assert.That((where.Left!.Kind, where.Left.Index), Is.EqualTo((ExpressionKind.Attribute, 2)));
            Assert.That(where.Right!.Value, Is.EqualTo(1));
        }
    }

    [Test]
    public void A_condition_of_one_part_is_not_one_of_the_other()
    {
        var (measure, plan) = MeasuredSystem.Of("{ ratio: [ { starts: ed, where: category = c1 }, { starts: ed } ] }");
        Assert.That(plan.Quantities[measure.Numerator].Where, Is.Not.Null);
        Assert.That(plan.Quantities[measure.Denominator].Where, Is.Null);
    }

    [Test]
    public void A_condition_of_the_measure_and_one_of_a_part_must_both_hold()
    {
        var (measure, plan) = MeasuredSystem.Of("{ ratio: [ { starts: ed, where: category = c1 }, { starts: ed } ], where: site = north }");
        Assert.That(plan.Quantities[measure.Numerator].Where!.Kind, Is.EqualTo(ExpressionKind.And));
        Assert.That(plan.Quantities[measure.Denominator].Where!.Kind, Is.EqualTo(ExpressionKind.Equal));
    }

    [Test]
    public void A_condition_of_the_measure_passes_over_the_parts_that_count_no_patients()
    {
        var (measure, plan) = MeasuredSystem.Of("{ ratio: [ { census_present: spell }, { census_occupied: acute-ga } ], where: category = c1 }");
        Assert.That(plan.Quantities[measure.Numerator].Where, Is.Not.Null);
        Assert.That(plan.Quantities[measure.Denominator].Where, Is.Null);
    }

    [Test]
    public void Equal_conditions_share_a_quantity_and_others_do_not()
    {
        var plan = MeasuredSystem.PlanOf("""
            measures:
              a: { starts: ed, per: day, where: category = c1 }
              b: { starts: ed, per: month, where: category = c1 }
              c: { starts: ed, per: day, where: category = c2 }
            """);
        Assert.That(plan.Measures.Select(measure => measure.Numerator), Is.EqualTo(new[] { 0, 0, 2 }));
    }

    [TestCase("category = c9", "c9")]
    [TestCase("visits(wrad) > 0", "wrad")]
    public void A_condition_that_means_nothing_is_refused_once(string condition, string received)
    {
        var problems = MeasuredSystem.ProblemsOf($"measures:\n  m: {{ visits: ed, within: 4 h, where: {condition} }}\n");
        Assert.That(problems, Has.Count.EqualTo(1));
        Assert.That((problems[0].Path, problems[0].Where.Line), Is.EqualTo(("measures.m.where", 2)));
        Assert.That(problems[0].Received, Does.Contain(received));
    }
}
