using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Loading.Measures;

/// <summary>What is wrong in measures is said where it stands, and all of it.</summary>
public sealed class MeasureProblemTests
{
    [TestCase("{ visits: ed, withn: 4 h, per: day }", "measures.m.withn", "withn", "Did you mean \"within\"?")]
    [TestCase("{ visit: ed, within: 4 h }", "measures.m", "visit, within", "Did you mean \"visits\"?")]
    [TestCase("{ visits: edd, within: 4 h }", "measures.m.visits", "edd", "Did you mean \"ed\"?")]
    [TestCase("{ started: comunity, within: 4 h }", "measures.m.started", "comunity", "Did you mean \"community\"?")]
    [TestCase("{ average: { occupied: acute-gaa } }", "measures.m.average.occupied", "acute-gaa", "Did you mean \"acute-ga\"?")]
    [TestCase("{ starts: ed, per: day, by: sites }", "measures.m.by", "sites", "Did you mean \"site\"?")]
    [TestCase("{ starts: ed, per: dya }", "measures.m.per", "dya", "Did you mean \"day\"?")]
    [TestCase("{ starts: ed, per: day, group: categorie }", "measures.m.group", "categorie", "Did you mean \"category\"?")]
    [TestCase("{ exits: cancled, per: day }", "measures.m.exits", "cancled", "Did you mean \"cancelled\"?")]
    [TestCase("{ total: { census_delayed: acute-ga, reasons: [Dj] } }", "measures.m.total.reasons[1]", "Dj", "Did you mean \"Di\"?")]
    [TestCase("{ measure: occupancy_distributio, pools: all }", "measures.m.measure", "occupancy_distributio", "Did you mean \"occupancy_distribution\"?")]
    public void An_unknown_word_is_refused_with_the_nearest_known_one(string form, string path, string received, string hint)
    {
        var problem = Single(form);
        Assert.That((problem.Path, problem.Received, problem.Hint), Is.EqualTo((path, received, hint)));
        Assert.That(problem.Where.Line, Is.EqualTo(2));
    }

    [TestCase("{ visits: ed, within: 4 h, unit: '=1+1' }", "measures.m.unit", "=1+1")]
    [TestCase("{ visits: ed, within: 4 h, unit: '@SUM(A1)' }", "measures.m.unit", "@SUM(A1)")]
    [TestCase("{ visits: ed, within: 4 h, unit: -2 }", "measures.m.unit", "-2")]
    [TestCase("{ visits: ed, within: 4 h, unit: \"a\tb\" }", "measures.m.unit", "a\tb")]
    [TestCase("{ visits: ed, within: 4 }", "measures.m.within", "4")]
    [TestCase("{ clock: ed, quantile: 90 }", "measures.m.quantile", "90")]
    [TestCase("{ clock: ed, quantile: 100 % }", "measures.m", "100 %")]
    [TestCase("{ clock: ed }", "measures.m", "neither")]
    [TestCase("{ clock: ed, mean: true, quantile: 90 % }", "measures.m", "both")]
    [TestCase("{ clock: ed, mean: true, unit: patients }", "measures.m.unit", "patients")]
    [TestCase("{ visits: ed }", "measures.m", "visits")]
    [TestCase("{ visits: ed, exits: leave, per: day }", "measures.m", "visits, exits, per")]
    [TestCase("{ ratio: [ { visits: ed } ] }", "measures.m.ratio", "1")]
    [TestCase("{ average: { visits: ed } }", "measures.m.average", "visits")]
    [TestCase("{ per_census: { occupied: acute-ga } }", "measures.m.per_census", "occupied")]
    [TestCase("{ starts: ed, per: 100k-month }", "measures.m.per", "none")]
    [TestCase("{ average: { occupied: acute-ga, where: site = north } }", "measures.m.average.where", "site = north")]
    [TestCase("{ average: { occupied: acute-ga }, group: category }", "measures.m.group", "category")]
    [TestCase("{ average: { occupied: acute-ga }, by: locality }", "measures.m.by", "locality")]
    [TestCase("{ average: { occupied: community-bed }, by: site }", "measures.m.by", "site")]
    [TestCase("{ total: { census_delayed: acute-ga, group: category } }", "measures.m.total.group", "category")]
    [TestCase("{ total: { census_present: spell, longer_than: 36 h } }", "measures.m.total.longer_than", "36 h")]
    [TestCase("{ total: { census_present: [ ed, spell ] } }", "measures.m.total.census_present", "ed, spell")]
    [TestCase("{ ratio: [ { census_over: acute-ga }, { censuses: true } ] }", "measures.m.ratio[1].share", "")]
    [TestCase("{ measure: occupancy_distribution }", "measures.m", "measure")]
    [TestCase("{ measure: occupancy_distribution, groups: community, pooled: [[1, 2, 3]] }", "measures.m.pooled", "none")]
    [TestCase("{ measure: occupancy_distribution, joint: [[ward-bed, community-bed]], pooled: [[1, 2, x]] }", "measures.m.pooled", "[1, 2, x]")]
    [TestCase("{ clock: ed, mean: true, sd: true }", "measures.m", "both")]
    [TestCase("{ clock: ed, mean: true, sd: true, quantile: 90 % }", "measures.m", "all three")]
    [TestCase("{ clock: ed, mean: true, when: ended }", "measures.m.when", "when")]
    [TestCase("{ wait: ward, mean: true, when: end }", "measures.m.when", "end")]
    [TestCase("{ average: { present: ward, where: site = north } }", "measures.m.average.where", "site = north")]
    [TestCase("{ average: { present: ward }, group: category }", "measures.m.group", "category")]
    [TestCase("{ average: { present: ward }, by: locality }", "measures.m.by", "locality")]
    [TestCase("{ average: { present: call }, by: site }", "measures.m.by", "site")]
    [TestCase("{ average: { present: wrad } }", "measures.m.average.present", "wrad")]
    [TestCase("{ measure: occupancy_distribution, stages: wrad }", "measures.m.stages", "wrad")]
    [TestCase("{ difference: [ m ] }", "measures.m.difference", "m")]
    [TestCase("{ difference: [ m, n, o ] }", "measures.m.difference", "m, n, o")]
    [TestCase("{ difference: [ a, b ], by: site }", "measures.m.by", "by")]
    [TestCase("42", "measures.m", "42")]
    public void A_form_that_cannot_be_counted_is_refused(string form, string path, string received)
    {
        var problem = Single(form);
        Assert.That((problem.Path, problem.Received), Is.EqualTo((path, received)));
        Assert.That(problem.Where.Line, Is.EqualTo(2));
    }

