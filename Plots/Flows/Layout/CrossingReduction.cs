namespace FlowSim.Plots.Flows.Layout;

/// <summary>
/// Orders every column so that few ribbons cross: sweeps by weighted barycentre from several first orders, then swaps of
/// neighbours (Gansner et al. 1993). The same graph always gets the same order.
/// </summary>
internal sealed class CrossingReduction
{
    private const int MostStarts = 8;
    private const int SweepsWithoutGain = 4;
    private const int MostSweeps = 24;

    // Work is bounded by counting it, not by the clock, so that the result does not depend on the machine.
    private const int MostSegmentVisits = 300_000;

    private readonly ProperGraph graph;
    private int visits;

    private CrossingReduction(ProperGraph graph)
    {
        this.graph = graph;
    }

    public static ColumnOrder Of(ProperGraph graph)
    {
        var reduction = new CrossingReduction(graph);
        var (best, least) = ((ColumnOrder?)null, double.PositiveInfinity);
        for (var start = 0; start < MostStarts && least > 0 && (best is null || reduction.visits < MostSegmentVisits); start++)
        {
            var order = reduction.Improve(new ColumnOrder(graph, FirstOrder.Of(graph, start)), start % 2 == 0);
            var crossings = order.Crossings();
            if (crossings < least)
            {
                (best, least) = (order, crossings);
            }
        }

        return best ?? new ColumnOrder(graph, []);
    }

    private ColumnOrder Improve(ColumnOrder order, bool rightwards)
    {
        var best = order.Copy();
        var least = best.Crossings();
        for (var (sweep, idle) = (0, 0); sweep < MostSweeps && idle < SweepsWithoutGain && least > 0 && visits < MostSegmentVisits; sweep++)
        {
            Sweep(order, rightwards == (sweep % 2 == 0));
            Transpose(order);
            var crossings = order.Crossings();
            idle++;
            if (crossings < least)
            {
                (best, least, idle) = (order.Copy(), crossings, 0);
            }

            visits += graph.SegmentCount;
        }

        return best;
    }

    private void Sweep(ColumnOrder order, bool rightwards)
    {
        for (var i = 1; i < order.Columns.Length; i++)
        {
            var column = rightwards ? i : order.Columns.Length - 1 - i;
            var vertices = order.Columns[column];
            var keys = new double[vertices.Length];
            for (var j = 0; j < keys.Length; j++)
            {
                keys[j] = Barycentre(order, vertices[j], rightwards);
            }

            SortKeepingLoose(vertices, keys);
            order.Renumber(column);
        }
    }

    /// <summary>Mean position of the neighbours in the column before; NaN without any.</summary>
    private double Barycentre(ColumnOrder order, int vertex, bool rightwards)
    {
        var (sum, weights) = (0.0, 0.0);
        foreach (var segment in rightwards ? graph.Entering(vertex) : graph.Leaving(vertex))
        {
            var weight = graph.Weight(segment);
            sum += weight * order.Position(rightwards ? segment.From : segment.To);
            weights += weight;
        }

        return weights > 0 ? sum / weights : double.NaN;
    }

    /// <summary>Sorts by key; vertices without a key stay where they are.</summary>
    private static void SortKeepingLoose(int[] vertices, double[] keys)
    {
        var held = Enumerable.Range(0, keys.Length).Where(i => !double.IsNaN(keys[i])).ToArray();
        var sorted = held.OrderBy(i => keys[i]).ThenBy(i => i).Select(i => vertices[i]).ToArray();
        for (var i = 0; i < held.Length; i++)
        {
            vertices[held[i]] = sorted[i];
        }
    }

    /// <summary>Neighbours change places where that saves crossings; a column is looked at again only when something near it has moved.</summary>
    private void Transpose(ColumnOrder order)
    {
        const int MostRounds = 6;
        var isOpen = Enumerable.Repeat(true, order.Columns.Length).ToArray();
        for (var round = 0; round < MostRounds && isOpen.Contains(true); round++)
        {
            var isNextOpen = new bool[isOpen.Length];
            for (var column = 0; column < isOpen.Length; column++)
            {
                if (isOpen[column] && TransposeColumn(order, column))
                {
                    isNextOpen.AsSpan(Math.Max(0, column - 1)..Math.Min(isOpen.Length, column + 2)).Fill(true);
                }
            }

            isOpen = isNextOpen;
        }
    }

    private bool TransposeColumn(ColumnOrder order, int column)
    {
        const double Least = 1e-9;
        var hasMoved = false;
        var vertices = order.Columns[column];
        visits += vertices.Length;
        for (var upper = 0; upper < vertices.Length - 1; upper++)
        {
            if (Gain(order, vertices[upper], vertices[upper + 1]) > Least)
            {
                order.Swap(column, upper);
                hasMoved = true;
            }
        }

        return hasMoved;
    }

    /// <summary>How much weight of crossings is saved if two neighbours change places.</summary>
    private double Gain(ColumnOrder order, int above, int below)
    {
        var gain = 0.0;
        foreach (var first in graph.Entering(above))
        {
            foreach (var second in graph.Entering(below))
            {
                gain += Math.Sign(order.Position(first.From) - order.Position(second.From)) * graph.Weight(first) * graph.Weight(second);
            }
        }

        foreach (var first in graph.Leaving(above))
        {
            foreach (var second in graph.Leaving(below))
            {
                gain += Math.Sign(order.Position(first.To) - order.Position(second.To)) * graph.Weight(first) * graph.Weight(second);
            }
        }

        return gain;
    }
}
