using FlowSim.Simulator.Events;
using FlowSim.Simulator.Saving;
using FlowSim.Tests.Properties;

namespace FlowSim.Tests.Kernel;

/// <summary>
/// Whatever is done with a list of events between, they come by time, kind and order of scheduling: numbered anew, saved and read, looked at, left alone.
/// The subject says when an event was scheduled, so the order is known without the list's own numbers.
/// </summary>
public sealed class EventListWalkTests
{
    /// <param name="spread">Events are up to this far off [s].</param>
    /// <param name="most">Events pending at a time, at most.</param>
    [TestCase(1, 600)]
    [TestCase(40, 900)]
    [TestCase(5_000, 3)]
    [TestCase(9_000, 40)]
    [TestCase(100_000, 700)]
    [TestCase(40_000_000, 60)]
    public void Order_survives_numbering_anew_and_saving(int spread, int most)
    {
        var dice = new Dice(spread + most);
        var events = new EventList();
        var expected = new SortedSet<(int Time, int Kind, int Scheduled)>();
        var (now, scheduled) = (0, 0);
        for (var step = 0; step < 6_000 && now < int.MaxValue - (2 * spread); step++)
        {
            var isGrowing = step / (2 * most) % 2 == 0;
            if (expected.Count == 0 || (expected.Count < most && dice.InPercent(isGrowing ? 75 : 25)))
            {
                var next = (now + dice.Below(spread + 1), dice.Below(7), scheduled++);
                events.Push(next.Item1, (EventKind)next.Item2, EventCode.StageEnds, next.Item3, dice.Below(100));
                expected.Add(next);
            }
            else
            {
                now = Take(events, expected);
            }

            if (dice.Below(200) == 0)
            {
                events = dice.InPercent(50) ? Again(events, now) : NumberedAnew(events);
                Assert.That(events.Sorted().Select(Whole), Is.EqualTo(expected));
            }

            Assert.That(events.Count, Is.EqualTo(expected.Count));
        }

        while (expected.Count > 0)
        {
            Take(events, expected);
        }

        Assert.That(events.TryPeek(out _), Is.False);
    }

    /// <summary>The near part ends with the second 4,096, of which nothing is near yet; a list that was read has it so too.</summary>
    [Test]
    public void What_is_scheduled_after_reading_for_the_same_second_stands_by_its_kind()
    {
        var events = new EventList();
        events.Push(4_096, EventKind.Census, EventCode.StageEnds, 2);
        var read = Again(events, 0);
        read.Push(4_096, EventKind.Ending, EventCode.StageEnds, 1);
        read.Push(4_096, EventKind.Census, EventCode.StageEnds, 3);
        var subjects = new List<int>();
        while (read.TryPeek(out var next))
        {
            read.Drop();
            subjects.Add(next.Subject);
        }

        Assert.That(subjects, Is.EqualTo(new[] { 1, 2, 3 }));
    }

    /// <summary>Where as many events are taken as are scheduled, their records are used again: nothing is allocated, however long a run is.</summary>
    /// <param name="spread">Events are up to this far off [s].</param>
    /// <param name="pending">Events pending at a time.</param>
    [TestCase(2, 700)]
    [TestCase(100_000, 1_500)]
    [TestCase(400_000_000, 300)]
    public void A_list_of_steady_length_allocates_nothing(int spread, int pending)
    {
        var dice = new Dice(spread);
        var events = new EventList();
        for (var index = 0; index < pending; index++)
        {
            events.Push(dice.Below(spread + 1), EventKind.Ending, EventCode.StageEnds, index);
        }

        Turn(events, dice, spread, 5 * pending);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Turn(events, dice, spread, 12 * pending);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(events.Count, Is.EqualTo(pending));
    }

    private static void Turn(EventList events, Dice dice, int spread, int times)
    {
        for (var step = 0; step < times && events.TryPeek(out var next) && next.Time < int.MaxValue - spread - 1; step++)
        {
            events.Drop();
            events.Push(next.Time + dice.Below(spread + 1), EventKind.Ending, EventCode.StageEnds, next.Subject);
        }
    }

    private static int Take(EventList events, SortedSet<(int Time, int Kind, int Scheduled)> expected)
    {
        Assert.That(events.TryPeek(out var next), Is.True);
        Assert.That(events.TryPeek(out var again) && again.Key == next.Key, "to look takes nothing");
        events.Drop();
        Assert.That(Whole(next), Is.EqualTo(expected.Min));
        expected.Remove(expected.Min);
        var isOfInstant = expected.Count > 0 && expected.Min.Time == next.Time
            && (expected.Min.Kind == (int)next.Kind || Math.Max(expected.Min.Kind, (int)next.Kind) <= (int)EventKind.Roster);
        Assert.That(events.HasMoreAt(new Instant(next)), Is.EqualTo(isOfInstant));
        return next.Time;
    }

    private static (int Time, int Kind, int Scheduled) Whole(Event item) => (item.Time, (int)item.Kind, item.Subject);

    private static EventList NumberedAnew(EventList events)
    {
        var all = events.Drain();
        foreach (var item in all)
        {
            Assert.That(events.Push(item.Time, item.Kind, item.Code, item.Subject, item.Payload), Is.LessThan((uint)all.Length));
        }

        return events;
    }

    private static EventList Again(EventList events, int now)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        events.Transfer(new StateStream(writer), now);
        writer.Flush();
        memory.Position = 0;
        using var reader = new BinaryReader(memory);
        var read = new EventList();
        read.Transfer(new StateStream(reader), now);
        Assert.That(read.NextSequence, Is.EqualTo(events.NextSequence));
        return read;
    }
}
