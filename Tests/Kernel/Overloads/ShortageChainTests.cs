using FlowSim.Simulator.Model;
using FlowSim.Simulator.Overloads;
using FlowSim.Tests.Kernel.Semantics;

namespace FlowSim.Tests.Kernel.Overloads;

/// <summary>
/// From a queue to what holds it up. Ten days in which the queue for a grows by 10 a day and 10 a day are served: twice as many come, so a pool is
/// short as long as less than half of its units are idle or held up.
/// </summary>
public sealed class ShortageChainTests
{
    private const int A = 0, B = 1, C = 2;

    private static readonly SystemModel Three = Scene.Compile("""
        pools: { a: { kind: beds, capacity: 64 }, b: { kind: beds, capacity: 64 }, c: { kind: beds, capacity: 64 } }
        stages: { one: { place: a + b + c, time: 1 d, then: leave } }
        streams: { patients: { to: one, rate: 1 per d } }
        """);

    /// <param name="held">Who waits for what while holding what: (holds, waits for, patients).</param>
    private static IReadOnlyList<GrowingQueue> Queues(double[] heldUp, (int Holds, int For, int Patients)[] held, double[]? idle = null, int[]? waiting = null)
    {
        waiting ??= [100, 0, 0];
        var shortage = new Shortage(
            Three,
            [HeadcountOf.At(0, 0, [0, 0, 0], [0, 0, 0], idle, heldUp), HeadcountOf.At(10, 100, waiting, [100, 100, 100], idle, heldUp)],
            [64, 64, 64],
            [0, 0, 0]);
        for (var pool = 0; pool < waiting.Length; pool++)
        {
            for (var patient = 0; patient < waiting[pool]; patient++)
            {
                shortage.Count([(pool, 1)], []);
            }
        }

        foreach (var (holds, wanted, patients) in held)
        {
            for (var patient = 0; patient < patients; patient++)
            {
                shortage.Count([(wanted, 0)], [(holds, 1)]);
            }
        }

        return shortage.Queues();
    }

    private static void IsChain(IReadOnlyList<GrowingQueue> queues, int[] chain, bool isCircle = false)
    {
        Assert.That(queues[0].Chain, Is.EqualTo(chain));
        Assert.That(queues[0].IsCircle, Is.EqualTo(isCircle));
    }

    [Test]
    public void A_queue_that_nobody_holds_up_is_its_own_cause() => IsChain(Queues([0, 0, 0], []), [A]);

    [TestCase(0.0999, new[] { A })]
    [TestCase(0.1, new[] { A, B })]
    public void A_pool_is_held_up_from_a_tenth_of_its_units_on(double share, int[] chain) => IsChain(Queues([share, 0, 0], [(A, B, 5)]), chain);

    [TestCase(5, 6, C)]
    [TestCase(6, 5, B)]
    public void It_is_held_up_by_what_most_of_them_wait_for(int forB, int forC, int cause) =>
        IsChain(Queues([0.5, 0, 0], [(A, B, forB), (A, C, forC)]), [A, cause]);

    [TestCase(0.1, 0, C)]
    [TestCase(0, 0.1, B)]
    [TestCase(0, 0, B)]
    public void Of_two_the_less_idle_one_else_the_first(double idleB, double idleC, int cause) =>
        IsChain(Queues([0.5, 0, 0], [(A, C, 5), (A, B, 5)], idle: [0, idleB, idleC]), [A, cause]);

    [Test]
    public void Units_held_up_before_and_by_nobody_now_have_no_cause() => IsChain(Queues([0.5, 0, 0], []), [A]);

    [Test]
    public void What_others_hold_does_not_hold_it_up() => IsChain(Queues([0.5, 0.5, 0], [(A, B, 2), (B, C, 9)]), [A, B, C]);

    [Test]
    public void Units_held_count_and_not_patients()
    {
        var shortage = new Shortage(Three,
            [HeadcountOf.At(0, 0, [0, 0, 0], [0, 0, 0], null, [0.5, 0, 0]), HeadcountOf.At(10, 100, [100, 0, 0], [100, 100, 100], null, [0.5, 0, 0])],
            [64, 64, 64], [0, 0, 0]);
        shortage.Count([(A, 100)], []);
        shortage.Count([(B, 0)], [(A, 1)]);
        shortage.Count([(B, 0)], [(A, 1)]);
        shortage.Count([(C, 0)], [(A, 3)]);
        IsChain(shortage.Queues(), [A, C]);
    }

    [Test]
    public void A_chain_ends_at_the_last_that_is_short()
    {
        // Nine tenths of b are idle, so it is not short; nor is c, of which b's are held for.
        IsChain(Queues([0.125, 0, 0], [(A, B, 5)], idle: [0, 0.9, 0]), [A]);
        IsChain(Queues([0.5, 0.2, 0], [(A, B, 5), (B, C, 5)], idle: [0, 0.9, 0]), [A, B, C]);
        IsChain(Queues([0.5, 0.2, 0], [(A, B, 5), (B, C, 5)], idle: [0, 0.9, 0.9]), [A]);
    }

    [Test]
    public void A_pool_short_itself_and_held_up_by_another_queue_is_another_shortage() =>
        IsChain(Queues([0.2, 0, 0], [(A, B, 5)], waiting: [100, 50, 0]), [A]);

    [Test]
    public void A_pool_with_enough_and_held_up_by_another_queue_is_the_same_shortage() =>
        IsChain(Queues([0.5, 0, 0], [(A, B, 5)], waiting: [100, 50, 0]), [A, B]);

    [TestCase(0.9, 0.9, true)]
    [TestCase(0.9, 0.89, false)]
    [TestCase(0.89, 0.9, false)]
    public void Two_of_which_nearly_all_wait_for_each_other_are_a_circle(double heldA, double heldB, bool isCircle)
    {
        var queue = Queues([heldA, heldB, 0], [(A, B, 60), (B, A, 60)])[0];
        Assert.That(queue.IsCircle, Is.EqualTo(isCircle));
        Assert.That(queue.Chain, Is.EqualTo(isCircle ? new[] { A, B } : [A]));
    }

    [Test]
    public void A_circle_may_lie_behind_the_queue() => IsChain(Queues([0.5, 0.95, 0.95], [(A, B, 5), (B, C, 60), (C, B, 60)]), [A, B, C], isCircle: true);
}
