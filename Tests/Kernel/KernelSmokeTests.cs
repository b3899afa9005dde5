using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Kernel;

public sealed class KernelSmokeTests
{
    [Test]
    public void A_hand_built_mmc_gives_the_mean_wait_of_erlang_c()
    {
        // gold/analytic.md section 2: c = 10, rho 0.8, Wq = 0.20459008 of the mean service, here 24 h.
        var model = HandBuilt.Mmc(10, 8 / 24.0, 24, HandBuilt.Run(100, 60_00));
        var waits = Enumerable.Range(1, 20).Select(replication =>
        {
            var timeline = new SystemTimeline([model], [0]);
            var run = Replication.Start(timeline, 1, replication);
            var sw = System.Diagnostics.Stopwatch.StartNew();
            var result = run.Measure(model.Run.MeasureFrom, model.Run.End);
            TestContext.Out.WriteLine($"{run.Events / sw.Elapsed.TotalSeconds / 1e6:0.00} M events/s, {run.Events}");
            return result.Rows.Single(row => row.Measure == "wait_mean" && row.Place == "system").Value / (24 * 60);
        }).ToArray();
        var mean = waits.Average();
        TestContext.Out.WriteLine($"mean wait {mean}");
        Assert.That(mean, Is.EqualTo(0.20459008).Within(0.008));
    }
}
