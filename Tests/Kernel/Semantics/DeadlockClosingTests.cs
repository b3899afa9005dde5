using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 13.4, where a deadlock comes about though nobody begins to wait: the last unit that was not part of it goes.</summary>
public sealed class DeadlockClosingTests
{
    /// <summary>Xenia is in a and wants b from 1 h on; Yann is in b and wants a from 3 h on, behind Zoe.</summary>
    private const string Stages = """
        stages:
          in-a: { place: a, time: 1 h, then: to-b }
          to-b: { place: b, time: 1 h, then: leave }
          in-b: { place: b, time: 3 h, then: to-a }
          to-a: { place: a, time: 1 h, then: leave }
        """;

    private static readonly string Patients = $"""
        streams:
          {Patient("xenia", "in-a")}
          {Patient("yann", "in-b")}
        """;

    [Test]
    public void A_deadlock_that_a_roster_closes_is_undone_at_that_second()
    {
        // Zoe wants two of a: the free one is not enough for her, and she blocks Yann. At 5 h it goes.
        var scene = Play(
            $$"""
            pools: { a: { kind: beds, capacity: { roster: r } }, b: { kind: beds, capacity: 1 } }
            {{Stages}}
              two: { place: 2 of a, gives_up: [ { after: 10 d, to: leave } ], time: 1 h, then: leave }
            {{Patients}}
              {{Patient("zoe", "two", "2 h")}}
            """,
            ("rosters/r.csv", "days,from,to,capacity\nMon,00:00,05:00,2\nMon,05:00,24:00,1\nTue-Sun,00:00,24:00,1\n"));
        Assert.That(scene.Taken("xenia", "to-b"), Is.EqualTo(5 * Hour));
        Assert.That(scene.Taken("yann", "to-a"), Is.EqualTo(5 * Hour));
    }

    [Test]
    public void A_deadlock_that_a_closure_closes_is_undone_at_that_second()
    {
        var scene = Play($$"""
            pools: { a: { kind: beds, capacity: 2 }, b: { kind: beds, capacity: 1 } }
            {{Stages}}
              two: { place: 2 of a, gives_up: [ { after: 10 d, to: leave } ], time: 1 h, then: leave }
            {{Patients}}
              {{Patient("zoe", "two", "2 h")}}
              flu: { closes: { pool: a, amount: 1, time: 9 d }, schedule: { every: 300 d, first: 5 h } }
            """);
        Assert.That(scene.Taken("xenia", "to-b"), Is.EqualTo(5 * Hour));
        Assert.That(scene.Taken("yann", "to-a"), Is.EqualTo(5 * Hour));
    }

    [Test]
    public void A_deadlock_closes_when_the_last_outside_it_leaves_a_pool_that_has_shrunk()
    {
        // From 2 h on a has one bed, and two are in use. At 8 h Wanda leaves: her bed goes to the roster, and a is Xenia's alone.
        var scene = Play(
            $$"""
            pools: { a: { kind: beds, capacity: { roster: r } }, b: { kind: beds, capacity: 1 } }
            {{Stages}}
              fresh: { place: a, time: 10 d, then: leave }
              long:  { place: a, time: 8 h, then: leave }
            {{Patients}}
              {{Patient("wanda", "long")}}
              {{Patient("zoe", "fresh", "2 h")}}
            """,
            ("rosters/r.csv", "days,from,to,capacity\nMon,00:00,02:00,2\nMon,02:00,24:00,1\nTue-Sun,00:00,24:00,1\n"));
        Assert.That(scene.Taken("xenia", "to-b"), Is.EqualTo(8 * Hour));
        Assert.That(scene.Taken("yann", "to-a"), Is.EqualTo(8 * Hour));
        Assert.That(scene.Taken("zoe", "fresh"), Is.EqualTo(9 * Hour), "she is not passed over for longer than the law says");
    }
}
