using System.Runtime.CompilerServices;

namespace FlowSim.Simulator.Sampling;

/// <summary>The 128 random bits of one keyed draw: a uniform for a quantity, two words for choices.</summary>
public readonly struct RandomBlock
{
    /// <summary>The distance between neighbouring uniforms, and the smallest of them [probability].</summary>
    internal const double SmallestUniform = 1.0 / (1L << 53);

    /// <summary>The largest uniform a block can give [probability].</summary>
    internal const double LargestUniform = 1.0 - SmallestUniform;

    public readonly uint W0;
    public readonly uint W1;
    public readonly uint W2;
    public readonly uint W3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RandomBlock(uint w0, uint w1, uint w2, uint w3)
    {
        W0 = w0;
        W1 = w1;
        W2 = w2;
        W3 = w3;
    }

    /// <summary>A uniform from <see cref="W0"/> and <see cref="W1"/> in the open interval (0, 1) [probability].</summary>
    /// <remarks>
    /// An odd multiple of 2⁻⁵³. Adding half a step to 53 bits would round the largest value up to 1;
    /// setting the lowest bit keeps both ends out, exactly and symmetrically.
    /// </remarks>
    public double Uniform
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (long)(((((ulong)W0 << 32) | W1) >> 11) | 1) * SmallestUniform;
    }
}
