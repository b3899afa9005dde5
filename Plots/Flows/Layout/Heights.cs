namespace FlowSim.Plots.Flows.Layout;

/// <summary>How far down each vertex stands: sweeps in which every column goes as near to its neighbours' ribbons as order and room allow.</summary>
internal sealed class Heights
{
    private const int Sweeps = 80;
    private const int OneSided = 20;

    // Straight ribbons matter most where they are long (Gansner et al. 1993).
    private const double ToNode = 1;
    private const double ToPassing = 2;
    private const double PassingToPassing = 8;

    private readonly ProperGraph graph;
    private readonly ColumnOrder order;
    private readonly Ports ports;
    private readonly double[] middle;
    private readonly double[][] distances;
    private readonly double room;

    private Heights(ProperGraph graph, ColumnOrder order, Ports ports, LayoutSpace space)
    {
        this.graph = graph;
        this.order = order;
        this.ports = ports;
        middle = new double[graph.Count];
        distances = [.. order.Columns.Select(column => Distances(column, graph, ports, space))];
        var needed = Needed(order, graph, ports, space);
        room = Math.Max(space.Height, needed);
        for (var i = 0; i < order.Columns.Length; i++)
        {
            Pile(order.Columns[i], distances[i], needed);
        }
    }

    /// <summary>The middle of every vertex, below the top of the highest.</summary>
    public static double[] Of(ProperGraph graph, ColumnOrder order, Ports ports, LayoutSpace space)
    {
        var heights = new Heights(graph, order, ports, space);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            heights.Sweep(sweep);
        }

        heights.PullPartsTogether();
        var top = Enumerable.Range(0, graph.Count).Select(vertex => heights.middle[vertex] - (ports.Height(vertex) / 2)).DefaultIfEmpty().Min();
        return [.. heights.middle.Select(value => value - top)];
    }

    /// <summary>Height of the column that needs most.</summary>
    public static double Needed(ColumnOrder order, ProperGraph graph, Ports ports, LayoutSpace space) =>
        order.Columns.Select(column => Extent(column, Distances(column, graph, ports, space), ports)).DefaultIfEmpty().Max();

    /// <summary>Parts that do not hang together drift apart; each below the largest moves up, each above moves down, as far as it can.</summary>
    private void PullPartsTogether()
    {
        var parts = GraphParts.Of(graph).OrderByDescending(part => part.Count).ToList();
        foreach (var part in parts.Skip(1).OrderBy(part => Math.Abs(part.Average(vertex => middle[vertex]) - parts[0].Average(vertex => middle[vertex]))))
        {
            var isBelow = part.Average(vertex => middle[vertex]) > parts[0].Average(vertex => middle[vertex]);
            var slack = part.Min(vertex => Slack(vertex, part, isBelow ? -1 : 1));
            foreach (var vertex in double.IsFinite(slack) ? part : [])
            {
                middle[vertex] += isBelow ? -slack : slack;
            }
        }
    }

    /// <summary>How far a vertex can move before it meets another part.</summary>
    private double Slack(int vertex, HashSet<int> part, int step)
    {
        var column = order.Columns[graph.Layer(vertex)];
        var at = order.Position(vertex);
        var next = at + step;
        return next < 0 || next >= column.Length || part.Contains(column[next]) ? double.PositiveInfinity
            : Math.Abs(middle[column[next]] - middle[vertex]) - distances[graph.Layer(vertex)][Math.Max(at, next)];
    }

    private void Sweep(int sweep)
    {
        // To the right, to the left, and at last with both sides in mind.
        var sides = sweep >= OneSided ? Side.Left | Side.Right : sweep % 2 == 0 ? Side.Left : Side.Right;
        for (var i = 0; i < order.Columns.Length; i++)
        {
            PlaceColumn(sweep % 2 == 0 ? i : order.Columns.Length - 1 - i, sides);
        }
    }

    private void PlaceColumn(int index, Side sides)
    {
        var column = order.Columns[index];
        if (column.Length == 0)
        {
            return;
        }

        var wanted = new double[column.Length];
        var weights = new double[column.Length];
        for (var i = 0; i < column.Length; i++)
        {
            (wanted[i], weights[i]) = WantedPlace(column[i], sides);
        }

        var low = ports.Height(column[0]) / 2;
        var places = OrderedPlaces.Of(wanted, weights, distances[index], low, room - (ports.Height(column[^1]) / 2));
        for (var i = 0; i < column.Length; i++)
        {
            middle[column[i]] = places[i];
        }
    }

    /// <summary>Where the ribbons of a vertex would be level on average, and how much that counts; where it is, and little, without any.</summary>
    private (double Place, double Weight) WantedPlace(int vertex, Side sides)
    {
        const double Loose = 0.01;
        var (sum, weights) = (Loose * middle[vertex], Loose);
        foreach (var segment in sides.HasFlag(Side.Left) ? graph.Entering(vertex) : [])
        {
            Add(segment, middle[segment.From] + ports.Right(segment.From, segment.Edge) - ports.Left(vertex, segment.Edge));
        }

        foreach (var segment in sides.HasFlag(Side.Right) ? graph.Leaving(vertex) : [])
        {
            Add(segment, middle[segment.To] + ports.Left(segment.To, segment.Edge) - ports.Right(vertex, segment.Edge));
        }

        return (sum / weights, weights);

        void Add(Segment segment, double place)
        {
            var passing = (graph.IsNode(segment.From) ? 0 : 1) + (graph.IsNode(segment.To) ? 0 : 1);
            var weight = graph.Weight(segment) * (passing == 0 ? ToNode : passing == 1 ? ToPassing : PassingToPassing);
            sum += weight * place;
            weights += weight;
        }
    }

    private static double[] Distances(int[] column, ProperGraph graph, Ports ports, LayoutSpace space)
    {
        var result = new double[column.Length];
        for (var i = 1; i < column.Length; i++)
        {
            var gap = graph.IsNode(column[i - 1]) && graph.IsNode(column[i]) ? space.NodeGap : space.RibbonGap;
            result[i] = gap + ((ports.Height(column[i - 1]) + ports.Height(column[i])) / 2);
        }

        return result;
    }

    private static double Extent(int[] column, double[] between, Ports ports) =>
        column.Length == 0 ? 0 : between.Sum() + ((ports.Height(column[0]) + ports.Height(column[^1])) / 2);

    private void Pile(int[] column, double[] between, double needed)
    {
        var top = (needed - Extent(column, between, ports)) / 2;
        for (var i = 0; i < column.Length; i++)
        {
            top += i == 0 ? ports.Height(column[0]) / 2 : between[i];
            middle[column[i]] = top;
        }
    }

    [Flags]
    private enum Side
    {
        Left = 1,
        Right = 2,
    }
}

