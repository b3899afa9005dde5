using FlowSim.Simulator.Events;
using FlowSim.Simulator.Saving;

namespace FlowSim.Tests.Kernel;

/// <summary>What of the events is saved, drained and known ahead, and when their numbers run out.</summary>
public sealed class EventListStateTests
{
    private static readonly int[] Times = [3, 4_095, 4_096, 50_000, 16_777_215, 16_777_216, 700_000_000, 50_000, 3];

    /// <summary>The near part, the heap of what stands behind it and the far part, all of them at once.</summary>
    [TestCase(0)]
    [TestCase(300)]
    [TestCase(5_000)]
    public void What_is_saved_is_what_is_read_and_goes_on_alike(int near)
    {
        var events = new EventList();
        events.StartAt(1);
        for (var index = 0; index < near; index++)
        {
            events.Push(2 + (index * 7 % 900), (EventKind)(index % 7), EventCode.Timer, index, index % 100);
        }

        foreach (var time in Times)
        {
            events.Push(time, EventKind.Ending, EventCode.StageEnds, time % 1000, 5);
        }

        var read = Again(events, 1);
        Assert.That(read.Count, Is.EqualTo(events.Count).And.EqualTo(near + Times.Length));
        Assert.That(read.NextSequence, Is.EqualTo(events.NextSequence));
        Assert.That(read.Sorted(), Is.EqualTo(events.Sorted()));
        events.Push(2, EventKind.Arrival, EventCode.StageEnds, 77);
        read.Push(2, EventKind.Arrival, EventCode.StageEnds, 77);
        Assert.That(Taken(read), Is.EqualTo(Taken(events)).And.Count.EqualTo(near + Times.Length + 1));
    }

    [Test]
    public void A_list_that_was_drained_begins_anew()
    {
        var events = new EventList();
        for (var index = 0; index < 3_000; index++)
        {
            events.Push(index % 3 == 0 ? 5 : index * 40_000 % 9_000_000, EventKind.Ending, EventCode.StageEnds, index);
        }

        var all = events.Drain();
        Assert.That(all, Has.Length.EqualTo(3_000).And.Ordered);
        Assert.That((events.Count, events.NextSequence), Is.EqualTo((0, 0L)));
        Assert.That(events.TryPeek(out _), Is.False);
        events.Push(8_000_000, EventKind.Ending, EventCode.StageEnds, 1);
        events.Push(9_500_000, EventKind.Ending, EventCode.StageEnds, 2);
        Assert.That(Taken(events).Select(one => one.Subject), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public void Whose_event_comes_next_is_known_where_it_is_a_patients()
    {
        var events = new EventList();
        Assert.That(events.LikelyNextPatient(), Is.EqualTo(-1));
        events.Push(20, EventKind.Ending, EventCode.StageEnds, 7);
        Assert.That(events.LikelyNextPatient(), Is.EqualTo(7));
        events.Push(10, EventKind.Ending, EventCode.Timer, 8);
        Assert.That(events.LikelyNextPatient(), Is.EqualTo(8), "the earlier one");
        events.Push(5, EventKind.Ending, EventCode.Timer + 1, 9);
        Assert.That(events.LikelyNextPatient(), Is.EqualTo(-1), "nobody's");
    }

    [Test]
    public void The_owner_is_told_before_the_numbers_run_out()
    {
        const long Left = 1L << 26;
        var last = EventList.LastSequence - Left;
        var events = new EventList { NextSequence = last - 1 };
        Assert.That(events.IsExhausted, Is.False);
        events.Push(1, EventKind.Ending, EventCode.StageEnds, 1);
        Assert.That(events.IsExhausted, Is.True);
        events.NextSequence = EventList.LastSequence;
        Assert.That(events.IsExhausted, Is.True);
    }

    /// <summary>An event comes with the bucket of its time, neither before nor after, whatever the width and however far it is.</summary>
    [TestCase(0)]
    [TestCase(4_096)]
    [TestCase(123_456_789)]
    public void Far_events_come_near_when_it_is_their_turn(int start)
    {
        var far = new FarEvents();
        far.StartAt(start);
        Assert.That(far.NearEnd, Is.GreaterThan(start).And.LessThanOrEqualTo(start + (1 << 12)));
        var sequence = 0L;
        var waiting = new SortedDictionary<int, int>();
        for (var step = 0L; step < 300; step++)
        {
            // At the ends of buckets, within them, and beyond the last bucket there is.
            long[] off = [0, 1, step * 1_000, (4_096L + step) << 12, 4_095L << 12];
            foreach (var time in off.Select(seconds => far.NearEnd + seconds))
            {
                if (time < int.MaxValue && !waiting.ContainsKey((int)time))
                {
                    waiting.Add((int)time, 0);
                    far.Add(new Event((int)time, EventKind.Ending, EventCode.StageEnds, (int)time, 0, sequence++));
                }
            }

            var near = new Event[1];
            var before = far.NearEnd;
            var count = far.Advance(ref near);
            var taken = near.Take(count).Select(one => one.Time).Order().ToList();
            Assert.That(taken, Is.EqualTo(waiting.Keys.Where(time => time < far.NearEnd).ToList()), $"from {before} to {far.NearEnd}");
            taken.ForEach(time => waiting.Remove(time));
            Assert.That(far.Count, Is.EqualTo(waiting.Count));
        }
    }

    private static EventList Again(EventList events, int now)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            events.Transfer(new StateStream(writer), now);
        }

        memory.Position = 0;
        using var reader = new BinaryReader(memory);
        var read = new EventList();
        read.Transfer(new StateStream(reader), now);
        return read;
    }

    private static List<Event> Taken(EventList events)
    {
        var taken = new List<Event>();
        while (events.TryPeek(out var next))
        {
            events.Drop();
            taken.Add(next);
        }

        return taken;
    }
}
