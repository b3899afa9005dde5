using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>
/// Leaving a run that is being measured for a scenario that has been the same up to then: what both share is simulated once. The fork goes on exactly as
/// the scenario would have, had it branched at the beginning of the window: the same events in the same order, stale ones among them.
/// </summary>
public sealed partial class Replication
{
    /// <summary>
    /// True where a scenario that begins as this run goes on may be left for from it at its first dated change. A change that takes effect in one second
    /// with something planned before the branch comes after it, but before what is planned later: such a scenario has to be run from the branch.
    /// </summary>
    public bool MayForkTo(SystemTimeline system) =>
        ReferenceEquals(system.First, model)
            && system.Models.Max(each => each.LowestRank) == model.LowestRank
            && !events.Sorted().Any(pending => pending.Kind == EventKind.Roster && system.From.Contains(pending.Time));

    /// <summary>The same run under a scenario whose first dated change comes next, with all that has been counted; to be called in a pause.</summary>
    public static Replication Fork(SystemTimeline system, Replication state)
    {
        var run = CopyOf(state, system, state.model);
        (run.closedAt, run.handled, run.handledBefore) = (None, state.handled, state.handledBefore);
        run.Guarded(() => run.GoOnFrom(state));
        return run;
    }

    /// <summary>Measures the rest of the window of a fork and gives the results of all of it.</summary>
    /// <param name="to">End of the window [s].</param>
    /// <param name="progress">Called with the time once a simulated day.</param>
    /// <param name="cancel">Stops the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="SimulationException">The run cannot go on.</exception>
    public ReplicationResult MeasureRest(int to, Action<int>? progress = null, CancellationToken cancel = default)
    {
        this.progress = progress;
        this.cancel = cancel;
        Guarded(() => RunToEnd(to));
        return ResultBuilder.Build(model, recorder, handled - handledBefore);
    }

    /// <summary>All that comes before a second has happened, and all sums go up to there.</summary>
    private void PauseBefore(int time)
    {
        RunBefore(time);
        while (recorder.NextBoundary < time)
        {
            recorder.CrossBoundary(recorder.NextBoundary);
        }

        now = time - 1;
        recorder.TouchAll(now);
    }

    private void GoOnFrom(Replication state)
    {
        var map = new ModelMap(state.model, model);
        events.StartAt(now);
        recorder.StartAt(now);
        FindPaths();
        TakeOverPools(state, map);
        for (var patient = 0; patient < patients.Used; patient++)
        {
            if (patients.Items[patient].Phase != Phase.None)
            {
                TakeOverPatient(state, map, patient);
            }
        }

        TakeOverRequests(state, map);
        ScheduleDatedChanges();
        TakeOverAllEvents(state);
        recorder.GoOnFrom(state.recorder, now);
        overload.CopyFrom(state.overload);
        BeginWatching();
        ModelHasChanged();

        // The state was settled, so nobody has to be served for what was put in its place.
        Array.Clear(dirty);
        (dirtyPools, begunCount) = (0, 0);
        exchangeCandidates.Clear();
    }

    /// <summary>Every pending event, in order; those that are stale stay so, since they count as handled.</summary>
    private void TakeOverAllEvents(Replication state)
    {
        foreach (var old in state.events.Sorted())
        {
            var sequence = events.Push(old.Time, old.Kind, old.Code, old.Subject, old.Payload);
            switch (old.Code)
            {
                case EventCode.StageEnds or EventCode.StaffFree or EventCode.Timer when state.IsLive(old):
                    patients.Items[old.Subject].LiveSequence = sequence;
                    break;
                case EventCode.PoolChanges when state.IsLive(old):
                    pools[old.Subject].LiveSequence = sequence;
                    break;
                case EventCode.Arrival when state.IsLive(old):
                    sources[old.Subject].StartAt(model.Streams[old.Subject], FirstStageDrawn(old.Subject), now + 1, isStart: false);
                    sources[old.Subject].LiveSequence = sequence;
                    break;
                default:
                    break;
            }
        }
    }
}
