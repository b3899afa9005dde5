using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Loading.Measures;

/// <summary>
/// Every form of measure on a clockwork hospital, where each can be counted on the fingers. Each day one quick patient comes at 06:00 (2 h in the department,
/// 10 h on the ward) and one slow one at 12:00 (5 h, 60 h), who is ready at 05:00 and waits in the ward until the rehabilitation unit takes patients at 09:00.
/// Two come to triage at 20:00 (one nurse, 10 min each) and two to the desk at 22:00 (one clerk, 20 min, patience 5 min).
/// </summary>
public sealed class MeasuredRunTests
{
    private const string Hospital = """
        system: clockwork
        population: 50000
        run: { starts: Mon 00:00, lasts: 90 d, warm_up: 10 d, begin: empty, replications: 1 }
        attributes: { kind: [quick, slow] }
        calendars: { mornings: { open: daily 09:00-10:00 } }
        pools:
          cubicle: { kind: spaces, capacity: 10 }
          ward-bed: { kind: beds, group: acute-ga, capacity: 4 }
          rehab-bed: { kind: beds, capacity: 10, takes: mornings }
          nurse: { kind: staff, capacity: 1 }
          clerk: { kind: staff, capacity: 1 }
        streams:
          quick: { to: assess, schedule: { every: 1 d, first: 6 h }, attributes: { kind: quick } }
          slow: { to: assess, schedule: { every: 1 d, first: 12 h }, attributes: { kind: slow } }
          pairs: { to: triage, schedule: { every: 1 d, first: 20 h, count: 2 } }
          callers: { to: desk, schedule: { every: 1 d, first: 22 h, count: 2 } }
        tables:
          assessing: { keys: [kind], rows: { quick: 2 h, slow: 5 h } }
          nursing: { keys: [kind], rows: { quick: 10 h, slow: 60 h } }
        stages:
          assess: { place: cubicle, clock: ed, time: { table: assessing }, then: ward }
          ward: { place: ward-bed, clock: spell, time: { table: nursing }, then: { by: kind, quick: leave, slow: rehab } }
          rehab: { place: rehab-bed, delayed: { reason: C, attribution: nhs }, time: 2 h, then: leave }
          triage: { staff: nurse, time: 10 min, then: leave }
          desk: { staff: clerk, gives_up: [ { after: 5 min, to: walked-out } ], time: 20 min, then: leave }
        exits: [ walked-out ]
        """;

    /// <summary>Two wards of one bed; each day a patient comes to each at 06:00 and stays 6 h in the north, 18 h in the south.</summary>
    private const string TwoSites = """
        system: two-sites
        run: { starts: Mon 00:00, lasts: 90 d, warm_up: 10 d, begin: empty, replications: 1 }
        dimensions: { site: [north, south] }
        pools:
          ward-bed: { each: site, kind: beds, capacity: 1 }
        streams:
          patients: { each: site, to: ward, schedule: { every: 1 d, first: 6 h } }
        tables:
          stay: { keys: [site], rows: { north: 6 h, south: 18 h } }
        stages:
          ward: { each: site, place: ward-bed@site, clock: spell, time: { table: stay }, then: leave }
        """;

