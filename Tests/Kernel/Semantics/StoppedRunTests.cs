using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.State;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>Runs that cannot go on say when, who, where and why.</summary>
public sealed class StoppedRunTests
{
    private static string Stopped(string text, int run = 20)
    {
        var model = Compile($"run: {{ starts: Mon 00:00, lasts: {run} d, warm_up: 0 h, begin: empty, patient_limit: 8 }}\n{text}");
        var stopped = Assert.Throws<SimulationException>(() => Play(model, seed: 7, replication: 3));
        Assert.That(stopped.IsLocated, Is.True);
        return stopped.Message;
    }

    private const string Many =
        "pools: { bed: { kind: beds, capacity: 2 } }\nstages: { ward: { place: bed, time: 4 d, then: leave } }\nstreams: { all: { to: ward, schedule: { every: 12 h, first: 0 h } } }\n";

    [Test]
    public void As_many_patients_as_allowed_may_be_present_and_one_more_stops_the_run()
    {
        // At the midnights 0, 3, 5, 7, 8 and 8 are present, of whom 0, 1, 3, 5, 6 and 6 wait: medians of the slopes 5 / 3 and 1.5 a day. Two beds came free
        // in five days, and at one of six moments both were idle: 2 × ((1 + 1.5 / 0.4) × 5 / 6 − 1) more are missing.
        Assert.That(Stopped(Many),
            Is.EqualTo("day 5 00:00:00 (second 432000), replication 3, seed 7: overloaded: more than 8 patients are present, 1.7 more each day\n"
            + "  queue for bed grows by 1.5 a day: about 6 more beds needed (6 wait; of 2 beds 0.4 a day come free)\n"
            + "  Add capacity, lower the demand, or let patients give up (gives_up)"));
    }

    [Test]
    public void An_attribute_that_is_not_set_names_the_table_and_the_patient()
    {
        var said = Stopped($$"""
            attributes: { age: [young, old], frailty: [fit, frail], falls: number }
            tables: { stays: { keys: [frailty], rows: { fit: 1 h, frail: 2 h } } }
            stages:
              desk: { sets: { falls: +2 }, time: 5 min, then: [ { if: "hour < 24", to: ward }, { to: never } ] }
              ward: { time: { table: stays }, then: leave }
              never: { sets: { frailty: fit }, time: 1 h, then: ward }
            streams:
              {{Nobody("never")}}
              {{Patient("zoe", "desk", "0 min", "age: young, frailty: fit")}}
              {{Patient("anna", "desk", "0 min", "age: old")}}
            """);
        Assert.That(said,
            Does.Contain(
                "day 0 00:05:00 (second 300), replication 3, seed 7: table stays is keyed by frailty, which is not set (patient 0 of anna at ward; age old, frailty (not set), falls 2)"));
    }

    [Test]
    public void A_pool_that_the_attribute_does_not_name_is_said()
    {
        var said = Stopped($$"""
            dimensions: { site: [north, south] }
            pools: { bed: { each: site, kind: beds, capacity: 1 } }
            stages:
              desk: { time: 5 min, then: [ { if: "hour < 24", to: ward }, { to: set } ] }
              ward: { place: bed@site, time: 1 h, then: leave }
              set: { sets: { site: south }, time: 1 min, then: ward }
            streams:
              {{Nobody("set")}}
              {{Patient("zoe", "desk", "0 min", "site: south")}}
              {{Patient("anna", "desk")}}
            """);
        Assert.That(said, Does.Contain("no pool for site = (not set) (patient 0 of anna at ward; site (not set))"));
    }

    [Test]
    public void A_pair_of_attributes_that_names_no_pool_is_said_with_both()
    {
        var said = Stopped($$"""
            dimensions: { site: [north, south], side: [left, right] }
            pools: { bed: { each: [site, side], kind: beds, capacity: 1 } }
            stages:
              desk: { time: 5 min, then: [ { if: "hour < 24", to: ward }, { to: set } ] }
              ward: { place: bed@site@side, time: 1 h, then: leave }
              set: { sets: { site: south, side: left }, time: 1 min, then: ward }
            streams:
              {{Nobody("set")}}
              {{Patient("zoe", "desk", "0 min", "site: south, side: left")}}
              {{Patient("anna", "desk", "0 min", "site: north")}}
            """);
        Assert.That(said, Does.Contain("no pool for site = north and side = (not set) (patient 0 of anna at ward; site north, side (not set))"));
    }

    [Test]
    public void Who_comes_to_a_stage_too_often_to_be_counted_stops_the_run()
    {
        // Visits are counted to 65,535; another begins each second from 0:10 on. No checks: of so many instants they take long.
        var model = Compile(
            $$"""
            stages: { round: { time: 1 s, then: [ { if: "visits(round) < 0", to: leave }, { to: round } ] } }
            streams: { {{Patient("anna", "round", "10 min")}} }
            """);
        var run = Replication.Start(new Simulator.Model.SystemTimeline([model], [0]), 1, 1);
        var said = Assert.Throws<SimulationException>(() => run.Measure(0, 2 * Day)).Message;
        Assert.That(said, Does.StartWith("day 0 18:22:15").And.Contains("more than 65535 visits of one patient to one stage"));
    }
}
