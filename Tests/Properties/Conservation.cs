using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Kernel;

namespace FlowSim.Tests.Properties;

/// <summary>Nobody and nothing is lost: whole numbers, compared with ==.</summary>
internal static class Conservation
{
    public static void Holds(Replication run, SystemModel model)
    {
        Assert.That(run.Passed.Left + run.Present, Is.EqualTo(run.Passed.Arrived), "arrived = left + present");
        for (var pool = 0; pool < model.Pools.Length; pool++)
        {
            // Slots are used up when taken; who took one may be gone.
            if (model.Pools[pool].Kind != PoolKind.Slots)
            {
                var (occupied, held) = run.UnitsOf(pool);
                Assert.That(occupied, Is.EqualTo(held), $"{model.Pools[pool].Name}: occupied = sum of holdings");
            }
        }

        for (var stage = 0; stage < model.Stages.Length; stage++)
        {
            var (counted, found) = run.WaitingAt(stage);
            Assert.That(counted, Is.EqualTo(found), $"{model.Stages[stage].Name}: counted as waiting = waiting");
        }
    }
}
