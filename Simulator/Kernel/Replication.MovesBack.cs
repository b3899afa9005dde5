using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>
/// Patients in an alternative who stay in the lists of the alternatives written before it (docs/law.md, sentence 10). Each alternative of a stage with
/// <c>moves_back</c> is one pool: compilation sees to that.
/// </summary>
public sealed partial class Replication
{
    /// <summary>In alternative <paramref name="index"/> the patient stays in the lists of those written before it.</summary>
    private void AskToMoveBack(int patient, StageModel stage, int index)
    {
        var leaves = patients.Items[patient].PlaceTaken;
        if (stage.MovesBack is not { } back)
        {
            return;
        }

        for (var earlier = 0; earlier < index; earlier++)
        {
            if (!AsksToMoveBack(patient, stage.Place[earlier], leaves))
            {
                Join(patient, stage.Place[earlier], earlier, RequestPurpose.MoveBack, back.Rank, leaves);
            }
        }
    }

    private bool AsksToMoveBack(int patient, Bundle to, int leaves)
    {
        for (var at = patients.Items[patient].FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
        {
            ref var request = ref lists.Items[at];
            if (request.Purpose == RequestPurpose.MoveBack && request.Bundle == to.Id && request.LeavesPool == leaves)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryMoveBack(int at)
    {
        var (patient, bundleId, leaves, index) = (lists.Items[at].Patient, lists.Items[at].Bundle, lists.Items[at].LeavesPool, lists.Items[at].BundleIndex);
        if (!MayMoveBack(patient, bundleId))
        {
            return false;
        }

        var boards = patients.Items[patient].Phase == Phase.WaitingForPlace;
        if (boards)
        {
            CountBoarding(patient, -1);
        }

        var left = AlternativeTaken(patient, bundleId, leaves);
        AcquireBundle(patient, model.Bundles[bundleId], isStaff: false);
        LetGoOne(patient, left);
        Note(TraceStep.MovedBack, patient);
        KeepEarlierMoveBacks(patient, leaves, index);
        RenewMoveBacks(patient);
        if (boards)
        {
            CountBoarding(patient, +1);
            exchangeCandidates.Add(patient);
        }

        RenewDelay(patient, boards);
        if (boards)
        {
            AskAnew(patient);
        }

        return true;
    }

    /// <summary>
    /// The holding that is left by moving back to a bundle. Of several places of one pool the newest that has the amount of an alternative: a stage before
    /// or after asks for less or for more, or would have used this one.
    /// </summary>
    private int AlternativeTaken(int patient, int bundle, int leaves)
    {
        var newest = None;
        for (var at = patients.Items[patient].FirstHolding; at != None; at = holdings.Items[at].Next)
        {
            if (holdings.Items[at].IsStaff || holdings.Items[at].Pool != leaves)
            {
                continue;
            }

            if (IsAlternative(bundle, leaves, holdings.Items[at].Amount))
            {
                return at;
            }

            newest = newest == None ? at : newest;
        }

        return newest;
    }

    private void LetGoOne(int patient, int gone)
    {
        ref var item = ref patients.Items[patient];
        var previous = None;
        for (var at = item.FirstHolding; at != gone; at = holdings.Items[at].Next)
        {
            previous = at;
        }

        var holding = holdings.Items[gone];
        Unlink(ref item, previous, holding.Next);
        holdings.Remove(gone);
        Return(patient, holding.Pool, holding.Amount);
    }

    /// <summary>
    /// True when a pool may be that of an alternative written after a bundle of the same stage; of that amount, unless it is 0. Any instance counts: the
    /// attribute that chose it may have changed since.
    /// </summary>
    private bool IsAlternative(int bundle, int pool, int amount)
    {
        var isAfter = false;
        foreach (var alternative in siblings[bundle])
        {
            ref readonly var part = ref alternative.Items[0];
            if (isAfter && MayMean(part.Pool, pool) && (amount == 0 || part.Amount == amount))
            {
                return true;
            }

            isAfter |= alternative.Id == bundle;
        }

        return false;
    }

    private static bool MayMean(PoolRef reference, int pool) => reference.Pool >= 0 ? reference.Pool == pool : Array.IndexOf(reference.ByValue, pool) >= 0;

    /// <summary>After moving to alternative <paramref name="index"/>, only the requests for still earlier ones stay, now from the new place.</summary>
    private void KeepEarlierMoveBacks(int patient, int left, int index)
    {
        var previous = None;
        for (var at = patients.Items[patient].FirstRequest; at != None;)
        {
            ref var request = ref lists.Items[at];
            var next = request.NextOfPatient;
            var isMoveBack = request.Purpose == RequestPurpose.MoveBack && request.LeavesPool == left;
            if (isMoveBack && request.BundleIndex >= index)
            {
                DropRequest(patient, at, previous);
            }
            else
            {
                if (isMoveBack)
                {
                    request.LeavesPool = patients.Items[patient].PlaceTaken;
                }

                previous = at;
            }

            at = next;
        }
    }

    /// <summary>
    /// A request to move back was put for the pool that the patient's attributes led to. Where they lead elsewhere now it is put anew; where the place held
    /// is no alternative to it any more it ends. Where the pool is held as the place of a later stage the request rests: it is not served until that is let
    /// go.
    /// </summary>
    private void RenewMoveBacks(int patient)
    {
        var previous = None;
        for (var at = patients.Items[patient].FirstRequest; at != None;)
        {
            var (moveBack, place) = (lists.Items[at], at);
            at = moveBack.NextOfPatient;
            if (moveBack.Purpose != RequestPurpose.MoveBack)
            {
                previous = place;
                continue;
            }

            var mayMove = IsAlternative(moveBack.Bundle, moveBack.LeavesPool, 0) && Holds(patient, moveBack.LeavesPool, 1);
            var bundle = model.Bundles[moveBack.Bundle];
            if (mayMove && evaluator.PoolOf(bundle.Items[0], patient) == moveBack.Pool)
            {
                previous = place;
                continue;
            }

            DropRequest(patient, place, previous);
            if (mayMove)
            {
                // In front of the patient's requests, which are gone through from there on.
                Join(patient, bundle, moveBack.BundleIndex, RequestPurpose.MoveBack, moveBack.Rank, moveBack.LeavesPool);
                previous = previous == None ? patients.Items[patient].FirstRequest : previous;
            }
        }
    }

    /// <summary>The place of a pool is let go: the request to move from it ends.</summary>
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

    /// <summary>The bed in which the patient is delayed may be another one now, or none.</summary>
    private void RenewDelay(int patient, bool boards)
    {
        var stage = model.Stages[patients.Items[patient].Stage];
        if (stage.Delayed is null)
        {
            return;
        }

        if (boards)
        {
            StartDelayWhileWaiting(patient, stage);
        }
        else
        {
            StartDelayInPlace(patient, stage, null);
        }
    }

    /// <summary>Who moved back while waiting for the next place holds something else: what was held then is asked for, what is held now is not.</summary>
    private void AskAnew(int patient)
    {
        ref var item = ref patients.Items[patient];
        var stage = model.Stages[item.Stage];
        if (HeldBundle(patient, stage) is not null)
        {
            EndNeedlessWait(patient, stage);
            return;
        }

        var previous = None;
        for (var at = item.FirstRequest; at != None;)
        {
            var (next, request) = (lists.Items[at].NextOfPatient, lists.Items[at]);
            if (request.Purpose == RequestPurpose.Place && Holds(patient, request.Pool, request.Amount))
            {
                DropRequest(patient, at, previous);
            }
            else
            {
                MayBeAllThatIsMissing(request.Pool);
                previous = at;
            }

            at = next;
        }

        for (var index = 0; index < stage.Place.Length; index++)
        {
            if ((item.Joined >> index & 1) != 0)
            {
                JoinMissing(patient, stage.Place[index], index, RequestPurpose.Place);
            }
        }
    }

    /// <summary>A patient in the list holds now what was asked for beside: the list is served, even if all others in it lack something else.</summary>
    private void MayBeAllThatIsMissing(int pool)
    {
        MarkDirty(pool);
        alsoWanted[pool] = null;
    }

    /// <summary>True in the hours in which patients are moved back to the bundle, unless the patient holds it all.</summary>
    private bool MayMoveBack(int patient, int bundle) => (moveBackHours[bundle]?.IsOpen(now) ?? true) && !HoldsAll(patient, model.Bundles[bundle]);
}
