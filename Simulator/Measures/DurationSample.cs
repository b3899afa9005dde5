namespace FlowSim.Simulator.Measures;

/// <summary>Lengths of time from several tallies taken together, for quantiles of them all: exact where every tally knows each of its lengths.</summary>
internal sealed class DurationSample
{
    private readonly long[] bins = new long[DurationHistogram.Bins];
    private readonly List<(int Seconds, long Count)> exact = [];
    private bool isBinned;
    private bool isSorted;
    private int shortest;
    private int longest;
    private long total;

    public DurationSample() => Clear();

    public void Clear()
    {
        Array.Clear(bins);
        exact.Clear();
        (isBinned, isSorted, shortest, longest, total) = (false, false, int.MaxValue, -1, 0);
    }

    /// <summary>Adds all lengths of a tally.</summary>
    public void Add(DurationTally tally)
    {
        foreach (var (seconds, count) in tally.Exact)
        {
            Add(seconds, count);
        }

        var counts = tally.Bins;
        for (var bin = 0; bin < counts.Length; bin++)
        {
            bins[bin] += counts[bin];
            total += counts[bin];
        }

        isBinned |= counts.Length > 0;
        (shortest, longest) = (Math.Min(shortest, tally.Shortest), Math.Max(longest, tally.Longest));
    }

    /// <summary>Adds a length that was counted so often [s].</summary>
    public void Add(int seconds, long count)
    {
        if (count == 0)
        {
            return;
        }

        bins[DurationHistogram.BinOf(seconds)] += count;
        exact.Add((seconds, count));
        total += count;
        isSorted = false;
        (shortest, longest) = (Math.Min(shortest, seconds), Math.Max(longest, seconds));
    }

    /// <summary>The quantile of type 7 (Hyndman and Fan 1996) [s]; NaN if nothing is counted. It lies between the shortest and the longest length.</summary>
    /// <exception cref="ArgumentException">p outside [0, 1].</exception>
    public double Quantile(double p)
    {
        if (!(p >= 0 && p <= 1))
        {
            throw new ArgumentException(FormattableString.Invariant($"expected p in [0, 1]; received {p}"));
        }

        if (total == 0)
        {
            return double.NaN;
        }

        var position = (total - 1) * p;
        var rank = (long)position;
        var lower = Ranked(rank);
        var weight = position - rank;
        return weight == 0 ? lower : lower + (weight * (Ranked(rank + 1) - lower));
    }

    /// <summary>The length of a rank, counted from 0 [s].</summary>
    private double Ranked(long rank) =>
        rank == 0 ? shortest
        : rank == total - 1 ? longest
        : isBinned ? DurationHistogram.Ranked(bins, rank, shortest, longest)
        : RankedExactly(rank);

    private double RankedExactly(long rank)
    {
        if (!isSorted)
        {
            exact.Sort();
            isSorted = true;
        }

        var at = 0;
        while (rank >= exact[at].Count)
        {
            rank -= exact[at].Count;
            at++;
        }

        return exact[at].Seconds;
    }
}
