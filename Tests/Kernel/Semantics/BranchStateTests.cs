using FlowSim.Simulator.Checks;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>What patients carry with them when a run goes on under another description: clocks, attributes, random numbers, what is held.</summary>
public sealed class BranchStateTests
{
    [Test]
    public void The_first_clock_of_all_goes_on()
    {
        const string Text = """
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              stay: { place: bed, time: 9 d, then: leave }
              home: { clock: ed, time: 1 h, then: ward }
              ward: { place: bed, clock: ed, gives_up: [ { after: 5 h of ed, to: leave } ], time: 1 h, then: leave }
            """;
        var text = Text + $"\nstreams:\n  {Patient("anna", "stay")}\n  {Patient("ben", "home")}\n";
        var run = Branched.At(3 * Hour, text, text);
        run.RunTo(5 * Hour);
        Assert.That(run.Passed.Left, Is.Zero);
        run.RunTo((5 * Hour) + 1);
        Assert.That(run.Passed.Left, Is.EqualTo(1));
    }

    [Test]
    public void A_clock_that_does_not_run_is_not_started_by_the_branch()
    {
        // Of the two clocks Anna's first runs and her second does not; she leaves at 5 h.
        const string Text = """
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              home: { place: bed, clock: first, time: 5 h, then: leave }
              other: { clock: second, time: 1 h, then: leave }
            measures:
              firsts: { total: { visits: first }, unit: patients }
              seconds: { total: { visits: second }, unit: patients }
            """;
        var text = Text + $"\nstreams:\n  {Nobody("other")}\n  {Patient("anna", "home")}\n";
        var rows = Branched.At(2 * Hour, text, text).Measure(2 * Hour, 1 * Day).Rows;
        Assert.That(rows.Single(row => row.Measure == "firsts").Value, Is.EqualTo(1));
        Assert.That(rows.Single(row => row.Measure == "seconds").Value, Is.Zero);
    }

    [Test]
    public void An_attribute_that_is_new_has_no_value_yet()
    {
        // Nobody is red, and nobody is blue either; a number begins at nought.
        string Text(string attributes, string then) => $$"""
            attributes: { age: [young, old]{{attributes}} }
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              home: { place: bed, time: 5 h, then: [ {{then}} { to: neither } ] }
              never: { sets: { colour: red, tries: +1 }, time: 1 h, then: { red: 50 %, nought: rest } }
            exits: [red, neither, nought]
            measures:
              reds: { total: { exits: red }, unit: patients }
              noughts: { total: { exits: nought }, unit: patients }
            streams:
              {{Nobody("never")}}
              {{Patient("anna", "home", "0 h", "age: old")}}
            """;
        var before = Text("", "").Replace("sets: { colour: red, tries: +1 }, ", "", StringComparison.Ordinal);
        var after = Text(", colour: [red, blue], tries: number", "{ if: \"colour = red\", to: red }, { if: \"tries = 0\", to: nought },");
        var rows = Branched.At(2 * Hour, before, after).Measure(2 * Hour, 1 * Day).Rows;
        Assert.That(rows.Single(row => row.Measure == "reds").Value, Is.Zero);
        Assert.That(rows.Single(row => row.Measure == "noughts").Value, Is.EqualTo(1));
    }

    /// <summary>Anna and Ben come from a stream of their own and stay at home for a drawn time after the branch.</summary>
    private static string Waiting(string streams) => $$"""
        pools: { bed: { kind: beds, capacity: 5 } }
        stages:
          wait: { place: bed, time: 3 h, then: home }
          home: { place: none, time: lognormal mean 20 h sd 30 h, then: wait }
        streams:
          {{streams}}
        """;

    [Test]
    public void Patients_of_a_stream_that_is_removed_keep_their_random_numbers()
    {
        const string Both = "others: { to: wait, rate: 0 per d }\n  some: { to: wait, schedule: { every: 300 d, first: 1 h, count: 2 } }";
        var kept = Branched.At(2 * Hour, Waiting(Both), Waiting(Both));
        var removed = Branched.At(2 * Hour, Waiting(Both), Waiting("others: { to: wait, rate: 0 per d }"));
        var again = Branched.Again(50 * Hour, Branched.At(2 * Hour, Waiting(Both), Waiting("others: { to: wait, rate: 0 per d }")),
            Waiting("others: { to: wait, rate: 0 per d }"));
        var expected = Lengths(kept);
        Assert.That(expected, Has.Length.GreaterThan(10).And.Unique);
        Assert.That(Lengths(removed), Is.EqualTo(expected));
        var later = Lengths(again);
        Assert.That(later, Has.Length.GreaterThan(5));
        Assert.That(later, Is.EqualTo(expected[^later.Length..]));
    }

