using FlowSim.Simulator.Model;
using FlowSim.Tests.Kernel.Semantics;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Measures;

/// <summary>What is reported of a month and of a place.</summary>
public sealed class PeriodRowsTests
{
    /// <summary>Thirty days of April 2017 and fifteen of May. Anna comes on 2 May.</summary>
    private static readonly string TwoMonths = $$"""
        run: { starts: 2017-04-01, lasts: 45 d, warm_up: 0 d, begin: empty }
        stages:
          ward: { clock: spell, time: 1 d, then: leave }
        measures:
          came: { starts: spell, per: day, monthly: true }
          once: { starts: spell, per: day }
        streams:
          {{Patient("anna", "ward", "744 h")}}
        """;

    [Test]
    public void A_rate_of_a_month_is_a_day_of_that_month()
    {
        var scene = Play(TwoMonths);
        Assert.That(scene.Value("came", period: "2017-04"), Is.Zero);
        Assert.That(scene.Value("came", period: "2017-05"), Is.EqualTo(1 / 15.0).Within(1e-12));
        Assert.That(scene.Value("came", period: "2017/18"), Is.EqualTo(1 / 45.0).Within(1e-12));
    }

    [Test]
    public void Of_a_month_only_what_is_declared_monthly_is_reported()
    {
        var model = Compile(TwoMonths);
        var run = Simulator.Kernel.Replication.Start(new SystemTimeline([model], [model.Run.Start]), 1, 1);
        var rows = run.Measure(model.Run.MeasureFrom, model.Run.End).Rows;
        Assert.That(rows.Where(row => row.Period == "2017-05").Select(row => row.Measure), Is.EqualTo(new[] { "came" }));
    }

    [Test]
    public void Quarters_have_three_months_from_april_and_stand_beside_years()
    {
        var model = Compile($$"""
            run: { starts: 2017-02-01, lasts: 120 d, warm_up: 0 d, begin: empty }
            stages:
              ward: { clock: spell, time: 1 d, then: leave }
            measures:
              came: { total: { starts: spell }, quarterly: true }
              long: { clock: spell, quantile: 50 %, quarterly: true }
              wide: { clock: spell, sd: true, quarterly: true }
            streams:
              daily: { to: ward, schedule: { every: 1 d, first: 1 h } }
            """);
        var run = Simulator.Kernel.Replication.Start(new SystemTimeline([model], [model.Run.Start]), 1, 1);
        var rows = run.Measure(model.Run.MeasureFrom, model.Run.End).Rows;
        Assert.That(rows.Where(row => row.Measure == "came").Select(row => (row.Period, row.Value)),
            Is.EqualTo(new[] { ("2016/17", 59.0), ("2017/18", 61), ("all", 120), ("2016/17-Q4", 59), ("2017/18-Q1", 61) }));
        Assert.That(rows.Where(row => row.Measure == "long").Select(row => row.Period), Is.EqualTo(new[] { "2016/17", "2017/18", "all" }), "lengths are kept by year");
        Assert.That(rows.Where(row => row.Measure == "wide").Select(row => row.Period), Does.Contain("2017/18-Q1"), "their squares are not");
    }

    [TestCase(2017, 4, 1, "2017/18-Q1")]
    [TestCase(2017, 9, 30, "2017/18-Q2")]
    [TestCase(2017, 12, 31, "2017/18-Q3")]
    [TestCase(2018, 3, 31, "2017/18-Q4")]
    public void A_day_is_of_a_quarter_of_its_nhs_year(int year, int month, int day, string quarter)
    {
        Assert.That(Scenarios.Experiments.Periods.QuarterOf(new DateOnly(year, month, day)), Is.EqualTo(quarter));
        Assert.That(Scenarios.Experiments.Periods.IsQuarter(quarter), Is.True);
    }

    [Test]
    public void A_quantile_of_a_place_is_of_its_own_patients()
    {
        // Stays of 8 h in the north, of 16 h in the south, known within a sixteenth.
        var scene = Play("""
            dimensions: { site: [north, south] }
            pools: { bed: { each: site, kind: beds, capacity: 1 } }
            attributes: { stay: duration }
            stages:
              ward: { each: site, place: bed@site, clock: spell, time: stay, then: leave }
            measures:
              half: { clock: spell, quantile: 50 %, by: site, unit: h }
            streams:
              n: { to: ward, schedule: { every: 300 d, first: 0 h }, attributes: { site: north, stay: "8 h" } }
              s: { to: ward, schedule: { every: 300 d, first: 0 h }, attributes: { site: south, stay: "16 h" } }
            """);
        Assert.That(scene.Value("half", place: "north"), Is.EqualTo(8).Within(0.5));
        Assert.That(scene.Value("half", place: "south"), Is.EqualTo(16).Within(1));
    }
}