    [TestCase("waits, stays", "two measures of one unit; waits is in min", "stays in d", "Give one of them the `unit` of the other.")]
    [TestCase("waits, spells", "two measures with the same `by` and `group`", "waits, spells", "A difference has a value for each place and group of both.")]
    [TestCase("waits, wiats", "a measure of `measures` that is no difference itself", "wiats", "Did you mean \"waits\"?")]
    [TestCase("waits, m", "a measure of `measures` that is no difference itself", "m", "")]
    [TestCase("waits, wait_mean", "a measure of `measures` that is no difference itself", "wait_mean", "")]
    public void A_difference_is_of_two_measures_alike(string parts, string expected, string received, string hint)
    {
        var problems = MeasuredSystem.ProblemsOf($$"""
            measures:
              waits: { wait: ward, mean: true }
              stays: { clock: spell, mean: true, unit: d }
              spells: { clock: spell, mean: true, by: site }
              m:
                difference: [ {{parts}} ]
            """);
        Assert.That(problems.Select(problem => (problem.Where.Line, problem.Expected, problem.Received)), Is.EqualTo(new[] { (6, expected, received) }));
        Assert.That(problems[0].Hint, hint.Length > 0 ? Is.EqualTo(hint) : Is.Not.Null);
    }

    [Test]
    public void Of_a_measure_with_a_problem_a_difference_says_nothing_more()
    {
        var problems = MeasuredSystem.ProblemsOf("measures:\n  a: { wait: wrad, mean: true }\n  b: { wait: ward }\n  m: { difference: [ a, b ] }\n");
        Assert.That(problems.Select(problem => problem.Where.Line), Is.EqualTo(new[] { 2, 3 }));
    }

    [Test]
    public void All_problems_are_reported_where_they_stand()
    {
        var problems = MeasuredSystem.ProblemsOf("""
            population: many
            headline: [ beds, lost ]
            measures:
              beds:
                average: { occupied: wardbed }
                by: sight
              utilisation: { visits: ed, within: 4 h }
            timelines:
              both: { clock: ed, pools: ward-bed }
              share: { clock: ed, rate: true }
              beds: { pools: ward-bed, by: locality }
              hours: { pools: ward-bed, hours_of_week: true, at: 08:00 }
            """);
        Assert.That(
            problems.Select(problem => (problem.Where.Line, problem.Path)),
            Is.EqualTo(new[]
            {
                (1, "population"), (2, "headline[2]"), (5, "measures.beds.average.occupied"), (6, "measures.beds.by"),
                (7, "measures.utilisation"), (9, "timelines.both"), (10, "timelines.share.rate"), (11, "timelines.beds.by"),
                (12, "timelines.hours.at"),
            }));
    }

    [TestCase("visits", null)]
    [TestCase("visit", "Did you mean \"visits\"?")]
    public void What_gives_way_is_a_topic_that_a_measure_has(string topic, string? hint)
    {
        var problems = MeasuredSystem.ProblemsOf($"gives_way: {topic}\nmeasures:\n  m: {{ starts: ed, per: day, topic: visits }}\n");
        Assert.That(problems.Select(problem => (problem.Path, problem.Received, problem.Where.Line, problem.Hint)),
            hint is null ? Is.Empty : Is.EqualTo(new[] { ("gives_way", topic, 1, hint) }));
    }

    [Test]
    public void A_rate_per_person_has_no_places()
    {
        var problems = MeasuredSystem.ProblemsOf("population: 200000\nmeasures:\n  m: { starts: ed, per: 100k-month, by: site }\n");
        Assert.That(problems.Single().Path, Is.EqualTo("measures.m.by"));
    }

    private static Problem Single(string form)
    {
        var problems = MeasuredSystem.ProblemsOf($"measures:\n  m: {form}\n");
        Assert.That(problems, Has.Count.EqualTo(1), string.Join("\n", problems));
        return problems[0];
    }
}
