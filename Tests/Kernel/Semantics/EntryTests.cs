using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentences 1 and 2: the patient, and entry to a stage.</summary>
public sealed class EntryTests
{
    private const string TwoSites = """
        dimensions: { site: [north, south] }
        pools: { bed: { each: site, kind: beds, capacity: 1 } }
        stages:
          desk:  { time: 5 min, then: ward }
          admit: { each: site, time: 5 min, then: ward }
          ward:  { each: site, place: bed@site, time: 1 h, then: home }
          home:  { place: none, time: 1 h, then: leave }
        streams:
          nobody-desk: { to: desk, rate: 0 per d, attributes: { site: north } }
          nobody-admit: { each: site, to: admit@site, rate: 0 per d }
        """;

    [Test]
    public void A_target_with_the_same_each_is_the_same_instance()
    {
        var scene = Play($$"""
            {{TwoSites}}
              {{Patient("anna", "admit@south", attributes: "site: north")}}
            """);
        Assert.That(scene.Way("anna"), Is.EqualTo("admit@south ward@south home"));
    }

    [Test]
    public void A_target_from_outside_the_each_is_the_instance_of_the_patients_attribute()
    {
        var scene = Play($$"""
            {{TwoSites}}
              {{Patient("anna", "desk", attributes: "site: south")}}
              {{Patient("ben", "desk", attributes: "site: north")}}
            """);
        Assert.That(scene.Way("anna"), Is.EqualTo("desk ward@south home"));
        Assert.That(scene.Way("ben"), Is.EqualTo("desk ward@north home"));
        Assert.That(scene.Started("ben", "ward@north"), Is.EqualTo(5 * Minute), "each has a bed of his or her own");
    }

    [Test]
    public void A_target_of_an_instance_that_the_patient_has_not_stops_the_run()
    {
        var model = Compile($$"""
            dimensions: { site: [north, south] }
            attributes: { nearest: [north, south, none-near] }
            stages:
              desk: { time: 5 min, then: ward@nearest }
              ward: { each: site, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "desk", attributes: "nearest: none-near")}}
            """);
        Assert.That(() => Play(model), Throws.TypeOf<FlowSim.Simulator.State.SimulationException>().With.Message.Contains("none-near"));
    }

    [Test]
    public void A_target_at_an_attribute_is_the_instance_that_the_attribute_names()
    {
        var scene = Play($$"""
            dimensions: { site: [north, south] }
            attributes: { nearest: site }
            stages:
              desk: { each: site, time: 5 min, then: ward@nearest }
              ward: { each: site, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "desk@north", attributes: "nearest: south")}}
            """);
        Assert.That(scene.Way("anna"), Is.EqualTo("desk@north ward@south"));
    }

