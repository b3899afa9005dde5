using FlowSim.Simulator.Sampling;

namespace FlowSim.Scenarios.Inputs;

/// <summary>
/// Places in [0, 1] for inputs, spread evenly: of n points each n-th of the range of each input holds one, and inputs are independent of each other (McKay,
/// Beckman and Conover 1979). An input's places follow from its name alone: another input beside it moves none of them.
/// </summary>
internal static class LatinHypercube
{
    /// <summary>The places of one input in a block of points.</summary>
    /// <param name="seed">Of the experiment.</param>
    /// <param name="input">Name of the input.</param>
    /// <param name="block">Number of the block [from 0]: blocks are independent.</param>
    /// <param name="size">Points in the block.</param>
    public static double[] Column(ulong seed, string input, int block, int size)
    {
        var points = Enumerable.Range(0, size).ToArray();
        var order = Array.ConvertAll(points, point => KeyedUniform.Of(seed, input, Point(block, point), 0));
        Array.Sort(order, points);
        var places = new double[size];
        for (var layer = 0; layer < size; layer++)
        {
            places[points[layer]] = (layer + KeyedUniform.Of(seed, input, Point(block, points[layer]), 1)) / size;
        }

        return places;
    }

    private static long Point(int block, int point) => ((long)block << 32) | (uint)point;
}
