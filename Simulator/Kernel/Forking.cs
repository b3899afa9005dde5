using FlowSim.Simulator.Events;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Overloads;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Kernel;

/// <summary>
/// Leaving a run that is being measured for a scenario that has been the same up to then: what both share is simulated once. The fork goes on exactly as
/// the scenario would have, had it branched at the beginning of the window: the same events in the same order, stale ones among them.
/// </summary>
internal sealed class Forking
{
    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly PoolState[] pools;
    private readonly EventList events;
    private readonly Recorder recorder;
    private readonly Agenda agenda;
    private readonly Arrivals arrivals;
    private readonly BranchedWaits branchedWaits;
    private readonly Branching branching;
    private readonly DatedChanges datedChanges;
    private readonly Overload overload;
    private readonly Paths paths;

    public Forking(RunState run, Recorder recorder, Agenda agenda, Arrivals arrivals, BranchedWaits branchedWaits, Branching branching,
        DatedChanges datedChanges, Overload overload, Paths paths)
    {
        this.run = run;
        this.recorder = recorder;
        this.agenda = agenda;
        this.arrivals = arrivals;
        this.branchedWaits = branchedWaits;
        this.branching = branching;
        this.datedChanges = datedChanges;
        this.overload = overload;
        this.paths = paths;
        (patients, pools, events) = (run.Patients, run.Pools, run.Events);
    }

    /// <param name="state">The run that is left; it is not changed.</param>
    /// <param name="beginWatching">Called when the state is complete.</param>
    public void GoOnFrom(Engine state, Action beginWatching)
    {
        var map = new ModelMap(state.Run.Model, run.Model);
        events.StartAt(run.Now);
        recorder.StartAt(run.Now);
        paths.Find();
        branching.TakeOverPools(state, map);
        branching.TakeOverPatients(state, map);
        branchedWaits.TakeOver(state, map);
        datedChanges.ScheduleDatedChanges();
        TakeOverAllEvents(state);
        recorder.GoOnFrom(state.Recorder, run.Now);
        overload.CopyFrom(state.Overload);
        beginWatching();

        // The state was settled, so nobody has to be served for what was put in its place.
        agenda.Clear();
    }

    /// <summary>Every pending event, in order; those that are stale stay so, since they count as handled.</summary>
    private void TakeOverAllEvents(Engine state)
    {
        foreach (var old in state.Run.Events.Sorted())
        {
            var sequence = events.Push(old.Time, old.Kind, old.Code, old.Subject, old.Payload);
            switch (old.Code)
            {
                case EventCode.StageEnds or EventCode.StaffFree or EventCode.Timer when state.LiveEvents.IsLive(old):
                    patients.Items[old.Subject].LiveSequence = sequence;
                    break;
                case EventCode.PoolChanges when state.LiveEvents.IsLive(old):
                    pools[old.Subject].LiveSequence = sequence;
                    break;
                case EventCode.Arrival when state.LiveEvents.IsLive(old):
                    arrivals.Sources[old.Subject].StartAt(run.Model.Streams[old.Subject], arrivals.FirstStageDrawn(old.Subject), run.Now + 1, isStart: false);
                    arrivals.Sources[old.Subject].LiveSequence = sequence;
                    break;
                default:
                    break;
            }
        }
    }
}
