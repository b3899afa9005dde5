using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.Kernel;

/// <summary>Taking and letting go of places and staff (docs/law.md, sentences 4, 7, 12), and the delays that go with them.</summary>
public sealed partial class Replication
{
    /// <summary>While patients change places, what the next one takes of what this one leaves: it changes hands and is not cleaned in between.</summary>
    private (int Pool, int Amount) changesHands = (None, 0);

    private void Acquire(int patient, int pool, int amount, bool isStaff, bool freeEarly)
    {
        ref var state = ref pools[pool];
        if (!state.IsPlain)
        {
            recorder.TouchOccupancy(pool, now);
            if (recorder.Demand is not null)
            {
                CountGiven(patient, pool, amount, isStaff);
            }
        }

        state.Touch(now);
        state.Occupied += amount;
        state.Given += amount;
        if (!state.IsPlain)
        {
            MarkCompanionsDirty(pool);
        }

        ref var item = ref patients.Items[patient];
        item.FirstHolding = holdings.Add(pool, amount, isStaff, freeEarly, item.FirstHolding);
    }

    private void AcquireBundle(int patient, Bundle bundle, bool isStaff)
    {
        foreach (ref readonly var part in bundle.Items.AsSpan())
        {
            var pool = evaluator.PoolOf(part, patient);
            if (isStaff || !Holds(patient, pool, part.Amount))
            {
                Acquire(patient, pool, part.Amount, isStaff, bundle.For is not null);
                if (bundle.For is not null)
                {
                    ref var item = ref patients.Items[patient];
                    holdings.Items[item.FirstHolding].Alternative = (byte)Array.IndexOf(model.Stages[item.Stage].Staff, bundle);
                }
            }
        }

        if (!isStaff)
        {
            patients.Items[patient].PlaceTaken = (short)evaluator.PoolOf(bundle.Items[0], patient);
        }
    }

    /// <summary>Lets go every place not kept by the stage and not part of the bundle; a null stage keeps none.</summary>
    private void LetGoPlaces(int patient, StageModel? stage, Bundle? bundle)
    {
        ref var item = ref patients.Items[patient];
        var previous = None;
        var claimed = 0;
        for (var at = item.FirstHolding; at != None;)
        {
            var holding = holdings.Items[at];
            var stays = holding.IsStaff
                || (stage?.Keep is { } keep && keep[holding.Pool])
                || (bundle is not null && IsClaimed(patient, bundle, at, ref claimed));
            if (stays)
            {
                previous = at;
            }
            else
            {
                Unlink(ref item, previous, holding.Next);
                holdings.Remove(at);
                Return(patient, holding.Pool, holding.Amount);
                DropMoveBack(patient, holding.Pool);
            }

            at = holding.Next;
        }
    }

    /// <summary>True when the holding is what the bundle asks for: the newest of the pool that is enough. What it has too much is let go.</summary>
    private bool IsClaimed(int patient, Bundle bundle, int at, ref int claimed)
    {
        ref var holding = ref holdings.Items[at];
        for (var index = 0; index < bundle.Items.Length; index++)
        {
            ref readonly var part = ref bundle.Items[index];
            if ((claimed >> index & 1) == 0 && holding.Amount >= part.Amount && evaluator.PoolOf(part, patient) == holding.Pool)
            {
                claimed |= 1 << index;
                var surplus = holding.Amount - part.Amount;
                holding.Amount = (short)part.Amount;
                if (surplus > 0)
                {
                    Return(patient, holding.Pool, surplus);
                }

                return true;
            }
        }

        return false;
    }

