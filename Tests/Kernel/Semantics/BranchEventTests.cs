using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>What was to happen when a run goes on under another description: closures, surge, cleaning, censuses, streams.</summary>
public sealed class BranchEventTests
{
    /// <summary>Ten patients who stay for 100 h come at 30 min, for as many beds as a text says.</summary>
    private static string Many(string bed, string more = "") => $$"""
        pools: { bed: { kind: beds, {{bed}} } }
        stages: { ward: { place: bed, time: 100 h, then: leave } }
        streams:
          many: { to: ward, schedule: { every: 300 d, first: 30 min, count: 10 } }
          {{more}}
        """;

    [Test]
    public void A_closure_ends_when_it_was_to_end()
    {
        var text = Many("capacity: 5", "flu: { closes: { pool: bed, amount: 2, time: 6 h }, schedule: { every: 300 d, first: 10 min } }");
        var run = Branched.At(2 * Hour, text, text);
        run.RunTo((6 * Hour) + (10 * Minute));
        Assert.That(run.UnitsOf(0).Occupied, Is.EqualTo(3));
        run.RunTo((6 * Hour) + (10 * Minute) + 1);
        Assert.That(run.UnitsOf(0).Occupied, Is.EqualTo(5));
    }

    private const string Surge =
        "capacity: 5, surge: { adds: 3, checked: \"daily 01:00 & 08:00\", opens: \"waiting(bed) > 0\", closes: \"waiting(bed) < 0\", after: 4 h, at_least: 1 h }";

    [Test]
    public void A_surge_that_was_to_open_opens()
    {
        var run = Branched.At(2 * Hour, Many(Surge), Many(Surge));
        run.RunTo(5 * Hour);
        Assert.That(run.UnitsOf(0).Occupied, Is.EqualTo(5));
        run.RunTo((5 * Hour) + 1);
        Assert.That(run.UnitsOf(0).Occupied, Is.EqualTo(8));
    }

    [Test]
    public void A_surge_that_is_new_is_checked_from_the_branch_on()
    {
        var run = Branched.At(2 * Hour, Many("capacity: 5"), Many(Surge));
        run.RunTo(12 * Hour);
        Assert.That(run.UnitsOf(0).Occupied, Is.EqualTo(5));
        run.RunTo((12 * Hour) + 1);
        Assert.That(run.UnitsOf(0).Occupied, Is.EqualTo(8), "checked at 08:00, open four hours later");
    }

    [Test]
    public void A_surge_that_the_scenario_has_not_is_forgotten()
    {
        var run = Branched.At(2 * Hour, Many(Surge), Many("capacity: 5"));
        run.RunTo(2 * Day);
        Assert.That(run.UnitsOf(0).Occupied, Is.EqualTo(5));
    }

    [Test]
    public void A_unit_that_is_cleaned_comes_free_when_it_was_to()
    {
        var text = $$"""
            pools: { bed: { kind: beds, capacity: 1, turnaround: 3 h } }
            stages:
              stay: { place: bed, time: 1 h, then: leave }
              ward: { place: bed, time: 9 h, then: leave }
            streams:
              {{Patient("anna", "stay")}}
              {{Patient("ben", "ward", "10 min")}}
            """;
        var run = Branched.At(2 * Hour, text, text);
        run.RunTo(4 * Hour);
        Assert.That(run.UnitsOf(0).Occupied, Is.Zero);
        run.RunTo((4 * Hour) + 1);
        Assert.That(run.UnitsOf(0).Occupied, Is.EqualTo(1));
    }

    [TestCase("a-bed")]
    [TestCase("z-bed")]
    public void A_delay_goes_on_in_whichever_pool_it_is(string bed)
    {
        // Anna is ready at 1 h and waits for the unit, which Zoe has until 9 h.
        var text = $$"""
            pools: { m-unit: { kind: beds, capacity: 1 }, {{bed}}: { kind: beds, capacity: 1, group: acute-ga } }
            stages:
              stay: { place: m-unit, time: 9 h, then: leave }
              ward: { place: {{bed}}, time: 1 h, then: next }
              next: { place: m-unit, delayed: { reason: C, attribution: nhs }, time: 1 h, then: leave }
            measures: { delayed: { total: { delayed_time: acute-ga }, unit: h } }
            streams:
              {{Patient("zoe", "stay")}}
              {{Patient("anna", "ward")}}
            """;
        var rows = Branched.At(3 * Hour, text, text).Measure(3 * Hour, 1 * Day).Rows;
        Assert.That(rows.Single(row => row is { Measure: "delayed", Group: "" }).Value, Is.EqualTo(6));
    }

    private static string Census(string measures) => $$"""
        pools: { bed: { kind: beds, capacity: 5, group: acute-ga } }
        stages: { ward: { place: bed, time: 60 h, then: leave } }
        {{measures}}
        streams:
          {{Patient("anna", "ward", "1 h")}}
          {{Patient("ben", "ward", "30 h")}}
        """;

