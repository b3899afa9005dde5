using FlowSim.Simulator.Events;

namespace FlowSim.Tests.Kernel;

/// <summary>An event says what was put into its two words, and its key orders by time, kind and number.</summary>
public sealed class EventTests
{
    private const int HighestPayload = (1 << 23) - 1;

    [TestCase(0, 0, 0)]
    [TestCase(1, 1, 1)]
    [TestCase(int.MaxValue, int.MaxValue, HighestPayload)]
    [TestCase(123_456_789, 987_654, 12_345)]
    [TestCase(86_400, 3, -1)]
    [TestCase(5, -1, -HighestPayload - 1)]
    public void An_event_says_what_was_put_into_it(int time, int subject, int payload)
    {
        foreach (var kind in Enum.GetValues<EventKind>())
        {
            foreach (var code in Enum.GetValues<EventCode>())
            {
                foreach (var sequence in new[] { 0L, 1, 77_777, EventList.LastSequence })
                {
                    var said = new Event(time, kind, code, subject, payload, sequence);
                    Assert.That((said.Time, said.Kind, said.Code, said.Subject, said.Payload, (long)said.Sequence),
                        Is.EqualTo((time, kind, code, subject, payload, sequence)));
                }
            }
        }
    }

    [Test]
    public void Time_goes_before_kind_and_kind_before_number()
    {
        (int Time, int Kind, long Sequence)[] parts =
        [
            .. from time in new[] { 0, 1, 2, 40_000, int.MaxValue }
               from kind in Enumerable.Range(0, 7)
               from sequence in new[] { 0L, 1, 2, EventList.LastSequence - 1, EventList.LastSequence }
               select (time, kind, sequence),
        ];
        var events = parts.Reverse().Select(part => new Event(part.Time, (EventKind)part.Kind, EventCode.Arrival, 0, 0, part.Sequence)).ToList();
        events.Sort();
        Assert.That(events.Select(one => (one.Time, (int)one.Kind, (long)one.Sequence)), Is.EqualTo(parts));
        Assert.That(events[0].CompareTo(events[1]), Is.Negative);
        Assert.That(events[0].CompareTo(events[0]), Is.Zero);
    }
}
