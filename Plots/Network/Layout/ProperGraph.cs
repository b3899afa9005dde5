namespace FlowSim.Plots.Network.Layout;

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
