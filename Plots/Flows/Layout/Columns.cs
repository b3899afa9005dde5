namespace FlowSim.Plots.Flows.Layout;

/// <summary>Where the columns stand, and in the gaps between them the ribbons that run back up or down.</summary>
internal sealed class Columns
{
    private readonly double[] left;
    private readonly double[] right;
    private readonly Dictionary<(int Gap, int Edge), double> runs = [];

    public Columns(ProperGraph graph, BackFlows back, LayoutSpace space)
    {
        var count = graph.Columns;
        var widths = new double[count];
        for (var node = 0; node < graph.Graph.Nodes.Count; node++)
        {
            widths[graph.Layer(node)] = Math.Max(widths[graph.Layer(node)], graph.Graph.Nodes[node].Width);
        }

        var running = RunningIn(graph, back);
        var gaps = new double[count + 1];
        for (var gap = 0; gap <= count; gap++)
        {
            var runsWidth = running[gap].Sum(edge => graph.Graph.Edges[edge].Thickness + space.LaneGap);
            gaps[gap] = runsWidth + (gap > 0 && gap < count ? space.ColumnGap : 0);
        }

        Widen(gaps, space.Width - widths.Sum());
        left = new double[count];
        right = new double[count];
        var x = 0.0;
        for (var column = 0; column < count; column++)
        {
            left[column] = x + gaps[column];
            right[column] = left[column] + widths[column];
            Spread(graph.Graph, running[column], column, x, gaps[column]);
            x = right[column];
        }

        Spread(graph.Graph, running[count], count, x, gaps[count]);
        Width = x + gaps[count];
    }

    public double Width { get; }

    public double Left(int column) => left[column];

    public double Right(int column) => right[column];

    /// <summary>Where an edge that runs back goes up or down before a column.</summary>
    public double Run(int gap, int edge) => runs[(gap, edge)];

    private static List<int>[] RunningIn(ProperGraph graph, BackFlows back)
    {
        var running = Enumerable.Range(0, graph.Columns + 1).Select(_ => new List<int>()).ToArray();
        foreach (var edge in back.Edges)
        {
            var (from, to) = (graph.Graph.Edges[edge].From, graph.Graph.Edges[edge].To);
            running[graph.Layer(from) + 1].Add(edge);
            running[graph.Layer(to)].Add(edge);
        }

        return running;
    }

    private static void Widen(double[] gaps, double wanted)
    {
        var inner = gaps.Length - 2;
        var spare = wanted - gaps.Sum();
        for (var gap = 1; spare > 0 && gap <= inner; gap++)
        {
            gaps[gap] += spare / inner;
        }
    }

    private void Spread(LayoutGraph graph, List<int> edges, int gap, double from, double width)
    {
        var spare = (width - edges.Sum(edge => graph.Edges[edge].Thickness)) / (edges.Count + 1);
        var x = from;
        foreach (var edge in edges)
        {
            x += spare + (graph.Edges[edge].Thickness / 2);
            runs[(gap, edge)] = x;
            x += graph.Edges[edge].Thickness / 2;
        }
    }
}
