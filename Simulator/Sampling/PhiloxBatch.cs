using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FlowSim.Simulator.Sampling;

/// <summary>Several blocks of <see cref="Philox"/> at once, four or eight side by side where the processor can; bit for bit the same blocks.</summary>
internal static class PhiloxBatch
{
    /// <summary>Blocks computed side by side: spans as long as a multiple of this waste nothing.</summary>
    public const int Lanes = 8;

    private const ulong Low = 0xFFFFFFFF;
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>The blocks of a key and pairs of counters.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Generate(ulong key, ReadOnlySpan<ulong> counters0, ReadOnlySpan<ulong> counters1, Span<RandomBlock> blocks)
    {
        if (counters0.Length != blocks.Length || counters1.Length != blocks.Length)
        {
            throw new ArgumentException($"expected as many counters as blocks; received {counters0.Length}, {counters1.Length} and {blocks.Length}");
        }

        Generate(key, counters0, ref MemoryMarshal.GetReference(counters1), 1, blocks);
    }

    /// <summary>The blocks of a key, first counters and one second counter.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Generate(ulong key, ReadOnlySpan<ulong> counters0, ulong counter1, Span<RandomBlock> blocks)
    {
        if (counters0.Length != blocks.Length)
        {
            throw new ArgumentException($"expected as many counters as blocks; received {counters0.Length} and {blocks.Length}");
        }

        Span<ulong> same = stackalloc ulong[Lanes];
        same.Fill(counter1);
        Generate(key, counters0, ref MemoryMarshal.GetReference(same), 0, blocks);
    }

    /// <summary>A number of blocks rounded up so that no group of lanes is broken.</summary>
    public static int WholeLanes(int blocks) => (blocks + Lanes - 1) / Lanes * Lanes;

    /// <summary>Four blocks; needs AVX2. The locals stay locals: given away by reference they would go through memory in every round.</summary>
    internal static void FourByAvx2(ulong key, Vector256<ulong> c0, Vector256<ulong> c2, ref RandomBlock blocks)
    {
        var (c1, c3) = (c0 >>> 32, c2 >>> 32);
        var multiplier0 = Vector256.Create((ulong)Multiplier0).AsUInt32();
        var multiplier1 = Vector256.Create((ulong)Multiplier1).AsUInt32();
        var k0 = (uint)key;
        var k1 = (uint)(key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            // As in Philox. Only the lower halves of the lanes count; what stands in the upper halves is never looked at.
            var product0 = Avx2.Multiply(c0.AsUInt32(), multiplier0);
            var product1 = Avx2.Multiply(c2.AsUInt32(), multiplier1);
            c0 = (product1 >>> 32) ^ (c1 ^ Vector256.Create((ulong)k0));
            c1 = product1;
            c2 = (product0 >>> 32) ^ (c3 ^ Vector256.Create((ulong)k1));
            c3 = product0;
            k0 = unchecked(k0 + Weyl0);
            k1 = unchecked(k1 + Weyl1);
        }

        var first = (c0 & Vector256.Create(Low)) | (c1 << 32);
        var second = (c2 & Vector256.Create(Low)) | (c3 << 32);
        var even = Avx2.UnpackLow(first, second);
        var odd = Avx2.UnpackHigh(first, second);
        ref var target = ref Unsafe.As<RandomBlock, ulong>(ref blocks);
        Avx2.Permute2x128(even, odd, 0x20).StoreUnsafe(ref target);
        Avx2.Permute2x128(even, odd, 0x31).StoreUnsafe(ref target, 4);
    }

    /// <summary>Eight blocks, as four by <see cref="FourByAvx2"/>; needs AVX-512.</summary>
    internal static void EightByAvx512(ulong key, Vector512<ulong> c0, Vector512<ulong> c2, ref RandomBlock blocks)
    {
        var (c1, c3) = (c0 >>> 32, c2 >>> 32);
        var multiplier0 = Vector512.Create((ulong)Multiplier0).AsUInt32();
        var multiplier1 = Vector512.Create((ulong)Multiplier1).AsUInt32();
        var k0 = (uint)key;
        var k1 = (uint)(key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = Avx512F.Multiply(c0.AsUInt32(), multiplier0);
            var product1 = Avx512F.Multiply(c2.AsUInt32(), multiplier1);
            c0 = (product1 >>> 32) ^ (c1 ^ Vector512.Create((ulong)k0));
            c1 = product1;
            c2 = (product0 >>> 32) ^ (c3 ^ Vector512.Create((ulong)k1));
            c3 = product0;
            k0 = unchecked(k0 + Weyl0);
            k1 = unchecked(k1 + Weyl1);
        }

        var first = (c0 & Vector512.Create(Low)) | (c1 << 32);
        var second = (c2 & Vector512.Create(Low)) | (c3 << 32);
        ref var target = ref Unsafe.As<RandomBlock, ulong>(ref blocks);
        Avx512F.PermuteVar8x64x2(first, Vector512.Create(0UL, 8, 1, 9, 2, 10, 3, 11), second).StoreUnsafe(ref target);
        Avx512F.PermuteVar8x64x2(first, Vector512.Create(4UL, 12, 5, 13, 6, 14, 7, 15), second).StoreUnsafe(ref target, 8);
    }

    /// <param name="key">The key.</param>
    /// <param name="counters0">First counters.</param>
    /// <param name="counter1">The first of the second counters.</param>
    /// <param name="step">1: each block has a second counter of its own; 0: a group of lanes stands for all.</param>
    /// <param name="blocks">As many as first counters.</param>
    private static void Generate(ulong key, ReadOnlySpan<ulong> counters0, ref ulong counter1, int step, Span<RandomBlock> blocks)
    {
        ref var counter0 = ref MemoryMarshal.GetReference(counters0);
        ref var block = ref MemoryMarshal.GetReference(blocks);
        var done = 0;
        if (Avx512F.IsSupported)
        {
            for (; done + Lanes <= blocks.Length; done += Lanes)
            {
                EightByAvx512(key, Vector512.LoadUnsafe(ref counter0, (nuint)done), Vector512.LoadUnsafe(ref counter1, (nuint)(done * step)),
                    ref Unsafe.Add(ref block, done));
            }
        }
        else if (Avx2.IsSupported)
        {
            const int four = Lanes / 2;
            for (; done + four <= blocks.Length; done += four)
            {
                FourByAvx2(key, Vector256.LoadUnsafe(ref counter0, (nuint)done), Vector256.LoadUnsafe(ref counter1, (nuint)(done * step)),
                    ref Unsafe.Add(ref block, done));
            }
        }

        for (; done < blocks.Length; done++)
        {
            blocks[done] = Philox.Generate(key, counters0[done], Unsafe.Add(ref counter1, done * step));
        }
    }
}
