using FlowSim.Simulator.Kernel;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>A closure that comes by a schedule draws its length each time, as one that comes by chance does (docs/law.md, 15.5 and 21.1).</summary>
public sealed class ScheduledClosureTests
{
    [Test]
    public void Each_morning_has_a_length_of_its_own([Range(1, 5)] int replication)
    {
        var model = ModelText.Compile("""
            system: late
            run: { starts: Mon 00:00, lasts: 200 d, begin: empty }
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages: { see: { staff: doctor, time: 1 min, then: leave } }
            streams:
              some: { to: see, rate: 1 per d }
              late: { closes: { pool: doctor, amount: 1, time: uniform 0 h 2 h }, schedule: { at: daily 09:00 } }
            measures: { doctors_open: { average: { open: doctor } } }
            """);
        var result = Replication.Start(ModelText.Timeline(model), 1, replication).Measure(model.Run.Start, model.Run.End);
        var open = result.Rows.Single(row => row.Measure == "doctors_open" && row.Period == "all" && row.Place == "system" && row.Group.Length == 0).Value;

        // One hour of 24 on average; of 200 uniform lengths the mean has a standard deviation of 0.041 h.
        Assert.That(24 * (1 - open), Is.EqualTo(1).Within(4.5 * 0.041));
    }
}
