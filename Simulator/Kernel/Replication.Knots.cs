using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>Sets of pools held only by patients who have ended and wait for one another (sentence 13, ii).</summary>
public sealed partial class Replication
{
    private bool[] knot = [];

    /// <summary>
    /// What counts as held where a knot is looked for: every unit, so that an exchange passes nobody over; or as many units as leave too few for the head
    /// of the list: nobody is ever served then either, unless something to come lets somebody go.
    /// </summary>
    private enum KnotOf
    {
        AllUnits,
        Enough,
    }

    /// <summary>(ii) Every unit of a set of pools is held by patients who have ended and wait only for pools of the set.</summary>
    private bool TryKnot(int patient)
    {
        if (MayBeInKnot(patient, KnotOf.AllUnits) && FindKnot(KnotOf.AllUnits) && TryExchangeInKnot())
        {
            return true;
        }

        // Whoever is first and wants more than is free would never be served, so is not passed over by an exchange either.
        return MayBeInKnot(patient, KnotOf.Enough) && FindKnot(KnotOf.Enough) && RemainsForEver() && (TryExchangeInKnot() ? true : throw KnotRemains());
    }

    private bool TryExchangeInKnot()
    {
        for (var pool = 0; pool < pools.Length; pool++)
        {
            if (!knot[pool])
            {
                continue;
            }

            ResetSearch();
            if (FollowKnot(pool, pool, int.MaxValue))
            {
                ChangePlaces();
                return true;
            }
        }

        return false;
    }

    /// <summary>A knot that closes now contains the patient that is looked at, so this is soon said.</summary>
    private bool MayBeInKnot(int patient, KnotOf what) => HoldsFullyBlockedPool(patient, what) && WaitsForFullyBlockedOnly(patient, what);

    private bool HoldsFullyBlockedPool(int patient, KnotOf what)
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

    private bool WaitsForFullyBlockedOnly(int patient, KnotOf what)
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

    private bool IsFullyBlocked(int pool, KnotOf what)
    {
        ref var state = ref pools[pool];
        return state.Boarding > 0 && state.Boarding >= state.Occupied && state.Turning == 0 && model.Pools[pool].Kind != PoolKind.Slots
            && (state.Free <= 0 || (what == KnotOf.Enough && IsTooLittleForHead(pool)));
    }

    /// <summary>What is free is not enough for the head, who asks for this pool alone and so blocks those behind.</summary>
    private bool IsTooLittleForHead(int pool)
    {
        var head = lists.Head(pool);
        return head != None && lists.Items[head].Purpose != RequestPurpose.MoveBack && lists.Items[head].Amount > pools[pool].Free
            && model.Bundles[lists.Items[head].Bundle].Items.Length == 1;
    }

    /// <summary>The largest set of fully blocked pools whose holders wait only for pools of the set; false when there is none.</summary>
    private bool FindKnot(KnotOf what)
    {
        if (knot.Length == 0)
        {
            knot = new bool[pools.Length];
        }

        for (var pool = 0; pool < pools.Length; pool++)
        {
            knot[pool] = IsFullyBlocked(pool, what);
        }

        return Shrink(inTime: false);
    }

    /// <summary>
    /// Takes the pools out of the knot of which somebody may let a unit go, or may leave the head of the list; then those of which the same is true without
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
                if (patients.Items[patient].Phase == Phase.WaitingForPlace && HoldsInKnot(patient) && MayGo(patient, inTime))
                {
                    shrinks |= TakeOutOfKnot(patient);
                }
            }

            for (var pool = 0; pool < pools.Length; pool++)
            {
                if (knot[pool] && pools[pool].Free > 0 && MayGo(lists.Items[lists.Head(pool)].Patient, inTime))
                {
                    (knot[pool], shrinks) = (false, true);
                }
            }
        }
        while (shrinks);
        return Array.IndexOf(knot, true) >= 0;
    }

    private bool MayGo(int patient, bool inTime) => MayBeServedOutside(patient) || (inTime && SomethingIsDue(patient));

    private bool HoldsInKnot(int patient)
    {
        for (var at = patients.Items[patient].FirstHolding; at != None; at = holdings.Items[at].Next)
        {
            if (!holdings.Items[at].IsStaff && knot[holdings.Items[at].Pool])
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
            if (lists.Items[at].Purpose != RequestPurpose.MoveBack && !NeedsKnot(patient, lists.Items[at].Bundle))
            {
                return true;
            }
        }

        return false;
    }

    private bool NeedsKnot(int patient, int bundle)
    {
        for (var at = patients.Items[patient].FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
        {
            if (lists.Items[at].Bundle == bundle && knot[lists.Items[at].Pool])
            {
                return true;
            }
        }

        return false;
    }

    private bool TakeOutOfKnot(int patient)
    {
        var any = false;
        for (var at = patients.Items[patient].FirstHolding; at != None; at = holdings.Items[at].Next)
        {
            if (!holdings.Items[at].IsStaff && knot[holdings.Items[at].Pool])
            {
                knot[holdings.Items[at].Pool] = false;
                any = true;
            }
        }

        return any;
    }

    /// <summary>
    /// The best-ranked cycle through the knot: first in the pool's list who leaves a pool of the knot, and so on back to the start. Nobody may take more
    /// than the one before in the cycle leaves.
    /// </summary>
    private bool FollowKnot(int pool, int start, int left)
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
                if (!IsLeft(holding, stage) || !knot[holding.Pool])
                {
                    continue;
                }

                var closes = holding.Pool == start && holding.Amount >= lists.Items[cycleRequests[0]].Amount;
                if (closes || (holding.Pool != start && FollowKnotFrom(holding.Pool, start, holding.Amount)))
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
    private bool FollowKnotFrom(int pool, int start, int left)
    {
        if (left <= leftAtVisit[pool])
        {
            return false;
        }

        leftAtVisit[pool] = int.MaxValue;
        var closes = FollowKnot(pool, start, left);
        leftAtVisit[pool] = left;
        return closes;
    }
}