    [TestCase("{ visits: ed, within: 4 h }", 50)]
    [TestCase("{ visits: ed, within: 2 h }", 50)] // at most: the quick ones take exactly 2 h
    [TestCase("{ visits: ed, over: 2 h }", 50)]
    [TestCase("{ visits: ed, over: 4 h, per: day }", 1)]
    [TestCase("{ visits: [ ed, spell ], per: day }", 4)]
    [TestCase("{ visits: ed, within: 4 h, where: kind = slow }", 0)]
    [TestCase("{ clock: spell, mean: true, unit: h }", 37)]
    [TestCase("{ clock: spell, mean: true, unit: h, where: kind = slow }", 64)]
    [TestCase("{ ratio: [ { visit_time: spell }, { starts: ed } ], unit: h }", 37)]
    [TestCase("{ starts: spell, per: 100k-month }", 2 * 365.25 / 12 * 2)]
    [TestCase("{ starts: spell, per: month }", 2 * 365.25 / 12)]
    [TestCase("{ arrivals: [ quick, pairs ], per: day }", 3)]
    [TestCase("{ ratio: [ { entries: rehab }, { entries: ward } ], unit: '%' }", 50)]
    [TestCase("{ ratio: [ { gave_up: desk, reason: walked-out }, { entries: desk } ], unit: '%' }", 50)]
    [TestCase("{ ratio: [ { gave_up: desk, reason: leave }, { entries: desk } ], unit: '%' }", 0)]
    [TestCase("{ exits: walked-out, per: day }", 1)]
    [TestCase("{ exits: [ leave, walked-out ], per: day }", 6)]
    [TestCase("{ started: triage, within: 5 min }", 50)]
    [TestCase("{ started: triage, over: 9 min, part: place }", 0)]
    [TestCase("{ wait: triage, mean: true }", 5)]
    [TestCase("{ wait: triage, mean: true, part: staff, unit: s }", 300)]
    [TestCase("{ wait: rehab, mean: true, part: place, unit: h }", 4)]
    [TestCase("{ average: { occupied: acute-ga } }", (10 + 64) / 24.0)]
    [TestCase("{ occupied: ward-bed, per: day }", (10 + 64) / 24.0)]
    [TestCase("{ ratio: [ { occupied: acute-ga }, { open: acute-ga } ], unit: '%' }", 100 * (10 + 64) / 24.0 / 4)]
    [TestCase("{ total: { occupied: acute-ga } }", 90 * (10 + 64) / 24.0)]
    [TestCase("{ per_census: { census_occupied: acute-ga } }", 3)]
    [TestCase("{ per_census: { census_occupied: acute-ga, at: 18:30 } }", 3)]
    [TestCase("{ per_census: { census_occupied: acute-ga, at: 08:30 } }", 4)]
    [TestCase("{ ratio: [ { census_occupied: acute-ga }, { census_open: acute-ga } ], unit: '%' }", 75)]
    [TestCase("{ ratio: [ { census_over: acute-ga, share: 75 % }, { censuses: true } ], unit: '% of days' }", 100)]
    [TestCase("{ ratio: [ { census_over: acute-ga, share: 76 % }, { censuses: true } ], unit: '% of days' }", 0)]
    [TestCase("{ total: { censuses: true } }", 90)]
    [TestCase("{ total: { census_present: spell } }", 270)] // at 7 h, 31 h and 55 h of each slow stay
    [TestCase("{ total: { census_present: spell, longer_than: 0 d } }", 180)]
    [TestCase("{ total: { census_present: spell, in: acute-ga, longer_than: 1 d } }", 90)]
    [TestCase("{ total: { census_present: spell, in: rehab-bed } }", 0)]
    [TestCase("{ total: { census_delayed: acute-ga } }", 0)]
    [TestCase("{ total: { census_delayed: acute-ga, at: 06:00 } }", 90)]
    [TestCase("{ total: { census_delayed: acute-ga, at: 06:00, reasons: [C], attribution: nhs } }", 90)]
    [TestCase("{ total: { census_delayed: acute-ga, at: 06:00, reasons: [A, B] } }", 0)]
    [TestCase("{ total: { census_delayed: acute-ga, at: 06:00, attribution: social-care } }", 0)]
    [TestCase("{ average: { delayed_time: acute-ga } }", 4 / 24.0)]
    [TestCase("{ total: { delayed_time: acute-ga, reasons: [C] }, unit: h }", 90 * 4)]
    [TestCase("{ wait: triage, mean: true, when: ended }", 5)]
    [TestCase("{ ended: triage, within: 5 min }", 50)]
    [TestCase("{ total: { ended_wait_time: rehab }, unit: h }", 90 * 4)]
    [TestCase("{ wait: triage, quantile: 90 %, when: ended }", 10)]
    [TestCase("{ ratio: [ { service_time: triage }, { open: nurse } ], unit: '%' }", 100 * 20 / 1440.0)]
    [TestCase("{ ratio: [ { service_time: triage }, { started: triage } ], unit: min }", 10)]
    [TestCase("{ average: { present: ward } }", (10 + 60) / 24.0)]
    [TestCase("{ average: { present: [ ward, rehab ] } }", (10 + 60 + 4 + 2) / 24.0)]
    [TestCase("{ average: { present: triage } }", (10 + 20) / 1440.0)]
    [TestCase("{ present: ward, per: day }", (10 + 60) / 24.0)]
    public void A_measure_is_what_one_counts_by_hand(string form, double expected)
    {
        var value = Run(form).Single(row => row is { Measure: "m", Place: "system", Group: "" }).Value;
        Assert.That(value, Is.EqualTo(expected).Within(1e-9 * Math.Max(1, expected)));
    }