    private static int[] Lengths(Replication run)
    {
        var lengths = new List<int>();
        run.Observer = step => lengths.Add(step.Length);
        run.RunTo(10 * Day);
        return [.. lengths.Where(length => length != 3 * Hour)];
    }

    [Test]
    public void A_pool_of_slots_that_has_gone_stays_gone_in_a_branch_of_the_branch()
    {
        string Text(string place, string tickets) => $$"""
            pools: { bed: { kind: beds, capacity: 1 }{{tickets}} }
            stages: { ward: { place: {{place}}, time: 5 h, then: leave } }
            streams: { {{Patient("anna", "ward")}} }
            """;
        var first = Branched.At(1 * Hour, Text("bed + ticket", ", ticket: { kind: slots, capacity: 3 per day, renewed: \"daily 08:00\" }"), Text("bed", ""));
        var run = Branched.Again(2 * Hour, first, Text("bed", ""));
        Assert.That(run.UnitsOf(0), Is.EqualTo((1, 1)));
        run.RunTo(6 * Hour);
        Assert.That(run.Passed.Left, Is.EqualTo(1));
        Assert.That(run.UnitsOf(0), Is.EqualTo((0, 0)));
    }

    [Test]
    public void What_happens_in_the_second_of_the_branch_is_counted_after_it()
    {
        // At 2 h Anna leaves and Ben, who has waited for an hour, is seen; Cora, who has waited for two, gives up.
        const string Text = """
            pools: { bed: { kind: beds, capacity: 1 }, chair: { kind: spaces, capacity: 1 } }
            stages:
              stay: { place: bed, clock: spell, time: 2 h, then: gone }
              ward: { place: bed, time: 9 d, then: leave }
              sit: { place: chair, time: 9 d, then: leave }
              impatient: { place: chair, gives_up: [ { after: 2 h, to: leave } ], time: 1 h, then: leave }
            exits: [gone]
            measures:
              stays: { clock: spell, mean: true, unit: h }
              median: { clock: spell, quantile: 50 %, unit: h }
            """;
        var text = Text
            + $"\nstreams:\n  {Patient("anna", "stay")}\n  {Patient("ben", "ward", "1 h")}\n  {Patient("dora", "sit")}\n  {Patient("cora", "impatient")}\n";
        var result = Branched.At(2 * Hour, text, text).Measure(2 * Hour, 1 * Day);
        double Value(string measure, string group) => result.Rows.Single(row => row.Measure == measure && row.Group == group && row.Place == "system").Value;
        Assert.That((Value("started", "ward"), Value("wait_mean", "ward"), Value("gave_up", "impatient")), Is.EqualTo((1, 60, 1)));
        Assert.That(Value("wait_median", "ward"), Is.EqualTo(60).Within(1));
        Assert.That(Value("started", "stay"), Is.Zero, "before the branch");
        Assert.That(Value("stays", ""), Is.EqualTo(2));
        Assert.That(Value("median", ""), Is.EqualTo(2).Within(0.05));
        Assert.That(result.Flows.Single(flow => flow.To == "gone").PerDay, Is.EqualTo(24.0 / 22).Within(1e-12));
    }

    [Test]
    public void A_branch_of_a_run_that_checks_itself_does_so_too()
    {
        var text =
            $"pools: {{ bed: {{ kind: beds, capacity: 2 }} }}\nstages: {{ ward: {{ place: bed, time: 5 h, then: leave }} }}\nstreams:\n  {Patient("anna", "ward")}\n";
        var run = Branched.At(2 * Hour, text, text);
        run.Engine.Run.Pools[0].Occupied++;
        Assert.That(() => run.RunTo(6 * Hour), Throws.TypeOf<InvariantException>());
    }

    [Test]
    public void A_system_without_pools_can_branch()
    {
        var text = $"stages: {{ home: {{ time: 5 h, then: leave }} }}\nstreams:\n  {Patient("anna", "home")}\n";
        var run = Branched.At(2 * Hour, text, text);
        run.RunTo((5 * Hour) + 1);
        Assert.That(run.Passed.Left, Is.EqualTo(1));
    }

    [Test]
    public void As_many_patients_as_there_are_records_can_branch()
    {
        const string Text =
            "pools: { bed: { kind: beds, capacity: 1 } }\nstages: { home: { place: none, time: 5 h, then: leave }, ward: { place: bed, time: 1 h, then: leave } }\nstreams: { all: { to: home, schedule: { every: 300 d, first: 0 h, count: 1024 } }, none: { to: ward, rate: 0 per d } }\n";
        var run = Branched.At(2 * Hour, Text, Text);
        Assert.That(run.Present, Is.EqualTo(1024));
        run.RunTo((5 * Hour) + 1);
        Assert.That(run.Passed.Left, Is.EqualTo(1024));
    }

