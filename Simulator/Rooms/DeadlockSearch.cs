using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>
/// The largest set of pools held only by patients who have ended and wait for one another, and whether time may undo it (docs/law.md, sentences 13.4 and
/// 13.7).
/// </summary>
internal sealed class DeadlockSearch
{
    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly HoldingStore holdings;
    private readonly WaitingLists lists;
    private readonly PoolState[] pools;
    private readonly Evaluator evaluator;
    private readonly SurgeState[][] surges;
    private readonly Blocking blocking;
    private readonly Capacity capacity;
    private bool[] deadlock = [];

    public DeadlockSearch(RunState run, Blocking blocking, Capacity capacity)
    {
        (this.run, this.blocking, this.capacity) = (run, blocking, capacity);
        (patients, holdings, lists, pools, evaluator, surges) = (run.Patients, run.Holdings, run.Lists, run.Pools, run.Evaluator, run.Surges);
    }

    /// <summary>A deadlock that comes about now contains the patient that is looked at, so this is soon said.</summary>
    public bool MayBeInDeadlock(int patient, DeadlockOf what) => blocking.HoldsFullyBlockedPool(patient, what) && WaitsForFullyBlockedOnly(patient, what);

    private bool WaitsForFullyBlockedOnly(int patient, DeadlockOf what)
    {
        foreach (var at in run.RequestsOf(patient))
        {
            ref var request = ref lists.Items[at];
            if (request.Purpose == RequestPurpose.Place && run.Model.Bundles[request.Bundle].Items.Length == 1 && !blocking.IsFullyBlocked(request.Pool, what))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The largest set of fully blocked pools whose holders wait only for pools of the set; false when there is none.</summary>
    public bool FindDeadlock(DeadlockOf what)
    {
        if (deadlock.Length == 0)
        {
            deadlock = new bool[pools.Length];
        }

        for (var pool = 0; pool < pools.Length; pool++)
        {
            deadlock[pool] = blocking.IsFullyBlocked(pool, what);
        }

        return Shrink(inTime: false);
    }

    /// <summary>
    /// Takes the pools out of the deadlock of which somebody may let a unit go, or may leave the head of the list; then those of which the same is true without
    /// them, and so on. False when nothing is left. <paramref name="inTime"/>: who need only wait for something that is due may go too.
    /// </summary>
    private bool Shrink(bool inTime)
    {
        bool shrinks;
        do
        {
            shrinks = false;
            for (var patient = 0; patient < patients.Used; patient++)
            {
                if (patients.Items[patient].Phase == Phase.WaitingForPlace && HoldsInDeadlock(patient) && MayGo(patient, inTime))
                {
                    shrinks |= TakeOutOfDeadlock(patient);
                }
            }

            for (var pool = 0; pool < pools.Length; pool++)
            {
                if (deadlock[pool] && pools[pool].Free > 0 && MayGo(lists.Items[lists.Head(pool)].Patient, inTime))
                {
                    (deadlock[pool], shrinks) = (false, true);
                }
            }
        }
        while (shrinks);
        return Array.IndexOf(deadlock, true) >= 0;
    }

    private bool MayGo(int patient, bool inTime) => MayBeServedOutside(patient) || (inTime && SomethingIsDue(patient));

    public bool HoldsInDeadlock(int patient)
    {
        foreach (var at in run.HoldingsOf(patient))
        {
            if (!holdings.Items[at].IsStaff && deadlock[holdings.Items[at].Pool])
            {
                return true;
            }
        }

        return false;
    }

    private bool MayBeServedOutside(int patient)
    {
        foreach (var at in run.RequestsOf(patient))
        {
            if (lists.Items[at].Purpose != RequestPurpose.MoveBack && !NeedsDeadlock(patient, lists.Items[at].Bundle))
            {
                return true;
            }
        }

        return false;
    }

    private bool NeedsDeadlock(int patient, int bundle)
    {
        foreach (var at in run.RequestsOf(patient))
        {
            if (lists.Items[at].Bundle == bundle && deadlock[lists.Items[at].Pool])
            {
                return true;
            }
        }

        return false;
    }

    private bool TakeOutOfDeadlock(int patient)
    {
        var any = false;
        foreach (var at in run.HoldingsOf(patient))
        {
            if (!holdings.Items[at].IsStaff && deadlock[holdings.Items[at].Pool])
            {
                deadlock[holdings.Items[at].Pool] = false;
                any = true;
            }
        }

        return any;
    }

    /// <summary>
    /// True when nothing to come undoes the deadlock, or one that is part of it: what may come undone is taken out, so that it does not hide what may not.
    /// What is left of the deadlock then is what remains.
    /// </summary>
    public bool RemainsForEver()
    {
        for (var pool = 0; pool < pools.Length; pool++)
        {
            deadlock[pool] &= pools[pool].Takes && !MayGrow(pool);
        }

        return Shrink(inTime: true);
    }

    /// <summary>
    /// True when the time of giving up, of an alternative or of a rise in priority is still to come for a patient, a move back out of the deadlock, or a
    /// dated change after which less is asked for.
    /// </summary>
    private bool SomethingIsDue(int patient) =>
        patients.Items[patient].LiveSequence != uint.MaxValue || AsksToMoveOutside(patient) || WillAskForLess(patient);

    private bool AsksToMoveOutside(int patient)
    {
        foreach (var at in run.RequestsOf(patient))
        {
            if (lists.Items[at].Purpose == RequestPurpose.MoveBack && !NeedsDeadlock(patient, lists.Items[at].Bundle))
            {
                return true;
            }
        }

        return false;
    }

    private bool WillAskForLess(int patient)
    {
        for (var index = 0; index < run.Timeline.Models.Length; index++)
        {
            if (run.Timeline.From[index] > run.Now && AsksForLess(patient, run.Timeline.Models[index]))
            {
                return true;
            }
        }

        return false;
    }

    private bool AsksForLess(int patient, SystemModel later)
    {
        foreach (var at in run.RequestsOf(patient))
        {
            var request = lists.Items[at];
            if (Array.Exists(later.Bundles[request.Bundle].Items, part => part.Amount < request.Amount && evaluator.PoolOf(part, patient) == request.Pool))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True when a roster, a closure that ends, a surge or a dated change may add to what a pool has now. It is looked at again when that happens.
    /// </summary>
    private bool MayGrow(int pool)
    {
        var now = run.Now;
        ref var state = ref pools[pool];
        if (state.Closed > 0 || surges[pool].Any(surge => !surge.IsOpen))
        {
            return true;
        }

        var most = state.Rostered + state.Surge;
        if (RisesAbove(run.Model, pool, now, most))
        {
            return true;
        }

        for (var index = 0; index < run.Timeline.Models.Length; index++)
        {
            if (run.Timeline.From[index] > now && RisesAbove(run.Timeline.Models[index], pool, run.Timeline.From[index], most))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True when a model gives a pool more than now at a time or later, with the surges that are open. After the end of the run too: whoever still waits
    /// then does not wait for ever. Calendars are laid out over more than a year beyond it.
    /// </summary>
    private bool RisesAbove(SystemModel later, int pool, int from, int most)
    {
        var description = later.Pools[pool];
        var surge = capacity.UnitsOfOpenSurges(later, pool);
        for (var at = from; at < int.MaxValue; at = description.Capacity.NextChange(at))
        {
            if (description.Unlimited || description.Capacity.At(at) + surge > most)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a pool is in the deadlock that was found last.</summary>
    public bool Has(int pool) => deadlock[pool];
}
