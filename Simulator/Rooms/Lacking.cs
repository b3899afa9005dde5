using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>
/// Long lists in which everybody asks for the same other pool as well (<c>doctor + nurse</c>). While that pool has nothing to give, nobody in the list
/// can be served, and a walk through it each time a doctor comes free would make an overloaded system slower with every patient who joins.
/// When the other pool has something to give, its own list is served, in which they all stand too: nobody is forgotten.
/// </summary>
internal sealed class Lacking
{
    private const int None = -1;

    private readonly RunState run;
    private readonly WaitingLists lists;
    private readonly PoolState[] pools;
    private readonly Agenda agenda;
    /// <summary>By pool: what everybody in its list asks for as well; null: nothing, or not known.</summary>
    private readonly AlsoWanted?[] alsoWanted;

    public Lacking(RunState run, Agenda agenda)
    {
        (this.run, this.agenda) = (run, agenda);
        (lists, pools) = (run.Lists, run.Pools);
        alsoWanted = new AlsoWanted?[run.Pools.Length];
    }

    /// <summary>True when everybody in the list lacks another pool.</summary>
    public bool EverybodyLacksAnother(int pool)
    {
        if (alsoWanted[pool] is not { } also || !StillHolds(pool, also))
        {
            return false;
        }

        ref var other = ref pools[also.Pool];
        return other.Free < also.Amount || !other.Takes;
    }

    private bool StillHolds(int pool, AlsoWanted also)
    {
        foreach (var at in also.JoinedSince)
        {
            // Who has left the list meanwhile does no harm here.
            also.Amount = Math.Min(also.Amount, AskedFor(at, also.Pool));
        }

        also.JoinedSince.Clear();
        if (also.Amount == 0)
        {
            alsoWanted[pool] = null;
        }

        return also.Amount > 0;
    }

    /// <summary>After a long walk in vain: looks for a pool that everybody asks for as well.</summary>
    public void LookForWhatAllLack(int pool)
    {
        var head = lists.Head(pool);
        foreach (var other in run.RequestsOf(lists.Items[head].Patient))
        {
            var wanted = lists.Items[other].Pool;
            if (wanted != pool && LeastAskedForByAll(pool, wanted) is > 0 and var amount)
            {
                alsoWanted[pool] = new AlsoWanted { Pool = wanted, Amount = amount };
                return;
            }
        }
    }

    /// <summary>The smallest amount of another pool that somebody in the list asks for; 0 if not everybody does.</summary>
    private int LeastAskedForByAll(int pool, int other)
    {
        var least = int.MaxValue;
        for (var at = lists.Head(pool); at != None && least > 0; at = lists.After(at))
        {
            least = Math.Min(least, AskedFor(at, other));
        }

        return least;
    }

    /// <summary>How much of another pool the bundle of a request asks for as well; 0 if nothing.</summary>
    private int AskedFor(int request, int other)
    {
        ref var item = ref lists.Items[request];
        foreach (var at in run.RequestsOf(item.Patient))
        {
            ref var also = ref lists.Items[at];
            if (also.Pool == other && also.Bundle == item.Bundle && also.Purpose == item.Purpose)
            {
                return also.Amount;
            }
        }

        return 0;
    }

    private sealed class AlsoWanted
    {
        public required int Pool { get; init; }

        /// <summary>The smallest amount of it that somebody asks for [units].</summary>
        public required int Amount { get; set; }

        /// <summary>Requests that have joined the list since this was last looked at: the rest of their bundle may join after them.</summary>
        public List<int> JoinedSince { get; } = [];
    }

    /// <summary>A patient in the list holds now what was asked for beside: the list is served, even if all others in it lack something else.</summary>
    public void MayBeAllThatIsMissing(int pool)
    {
        agenda.MarkDirty(pool);
        alsoWanted[pool] = null;
    }

    /// <summary>A request has joined the list of a pool: the rest of its bundle may join after it.</summary>
    public void Joined(int pool, int request) => alsoWanted[pool]?.JoinedSince.Add(request);

    /// <summary>To be called when a model comes into force.</summary>
    public void Forget() => Array.Clear(alsoWanted);
}
