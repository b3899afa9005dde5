using FlowSim.Simulator.Events;
using FlowSim.Tests.Properties;

namespace FlowSim.Tests.Kernel;

/// <summary>Events come in the order of their keys, however they are spread: the order is compared with that of a sorted set.</summary>
public sealed class EventListTests
{
    /// <param name="spread">Events are up to this far off [s].</param>
    /// <param name="pending">Events pending at a time.</param>
    [TestCase(1, 50)]
    [TestCase(1, 3_000)]
    [TestCase(5, 20_000)]
    [TestCase(60, 5)]
    [TestCase(3_600, 2_000)]
    [TestCase(86_400, 30)]
    [TestCase(2_000_000, 5_000)]
    [TestCase(700_000_000, 200)]
    public void Events_come_in_the_order_of_time_kind_and_scheduling(int spread, int pending)
    {
        var dice = new Dice(spread);
        var events = new EventList();
        var expected = new SortedSet<long>();
        var now = 0;
        for (var step = 0; step < 40_000; step++)
        {
            while (expected.Count < pending || dice.Below(4) == 0)
            {
                Schedule(events, expected, (int)Math.Min(int.MaxValue - 1, now + (long)dice.Below(spread + 1)), dice.Below(7));
            }

            Assert.That(events.TryPeek(out var next), Is.True);
            events.Drop();
            Assert.That(next.Key, Is.EqualTo(expected.Min));
            Assert.That(next.Subject, Is.EqualTo((int)(next.Sequence % 1000)));
            expected.Remove(next.Key);
            Assert.That(events.HasMoreAt(new Instant(next)), Is.EqualTo(expected.Count > 0 && new Instant(next).Contains(expected.Min)));
            now = next.Time;
            if (now > 2_000_000_000)
            {
                break;
            }
        }

        Assert.That(events.Sorted().Select(pendingEvent => pendingEvent.Key), Is.EqualTo(expected));
        Assert.That(events.Count, Is.EqualTo(expected.Count));
    }

    /// <summary>Busy and quiet times take turns, so that the buckets of far events grow narrower and wider.</summary>
    [Test]
    public void Order_holds_while_the_pace_changes()
    {
        var dice = new Dice(3);
        var events = new EventList();
        var expected = new SortedSet<long>();
        var now = 0;
        for (var step = 0; step < 120_000; step++)
        {
            var isBusy = step / 20_000 % 2 == 0;
            for (var more = expected.Count; more < (isBusy ? 3_000 : 4); more++)
            {
                Schedule(events, expected, now + dice.Below(isBusy ? 5_000 : 1_000_000), 0);
            }

            Assert.That(events.TryPeek(out var next), Is.True);
            events.Drop();
            Assert.That(next.Key, Is.EqualTo(expected.Min), $"step {step}");
            expected.Remove(next.Key);
            now = next.Time;
        }
    }

    [Test]
    public void Whether_more_is_to_come_in_the_same_second_is_known_before_and_after_the_gap_is_filled()
    {
        var events = new EventList();
        foreach (var time in new[] { 10, 10, 10, 20 })
        {
            events.Push(time, EventKind.Ending, EventCode.StageEnds, time);
        }

        var moreAfter = new List<bool>();
        while (events.TryPeek(out var next))
        {
            events.Drop();
            moreAfter.Add(events.HasMoreAt(new Instant(next)));
            if (moreAfter.Count == 2)
            {
                events.Push(30, EventKind.Ending, EventCode.StageEnds, 0);
                Assert.That(events.HasMoreAt(new Instant(next)), Is.True);
            }
        }

        Assert.That(moreAfter, Is.EqualTo(new[] { true, true, false, false, false }));
    }

    /// <summary>Each event schedules one some seconds later, as a hundred thousand arrivals of one second do.</summary>
    [Test]
    public void Many_events_of_one_second_take_no_time_that_grows_with_their_square()
    {
        const int Many = 200_000;
        var before = Environment.CpuUsage.TotalTime;
        var events = new EventList();
        for (var index = 0; index < Many; index++)
        {
            events.Push(5, EventKind.Arrival, EventCode.StageEnds, index);
        }

        var handled = new List<(int Time, int Subject)>();
        while (events.TryPeek(out var next))
        {
            events.Drop();
            handled.Add((next.Time, next.Subject));
            if (next.Time == 5)
            {
                events.Push(7 + (next.Subject % 2), EventKind.Ending, EventCode.StageEnds, next.Subject);
            }
        }

        var all = Enumerable.Range(0, Many).ToList();
        Assert.That(handled,
            Is.EqualTo(all.Select(subject => (5, subject)).Concat(all.Where(subject => subject % 2 == 0).Select(subject => (7, subject)))
                .Concat(all.Where(subject => subject % 2 == 1).Select(subject => (8, subject)))));
        Assert.That((Environment.CpuUsage.TotalTime - before).TotalSeconds, Is.LessThan(4), "a square takes about a minute");
    }

    private static void Schedule(EventList events, SortedSet<long> expected, int time, int kind)
    {
        var sequence = events.NextSequence;
        events.Push(time, (EventKind)kind, EventCode.StageEnds, (int)(sequence % 1000));
        expected.Add(((long)time << 32) | ((long)kind << EventList.SequenceBits) | sequence);
    }
}
