using FlowSim.Simulator.Events;

namespace FlowSim.Tests.Kernel;

/// <summary>Which events happen together before any list is served.</summary>
public sealed class InstantTests
{
    [TestCase((int)EventKind.Ending)]
    [TestCase((int)EventKind.Roster)]
    [TestCase((int)EventKind.Alternative)]
    [TestCase((int)EventKind.Arrival)]
    [TestCase((int)EventKind.GivingUp)]
    [TestCase((int)EventKind.SurgeCheck)]
    [TestCase((int)EventKind.Census)]
    public void Endings_and_changes_of_capacity_of_a_second_are_one_instant_and_each_later_kind_is_one(int first)
    {
        var kinds = Enum.GetValues<EventKind>();
        var together = kinds.Where(kind => new Instant(At(20, (EventKind)first, 7)).Contains(At(20, kind, 3).Key));
        var expected = first <= 1 ? new[] { EventKind.Ending, EventKind.Roster } : [(EventKind)first];
        Assert.That(together, Is.EqualTo(expected));
        var firstOf = kinds.Where(kind => new Instant(At(20, (EventKind)first, 7)).Contains(At(20, kind, 0).Key));
        var lastOf = kinds.Where(kind => new Instant(At(20, (EventKind)first, 7)).Contains(At(20, kind, EventList.LastSequence).Key));
        Assert.That((firstOf, lastOf), Is.EqualTo((expected, expected)), "the first number and the last one");
    }

    [TestCase((int)EventKind.Ending)]
    [TestCase((int)EventKind.Roster)]
    [TestCase((int)EventKind.Census)]
    public void Another_second_is_another_instant(int kind)
    {
        var instant = new Instant(At(20, (EventKind)kind, 7));
        Assert.That(Enum.GetValues<EventKind>().Where(other => instant.Contains(At(19, other, 0).Key) || instant.Contains(At(21, other, 0).Key)), Is.Empty);
    }

    private static Event At(int time, EventKind kind, long sequence) => new(time, kind, EventCode.StageEnds, 0, 0, sequence);
}