    [TestCase("{ clock: spell, mean: true, unit: h, group: kind }", "quick", 10)]
    [TestCase("{ clock: spell, mean: true, unit: h, group: kind }", "slow", 64)]
    [TestCase("{ visits: ed, within: 4 h, group: kind }", "slow", 0)]
    [TestCase("{ ratio: [ { starts: ed, group: kind }, { starts: ed } ], unit: '%' }", "quick", 50)]
    [TestCase("{ ratio: [ { delayed_time: acute-ga }, { occupied: acute-ga } ], unit: '%' }", "C/nhs", 100 * 4 / 74.0)]
    public void A_group_is_counted_apart(string form, string group, double expected)
    {
        var value = Run(form).Single(row => row is { Measure: "m", Place: "system" } && row.Group == group).Value;
        Assert.That(value, Is.EqualTo(expected).Within(1e-9 * Math.Max(1, expected)));
    }

    [TestCase("{ starts: spell, per: day, by: site }", 2, 1, 1)]
    [TestCase("{ arrivals: patients, per: day, by: site }", 2, 1, 1)]
    [TestCase("{ clock: spell, mean: true, unit: h, by: site }", 12, 6, 18)]
    [TestCase("{ visits: spell, within: 12 h, by: site }", 50, 100, 0)]
    [TestCase("{ ratio: [ { occupied: ward-bed }, { open: ward-bed } ], unit: '%', by: site }", 50, 25, 75)]
    [TestCase("{ average: { present: ward }, by: site }", 1, 0.25, 0.75)]
    [TestCase("{ ratio: [ { service_time: ward }, { started: ward } ], by: site, unit: h }", 12, 6, 18)]
    [TestCase("{ per_census: { census_present: spell, at: 20:00 }, by: site }", 1, 0, 1)]
    [TestCase("{ per_census: { census_over: ward-bed, share: 90 %, at: 20:00 }, by: site, unit: '% of days' }", 0, 0, 100)]
    public void A_place_is_counted_apart_and_the_system_together(string form, double system, double north, double south)
    {
        var rows = Run(form, hospital: TwoSites).Where(row => row is { Measure: "m", Group: "" }).ToDictionary(row => row.Place, row => row.Value);
        Assert.That(new[] { rows["system"], rows["north"], rows["south"] }, Is.EqualTo(new[] { system, north, south }).Within(1e-9));
    }

    [Test]
    public void Patients_in_a_stage_have_a_distribution_like_beds()
    {
        // Nobody from 0 to 6, two from 6 to 12, one from 12 to 24.
        var rows = Run("{ measure: occupancy_distribution, stages: ward }", hospital: TwoSites).Where(row => row.Group.StartsWith("ward/", StringComparison.Ordinal));
        var shares = rows.Where(row => row.Measure == "occupancy_distribution").ToDictionary(row => row.Group, row => row.Value);
        Assert.That(shares, Is.EqualTo(new Dictionary<string, double> { ["ward/0"] = 0.25, ["ward/1"] = 0.5, ["ward/2"] = 0.25 }));
    }

