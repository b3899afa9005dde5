namespace FlowSim.Plots.Network.Layout;

/// <summary>
/// Places along a line as near as possible to where each would be alone, in a given order and with given distances: the
/// least sum of weight × square, exactly, by pooling adjacent violators.
/// </summary>
internal static class OrderedPlaces
{
    /// <param name="wanted">Where each would stand alone.</param>
    /// <param name="weights">How much each counts; above 0.</param>
    /// <param name="distances">Least distance of each from the one before; the first has no meaning.</param>
    /// <param name="low">Nothing stands before this.</param>
    /// <param name="high">Nothing stands after this, if there is room.</param>
    public static double[] Of(ReadOnlySpan<double> wanted, ReadOnlySpan<double> weights, ReadOnlySpan<double> distances, double low, double high)
    {
        var pools = new List<Pool>();
        var offset = 0.0;
        for (var i = 0; i < wanted.Length; i++)
        {
            offset += i == 0 ? 0 : distances[i];
            var pool = new Pool(wanted[i] - offset, weights[i], 1);
            while (pools.Count > 0 && pools[^1].Place >= pool.Place)
            {
                pool = pools[^1].With(pool);
                pools.RemoveAt(pools.Count - 1);
            }

            pools.Add(pool);
        }

        return Spread(pools, distances, low, Math.Max(low, high - offset));
    }

    private static double[] Spread(List<Pool> pools, ReadOnlySpan<double> distances, double low, double high)
    {
        var places = new double[distances.Length];
        var (index, offset) = (0, 0.0);
        foreach (var pool in pools)
        {
            for (var i = 0; i < pool.Count; i++, index++)
            {
                offset += index == 0 ? 0 : distances[index];
                places[index] = Math.Clamp(pool.Place, low, high) + offset;
            }
        }

        return places;
    }

    private readonly record struct Pool(double Place, double Weight, int Count)
    {
        public Pool With(Pool next) => new(((Place * Weight) + (next.Place * next.Weight)) / (Weight + next.Weight), Weight + next.Weight, Count + next.Count);
    }
}
