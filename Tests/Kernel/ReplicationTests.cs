using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Kernel;

public sealed class ReplicationTests
{
    [Test]
    public void Renumbering_the_pending_events_changes_no_result()
    {
        var model = HandBuilt.Mmc(10, 8 / 24.0, 24, HandBuilt.Run(100, 2000));
        var timeline = new SystemTimeline([model], [0]);
        var plain = Replication.Start(timeline, 1, 1);
        var nearTheEnd = Replication.Start(timeline, 1, 1);
        nearTheEnd.NextSequence = EventList.LastSequence - 5000;
        var expected = plain.Measure(model.Run.MeasureFrom, model.Run.End).Rows;
        var received = nearTheEnd.Measure(model.Run.MeasureFrom, model.Run.End).Rows;
        Assert.That(nearTheEnd.NextSequence, Is.LessThan(EventList.LastSequence / 2), "the sequences were not renumbered");
        Assert.That(received, Is.EqualTo(expected));
    }

    [Test]
    public void A_branch_of_the_same_system_goes_on_as_the_uninterrupted_run()
    {
        var model = HandBuilt.Mmc(10, 9.5 / 24.0, 24, HandBuilt.Run(100, 2000));
        var timeline = new SystemTimeline([model], [0]);
        var half = 1000 * SimTime.Day;
        var run = Replication.Start(timeline, 1, 1);
        run.Measure(model.Run.MeasureFrom, half);
        var branch = Replication.Branch(timeline, run);
        var second = Replication.Branch(timeline, run);
        var expected = run.Measure(half, model.Run.End).Rows;
        Assert.That(branch.Measure(half, model.Run.End).Rows, Is.EqualTo(expected));
        Assert.That(second.Measure(half, model.Run.End).Rows, Is.EqualTo(expected));
    }
}
