using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Kernel;

public sealed class HandBuiltTests
{
    [Test]
    public void A_hand_built_mmc_gives_the_mean_wait_of_erlang_c()
    {
        // gold/analytic.md section 2: c = 10, rho 0.8, Wq = 0.20459008 of the mean service, here 24 h.
        var model = HandBuilt.Mmc(10, 8 / 24.0, 24, HandBuilt.Run(100, 6000));
        var waits = Enumerable.Range(1, 20).Select(replication =>
            WaitOf(Replication.Start(new SystemTimeline([model], [0]), 1, replication).Measure(model.Run.MeasureFrom, model.Run.End)) / (24 * 60)).ToArray();
        Assert.That(waits.Average(), Is.EqualTo(0.20459008).Within(0.01));
    }

    private static double WaitOf(ReplicationResult result) => result.Rows.Single(row => row.Measure == "wait_mean" && row.Place == "system").Value;
}
