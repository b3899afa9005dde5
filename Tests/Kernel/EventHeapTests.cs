using FlowSim.Simulator.Events;
using FlowSim.Tests.Properties;

namespace FlowSim.Tests.Kernel;

/// <summary>The heap of events: it gives back all that was put in and the least first, compared with a sorted set.</summary>
public sealed class EventHeapTests
{
    [Test]
    public void A_heap_of_every_small_size_gives_its_events_back_in_order([Range(0, 12)] int size)
    {
        var dice = new Dice(size);
        for (var round = 0; round < 60; round++)
        {
            var keys = Enumerable.Range(1, size).ToList();
            var heap = new EventHeap();
            while (keys.Count > 0)
            {
                var at = dice.Below(keys.Count);
                heap.Add(Of(keys[at]));
                keys.RemoveAt(at);
            }

            var taken = Enumerable.Range(0, size).Select(_ => heap.Take().Subject).ToArray();
            Assert.That(taken, Is.EqualTo(Enumerable.Range(1, size)));
            Assert.That(heap.Count, Is.Zero);
        }
    }

    /// <summary>Thousands at a time, so that it grows; at each step it holds what was put in and not taken.</summary>
    [Test]
    public void A_heap_that_grows_and_shrinks_holds_what_was_put_in_and_not_taken()
    {
        var dice = new Dice(9);
        var heap = new EventHeap();
        var expected = new SortedSet<int>();
        for (var step = 0; step < 18_000; step++)
        {
            var grows = step / 6_000 != 1;
            if (expected.Count == 0 || dice.InPercent(grows ? 70 : 30))
            {
                // 7,919 is a prime: no time comes twice.
                var time = (int)(step * 7_919L % 1_000_003);
                heap.Add(Of(time));
                expected.Add(time);
            }
            else
            {
                Assert.That(heap.Take().Time, Is.EqualTo(expected.Min));
                expected.Remove(expected.Min);
            }

            if (step % 1_000 == 999)
            {
                Assert.That(heap.Items.ToArray().Select(item => item.Time).Order(), Is.EqualTo(expected));
            }
        }

        Assert.That(heap.Count, Is.EqualTo(expected.Count).And.GreaterThan(2_048));
        heap.Clear();
        Assert.That((heap.Count, heap.Items.Length), Is.EqualTo((0, 0)));
        heap.Add(Of(5));
        Assert.That(heap.Take().Time, Is.EqualTo(5));
    }

    private static Event Of(int time) => new(time, EventKind.Ending, EventCode.StageEnds, time, 0, 0);
}
