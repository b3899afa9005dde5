using FlowSim.Simulator.Events;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;
using FlowSim.Tests.Kernel.Semantics;

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
    public void One_instant_may_schedule_more_events_than_there_are_sequences_left()
    {
        // At 12:00 the second patient may have the other nurse, and the third comes: an alternative that is due comes before an arrival.
        var model = Scene.Compile($$"""
            pools: { nurse: { kind: staff, capacity: 1 }, other: { kind: staff, capacity: 1 } }
            stages:
              rest: { place: none, time: 3 h, then: leave }
              busy: { staff: nurse, time: 9 h, then: leave }
              see:  { staff: [nurse, other after 3 h], time: 1 h, then: leave }
              talk: { staff: other, time: 1 h, then: leave }
            streams:
              many:  { to: rest, schedule: { every: 300 d, first: 9 h, count: 3000 } }
              {{Scene.Patient("first", "busy", "8 h")}}
              {{Scene.Patient("second", "see", "9 h")}}
              {{Scene.Patient("third", "talk", "12 h")}}
            """);
        var served = new List<int>();
        var run = Replication.Start(new SystemTimeline([model], [0]), 1, 1, Note, paranoid: true);
        run.NextSequence = EventList.LastSequence - 1500;
        run.Measure(model.Run.MeasureFrom, model.Run.End);
        Assert.That(served, Is.EqualTo(new[] { 12 * SimTime.Hour }));

        void Note(TraceEntry step)
        {
            if (step.Step == TraceStep.Started && model.Stages[step.Stage].Name == "see")
            {
                served.Add(step.Time);
            }
        }
    }

    [Test]
    public void More_visits_of_one_stage_than_can_be_counted_stop_the_run()
    {
        var model = Scene.Compile($$"""
            stages:
              watch: { time: 1 s, then: watch }
            streams:
              {{Scene.Patient("anna", "watch")}}
            """);
        var run = Replication.Start(new SystemTimeline([model], [0]), 1, 1);
        var stopped = Assert.Throws<SimulationException>(() => run.Measure(model.Run.MeasureFrom, model.Run.End));
        Assert.That(stopped.Message,
            Does.Contain("second 65535").And.Contain("more than 65535 visits of one patient to one stage (patient 0 of anna at watch"));
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
