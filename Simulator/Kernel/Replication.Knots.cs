using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>Sets of pools held only by patients who have ended and wait for one another (sentence 13, ii).</summary>
public sealed partial class Replication
{
    private bool[] knot = [];

    /// <summary>(ii) Every unit of a set of pools is held by patients who have ended and wait only for pools of the set.</summary>
    private bool TryKnot(int patient)
    {
        // A knot that closes now contains this patient, so this is soon said.
        if (!HoldsFullyBlockedPool(patient) || !WaitsForFullyBlockedOnly(patient))
        {
            return false;
        }

        FindKnot();
        var stuck = false;
        for (var pool = 0; pool < pools.Length; pool++)
        {
            if (!knot[pool])
            {
                continue;
            }

            stuck = true;
            ResetSearch();
            if (FollowKnot(pool, pool, int.MaxValue))
            {
                ChangePlaces();
                return true;
            }
        }

        return stuck && !MayComeUndone() ? throw KnotRemains() : false;
    }

    private bool HoldsFullyBlockedPool(int patient)
    {
        for (var at = patients.Items[patient].FirstHolding; at != None; at = holdings.Items[at].Next)
        {
            if (!holdings.Items[at].IsStaff && IsFullyBlocked(holdings.Items[at].Pool))
            {
                return true;
            }
        }

        return false;
    }

    private bool WaitsForFullyBlockedOnly(int patient)
    {
        for (var at = patients.Items[patient].FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
        {
            ref var request = ref lists.Items[at];
            if (request.Purpose == RequestPurpose.Place && model.Bundles[request.Bundle].Items.Length == 1 && !IsFullyBlocked(request.Pool))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsFullyBlocked(int pool)
    {
        ref var state = ref pools[pool];
        return state.Boarding > 0 && state.Boarding >= state.Occupied && state.Turning == 0 && state.Free <= 0 && model.Pools[pool].Kind != PoolKind.Slots;
    }

    /// <summary>The largest set of fully blocked pools whose holders wait only for pools of the set.</summary>
    private void FindKnot()
    {
        if (knot.Length == 0)
        {
            knot = new bool[pools.Length];
        }

        for (var pool = 0; pool < pools.Length; pool++)
        {
            knot[pool] = IsFullyBlocked(pool);
        }

        bool shrinks;
        do
        {
            shrinks = false;
            for (var patient = 0; patient < patients.Used; patient++)
            {
                if (patients.Items[patient].Phase == Phase.WaitingForPlace && HoldsInKnot(patient) && MayBeServedOutside(patient))
                {
                    shrinks |= TakeOutOfKnot(patient);
                }
            }
        }
        while (shrinks);
    }

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
            if (lists.Items[at].Purpose == RequestPurpose.Place && !NeedsKnot(patient, lists.Items[at].Bundle))
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
            if (!MayExchange(at) || lists.Items[at].Amount > left)
            {
                continue;
            }

            var patient = lists.Items[at].Patient;
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
                if (closes || (holding.Pool != start && Visit(holding.Pool) && FollowKnot(holding.Pool, start, holding.Amount)))
                {
                    return true;
                }
            }

            cycle.RemoveAt(cycle.Count - 1);
            cycleRequests.RemoveAt(cycleRequests.Count - 1);
        }

        return false;
    }
}
