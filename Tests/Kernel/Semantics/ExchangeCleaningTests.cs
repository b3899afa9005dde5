using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>
/// docs/law.md, sentences 12 and 13: in an exchange, what one takes of what another leaves is not cleaned; everything else that is let go is.
/// </summary>
public sealed class ExchangeCleaningTests
{
    [Test]
    public void A_further_place_that_is_let_go_in_an_exchange_is_cleaned()
    {
        // At 2 h x and y change places; the crew that x lets go is nobody's, and cleared up for 5 h. w, who asks at 3 h, waits 4 h.
        var scene = Play($$"""
            pools: { a: { kind: beds, capacity: 1 }, b: { kind: beds, capacity: 1 }, crew: { kind: crews, capacity: 1, turnaround: 5 h } }
            stages:
              in-a: { place: a + crew, time: 1 h, then: to-b }
              in-b: { place: b, time: 2 h, then: to-a }
              to-a: { place: a, time: 10 h, then: leave }
              to-b: { place: b, time: 10 h, then: leave }
              call: { place: crew, time: 1 h, then: leave }
            streams:
              {{Patient("x", "in-a")}}
              {{Patient("y", "in-b")}}
              {{Patient("w", "call", "3 h")}}
            """);
        Assert.That((scene.Taken("x", "to-b"), scene.Taken("y", "to-a")), Is.EqualTo((2 * Hour, 2 * Hour)));
        Assert.That(scene.Taken("w", "call"), Is.EqualTo(7 * Hour));
    }

    [Test]
    public void Of_several_units_of_a_pool_those_that_nobody_takes_over_are_cleaned()
    {
        // y leaves two of b, of which x takes one over at 2 h: the other is cleaned for 5 h.
        var scene = Play($$"""
            pools: { a: { kind: beds, capacity: 1, turnaround: 5 h }, b: { kind: beds, capacity: 2, turnaround: 5 h } }
            stages:
              in-a: { place: a, time: 1 h, then: to-b }
              in-b: { place: 2 of b, time: 2 h, then: to-a }
              to-a: { place: a, time: 10 h, then: leave }
              to-b: { place: b, time: 10 h, then: leave }
              late: { place: b, time: 1 h, then: leave }
            streams:
              {{Patient("x", "in-a")}}
              {{Patient("y", "in-b")}}
              {{Patient("w", "late", "3 h")}}
            """);
        Assert.That((scene.Taken("x", "to-b"), scene.Taken("y", "to-a")), Is.EqualTo((2 * Hour, 2 * Hour)));
        Assert.That(scene.Taken("w", "late"), Is.EqualTo(7 * Hour));
    }

    [Test]
    public void Two_of_a_circle_who_leave_the_same_pool_hand_over_one_unit_of_it()
    {
        // At 2 h x leaves a and one of c for b, y leaves b for c, and z leaves the other c for a. What y has is what z left; that of x is cleaned for 5 h.
        var scene = Play($$"""
            pools: { a: { kind: beds, capacity: 1 }, b: { kind: beds, capacity: 1 }, c: { kind: beds, capacity: 2, turnaround: 5 h } }
            stages:
              in-a: { place: c + a, time: 1 h, then: to-b }
              in-b: { place: b, time: 2 h, then: to-c }
              in-c: { place: c, time: 90 min, then: to-a }
              to-a: { place: a, time: 10 h, then: leave }
              to-b: { place: b, time: 10 h, then: leave }
              to-c: { place: c, time: 10 h, then: leave }
              late: { place: c, time: 1 h, then: leave }
            streams:
              {{Patient("x", "in-a")}}
              {{Patient("y", "in-b")}}
              {{Patient("z", "in-c")}}
              {{Patient("w", "late", "4 h")}}
            """);
        Assert.That((scene.Taken("x", "to-b"), scene.Taken("y", "to-c"), scene.Taken("z", "to-a")), Is.EqualTo((2 * Hour, 2 * Hour, 2 * Hour)));
        Assert.That(scene.Taken("w", "late"), Is.EqualTo(7 * Hour));
    }
}
