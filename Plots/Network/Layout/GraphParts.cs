namespace FlowSim.Plots.Network.Layout;

/// <summary>Parts of a graph between which there is no ribbon that runs forward.</summary>
internal static class GraphParts
{
    public static IReadOnlyList<HashSet<int>> Of(ProperGraph graph)
    {
        var seen = new bool[graph.Count];
        var parts = new List<HashSet<int>>();
        for (var start = 0; start < graph.Count; start++)
        {
            if (!seen[start])
            {
                parts.Add(From(graph, start, seen));
            }
        }

        return parts;
    }

    private static HashSet<int> From(ProperGraph graph, int start, bool[] seen)
    {
        var part = new HashSet<int>();
        var open = new Stack<int>([start]);
        seen[start] = true;
        while (open.TryPop(out var vertex))
        {
            part.Add(vertex);
            foreach (var next in graph.Entering(vertex).Select(segment => segment.From).Concat(graph.Leaving(vertex).Select(segment => segment.To))
                .Where(next => !seen[next]))
            {
                seen[next] = true;
                open.Push(next);
            }
        }

        return part;
    }
}
