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
