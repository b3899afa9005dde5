namespace FlowSim.Plots.Frame;

/// <summary>Puts labels near where they belong without letting them touch.</summary>
internal static class LabelPlacing
{
    /// <summary>
    /// Positions at least <paramref name="distance"/> apart, in the order in which they are wanted, within the limits where there is room.
    /// Labels that would touch move as a block around their mean wanted position.
    /// </summary>
    public static double[] Spread(IReadOnlyList<double> wanted, double distance, double lowest, double highest)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(index => wanted[index]).ThenBy(index => index).ToArray();
        var blocks = new List<Block>();
        foreach (var index in order)
        {
            blocks.Add(new Block(wanted[index], 1));
            while (blocks.Count > 1 && Touch(blocks[^2], blocks[^1], distance))
            {
                blocks[^2] = blocks[^2].With(blocks[^1]);
                blocks.RemoveAt(blocks.Count - 1);
            }
        }

        var positions = blocks.SelectMany(block => Enumerable.Range(0, block.Count).Select(i => block.Centre + ((i - ((block.Count - 1) / 2.0)) * distance)))
            .ToArray();
        Keep(positions, distance, lowest, highest);
        var placed = new double[wanted.Count];
        for (var i = 0; i < order.Length; i++)
        {
            placed[order[i]] = positions[i];
        }

        return placed;
    }

    private static bool Touch(Block upper, Block lower, double distance) => lower.Centre - upper.Centre < (upper.Count + lower.Count) / 2.0 * distance;

    private static void Keep(double[] positions, double distance, double lowest, double highest)
    {
        for (var i = positions.Length - 1; i >= 0; i--)
        {
            positions[i] = Math.Min(positions[i], i == positions.Length - 1 ? highest : positions[i + 1] - distance);
        }

        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = Math.Max(positions[i], i == 0 ? lowest : positions[i - 1] + distance);
        }
    }

    private readonly record struct Block(double Centre, int Count)
    {
        public Block With(Block other) => new(((Centre * Count) + (other.Centre * other.Count)) / (Count + other.Count), Count + other.Count);
    }
}
