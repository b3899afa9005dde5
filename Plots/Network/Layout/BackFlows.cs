namespace FlowSim.Plots.Network.Layout;

/// <summary>The edges that run backward, and whether each goes round over or under the picture: whichever is nearer to its ends.</summary>
internal sealed class BackFlows
{
    private readonly LayoutGraph graph;
    private readonly HashSet<int> above = [];

    public BackFlows(LayoutGraph graph, bool[] backward, ProperGraph proper, ColumnOrder order)
    {
        this.graph = graph;
        Edges = [.. Enumerable.Range(0, backward.Length).Where(edge => backward[edge])];
        foreach (var edge in Edges)
        {
            var (from, to) = (graph.Edges[edge].From, graph.Edges[edge].To);
            if (Depth(from) + Depth(to) < 1)
            {
                above.Add(edge);
            }
        }

        double Depth(int node) => (order.Position(node) + 0.5) / order.Columns[proper.Layer(node)].Length;
    }

    public IReadOnlyList<int> Edges { get; }

    public bool IsAbove(int edge) => above.Contains(edge);

    public IEnumerable<int> Leaving(int node) => Edges.Where(edge => graph.Edges[edge].From == node);

    public IEnumerable<int> Entering(int node) => Edges.Where(edge => graph.Edges[edge].To == node);
}
