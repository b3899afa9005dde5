using FlowSim.Simulator.Saving;

namespace FlowSim.Simulator.State;

/// <summary>What a patient holds: an amount of a pool.</summary>
internal struct Holding
{
    /// <summary>Next holding of the patient, or -1.</summary>
    public int Next;

    public short Pool;

    public short Amount;

    /// <summary>Staff, set free at the end of the stage or before; not a place.</summary>
    public bool IsStaff;

    /// <summary>Staff asked for with <c>for T</c>.</summary>
    public bool FreeEarly;

    /// <summary>Of these: which alternative of the stage's staff they are.</summary>
    public byte Alternative;
}

/// <summary>All holdings, recycled.</summary>
internal sealed class HoldingStore
{
    private const int None = -1;
    private int firstFree = None;
    private int used;

    public Holding[] Items { get; private set; } = new Holding[1024];

    /// <summary>Records in use or free.</summary>
    public int Used => used;

    /// <summary>First of the free records, or -1.</summary>
    public int FirstFree => firstFree;

    public int Add(int pool, int amount, bool isStaff, bool freeEarly, int next)
    {
        int index;
        if (firstFree != None)
        {
            index = firstFree;
            firstFree = Items[index].Next;
        }
        else
        {
            if (used == Items.Length)
            {
                var items = Items;
                Array.Resize(ref items, used * 2);
                Items = items;
            }

            index = used++;
        }

        ref var holding = ref Items[index];
        holding.Next = next;
        holding.Pool = (short)pool;
        holding.Amount = (short)amount;
        holding.IsStaff = isStaff;
        holding.FreeEarly = freeEarly;
        return index;
    }

    /// <summary>Takes a record out of the chain of its patient and recycles it; <paramref name="link"/>, which led to it, then leads to the next.</summary>
    public void Remove(ref int link)
    {
        var index = link;
        ref var holding = ref Items[index];
        link = holding.Next;
        holding.Next = firstFree;
        firstFree = index;
    }

    /// <summary>What leads to a record in a chain that begins with another, or with itself.</summary>
    public ref int LinkTo(ref int first, int index)
    {
        ref var link = ref first;
        while (link != index)
        {
            link = ref Items[link].Next;
        }

        return ref link;
    }

    public HoldingStore Clone() => new() { Items = (Holding[])Items.Clone(), firstFree = firstFree, used = used };

    /// <summary>Saves it, or makes it what was saved.</summary>
    public void Transfer(StateStream state) => (Items, firstFree, used) = (state.Array(Items), state.Value(firstFree), state.Value(used));

    /// <summary>The holdings of one patient; the one that stands may be let go.</summary>
    public struct Chain(HoldingStore store, int first)
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
            next = store.Items[next].Next;
            return true;
        }
    }
}
