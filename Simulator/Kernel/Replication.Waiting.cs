using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.Kernel;

/// <summary>Asking for places and staff, and what happens while waiting (sentences 3, 5, 9, 10, 11).</summary>
public sealed partial class Replication
{
    /// <summary>Takes without asking what is already held, what is never short and what would be given in this instant. False: the patient has to wait for the serving.</summary>
    private bool TryTakeAtOnce(int patient, StageModel stage)
    {
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
        if (!CanTakeAtOnce(stage.Staff[0], patient, isStaff: true))
        {
            return false;
        }

        AcquireBundle(patient, stage.Staff[0], isStaff: true);
        return true;
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
            ref var state = ref pools[pool];
            if (state.Capacity >= PoolState.NeverShort && model.Pools[pool].Takes is null)
            {
                continue;
            }

            if (!isStaff && Holds(patient, pool, parts[index].Amount))
            {
                continue;
            }

            if (state.Free < parts[index].Amount || !lists.IsEmpty(pool) || !state.Takes || keptOpen[pool] > 0 || IsAskedForBefore(parts, index, pool, patient))
            {
                return false;
            }

            isLimited = true;
        }

        return !isLimited || IsServedNext();
    }

    private bool IsAskedForBefore(PoolAmount[] parts, int index, int pool, int patient)
    {
        for (var earlier = 0; earlier < index; earlier++)
        {
            if (evaluator.PoolOf(parts[earlier], patient) == pool)
            {
                return true;
            }
        }

        return false;
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
            foreach (ref readonly var part in bundle.Items.AsSpan())
            {
                if (!Holds(patient, evaluator.PoolOf(part, patient), part.Amount))
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
        RaiseByClock(patient, stage);
        for (var index = 0; index < bundles.Length; index++)
        {
            if (bundles[index].After is not { } after || IsLongDue(patient, after, DrawPurpose.Alternative))
            {
                Join(patient, bundles[index], index, purpose, item.Rank, None);
            }
        }

        if (stage.HasTimers || stage.HasQueueLimit)
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
        ref var item = ref patients.Items[patient];
        if (purpose != RequestPurpose.MoveBack)
        {
            item.Joined |= 1 << index;
        }

        foreach (ref readonly var part in bundle.Items.AsSpan())
        {
            var pool = evaluator.PoolOf(part, patient);
            if (purpose != RequestPurpose.Staff && Holds(patient, pool, part.Amount))
            {
                continue;
            }

            var at = lists.Take();
            ref var request = ref lists.Items[at];
            request.Patient = patient;
            request.Bundle = bundle.Id;
            request.BundleIndex = (byte)index;
            request.JoinedAt = now;
            request.Pool = (short)pool;
            request.Amount = (short)part.Amount;
            request.Rank = (byte)rank;
            request.Purpose = purpose;
            request.LeavesPool = (short)leavesPool;
            lists.Enter(at, item.FirstRequest);
            item.FirstRequest = at;
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
}
