using System.Numerics;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Saving;

namespace FlowSim.Simulator.State;

/// <summary>Why a request stands in a list.</summary>
internal enum RequestPurpose : byte
{
    Place,
    Staff,

    /// <summary>The patient is in an alternative and would move to an earlier one.</summary>
    MoveBack,
}

/// <summary>One entry of a pool's waiting list.</summary>
internal struct Request
{
    /// <summary>Neighbours in the list of the pool and rank.</summary>
    public int Previous;

    public int Next;

    /// <summary>Next request of the same patient, or -1; in free records the next free one.</summary>
    public int NextOfPatient;

    public int Patient;

    /// <summary>Bundle asked for (index in the model) and its place in the stage's list.</summary>
    public int Bundle;

    /// <summary>Time of joining, then order of joining, rank equal requests.</summary>
    public int JoinedAt;

    public long JoinOrder;

    public short Pool;

    public short Amount;

    /// <summary>For <see cref="RequestPurpose.MoveBack"/>: the pool of the place that would be left.</summary>
    public short LeavesPool;

    public byte BundleIndex;

    public byte Rank;

    public RequestPurpose Purpose;
}

/// <summary>The waiting lists of all pools: doubly-linked per rank, with a bit mask of the ranks that are not empty.</summary>
internal sealed partial class WaitingLists
{
    private const int None = -1;
    private readonly int ranks;
    private readonly int[] first;
    private readonly int[] last;
    private readonly ulong[] occupiedRanks;
    private int firstFree = None;
    private int used;
    private long joinOrder;

    public WaitingLists(int pools, int lowestRank)
    {
        ranks = lowestRank + 1;
        first = new int[pools * ranks];
        last = new int[pools * ranks];
        occupiedRanks = new ulong[pools];
        Array.Fill(first, None);
        Array.Fill(last, None);
    }

    public Request[] Items { get; private set; } = new Request[1024];

    /// <summary>Order given to the next request that joins.</summary>
    public long NextJoinOrder => joinOrder;

    /// <summary>
    /// Goes on counting where the lists of a saved state had come to: an order once given is not given again, even if nobody who had it is left.
    /// </summary>
    public void ContinueFrom(long nextJoinOrder) => joinOrder = Math.Max(joinOrder, nextJoinOrder);

    /// <summary>Saves what a branch takes over, or makes it what was saved: who asks for what, and in which order they came.</summary>
    public void Transfer(StateStream state) => (Items, joinOrder) = (state.Array(Items), state.Value(joinOrder));

    public bool IsEmpty(int pool) => occupiedRanks[pool] == 0;

    /// <summary>The head of a pool's list, or -1.</summary>
    public int Head(int pool)
    {
        var mask = occupiedRanks[pool];
        return mask == 0 ? None : first[(pool * ranks) + BitOperations.TrailingZeroCount(mask)];
    }

    /// <summary>The one behind a request in its pool's list, or -1.</summary>
    public int After(int request)
    {
        ref var item = ref Items[request];
        if (item.Next != None)
        {
            return item.Next;
        }

        var mask = occupiedRanks[item.Pool] & (ulong.MaxValue << item.Rank << 1);
        return mask == 0 ? None : first[(item.Pool * ranks) + BitOperations.TrailingZeroCount(mask)];
    }

    /// <summary>Adds a request that joins now, behind all of its rank; links it in front of <paramref name="nextOfPatient"/>.</summary>
    public int Add(in Request request, int nextOfPatient)
    {
        var index = Take();
        Items[index] = request;
        Enter(index, nextOfPatient);
        return index;
    }

    /// <summary>Lets a request taken by <see cref="Take"/> and filled in by the caller join now, behind all of its rank.</summary>
    public void Enter(int index, int nextOfPatient)
    {
        ref var item = ref Items[index];
        item.NextOfPatient = nextOfPatient;
        item.JoinOrder = joinOrder++;
        Insert(index);
    }

    /// <summary>Adds a request that joined earlier, keeping its time and order of joining.</summary>
    public int AddKeepingOrder(in Request request, int nextOfPatient)
    {
        var index = Take();
        ref var item = ref Items[index];
        item = request;
        item.NextOfPatient = nextOfPatient;
        joinOrder = Math.Max(joinOrder, request.JoinOrder + 1);
        Insert(index);
        return index;
    }

    /// <summary>
    /// Takes a request out of its list and of the chain of its patient and recycles it; <paramref name="link"/>, which led to it in the chain, then leads to
    /// the next.
    /// </summary>
    public void Remove(ref int link)
    {
        var index = link;
        Unlink(index);
        link = Items[index].NextOfPatient;
        Items[index].NextOfPatient = firstFree;
        firstFree = index;
    }

    /// <summary>What leads to a request in a chain that begins with another, or with itself.</summary>
    public ref int LinkTo(ref int first, int index)
    {
        ref var link = ref first;
        while (link != index)
        {
            link = ref Items[link].NextOfPatient;
        }

        return ref link;
    }

    /// <summary>Moves a request to another rank, keeping its time of joining.</summary>
    public void ChangeRank(int index, int rank)
    {
        Unlink(index);
        Items[index].Rank = (byte)rank;
        Insert(index);
    }

    /// <summary>True when a request stands before another in the same list.</summary>
    public static bool IsBefore(in Request a, in Request b) =>
        a.Rank != b.Rank ? a.Rank < b.Rank
        : a.JoinedAt != b.JoinedAt ? a.JoinedAt < b.JoinedAt
        : a.JoinOrder < b.JoinOrder;

    /// <summary>A record for a request; everything but its links and its order is the caller's to fill in.</summary>
    public int Take()
    {
        if (firstFree != None)
        {
            var index = firstFree;
            firstFree = Items[index].NextOfPatient;
            return index;
        }

        if (used == Items.Length)
        {
            var items = Items;
            Array.Resize(ref items, used * 2);
            Items = items;
        }

        return used++;
    }

    private void Insert(int index)
    {
        ref var item = ref Items[index];
        var list = (item.Pool * ranks) + item.Rank;
        var behind = last[list];
        while (behind != None && !IsBefore(Items[behind], item))
        {
            behind = Items[behind].Previous;
        }

        item.Previous = behind;
        item.Next = behind == None ? first[list] : Items[behind].Next;
        if (item.Next == None)
        {
            last[list] = index;
        }
        else
        {
            Items[item.Next].Previous = index;
        }

        if (behind == None)
        {
            first[list] = index;
        }
        else
        {
            Items[behind].Next = index;
        }

        occupiedRanks[item.Pool] |= 1UL << item.Rank;
    }

    private void Unlink(int index)
    {
        ref var item = ref Items[index];
        var list = (item.Pool * ranks) + item.Rank;
        if (item.Previous == None)
        {
            first[list] = item.Next;
        }
        else
        {
            Items[item.Previous].Next = item.Next;
        }

        if (item.Next == None)
        {
            last[list] = item.Previous;
        }
        else
        {
            Items[item.Next].Previous = item.Previous;
        }

        if (first[list] == None)
        {
            occupiedRanks[item.Pool] &= ~(1UL << item.Rank);
        }
    }

    /// <summary>The requests of one patient; the one that stands may be dropped.</summary>
    public struct Chain(WaitingLists lists, int first)
    {
        private int next = first;

        public int Current { get; private set; }

        public readonly Chain GetEnumerator() => this;

        public bool MoveNext()
        {
            if (next == None)
            {
                return false;
            }

            Current = next;
            next = lists.Items[next].NextOfPatient;
            return true;
        }
    }
}
