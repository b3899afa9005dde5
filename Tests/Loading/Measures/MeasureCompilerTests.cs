using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Loading.Measures;

/// <summary>Forms of measures to quantities and factors; the factors are worked out by hand.</summary>
public sealed class MeasureCompilerTests
{
    private const double SecondsInADay = 24 * 60 * 60;

    [Test]
    public void A_share_within_a_time_divides_the_limited_visits_by_all_visits()
    {
        var (measure, plan) = MeasuredSystem.Of("{ visits: ed, within: 4 h, by: site }");
        var (limited, all) = (plan.Quantities[measure.Numerator], plan.Quantities[measure.Denominator]);
        Assert.Multiple(() =>
        {
            Assert.That(measure.Form, Is.EqualTo(MeasureForm.Ratio));
            Assert.That(measure.Factor, Is.EqualTo(100));
            Assert.That(measure.Unit, Is.EqualTo("%"));
            Assert.That((limited.Kind, limited.Clock, limited.Within, limited.Over), Is.EqualTo((QuantityKind.Visits, 0, 14_400, -1)));
            Assert.That((all.Kind, all.Clock, all.Within, all.Over), Is.EqualTo((QuantityKind.Visits, 0, -1, -1)));
            Assert.That((limited.By, limited.ByAttribute), Is.EqualTo((0, 0)));
        });
    }

    [Test]
    public void A_share_of_waits_over_a_time_counts_the_part_that_is_named()
    {
        var (measure, plan) = MeasuredSystem.Of("{ started: community, over: 2 d, part: place }");
        var (limited, all) = (plan.Quantities[measure.Numerator], plan.Quantities[measure.Denominator]);
        Assert.That((limited.Kind, limited.Over, limited.Part), Is.EqualTo((QuantityKind.Started, 172_800, WaitPart.Place)));
        Assert.That((all.Kind, all.Over), Is.EqualTo((QuantityKind.Started, -1)));
        Assert.That(limited.Subjects, Is.EqualTo(new[] { 3 }));
    }

    [TestCase("day", SecondsInADay)]
    [TestCase("month", SecondsInADay * 365.25 / 12)]
    [TestCase("100k-month", SecondsInADay * 365.25 / 12 / 2)] // a population of 200,000
    public void A_rate_is_a_count_over_the_length_of_the_period(string per, double factor)
    {
        var (measure, plan) = MeasuredSystem.Of($"{{ starts: spell, per: {per} }}");
        Assert.That(plan.Quantities[measure.Numerator].Kind, Is.EqualTo(QuantityKind.Starts));
        Assert.That(plan.Quantities[measure.Denominator].Kind, Is.EqualTo(QuantityKind.Time));
        Assert.That(measure.Factor, Is.EqualTo(factor).Within(1e-9 * factor));
    }

    [Test]
    public void A_rate_of_bed_time_is_in_bed_days()
    {
        // 60 beds full through the period give 60 bed-days a day.
        var (measure, plan) = MeasuredSystem.Of("{ occupied: acute-ga, per: day }");
        Assert.That(plan.Quantities[measure.Numerator].Kind, Is.EqualTo(QuantityKind.OccupiedTime));
        Assert.That(measure.Factor * 60, Is.EqualTo(60));
    }

    [Test]
    public void A_limit_and_a_rate_count_the_limited_visits()
    {
        var (measure, plan) = MeasuredSystem.Of("{ visits: ed, over: 4 h, per: day }");
        Assert.That((plan.Quantities[measure.Numerator].Over, plan.Quantities[measure.Denominator].Kind), Is.EqualTo((14_400, QuantityKind.Time)));
    }

