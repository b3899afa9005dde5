namespace FlowSim.Plots.Flows.Layout;

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

/// <summary>In which order the vertices stand in each column, from top to bottom.</summary>
internal sealed class ColumnOrder
{
    private readonly ProperGraph graph;
    private readonly int[] position;

    public ColumnOrder(ProperGraph graph, IReadOnlyList<IReadOnlyList<int>> columns)
    {
        this.graph = graph;
        Columns = [.. columns.Select(column => column.ToArray())];
        position = new int[graph.Count];
        for (var column = 0; column < Columns.Length; column++)
        {
            Renumber(column);
        }
    }

    public int[][] Columns { get; }

    public int Position(int vertex) => position[vertex];

    public ColumnOrder Copy() => new(graph, Columns);

    public void Renumber(int column)
    {
        for (var i = 0; i < Columns[column].Length; i++)
        {
            position[Columns[column][i]] = i;
        }
    }

    public void Swap(int column, int upper)
    {
        var vertices = Columns[column];
        (vertices[upper], vertices[upper + 1]) = (vertices[upper + 1], vertices[upper]);
        position[vertices[upper]] = upper;
        position[vertices[upper + 1]] = upper + 1;
    }

    /// <summary>Crossings between all columns, each counted with the product of the weights of the two that cross.</summary>
    public double Crossings()
    {
        var sum = 0.0;
        for (var column = 0; column < Columns.Length - 1; column++)
        {
            sum += CrossingsAfter(column);
        }

        return sum;
    }

    // Barth, Jünger and Mutzel (2004): inversions, counted in a tree of sums.
    private double CrossingsAfter(int column)
    {
        var ends = new List<(int From, int To, double Weight)>();
        foreach (var vertex in Columns[column])
        {
            foreach (var segment in graph.Leaving(vertex))
            {
                ends.Add((position[vertex], position[segment.To], graph.Weight(segment)));
            }
        }

        ends.Sort();
        var width = Columns[column + 1].Length;
        var tree = new double[width + 1];
        var (sum, total) = (0.0, 0.0);
        foreach (var (_, to, weight) in ends)
        {
            var notBelow = 0.0;
            for (var i = to + 1; i > 0; i -= i & -i)
            {
                notBelow += tree[i];
            }

            sum += weight * (total - notBelow);
            for (var i = to + 1; i <= width; i += i & -i)
            {
                tree[i] += weight;
            }

            total += weight;
        }

        return sum;
    }
}
