using System.Numerics;
using System.Runtime.CompilerServices;

namespace FlowSim.Simulator.Measures;

/// <summary>Bins for durations [s]: 16 an octave, so a value is known within 1/16 of itself; up to 31 s exactly.</summary>
public static class DurationHistogram
{
    /// <summary>Bins from 0 to 2³¹ − 1 s.</summary>
    public const int Bins = (31 - SubBits + 1) * SubBins;

    private const int SubBits = 4;
    private const int SubBins = 1 << SubBits;

    /// <summary>The bin of a duration [s], which must not be negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int BinOf(int seconds)
    {
        var octave = Math.Max(0, BitOperations.Log2((uint)seconds) - SubBits);
        return (octave << SubBits) + (seconds >> octave);
    }

    /// <summary>The smallest duration of a bin [s]; at <see cref="Bins"/>, the end of the last.</summary>
    public static double LowerEdge(int bin)
    {
        var octave = Math.Max(0, (bin >> SubBits) - 1);
        return (double)((long)(bin - (octave << SubBits)) << octave);
    }

    /// <summary>The quantile of type 7 (Hyndman and Fan 1996) of the counted durations [s]; NaN if none is counted.</summary>
    /// <remarks>The durations of a bin are taken as spread evenly over its whole seconds.</remarks>
    /// <exception cref="ArgumentException">More counts than bins, or p outside [0, 1].</exception>
    public static double Quantile(ReadOnlySpan<int> counts, double p)
    {
        if (counts.Length > Bins || !(p >= 0 && p <= 1))
        {
            throw new ArgumentException(FormattableString.Invariant($"expected at most {Bins} counts and p in [0, 1]; received {counts.Length} and {p}"));
        }

        var total = 0L;
        foreach (var count in counts)
        {
            total += count;
        }

        if (total == 0)
        {
            return double.NaN;
        }

        var position = (total - 1) * p;
        var rank = (long)position;
        var lower = Ranked(counts, rank);
        var weight = position - rank;
        return weight == 0 ? lower : lower + weight * (Ranked(counts, rank + 1) - lower);
    }

    /// <summary>The duration of a rank, counted from 0 [s].</summary>
    private static double Ranked(ReadOnlySpan<int> counts, long rank)
    {
        var bin = 0;
        while (rank >= counts[bin])
        {
            rank -= counts[bin];
            bin++;
        }

        var lower = LowerEdge(bin);
        var last = LowerEdge(bin + 1) - 1;
        return lower + (last - lower) * (rank + 0.5) / counts[bin];
    }
}
