using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.Kernel;

/// <summary>What time does to those who wait: alternatives, priorities, the end of patience, too long a queue (docs/law.md, sentences 3, 9 and 11).</summary>
public sealed partial class Replication
{
    private int RankAt(int patient, StageModel stage, int level)
    {
        var at = stage.Priority.Levels[level];
        return at.Lookup.Keys.Length == 0 ? at.Ranks[0] : at.Ranks[evaluator.Cell(at.Lookup, patient, now)];
    }

    /// <summary>Schedules the patient's next timer: an alternative, a rise in priority, or giving up.</summary>
    private void ScheduleTimer(int patient, StageModel stage)
    {
        ref var item = ref patients.Items[patient];
        var bundles = item.Phase == Phase.WaitingForPlace ? stage.Place : stage.Staff;
        var changes = int.MaxValue;
        for (var index = 0; index < bundles.Length; index++)
        {
            if (bundles[index].After is { } after && (item.Joined >> index & 1) == 0)
            {
                changes = Math.Min(changes, TimerAt(patient, after, DrawPurpose.Alternative));
            }
        }

        if (item.Level + 1 < stage.Priority.Levels.Length)
        {
            changes = Math.Min(changes, TimerAt(patient, stage.Priority.Levels[item.Level + 1].After!, DrawPurpose.Priority));
        }

        var givesUp = int.MaxValue;
        foreach (var reason in stage.GivesUp)
        {
            if (reason.After is { } after)
            {
                givesUp = Math.Min(givesUp, TimerAt(patient, after, DrawPurpose.Patience));
            }
        }

        item.LiveSequence = changes == int.MaxValue && givesUp == int.MaxValue ? uint.MaxValue
            : changes <= givesUp ? events.Push(Math.Max(now, changes), EventKind.Alternative, EventCode.Timer, patient)
            : events.Push(Math.Max(now, givesUp), EventKind.GivingUp, EventCode.Timer, patient);
    }

    /// <summary>When a timer of the present wait is due [s]; int.MaxValue: its clock does not run, or never.</summary>
    private int TimerAt(int patient, Model.Timer timer, DrawPurpose purpose)
    {
        ref var item = ref patients.Items[patient];
        var visit = (int)item.Visit;
        var from = item.Phase == Phase.WaitingForStaff && purpose == DrawPurpose.Alternative ? item.TakenAt : item.EnteredAt;
        if (timer.Clock >= 0)
        {
            if ((patients.Running[patient] >> timer.Clock & 1) == 0)
            {
                return int.MaxValue;
            }

            from = patients.ClockStart[(patient * patients.Clocks) + timer.Clock];
            visit = patients.ClockRuns[(patient * patients.Clocks) + timer.Clock];
        }

        var spec = evaluator.Spec(timer.Time, patient, item.EnteredAt);
        var uniform = spec.NeedsDraw
            ? DrawKey.Draw(streamKeys[item.Stream], item.Number, timer.KeyHash, purpose, visit, timer.Index).Uniform
            : 0;
        return Later(from, evaluator.Length(spec, patient, from, uniform));
    }

    /// <summary>
    /// True when a timer of a clock ran out before the patient began to wait; what is due in this very second has its turn in the order of kinds.
    /// </summary>
    private bool IsLongDue(int patient, Model.Timer timer, DrawPurpose purpose) =>
        timer.Clock >= 0 && TimerAt(patient, timer, purpose) < now;

    /// <summary>The priority that a clock gives from the beginning of the wait.</summary>
    private void RaiseByClock(int patient, StageModel stage)
    {
        ref var item = ref patients.Items[patient];
        var levels = stage.Priority.Levels;
        while (item.Level + 1 < levels.Length && IsLongDue(patient, levels[item.Level + 1].After!, DrawPurpose.Priority))
        {
            item.Level++;
            item.Rank = (byte)RankAt(patient, stage, item.Level);
        }
    }

    private void HandleTimer(int patient, EventKind kind)
    {
        ref var item = ref patients.Items[patient];
        var stage = model.Stages[item.Stage];
        if (kind == EventKind.GivingUp)
        {
            GiveUp(patient, EarliestReason(patient, stage));
            return;
        }

        var isPlace = item.Phase == Phase.WaitingForPlace;
        var bundles = isPlace ? stage.Place : stage.Staff;
        for (var index = 0; index < bundles.Length; index++)
        {
            if (bundles[index].After is { } after && (item.Joined >> index & 1) == 0 && TimerAt(patient, after, DrawPurpose.Alternative) <= now)
            {
                Join(patient, bundles[index], index, isPlace ? RequestPurpose.Place : RequestPurpose.Staff, item.Rank, None);
            }
        }

        RaisePriority(patient, stage);
        ScheduleTimer(patient, stage);
        LookForDeadlockOf(patient);
    }

    private void RaisePriority(int patient, StageModel stage)
    {
        ref var item = ref patients.Items[patient];
        var levels = stage.Priority.Levels;
        while (item.Level + 1 < levels.Length && TimerAt(patient, levels[item.Level + 1].After!, DrawPurpose.Priority) <= now)
        {
            item.Level++;
            item.Rank = (byte)RankAt(patient, stage, item.Level);
            for (var at = item.FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
            {
                if (lists.Items[at].Purpose != RequestPurpose.MoveBack)
                {
                    lists.ChangeRank(at, item.Rank);
                    MarkDirty(lists.Items[at].Pool);
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
                var due = TimerAt(patient, after, DrawPurpose.Patience);
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
        recorder.GaveUp(patients.Items[patient].Stage, patient, now, reason.Reason);
        Note(TraceStep.GaveUp, patient);
        EndWait(patient);
        Enter(patient, reason.To);
    }

    /// <summary>
    /// Patients who began to wait in this instant and were not served: those with too many ahead leave, the others' timers are set. Most waits end in
    /// the instant in which they begin, so timers set before the serving would mostly be set in vain.
    /// </summary>
    private bool LookAtBegunWaits()
    {
        var begun = begunCount;
        if (begun == 0)
        {
            return false;
        }

        for (var index = 0; index < begun; index++)
        {
            // Somebody who was served or has moved on meanwhile is no longer looked at here.
            var patient = begunToWait[index].Patient;
            var stageIndex = begunToWait[index].Stage;
            var phase = begunToWait[index].Phase;
            ref var item = ref patients.Items[patient];
            if (item.Phase != phase || item.Stage != stageIndex || item.LiveSequence != uint.MaxValue)
            {
                continue;
            }

            var stage = model.Stages[stageIndex];
            if (paths[stageIndex].HasQueueLimit && (phase == Phase.WaitingForPlace ? item.EnteredAt : item.TakenAt) == now
                && QueueReason(patient, stage) is { } reason)
            {
                GiveUp(patient, reason);
            }
            else if (paths[stageIndex].HasTimers)
            {
                ScheduleTimer(patient, stage);
            }
        }

        // Those who began to wait meanwhile are looked at next.
        begunCount -= begun;
        Array.Copy(begunToWait, begun, begunToWait, 0, begunCount);
        return true;
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
        for (var at = patients.Items[patient].FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
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
