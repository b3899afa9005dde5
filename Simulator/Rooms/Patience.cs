using FlowSim.Simulator.Events;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>
/// What time does to those who wait: alternatives open, priorities rise, patience ends, a queue is too long (docs/law.md, sentences 3, 9 and 11).
/// </summary>
internal sealed class Patience
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly WaitingLists lists;
    private readonly Recorder recorder;
    private readonly Agenda agenda;
    private readonly Blocking blocking;
    private readonly Journey journey;
    private readonly Paths paths;
    private readonly Requests requests;
    private readonly Steps steps;
    private readonly Timers timers;
    private readonly Waiting waiting;

    public Patience(RunState run, Recorder recorder, Agenda agenda, Blocking blocking, Journey journey, Paths paths, Requests requests, Steps steps,
        Timers timers, Waiting waiting)
    {
        this.run = run;
        this.recorder = recorder;
        this.agenda = agenda;
        this.blocking = blocking;
        this.journey = journey;
        this.paths = paths;
        this.requests = requests;
        this.steps = steps;
        this.timers = timers;
        this.waiting = waiting;
        (patients, lists) = (run.Patients, run.Lists);
    }

    public void HandleTimer(int patient, EventKind kind)
    {
        ref var item = ref patients.Items[patient];
        var stage = run.Model.Stages[item.Stage];
        if (kind == EventKind.GivingUp)
        {
            GiveUp(patient, EarliestReason(patient, stage));
            return;
        }

        var isPlace = item.Phase == Phase.WaitingForPlace;
        var bundles = isPlace ? stage.Place : stage.Staff;
        for (var index = 0; index < bundles.Length; index++)
        {
            if (bundles[index].After is { } after && (item.Joined >> index & 1) == 0 && timers.TimerAt(patient, after, DrawPurpose.Alternative) <= run.Now)
            {
                requests.Join(patient, bundles[index], index, isPlace ? RequestPurpose.Place : RequestPurpose.Staff, item.Rank, None);
            }
        }

        RaisePriority(patient, stage);
        timers.ScheduleTimer(patient, stage);
        blocking.LookForDeadlockOf(patient);
    }

    private void RaisePriority(int patient, StageModel stage)
    {
        ref var item = ref patients.Items[patient];
        var levels = stage.Priority.Levels;
        while (item.Level + 1 < levels.Length && timers.TimerAt(patient, levels[item.Level + 1].After!, DrawPurpose.Priority) <= run.Now)
        {
            item.Level++;
            item.Rank = (byte)timers.RankAt(patient, stage, item.Level);
            foreach (var at in run.RequestsOf(patient))
            {
                if (lists.Items[at].Purpose != RequestPurpose.MoveBack)
                {
                    lists.ChangeRank(at, item.Rank);
                    agenda.MarkDirty(lists.Items[at].Pool);
                }
            }
        }
    }

    private GivingUp EarliestReason(int patient, StageModel stage)
    {
        GivingUp? earliest = null;
        var at = int.MaxValue;
        foreach (var reason in stage.GivesUp)
        {
            if (reason.After is { } after)
            {
                var due = timers.TimerAt(patient, after, DrawPurpose.Patience);
                if (due < at)
                {
                    (earliest, at) = (reason, due);
                }
            }
        }

        return earliest!;
    }

    /// <summary>docs/law.md, sentence 9. What is held stays held until the target's place is taken.</summary>
    private void GiveUp(int patient, GivingUp reason)
    {
        recorder.GaveUp(patients.Items[patient].Stage, patient, run.Now, reason.Reason);
        steps.Note(TraceStep.GaveUp, patient, to: reason.To);
        waiting.EndWait(patient);
        journey.Enter(patient, reason.To);
    }

    /// <summary>
    /// Patients who began to wait in this instant and were not served: those with too many ahead leave, the others' timers are set. Most waits end in
    /// the instant in which they begin, so timers set before the serving would mostly be set in vain.
    /// </summary>
    public bool LookAtBegunWaits()
    {
        var begun = agenda.BegunWaits;
        for (var index = 0; index < begun; index++)
        {
            // Somebody who was served or has moved on meanwhile is no longer looked at here.
            var (patient, stageIndex, phase) = agenda.BegunWait(index);
            ref var item = ref patients.Items[patient];
            if (item.Phase != phase || item.Stage != stageIndex || item.LiveSequence != uint.MaxValue)
            {
                continue;
            }

            var stage = run.Model.Stages[stageIndex];
            if (paths[stageIndex].Has(StageTraits.HasQueueLimit) && (phase == Phase.WaitingForPlace ? item.EnteredAt : item.TakenAt) == run.Now
                && QueueReason(patient, stage) is { } reason)
            {
                GiveUp(patient, reason);
            }
            else if (paths[stageIndex].Has(StageTraits.HasTimers))
            {
                timers.ScheduleTimer(patient, stage);
            }
        }

        agenda.ForgetBegunWaits(begun);
        return begun > 0;
    }

    private GivingUp? QueueReason(int patient, StageModel stage)
    {
        foreach (var reason in stage.GivesUp)
        {
            if (reason.Queue >= 0 && AheadAtLeast(patient, reason.Queue))
            {
                return reason;
            }
        }

        return null;
    }

    /// <summary>True when n or more stand before the patient in the list joined first.</summary>
    private bool AheadAtLeast(int patient, int n)
    {
        var own = None;
        foreach (var at in run.RequestsOf(patient))
        {
            if (lists.Items[at].Purpose != RequestPurpose.MoveBack)
            {
                own = at;
            }
        }

        if (own == None)
        {
            return false;
        }

        var ahead = 0;
        for (var at = lists.Head(lists.Items[own].Pool); at != own && ahead < n; at = lists.After(at))
        {
            ahead++;
        }

        return ahead >= n;
    }
}
