namespace FlowSim.Plots.Flows.Layout;

/// <summary>
/// Draws a directed graph in columns from left to right (Sugiyama, Tagawa and Toda 1981): cycles are broken, nodes put in
/// columns, columns ordered for few crossings, and places found for which ribbons run level. No chance is involved.
/// </summary>
internal static class LayeredLayout
{
    /// <summary>Places for all nodes and ribbons.</summary>
    public static NetworkLayout Of(LayoutGraph graph, LayoutSpace space)
    {
        var backward = CycleBreaking.Backward(graph);
        return Of(graph, space, backward, Layering.Of(graph, backward));
    }

    /// <summary>Places with given columns; every edge that is not backward must lead to a later column.</summary>
    public static NetworkLayout Of(LayoutGraph graph, LayoutSpace space, bool[] backward, int[] layers)
    {
        var proper = new ProperGraph(graph, backward, layers);
        var order = CrossingReduction.Of(proper);
        var back = new BackFlows(graph, backward, proper, order);
        var ports = new Ports(proper, order, back);
        var middle = Heights.Of(proper, order, ports, space);
        var columns = new Columns(proper, back, space);
        var around = new BackRoutes(proper, order, ports, middle, columns, space);
        var levels = around.Levels(back);
        var down = -around.Top;
        var placing = new Placing(proper, ports, columns, [.. middle.Select(value => value + down)]);
        var routes = Enumerable.Range(0, graph.Edges.Count).Select(edge => levels.TryGetValue(edge, out var level)
            ? new Route(Course.Back, around.Corners(edge, placing.Start(edge), placing.End(edge), level + down))
            : placing.Forward(edge));
        return new NetworkLayout([.. Enumerable.Range(0, graph.Nodes.Count).Select(placing.Node)], [.. routes], columns.Width, around.Bottom + down,
            order.Crossings());
    }

    /// <summary>What follows from columns, heights and ports.</summary>
    private sealed class Placing(ProperGraph graph, Ports ports, Columns columns, double[] middle)
    {
        public PlacedNode Node(int node)
        {
            var column = graph.Layer(node);
            var width = graph.Graph.Nodes[node].Width;
            var left = (columns.Left(column) + columns.Right(column) - width) / 2;
            return new PlacedNode(column, left, middle[node] - (ports.Height(node) / 2), width, ports.Height(node));
        }

        public (double X, double Y) Start(int edge)
        {
            var from = graph.Graph.Edges[edge].From;
            return (Node(from).Right, middle[from] + ports.Right(from, edge));
        }

        public (double X, double Y) End(int edge)
        {
            var to = graph.Graph.Edges[edge].To;
            return (Node(to).Left, middle[to] + ports.Left(to, edge));
        }

        public Route Forward(int edge)
        {
            var path = graph.Paths[edge];
            if (path.Length == 0)
            {
                return new Route(Course.Loop, []);
            }

            var (start, end) = (Start(edge), End(edge));
            var points = new List<(double X, double Y)> { start, (columns.Right(graph.Layer(path[0])), start.Y) };
            foreach (var vertex in path[1..^1])
            {
                points.Add((columns.Left(graph.Layer(vertex)), middle[vertex]));
                points.Add((columns.Right(graph.Layer(vertex)), middle[vertex]));
            }

            points.Add((columns.Left(graph.Layer(path[^1])), end.Y));
            points.Add(end);
            return new Route(Course.Forward, points);
        }
    }
}
