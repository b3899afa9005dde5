using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>A run that goes on under another description: what is held, waited for and pending is put in the new terms.</summary>
public sealed class BranchTests
{
    private const string Pools =
        """
        pools:
          annexe: { kind: beds, capacity: 1 }
          bed:    { kind: beds, capacity: 1 }
          chair:  { kind: spaces, capacity: 1 }
          nurse:  { kind: staff, capacity: 1 }
        """;

    [Test]
    public void A_pool_of_slots_may_go_while_somebody_holds_one()
    {
        // Anna's place is a bed and a ticket; under the scenario there are no tickets. The annexe is the first pool, and nobody was ever in it.
        string Text(string place, string tickets) => $$"""
            {{Pools}}
            {{tickets}}
            stages:
              ward: { place: {{place}}, time: 5 h, then: leave }
              unused: { place: annexe + chair, staff: nurse, time: 1 h, then: leave }
            streams:
              {{Nobody("unused")}}
              {{Patient("anna", "ward")}}
            """;
        var run = Branched(Text("bed + ticket", "  ticket: { kind: slots, capacity: 3 per day, renewed: \"daily 08:00\" }"), Text("bed", ""), 1 * Hour);
        Assert.That(run.UnitsOf(Bed), Is.EqualTo((1, 1)));
        run.RunTo(6 * Hour);
        Assert.That(run.UnitsOf(Annexe), Is.EqualTo((0, 0)));
        Assert.That(run.UnitsOf(Bed), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Who_waits_asks_for_all_that_the_scenario_asks_for()
    {
        // Ben waits for the bed until 5 h; under the scenario he needs the chair too, which Cora has until 8 h.
        string Text(string place) => $$"""
            {{Pools}}
            stages:
              stay: { place: bed, time: 5 h, then: leave }
              ward: { place: {{place}}, time: 5 h, then: leave }
              sit: { place: chair, time: 8 h, then: leave }
              unused: { place: annexe, staff: nurse, time: 1 h, then: leave }
            streams:
              {{Nobody("unused")}}
              {{Patient("anna", "stay")}}
              {{Patient("ben", "ward", "10 min")}}
              {{Patient("cora", "sit")}}
            """;
        var run = Branched(Text("bed"), Text("bed + chair"), 1 * Hour);
        run.RunTo(7 * Hour);
        Assert.That(run.UnitsOf(Bed), Is.EqualTo((0, 0)), "both or neither");
        run.RunTo(9 * Hour);
        Assert.That(run.UnitsOf(Bed), Is.EqualTo((1, 1)));
        Assert.That(run.UnitsOf(Chair), Is.EqualTo((1, 1)));
    }

    [Test]
    public void An_alternative_that_has_moved_up_is_still_waited_for_since_it_was_joined()
    {
        // Ben waits for the bed from 0 and for the annexe from 1 h on. Under the scenario the annexe is all he may have; Cora asks for it at 3 h.
        string Text(string place) => $$"""
            {{Pools}}
            stages:
              stay: { place: bed, time: 9 h, then: leave }
              out: { place: annexe, time: 4 h, then: leave }
              ward: { place: {{place}}, time: 1 h, then: leave }
              next: { place: annexe, time: 10 h, then: leave }
              unused: { place: chair, staff: nurse, time: 1 h, then: leave }
            streams:
              {{Nobody("unused")}}
              {{Patient("anna", "stay")}}
              {{Patient("zoe", "out")}}
              {{Patient("ben", "ward")}}
              {{Patient("cora", "next", "3 h")}}
            """;
        var run = Branched(Text("[ bed, annexe after 1 h ]"), Text("annexe after 1 h"), 2 * Hour);
        run.RunTo((5 * Hour) + 1);
        Assert.That(run.Passed.Left, Is.EqualTo(2), "Zoe at 4 h, then Ben, who was there before Cora, at 5 h");
    }

    [TestCase("place: bed, staff: nurse", "place: bed")]
    [TestCase("place: chair", "place: none")]
    public void A_wait_for_what_is_not_asked_for_any_more_ends_at_the_branch(string before, string after)
    {
        string Text(string needs) => $$"""
            {{Pools}}
            stages:
              busy: { place: chair, staff: nurse, time: 9 h, then: leave }
              ward: { {{needs}}, time: 1 h, then: leave }
              unused: { place: annexe + bed, time: 1 h, then: leave }
            streams:
              {{Nobody("unused")}}
              {{Patient("anna", "busy")}}
              {{Patient("ben", "ward", "10 min")}}
            """;
        var run = Branched(Text(before), Text(after), 2 * Hour);
        run.RunTo((3 * Hour) + 1);
        Assert.That(run.Passed.Left, Is.EqualTo(1), "Ben is treated from 2 h to 3 h");
    }

    [Test]
    public void Staff_who_are_not_asked_for_any_more_come_free_at_the_branch()
    {
        string Text(string staff) => $$"""
            {{Pools}}
            stages:
              ward: { place: bed{{staff}}, time: 3 h, then: home }
              home: { place: keep, time: 10 h, then: leave }
              unused: { place: annexe + chair, staff: nurse, time: 1 h, then: leave }
            streams:
              {{Nobody("unused")}}
              {{Patient("anna", "ward")}}
            """;
        var run = Branched(Text(", staff: nurse"), Text(""), 1 * Hour);
        Assert.That(run.UnitsOf(Nurse), Is.EqualTo((0, 0)));
    }

    [Test]
    public void A_surge_that_is_open_closes_as_a_whole_though_the_scenario_adds_another_number()
    {
        // Two surge beds are open at the branch, then four. At 8:00 nobody waits and they close: six beds and not eight, not four.
        string Text(int adds) => $$"""
            pools:
              bed: { kind: beds, capacity: 6, surge: { adds: {{adds}}, checked: "daily 01:00 & 08:00", opens: "hour < 2", closes: "hour >= 2", after: 0 h, at_least: 1 h } }
            stages:
              ward: { place: bed, time: 3 h, then: leave }
            streams:
              many: { to: ward, schedule: { every: 6 h, first: 30 min, count: 20 } }
            """;
        var run = Branched(Text(2), Text(4), 5 * Hour);
        run.RunTo(6 * Hour);
        Assert.That(run.UnitsOf(0).Occupied, Is.EqualTo(10));
        run.RunTo(12 * Hour);
        Assert.That(run.UnitsOf(0).Occupied, Is.EqualTo(6));
    }

    [Test]
    public void Who_comes_after_the_branch_came_after_closing_time_though_the_last_who_came_before_it_have_gone()
    {
        // Closing at 2 h, when Ben waits, and Fay behind him, who gives up before the branch. Eve comes after it: the nurse is kept for Ben alone.
        const string Text =
            """
            calendars: { night: { open: daily 00:00-02:00 } }
            pools: { nurse: { kind: staff, capacity: { calendar: night, inside: 1, outside: 0 }, at_close: empty } }
            stages:
              long: { staff: nurse, time: 5 h, then: leave }
              short: { staff: nurse, time: 1 h, then: leave }
              impatient: { staff: nurse, gives_up: [ { after: 1 h, to: leave } ], time: 1 h, then: leave }
            """;
        var text = Text + $$"""

            streams:
              {{Patient("anna", "long")}}
              {{Patient("ben", "short", "1 h")}}
              {{Patient("fay", "impatient", "90 min")}}
              {{Patient("eve", "short", "4 h")}}
            """;
        var run = Branched(text, text, (3 * Hour) + (30 * Minute));
        run.RunTo(10 * Hour);
        Assert.That(run.Passed.Left, Is.EqualTo(3), "Anna, Ben and Fay");
        Assert.That(run.Present, Is.EqualTo(1), "Eve waits until midnight");
    }

    [Test]
    public void Who_waits_at_the_branch_gives_up_when_the_patience_ends()
    {
        const string Text = """
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              stay: { place: bed, time: 9 h, then: leave }
              ward: { place: bed, gives_up: [ { after: 3 h, to: leave } ], time: 1 h, then: leave }
            """;
        var text = Text + $$"""

            streams:
              {{Patient("anna", "stay")}}
              {{Patient("ben", "ward", "1 h")}}
            """;
        var run = Branched(text, text, 2 * Hour);
        run.RunTo(4 * Hour);
        Assert.That(run.Passed.Left, Is.Zero);
        run.RunTo((4 * Hour) + 1);
        Assert.That(run.Passed.Left, Is.EqualTo(1), "Ben, three hours after he came");
    }

    [Test]
    public void A_pool_outside_its_hours_of_taking_stays_so_at_the_branch()
    {
        var text = $$"""
            calendars: { mornings: { open: daily 08:00-10:00 } }
            pools: { bed: { kind: beds, capacity: 5, takes: mornings } }
            stages: { ward: { place: bed, time: 1 h, then: leave } }
            streams:
              {{Patient("anna", "ward", "1 h")}}
              {{Patient("ben", "ward", "3 h")}}
            """;
        var run = Branched(text, text, 2 * Hour);
        run.RunTo(4 * Hour);
        Assert.That(run.UnitsOf(0).Occupied, Is.Zero);
        run.RunTo((8 * Hour) + 1);
        Assert.That(run.UnitsOf(0).Occupied, Is.EqualTo(2));
    }

    [Test]
    public void Attributes_and_clocks_go_by_their_names_into_a_scenario_that_has_others_before_them()
    {
        // Anna is old and Ben young, an hour after Anna; both give up the bed 5 h after their clock's start, at the exits of their age.
        string Text(string attributes, string stage) => $$"""
            attributes: { {{attributes}} }
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              {{stage}}
              stay: { place: bed, time: 9 d, then: leave }
              home: { clock: [ ward, acute ], time: 1 h, then: ward }
              ward: { place: bed, clock: [ ward, acute ], gives_up: [ { after: 5 h of acute, to: gone } ], time: 1 h, then: leave }
              gone: { place: none, time: { table: stays }, then: leave }
            tables: { stays: { keys: [age], rows: { young: 1 h, old: 3 h } } }
            streams:
              {{Nobody("first")}}
              {{Patient("zoe", "stay")}}
              {{Patient("anna", "home", "10 min", "age: old")}}
              {{Patient("ben", "home", "70 min", "age: young")}}
            """;
        var run = Branched(
            Text("age: [young, old], sex: [male, female]", "first: { time: 1 h, then: leave }"),
            Text("county: [here, there], sex: [female, male], age: [very-old, old, young]", "first: { clock: another, time: 1 h, then: leave }")
                .Replace("young: 1 h,", "very-old: 9 h, young: 1 h,", StringComparison.Ordinal),
            3 * Hour);
        run.RunTo((7 * Hour) + (10 * Minute));
        Assert.That(run.Passed.Left, Is.Zero);
        run.RunTo((7 * Hour) + (10 * Minute) + 1);
        Assert.That(run.Passed.Left, Is.EqualTo(1), "Ben: 1 h 10 + 5 h + 1 h");
        run.RunTo((8 * Hour) + (10 * Minute));
        Assert.That(run.Passed.Left, Is.EqualTo(1));
        run.RunTo((8 * Hour) + (10 * Minute) + 1);
        Assert.That(run.Passed.Left, Is.EqualTo(2), "Anna: 10 min + 5 h + 3 h");
    }

    [TestCase("bed", "ward: { place: chair,", "removes bed")]
    [TestCase("none", "other: { place: bed,", "removes ward")]
    public void What_holds_patients_may_not_be_removed(string removed, string instead, string message)
    {
        var text = $$"""
            {{Pools}}
            stages:
              ward: { place: bed, time: 5 h, then: leave }
              first: { place: annexe + chair, staff: nurse, time: 1 h, then: leave }
            streams:
              {{Nobody("first")}}
              {{Patient("anna", "ward")}}
            """;
        var after = text.Replace("ward: { place: bed,", instead, StringComparison.Ordinal)
            .Replace($"  {removed}:    {{ kind: beds, capacity: 1 }}\n", "", StringComparison.Ordinal);
        after = instead.StartsWith("other", StringComparison.Ordinal) ? after.Replace("to: ward", "to: other", StringComparison.Ordinal) : after;
        Assert.That(() => Branched(text, after, 1 * Hour), Throws.TypeOf<SimulationException>().With.Message.Contains(message));
    }

    [Test]
    public void A_delay_goes_on_over_the_branch()
    {
        // Anna is ready at 1 h and waits for the annexe, which Zoe has until 9 h. Under the scenario, from 3 h on, another reason is written before hers.
        string Text(string stages) => $$"""
            pools:
              annexe: { kind: beds, capacity: 1 }
              bed:    { kind: beds, capacity: 1, group: acute-ga }
            stages:
              {{stages}}
              stay: { place: annexe, time: 9 h, then: leave }
              ward: { place: bed, time: 1 h, then: next }
              next: { place: annexe, delayed: { reason: C, attribution: nhs }, time: 1 h, then: leave }
            measures: { delayed: { total: { delayed_time: acute-ga }, unit: h } }
            streams:
              {{Nobody("first")}}
              {{Patient("zoe", "stay")}}
              {{Patient("anna", "ward")}}
            """;
        var run = Branched(Text("first: { place: bed, time: 1 h, then: leave }"),
            Text("first: { place: bed, delayed: { reason: A, attribution: nhs }, time: 1 h, then: leave }"), 3 * Hour);
        var rows = run.Measure(3 * Hour, 1 * Day).Rows;
        Assert.That(rows.Single(row => row is { Measure: "delayed", Group: "", Period: "all" }).Value, Is.EqualTo(6));
        Assert.That(rows.Single(row => row is { Measure: "delayed", Group: "C/nhs", Period: "all" }).Value, Is.EqualTo(6));
    }

    [Test]
    public void A_stream_and_a_pool_that_are_new_begin_at_the_branch()
    {
        // The new nurse works from 08:00. Three new patients a day come at 01:00, at 02:00 (the branch's own second is over) and at 05:00.
        string Text(string more) => $$"""
            calendars: { days: { open: daily 08:00-20:00 } }
            pools:
              bed: { kind: beds, capacity: 1 }
              {{(more.Length == 0 ? "" : "nurse: { kind: staff, capacity: { calendar: days, inside: 1, outside: 0 } }")}}
            stages:
              ward: { place: bed, time: 5 h, then: leave }
              {{(more.Length == 0 ? "" : "see: { staff: nurse, time: 1 h, then: leave }")}}
            streams:
              {{Patient("anna", "ward", "3 h")}}
              {{more}}
            """;
        var run = Branched(
            Text(""),
            Text("early: { to: see, schedule: { every: 300 d, first: 1 h } }\n  now: { to: see, schedule: { every: 300 d, first: 2 h } }\n  late: { to: see, schedule: { every: 300 d, first: 5 h } }"),
            2 * Hour);
        run.RunTo(7 * Hour);
        Assert.That(run.Present, Is.EqualTo(2), "Anna in the bed, and the late one waiting");
        run.RunTo((9 * Hour) + 1);
        Assert.That(run.Passed.Left, Is.EqualTo(2), "seen from 08:00 on");
    }

    private const int Annexe = 0;
    private const int Bed = 1;
    private const int Chair = 2;
    private const int Nurse = 3;

    private static Replication Branched(string before, string after, int at)
    {
        var run = Replication.Start(Timeline(before), 1, 1, paranoid: true);
        run.Measure(0, at);
        return Replication.Branch(Timeline(after), run);
    }

    private static SystemTimeline Timeline(string text)
    {
        var model = Compile(text);
        return new SystemTimeline([model], [model.Run.Start]);
    }
}
