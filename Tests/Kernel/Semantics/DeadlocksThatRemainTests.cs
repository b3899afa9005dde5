using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 13, deadlocks of bundles, which are not exchanged: Xenia holds a and wants b and c, Yann holds b and wants a and c.</summary>
public sealed class DeadlocksThatRemainTests
{
    private static string Deadlock(string a, string more = "", string bothB = "b + c", string stages = "") => $$"""
        pools: { a: { kind: beds, capacity: {{a}} }, b: { kind: beds, capacity: 1 }, c: { kind: spaces, capacity: 50 }, d: { kind: beds, capacity: 1 } }
        stages:
          in-a: { place: a, time: 3 h, then: both-b }
          in-b: { place: b, time: 1 h, then: both-a }
          in-d: { place: d, time: 2 h, then: both-a }
          both-b: { place: [ {{bothB}} ], time: 1 d, then: leave }
          both-a: { place: a + c, time: 1 d, then: leave }
          {{stages}}
        streams:
          nobody: { to: in-d, rate: 0 per d }
          {{Patient("xenia", "in-a")}}
          {{Patient("yann", "in-b")}}
          {{more}}
        """;

    private static string Stopped(string text, params (string File, string Text)[] files)
    {
        var model = Compile(text, files);
        return Assert.Throws<SimulationException>(() => Play(model)).Message;
    }

    [Test]
    public void A_deadlock_is_named_with_its_pools_patients_and_what_they_hold_and_want() =>
        Assert.That(Stopped(Deadlock("1")),
            Is.EqualTo(
                "day 0 03:00:00 (second 10800), replication 1, seed 1: patients in a, b wait for each other's places for ever, and no exchange resolves it\n"
            + "  patient 0 of xenia holds a and waits at both-b for b + c, since day 0 03:00:00\n"
            + "  patient 0 of yann holds b and waits at both-a for a + c, since day 0 01:00:00\n"
            + "  Let one of them give up (gives_up), add capacity, or do not ask for several pools at once with + while holding one of another stage (such requests, and places that are kept, are not exchanged)"));

    [Test]
    public void All_alternatives_that_are_asked_for_are_named() =>
        Assert.That(Stopped(Deadlock("1", Patient("zoe", "in-d"), "b + c, d + c")),
            Does.Contain("patients in a, b, d wait").And.Contain(
                "patient 0 of xenia holds a and waits at both-b for b + c or d + c, since day 0 03:00:00").And.Contain(
                "patient 0 of zoe holds d and waits at both-a for a + c, since day 0 02:00:00"));

    [TestCase(3, "")]
    [TestCase(4, "and 2 more")]
    public void Six_patients_are_named_and_the_others_counted(int each, string more)
    {
        var text = Deadlock($"{each}").Replace("b: { kind: beds, capacity: 1 }", $"b: {{ kind: beds, capacity: {each} }}", StringComparison.Ordinal)
            .Replace("schedule: { every: 300 d,", $"schedule: {{ count: {each}, every: 300 d,", StringComparison.Ordinal);
        var said = Stopped(text);
        Assert.That(said.Split('\n').Count(line => line.Contains(" holds ", StringComparison.Ordinal)), Is.EqualTo(6));
        Assert.That(said.Contains(" more\n", StringComparison.Ordinal), Is.EqualTo(more.Length > 0));
        Assert.That(said, Does.Contain(more));
    }

    [Test]
    public void A_closure_that_will_end_may_undo_it()
    {
        var scene = Play(Deadlock("2", "flu: { closes: { pool: a, amount: 1, time: 5 d }, schedule: { every: 300 d, first: 1 min } }"));
        Assert.That(scene.Taken("yann", "both-a"), Is.EqualTo((5 * Day) + Minute));
        Assert.That(scene.Left("xenia"), Is.EqualTo((6 * Day) + Minute), "b is free as soon as Yann has his place");
    }

    [Test]
    public void A_dated_change_that_adds_a_bed_may_undo_it()
    {
        var (one, two) = (Compile(Deadlock("1")), Compile(Deadlock("2")));
        Assert.That(Play(new SystemTimeline([one, two], [0, 4 * Day])).Taken("yann", "both-a"), Is.EqualTo(4 * Day));
        Assert.That(() => Play(new SystemTimeline([two, one], [0, 30 * Minute])), Throws.TypeOf<SimulationException>(), "the second bed was there before");
        Assert.That(() => Play(new SystemTimeline([one, one], [0, 4 * Day])), Throws.TypeOf<SimulationException>(), "no bed is added");
    }

    [Test]
    public void A_roster_that_rises_may_undo_it() =>
        Assert.That(Play(Deadlock("{ roster: r }"), ("rosters/r.csv", "days,from,to,capacity\nMon,00:00,24:00,1\nTue,00:00,24:00,2\nWed-Sun,00:00,24:00,1\n"))
            .Taken("yann", "both-a"), Is.EqualTo(1 * Day));

    [Test]
    public void A_roster_that_falls_and_comes_back_does_not() =>
        Assert.That(
            Stopped(Deadlock("{ roster: r }"), ("rosters/r.csv", "days,from,to,capacity\nMon,00:00,24:00,1\nTue,00:00,24:00,0\nWed-Sun,00:00,24:00,1\n")),
            Does.Contain("(second 10800)"));

    [Test]
    public void With_as_many_patients_as_there_are_records_it_is_the_same()
    {
        var said = Stopped(
            Deadlock("1", "many: { to: home, schedule: { every: 300 d, first: 10 min, count: 1022 } }",
                stages: "home: { place: none, time: 10 d, then: leave }"));
        Assert.That(said, Does.Contain("patients in a, b wait for each other's places for ever"));
    }
}
