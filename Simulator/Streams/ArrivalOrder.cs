namespace FlowSim.Simulator.Streams;

/// <summary>
/// Sorts arrivals by time. They lie evenly in a few hours, so each is put at once near its place, by cells of time of which there are more than arrivals;
/// then only neighbours have to change places. A sort that compares would guess wrong half the time: this costs a quarter.
/// </summary>
internal sealed class ArrivalOrder
{
    /// <summary>Arrivals an hour below which neighbours are as good as sorted, hours being in order.</summary>
    private const int Sparse = 4;

    /// <summary>Where the arrivals of each cell begin, one cell further on.</summary>
    private int[] next = new int[258];
    private ulong[] sorted = new ulong[128];

    /// <summary>Sorts entries, whose upper half is a second below a length [s]; what is given is valid until the next are sorted.</summary>
    public ulong[] Sort(ulong[] entries, int count, int length)
    {
        if (count > sorted.Length)
        {
            sorted = new ulong[2 * count];
            next = new int[(4 * count) + 2];
        }

        if (count < Sparse * length / Model.SimTime.Hour)
        {
            SortNeighbours(entries.AsSpan(0, count));
            return entries;
        }

        var cells = (2 * count) + 1;
        var scale = ((ulong)cells << 32) / (ulong)length;
        var starts = next.AsSpan(0, cells + 1);
        starts.Clear();
        for (var index = 0; index < count; index++)
        {
            starts[(int)(((entries[index] >> 32) * scale) >> 32) + 1]++;
        }

        var sum = 0;
        foreach (ref var start in starts)
        {
            sum += start;
            start = sum;
        }

        for (var index = 0; index < count; index++)
        {
            sorted[starts[(int)(((entries[index] >> 32) * scale) >> 32)]++] = entries[index];
        }

        SortNeighbours(sorted.AsSpan(0, count));
        return sorted;
    }

    private static void SortNeighbours(Span<ulong> all)
    {
        for (var next = 1; next < all.Length; next++)
        {
            var entry = all[next];
            var place = next;
            for (; place > 0 && all[place - 1] > entry; place--)
            {
                all[place] = all[place - 1];
            }

            all[place] = entry;
        }
    }
}
