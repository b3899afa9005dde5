namespace FlowSim.Tests.Properties;

/// <summary>Choices for tests, the same on every machine: SplitMix64 (Steele, Lea and Flood 2014).</summary>
internal sealed class Dice
{
    private ulong state;

    public Dice(int seed) => state = (ulong)seed * 0x9E3779B97F4A7C15UL;

    /// <summary>A whole number from 0 to below <paramref name="n"/>.</summary>
    public int Below(int n) => (int)(Next() % (ulong)n);

    /// <summary>True in this many of a hundred cases.</summary>
    public bool InPercent(int percent) => Below(100) < percent;

    public T Of<T>(params T[] items) => items[Below(items.Length)];

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
