using System.Text;

namespace FlowSim.Simulator.Sampling;

/// <summary>Hashes that never change: not between processes, machines or versions of .NET.</summary>
/// <remarks>Every draw depends on them, so a change here changes every result. The tests pin their values.</remarks>
public static class StableHash
{
    private const uint FnvOffset = 2166136261;
    private const uint FnvPrime = 16777619;
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>The hash of a name: FNV-1a over its UTF-8 bytes, then the 32-bit finaliser of MurmurHash3.</summary>
    /// <remarks>FNV alone leaves names that differ in their last letter close together; the finaliser spreads them.</remarks>
    public static uint Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var hash = FnvOffset;
        foreach (var value in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ value) * FnvPrime);
        }

        return Avalanche(hash);
    }

    /// <summary>Two numbers mixed into one; the order matters.</summary>
    /// <remarks>Two steps of SplitMix64 (Steele, Lea and Flood 2014), the second number added between them.</remarks>
    public static ulong Combine(ulong a, ulong b) =>
        unchecked(Mix(Mix(a + GoldenGamma) + b + GoldenGamma));

    private static uint Avalanche(uint hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
            hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
            return hash ^ (hash >> 16);
        }
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
