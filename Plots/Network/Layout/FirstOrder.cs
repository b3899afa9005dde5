namespace FlowSim.Plots.Network.Layout;

/// <summary>Orders to begin with: depth first along the ribbons, so that what hangs together stands together, from different ends.</summary>
internal static class FirstOrder
{
    private const ulong Multiplier = 6364136223846793005;
    private const ulong Increment = 1442695040888963407;

    /// <param name="graph">The graph in columns.</param>
    /// <param name="start">0: as written; 1: the other way round; above: one of many shuffles, always the same for one number.</param>
    public static List<int>[] Of(ProperGraph graph, int start)
    {
        var columns = Enumerable.Range(0, graph.Columns).Select(_ => new List<int>()).ToArray();
        var seen = new bool[graph.Count];
        foreach (var root in Roots(graph, start))
        {
            Visit(graph, root, start % 2 == 1, seen, columns);
        }

        return columns;
    }

    private static void Visit(ProperGraph graph, int root, bool reversed, bool[] seen, List<int>[] columns)
    {
        var open = new Stack<int>([root]);
        while (open.TryPop(out var vertex))
        {
            if (seen[vertex])
            {
                continue;
            }

            seen[vertex] = true;
            columns[graph.Layer(vertex)].Add(vertex);
            var next = graph.Entering(vertex).Select(segment => segment.From).Concat(graph.Leaving(vertex).Select(segment => segment.To))
                .Where(other => !seen[other]);
            foreach (var other in reversed ? next : next.Reverse())
            {
                open.Push(other);
            }
        }
    }

    private static int[] Roots(ProperGraph graph, int start)
    {
        int[] roots = [.. Enumerable.Range(0, graph.Count).OrderBy(graph.Layer).ThenBy(vertex => vertex)];
        if (start == 1)
        {
            Array.Reverse(roots);
        }

        // A linear congruential sequence (Knuth's MMIX constants): nothing random is needed, only different orders.
        var state = (ulong)start;
        for (var i = roots.Length - 1; start > 1 && i > 0; i--)
        {
            state = (state * Multiplier) + Increment;
            var other = (int)((state >> 33) % (ulong)(i + 1));
            (roots[i], roots[other]) = (roots[other], roots[i]);
        }

        return roots;
    }
}
