namespace FlowSim.Plots.Flows.Layout;

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

/// <summary>Ways of the ribbons that run back: each over or under everything in the columns that it passes, short ones inside long ones.</summary>
internal sealed class BackRoutes
{
    private readonly ProperGraph graph;
    private readonly Columns columns;
    private readonly LayoutSpace space;
    private readonly double[] ceiling;
    private readonly double[] floor;

    public BackRoutes(ProperGraph graph, ColumnOrder order, Ports ports, double[] middle, Columns columns, LayoutSpace space)
    {
        this.graph = graph;
        this.columns = columns;
        this.space = space;
        ceiling = [.. order.Columns.Select(column => column.Min(vertex => middle[vertex] - (ports.Height(vertex) / 2)))];
        floor = [.. order.Columns.Select(column => column.Max(vertex => middle[vertex] + (ports.Height(vertex) / 2)))];
    }

    /// <summary>Where the highest ribbon reaches; may be above 0.</summary>
    public double Top => ceiling.DefaultIfEmpty().Min();

    public double Bottom => floor.DefaultIfEmpty().Max();

    /// <summary>By edge, the level at which it runs back.</summary>
    public Dictionary<int, double> Levels(BackFlows back)
    {
        var levels = new Dictionary<int, double>();
        foreach (var edge in back.Edges.OrderBy(edge => Last(edge) - First(edge)).ThenBy(edge => edge))
        {
            levels[edge] = back.IsAbove(edge) ? Over(edge) : Under(edge);
        }

        return levels;
    }

    /// <summary>Corners from the right side of the box it leaves to the left side of the box it enters.</summary>
    public IReadOnlyList<(double X, double Y)> Corners(int edge, (double X, double Y) start, (double X, double Y) end, double level)
    {
        var leave = columns.Run(Last(edge) + 1, edge);
        var enter = columns.Run(First(edge), edge);
        return [start, (leave, start.Y), (leave, level), (enter, level), (enter, end.Y), end];
    }

    private int First(int edge) => graph.Layer(graph.Graph.Edges[edge].To);

    private int Last(int edge) => graph.Layer(graph.Graph.Edges[edge].From);

    private double Over(int edge)
    {
        var half = graph.Graph.Edges[edge].Thickness / 2;
        var level = Passed(edge).Min(column => ceiling[column]) - space.LaneGap - half;
        foreach (var column in Passed(edge))
        {
            ceiling[column] = level - half;
        }

        return level;
    }

    private double Under(int edge)
    {
        var half = graph.Graph.Edges[edge].Thickness / 2;
        var level = Passed(edge).Max(column => floor[column]) + space.LaneGap + half;
        foreach (var column in Passed(edge))
        {
            floor[column] = level + half;
        }

        return level;
    }

    /// <summary>Its columns and one more at each side, whose gaps it shares.</summary>
    private IEnumerable<int> Passed(int edge)
    {
        var first = Math.Max(0, First(edge) - 1);
        return Enumerable.Range(first, Math.Min(floor.Length - 1, Last(edge) + 1) - first + 1);
    }
}
