using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 13.4: which pools a deadlock is made of, and the way of the best-ranked cycle through it.</summary>
public sealed class DeadlockSearchTests
{
    [Test]
    public void Units_that_one_patient_holds_count_one_by_one()
    {
        // Anna holds both beds of a, Ben the one of b and wants both of a; Xenia stands before Anna.
        var scene = Play($$"""
            pools:
              a: { kind: beds, capacity: 2 }
              b: { kind: beds, capacity: 1 }
            stages:
              in-a: { place: 2 of a, time: 1 h, then: to-b }
              in-b: { place: b, time: 2 h, then: to-a }
              to-b: { place: b, time: 4 h, then: leave }
              to-a: { place: 2 of a, time: 4 h, then: leave }
              long: { place: b, time: 9 h, then: leave }
            streams:
              {{Patient("anna", "in-a")}}
              {{Patient("ben", "in-b")}}
              {{Patient("xenia", "long", "30 min")}}
            """);
        Assert.That(scene.Taken("anna", "to-b"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("ben", "to-a"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("xenia", "long"), Is.EqualTo(6 * Hour));
    }

    [Test]
    public void A_chain_of_blocked_wards_whose_end_is_in_service_is_no_deadlock()
    {
        // Zed is in d until 10 h. Cora and Dora want his bed, Ben Cora's, Anna Ben's, who is the last to ask: a, b, c and e are held by those who wait, and yet
        // all move up when he leaves.
        var scene = Play($$"""
            pools:
              a: { kind: beds, capacity: 1 }
              b: { kind: beds, capacity: 1 }
              c: { kind: beds, capacity: 1 }
              d: { kind: beds, capacity: 1 }
              e: { kind: beds, capacity: 1 }
            stages:
              in-a: { place: a, time: 3 h, then: to-b }
              in-b: { place: b, time: 2 h, then: to-c }
              in-c: { place: c, time: 1 h, then: to-d }
              in-e: { place: e, time: 90 min, then: to-d }
              in-d: { place: d, time: 10 h, then: leave }
              to-b: { place: b, time: 1 h, then: leave }
              to-c: { place: c, time: 1 h, then: leave }
              to-d: { place: d, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "in-a")}}
              {{Patient("ben", "in-b")}}
              {{Patient("cora", "in-c")}}
              {{Patient("dora", "in-e")}}
              {{Patient("zed", "in-d")}}
            """);
        Assert.That(scene.Taken("anna", "to-b"), Is.EqualTo(10 * Hour));
        Assert.That(scene.Taken("dora", "to-d"), Is.EqualTo(11 * Hour));
    }

    [Test]
    public void Who_waits_elsewhere_and_will_give_up_neither_undoes_a_deadlock_nor_is_named()
    {
        // Anna keeps her place while she waits for Ben's, he waits for hers. Zoe holds d and waits for e, where Yves stays; her patience ends in ten days.
        var model = Compile($$"""
            pools:
              a: { kind: beds, capacity: 1 }
              b: { kind: beds, capacity: 1 }
              d: { kind: beds, capacity: 1 }
              e: { kind: beds, capacity: 1 }
            stages:
              in-a: { place: a, time: 1 h, then: to-b }
              in-b: { place: b, time: 2 h, then: to-a }
              in-d: { place: d, time: 1 h, then: to-e }
              in-e: { place: e, time: 15 d, then: leave }
              to-b: { place: b, keep: [a], time: 4 h, then: leave }
              to-a: { place: a, time: 4 h, then: leave }
              to-e: { place: e, gives_up: [ { after: 10 d, to: leave } ], time: 4 h, then: leave }
            streams:
              {{Patient("anna", "in-a")}}
              {{Patient("ben", "in-b")}}
              {{Patient("yves", "in-e")}}
              {{Patient("zoe", "in-d")}}
            """);
        var said = Assert.Throws<SimulationException>(() => Play(model)).Message;
        Assert.That(said, Does.Contain("(second 7200)").And.Contain("patients in a, b wait").And.Not.Contain("zoe"));
    }

    [Test]
    public void A_ward_that_has_lost_its_last_bed_is_part_of_no_deadlock()
    {
        // From 30 min on b has no bed, so nobody in it holds anybody up: Anna waits in vain, which no exchange could mend.
        SystemModel With(int beds) => Compile($$"""
            pools:
              a: { kind: beds, capacity: 1 }
              b: { kind: beds, capacity: {{beds}} }
            stages:
              in-a: { place: a, time: 1 h, then: to-b }
              to-b: { place: b, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "in-a")}}
            """);
        var scene = Play(new SystemTimeline([With(1), With(0)], [0, 30 * Minute]));
        Assert.That(scene.Entered("anna", "to-b"), Is.EqualTo(1 * Hour));
        Assert.That(scene.Taken("anna", "to-b"), Is.EqualTo(Never));
    }

    [Test]
    public void Who_would_rather_be_in_a_ward_in_service_is_part_of_a_deadlock_all_the_same()
    {
        // Anna is in a because Gus is in g, where she would move back to. Ben waits in b for a; when she ends she asks for b behind Xenia: only an
        // exchange helps.
        var scene = Play($$"""
            pools:
              a: { kind: beds, capacity: 1, group: ga }
              b: { kind: beds, capacity: 1, group: ga }
              g: { kind: beds, capacity: 1, group: ga }
            stages:
              in-g: { place: g, time: 15 d, then: leave }
              ward: { place: [g, a], moves_back: { priority: 8 }, time: 3 h, then: to-b }
              in-b: { place: b, time: 2 h, then: to-a }
              to-b: { place: b, time: 4 h, then: leave }
              to-a: { place: a, time: 4 h, then: leave }
              long: { place: b, time: 9 h, then: leave }
            streams:
              {{Patient("gus", "in-g")}}
              {{Patient("anna", "ward", "10 min")}}
              {{Patient("ben", "in-b")}}
              {{Patient("xenia", "long", "30 min")}}
            """);
        Assert.That(scene.Taken("anna", "to-b"), Is.EqualTo(190 * Minute));
        Assert.That(scene.Taken("ben", "to-a"), Is.EqualTo(190 * Minute));
    }

    [Test]
    public void A_way_through_the_deadlock_that_comes_to_a_ward_again_is_given_up()
    {
        // At 4 h the last one, Zoe, ends in d and wants a, which is the lowest name. For d ask Xenia, who holds nothing; Paul, whose e Quinn asks for,
        // who is in d
        // like Zoe; and Anna in a. So Zoe and Anna change places.
        var scene = Play($$"""
            pools:
              a: { kind: beds, capacity: 1 }
              d: { kind: beds, capacity: 2 }
              e: { kind: beds, capacity: 1 }
            stages:
              in-a:   { place: a, time: 3 h, then: to-d }
              in-e:   { place: e, time: 1 h, then: to-d }
              in-d:   { place: d, time: 2 h, then: to-e }
              long-d: { place: d, time: 4 h, then: to-a }
              only-d: { place: d, time: 1 h, then: leave }
              to-a:   { place: a, time: 6 h, then: leave }
              to-d:   { place: d, time: 6 h, then: leave }
              to-e:   { place: e, time: 6 h, then: leave }
            streams:
              {{Patient("anna", "in-a")}}
              {{Patient("paul", "in-e")}}
              {{Patient("quinn", "in-d")}}
              {{Patient("zoe", "long-d")}}
              {{Patient("xenia", "only-d", "30 min")}}
            """);
        Assert.That(scene.Taken("zoe", "to-a"), Is.EqualTo(4 * Hour));
        Assert.That(scene.Taken("anna", "to-d"), Is.EqualTo(4 * Hour));
        Assert.That(scene.Taken("xenia", "only-d"), Is.EqualTo(10 * Hour), "when Anna leaves");
        Assert.That(scene.Value("exchanges"), Is.EqualTo(2));
    }
}
