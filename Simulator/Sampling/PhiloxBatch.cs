using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FlowSim.Simulator.Sampling;

/// <summary>Several blocks of <see cref="Philox"/> at once, eight side by side where the processor can; bit for bit the same blocks.</summary>
internal static class PhiloxBatch
{
    /// <summary>Blocks computed side by side: spans as long as a multiple of this waste nothing.</summary>
    public const int Lanes = 8;

    private const ulong Low = 0xFFFFFFFF;
    private const ulong Multiplier0 = 0xD2511F53;
    private const ulong Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;

    /// <summary>The blocks of a key and pairs of counters.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Generate(ulong key, ReadOnlySpan<ulong> counters0, ReadOnlySpan<ulong> counters1, Span<RandomBlock> blocks)
    {
        if (counters0.Length != blocks.Length || counters1.Length != blocks.Length)
        {
            throw new ArgumentException($"expected as many counters as blocks; received {counters0.Length}, {counters1.Length} and {blocks.Length}");
        }

        var done = 0;
        if (Avx2.IsSupported)
        {
            for (; done + Lanes <= blocks.Length; done += Lanes)
            {
                GenerateEight(key, ref MemoryMarshal.GetReference(counters0[done..]), ref MemoryMarshal.GetReference(counters1[done..]), ref blocks[done]);
            }
        }

        for (; done < blocks.Length; done++)
        {
            blocks[done] = Philox.Generate(key, counters0[done], counters1[done]);
        }
    }

    private static void GenerateEight(ulong key, ref ulong counters0, ref ulong counters1, ref RandomBlock blocks)
    {
        // Two vectors of four: their chains of multiplications overlap.
        var a0 = Vector256.LoadUnsafe(ref counters0);
        var b0 = Vector256.LoadUnsafe(ref counters0, 4);
        var a2 = Vector256.LoadUnsafe(ref counters1);
        var b2 = Vector256.LoadUnsafe(ref counters1, 4);
        var (a1, b1, a3, b3) = (a0 >>> 32, b0 >>> 32, a2 >>> 32, b2 >>> 32);
        var k0 = (uint)key;
        var k1 = (uint)(key >> 32);
        for (var round = 0; round < 10; round++)
        {
            var key0 = Vector256.Create((ulong)k0);
            var key1 = Vector256.Create((ulong)k1);
            Round(ref a0, ref a1, ref a2, ref a3, key0, key1);
            Round(ref b0, ref b1, ref b2, ref b3, key0, key1);
            k0 = unchecked(k0 + Weyl0);
            k1 = unchecked(k1 + Weyl1);
        }

        Store(a0, a1, a2, a3, ref blocks);
        Store(b0, b1, b2, b3, ref Unsafe.Add(ref blocks, 4));
    }

    /// <summary>As in <see cref="Philox"/>. Only the lower halves of the lanes count; what stands in the upper halves is never looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(ref Vector256<ulong> c0, ref Vector256<ulong> c1, ref Vector256<ulong> c2, ref Vector256<ulong> c3, Vector256<ulong> k0, Vector256<ulong> k1)
    {
        var product0 = Avx2.Multiply(c0.AsUInt32(), Vector256.Create(Multiplier0).AsUInt32());
        var product1 = Avx2.Multiply(c2.AsUInt32(), Vector256.Create(Multiplier1).AsUInt32());
        c0 = (product1 >>> 32) ^ c1 ^ k0;
        c1 = product1;
        c2 = (product0 >>> 32) ^ c3 ^ k1;
        c3 = product0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<ulong> c0, Vector256<ulong> c1, Vector256<ulong> c2, Vector256<ulong> c3, ref RandomBlock blocks)
    {
        var first = (c0 & Vector256.Create(Low)) | (c1 << 32);
        var second = (c2 & Vector256.Create(Low)) | (c3 << 32);
        var even = Avx2.UnpackLow(first, second);
        var odd = Avx2.UnpackHigh(first, second);
        ref var target = ref Unsafe.As<RandomBlock, ulong>(ref blocks);
        Avx2.Permute2x128(even, odd, 0x20).StoreUnsafe(ref target);
        Avx2.Permute2x128(even, odd, 0x31).StoreUnsafe(ref target, 4);
    }
}
