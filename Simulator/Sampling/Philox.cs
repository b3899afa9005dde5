using System.Runtime.CompilerServices;

namespace FlowSim.Simulator.Sampling;

/// <summary>Philox4x32-10: a block of random bits as a function of a key and a counter, with no state.</summary>
/// <remarks>
/// Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", SC11.
/// </remarks>
internal static class Philox
{
    private const ulong Multiplier0 = 0xD2511F53;
    private const ulong Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9; // the golden ratio
    private const uint Weyl1 = 0xBB67AE85; // the square root of 3, less 1

    /// <summary>The block of the key (its low word first) and the counter (low word of <paramref name="counter0"/> first).</summary>
    public static RandomBlock Generate(ulong key, ulong counter0, ulong counter1)
    {
        var k0 = (uint)key;
        var k1 = (uint)(key >> 32);
        var c0 = (uint)counter0;
        var c1 = (uint)(counter0 >> 32);
        var c2 = (uint)counter1;
        var c3 = (uint)(counter1 >> 32);

        unchecked
        {
            // Written out: the keys of the ten rounds do not depend on the words, so they compute in parallel.
            Round(ref c0, ref c1, ref c2, ref c3, k0, k1);
            Round(ref c0, ref c1, ref c2, ref c3, k0 + Weyl0, k1 + Weyl1);
            Round(ref c0, ref c1, ref c2, ref c3, k0 + 2 * Weyl0, k1 + 2 * Weyl1);
            Round(ref c0, ref c1, ref c2, ref c3, k0 + 3 * Weyl0, k1 + 3 * Weyl1);
            Round(ref c0, ref c1, ref c2, ref c3, k0 + 4 * Weyl0, k1 + 4 * Weyl1);
            Round(ref c0, ref c1, ref c2, ref c3, k0 + 5 * Weyl0, k1 + 5 * Weyl1);
            Round(ref c0, ref c1, ref c2, ref c3, k0 + 6 * Weyl0, k1 + 6 * Weyl1);
            Round(ref c0, ref c1, ref c2, ref c3, k0 + 7 * Weyl0, k1 + 7 * Weyl1);
            Round(ref c0, ref c1, ref c2, ref c3, k0 + 8 * Weyl0, k1 + 8 * Weyl1);
            Round(ref c0, ref c1, ref c2, ref c3, k0 + 9 * Weyl0, k1 + 9 * Weyl1);
        }

        return new RandomBlock(c0, c1, c2, c3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(ref uint c0, ref uint c1, ref uint c2, ref uint c3, uint k0, uint k1)
    {
        var product0 = Multiplier0 * c0;
        var product1 = Multiplier1 * c2;

        // In this order: what is in brackets is known before the upper half of the product, and each round waits for the last.
        c0 = (uint)(product1 >> 32) ^ (c1 ^ k0);
        c1 = (uint)product1;
        c2 = (uint)(product0 >> 32) ^ (c3 ^ k1);
        c3 = (uint)product0;
    }
}