    [TestCase("min", 60)]
    [TestCase("h", 3_600)]
    [TestCase("d", 86_400)]
    public void A_mean_length_is_in_the_unit_that_is_named(string unit, int seconds)
    {
        var (measure, plan) = MeasuredSystem.Of($"{{ clock: spell, mean: true, unit: {unit} }}");
        Assert.That(measure.Factor * seconds, Is.EqualTo(1).Within(1e-12));
        Assert.That(plan.Quantities[measure.Numerator].Kind, Is.EqualTo(QuantityKind.VisitTime));
        Assert.That(plan.Quantities[measure.Denominator].Kind, Is.EqualTo(QuantityKind.Visits));
    }

    [Test]
    public void A_mean_wait_divides_the_waits_of_a_part_by_those_who_started()
    {
        var (measure, plan) = MeasuredSystem.Of("{ wait: community, mean: true, part: place, unit: d }");
        var (waits, started) = (plan.Quantities[measure.Numerator], plan.Quantities[measure.Denominator]);
        Assert.That((waits.Kind, waits.Part), Is.EqualTo((QuantityKind.WaitTime, WaitPart.Place)));
        Assert.That((started.Kind, started.Part), Is.EqualTo((QuantityKind.Started, WaitPart.Both)));
    }

    [Test]
    public void A_quantile_keeps_a_histogram_which_the_mean_of_the_same_lengths_shares()
    {
        var plan = MeasuredSystem.PlanOf("""
            measures:
              mean: { clock: ed, mean: true, group: category }
              p90: { clock: ed, quantile: 90 %, group: category }
            """);
        var (mean, p90) = (plan.Measures[0], plan.Measures[1]);
        Assert.That((mean.Id, p90.Id), Is.EqualTo(("mean", "p90")));
        Assert.That((p90.Form, p90.Probability, p90.Denominator), Is.EqualTo((MeasureForm.Quantile, 0.9, -1)));
        Assert.That(mean.Numerator, Is.EqualTo(p90.Numerator));
        Assert.That(plan.Quantities[p90.Numerator].Histogram, Is.True);
        Assert.That(plan.Quantities[p90.Numerator].GroupAttribute, Is.EqualTo(2));
    }

    [TestCase("", 1)]
    [TestCase("unit: '%'", 100)]
    [TestCase("unit: '% of days'", 100)]
    [TestCase("unit: '%', factor: 7", 700)]
    public void A_ratio_is_in_per_cent_when_its_unit_is(string unit, double factor)
    {
        var (measure, _) = MeasuredSystem.Of($"{{ ratio: [ {{ occupied: acute-ga }}, {{ open: acute-ga }} ], {unit} }}");
        Assert.That(measure.Factor, Is.EqualTo(factor));
    }

    [Test]
    public void A_time_average_divides_by_the_length_of_the_period()
    {
        var (measure, plan) = MeasuredSystem.Of("{ average: { delayed_time: acute-ga, reasons: [A], attribution: nhs } }");
        Assert.That((plan.Quantities[measure.Numerator].Kind, plan.Quantities[measure.Denominator].Kind),
            Is.EqualTo((QuantityKind.DelayedTime, QuantityKind.Time)));
        Assert.That(measure.Factor, Is.EqualTo(1));
        Assert.That(plan.Quantities[measure.Numerator].DelayKinds, Is.EqualTo(new[] { 0 }));
        Assert.That(plan.Quantities[measure.Numerator].Pools, Has.Length.EqualTo(2));
    }

    [Test]
    public void Chosen_delays_that_never_occur_are_not_taken_for_all_delays()
    {
        var (measure, plan) = MeasuredSystem.Of("{ average: { delayed_time: acute-ga, reasons: [H] } }");
        Assert.That(plan.Quantities[measure.Numerator].Pools, Is.Empty);
    }

