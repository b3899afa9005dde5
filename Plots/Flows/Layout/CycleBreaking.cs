namespace FlowSim.Plots.Flows.Layout;

/// <summary>
/// Which edges must run backward so that all others run forward: a light feedback arc set, by the greedy order of
/// Eades, Lin and Smyth (1993) with weights, made smaller by turning back whatever closes no cycle.
/// </summary>
internal static class CycleBreaking
{
    /// <summary>For each edge, whether it runs backward. Loops at one node are neither forward nor backward.</summary>
    public static bool[] Backward(LayoutGraph graph)
    {
        var rank = Ranks(graph);
        var edges = graph.Edges;
        var backward = new bool[edges.Count];
        for (var i = 0; i < edges.Count; i++)
        {
            backward[i] = rank[edges[i].From] > rank[edges[i].To];
        }

        // Heaviest first: an edge that closes no cycle with those already forward need not run backward.
        var reach = new Reach(graph, backward);
        foreach (var edge in Enumerable.Range(0, edges.Count).Where(edge => backward[edge]).OrderByDescending(edge => edges[edge].Weight).ThenBy(edge => edge))
        {
            backward[edge] = reach.Leads(edges[edge].To, edges[edge].From);
        }

        return backward;
    }

    /// <summary>An order of the nodes in which little weight points to the left.</summary>
    private static int[] Ranks(LayoutGraph graph)
    {
        var count = graph.Nodes.Count;
        var incident = new List<int>[count];
        for (var node = 0; node < count; node++)
        {
            incident[node] = [];
        }

        var leaving = new double[count];
        var entering = new double[count];
        for (var i = 0; i < graph.Edges.Count; i++)
        {
            var edge = graph.Edges[i];
            if (edge.From != edge.To)
            {
                incident[edge.From].Add(i);
                incident[edge.To].Add(i);
                leaving[edge.From] += edge.Weight;
                entering[edge.To] += edge.Weight;
            }
        }

        return Peel(graph, incident, leaving, entering);
    }

    private static int[] Peel(LayoutGraph graph, List<int>[] incident, double[] leaving, double[] entering)
    {
        var count = graph.Nodes.Count;
        var rank = new int[count];
        var gone = new bool[count];
        var (first, last) = (0, count - 1);
        while (first <= last)
        {
            var (node, isSink) = Next(gone, leaving, entering);
            rank[node] = isSink ? last-- : first++;
            gone[node] = true;
            foreach (var edge in incident[node].Select(index => graph.Edges[index]))
            {
                leaving[edge.From] -= edge.Weight;
                entering[edge.To] -= edge.Weight;
            }
        }

        return rank;
    }

    /// <summary>A sink, else a source, else the node with most weight leaving less weight entering.</summary>
    private static (int Node, bool IsSink) Next(bool[] gone, double[] leaving, double[] entering)
    {
        const double Nothing = 1e-9;
        var best = -1;
        var source = -1;
        for (var node = 0; node < gone.Length; node++)
        {
            if (gone[node])
            {
                continue;
            }

            if (leaving[node] <= Nothing)
            {
                return (node, true);
            }

            if (source < 0 && entering[node] <= Nothing)
            {
                source = node;
            }

            if (best < 0 || leaving[node] - entering[node] > leaving[best] - entering[best])
            {
                best = node;
            }
        }

        return (source >= 0 ? source : best, false);
    }

    /// <summary>What can be reached over the edges that are forward by now.</summary>
    private sealed class Reach(LayoutGraph graph, bool[] backward)
    {
        private readonly ILookup<int, int> leaving = Enumerable.Range(0, graph.Edges.Count).ToLookup(edge => graph.Edges[edge].From);

        public bool Leads(int from, int to)
        {
            var seen = new bool[graph.Nodes.Count];
            var open = new Stack<int>([from]);
            while (open.TryPop(out var node))
            {
                if (node == to)
                {
                    return true;
                }

                foreach (var edge in leaving[node])
                {
                    var next = graph.Edges[edge].To;
                    if (!backward[edge] && !seen[next])
                    {
                        seen[next] = true;
                        open.Push(next);
                    }
                }
            }

            return false;
        }
    }
}
