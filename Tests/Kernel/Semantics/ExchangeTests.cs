using FlowSim.Simulator.State;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 13: patients who block each other change places.</summary>
public sealed class ExchangeTests
{
    private static string Wards(string pools, string streams) => $$"""
        pools:
          {{pools}}
        stages:
          a-short: { place: a, time: 1 h, then: to-b }
          a-two:   { place: a, time: 2 h, then: to-b }
          a-long:  { place: a, time: 9 h, then: leave }
          b-short: { place: b, time: 2 h, then: to-a }
          b-five:  { place: b, time: 5 h, then: leave }
          b-long:  { place: b, time: 10 h, then: leave }
          to-a:    { place: a, time: 4 h, then: leave }
          to-b:    { place: b, time: 4 h, then: leave }
        streams:
          {{Nobody("a-short", "a-two", "a-long", "b-short", "b-five", "b-long")}}
          {{streams}}
        """;

    private const string OneEach = "a: { kind: beds, capacity: 1 }\n  b: { kind: beds, capacity: 1 }";

    [Test]
    public void Two_who_wait_for_each_others_place_change_places_in_the_same_instant()
    {
        var scene = Play(Wards(OneEach, $"""
            {Patient("anna", "a-short")}
              {Patient("ben", "b-short")}
            """));
        Assert.That(scene.Taken("anna", "to-b"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("ben", "to-a"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Value("exchanges"), Is.EqualTo(2));
    }

    [Test]
    public void Those_who_do_not_wait_for_each_other_move_without_an_exchange()
    {
        var scene = Play(Wards(OneEach, Patient("anna", "a-short")));
        Assert.That(scene.Taken("anna", "to-b"), Is.EqualTo(1 * Hour));
        Assert.That(scene.Value("exchanges"), Is.Zero);
    }

    [Test]
    public void Places_that_change_hands_need_no_turnaround_but_those_let_go_later_do()
    {
        var scene = Play(Wards("a: { kind: beds, capacity: 1, turnaround: 1 h }\n  b: { kind: beds, capacity: 1, turnaround: 1 h }", $"""
            {Patient("anna", "a-short")}
              {Patient("ben", "b-short")}
              {Patient("cora", "a-long", "3 h")}
            """));
        Assert.That(scene.Taken("anna", "to-b"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("ben", "to-a"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("cora", "a-long"), Is.EqualTo(7 * Hour), "Ben leaves at 6 h, an hour of cleaning");
        Assert.That(scene.Value("open", "a"), Is.EqualTo(1), "a bed occupied and in cleaning at once would count as two");
    }

    [Test]
    public void Three_in_a_ring_change_places()
    {
        var scene = Play($$"""
            pools:
              a: { kind: beds, capacity: 1 }
              b: { kind: beds, capacity: 1 }
              c: { kind: beds, capacity: 1 }
            stages:
              in-a: { place: a, time: 1 h, then: a-to-b }
              in-b: { place: b, time: 2 h, then: b-to-c }
              in-c: { place: c, time: 3 h, then: c-to-a }
              a-to-b: { place: b, time: 4 h, then: leave }
              b-to-c: { place: c, time: 4 h, then: leave }
              c-to-a: { place: a, time: 4 h, then: leave }
            streams:
              {{Patient("anna", "in-a")}}
              {{Patient("ben", "in-b")}}
              {{Patient("cora", "in-c")}}
            """);
        Assert.That(scene.Taken("anna", "a-to-b"), Is.EqualTo(3 * Hour));
        Assert.That(scene.Taken("ben", "b-to-c"), Is.EqualTo(3 * Hour));
        Assert.That(scene.Taken("cora", "c-to-a"), Is.EqualTo(3 * Hour));
        Assert.That(scene.Value("exchanges"), Is.EqualTo(3));
    }

    [Test]
    public void A_chain_that_ends_in_a_free_place_moves_up_in_one_instant()
    {
        // Cora leaves ward b at 5 h: Anna moves to it from a, and Dan takes her bed, all in that second.
        var scene = Play(Wards(OneEach, $"""
            {Patient("cora", "b-five")}
              {Patient("anna", "a-short")}
              {Patient("dan", "a-long", "3 h")}
            """));
        Assert.That(scene.Taken("anna", "to-b"), Is.EqualTo(5 * Hour));
        Assert.That(scene.Taken("dan", "a-long"), Is.EqualTo(5 * Hour));
        Assert.That(scene.Value("exchanges"), Is.Zero);
    }

    [Test]
    public void A_cycle_does_not_pass_over_an_outsider_who_is_ranked_before()
    {
        // Xenia waits for ward b before Anna does, and Cora, in b's other bed, will leave at 5 h. So Anna and Ben, who would make a cycle at 2 h, wait:
        // at 5 h the bed is Xenia's, and when she leaves at 15 h it is Anna's.
        var scene = Play(Wards("a: { kind: beds, capacity: 1 }\n  b: { kind: beds, capacity: 2 }", $"""
            {Patient("anna", "a-short")}
              {Patient("ben", "b-short")}
              {Patient("cora", "b-five")}
              {Patient("xenia", "b-long", "30 min")}
            """));
        Assert.That(scene.Taken("xenia", "b-long"), Is.EqualTo(5 * Hour));
        Assert.That(scene.Taken("anna", "to-b"), Is.EqualTo(15 * Hour));
        Assert.That(scene.Taken("ben", "to-a"), Is.EqualTo(15 * Hour));
        Assert.That(scene.Value("exchanges"), Is.Zero);
    }

    [Test]
    public void In_a_deadlock_the_cycle_changes_places_although_an_outsider_is_ranked_before()
    {
        // As above with one bed in b: nobody can ever leave, so nobody is passed over who could have been served.
        var scene = Play(Wards(OneEach, $"""
            {Patient("anna", "a-short")}
              {Patient("ben", "b-short")}
              {Patient("xenia", "b-long", "30 min")}
            """));
        Assert.That(scene.Taken("anna", "to-b"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("ben", "to-a"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("xenia", "b-long"), Is.EqualTo(6 * Hour));
        Assert.That(scene.Value("exchanges"), Is.EqualTo(2));
    }

    [Test]
    public void Of_several_cycles_in_a_deadlock_the_best_ranked_changes_places()
    {
        // Both beds of ward a are held by patients who want ward b; Anna has asked since 1 h, Agnes since 2 h. Xenia stands before both.
        var scene = Play(Wards("a: { kind: beds, capacity: 2 }\n  b: { kind: beds, capacity: 1 }", $"""
            {Patient("anna", "a-short")}
              {Patient("agnes", "a-two")}
              {Patient("ben", "b-short")}
              {Patient("xenia", "b-long", "30 min")}
            """));
        Assert.That(scene.Taken("anna", "to-b"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("ben", "to-a"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("xenia", "b-long"), Is.EqualTo(6 * Hour), "then a bed comes free in the usual way, for the head");
        Assert.That(scene.Taken("agnes", "to-b"), Is.EqualTo(16 * Hour));
    }

    [Test]
    public void Heads_of_their_lists_change_places_although_others_could_still_free_them()
    {
        // No deadlock, since Dora is in service in ward a until 9 h; but Anna and Ben are the heads, so nobody is passed over.
        var scene = Play(Wards("a: { kind: beds, capacity: 2 }\n  b: { kind: beds, capacity: 1 }", $"""
            {Patient("anna", "a-short")}
              {Patient("ben", "b-short")}
              {Patient("dora", "a-long")}
            """));
        Assert.That(scene.Taken("anna", "to-b"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("ben", "to-a"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Value("exchanges"), Is.EqualTo(2));
    }

    [Test]
    public void The_best_ranked_cycle_is_looked_for_from_the_lowest_pool_name()
    {
        // Rosa (in c) and Quinn (in b) wait for a, Rosa longer; Peter, in a, waits for b or c: the deadlock closes with him. The list of a comes first:
        // its best-ranked is Rosa, so Peter has her place though b stands first in his list. Xenia, the head of that list, holds nothing.
        var scene = Play($$"""
            pools:
              a: { kind: beds, capacity: 1 }
              b: { kind: beds, capacity: 1 }
              c: { kind: beds, capacity: 1 }
            stages:
              in-a: { place: a, time: 3 h, then: to-b-or-c }
              in-b: { place: b, time: 2 h, then: to-a }
              in-c: { place: c, time: 1 h, then: to-a }
              to-a: { place: a, time: 9 h, then: leave }
              to-b-or-c: { place: [b, c], time: 9 h, then: leave }
              only-c: { place: c, time: 1 h, then: leave }
            streams:
              {{Patient("peter", "in-a")}}
              {{Patient("quinn", "in-b")}}
              {{Patient("rosa", "in-c")}}
              {{Patient("xenia", "to-a", "10 min")}}
              {{Patient("yan", "only-c", "4 h")}}
            """);
        Assert.That(scene.Taken("peter", "to-b-or-c"), Is.EqualTo(3 * Hour));
        Assert.That(scene.Taken("rosa", "to-a"), Is.EqualTo(3 * Hour));
        Assert.That(scene.Taken("xenia", "to-a"), Is.EqualTo(12 * Hour));
        Assert.That(scene.Taken("yan", "only-c"), Is.EqualTo(12 * Hour), "Peter has c until then");
        Assert.That(scene.Taken("quinn", "to-a"), Is.EqualTo(21 * Hour));
    }

    [Test]
    public void A_deadlock_outside_the_hours_of_taking_is_undone_when_they_begin()
    {
        const string takes = "a: { kind: beds, capacity: 1, takes: day }\n  b: { kind: beds, capacity: 1, takes: day }";
        var scene = Play("calendars: { day: { open: daily 10:00-12:00 } }\n" + Wards(takes, $"""
            {Patient("anna", "a-short", "11 h")}
              {Patient("ben", "b-short", "11 h")}
            """));
        Assert.That(scene.Entered("ben", "to-a"), Is.EqualTo(13 * Hour));
        Assert.That(scene.Taken("anna", "to-b"), Is.EqualTo(34 * Hour));
        Assert.That(scene.Taken("ben", "to-a"), Is.EqualTo(34 * Hour));
    }

    [Test]
    public void A_slot_is_used_up_and_never_changes_hands()
    {
        // Anna has used the day's slot and waits for Ben's bed; Ben waits for a slot. It comes at 08:00 on Tuesday.
        var scene = Play($$"""
            run: { starts: Mon 06:00, lasts: 10 d, warm_up: 0 h, begin: empty }
            pools:
              start: { kind: slots, capacity: 1 per day, renewed: daily 08:00 }
              bed:   { kind: beds, capacity: 1 }
            stages:
              package: { place: start, time: 1 h, then: to-bed }
              ward:    { place: bed, time: 5 h, then: to-package }
              to-bed:     { place: bed, time: 1 h, then: leave }
              to-package: { place: start, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "package", "3 h")}}
              {{Patient("ben", "ward", "3 h")}}
            """);
        Assert.That(scene.Taken("ben", "to-package"), Is.EqualTo(32 * Hour));
        Assert.That(scene.Taken("anna", "to-bed"), Is.EqualTo(32 * Hour));
        Assert.That(scene.Value("exchanges"), Is.Zero);
    }

    [Test]
    public void A_deadlock_that_remains_stops_the_run_and_is_named()
    {
        // Anna keeps her place while she waits for Ben's, he waits for hers: no exchange can help.
        var model = Compile($$"""
            pools:
              a: { kind: beds, capacity: 1 }
              b: { kind: beds, capacity: 1 }
            stages:
              in-a: { place: a, time: 1 h, then: to-b }
              in-b: { place: b, time: 2 h, then: to-a }
              to-b: { place: b, keep: [a], time: 4 h, then: leave }
              to-a: { place: a, time: 4 h, then: leave }
            streams:
              {{Patient("anna", "in-a")}}
              {{Patient("ben", "in-b")}}
            """);
        Assert.That(
            () => Play(model),
            Throws.TypeOf<SimulationException>().With.Message.Contains("a, b").And.Message.Contains("wait for each other"));
    }

    [Test]
    public void A_deadlock_from_which_somebody_will_give_up_does_not_stop_the_run()
    {
        var scene = Play($$"""
            pools:
              a: { kind: beds, capacity: 1 }
              b: { kind: beds, capacity: 1 }
            stages:
              in-a: { place: a, time: 1 h, then: to-b }
              in-b: { place: b, time: 2 h, then: to-a }
              to-b: { place: b, keep: [a], gives_up: [ { after: 5 h, to: leave } ], time: 4 h, then: leave }
              to-a: { place: a, time: 4 h, then: leave }
            streams:
              {{Patient("anna", "in-a")}}
              {{Patient("ben", "in-b")}}
            """);
        Assert.That(scene.Left("anna"), Is.EqualTo(6 * Hour));
        Assert.That(scene.Taken("ben", "to-a"), Is.EqualTo(6 * Hour));
    }

    [Test]
    public void A_loop_that_turns_without_time_passing_stops_the_run()
    {
        // The check cannot see what a list of observed patients holds: one whose pause is 0 s.
        var model = Compile(
            """
            attributes: { pause: duration }
            stages:
              one: { time: pause, then: two }
              two: { time: pause, then: one }
            streams:
              anna: { to: one, observed: { file: tables/anna.csv } }
              nobody: { to: one, rate: 0 per d, attributes: { pause: 5 min } }
            """,
            ("tables/anna.csv", "time,pause\n5 min,0 min\n"));
        Assert.That(() => Play(model), Throws.TypeOf<SimulationException>().With.Message.Contains("1000 moves"));
    }

    [Test]
    public void Nobody_takes_more_in_an_exchange_than_is_left()
    {
        // At 3 h all four wait for the other ward. Wanda is first in the list of the east ward and wants two beds there, but who goes leaves one.
        var scene = Play($$"""
            pools:
              east: { kind: beds, capacity: 2 }
              west: { kind: beds, capacity: 2 }
            stages:
              from-east: { place: east, time: 1 h, then: to-west }
              to-west:   { place: west, time: 10 h, then: leave }
              wandas:    { place: west, time: 2 h, then: two-beds }
              two-beds:  { place: 2 of east, time: 1 h, then: leave }
              willas:    { place: west, time: 3 h, then: one-bed }
              one-bed:   { place: east, time: 10 h, then: leave }
            streams:
              {{Patient("edna", "from-east")}}
              {{Patient("elsa", "from-east")}}
              {{Patient("wanda", "wandas")}}
              {{Patient("willa", "willas")}}
            """);
        Assert.That(scene.Taken("willa", "one-bed"), Is.EqualTo(3 * Hour));
        Assert.That(scene.Taken("edna", "to-west"), Is.EqualTo(3 * Hour));
        Assert.That(scene.Taken("elsa", "to-west"), Is.EqualTo(13 * Hour));
        Assert.That(scene.Taken("wanda", "two-beds"), Is.EqualTo(13 * Hour));
    }

    [Test]
    public void A_deadlock_whose_patients_have_only_begun_to_wait_is_not_for_ever()
    {
        // Both want two beds of two. They come to it by giving up in the same instant, and their patience ends two hours later.
        var scene = Play($$"""
            pools:
              bed:  { kind: beds, capacity: 2 }
              room: { kind: spaces, capacity: 1 }
            stages:
              in-room: { place: room, time: 10 h, then: leave }
              one: { place: bed, time: 1 h, then: two }
              two: { place: room, gives_up: [ { queue: 0, to: three } ], time: 1 h, then: leave }
              three: { place: 2 of bed, gives_up: [ { after: 2 h, to: leave } ], time: 1 h, then: leave }
            streams:
              {{Patient("zoe", "in-room")}}
              {{Patient("anna", "one")}}
              {{Patient("ben", "one")}}
            """);
        Assert.That(scene.GaveUp("anna", "three"), Is.EqualTo(3 * Hour));
        Assert.That(scene.GaveUp("ben", "three"), Is.EqualTo(3 * Hour));
    }

    [Test]
    public void An_exchange_in_the_second_in_which_patience_ends_comes_before_it()
    {
        var scene = Play($$"""
            pools:
              a: { kind: beds, capacity: 1 }
              b: { kind: beds, capacity: 1 }
            stages:
              in-a: { place: a, time: 1 h, then: to-b }
              to-b: { place: b, gives_up: [ { after: 60 min, to: lost } ], time: 1 h, then: leave }
              in-b: { place: b, time: 2 h, then: to-a }
              to-a: { place: a, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "in-a")}}
              {{Patient("ben", "in-b")}}
            exits: [lost]
            """);
        Assert.That(scene.Taken("anna", "to-b"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("ben", "to-a"), Is.EqualTo(2 * Hour));
    }

    [Test]
    public void An_alternative_takes_part_in_an_exchange_from_the_second_in_which_it_is_asked_for()
    {
        // Anna wants the full c, and b from 4 h on; Ben is in b and wants her place since 2 h.
        var scene = Play($$"""
            pools:
              a: { kind: beds, capacity: 1 }
              b: { kind: beds, capacity: 1 }
              c: { kind: beds, capacity: 1 }
            stages:
              in-c: { place: c, time: 15 d, then: leave }
              in-a: { place: a, time: 1 h, then: to-b }
              to-b: { place: [c, b after 3 h], time: 1 h, then: leave }
              in-b: { place: b, time: 2 h, then: to-a }
              to-a: { place: a, time: 1 h, then: leave }
            streams:
              {{Patient("cora", "in-c")}}
              {{Patient("anna", "in-a")}}
              {{Patient("ben", "in-b")}}
            """);
        Assert.That(scene.Taken("anna", "to-b"), Is.EqualTo(4 * Hour));
        Assert.That(scene.Taken("ben", "to-a"), Is.EqualTo(4 * Hour));
    }
}
