using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>Serving the list of one pool: who is given what (sentences 3, 5, 10, 11).</summary>
public sealed partial class Replication
{
    private void Serve(int pool)
    {
        ref var state = ref pools[pool];
        serving = pool;
        while (!lists.IsEmpty(pool) && state.Takes && state.Free > 0 && GiveOne(pool, ref state))
        {
        }

        serving = None;

        if (keptOpen[pool] > 0 && !HasWaitingFromBefore(pool, state.ServesBefore))
        {
            CloseAfterAll(pool);
        }
    }

    /// <summary>Gives to the first in the list who can be served; false when nobody can.</summary>
    private bool GiveOne(int pool, ref PoolState state)
    {
        for (var at = lists.Head(pool); at != None; at = lists.After(at))
        {
            ref var request = ref lists.Items[at];
            if (request.JoinOrder >= state.ServesBefore)
            {
                continue;
            }

            if (request.Amount > state.Free)
            {
                // Short here alone: blocks those behind. Short elsewhere as well: passed over.
                if (OthersAreFree(at))
                {
                    return false;
                }

                continue;
            }

            if (TryGive(at, pool))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryGive(int at, int pool)
    {
        ref var request = ref lists.Items[at];
        var patient = request.Patient;
        if (request.Purpose == RequestPurpose.MoveBack)
        {
            return TryMoveBack(at, pool);
        }

        // The usual case: one request, one pool.
        var single = patients.Items[patient].FirstRequest == at && request.NextOfPatient == None;
        var stage = model.Stages[patients.Items[patient].Stage];
        var bundles = request.Purpose == RequestPurpose.Place ? stage.Place : stage.Staff;
        var index = single ? request.BundleIndex : FirstServable(patient, bundles, request.Purpose, pool);
        if (index < 0)
        {
            return false;
        }

        Give(patient, stage, bundles[index], index, request.Purpose);
        return true;
    }

    /// <summary>The first joined bundle, in written order, of which every pool can serve this patient now, or -1.</summary>
    private int FirstServable(int patient, Bundle[] bundles, RequestPurpose purpose, int servedPool)
    {
        var joined = patients.Items[patient].Joined;
        for (var index = 0; index < bundles.Length; index++)
        {
            if ((joined >> index & 1) != 0 && CanServe(patient, bundles[index].Id, purpose, servedPool))
            {
                return index;
            }
        }

        return None;
    }

    private bool CanServe(int patient, int bundle, RequestPurpose purpose, int servedPool)
    {
        for (var at = patients.Items[patient].FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
        {
            ref var request = ref lists.Items[at];
            if (request.Bundle == bundle && request.Purpose == purpose && !PoolCanServe(at, servedPool))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// True when the request's pool has enough left after those ahead who could be served. Those ahead in the pool being served have just been
    /// passed over, so they need not be looked at again.
    /// </summary>
    private bool PoolCanServe(int at, int servedPool)
    {
        ref var request = ref lists.Items[at];
        ref var state = ref pools[request.Pool];
        if (!state.Takes || request.JoinOrder >= state.ServesBefore || state.Free < request.Amount)
        {
            return false;
        }

        if (request.Pool == servedPool)
        {
            return true;
        }

        var free = state.Free;
        for (var ahead = lists.Head(request.Pool); ahead != at; ahead = lists.After(ahead))
        {
            ref var other = ref lists.Items[ahead];
            if (other.JoinOrder >= state.ServesBefore || !OthersAreFree(ahead))
            {
                continue;
            }

            free -= other.Amount;
            if (free < request.Amount)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when every other pool of the same bundle has the amount free.</summary>
    private bool OthersAreFree(int at)
    {
        ref var request = ref lists.Items[at];
        if (request.Purpose == RequestPurpose.MoveBack && !MayMoveBack(request.Bundle))
        {
            return false;
        }

        for (var other = patients.Items[request.Patient].FirstRequest; other != None; other = lists.Items[other].NextOfPatient)
        {
            ref var item = ref lists.Items[other];
            if (other != at && item.Bundle == request.Bundle && item.Purpose == request.Purpose && pools[item.Pool].Free < item.Amount)
            {
                return false;
            }
        }

        return true;
    }

    private void Give(int patient, StageModel stage, Bundle bundle, int index, RequestPurpose purpose)
    {
        EndWait(patient);
        if (purpose == RequestPurpose.Staff)
        {
            AcquireBundle(patient, bundle, isStaff: true);
            GoOn(patient, StartService(patient, stage));
            return;
        }

        TakePlace(patient, stage, bundle, index);
    }

    private void TakePlace(int patient, StageModel stage, Bundle bundle, int index)
    {
        AcquireBundle(patient, bundle, isStaff: false);
        LetGoPlaces(patient, stage, bundle);
        AskToMoveBack(patient, stage, index);
        GoOn(patient, PlaceTaken(patient, stage, bundle));
    }

    /// <summary>In alternative <paramref name="index"/> the patient stays in the lists of those written before it.</summary>
    private void AskToMoveBack(int patient, StageModel stage, int index)
    {
        var leaves = patients.Items[patient].PlaceTaken;
        if (stage.MovesBack is not { } back || AsksToMoveBack(patient, leaves))
        {
            return;
        }

        for (var earlier = 0; earlier < index; earlier++)
        {
            Join(patient, stage.Place[earlier], earlier, RequestPurpose.MoveBack, back.Rank, leaves);
        }
    }

    private bool AsksToMoveBack(int patient, int leaves)
    {
        for (var at = patients.Items[patient].FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
        {
            if (lists.Items[at].Purpose == RequestPurpose.MoveBack && lists.Items[at].LeavesPool == leaves)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryMoveBack(int at, int pool)
    {
        var (patient, bundleId, leaves, index) = (lists.Items[at].Patient, lists.Items[at].Bundle, lists.Items[at].LeavesPool, lists.Items[at].BundleIndex);
        if (!MayMoveBack(bundleId) || !CanServe(patient, bundleId, RequestPurpose.MoveBack, pool))
        {
            return false;
        }

        var boards = patients.Items[patient].Phase == Phase.WaitingForPlace;
        if (boards)
        {
            CountBoarding(patient, -1);
        }

        var bundle = model.Bundles[bundleId];
        AcquireBundle(patient, bundle, isStaff: false);
        MoveFrom(patient, leaves, bundle);
        Note(TraceStep.MovedBack, patient);
        KeepEarlierWishes(patient, leaves, index);
        if (boards)
        {
            CountBoarding(patient, +1);
            exchangeCandidates.Add(patient);
        }

        ref var item = ref patients.Items[patient];
        if (item.DelayKind >= 0 && item.DelayPool == leaves)
        {
            var kind = item.DelayKind;
            EndDelay(patient);
            (item.DelayKind, item.DelayPool) = (kind, item.PlaceTaken);
            recorder.DelayChanged(item.PlaceTaken, kind, +1, now);
        }

        return true;
    }

    /// <summary>Lets go the alternative that begins with a pool, as far as it is not part of the bundle moved to.</summary>
    private void MoveFrom(int patient, int leaves, Bundle to)
    {
        ref var item = ref patients.Items[patient];
        var left = AlternativeBeginningWith(leaves, to, patient);
        var previous = None;
        for (var at = item.FirstHolding; at != None;)
        {
            var holding = holdings.Items[at];
            if (!holding.IsStaff && IsPartOf(left, holding.Pool, patient) && !IsPartOf(to, holding.Pool, patient))
            {
                Unlink(ref item, previous, holding.Next);
                holdings.Remove(at);
                Return(patient, holding.Pool, holding.Amount);
            }
            else
            {
                previous = at;
            }

            at = holding.Next;
        }
    }

    private Bundle AlternativeBeginningWith(int pool, Bundle other, int patient)
    {
        foreach (var bundle in siblings[other.Id])
        {
            if (bundle.Id != other.Id && evaluator.PoolOf(bundle.Items[0], patient) == pool)
            {
                return bundle;
            }
        }

        throw new System.Diagnostics.UnreachableException("a patient moves back from a place that is no alternative of the stage");
    }

    /// <summary>After moving to alternative <paramref name="index"/>, only the wishes for still earlier ones stay, now from the new place.</summary>
    private void KeepEarlierWishes(int patient, int left, int index)
    {
        var previous = None;
        for (var at = patients.Items[patient].FirstRequest; at != None;)
        {
            ref var request = ref lists.Items[at];
            var next = request.NextOfPatient;
            if (request.Purpose == RequestPurpose.MoveBack && request.LeavesPool == left && request.BundleIndex >= index)
            {
                DropRequest(patient, at, previous);
            }
            else
            {
                if (request.Purpose == RequestPurpose.MoveBack && request.LeavesPool == left)
                {
                    request.LeavesPool = patients.Items[patient].PlaceTaken;
                }

                previous = at;
            }

            at = next;
        }
    }

    /// <summary>True in the hours in which patients are moved back to the bundle.</summary>
    private bool MayMoveBack(int bundle) => moveBackHours[bundle]?.IsOpen(now) ?? true;

    private bool HasWaitingFromBefore(int pool, long order)
    {
        for (var at = lists.Head(pool); at != None; at = lists.After(at))
        {
            if (lists.Items[at].JoinOrder < order)
            {
                return true;
            }
        }

        return false;
    }
}
