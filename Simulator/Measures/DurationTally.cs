namespace FlowSim.Simulator.Measures;

/// <summary>
/// Lengths of time that were counted: each as it is while few of them differ, then in the bins of <see cref="DurationHistogram"/>. Its arrays grow as
/// lengths come that were not there before, and not any more once there are many.
/// </summary>
internal sealed class DurationTally
{
    /// <summary>Up to so many different lengths each is known exactly.</summary>
    public const int MostExact = 1000;

    private const int FirstSlots = 16;

    /// <summary>2³² divided by the golden ratio: neighbouring lengths come to lie far apart.</summary>
    private const uint Spread = 0x9E3779B9;

    /// <summary>A table of twice as many slots as different lengths, at least; a length stands at the first slot after its own that was free.</summary>
    private (int Seconds, int Count)[] slots = [];
    private int different;
    private int[]? bins;

    /// <summary>The shortest length counted [s]; int.MaxValue if there is none.</summary>
    public int Shortest { get; private set; } = int.MaxValue;

    /// <summary>The longest length counted [s]; -1 if there is none.</summary>
    public int Longest { get; private set; } = -1;

    /// <summary>Counts by bin, once there are too many different lengths to know each; else empty.</summary>
    public ReadOnlySpan<int> Bins => bins;

    /// <summary>Each length with its count, in no order, while they are known; those with a count of 0 are none.</summary>
    public ReadOnlySpan<(int Seconds, int Count)> Exact => slots;

    /// <summary>Counts a length [s], which must not be negative.</summary>
    public void Add(int seconds)
    {
        Shortest = Math.Min(Shortest, seconds);
        Longest = Math.Max(Longest, seconds);
        if (bins is { } counts)
        {
            counts[DurationHistogram.BinOf(seconds)]++;
        }
        else
        {
            AddExactly(seconds);
        }
    }

    /// <summary>Takes over the counts of another.</summary>
    public void CopyFrom(DurationTally other)
    {
        (slots, different, bins) = ([.. other.slots], other.different, (int[]?)other.bins?.Clone());
        (Shortest, Longest) = (other.Shortest, other.Longest);
    }

    private void AddExactly(int seconds)
    {
        if (different * 2 >= slots.Length)
        {
            Grow();
        }

        ref var slot = ref slots[SlotOf(slots, seconds)];
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

    private static int SlotOf((int Seconds, int Count)[] slots, int seconds)
    {
        var last = slots.Length - 1;
        var at = (int)(unchecked((uint)seconds * Spread) >> 8) & last;
        while (slots[at].Count > 0 && slots[at].Seconds != seconds)
        {
            at = (at + 1) & last;
        }

        return at;
    }

    private void Grow()
    {
        var larger = new (int Seconds, int Count)[Math.Max(FirstSlots, slots.Length * 2)];
        foreach (var slot in slots)
        {
            if (slot.Count > 0)
            {
                larger[SlotOf(larger, slot.Seconds)] = slot;
            }
        }

        slots = larger;
    }

    private void GoOverToBins(int seconds)
    {
        bins = new int[DurationHistogram.Bins];
        foreach (var slot in slots)
        {
            bins[DurationHistogram.BinOf(slot.Seconds)] += slot.Count;
        }

        bins[DurationHistogram.BinOf(seconds)]++;
        (slots, different) = ([], 0);
    }
}