    private void LetGoStaff(int patient, bool earlyOnly)
    {
        ref var item = ref patients.Items[patient];
        var previous = None;
        for (var at = item.FirstHolding; at != None;)
        {
            var holding = holdings.Items[at];
            if (holding.IsStaff && (!earlyOnly || holding.FreeEarly))
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

    private void Unlink(ref Patient item, int previous, int next)
    {
        if (previous == None)
        {
            item.FirstHolding = next;
        }
        else
        {
            holdings.Items[previous].Next = next;
        }
    }

    /// <summary>A unit goes back: slots are used up, others pass through turnaround.</summary>
    private void Return(int patient, int pool, int amount)
    {
        ref var state = ref pools[pool];
        if (!state.IsPlain)
        {
            ReturnToSpecial(patient, pool, amount);
            return;
        }

        state.Touch(now);
        state.Occupied -= amount;
        LookForDeadlockOfThoseLeft(pool);
        MarkDirty(pool);
    }

    private void ReturnToSpecial(int patient, int pool, int amount)
    {
        var description = model.Pools[pool];
        if (description.Kind == PoolKind.Slots)
        {
            return;
        }

        ref var state = ref pools[pool];
        TouchPool(pool);
        state.Occupied -= amount;
        if (description.Turnaround is { } turnaround)
        {
            Clean(turnaround, patient, pool, amount - PartThatChangesHands(pool, amount));
        }

        LookForDeadlockOfThoseLeft(pool);
        MarkDirty(pool);
    }

    private int PartThatChangesHands(int pool, int amount)
    {
        if (pool != changesHands.Pool)
        {
            return 0;
        }

        var part = Math.Min(amount, changesHands.Amount);
        changesHands.Amount -= part;
        return part;
    }

    private void Clean(TimeRule turnaround, int patient, int pool, int amount)
    {
        var length = amount > 0 ? TurnaroundLength(turnaround, patient, pool) : 0;
        if (length > 0)
        {
            pools[pool].Turning += amount;
            events.Push(Later(now, length), EventKind.Ending, EventCode.TurnaroundEnds, pool, amount);
        }
    }

    /// <summary>
    /// Those who still hold a unit may be all who wait for each other, where there is more in use than capacity, or less free than anybody asks for.
    /// </summary>
    private void LookForDeadlockOfThoseLeft(int pool)
    {
        if (pools[pool].Boarding > 0)
        {
            LookForDeadlockAt(pool);
        }
    }

    private int TurnaroundLength(TimeRule rule, int patient, int pool)
    {
        var spec = evaluator.Spec(rule, patient, now);
        if (!spec.NeedsDraw)
        {
            return evaluator.Length(spec, patient, now, 0);
        }

        ref var item = ref patients.Items[patient];
        var draw = DrawKey.Draw(streamKeys[item.Stream], item.Number, poolHashes[pool], DrawPurpose.Turnaround, item.Visit, 0);
        return evaluator.Length(spec, patient, now, draw.Uniform);
    }

    private bool Holds(int patient, int pool, int amount)
    {
        for (var at = patients.Items[patient].FirstHolding; at != None; at = holdings.Items[at].Next)
        {
            ref var holding = ref holdings.Items[at];
            if (!holding.IsStaff && holding.Pool == pool && holding.Amount >= amount)
            {
                return true;
            }
        }

        return false;
    }

    private bool HoldsPlace(int patient)
    {
        for (var at = patients.Items[patient].FirstHolding; at != None; at = holdings.Items[at].Next)
        {
            if (!holdings.Items[at].IsStaff)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsPartOf(Bundle bundle, int pool, int patient)
    {
        foreach (ref readonly var part in bundle.Items.AsSpan())
        {
            if (evaluator.PoolOf(part, patient) == pool)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first bed pool the patient holds, other than those of a bundle, or -1.</summary>
    private int BedHeld(int patient, Bundle? except)
    {
        for (var at = patients.Items[patient].FirstHolding; at != None; at = holdings.Items[at].Next)
        {
            ref var holding = ref holdings.Items[at];
            if (!holding.IsStaff
                && model.Pools[holding.Pool].Kind == PoolKind.Beds
                && (except is null || !IsPartOf(except, holding.Pool, patient)))
            {
                return holding.Pool;
            }
        }

        return None;
    }

    /// <summary>Waiting for the place of a stage with <c>delayed</c> while a bed is still held.</summary>
    private void StartDelayWhileWaiting(int patient, StageModel stage) =>
        SetDelay(patient, stage, stage.Delayed is null ? None : BedHeld(patient, null));

    /// <summary>In a stage with <c>delayed</c> that keeps the bed.</summary>
    private void StartDelayInPlace(int patient, StageModel stage, Bundle? taken)
    {
        if (stage.Delayed is null)
        {
            EndDelay(patient);
            return;
        }

        // A bundle found already held is the stage's own place: being in it is no delay.
        var own = stage.PlaceMode == PlaceMode.Request ? taken ?? HeldBundle(patient, stage) : null;
        SetDelay(patient, stage, BedHeld(patient, own));
    }

    private void SetDelay(int patient, StageModel stage, int pool)
    {
        if (pool == None)
        {
            EndDelay(patient);
            return;
        }

        var kind = DelayKindOf(patient, stage);
        ref var item = ref patients.Items[patient];
        if (item.DelayKind == kind && item.DelayPool == pool)
        {
            return;
        }

        EndDelay(patient);
        (item.DelayKind, item.DelayPool) = ((short)kind, (short)pool);
        recorder.DelayChanged(pool, kind, +1, now);
    }

    private int DelayKindOf(int patient, StageModel stage)
    {
        var rule = stage.Delayed!;
        var kinds = rule.Kinds[evaluator.Cell(rule.Lookup, patient, now)];
        if (kinds.IsSingle)
        {
            return kinds.First;
        }

        ref var item = ref patients.Items[patient];
        return kinds.Pick(DrawKey.Draw(streamKeys[item.Stream], item.Number, stage.KeyHash, DrawPurpose.Attribution, item.Visit, 0).Uniform);
    }

    private void EndDelay(int patient)
    {
        ref var item = ref patients.Items[patient];
        if (item.DelayKind >= 0)
        {
            recorder.DelayChanged(item.DelayPool, item.DelayKind, -1, now);
            (item.DelayKind, item.DelayPool) = (None, None);
        }
    }

    private void TouchPool(int pool)
    {
        recorder.TouchOccupancy(pool, now);
        pools[pool].Touch(now);
    }
}
