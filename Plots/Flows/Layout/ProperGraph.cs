namespace FlowSim.Plots.Flows.Layout;

/// <summary>A piece of a ribbon between two neighbouring columns.</summary>
internal readonly record struct Segment(int From, int To, int Edge);

/// <summary>
/// The forward edges of a graph in columns, cut into pieces from one column to the next. Vertices are the nodes, then one
/// for each column that a longer edge passes.
/// </summary>
internal sealed class ProperGraph
{
    private readonly List<int> layer;
    private readonly Segment[][] entering;
    private readonly Segment[][] leaving;

    public ProperGraph(LayoutGraph graph, bool[] backward, int[] layers)
    {
        Graph = graph;
        layer = [.. layers];
        Paths = new int[graph.Edges.Count][];
        PassingEdge = [.. layers.Select(_ => -1)];
        for (var i = 0; i < graph.Edges.Count; i++)
        {
            Paths[i] = backward[i] || graph.Edges[i].From == graph.Edges[i].To ? [] : Path(i);
        }

        var segments = Paths.SelectMany((path, edge) => path.Zip(path.Skip(1), (from, to) => new Segment(from, to, edge))).ToList();
        var (byFrom, byTo) = (segments.ToLookup(segment => segment.From), segments.ToLookup(segment => segment.To));
        leaving = [.. Enumerable.Range(0, Count).Select(vertex => byFrom[vertex].ToArray())];
        entering = [.. Enumerable.Range(0, Count).Select(vertex => byTo[vertex].ToArray())];
        SegmentCount = segments.Count;
        Columns = Count == 0 ? 0 : layer.Max() + 1;
    }

    public LayoutGraph Graph { get; }

    public int Count => layer.Count;

    public int Columns { get; }

    public int SegmentCount { get; }

    /// <summary>By edge, its vertices from left to right; empty for one that runs backward or stays.</summary>
    public int[][] Paths { get; }

    /// <summary>By vertex, the edge that passes there; -1 for a node.</summary>
    public List<int> PassingEdge { get; }

    public bool IsNode(int vertex) => vertex < Graph.Nodes.Count;

    public int Layer(int vertex) => layer[vertex];

    public Segment[] Entering(int vertex) => entering[vertex];

    public Segment[] Leaving(int vertex) => leaving[vertex];

    public double Weight(Segment segment) => Graph.Edges[segment.Edge].Weight;

    private int[] Path(int edge)
    {
        var (from, to) = (Graph.Edges[edge].From, Graph.Edges[edge].To);
        var path = new int[layer[to] - layer[from] + 1];
        path[0] = from;
        path[^1] = to;
        for (var i = 1; i < path.Length - 1; i++)
        {
            path[i] = layer.Count;
            layer.Add(layer[from] + i);
            PassingEdge.Add(edge);
        }

        return path;
    }
}

/// <summary>Where on the sides of a box its ribbons end: one under the other in the order of their other ends, so that they do not cross at the box.</summary>
internal sealed class Ports
{
    private readonly LayoutGraph graph;
    private readonly double[] height;
    private readonly Dictionary<(int Vertex, int Edge), double> left = [];
    private readonly Dictionary<(int Vertex, int Edge), double> right = [];

    public Ports(ProperGraph proper, ColumnOrder order, BackFlows back)
    {
        graph = proper.Graph;
        height = new double[proper.Count];
        for (var vertex = 0; vertex < proper.Count; vertex++)
        {
            if (!proper.IsNode(vertex))
            {
                height[vertex] = graph.Edges[proper.PassingEdge[vertex]].Thickness;
                continue;
            }

            var entering = proper.Entering(vertex).OrderBy(segment => order.Position(segment.From)).ThenBy(segment => segment.Edge)
                .Select(segment => segment.Edge);
            var leaving = proper.Leaving(vertex).OrderBy(segment => order.Position(segment.To)).ThenBy(segment => segment.Edge).Select(segment => segment.Edge);
            var atLeft = Stack(left, vertex, graph.Nodes[vertex].FreeLeft,
                [.. back.Entering(vertex).Where(back.IsAbove), .. entering, .. back.Entering(vertex).Where(edge => !back.IsAbove(edge))]);
            var atRight = Stack(right, vertex, graph.Nodes[vertex].FreeRight,
                [.. back.Leaving(vertex).Where(back.IsAbove), .. leaving, .. back.Leaving(vertex).Where(edge => !back.IsAbove(edge))]);
            height[vertex] = Math.Max(graph.Nodes[vertex].Height, Math.Max(atLeft, atRight));
        }
    }

    /// <summary>Height of a vertex: of a box what is asked for or what its ribbons need, of a passing ribbon its thickness.</summary>
    public double Height(int vertex) => height[vertex];

    /// <summary>Where an edge enters a vertex, below the vertex's middle.</summary>
    public double Left(int vertex, int edge) => left.GetValueOrDefault((vertex, edge));

    /// <summary>Where an edge leaves a vertex, below the vertex's middle.</summary>
    public double Right(int vertex, int edge) => right.GetValueOrDefault((vertex, edge));

    private double Stack(Dictionary<(int Vertex, int Edge), double> side, int vertex, double free, int[] edges)
    {
        var total = edges.Sum(edge => graph.Edges[edge].Thickness) + free;
        var top = -total / 2;
        foreach (var edge in edges)
        {
            side[(vertex, edge)] = top + (graph.Edges[edge].Thickness / 2);
            top += graph.Edges[edge].Thickness;
        }

        return total;
    }
}