    [Test]
    public void An_average_over_censuses_divides_by_the_censuses_of_the_same_hour()
    {
        var (measure, plan) = MeasuredSystem.Of("{ per_census: { census_occupied: acute-ga, at: 08:00 } }");
        var (occupied, censuses) = (plan.Quantities[measure.Numerator], plan.Quantities[measure.Denominator]);
        Assert.That((occupied.Kind, occupied.CensusAt), Is.EqualTo((QuantityKind.CensusOccupied, 28_800)));
        Assert.That((censuses.Kind, censuses.CensusAt), Is.EqualTo((QuantityKind.Censuses, 28_800)));
    }

    [Test]
    public void A_long_stay_is_counted_in_whole_days_among_those_in_the_pools()
    {
        var (measure, plan) = MeasuredSystem.Of("{ total: { census_present: spell, in: acute-ga, longer_than: 7 d } }");
        var present = plan.Quantities[measure.Numerator];
        Assert.That((present.Kind, present.Clock, present.Threshold), Is.EqualTo((QuantityKind.CensusPresent, 1, 7.0)));
        Assert.That(present.Pools, Has.Length.EqualTo(2));
        Assert.That(plan.Quantities[measure.Denominator].Kind, Is.EqualTo(QuantityKind.One));
        Assert.That((measure.Factor, measure.Unit), Is.EqualTo((1.0, "days")));
    }

    [Test]
    public void The_full_days_are_those_at_or_above_a_share()
    {
        var (measure, plan) = MeasuredSystem.Of("{ ratio: [ { census_over: acute-ga, share: 95 % }, { censuses: true } ], unit: '%' }");
        Assert.That((plan.Quantities[measure.Numerator].Kind, plan.Quantities[measure.Numerator].Threshold), Is.EqualTo((QuantityKind.CensusOver, 0.95)));
    }

