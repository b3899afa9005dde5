using FlowSim.Simulator.Saving;

namespace FlowSim.Simulator.Measures;

/// <summary>
/// Lengths of time that were counted: each as it is while few of them differ, then in the bins of <see cref="DurationHistogram"/>. Both arrays are there
/// from the start, so that counting allocates nothing.
/// </summary>
internal sealed class DurationTally
{
    /// <summary>Up to so many different lengths each is known exactly: half of the slots, so that a free one is near.</summary>
    public const int MostExact = Slots / 2;

    private const int Slots = 1024;

    /// <summary>2³² divided by the golden ratio: neighbouring lengths come to lie far apart.</summary>
    private const uint Spread = 0x9E3779B9;

    /// <summary>A length stands at the first slot after its own that was free.</summary>
    private readonly (int Seconds, int Count)[] slots = new (int Seconds, int Count)[Slots];

    private readonly int[] bins = new int[DurationHistogram.Bins];
    private int different;
    private bool isBinned;

    /// <summary>The shortest length counted [s]; int.MaxValue if there is none.</summary>
    public int Shortest { get; private set; } = int.MaxValue;

    /// <summary>The longest length counted [s]; -1 if there is none.</summary>
    public int Longest { get; private set; } = -1;

    /// <summary>Counts by bin, once there are too many different lengths to know each; else empty.</summary>
    public ReadOnlySpan<int> Bins => isBinned ? bins : [];

    /// <summary>Each length with its count, in no order, while they are known; those with a count of 0 are none.</summary>
    public ReadOnlySpan<(int Seconds, int Count)> Exact => isBinned ? [] : slots;

    /// <summary>Counts a length [s], which must not be negative.</summary>
    public void Add(int seconds)
    {
        Shortest = Math.Min(Shortest, seconds);
        Longest = Math.Max(Longest, seconds);
        if (isBinned)
        {
            bins[DurationHistogram.BinOf(seconds)]++;
        }
        else
        {
            AddExactly(seconds);
        }
    }

    /// <summary>Takes over the counts of another.</summary>
    public void CopyFrom(DurationTally other)
    {
        other.slots.CopyTo(slots, 0);
        other.bins.CopyTo(bins, 0);
        (different, isBinned) = (other.different, other.isBinned);
        (Shortest, Longest) = (other.Shortest, other.Longest);
    }

    /// <summary>Saves it, or makes it what was saved.</summary>
    public void Transfer(StateStream state)
    {
        (different, isBinned) = (state.Value(different), state.Value(isBinned));
        (Shortest, Longest) = (state.Value(Shortest), state.Value(Longest));
        if (different > 0)
        {
            state.Into(slots);
            state.Into(bins);
        }
    }

    private void AddExactly(int seconds)
    {
        ref var slot = ref slots[SlotOf(seconds)];
        if (slot.Count == 0)
        {
            if (different == MostExact)
            {
                GoOverToBins(seconds);
                return;
            }

            different++;
            slot.Seconds = seconds;
        }

        slot.Count++;
    }

    private int SlotOf(int seconds)
    {
        const int Last = Slots - 1;
        var at = (int)(unchecked((uint)seconds * Spread) >> 8) & Last;
        while (slots[at].Count > 0 && slots[at].Seconds != seconds)
        {
            at = (at + 1) & Last;
        }

        return at;
    }

    private void GoOverToBins(int seconds)
    {
        foreach (var slot in slots)
        {
            bins[DurationHistogram.BinOf(slot.Seconds)] += slot.Count;
        }

        bins[DurationHistogram.BinOf(seconds)]++;
        isBinned = true;
    }
}
