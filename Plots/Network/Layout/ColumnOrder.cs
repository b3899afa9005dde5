namespace FlowSim.Plots.Network.Layout;

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