/// <summary>
/// Places along a line as near as possible to where each would be alone, in a given order and with given distances: the
/// least sum of weight × square, exactly, by pooling adjacent violators.
/// </summary>
internal static class OrderedPlaces
{
    /// <param name="wanted">Where each would stand alone.</param>
    /// <param name="weights">How much each counts; above 0.</param>
    /// <param name="distances">Least distance of each from the one before; the first has no meaning.</param>
    /// <param name="low">Nothing stands before this.</param>
    /// <param name="high">Nothing stands after this, if there is room.</param>
    public static double[] Of(ReadOnlySpan<double> wanted, ReadOnlySpan<double> weights, ReadOnlySpan<double> distances, double low, double high)
    {
        var pools = new List<Pool>();
        var offset = 0.0;
        for (var i = 0; i < wanted.Length; i++)
        {
            offset += i == 0 ? 0 : distances[i];
            var pool = new Pool(wanted[i] - offset, weights[i], 1);
            while (pools.Count > 0 && pools[^1].Place >= pool.Place)
            {
                pool = pools[^1].With(pool);
                pools.RemoveAt(pools.Count - 1);
            }

            pools.Add(pool);
        }

        return Spread(pools, distances, low, Math.Max(low, high - offset));
    }

    private static double[] Spread(List<Pool> pools, ReadOnlySpan<double> distances, double low, double high)
    {
        var places = new double[distances.Length];
        var (index, offset) = (0, 0.0);
        foreach (var pool in pools)
        {
            for (var i = 0; i < pool.Count; i++, index++)
            {
                offset += index == 0 ? 0 : distances[index];
                places[index] = Math.Clamp(pool.Place, low, high) + offset;
            }
        }

        return places;
    }

    private readonly record struct Pool(double Place, double Weight, int Count)
    {
        public Pool With(Pool next) => new(((Place * Weight) + (next.Place * next.Weight)) / (Weight + next.Weight), Weight + next.Weight, Count + next.Count);
    }
}