    [Test]
    public void Visits_of_several_clocks_are_one_quantity()
    {
        var (measure, plan) = MeasuredSystem.Of("{ visits: [ ed, miu-visit ], within: 4 h }");
        Assert.That(plan.Quantities[measure.Numerator].Clock, Is.EqualTo(0));
        Assert.That(plan.Quantities[measure.Numerator].MoreClocks, Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public void Giving_up_for_a_reason_names_stage_and_target()
    {
        var (measure, plan) = MeasuredSystem.Of("{ ratio: [ { gave_up: admit, reason: cancelled }, { entries: admit } ] }");
        var gaveUp = plan.Quantities[measure.Numerator];
        Assert.That((gaveUp.Kind, gaveUp.Reason), Is.EqualTo((QuantityKind.GaveUp, "cancelled")));
        Assert.That(gaveUp.Subjects, Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void A_stream_counts_in_all_its_instances()
    {
        var (measure, plan) = MeasuredSystem.Of("{ arrivals: [ calls, admissions ], per: day }");
        Assert.That(plan.Quantities[measure.Numerator].Subjects, Is.EqualTo(new[] { 0, 1, 2 }));
    }

    [Test]
    public void Equal_quantities_of_several_measures_are_kept_once()
    {
        var plan = MeasuredSystem.PlanOf("""
            measures:
              rate: { visits: ed, within: 4 h, by: site }
              long: { visits: ed, over: 4 h, by: site }
              stay: { clock: ed, mean: true, by: site }
              everywhere: { visits: ed, within: 4 h }
            """);
        // By site: within, over, all, lengths; of the system only: within, all.
        Assert.That(plan.Quantities, Has.Length.EqualTo(6));
        Assert.That(plan.Measures.Take(3).Select(measure => measure.Denominator).Distinct().Count(), Is.EqualTo(1));
        Assert.That(plan.Quantities.Select(quantity => quantity.Id), Is.EqualTo(Enumerable.Range(0, 6)));
    }

    [Test]
    public void Headline_measures_come_first_in_their_order()
    {
        var plan = MeasuredSystem.PlanOf("""
            headline: [ c, a ]
            measures:
              a: { starts: ed, per: day }
              b: { starts: spell, per: day, monthly: true }
              c: { visits: ed, per: day }
            """);
        Assert.That(plan.Measures.Select(measure => measure.Id), Is.EqualTo(new[] { "c", "a", "b" }));
        Assert.That(plan.Measures.Select(measure => measure.Headline), Is.EqualTo(new[] { true, true, false }));
        Assert.That(plan.Measures.Select(measure => measure.Monthly), Is.EqualTo(new[] { false, false, true }));
    }

    [Test]
    public void What_is_declared_about_a_measure_is_kept()
    {
        var (measure, _) = MeasuredSystem.Of("{ visits: ed, over: 12 h, per: month, unit: trolleys, definition: Waits., source: A book }");
        Assert.That((measure.Unit, measure.Words.Definition, measure.Words.Source), Is.EqualTo(("trolleys", "Waits.", "A book")));
    }

    [TestCase("{ visits: ed, within: 4 h }", "Share of visits of clock ed that ended that took at most 4 h.")]
    [TestCase("{ visits: ed, over: 90 min, per: day }", "Visits of clock ed that ended after more than 90 min, per day.")]
    [TestCase("{ wait: community, mean: true, part: place }", "Mean of place waits at community.")]
    [TestCase("{ ratio: [ { occupied: acute-ga }, { open: acute-ga } ] }", "Units occupied in acute-ga divided by units open in acute-ga.")]
    [TestCase("{ total: { census_delayed: acute-ga, reasons: [A], attribution: nhs } }",
        "Delayed patients in acute-ga at 00:00 for reason A attributed to nhs, added up over the period.")]
    public void A_measure_without_a_definition_gets_one_from_its_form(string form, string definition) =>
        Assert.That(MeasuredSystem.Of(form).Measure.Words.Definition, Is.EqualTo(definition));

    [Test]
    public void Occupancy_is_distributed_by_pool_by_group_and_jointly()
    {
        var plan = MeasuredSystem.PlanOf("""
            measures:
              occupancy: { measure: occupancy_distribution, pools: [ward-bed], groups: [acute-ga], by: site, joint: [[acute-ga, community-bed]], pooled: [[11, 10, 5], [0, 0, 22]] }
            """);
        Assert.That(
            plan.Distributions.Select(distribution => distribution.Name),
            Is.EqualTo(new[] { "ward-bed@north", "ward-bed@south", "acute-ga@north", "acute-ga@south", "acute-ga+community-bed" }));
        var joint = plan.Distributions[^1];
        Assert.That((joint.Pools.Length, joint.JointPools.Length), Is.EqualTo((2, 1)));
        Assert.That(joint.Poolings, Is.EqualTo(new[] { (11, 10, 5), (0, 0, 22) }));
        Assert.That(plan.Measures, Is.Empty);
    }

    [Test]
    public void All_bed_pools_are_those_of_the_kind_beds()
    {
        var plan = MeasuredSystem.PlanOf("measures:\n  occupancy: { measure: occupancy_distribution, pools: all }\n");
        Assert.That(plan.Distributions.Select(distribution => distribution.Name), Is.EqualTo(new[] { "community-bed", "ward-bed@north", "ward-bed@south" }));
    }

    [Test]
    public void Timelines_are_of_pools_or_of_a_clock()
    {
        var plan = MeasuredSystem.PlanOf("""
            timelines:
              rate: { pools: acute-ga, by: site, rate: true }
              present: { clock: ed, hours_of_week: true }
            """);
        var (rate, present) = (plan.Timelines[0], plan.Timelines[1]);
        Assert.That((rate.Measure, rate.Unit, rate.By, rate.Clock, rate.Rate, rate.HoursOfWeek), Is.EqualTo(("rate", "%", 0, -1, true, false)));
        Assert.That(rate.Pools, Has.Length.EqualTo(2));
        Assert.That((present.Measure, present.Unit, present.By, present.Clock, present.Rate, present.HoursOfWeek),
            Is.EqualTo(("present", "patients", -1, 0, false, true)));
    }
}
