using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 13: a run is stopped only for a deadlock that nothing to come can undo.</summary>
public sealed class DeadlocksThatMayComeUndoneTests
{
    /// <summary>Xenia holds a and wants b and c from 3 h on, Yann holds b and wants some of a and c from 1 h on.</summary>
    private static string Deadlock(string a, string wanted = "a") => $$"""
        pools: { a: { kind: beds, {{a}} }, b: { kind: beds, capacity: 1 }, c: { kind: spaces, capacity: 50 } }
        stages:
          in-a: { place: a, time: 3 h, then: both-b }
          in-b: { place: b, time: 1 h, then: both-a }
          both-b: { place: b + c, time: 1 d, then: leave }
          both-a: { place: {{wanted}} + c, time: 1 d, then: leave }
        streams:
          {{Patient("xenia", "in-a")}}
          {{Patient("yann", "in-b")}}
        """;

    [Test]
    public void Who_has_moved_in_this_very_second_may_still_give_up()
    {
        // At 3 h Xenia and Yann change places, and she goes on at once to wait for c, which Wanda holds, who waits for b and d from this second on.
        var scene = Play($$"""
            pools: { a: { kind: beds, capacity: 1 }, b: { kind: beds, capacity: 1 }, c: { kind: beds, capacity: 1 }, d: { kind: spaces, capacity: 50 } }
            stages:
              in-a: { place: a, time: 3 h, then: to-b }
              to-b: { place: b, then: to-c }
              to-c: { place: c, gives_up: [ { after: 1 h, to: leave } ], time: 1 h, then: leave }
              in-b: { place: b, time: 1 h, then: to-a }
              to-a: { place: a, time: 1 d, then: leave }
              in-c: { place: c, time: 3 h, then: both }
              both: { place: b + d, time: 1 h, then: leave }
            streams:
              {{Patient("xenia", "in-a")}}
              {{Patient("yann", "in-b")}}
              {{Patient("wanda", "in-c")}}
            """);
        Assert.That(scene.Taken("yann", "to-a"), Is.EqualTo(3 * Hour));
        Assert.That(scene.GaveUp("xenia", "to-c"), Is.EqualTo(4 * Hour));
        Assert.That(scene.Taken("wanda", "both"), Is.EqualTo(4 * Hour));
    }