    // Of 2 n lengths, half of them d above the others, the standard deviation is d / 2 times the root of 2 n / (2 n - 1); there are 90 of each.
    [TestCase("{ clock: spell, sd: true, unit: h }", "", 27)]
    [TestCase("{ clock: spell, sd: true, unit: h, group: kind }", "", 27)]
    [TestCase("{ clock: spell, sd: true, unit: h, group: kind }", "slow", 0)]
    [TestCase("{ wait: triage, sd: true }", "", 5)]
    [TestCase("{ wait: triage, sd: true, part: place }", "", 0)]
    [TestCase("{ wait: triage, sd: true, when: ended }", "", 5)]
    public void A_standard_deviation_is_of_the_patients_of_a_replication(string form, string group, double half)
    {
        var value = Run(form).Single(row => row is { Measure: "m", Place: "system" } && row.Group == group).Value;
        Assert.That(value, Is.EqualTo(half * Math.Sqrt(180 / 179.0)).Within(1e-12));
    }

    [Test]
    public void A_standard_deviation_and_a_quantile_of_the_same_lengths_keep_both()
    {
        var rows = Run("{ clock: spell, sd: true, unit: h }", "q: { clock: spell, quantile: 90 %, unit: h }");
        Assert.That(rows.Single(row => row is { Measure: "m", Group: "" }).Value, Is.EqualTo(27 * Math.Sqrt(180 / 179.0)).Within(1e-12));
        Assert.That(rows.Single(row => row is { Measure: "q", Group: "" }).Value, Is.EqualTo(64).Within(1e-9));
    }

    [TestCase("", 37 - 3.5)]
    [TestCase("quick", 10 - 2)]
    [TestCase("slow", 64 - 5)]
    public void A_difference_is_one_measure_less_another_group_by_group(string group, double hours)
    {
        const string Parts = "stay: { clock: spell, mean: true, unit: h, group: kind }\n  seen: { clock: ed, mean: true, unit: h, group: kind }";
        var row = Run("{ difference: [ stay, seen ] }", Parts).Single(row => row.Measure == "m" && row.Group == group);
        Assert.That((row.Value, row.Unit), Is.EqualTo((hours, "h")));
    }

    [TestCase("10 %", 10)]
    [TestCase("90 %", 64)]
    public void A_quantile_of_few_lengths_is_one_of_them(string probability, double hours)
    {
        var value = Run($"{{ clock: spell, quantile: {probability}, unit: h }}").Single(row => row is { Measure: "m", Group: "" }).Value;
        Assert.That(value, Is.EqualTo(hours).Within(1e-9));
    }

    [Test]
    public void Every_result_is_of_a_declared_or_a_listed_measure_and_in_its_unit()
    {
        var rows =
            Run("{ visits: ed, within: 4 h }", "o: { measure: occupancy_distribution, pools: all, joint: [[ward-bed, rehab-bed]], pooled: [[2, 2, 1]] }");
        var units = Scenarios.Compilation.Measures.GenericMeasures.All.ToDictionary(measure => measure.Id, measure => measure.Unit);
        units.Add("m", "%");
        Assert.That(rows.Where(row => units.GetValueOrDefault(row.Measure) != row.Unit).Select(row => (row.Measure, row.Unit)).Distinct(), Is.Empty);
        Assert.That(units.Keys.Except(rows.Select(row => row.Measure)), Is.Empty, "listed, but not given");
    }

    private static IReadOnlyList<ResultRow> Run(string form, string more = "", string hospital = Hospital)
    {
        using var system = TemporarySystem.With(("system.yaml", $"{hospital}\nmeasures:\n  m: {form}\n  {more}\n"));
        var files = system.Read();
        var compiled = files is null ? null : SystemCompiler.Compile(files, RunOverrides.None, system.Problems);
        Assert.That(system.Problems.Sorted.Where(problem => problem.Severity == Severity.Error).Select(ProblemText.Render), Is.Empty);
        var model = compiled!.Model;
        return Replication.Start(new SystemTimeline([model], [0]), 1, 1, paranoid: true).Measure(model.Run.MeasureFrom, model.Run.End).Rows;
    }
}