    [TestCase("", TestName = "Censuses_are_taken_over_the_branch")]
    [TestCase("midnights: { total: { census_occupied: acute-ga }, unit: beds }", TestName = "A_census_of_another_hour_may_be_new")]
    public void Censuses(string before)
    {
        // Anna is there from Monday 01:00 to Wednesday 13:00, Ben from Tuesday 06:00 to Thursday 18:00.
        const string Both =
            "measures: { midnights: { total: { census_occupied: acute-ga }, unit: beds }, mornings: { total: { census_occupied: acute-ga, at: 08:00 }, unit: beds } }";
        var after = Census(Both);
        var rows = Branched.At(2 * Hour, before.Length == 0 ? after : Census($"measures: {{ {before} }}"), after).Measure(2 * Hour, 10 * Day).Rows;
        Assert.That(rows.Single(row => row.Measure == "midnights").Value, Is.EqualTo(1 + 2 + 1), "at the ends of Monday, Tuesday and Wednesday");
        Assert.That(rows.Single(row => row.Measure == "mornings").Value, Is.EqualTo(1 + 2 + 2 + 1), "from Monday to Thursday");
    }

    [TestCase(true, TestName = "Samples_on_the_hour_go_on")]
    [TestCase(false, TestName = "Samples_on_the_hour_may_be_new")]
    public void Samples(bool before)
    {
        const string Hourly = "timelines: { beds: { pools: acute-ga, hours_of_week: true, unit: beds } }";
        var result = Branched.At(2 * Hour, Census(before ? Hourly : ""), Census(Hourly)).Measure(2 * Hour, 7 * Day);
        var beds = result.Timelines.Single(series => series.Measure == "beds").Values;
        Assert.That(beds[3..], Is.EqualTo(Enumerable.Range(3, 165).Select(hour => (hour <= 60 ? 1f : 0) + (hour is >= 30 and <= 89 ? 1 : 0))));
    }

    [Test]
    public void A_stream_that_is_new_does_not_begin_as_if_the_run_did()
    {
        var before = Many("capacity: 5");
        var run = Branched.At(2 * Hour, before, Many("capacity: 5", "now: { to: ward, schedule: { every: 7 d, first: 0 min } }"));
        run.RunTo(7 * Day);
        Assert.That(run.Passed.Arrived, Is.EqualTo(10));
        run.RunTo((7 * Day) + 1);
        Assert.That(run.Passed.Arrived, Is.EqualTo(11), "its first was before the branch");
    }

    [Test]
    public void Who_came_in_the_second_of_the_branch_comes_once()
    {
        var text = Many("capacity: 5", Patient("anna", "ward", "2 h"));
        var run = Branched.At(2 * Hour, text, text);
        run.RunTo(3 * Hour);
        Assert.That((run.Passed.Arrived, run.Present), Is.EqualTo((11, 11)));
    }

    [Test]
    public void A_census_that_is_new_begins_on_whichever_day_the_branch_is()
    {
        // Anna is there until Wednesday 13:00, Ben until Thursday 18:00: the branch is on Wednesday at 02:00.
        const string Mornings = "measures: { mornings: { total: { census_occupied: acute-ga, at: 08:00 }, unit: beds } }";
        var rows = Branched.At((2 * Day) + (2 * Hour), Census(""), Census(Mornings)).Measure((2 * Day) + (2 * Hour), 5 * Day).Rows;
        Assert.That(rows.Single(row => row.Measure == "mornings").Value, Is.EqualTo(2 + 1), "two beds on Wednesday at 08:00, one on Thursday");
    }

    [TestCase(1, 4, TestName = "A_dated_change_before_the_branch_is_in_force")]
    [TestCase(4, 2, TestName = "A_dated_change_after_the_branch_comes_at_its_time")]
    public void Dated(int hour, int at3)
    {
        var (two, four) = (Compile(Many("capacity: 2")), Compile(Many("capacity: 4")));
        var run = Replication.Branch(new SystemTimeline([two, four], [0, hour * Hour]), After(2 * Hour, Many("capacity: 2")));
        run.RunTo(3 * Hour);
        Assert.That(run.UnitsOf(0).Occupied, Is.EqualTo(at3));
        run.RunTo((4 * Hour) + 1);
        Assert.That(run.UnitsOf(0).Occupied, Is.EqualTo(4));
    }

    private static Replication After(int time, string text)
    {
        var run = Branched.Start(text);
        run.Measure(0, time);
        return run;
    }

    [Test]
    public void A_pool_in_which_nobody_is_may_be_removed()
    {
        var run = Branched.At(2 * Hour, Many("capacity: 5")
            .Replace("stages: {", "stages: { other: { place: chair, time: 1 h, then: leave },", StringComparison.Ordinal)
            .Replace("} }\nstages", "}, chair: { kind: spaces, capacity: 1 } }\nstages", StringComparison.Ordinal) + Nobody("other"), Many("capacity: 5"));
        run.RunTo(3 * Hour);
        Assert.That(run.UnitsOf(0).Occupied, Is.EqualTo(5));
    }

    [Test]
    public void Streams_go_on_in_their_order()
    {
        // At 3 h Anna and Ben come in one second: Anna first, whose stream is written first.
        var text = $$"""
            pools: { bed: { kind: beds, capacity: 1 }, chair: { kind: spaces, capacity: 1 } }
            stages:
              ward: { place: bed, time: 1 h, then: leave }
              long: { place: bed, time: 9 h, then: leave }
              sit: { place: chair, time: 9 h, then: leave }
            streams:
              nobody-sit: { to: sit, rate: 0 per d }
              {{Patient("anna", "ward", "3 h")}}
              {{Patient("ben", "long", "3 h")}}
            """;
        var run = Branched.At(2 * Hour, text, text);
        run.RunTo((4 * Hour) + 1);
        Assert.That(run.Passed.Left, Is.EqualTo(1));
    }
}