    [TestCase("")]
    [TestCase(", during: daily 09:00-20:00")]
    public void Who_moves_back_leaves_the_place_that_another_waits_for(string during)
    {
        // Ben is in the other bed because Anna has the bed, and wants c and d from 1 h on; Yann is in c and wants the other bed and d from 2 h on.
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1 }, other: { kind: beds, capacity: 1 }, c: { kind: beds, capacity: 1 }, d: { kind: spaces, capacity: 50 } }
            stages:
              in-bed: { place: bed, time: 10 h, then: leave }
              ward: { place: [bed, other], moves_back: { priority: 8{{during}} }, time: 1 h, then: both-c }
              both-c: { place: c + d, time: 1 h, then: leave }
              in-c: { place: c, time: 2 h, then: both-other }
              both-other: { place: other + d, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "in-bed")}}
              {{Patient("ben", "ward", "1 s")}}
              {{Patient("yann", "in-c")}}
            """);
        Assert.That(scene.MovedBack("ben", "both-c"), Is.EqualTo(10 * Hour));
        Assert.That(scene.Taken("yann", "both-other"), Is.EqualTo(10 * Hour));
        Assert.That(scene.Taken("ben", "both-c"), Is.EqualTo(10 * Hour));
    }

    [Test]
    public void Who_moves_back_leaves_what_is_too_little_for_two()
    {
        // Ben alone is in one of the two other beds and wants both, until he has the bed and leaves both free.
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1 }, other: { kind: beds, capacity: 2 } }
            stages:
              in-bed: { place: bed, time: 10 h, then: leave }
              ward: { place: [bed, other], moves_back: { priority: 8 }, time: 1 h, then: two }
              two: { place: 2 of other, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "in-bed")}}
              {{Patient("ben", "ward", "1 s")}}
            """);
        Assert.That(scene.Taken("ben", "two"), Is.EqualTo(10 * Hour));
    }

    [TestCase("days,from,to,capacity\ndaily,00:00,08:00,1\ndaily,08:00,17:00,2\ndaily,17:00,24:00,1\n", 23)]
    [TestCase("days,from,to,capacity\nMon-Sat,00:00,24:00,1\nSun,00:00,24:00,2\n", 24 + 20)]
    [TestCase("days,from,to,capacity\nMon-Sat,00:00,24:00,1\nSun,00:00,24:00,2\n", (6 * 24) - 1)]
    public void A_run_that_ends_before_the_roster_rises_ends_in_order(string roster, int hours)
    {
        var scene = Play($"run: {{ starts: Mon 00:00, lasts: {hours} h, warm_up: 0 h, begin: empty }}\n" + Deadlock("capacity: { roster: r }")
            .Replace("time: 3 h", "time: 18 h").Replace("time: 1 h, then: both-a", "time: 17 h, then: both-a"), ("rosters/r.csv", roster));
        Assert.That(scene.Entered("xenia", "both-b"), Is.EqualTo(18 * Hour));
        Assert.That((scene.Taken("xenia", "both-b"), scene.Taken("yann", "both-a")), Is.EqualTo((Never, Never)));
    }

    [Test]
    public void A_season_that_is_over_undoes_nothing()
    {
        var text = "calendars: { spring: { from: 2016-04-01, to: 2016-04-03 } }\nrun: { starts: 2016-04-01, lasts: 20 d, warm_up: 0 h, begin: empty }\n"
            + Deadlock("capacity: { calendar: spring, inside: 2, outside: 1 }").Replace("time: 3 h", "time: 9 d")
            .Replace("time: 1 h, then: both-a", "time: 8 d, then: both-a");
        Assert.That(() => Play(text), Throws.TypeOf<SimulationException>().With.Message.Contains("2016-04-10 00:00:00"));
    }

    [Test]
    public void A_roster_that_comes_with_a_dated_change_may_rise_later()
    {
        const string Always = "days,from,to,capacity\nMon-Sun,00:00,24:00,1\n";
        const string MoreOnSaturday = "days,from,to,capacity\nMon-Fri,00:00,24:00,1\nSat,00:00,24:00,2\nSun,00:00,24:00,1\n";
        var (one, two) = (Compile(Deadlock("capacity: { roster: r }"), ("rosters/r.csv", Always)),
            Compile(Deadlock("capacity: { roster: r }"), ("rosters/r.csv", MoreOnSaturday)));
        Assert.That(Play(new SystemTimeline([one, two], [0, 4 * Day])).Taken("yann", "both-a"), Is.EqualTo(5 * Day));
    }

    /// <summary>Each of several holds one of the beds and wants more of them from 10 min on.</summary>
    private static SystemModel Beds(int beds, int patients, int wanted) => Compile($$"""
        pools: { bed: { kind: beds, capacity: {{beds}} } }
        stages:
          one:  { place: bed, time: 10 min, then: more }
          more: { place: {{wanted}} of bed, time: 1 h, then: leave }
        streams:
          anna: { to: one, schedule: { every: 300 d, first: 0 min, count: {{patients}} } }
        """);

    [Test]
    public void A_dated_change_after_which_less_is_asked_for_may_undo_it() =>
        Assert.That(Play(new SystemTimeline([Beds(3, 1, 3), Beds(3, 1, 2)], [0, 4 * Day])).Taken("anna", "more"), Is.EqualTo(4 * Day));

    [Test]
    public void Where_less_is_asked_for_but_still_too_much_it_is_said_then()
    {
        var problem = Assert.Throws<SimulationException>(() => Play(new SystemTimeline([Beds(4, 2, 4), Beds(4, 2, 3)], [0, 4 * Day])));
        Assert.That(problem.Message, Does.Contain("day 4 00:00:00").And.Contain("of anna holds bed"));
    }

    [Test]
    public void A_surge_that_is_open_may_add_more_after_a_dated_change()
    {
        static string With(int adds) =>
            Deadlock(
                $"capacity: 0, surge: {{ adds: {adds}, checked: daily 00:00 & 12:00, opens: waiting(in-a) >= 0, closes: waiting(in-a) < 0, after: 0 h, at_least: 30 d }}");
        var (one, two) = (Compile(With(1)), Compile(With(2)));
        Assert.That(Play(new SystemTimeline([one, two], [0, 4 * Day])).Taken("yann", "both-a"), Is.EqualTo(4 * Day));
    }

    [Test]
    public void A_cycle_is_found_behind_patients_who_leave_too_little_for_it()
    {
        // Three of each pool: one is left by the first in the next list, two by the second; everybody wants two. The three who leave two change places.
        var scene = Play($$"""
            pools: { a: { kind: beds, capacity: 3 }, b: { kind: beds, capacity: 3 }, c: { kind: beds, capacity: 3 } }
            stages:
              one-a: { place: a, time: 1 h, then: to-c }
              two-a: { place: 2 of a, time: 2 h, then: to-c }
              one-b: { place: b, time: 1 h, then: to-a }
              two-b: { place: 2 of b, time: 2 h, then: to-a }
              one-c: { place: c, time: 1 h, then: to-b }
              two-c: { place: 2 of c, time: 2 h, then: to-b }
              to-a: { place: 2 of a, time: 1 h, then: leave }
              to-b: { place: 2 of b, time: 1 h, then: leave }
              to-c: { place: 2 of c, time: 1 h, then: leave }
            streams:
              {{Patient("a1", "one-a")}}
              {{Patient("a2", "two-a")}}
              {{Patient("b1", "one-b")}}
              {{Patient("b2", "two-b")}}
              {{Patient("c1", "one-c")}}
              {{Patient("c2", "two-c")}}
            """);
        Assert.That(scene.Taken("a2", "to-c"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("b2", "to-a"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("c2", "to-b"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("a1", "to-c"), Is.EqualTo(3 * Hour));
    }

    [Test]
    public void A_deadlock_that_closes_when_the_one_before_its_patient_gives_up_is_named()
    {
        // Anna holds one of two beds and wants two, behind Zoe, who wants two as well and gives up at 8 h; Ben is there until 5 h.
        var problem = Assert.Throws<SimulationException>(() => Play($$"""
            pools: { bed: { kind: beds, capacity: 2 } }
            stages:
              one:  { place: bed, time: 2 h, then: two }
              two:  { place: 2 of bed, time: 1 h, then: leave }
              zoes: { place: 2 of bed, gives_up: [ { after: 7 h, to: leave } ], time: 1 h, then: leave }
              long: { place: bed, time: 5 h, then: leave }
            streams:
              {{Patient("anna", "one")}}
              {{Patient("ben", "long")}}
              {{Patient("zoe", "zoes", "60 min")}}
            """));
        Assert.That(problem.Message, Does.Contain("08:00").And.Contain("of anna holds bed"));
    }

    [Test]
    public void Who_holds_two_places_and_may_go_to_either_of_two_changes_places_once()
    {
        // Xenia holds a and b and wants c or d; Yann holds d and wants a, Zoe holds c and wants b. She goes to c, the first of the two.
        var scene = Play($$"""
            pools: { a: { kind: beds, capacity: 1 }, b: { kind: beds, capacity: 1 }, c: { kind: beds, capacity: 1 }, d: { kind: beds, capacity: 1 } }
            stages:
              in-both: { place: a + b, time: 3 h, then: either }
              either: { place: [c, d], time: 1 h, then: leave }
              in-d: { place: d, time: 1 h, then: to-a }
              to-a: { place: a, time: 1 h, then: leave }
              in-c: { place: c, time: 1 h, then: to-b }
              to-b: { place: b, time: 1 h, then: leave }
            streams:
              {{Patient("xenia", "in-both")}}
              {{Patient("yann", "in-d")}}
              {{Patient("zoe", "in-c")}}
            """);
        Assert.That(new[] { scene.Taken("xenia", "either"), scene.Taken("yann", "to-a"), scene.Taken("zoe", "to-b") }, Is.All.EqualTo(3 * Hour));
    }

    [Test]
    public void A_deadlock_that_is_left_when_a_closure_ends_is_named_then()
    {
        // Three hold one of the three of a each and want b and c from 3 h on. From 1 h to 5 h one is closed, which is nobody's then.
        var problem = Assert.Throws<SimulationException>(() => Play($$"""
            pools: { a: { kind: beds, capacity: 3 }, b: { kind: beds, capacity: 1 }, c: { kind: spaces, capacity: 50 } }
            stages:
              in-a: { place: a, time: 3 h, then: both-b }
              in-b: { place: b, time: 1 h, then: both-a }
              both-b: { place: b + c, time: 1 d, then: leave }
              both-a: { place: a + c, time: 1 d, then: leave }
            streams:
              xenia: { to: in-a, schedule: { every: 300 d, first: 0 min, count: 3 } }
              {{Patient("yann", "in-b")}}
              flu: { closes: { pool: a, amount: 1, time: 4 h }, schedule: { every: 300 d, first: 60 min } }
            """));
        Assert.That(problem.Message, Does.Contain("05:00").And.Contain("in a, b"));
    }
}