    [TestCase("removed", "a stream that the scenario removes")]
    [TestCase("kept", "kept")]
    public void A_run_that_stops_after_the_branch_names_the_stream_as_far_as_it_is_known(string from, string said)
    {
        string Text(string first) => $$"""
            attributes: { age: [young, old], frailty: [fit, frail] }
            tables: { stays: { keys: [frailty], rows: { fit: 1 h, frail: 2 h } } }
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              home: { place: none, time: 5 h, then: [ { if: "hour < 24", to: ward }, { to: never } ] }
              ward: { place: bed, time: { table: stays }, then: leave }
              never: { sets: { frailty: fit, age: old }, time: 1 h, then: home }
            streams:
              {{first}}
              {{Nobody("never")}}
            """;
        var patient = $"{from}: {{ to: home, schedule: {{ every: 300 d, first: 0 h }}, attributes: {{ age: old }} }}";
        var run = Branched.At(2 * Hour, Text(patient), Text(from == "kept" ? patient : ""));
        Assert.That(() => run.RunTo(6 * Hour),
            Throws.TypeOf<SimulationException>().With.Message.Contains($"(patient 0 of {said} at ward; age old, frailty (not set))"));
    }

    [Test]
    public void Values_of_the_first_attribute_go_by_their_names_and_one_that_is_removed_is_forgotten()
    {
        // Anna is old, which is the second value and then the first; her sex is forgotten.
        string Text(string attributes, string drawn) => $$"""
            attributes: { {{attributes}} }
            tables: { stays: { keys: [age], rows: { young: 4 h, old: 7 h } } }
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              home: { place: none, time: 5 h, then: ward }
              ward: { place: bed, time: { table: stays }, then: leave }
            streams: { anna: { to: home, schedule: { every: 300 d, first: 0 h }, attributes: { age: old{{drawn}} } } }
            """;
        var run = Branched.At(2 * Hour, Text("age: [young, old], sex: [male, female]", ", sex: female"), Text("age: [old, young]", ""));
        run.RunTo(12 * Hour);
        Assert.That(run.Passed.Left, Is.Zero);
        run.RunTo((12 * Hour) + 1);
        Assert.That(run.Passed.Left, Is.EqualTo(1));
    }

    [Test]
    public void Each_patients_clocks_go_on_from_their_own_beginning()
    {
        // Of both clocks the second runs longer. Anna, Ben and Cora come 1 h after one another, and give up five hours after that of their own.
        const string Text = """
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              stay: { place: bed, time: 9 d, then: leave }
              door: { clock: all, time: 30 min, then: home }
              home: { clock: [ all, later ], time: 30 min, then: ward }
              ward: { place: bed, clock: [ all, later ], gives_up: [ { after: 5 h of later, to: tired }, { after: 9 h of all, to: leave } ], time: 1 h, then: leave }
            exits: [tired]
            """;
        var text = Text + $"\nstreams:\n  {Patient("zoe", "stay")}\n  {Patient("anna", "door")}\n  {Patient("ben", "door", "1 h")}\n  {Patient("cora", "door", "2 h")}\n";
        var run = Branched.At((3 * Hour) + 60, text, text);
        foreach (var (gone, minutes) in new[] { (0, 330), (1, 390), (2, 450) })
        {
            run.RunTo(minutes * Minute);
            Assert.That(run.Passed.Left, Is.EqualTo(gone));
            run.RunTo((minutes * Minute) + 1);
            Assert.That(run.Passed.Left, Is.EqualTo(gone + 1));
        }
    }

    [Test]
    public void Who_waits_in_a_stage_that_needs_no_place_any_more_lets_go_what_is_held()
    {
        // Ben holds the bed and waits for the chair, which is taken for good; under the scenario he needs neither.
        string Text(string place) => $$"""
            pools: { bed: { kind: beds, capacity: 1 }, chair: { kind: spaces, capacity: 1 } }
            stages:
              sit:  { place: chair, time: 19 d, then: leave }
              ward: { place: bed, time: 1 h, then: home }
              home: { place: {{place}}, time: 5 h, then: leave }
            streams:
              {{Patient("anna", "sit")}}
              {{Patient("ben", "ward")}}
            """;
        var run = Branched.At(2 * Hour, Text("chair"), Text("none"));
        Assert.That(run.UnitsOf(0).Occupied, Is.Zero);
        run.RunTo((7 * Hour) + 1);
        Assert.That(run.Passed.Left, Is.EqualTo(1));
    }
}
