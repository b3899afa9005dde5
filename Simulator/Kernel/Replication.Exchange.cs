using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>
/// Patients who block each other change places (docs/law.md, sentence 13). Only requests for one pool take part. Looked for when somebody begins to wait
/// for a place while holding one: a deadlock comes about only when its last patient does, when a pool that was shut or cleaned could take part again, or
/// when capacity falls.
/// </summary>
public sealed partial class Replication
{
    private readonly List<int> cycle = [];
    private readonly List<int> cycleRequests = [];
    private ulong[] visitedPools = [];

    /// <summary>By pool: the most that was left by the one before in the cycle when its list was gone through in vain; int.MaxValue while it is.</summary>
    private int[] leftAtVisit = [];

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

    /// <summary>
    /// True when some patients have changed places. The others are looked at when the lists have been served again and those who began to wait meanwhile
    /// have been looked at, of whom it is not known before whether anything is to happen to them.
    /// </summary>
    private bool ExchangePlaces()
    {
        for (var index = 0; index < exchangeCandidates.Count; index++)
        {
            var patient = exchangeCandidates[index];
            if (patients.Items[patient].Phase == Phase.WaitingForPlace && HoldsPlace(patient) && (TryHeadCycle(patient) || TryDeadlock(patient)))
            {
                exchangeCandidates.RemoveRange(0, index + 1);
                return true;
            }
        }

        exchangeCandidates.Clear();
        return false;
    }

    /// <summary>A pool that could not take part in an exchange can again: those who wait for it while holding a place are looked at.</summary>
    private void LookForDeadlockAt(int pool)
    {
        if (!IsFullyBlocked(pool, DeadlockOf.Enough))
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

    /// <summary>docs/law.md, sentence 13.3: everybody in the cycle is the head of the list: nobody is passed over.</summary>
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
        if (cycle.Contains(patient))
        {
            return false;
        }

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
            if (head != None && MayExchange(head) && lists.Items[head].Amount <= holding.Amount && Visit(holding.Pool) && FollowHeads(head, wantedPool))
            {
                return true;
            }
        }

        cycle.RemoveAt(cycle.Count - 1);
        cycleRequests.RemoveAt(cycleRequests.Count - 1);
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
        Span<(int Patient, int Bundle, int Index, int Pool, int Amount)> moves = stackalloc (int, int, int, int, int)[cycle.Count];
        for (var index = 0; index < moves.Length; index++)
        {
            ref var request = ref lists.Items[cycleRequests[index]];
            moves[index] = (request.Patient, request.Bundle, request.BundleIndex, request.Pool, request.Amount);
        }

        foreach (var (patient, _, _, _, _) in moves)
        {
            EndWait(patient);
        }

        // Everybody has the new place before anybody goes on, so that nobody outside can come in between.
        for (var index = 0; index < moves.Length; index++)
        {
            var (patient, bundle) = (moves[index].Patient, model.Bundles[moves[index].Bundle]);
            var next = moves[(index + 1) % moves.Length];
            changesHands = (next.Pool, next.Amount);
            AcquireBundle(patient, bundle, isStaff: false);
            LetGoPlaces(patient, model.Stages[patients.Items[patient].Stage], bundle);
        }

        changesHands = (None, 0);
        exchanges++;
        recorder.Exchanged(moves.Length);
        foreach (var (patient, bundle, index, _, _) in moves)
        {
            TakePlace(patient, model.Stages[patients.Items[patient].Stage], model.Bundles[bundle], index);
        }
    }

    private void ResetSearch()
    {
        if (visitedPools.Length == 0)
        {
            visitedPools = new ulong[dirty.Length];
            leftAtVisit = new int[pools.Length];
        }

        Array.Clear(visitedPools);
        Array.Clear(leftAtVisit);
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
