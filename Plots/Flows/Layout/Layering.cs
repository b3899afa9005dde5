namespace FlowSim.Plots.Flows.Layout;

/// <summary>
/// In which column each node stands: the longest path from the left first, then sets of nodes that hang together tightly
/// are moved by a column wherever that makes the ribbons shorter, until nothing gets shorter.
/// </summary>
internal sealed class Layering
{
    private const int MostRounds = 200;

    private readonly List<LayoutEdge>[] entering;
    private readonly List<LayoutEdge>[] leaving;
    private readonly int[] layer;

    private Layering(LayoutGraph graph, bool[] backward)
    {
        layer = new int[graph.Nodes.Count];
        entering = [.. graph.Nodes.Select(_ => new List<LayoutEdge>())];
        leaving = [.. graph.Nodes.Select(_ => new List<LayoutEdge>())];
        for (var i = 0; i < graph.Edges.Count; i++)
        {
            var edge = graph.Edges[i];
            if (!backward[i] && edge.From != edge.To)
            {
                entering[edge.To].Add(edge);
                leaving[edge.From].Add(edge);
            }
        }
    }

    /// <summary>Column of each node, from 0; every edge that is not backward leads to a later column.</summary>
    public static int[] Of(LayoutGraph graph, bool[] backward)
    {
        var layering = new Layering(graph, backward);
        layering.LongestPaths();
        layering.Tighten();
        return layering.WithoutEmptyColumns();
    }

    /// <summary>The same with every node as far left as can be: the number of edges that lead to it, at most.</summary>
    public static int[] FromLeft(LayoutGraph graph, bool[] backward)
    {
        var layering = new Layering(graph, backward);
        layering.LongestPaths();
        return layering.layer;
    }

    private void LongestPaths()
    {
        var missing = entering.Select(edges => edges.Count).ToArray();
        var ready = new Queue<int>(Enumerable.Range(0, layer.Length).Where(node => missing[node] == 0));
        while (ready.TryDequeue(out var node))
        {
            foreach (var edge in leaving[node])
            {
                layer[edge.To] = Math.Max(layer[edge.To], layer[node] + 1);
                if (--missing[edge.To] == 0)
                {
                    ready.Enqueue(edge.To);
                }
            }
        }
    }

    private void Tighten()
    {
        var isMoving = true;
        for (var round = 0; isMoving && round < MostRounds; round++)
        {
            isMoving = false;
            for (var node = 0; node < layer.Length; node++)
            {
                isMoving |= Move(node, 1) || Move(node, -1);
            }
        }
    }

    /// <summary>Moves a node by one column, with all that must then move too, if that makes the sum of weight × length less.</summary>
    private bool Move(int start, int step)
    {
        var hasMoved = false;
        while (Shorter(start, step) is { } moving)
        {
            foreach (var node in moving)
            {
                layer[node] += step;
            }

            hasMoved = true;
        }

        return hasMoved;
    }

    private HashSet<int>? Shorter(int start, int step)
    {
        const double Least = 1e-9;
        var (ahead, behind) = step > 0 ? (leaving, entering) : (entering, leaving);
        if (ahead[start].Sum(edge => edge.Weight) <= behind[start].Sum(edge => edge.Weight))
        {
            return null;
        }

        var moving = new HashSet<int> { start };
        var open = new Stack<int>([start]);
        while (open.TryPop(out var node))
        {
            foreach (var next in ahead[node].Select(edge => step > 0 ? edge.To : edge.From)
                .Where(next => Math.Abs(layer[next] - layer[node]) == 1 && moving.Add(next)))
            {
                open.Push(next);
            }
        }

        var gain = moving.Sum(node => ahead[node].Where(edge => !moving.Contains(step > 0 ? edge.To : edge.From)).Sum(edge => edge.Weight)
            - behind[node].Where(edge => !moving.Contains(step > 0 ? edge.From : edge.To)).Sum(edge => edge.Weight));
        return gain > Least ? moving : null;
    }

    private int[] WithoutEmptyColumns()
    {
        var used = layer.Distinct().Order().ToList();
        return [.. layer.Select(column => used.BinarySearch(column))];
    }
}
