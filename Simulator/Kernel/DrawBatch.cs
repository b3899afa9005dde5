using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.Kernel;

/// <summary>Counters of keyed draws gathered one by one, and their blocks made side by side, which costs a fraction of making them singly.</summary>
internal sealed class DrawBatch
{
    private ulong[] counters1 = new ulong[PhiloxBatch.Lanes];
    private RandomBlock[] blocks = new RandomBlock[PhiloxBatch.Lanes];

    /// <summary>Draws gathered.</summary>
    public int Count { get; private set; }

    /// <summary>First counter of each draw: the patient's number.</summary>
    public ulong[] Counters0 { get; private set; } = new ulong[PhiloxBatch.Lanes];

    /// <summary>Forgets all draws.</summary>
    public void Clear() => Count = 0;

    /// <summary>Gathers a draw; both counters as in <see cref="DrawKey"/>.</summary>
    public void Add(ulong counter0, ulong counter1)
    {
        if (Count == counters1.Length)
        {
            Grow(Count * 2);
        }

        Counters0[Count] = counter0;
        counters1[Count++] = counter1;
    }

    /// <summary>The blocks of all draws gathered, valid until the next are made.</summary>
    public ReadOnlySpan<RandomBlock> Make(ulong key)
    {
        // Whole groups of lanes: what is beyond the count is waste that costs nothing.
        var size = (Count + PhiloxBatch.Lanes - 1) / PhiloxBatch.Lanes * PhiloxBatch.Lanes;
        PhiloxBatch.Generate(key, Counters0.AsSpan(0, size), counters1.AsSpan(0, size), blocks.AsSpan(0, size));
        return blocks.AsSpan(0, Count);
    }

    private void Grow(int size)
    {
        var counters0 = Counters0;
        Array.Resize(ref counters0, size);
        Array.Resize(ref counters1, size);
        Counters0 = counters0;
        blocks = new RandomBlock[size];
    }
}
