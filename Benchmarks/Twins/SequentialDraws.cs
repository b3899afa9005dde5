using System.Numerics;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Benchmarks.Twins;

/// <summary>One stream of numbers for the whole run, as the limit program has it: xoshiro256++ (Blackman and Vigna), seeded by SplitMix64.</summary>
internal struct SequentialDraws : IDraws
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    public SequentialDraws(ulong seed)
    {
        s0 = Mix(seed + GoldenGamma);
        s1 = Mix(seed + unchecked(2 * GoldenGamma));
        s2 = Mix(seed + unchecked(3 * GoldenGamma));
        s3 = Mix(seed + unchecked(4 * GoldenGamma));
    }

    public double Uniform(long patient, uint name, DrawPurpose purpose) => OfBits(Next());

    public double Uniform(long patient, uint name, DrawPurpose purpose, out uint word)
    {
        var uniform = OfBits(Next());
        word = (uint)(Next() >> 32);
        return uniform;
    }

    private static double OfBits(ulong bits) => (long)((bits >> 11) | 1) * RandomBlock.SmallestUniform;

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private ulong Next()
    {
        var result = BitOperations.RotateLeft(s0 + s3, 23) + s0;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }
}
