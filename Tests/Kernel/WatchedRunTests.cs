using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Tests.Kernel.Semantics;

namespace FlowSim.Tests.Kernel;

/// <summary>Who watches a run is told of it, and changes nothing by it.</summary>
public sealed class WatchedRunTests
{
    private static readonly SystemTimeline Timeline = new([HandBuilt.Mmc(2, 0.2, 8, HandBuilt.Run(1, 6))], [0]);

    [Test]
    public void Whoever_runs_is_told_of_every_midnight()
    {
        var told = new List<int>();
        Replication.Start(Timeline, 1, 1).Measure(SimTime.Day, 7 * SimTime.Day, told.Add);
        Assert.That(told, Is.EqualTo(Enumerable.Range(1, 7).Select(day => day * SimTime.Day)));
    }

    [Test]
    public void A_run_that_is_called_off_ends_at_a_midnight()
    {
        using var source = new CancellationTokenSource();
        var last = 0;
        var run = Replication.Start(Timeline, 1, 1);
        Assert.That(() => run.Measure(SimTime.Day, 7 * SimTime.Day, CallOff, source.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(last, Is.EqualTo(3 * SimTime.Day));

        void CallOff(int now)
        {
            last = now;
            if (now == 3 * SimTime.Day)
            {
                source.Cancel();
            }
        }
    }

    [Test]
    public void Steps_are_told_without_checks_as_with_them_and_change_no_row()
    {
        var (checkedSteps, steps) = (new List<TraceEntry>(), new List<TraceEntry>());
        var withChecks = Replication.Start(Timeline, 1, 1, checkedSteps.Add, paranoid: true).Measure(SimTime.Day, 7 * SimTime.Day);
        var without = Replication.Start(Timeline, 1, 1, steps.Add, paranoid: false).Measure(SimTime.Day, 7 * SimTime.Day);
        var alone = Replication.Start(Timeline, 1, 1).Measure(SimTime.Day, 7 * SimTime.Day);
        Assert.That(steps, Is.EqualTo(checkedSteps).And.Count.GreaterThan(50));
        Assert.That(without.Rows, Is.EqualTo(withChecks.Rows));
        Assert.That(alone.Rows, Is.EqualTo(withChecks.Rows));
    }
}
