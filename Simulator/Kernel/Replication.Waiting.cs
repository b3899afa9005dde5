using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.Kernel;

/// <summary>Asking for places and staff, and what happens while waiting (docs/law.md, sentences 3, 5, 9, 10, 11).</summary>
public sealed partial class Replication
{
    /// <summary>
    /// Takes without asking what is already held, what is never short and what would be given in this instant. False: the patient has to wait for the
    /// serving.
    /// </summary>
    private bool TryTakeAtOnce(int patient, StageModel stage)
    {
        var only = paths[patients.Items[patient].Stage].Place;
        if (only.Amount > 0 && patients.Items[patient].FirstHolding == None)
        {
            return TryTakeOnly(patient, only.Pool, only.Amount, isStaff: false);
        }

        CheckParts(stage.Place, patient);
        if (HeldBundle(patient, stage) is { } held)
        {
            LetGoPlaces(patient, stage, held);
            patients.Items[patient].PlaceTaken = (short)evaluator.PoolOf(held.Items[0], patient);
            AskToMoveBack(patient, stage, Array.IndexOf(stage.Place, held));
            return true;
        }

        var first = stage.Place[0];
        if (!CanTakeAtOnce(first, patient, isStaff: false))
        {
            return false;
        }

        AcquireBundle(patient, first, isStaff: false);
        LetGoPlaces(patient, stage, first);
        return true;
    }

    private bool TryTakeStaffAtOnce(int patient, StageModel stage)
    {
        var only = paths[patients.Items[patient].Stage].Staff;
        if (only.Amount > 0)
        {
            return TryTakeOnly(patient, only.Pool, only.Amount, isStaff: true);
        }

        CheckParts(stage.Staff, patient);
        if (!CanTakeAtOnce(stage.Staff[0], patient, isStaff: true))
        {
            return false;
        }

        AcquireBundle(patient, stage.Staff[0], isStaff: true);
        return true;
    }

    private void CheckParts(Bundle[] bundles, int patient)
    {
        foreach (var bundle in bundles)
        {
            evaluator.CheckParts(bundle, patient);
        }
    }

    /// <summary>The same, of one pool without a choice, for whoever holds nothing that counts.</summary>
    private bool TryTakeOnly(int patient, int pool, int amount, bool isStaff)
    {
        if (!(IsNeverShort(pool) || (IsFree(pool, amount) && IsServedNext())))
        {
            return false;
        }

        Acquire(patient, pool, amount, isStaff, freeEarly: false);
        if (!isStaff)
        {
            patients.Items[patient].PlaceTaken = (short)pool;
        }

        return true;
    }

    /// <summary>True when a pool has room for everybody at all times: nobody is before anybody, and it never closes.</summary>
    private bool IsNeverShort(int pool) => pools[pool].Capacity >= PoolState.NeverShort && model.Pools[pool] is { Unlimited: true, Takes: null };

    /// <summary>True when a pool has the amount and nobody is before the patient.</summary>
    private bool IsFree(int pool, int amount)
    {
        ref var state = ref pools[pool];
        return state.Free >= amount && lists.IsEmpty(pool) && state.Takes && keptOpen[pool] == 0;
    }

    /// <summary>True when the bundle is never short, or free with nobody before the patient.</summary>
    private bool CanTakeAtOnce(Bundle bundle, int patient, bool isStaff)
    {
        if (bundle.After is not null)
        {
            return false;
        }

        var isLimited = false;
        var parts = bundle.Items;
        for (var index = 0; index < parts.Length; index++)
        {
            var pool = evaluator.PoolOf(parts[index], patient);
            if (IsNeverShort(pool))
            {
                continue;
            }

            if (!isStaff && Holds(patient, pool, parts[index].Amount))
            {
                continue;
            }

            if (!IsFree(pool, parts[index].Amount))
            {
                return false;
            }

            isLimited = true;
        }

        return !isLimited || IsServedNext();
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
            if (HoldsAll(patient, bundle))
            {
                return bundle;
            }
        }

