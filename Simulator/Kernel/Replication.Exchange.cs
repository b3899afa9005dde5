using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>
/// Patients who block each other change places (sentence 13). Only requests for one pool take part. Looked for when somebody begins to wait for a
/// place while holding one: a knot closes only when its last patient does, or when a pool that was shut or cleaned could take part again.
/// </summary>
public sealed partial class Replication
{
    private readonly List<int> cycle = [];
    private readonly List<int> cycleRequests = [];
    private ulong[] visitedPools = [];
    private bool[] knot = [];

    private void CountBoarding(int patient, int by)
    {
        for (var at = patients.Items[patient].FirstHolding; at != None; at = holdings.Items[at].Next)
        {
            ref var holding = ref holdings.Items[at];
            if (!holding.IsStaff)
            {
                pools[holding.Pool].Boarding += by * holding.Amount;
            }
        }
    }

    /// <summary>True when somebody moved.</summary>
    private bool ExchangePlaces()
    {
        if (exchangeCandidates.Count == 0)
        {
            return false;
        }

        var moved = false;
        for (var index = 0; index < exchangeCandidates.Count; index++)
        {
            var patient = exchangeCandidates[index];
            if (patients.Items[patient].Phase == Phase.WaitingForPlace && HoldsPlace(patient) && (TryHeadCycle(patient) || TryKnot(patient)))
            {
                moved = true;
            }
        }

        exchangeCandidates.Clear();
        return moved;
    }

    /// <summary>A pool that could not take part in an exchange can again: those who wait for it while holding a place are looked at.</summary>
    private void LookForKnotAt(int pool)
    {
        if (!IsFullyBlocked(pool))
        {
            return;
        }

        for (var at = lists.Head(pool); at != None; at = lists.After(at))
        {
            if (lists.Items[at].Purpose == RequestPurpose.Place && HoldsPlace(lists.Items[at].Patient))
            {
                exchangeCandidates.Add(lists.Items[at].Patient);
            }
        }
    }

    /// <summary>(i) Everybody in the cycle is the head of the list: nobody is passed over.</summary>
    private bool TryHeadCycle(int patient)
    {
        for (var at = patients.Items[patient].FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
        {
            if (MayExchange(at) && lists.Head(lists.Items[at].Pool) == at)
            {
                ResetSearch();
                if (FollowHeads(at, lists.Items[at].Pool))
                {
                    ChangePlaces();
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Adds the request's patient to the cycle; true when what he or she leaves is what the first one wants.</summary>
    private bool FollowHeads(int request, int wantedPool)
    {
        var patient = lists.Items[request].Patient;
        var stage = model.Stages[patients.Items[patient].Stage];
        cycle.Add(patient);
        cycleRequests.Add(request);
        for (var at = patients.Items[patient].FirstHolding; at != None; at = holdings.Items[at].Next)
        {
            var holding = holdings.Items[at];
            if (!IsLeft(holding, stage))
            {
                continue;
            }

            if (holding.Pool == wantedPool && holding.Amount >= lists.Items[cycleRequests[0]].Amount)
            {
                return true;
            }

            var head = lists.Head(holding.Pool);
            if (head != None && Visit(holding.Pool) && MayExchange(head) && lists.Items[head].Amount <= holding.Amount && FollowHeads(head, wantedPool))
            {
                return true;
            }
        }

        cycle.RemoveAt(cycle.Count - 1);
        cycleRequests.RemoveAt(cycleRequests.Count - 1);
        return false;
    }

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
            if (FollowKnot(pool, pool))
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

    /// <summary>The best-ranked cycle through the knot: first in the pool's list who leaves a pool of the knot, and so on back to the start.</summary>
    private bool FollowKnot(int pool, int start)
    {
        for (var at = lists.Head(pool); at != None; at = lists.After(at))
        {
            if (!MayExchange(at))
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

                if (holding.Pool == start || (Visit(holding.Pool) && FollowKnot(holding.Pool, start)))
                {
                    return true;
                }
            }

            cycle.RemoveAt(cycle.Count - 1);
            cycleRequests.RemoveAt(cycleRequests.Count - 1);
        }

        return false;
    }

    private bool MayExchange(int request)
    {
        ref var item = ref lists.Items[request];
        return item.Purpose == RequestPurpose.Place
            && model.Bundles[item.Bundle].Items.Length == 1
            && patients.Items[item.Patient].Phase == Phase.WaitingForPlace
            && pools[item.Pool].Takes;
    }

    /// <summary>True when the place changes hands as the stage's place is taken; slots are used up.</summary>
    private bool IsLeft(in Holding holding, StageModel stage) =>
        !holding.IsStaff && !(stage.Keep is { } keep && keep[holding.Pool]) && model.Pools[holding.Pool].Kind != PoolKind.Slots;

    private void ChangePlaces()
    {
        Span<(int Patient, int Bundle, int Index)> moves = stackalloc (int, int, int)[cycle.Count];
        for (var index = 0; index < moves.Length; index++)
        {
            ref var request = ref lists.Items[cycleRequests[index]];
            moves[index] = (request.Patient, request.Bundle, request.BundleIndex);
        }

        exchanging = true;
        foreach (var (patient, _, _) in moves)
        {
            EndWait(patient);
        }

        // Everybody has the new place before anybody goes on, so that nobody outside can come in between.
        foreach (var (patient, bundle, _) in moves)
        {
            AcquireBundle(patient, model.Bundles[bundle], isStaff: false);
            LetGoPlaces(patient, model.Stages[patients.Items[patient].Stage], model.Bundles[bundle]);
        }

        exchanging = false;
        exchanges++;
        recorder.Exchanged();
        foreach (var (patient, bundle, index) in moves)
        {
            TakePlace(patient, model.Stages[patients.Items[patient].Stage], model.Bundles[bundle], index);
        }
    }

    private void ResetSearch()
    {
        if (visitedPools.Length == 0)
        {
            visitedPools = new ulong[dirty.Length];
        }

        Array.Clear(visitedPools);
        cycle.Clear();
        cycleRequests.Clear();
    }

    private bool Visit(int pool)
    {
        var bit = 1UL << pool;
        if ((visitedPools[pool >> 6] & bit) != 0)
        {
            return false;
        }

        visitedPools[pool >> 6] |= bit;
        return true;
    }
}
