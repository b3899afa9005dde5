using FlowSim.Simulator.State;

namespace FlowSim.Tests.Kernel.Stores;

/// <summary>Records of what is held: recycled, and kept when more room is made.</summary>
public sealed class HoldingStoreTests
{
    [Test]
    public void What_is_held_stays_when_more_room_is_made()
    {
        var store = new HoldingStore();
        for (var at = 0; at < 3000; at++)
        {
            Assert.That(store.Add(at % 7, at, isStaff: at % 2 == 0, freeEarly: at % 3 == 0, at - 1), Is.EqualTo(at));
        }

        for (var at = 0; at < 3000; at++)
        {
            var item = store.Items[at];
            Assert.That((item.Pool, item.Amount, item.IsStaff, item.FreeEarly, item.Next),
                Is.EqualTo(((short)(at % 7), (short)at, at % 2 == 0, at % 3 == 0, at - 1)));
        }

        Assert.That((store.Used, store.FirstFree), Is.EqualTo((3000, -1)));
    }

    [Test]
    public void What_was_let_go_last_is_given_out_first()
    {
        var store = new HoldingStore();
        store.Add(1, 1, false, false, -1);
        store.Add(2, 1, false, false, -1);
        store.Add(3, 1, false, false, -1);
        var (first, last) = (0, 2);
        store.Remove(ref first);
        store.Remove(ref last);
        Assert.That((first, last), Is.EqualTo((-1, -1)), "what led to them leads on");
        Assert.That(store.FirstFree, Is.EqualTo(2));
        Assert.That(store.Add(4, 5, true, true, 1), Is.EqualTo(2));
        Assert.That(store.Add(4, 5, true, true, 1), Is.Zero);
        Assert.That(store.Add(4, 5, true, true, 1), Is.EqualTo(3));
        Assert.That((store.Items[2].Pool, store.Items[2].Next, store.Used), Is.EqualTo(((short)4, 1, 4)));
    }

    [Test]
    public void A_copy_is_changed_by_itself()
    {
        var store = new HoldingStore();
        store.Add(1, 1, false, false, -1);
        store.Add(2, 1, false, false, -1);
        var first = 0;
        store.Remove(ref first);
        var copy = store.Clone();
        Assert.That((copy.Used, copy.FirstFree, copy.Items[1].Pool), Is.EqualTo((2, 0, (short)2)));
        copy.Items[1].Pool = 9;
        Assert.That(store.Items[1].Pool, Is.EqualTo(2));
    }
}