        return null;
    }

    private bool HoldsAll(int patient, Bundle bundle)
    {
        foreach (ref readonly var part in bundle.Items.AsSpan())
        {
            if (!Holds(patient, evaluator.PoolOf(part, patient), part.Amount))
            {
                return false;
            }
        }

        return true;
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
        if (stage.Priority.Levels.Length > 1)
        {
            RaiseByClock(patient, stage);
        }

        for (var index = 0; index < bundles.Length; index++)
        {
            if (bundles[index].After is not { } after || IsLongDue(patient, after, DrawPurpose.Alternative))
            {
                Join(patient, bundles[index], index, purpose, item.Rank, None);
            }
        }

        if (paths[item.Stage].NeedsLook)
        {
            NoteBegunWait(patient);
        }
    }

    private void NoteBegunWait(int patient)
    {
        if (begunCount == begunToWait.Length)
        {
            Array.Resize(ref begunToWait, begunCount * 2);
        }

        ref var begun = ref begunToWait[begunCount++];
        begun.Patient = patient;
        begun.Stage = patients.Items[patient].Stage;
        begun.Phase = patients.Items[patient].Phase;
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
        if (purpose != RequestPurpose.MoveBack)
        {
            patients.Items[patient].Joined |= 1 << index;
        }

        foreach (ref readonly var part in bundle.Items.AsSpan())
        {
            var pool = evaluator.PoolOf(part, patient);
            if (purpose != RequestPurpose.Place || !Holds(patient, pool, part.Amount))
            {
                JoinList(patient, pool, part.Amount, bundle.Id, index, purpose, rank, leavesPool);
            }
        }
    }

    private void JoinList(int patient, int pool, int amount, int bundle, int index, RequestPurpose purpose, int rank, int leavesPool)
    {
        var at = lists.Take();
        ref var request = ref lists.Items[at];
        request.Patient = patient;
        request.Bundle = bundle;
        request.BundleIndex = (byte)index;
        request.JoinedAt = now;
        request.Pool = (short)pool;
        request.Amount = (short)amount;
        request.Rank = (byte)rank;
        request.Purpose = purpose;
        request.LeavesPool = (short)leavesPool;
        ref var item = ref patients.Items[patient];
        lists.Enter(at, item.FirstRequest);
        item.FirstRequest = at;
        CountWaiting(pool, purpose, +1);
        MarkDirty(pool);
        LookForDeadlockBehind(pool);
        alsoWanted[pool]?.JoinedSince.Add(at);
    }

    /// <summary>Asks for the parts of a joined bundle that are neither held nor asked for yet.</summary>
    private void JoinMissing(int patient, Bundle bundle, int index, RequestPurpose purpose)
    {
        patients.Items[patient].Joined |= 1 << index;
        foreach (ref readonly var part in bundle.Items.AsSpan())
        {
            var pool = evaluator.PoolOf(part, patient);
            if (!(purpose == RequestPurpose.Place && Holds(patient, pool, part.Amount)) && !IsAskedFor(patient, bundle.Id, pool, purpose))
            {
                JoinList(patient, pool, part.Amount, bundle.Id, index, purpose, patients.Items[patient].Rank, None);
            }
        }
    }

    private bool IsAskedFor(int patient, int bundle, int pool, RequestPurpose purpose)
    {
        for (var at = patients.Items[patient].FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
        {
            ref var request = ref lists.Items[at];
            if (request.Bundle == bundle && request.Pool == pool && request.Purpose == purpose)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes on from a wait that has become needless: the place is held already, or nothing is asked for any more.</summary>
    private void EndNeedlessWait(int patient, StageModel stage)
    {
        var isForPlace = patients.Items[patient].Phase == Phase.WaitingForPlace;
        EndWait(patient);
        if (!isForPlace)
        {
            GoOn(patient, StartService(patient, stage));
            return;
        }

        if (stage.PlaceMode == PlaceMode.Request)
        {
            TryTakeAtOnce(patient, stage);
        }
        else if (stage.PlaceMode == PlaceMode.None)
        {
            LetGoPlaces(patient, stage, null);
        }

        GoOn(patient, PlaceTaken(patient, stage, null));
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
        if (pools[item.Pool].Free > 0)
        {
            // What is free may be too little for the one who is head now.
            LookForDeadlockOfThoseLeft(item.Pool);
        }
    }
}
