using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentences 3, 9 and 11 in the seconds in which two things are due at once, and clocks that do not run.</summary>
public sealed class TimersOfWaitsTests
{
    [Test]
    public void An_alternative_of_the_second_in_which_patience_ends_comes_first()
    {
        var scene = Play($$"""
            pools: { a: { kind: beds, capacity: 1 }, b: { kind: beds, capacity: 1 } }
            stages:
              stay: { place: a, time: 9 h, then: leave }
              ward: { place: [a, b after 60 min], gives_up: [ { after: 60 min, to: lost } ], time: 5 h, then: leave }
            exits: [lost]
            streams:
              {{Patient("zoe", "stay")}}
              {{Patient("anna", "ward", "10 min")}}
            """);
        Assert.That(scene.Taken("anna", "ward"), Is.EqualTo(70 * Minute));
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("leave"));
    }

    [Test]
    public void Patience_of_a_clock_that_does_not_run_does_not_end()
    {
        // Ben comes by the door, where the clock starts; Anna comes past it.
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              stay: { place: bed, time: 9 h, then: leave }
              door: { clock: ed, time: 1 min, then: ward }
              ward: { place: bed, gives_up: [ { after: 5 h of ed, to: lost } ], time: 1 h, then: leave }
            exits: [lost]
            streams:
              {{Patient("zoe", "stay")}}
              {{Patient("anna", "ward", "10 min")}}
              {{Patient("ben", "door", "20 min")}}
            """);
        Assert.That(scene.Taken("anna", "ward"), Is.EqualTo(9 * Hour));
    }

    [Test]
    public void An_alternative_that_is_due_in_the_second_of_asking_comes_after_the_roster()
    {
        // The hour of the clock is up as Anna begins to wait. In that second the roster opens a, before the turn of alternatives: b stays free for Ben.
        var scene = Play(
            $$"""
            pools: { a: { kind: beds, capacity: { roster: r } }, b: { kind: beds, capacity: 1 } }
            stages:
              door: { clock: ed, time: 1 h, then: ward }
              ward: { place: [a, b after 1 h of ed], clock: ed, time: 5 h, then: leave }
              stay: { place: b, time: 5 h, then: leave }
            streams:
              {{Patient("anna", "door")}}
              {{Patient("ben", "stay", "90 min")}}
            """,
            ("rosters/r.csv", "days,from,to,capacity\nMon,00:00,01:00,0\nMon,01:00,24:00,1\nTue-Sun,00:00,24:00,1\n"));
        Assert.That(scene.Taken("anna", "ward"), Is.EqualTo(1 * Hour));
        Assert.That(scene.Taken("ben", "stay"), Is.EqualTo(90 * Minute));
    }

    [Test]
    public void An_alternative_is_asked_for_once_though_another_comes_later()
    {
        // Anna asks for b from 1 h to 9 h, when Yves leaves it, and for c from 2 h on. The run has ten hours.
        var scene = Play($$"""
            run: { starts: Mon 00:00, lasts: 10 h, warm_up: 0 h, begin: empty }
            pools: { a: { kind: beds, capacity: 1 }, b: { kind: beds, capacity: 1 }, c: { kind: beds, capacity: 1 } }
            stages:
              in-a: { place: a, time: 1 d, then: leave }
              in-b: { place: b, time: 9 h, then: leave }
              in-c: { place: c, time: 1 d, then: leave }
              ward: { place: [a, b after 60 min, c after 120 min], time: 1 h, then: leave }
            streams:
              {{Patient("xenia", "in-a")}}
              {{Patient("yves", "in-b")}}
              {{Patient("zoe", "in-c")}}
              {{Patient("anna", "ward")}}
            """);
        Assert.That(scene.Taken("anna", "ward"), Is.EqualTo(9 * Hour));
        Assert.That(scene.Value("queue_length", "b"), Is.EqualTo(8 / 10.0).Within(1e-12));
        Assert.That(scene.Value("queue_length", "c"), Is.EqualTo(7 / 10.0).Within(1e-12));
    }

    [Test]
    public void Who_rises_past_somebody_who_needs_more_is_served_in_that_second()
    {
        // One bed is free. Zoe, the first, needs two; Anna, behind her, rises at 60 min and needs one.
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 2 } }
            stages:
              stay:   { place: bed, time: 9 h, then: leave }
              two:    { place: 2 of bed, priority: 2, time: 1 h, then: leave }
              rising: { place: bed, priority: [3, 1 after 60 min], time: 2 h, then: leave }
            streams:
              {{Patient("yves", "stay")}}
              {{Patient("zoe", "two", "1 min")}}
              {{Patient("anna", "rising", "2 min")}}
            """);
        Assert.That(scene.Taken("anna", "rising"), Is.EqualTo(62 * Minute));
        Assert.That(scene.Taken("zoe", "two"), Is.EqualTo(9 * Hour));
    }
}
