namespace FlowSim.Plots.Network.Layout;

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
