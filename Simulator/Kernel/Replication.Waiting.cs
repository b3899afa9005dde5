using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.Kernel;

/// <summary>Asking for places and staff, and what happens while waiting (sentences 3, 5, 9, 10, 11).</summary>
public sealed partial class Replication
{
    /// <summary>Takes without asking what is already held, or what is never short. False: the patient has to wait for the serving.</summary>
    private bool TryTakeAtOnce(int patient, StageModel stage)
    {
        if (HeldBundle(patient, stage) is { } held)
        {
            LetGoPlaces(patient, stage, held);
            patients.Items[patient].PlaceTaken = (short)evaluator.PoolOf(held.Items[0].Pool, patient);
            return true;
        }

        var first = stage.Place[0];
        if (!IsNeverShort(first, patient))
        {
            return false;
        }

        AcquireBundle(patient, first, isStaff: false);
        LetGoPlaces(patient, stage, first);
        return true;
    }

    private bool TryTakeStaffAtOnce(int patient, StageModel stage)
    {
        if (!IsNeverShort(stage.Staff[0], patient))
        {
            return false;
        }

        AcquireBundle(patient, stage.Staff[0], isStaff: true);
        return true;
    }

    private bool IsNeverShort(Bundle bundle, int patient)
    {
        if (bundle.After is not null)
        {
            return false;
        }

        foreach (var (poolRef, _) in bundle.Items)
        {
            var pool = model.Pools[evaluator.PoolOf(poolRef, patient)];
            if (!pool.Unlimited || pool.Takes is not null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first of the stage's bundles of which every part is held, or null.</summary>
    private Bundle? HeldBundle(int patient, StageModel stage)
    {
        if (patients.Items[patient].FirstHolding == None)
        {
            return null;
        }

        foreach (var bundle in stage.Place)
        {
            var all = true;
            foreach (var (poolRef, amount) in bundle.Items)
            {
                if (!Holds(patient, evaluator.PoolOf(poolRef, patient), amount))
                {
                    all = false;
                    break;
                }
            }

            if (all)
            {
                return bundle;
            }
        }

        return null;
    }

    private void WaitForPlace(int patient, StageModel stage)
    {
        ref var item = ref patients.Items[patient];
        item.Phase = Phase.WaitingForPlace;
        StartDelayWhileWaiting(patient, stage);
        BeginWait(patient, stage, stage.Place, RequestPurpose.Place);
        if (HoldsPlace(patient))
        {
            CountBoarding(patient, +1);
            exchangeCandidates.Add(patient);
        }
    }

    private void WaitForStaff(int patient, StageModel stage)
    {
        patients.Items[patient].Phase = Phase.WaitingForStaff;
        BeginWait(patient, stage, stage.Staff, RequestPurpose.Staff);
    }

    private void BeginWait(int patient, StageModel stage, Bundle[] bundles, RequestPurpose purpose)
    {
        ref var item = ref patients.Items[patient];
        recorder.TouchStage(item.Stage, now);
        waitingForStage[item.Stage]++;
        item.Joined = 0;
        item.Rank = (byte)RankAt(patient, stage, item.Level);
        for (var index = 0; index < bundles.Length; index++)
        {
            if (bundles[index].After is null)
            {
                Join(patient, bundles[index], index, purpose, item.Rank, None);
            }
        }

        if (stage.HasTimers || stage.HasQueueLimit)
        {
            begunToWait.Add(patient);
        }
    }

    /// <summary>Ends a wait: the requests leave their lists.</summary>
    private void EndWait(int patient)
    {
        ref var item = ref patients.Items[patient];
        recorder.TouchStage(item.Stage, now);
        waitingForStage[item.Stage]--;
        item.LiveSequence = uint.MaxValue;
        if (item.Phase == Phase.WaitingForPlace)
        {
            CountBoarding(patient, -1);
        }

        var previous = None;
        for (var at = item.FirstRequest; at != None;)
        {
            var next = lists.Items[at].NextOfPatient;
            if (lists.Items[at].Purpose == RequestPurpose.MoveBack)
            {
                previous = at;
            }
            else
            {
                DropRequest(patient, at, previous);
            }

            at = next;
        }
    }

    private void Join(int patient, Bundle bundle, int index, RequestPurpose purpose, int rank, int leavesPool)
    {
        ref var item = ref patients.Items[patient];
        if (purpose != RequestPurpose.MoveBack)
        {
            item.Joined |= 1 << index;
        }

        foreach (var (poolRef, amount) in bundle.Items)
        {
            var pool = evaluator.PoolOf(poolRef, patient);
            if (purpose == RequestPurpose.Place && Holds(patient, pool, amount))
            {
                continue;
            }

            Request request = default;
            request.Patient = patient;
            request.Bundle = bundle.Id;
            request.BundleIndex = (byte)index;
            request.JoinedAt = now;
            request.Pool = (short)pool;
            request.Amount = (short)amount;
            request.Rank = (byte)rank;
            request.Purpose = purpose;
            request.LeavesPool = (short)leavesPool;
            item.FirstRequest = lists.Add(request, item.FirstRequest);
            CountWaiting(pool, purpose, +1);
            MarkDirty(pool);
        }
    }

    private void CountWaiting(int pool, RequestPurpose purpose, int by)
    {
        if (purpose != RequestPurpose.MoveBack)
        {
            pools[pool].Touch(now);
            pools[pool].Waiting += by;
        }
    }

    /// <summary>Takes one request out; <paramref name="previous"/> is the one before it in the patient's chain, or -1.</summary>
    private void DropRequest(int patient, int request, int previous)
    {
        ref var item = ref lists.Items[request];
        var next = item.NextOfPatient;
        if (previous == None)
        {
            patients.Items[patient].FirstRequest = next;
        }
        else
        {
            lists.Items[previous].NextOfPatient = next;
        }

        CountWaiting(item.Pool, item.Purpose, -1);
        MarkDirty(item.Pool);
        lists.Remove(request);
    }

    /// <summary>The place of a pool is let go: the wish to move from it ends.</summary>
    private void DropMoveBack(int patient, int pool)
    {
        var previous = None;
        for (var at = patients.Items[patient].FirstRequest; at != None;)
        {
            var next = lists.Items[at].NextOfPatient;
            if (lists.Items[at].Purpose == RequestPurpose.MoveBack && lists.Items[at].LeavesPool == pool)
            {
                DropRequest(patient, at, previous);
            }
            else
            {
                previous = at;
            }

            at = next;
        }
    }

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
            if ((item.Running >> timer.Clock & 1) == 0)
            {
                return int.MaxValue;
            }

            from = patients.ClockStart[(patient * patients.Clocks) + timer.Clock];
            visit = patients.ClockRuns[(patient * patients.Clocks) + timer.Clock];
        }

        var spec = evaluator.Spec(timer.Time, patient, item.EnteredAt);
        var uniform = Evaluator.NeedsDraw(spec)
            ? DrawKey.Draw(streamKeys[item.Stream], item.Number, timer.KeyHash, purpose, visit, timer.Index).Uniform
            : 0;
        return Later(from, evaluator.Length(spec, patient, from, uniform));
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

    /// <summary>Sentence 9. What is held stays held until the target's place is taken.</summary>
    private void GiveUp(int patient, GivingUp reason)
    {
        recorder.GaveUp(patients.Items[patient].Stage, patient, now, reason.Reason);
        EndWait(patient);
        Enter(patient, reason.To);
    }

    /// <summary>
    /// Patients who began to wait in this instant and were not served: those with too many ahead leave, the others' timers are set. Most waits end in
    /// the instant in which they begin, so timers set before the serving would mostly be set in vain.
    /// </summary>
    private bool LookAtBegunWaits()
    {
        var begun = begunToWait.Count;
        for (var index = 0; index < begun; index++)
        {
            var patient = begunToWait[index];
            ref var item = ref patients.Items[patient];
            if (item.Phase is not (Phase.WaitingForPlace or Phase.WaitingForStaff) || item.LiveSequence != uint.MaxValue)
            {
                continue;
            }

            var stage = model.Stages[item.Stage];
            if (stage.HasQueueLimit && (item.Phase == Phase.WaitingForPlace ? item.EnteredAt : item.TakenAt) == now && QueueReason(patient, stage) is { } reason)
            {
                GiveUp(patient, reason);
            }
            else if (stage.HasTimers)
            {
                ScheduleTimer(patient, stage);
            }
        }

        begunToWait.RemoveRange(0, begun);
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
