using FlowSim.Simulator.State;

namespace FlowSim.Tests.Kernel.Stores;

/// <summary>What is free and what is open of a pool, and how both add up over time.</summary>
public sealed class PoolStateTests
{
    [TestCase(5, 2, 1, 2, 5, TestName = "{m}: room left")]
    [TestCase(3, 4, 1, -2, 5, TestName = "{m}: more in use than rostered stays open until it is let go")]
    [TestCase(0, 0, 0, 0, 0, TestName = "{m}: closed")]
    [TestCase(PoolState.NeverShort, 3, 1, PoolState.NeverShort - 4, 4, TestName = "{m}: without limit, just what is in use")]
    [TestCase(PoolState.NeverShort - 1, 3, 1, PoolState.NeverShort - 5, PoolState.NeverShort - 1, TestName = "{m}: very large, yet a number")]
    public void Free_and_open_follow_from_capacity_and_use(int capacity, int occupied, int turning, int free, int open)
    {
        var state = new PoolState { Capacity = capacity, Occupied = occupied, Turning = turning };
        Assert.That((state.Free, state.Open), Is.EqualTo((free, open)));
    }

    [Test]
    public void Sums_over_time_are_each_number_by_how_long_it_stood()
    {
        var state = new PoolState { Capacity = 5, Occupied = 2, Turning = 1, Waiting = 7, TouchedAt = 100 };
        state.Touch(110);
        Assert.That((state.OccupiedArea, state.OpenArea, state.WaitingArea, state.TouchedAt), Is.EqualTo((20L, 50L, 70L, 110)));
        (state.Occupied, state.Turning, state.Waiting) = (8, 0, 0);
        state.Touch(110);
        state.Touch(113);
        Assert.That((state.OccupiedArea, state.OpenArea, state.WaitingArea, state.TouchedAt), Is.EqualTo((44L, 74L, 70L, 113)));
    }
}
