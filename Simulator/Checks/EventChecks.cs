using FlowSim.Simulator.Events;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Checks;

/// <summary>What is pending: nothing in the past, one live event a patient, an end for all that is temporary.</summary>
internal sealed class EventChecks
{
    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly PoolState[] pools;
    private readonly EventList events;
    private readonly SurgeState[][] surges;
    private readonly Arrivals arrivals;
    private readonly Findings findings;
    private readonly LiveEvents liveEvents;
    private readonly PatientChecks patientChecks;
    private readonly Timers timers;

    public EventChecks(RunState run, Arrivals arrivals, Findings findings, LiveEvents liveEvents, PatientChecks patientChecks, Timers timers)
    {
        this.run = run;
        this.arrivals = arrivals;
        this.findings = findings;
        this.liveEvents = liveEvents;
        this.patientChecks = patientChecks;
        this.timers = timers;
        (patients, pools, events, surges) = (run.Patients, run.Pools, run.Events, run.Surges);
    }

    public void CheckEvents(InvariantMemory memory)
    {
        memory.Events.Clear();
        events.CopyPendingTo(memory.Events);
        Array.Clear(memory.Pending);
        foreach (var pending in memory.Events)
        {
            if (pending.Time < run.Now)
            {
                throw findings.Broken(Invariant.Time, $"{pending.Code} of {pending.Subject} is pending for second {pending.Time}");
            }

            if (pending.Code is EventCode.StageEnds or EventCode.StaffFree or EventCode.Timer)
            {
                memory.LiveEvents[pending.Subject] += CheckIfLive(pending, memory) ? 1 : 0;
            }
            else if (pending.Code is EventCode.Arrival)
            {
                memory.PendingArrivals[pending.Subject] += liveEvents.IsLive(pending) ? 1 : 0;
            }
            else if (pending.Code is not (EventCode.Census or EventCode.DatedChange))
            {
                CountOfPool(pending, ref memory.Pending[pending.Subject]);
            }
        }

        for (var pool = 0; pool < pools.Length; pool++)
        {
            CheckPendingOf(pool, memory.Pending[pool]);
        }

        CheckArrivals(memory.PendingArrivals);
    }

    private void CountOfPool(in Event pending, ref PendingOfPool of)
    {
        switch (pending.Code)
        {
            case EventCode.TurnaroundEnds:
                of.Turning += pending.Payload;
                break;
            case EventCode.ClosureEnds:
                of.Closed += pending.Payload;
                break;
            case EventCode.SurgeOpens:
                of.Opening++;
                break;
            case EventCode.SurgeCheck:
                of.Checks++;
                break;
            default:
                of.Changes += liveEvents.IsLive(pending) ? 1 : 0;
                break;
        }
    }

    private void CheckPendingOf(int pool, in PendingOfPool pending)
    {
        ref var state = ref pools[pool];
        if (pending.Turning != state.Turning || pending.Closed != state.Closed)
        {
            throw findings.BrokenAt(Invariant.Units, pool, $"of {state.Turning} in turnaround {pending.Turning} have an end, of {state.Closed} closed {pending.Closed}");
        }

        var opening = 0;
        var ended = 0;
        for (var surge = 0; surge < surges[pool].Length; surge++)
        {
            opening += surges[pool][surge].IsOpening ? 1 : 0;
            ended += run.Model.Pools[pool].Surges[surge].Checked.NextAfter(run.Now) == int.MaxValue ? 1 : 0;
        }

        if (pending.Changes != (state.LiveSequence == uint.MaxValue ? 0 : 1) || pending.Opening != opening || pending.Checks > surges[pool].Length
            || pending.Checks < surges[pool].Length - ended)
        {
            throw findings.BrokenAt(Invariant.Events, pool,
                $"pending: {pending.Changes} changes by the calendar, {pending.Opening} of {opening} surges opening, {pending.Checks} checks of {surges[pool].Length}");
        }
    }

    private void CheckArrivals(int[] pending)
    {
        for (var stream = 0; stream < arrivals.Sources.Length; stream++)
        {
            if (pending[stream] != (arrivals.Sources[stream].Next == int.MaxValue ? 0 : 1) || arrivals.Sources[stream].Next < run.Now)
            {
                throw findings.Broken(Invariant.Events,
                    $"{pending[stream]} arrivals of {run.Model.Streams[stream].Name} are pending, the next comes at second {arrivals.Sources[stream].Next}");
            }

            pending[stream] = 0;
        }
    }

    /// <summary>True for the patient's live event; it must then be what the patient's phase has to come.</summary>
    private bool CheckIfLive(in Event pending, InvariantMemory memory)
    {
        ref var item = ref patients.Items[pending.Subject];
        if (item.LiveSequence != pending.Sequence)
        {
            return false;
        }

        var isRight = (item.Phase, pending.Code) switch
        {
            (Phase.InService, EventCode.StageEnds) => pending.Time == item.EndsAt,
            (Phase.InService, EventCode.StaffFree) =>
                pending.Time < item.EndsAt && (item.TakenAt <= memory.ModelSince || !patientChecks.HoldsNoStaff(pending.Subject)),
            (Phase.WaitingForPlace or Phase.WaitingForStaff, EventCode.Timer) =>
                item.EnteredAt <= memory.ModelSince || pending.Time == Math.Max(run.Now, NextTimer(pending.Subject)),
            _ => false,
        };
        return isRight
            ? true
            : throw findings.BrokenFor(Invariant.Events, pending.Subject, $"{item.Phase} until second {item.EndsAt}, and {pending.Code} is due at {pending.Time}");
    }

    public void CheckLiveEvent(int patient, InvariantMemory memory)
    {
        ref var item = ref patients.Items[patient];
        var live = memory.LiveEvents[patient];
        var next = item.Phase == Phase.InService ? item.EndsAt : NextTimer(patient);
        if (live != (item.LiveSequence == uint.MaxValue ? 0 : 1) || (item.EnteredAt > memory.ModelSince && live != (next == int.MaxValue ? 0 : 1)))
        {
            throw findings.BrokenFor(Invariant.Events, patient, $"{item.Phase}: {live} live events, the next thing is due at second {next}");
        }
    }

    /// <summary>When something happens to a patient who waits: an alternative is joined, the priority rises, patience ends [s].</summary>
    private int NextTimer(int patient)
    {
        ref var item = ref patients.Items[patient];
        var stage = run.Model.Stages[item.Stage];
        var bundles = item.Phase == Phase.WaitingForPlace ? stage.Place : stage.Staff;
        var next = int.MaxValue;
        for (var index = 0; index < bundles.Length; index++)
        {
            if (bundles[index].After is { } after && (item.Joined >> index & 1) == 0)
            {
                next = Math.Min(next, timers.TimerAt(patient, after, DrawPurpose.Alternative));
            }
        }

        if (item.Level + 1 < stage.Priority.Levels.Length)
        {
            next = Math.Min(next, timers.TimerAt(patient, stage.Priority.Levels[item.Level + 1].After!, DrawPurpose.Priority));
        }

        foreach (var reason in stage.GivesUp)
        {
            next = Math.Min(next, reason.After is { } after ? timers.TimerAt(patient, after, DrawPurpose.Patience) : int.MaxValue);
        }

        return next;
    }
}
