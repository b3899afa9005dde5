using System.Numerics;
using System.Runtime.CompilerServices;

namespace FlowSim.Simulator.Measures;

/// <summary>Bins for durations [s]: 16 an octave, so a value is known within 1/16 of itself; up to 31 s exactly.</summary>
internal static class DurationHistogram
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

    /// <summary>The length of a rank among those counted, from 0 [s].</summary>
    /// <remarks>The lengths of a bin are taken as spread evenly over its whole seconds, those below the shortest and above the longest left out.</remarks>
    public static double Ranked(ReadOnlySpan<long> counts, long rank, int shortest, int longest)
    {
        var bin = 0;
        while (rank >= counts[bin])
        {
            rank -= counts[bin];
            bin++;
        }

        var lower = Math.Max(shortest, LowerEdge(bin));
        var last = Math.Min(longest, LowerEdge(bin + 1) - 1);
        return lower + ((last - lower) * (rank + 0.5) / counts[bin]);
    }
}
