using System.Runtime.CompilerServices;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Simulator.Sampling;

/// <summary>A quantile function in 2,048 equal steps of probability, read by linear interpolation.</summary>
/// <remarks>
/// Only the middle is kept: in the outer 1/64 on each side the quantile bends too much and the caller computes it.
/// The ends of the middle are nodes of the table, so table and computed tails meet without a jump.
/// </remarks>
internal static class QuantileTable
{
    /// <summary>Below this probability, and above 1 less it, the table does not apply [probability].</summary>
    public const double Tail = 1.0 / 64;

    private const int Steps = 2048;
    private const int FirstNode = Steps / 64;
    private const int LastNode = Steps - FirstNode;

    /// <summary>The table of a quantile function.</summary>
    public static double[] Build(Func<double, double> quantile)
    {
        var nodes = new double[LastNode + 2];
        for (var node = FirstNode; node <= LastNode; node++)
        {
            nodes[node] = quantile((double)node / Steps);
        }

        // Read, with weight 0, when the probability is exactly the last node's.
        nodes[LastNode + 1] = nodes[LastNode];
        return nodes;
    }

    /// <summary>Whether the table applies at a probability.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Covers(double u) => u >= Tail && u <= 1 - Tail;

    /// <summary>The interpolated quantile at a probability that the table covers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double At(double[] nodes, double u)
    {
        var position = u * Steps;
        var node = double.ConvertToIntegerNative<int>(position);
        var lower = nodes[node];
        return lower + (position - node) * (nodes[node + 1] - lower);
    }
}