    [Test]
    public void Entering_an_instance_sets_the_attribute_of_that_name()
    {
        var scene = Play($$"""
            dimensions: { site: [north, south] }
            stages:
              desk:   { each: site, time: 5 min, then: middle }
              middle: { time: 5 min, then: [ { if: "site = south", to: seen-south }, { to: not-south } ] }
            exits: [seen-south, not-south]
            streams:
              {{Patient("anna", "desk@south", attributes: "site: north")}}
            """);
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("seen-south"));
    }

    [Test]
    public void Sets_are_made_on_entry_so_that_the_tables_of_the_stage_see_them()
    {
        var scene = Play($$"""
            attributes: { pace: [quick, slow] }
            tables: { length: { keys: [pace], rows: { quick: 10 min, slow: 40 min } } }
            stages:
              a: { sets: { pace: slow }, time: { table: length }, then: leave }
            streams:
              {{Patient("anna", "a", attributes: "pace: quick")}}
            """);
        Assert.That(scene.Left("anna"), Is.EqualTo(40 * Minute));
    }

    [Test]
    public void Sets_are_made_on_entry_so_that_they_hold_while_the_patient_still_waits()
    {
        // Ben's rank of 1 is set by the stage at which he waits, and he is served before Cora, who came first with rank 2.
        var scene = Play($$"""
            attributes: { rank: ["1", "2"] }
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              busy: { staff: doctor, time: 1 h, then: leave }
              low:  { staff: doctor, sets: { rank: "2" }, priority: rank, time: 10 min, then: leave }
              high: { staff: doctor, sets: { rank: "1" }, priority: rank, time: 10 min, then: leave }
            streams:
              {{Patient("anna", "busy")}}
              {{Patient("cora", "low", "5 min", "rank: \"1\"")}}
              {{Patient("ben", "high", "6 min", "rank: \"2\"")}}
            """);
        Assert.That(scene.Started("ben", "high"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Started("cora", "low"), Is.EqualTo(70 * Minute));
    }

    [Test]
    public void Sets_are_made_in_written_order_and_later_ones_see_earlier_ones()
    {
        var scene = Play($$"""
            dimensions: { site: [north, south] }
            attributes: { first: site, second: site, times: number }
            stages:
              a: { sets: { first: { copy: second }, second: north, times: +1 }, time: 1 min, then: b }
              b: { sets: { times: +1 }, time: 1 min, then: [ { if: "first = south and second = north and times = 2", to: right }, { to: wrong } ] }
            exits: [right, wrong]
            streams:
              {{Patient("anna", "a", attributes: "first: north, second: south")}}
            """);
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("right"));
    }

    [Test]
    public void A_set_by_condition_takes_the_first_that_holds()
    {
        var scene = Play($$"""
            dimensions: { site: [north, south] }
            attributes: { goes: site, age: [young, old] }
            stages:
              desk: { sets: { goes: [ { if: "age = old", is: south }, { is: north } ] }, time: 1 min, then: ward@goes }
              ward: { each: site, time: 1 min, then: leave }
            streams:
              {{Patient("anna", "desk", attributes: "age: old")}}
              {{Patient("ben", "desk", attributes: "age: young")}}
            """);
        Assert.That(scene.Way("anna"), Is.EqualTo("desk ward@south"));
        Assert.That(scene.Way("ben"), Is.EqualTo("desk ward@north"));
    }

    [Test]
    public void The_visit_number_goes_up_with_every_entry()
    {
        var scene = Play($$"""
            stages:
              call: { time: 10 min, then: [ { if: "visits(call) < 3", to: home }, { to: leave } ] }
              home: { time: 1 h, then: call }
            streams:
              {{Patient("anna", "call")}}
            """);
        Assert.That(scene.Way("anna"), Is.EqualTo("call home call home call"));
        Assert.That(scene.Left("anna"), Is.EqualTo((3 * 10 * Minute) + (2 * Hour)));
    }

    [Test]
    public void Visits_are_counted_by_stage_as_written_whatever_the_instance()
    {
        var scene = Play($$"""
            dimensions: { site: [north, south] }
            stages:
              ward:  { each: site, time: 10 min, then: [ { if: "visits(ward) < 2", to: moved }, { to: leave } ] }
              moved: { sets: { site: south }, time: 1 min, then: ward }
            streams:
              {{Patient("anna", "ward@north")}}
            """);
        Assert.That(scene.Way("anna"), Is.EqualTo("ward@north moved ward@south"));
    }

    [Test]
    public void A_clock_within_T_starts_T_after_entry_even_while_the_patient_waits()
    {
        // Enters at 0, gets the crew's cubicle at 60, leaves it at 70; the clock runs from 15 on.
        var scene = Play($$"""
            pools: { cubicle: { kind: spaces, capacity: 1 } }
            stages:
              other:    { place: cubicle, time: 1 h, then: leave }
              handover: { place: cubicle, clock: { ed: within 15 min }, time: 10 min, then: leave }
            measures:
              ed_time: { clock: ed, mean: true, unit: min }
            streams:
              {{Patient("anna", "other")}}
              {{Patient("ben", "handover")}}
            """);
        Assert.That(scene.Started("ben", "handover"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Value("ed_time"), Is.EqualTo(55));
    }

    [Test]
    public void Who_comes_by_a_stream_of_a_site_has_that_site_whoever_else_is_there()
    {
        // The site is not the first attribute, and the three of each site are in the system together.
        var scene = Play("""
            attributes: { age: [young, old] }
            dimensions: { site: [north, south] }
            pools: { bed: { each: site, kind: beds, capacity: 9 } }
            stages:
              desk: { time: 6 h, then: ward }
              ward: { each: site, place: bed@site, time: { table: stays }, then: leave }
            tables: { stays: { keys: [age], rows: { young: 1 h, old: 2 h } } }
            streams:
              come: { each: site, to: desk, schedule: { every: 1 h, count: 1, until: 3 h }, attributes: { age: old } }
            """);
        Assert.That(scene.Steps("ward@north", TraceStep.Entered), Is.EqualTo(new[] { 6 * Hour, 7 * Hour, 8 * Hour }));
        Assert.That(scene.Steps("ward@south", TraceStep.Entered), Is.EqualTo(new[] { 6 * Hour, 7 * Hour, 8 * Hour }));
        Assert.That(scene.Steps("ward@south", TraceStep.Left), Is.EqualTo(new[] { 8 * Hour, 9 * Hour, 10 * Hour }), "two hours each, being old");
    }

    [Test]
    public void Each_of_a_list_brings_what_the_list_says_of_him_or_her()
    {
        var scene = Play(
            """
            attributes: { age: [young, old], rank: ["1", "2", "3"] }
            stages:
              home: { time: 9 h, then: [ { if: age = old and rank = 3, to: one }, { if: age = young and rank = 2, to: two }, { to: three } ] }
            exits: [one, two, three]
            streams:
              list: { to: home, observed: { file: tables/list.csv } }
            """,
            ("tables/list.csv", "time,age,rank\n1 h,old,3\n2 h,young,2\n3 h,old,1\n4 h,young,2\n5 h,old,3\n"));
        Assert.That(Enumerable.Range(1, 5).Select(number => scene.ExitOf($"list/{number}")), Is.EqualTo(new[] { "one", "two", "three", "two", "one" }));
    }

    [TestCase("red")]
    [TestCase("blue")]
    public void What_is_copied_goes_by_its_name_into_an_attribute_with_other_values(string colour)
    {
        var scene = Play($$"""
            attributes: { first: [red, blue], second: [green, blue, red] }
            stages:
              desk: { sets: { second: { copy: first } }, time: 1 h, then: { by: second, green: green, blue: blue, red: red } }
            exits: [green, blue, red]
            streams:
              {{Patient("anna", "desk", attributes: $"first: {colour}")}}
            """);
        Assert.That(scene.ExitOf("anna"), Is.EqualTo(colour));
    }
}
