namespace FlowSim.Plots.Charts;

/// <summary>Draws several charts of one result set at once: each looks at the results only, so they do not get in each other's way.</summary>
public static class SideBySide
{
    /// <summary>What comes of each chart, in the order of <paramref name="charts"/>.</summary>
    /// <param name="charts">What to draw.</param>
    /// <param name="request">From what, and how.</param>
    /// <param name="interrupt">Charts that are not begun are left out.</param>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static IReadOnlyList<ChartDrawings> Draw(IReadOnlyList<Chart> charts, ChartRequest request, CancellationToken interrupt = default)
    {
        // What all of them look into is made before, once.
        ResultIndex.Of(request.Results);

        // The pictures of flows stand last and take longest: begun first, they do not keep one processor busy while the others have nothing left to do.
        var drawing = charts.Reverse().Select(chart => Task.Run(() => chart.Draw(request), interrupt)).ToList();
        drawing.Reverse();
        return drawing.ConvertAll(task => task.GetAwaiter().GetResult());
    }
}
