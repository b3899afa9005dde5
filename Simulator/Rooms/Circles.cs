using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>
/// Circles of patients each of whom leaves what the next one wants (docs/law.md, sentences 13.3 and 13.4). Only requests for one pool take part.
/// </summary>
internal sealed class Circles
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly HoldingStore holdings;
    private readonly WaitingLists lists;
    private readonly PoolState[] pools;
    private readonly DeadlockSearch deadlockSearch;
    private readonly List<int> cycle = [];
    private readonly List<int> cycleRequests = [];
    private ulong[] visitedPools = [];
    /// <summary>By pool: the most that was left by the one before in the cycle when its list was gone through in vain; int.MaxValue while it is.</summary>
    private int[] leftAtVisit = [];

    public Circles(RunState run, DeadlockSearch deadlockSearch)
    {
        (this.run, this.deadlockSearch) = (run, deadlockSearch);
        (patients, holdings, lists, pools) = (run.Patients, run.Holdings, run.Lists, run.Pools);
    }

    /// <summary>The patients of the circle found last.</summary>
    public int Length => cycle.Count;

    /// <summary>What the patients of the circle ask for, in its order.</summary>
    public IReadOnlyList<int> Asked => cycleRequests;

    /// <summary>Adds the request's patient to the cycle; true when what he or she leaves is what the first one wants.</summary>
    public bool FollowHeads(int request, int wantedPool)
    {
        var patient = lists.Items[request].Patient;
        if (cycle.Contains(patient))
        {
            return false;
        }

        var stage = run.Model.Stages[patients.Items[patient].Stage];
        cycle.Add(patient);
        cycleRequests.Add(request);
        foreach (var at in run.HoldingsOf(patient))
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

    public bool MayExchange(int request)
    {
        ref var item = ref lists.Items[request];
        return item.Purpose == RequestPurpose.Place
            && run.Model.Bundles[item.Bundle].Items.Length == 1
            && patients.Items[item.Patient].Phase == Phase.WaitingForPlace
            && pools[item.Pool].Takes;
    }

    /// <summary>True when the place changes hands as the stage's place is taken; slots are used up.</summary>
    private bool IsLeft(in Holding holding, StageModel stage) =>
        !holding.IsStaff && !(stage.Keep is { } keep && keep[holding.Pool]) && run.Model.Pools[holding.Pool].Kind != PoolKind.Slots;

    /// <summary>
    /// The best-ranked cycle through the deadlock: first in the pool's list who leaves a pool of the deadlock, and so on back to the start. Nobody may take
    /// more than the one before in the cycle leaves.
    /// </summary>
    public bool FollowDeadlock(int pool, int start, int left)
    {
        for (var at = lists.Head(pool); at != None; at = lists.After(at))
        {
            var patient = lists.Items[at].Patient;
            if (!MayExchange(at) || lists.Items[at].Amount > left || cycle.Contains(patient))
            {
                continue;
            }

            var stage = run.Model.Stages[patients.Items[patient].Stage];
            cycle.Add(patient);
            cycleRequests.Add(at);
            foreach (var held in run.HoldingsOf(patient))
            {
                var holding = holdings.Items[held];
                if (!IsLeft(holding, stage) || !deadlockSearch.Has(holding.Pool))
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

    public void ResetSearch()
    {
        if (visitedPools.Length == 0)
        {
            visitedPools = new ulong[(pools.Length + 63) / 64];
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
