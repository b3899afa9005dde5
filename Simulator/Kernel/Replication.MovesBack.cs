using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>Patients in an alternative who stay in the lists of the alternatives written before it (sentence 10).</summary>
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

    private bool TryMoveBack(int at, int pool)
    {
        var (patient, bundleId, leaves, index) = (lists.Items[at].Patient, lists.Items[at].Bundle, lists.Items[at].LeavesPool, lists.Items[at].BundleIndex);
        if (!MayMoveBack(patient, bundleId) || !CanServe(patient, bundleId, RequestPurpose.MoveBack, pool))
        {
            return false;
        }

        var boards = patients.Items[patient].Phase == Phase.WaitingForPlace;
        if (boards)
        {
            CountBoarding(patient, -1);
        }

        var bundle = model.Bundles[bundleId];
        var newestBefore = patients.Items[patient].FirstHolding;
        AcquireBundle(patient, bundle, isStaff: false);
        MoveFrom(patient, leaves, bundle, newestBefore);
        Note(TraceStep.MovedBack, patient);
        KeepEarlierWishes(patient, leaves, index);
        RenewWishes(patient);
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
    /// The alternative held that begins with a pool and is written after a bundle of the same stage, or null. Any instance counts: the attribute that
    /// chose it may have changed since.
    /// </summary>
    private Bundle? AlternativeHeld(int patient, int bundle, int leaves)
    {
        var isAfter = false;
        foreach (var alternative in siblings[bundle])
        {
            if (isAfter && MayMean(alternative.Items[0].Pool, leaves) && HoldsSomeOfEach(patient, alternative))
            {
                return alternative;
            }

            isAfter |= alternative.Id == bundle;
        }

        return null;
    }

    private bool HoldsSomeOfEach(int patient, Bundle bundle)
    {
        foreach (ref readonly var part in bundle.Items.AsSpan())
        {
            var found = false;
            for (var at = patients.Items[patient].FirstHolding; at != None && !found; at = holdings.Items[at].Next)
            {
                found = !holdings.Items[at].IsStaff && MayMean(part.Pool, holdings.Items[at].Pool);
            }

            if (!found)
            {
                return false;
            }
        }

        return true;
    }

    private static bool MayMean(PoolRef reference, int pool) => reference.Pool >= 0 ? reference.Pool == pool : Array.IndexOf(reference.ByValue, pool) >= 0;

    /// <summary>After moving to alternative <paramref name="index"/>, only the wishes for what is missing of still earlier ones stay, now from the new place.</summary>
    private void KeepEarlierWishes(int patient, int left, int index)
    {
        var previous = None;
        for (var at = patients.Items[patient].FirstRequest; at != None;)
        {
            ref var request = ref lists.Items[at];
            var next = request.NextOfPatient;
            var isWish = request.Purpose == RequestPurpose.MoveBack && request.LeavesPool == left;
            if (isWish && (request.BundleIndex >= index || Holds(patient, request.Pool, request.Amount)))
            {
                DropRequest(patient, at, previous);
            }
            else
            {
                if (isWish)
                {
                    request.LeavesPool = patients.Items[patient].PlaceTaken;
                    MayBeAllThatIsMissing(request.Pool);
                }

                previous = at;
            }

            at = next;
        }
    }

    /// <summary>
    /// A wish was put for the pools that the patient's attributes led to, and for what was not held then. Where they lead elsewhere now, or more is
    /// missing, it is put anew; where the place held is no alternative to it any more, it ends.
    /// </summary>
    private void RenewWishes(int patient)
    {
        EndWishesForWhatIsHeld(patient);
        for (var at = patients.Items[patient].FirstRequest; at != None;)
        {
            var wish = lists.Items[at];
            if (wish.Purpose != RequestPurpose.MoveBack)
            {
                at = wish.NextOfPatient;
                continue;
            }

            var mayMove = AlternativeHeld(patient, wish.Bundle, wish.LeavesPool) is not null;
            if (mayMove && IsWhole(patient, wish.Bundle))
            {
                at = wish.NextOfPatient;
                continue;
            }

            DropWish(patient, wish.Bundle);
            if (mayMove)
            {
                Join(patient, model.Bundles[wish.Bundle], wish.BundleIndex, RequestPurpose.MoveBack, wish.Rank, wish.LeavesPool);
            }

            at = patients.Items[patient].FirstRequest;
        }
    }

    /// <summary>
    /// A part of a bundle wished for may have been taken as the place of a later stage: what is still missing of it may be all that is. Where all is
    /// held the wish rests: it is in its lists again when something of it is let go.
    /// </summary>
    private void EndWishesForWhatIsHeld(int patient)
    {
        var (previous, isEnded) = (None, false);
        for (var at = patients.Items[patient].FirstRequest; at != None;)
        {
            var (next, request) = (lists.Items[at].NextOfPatient, lists.Items[at]);
            if (request.Purpose == RequestPurpose.MoveBack && Holds(patient, request.Pool, request.Amount) && !HoldsAll(patient, model.Bundles[request.Bundle]))
            {
                DropRequest(patient, at, previous);
                isEnded = true;
            }
            else
            {
                previous = at;
            }

            at = next;
        }

        for (var at = patients.Items[patient].FirstRequest; isEnded && at != None; at = lists.Items[at].NextOfPatient)
        {
            MayBeAllThatIsMissing(lists.Items[at].Pool);
        }
    }

    /// <summary>True when each part of a bundle wished for is asked for or held, and nothing else is asked for.</summary>
    private bool IsWhole(int patient, int bundle)
    {
        foreach (ref readonly var part in model.Bundles[bundle].Items.AsSpan())
        {
            var pool = evaluator.PoolOf(part, patient);
            if (!Holds(patient, pool, part.Amount) && !IsAskedFor(patient, bundle, pool, RequestPurpose.MoveBack))
            {
                return false;
            }
        }

        for (var at = patients.Items[patient].FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
        {
            ref var request = ref lists.Items[at];
            if (request.Bundle == bundle && request.Purpose == RequestPurpose.MoveBack && !IsPartOf(model.Bundles[bundle], request.Pool, patient))
            {
                return false;
            }
        }

        return true;
    }

    private void DropWish(int patient, int bundle)
    {
        var previous = None;
        for (var at = patients.Items[patient].FirstRequest; at != None;)
        {
            var next = lists.Items[at].NextOfPatient;
            if (lists.Items[at].Bundle == bundle && lists.Items[at].Purpose == RequestPurpose.MoveBack)
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
