using System.Numerics;
using System.Runtime.CompilerServices;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Simulator.Sampling;

/// <summary>The 128 random bits of one keyed draw: a uniform for a quantity, two words for choices.</summary>
internal readonly struct RandomBlock
{
    /// <summary>The distance between neighbouring uniforms, and the smallest of them [probability].</summary>
    internal const double SmallestUniform = 1.0 / (1L << 53);

    /// <summary>The largest uniform a block can give [probability].</summary>
    internal const double LargestUniform = 1.0 - SmallestUniform;

    // Two words rather than four: such a block travels in two registers.
    private readonly ulong _low;
    private readonly ulong _high;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RandomBlock(uint w0, uint w1, uint w2, uint w3)
    {
        _low = w0 | ((ulong)w1 << 32);
        _high = w2 | ((ulong)w3 << 32);
    }

    public uint W0 => (uint)_low;

    public uint W1 => (uint)(_low >> 32);

    public uint W2 => (uint)_high;

    public uint W3 => (uint)(_high >> 32);

    /// <summary>A uniform from <see cref="W0"/> and <see cref="W1"/> in the open interval (0, 1) [probability].</summary>
    /// <remarks>
    /// An odd multiple of 2⁻⁵³. Adding half a step to 53 bits would round the largest value up to 1;
    /// setting the lowest bit keeps both ends out, exactly and symmetrically.
    /// </remarks>
    public double Uniform
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (long)((BitOperations.RotateLeft(_low, 32) >> 11) | 1) * SmallestUniform;
    }
}
