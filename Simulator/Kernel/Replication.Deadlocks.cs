using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>Sets of pools held only by patients who have ended and wait for one another (docs/law.md, sentence 13.4).</summary>
public sealed partial class Replication
{
    private bool[] deadlock = [];

    /// <summary>
    /// What counts as held where a deadlock is looked for: every unit, so that an exchange passes nobody over; or as many units as leave too few for the head
    /// of the list: nobody is ever served then either, unless something to come lets somebody go.
    /// </summary>
    private enum DeadlockOf
    {
        AllUnits,
        Enough,
    }

    /// <summary>docs/law.md, sentence 13.4: every unit of a set of pools is held by patients who have ended and wait only for pools of the set.</summary>
    private bool TryDeadlock(int patient)
    {
        if (MayBeInDeadlock(patient, DeadlockOf.AllUnits) && FindDeadlock(DeadlockOf.AllUnits) && TryExchangeInDeadlock())
        {
            return true;
        }

        // Whoever is first and wants more than is free would never be served, so is not passed over by an exchange either.
        return MayBeInDeadlock(patient, DeadlockOf.Enough) && FindDeadlock(DeadlockOf.Enough) && RemainsForEver()
            && (TryExchangeInDeadlock() ? true : throw DeadlockRemains());
    }

    private bool TryExchangeInDeadlock()
    {
        for (var pool = 0; pool < pools.Length; pool++)
        {
            if (!deadlock[pool])
            {
                continue;
            }

            ResetSearch();
            if (FollowDeadlock(pool, pool, int.MaxValue))
            {
                ChangePlaces();
                return true;
            }
        }

        return false;
    }

    /// <summary>A deadlock that comes about now contains the patient that is looked at, so this is soon said.</summary>
    private bool MayBeInDeadlock(int patient, DeadlockOf what) => HoldsFullyBlockedPool(patient, what) && WaitsForFullyBlockedOnly(patient, what);

    private bool HoldsFullyBlockedPool(int patient, DeadlockOf what)
    {
        for (var at = patients.Items[patient].FirstHolding; at != None; at = holdings.Items[at].Next)
        {
            if (!holdings.Items[at].IsStaff && IsFullyBlocked(holdings.Items[at].Pool, what))
            {
                return true;
            }
        }

        return false;
    }

    private bool WaitsForFullyBlockedOnly(int patient, DeadlockOf what)
    {
        for (var at = patients.Items[patient].FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
        {
            ref var request = ref lists.Items[at];
            if (request.Purpose == RequestPurpose.Place && model.Bundles[request.Bundle].Items.Length == 1 && !IsFullyBlocked(request.Pool, what))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsFullyBlocked(int pool, DeadlockOf what)
    {
        ref var state = ref pools[pool];
        return state.Boarding > 0 && state.Boarding >= state.Occupied && state.Turning == 0 && model.Pools[pool].Kind != PoolKind.Slots
            && (state.Free <= 0 || (what == DeadlockOf.Enough && IsTooLittleForHead(pool)));
    }

    /// <summary>What is free is not enough for the head, who asks for this pool alone and so blocks those behind.</summary>
    private bool IsTooLittleForHead(int pool)
    {
        var head = lists.Head(pool);
        return head != None && lists.Items[head].Purpose != RequestPurpose.MoveBack && lists.Items[head].Amount > pools[pool].Free
            && model.Bundles[lists.Items[head].Bundle].Items.Length == 1;
    }

    /// <summary>The largest set of fully blocked pools whose holders wait only for pools of the set; false when there is none.</summary>
    private bool FindDeadlock(DeadlockOf what)
    {
        if (deadlock.Length == 0)
        {
            deadlock = new bool[pools.Length];
        }

        for (var pool = 0; pool < pools.Length; pool++)
        {
            deadlock[pool] = IsFullyBlocked(pool, what);
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

    private bool HoldsInDeadlock(int patient)
    {
        for (var at = patients.Items[patient].FirstHolding; at != None; at = holdings.Items[at].Next)
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
        for (var at = patients.Items[patient].FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
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
        for (var at = patients.Items[patient].FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
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
        for (var at = patients.Items[patient].FirstHolding; at != None; at = holdings.Items[at].Next)
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
    /// The best-ranked cycle through the deadlock: first in the pool's list who leaves a pool of the deadlock, and so on back to the start. Nobody may take
    /// more than the one before in the cycle leaves.
    /// </summary>
    private bool FollowDeadlock(int pool, int start, int left)
    {
        for (var at = lists.Head(pool); at != None; at = lists.After(at))
        {
            var patient = lists.Items[at].Patient;
            if (!MayExchange(at) || lists.Items[at].Amount > left || cycle.Contains(patient))
            {
                continue;
            }

            var stage = model.Stages[patients.Items[patient].Stage];
            cycle.Add(patient);
            cycleRequests.Add(at);
            for (var held = patients.Items[patient].FirstHolding; held != None; held = holdings.Items[held].Next)
            {
                var holding = holdings.Items[held];
                if (!IsLeft(holding, stage) || !deadlock[holding.Pool])
                {
                    continue;
                }

                var closes = holding.Pool == start && holding.Amount >= lists.Items[cycleRequests[0]].Amount;
                if (closes || (holding.Pool != start && FollowDeadlockFrom(holding.Pool, start, holding.Amount)))
                {
                    return true;
                }
            }

            cycle.RemoveAt(cycle.Count - 1);
            cycleRequests.RemoveAt(cycleRequests.Count - 1);
        }

        return false;
    }

    /// <summary>A list gone through in vain is gone through again only for more than was left then.</summary>
    private bool FollowDeadlockFrom(int pool, int start, int left)
    {
        if (left <= leftAtVisit[pool])
        {
            return false;
        }

        leftAtVisit[pool] = int.MaxValue;
        var closes = FollowDeadlock(pool, start, left);
        leftAtVisit[pool] = left;
        return closes;
    }
}
