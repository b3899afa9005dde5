using FlowSim.Plots.Answers;
using FlowSim.Plots.Drawings;

namespace FlowSim.Plots.Frame;

/// <summary>A kind of chart: what it is called and how it is drawn from results.</summary>
public sealed class Chart
{
    private readonly Func<ChartRequest, ChartDrawings> draw;

    internal Chart(string id, string title, string description, Func<ChartRequest, ChartDrawings> draw)
    {
        Id = id;
        Title = title;
        Description = description;
        this.draw = draw;
    }

    /// <summary>What is typed after <c>--chart</c>.</summary>
    public string Id { get; }

    /// <summary>Title of the kind, such as <c>Occupied beds by day</c>.</summary>
    public string Title { get; }

    /// <summary>What it shows, in one line.</summary>
    public string Description { get; }

    /// <summary>What changes what is drawn.</summary>
    public Narrowing Takes { get; internal init; } = Narrowing.Scenario | Narrowing.Site | Narrowing.Period;

    /// <summary>True for one that every run draws; the others are drawn on demand.</summary>
    public bool IsDrawnByRun { get; internal init; }

    /// <summary>Draws it; there is no drawing, and a reason, where the results hold nothing to draw.</summary>
    public ChartDrawings Draw(ChartRequest request) => draw(request);
}

/// <summary>What came of drawing a chart: drawings, or the reason why there is none.</summary>
public sealed record ChartDrawings
{
    private ChartDrawings(IReadOnlyList<Drawing> all, string reason)
    {
        All = all;
        Reason = reason;
    }

    /// <summary>One or more drawings with different names; empty where there is nothing to draw.</summary>
    public IReadOnlyList<Drawing> All { get; }

    /// <summary>Why there is nothing to draw; empty where there is something.</summary>
    public string Reason { get; }

    internal static ChartDrawings Of(IReadOnlyList<Drawing> drawings, string reasonIfNone) => new(drawings, drawings.Count > 0 ? "" : reasonIfNone);

    internal static ChartDrawings Together(IReadOnlyList<ChartDrawings> parts) => Of([.. parts.SelectMany(part => part.All)], parts[0].Reason);

    internal static ChartDrawings Nothing(string reason) => new([], reason);
}

/// <summary>By what a chart may be narrowed: parts of a <see cref="ChartRequest"/>.</summary>
[Flags]
public enum Narrowing
{
    None = 0,

    /// <summary><see cref="ChartRequest.Scenario"/>.</summary>
    Scenario = 1,

    /// <summary><see cref="ChartRequest.Place"/>.</summary>
    Site = 2,

    /// <summary><see cref="ChartRequest.Measure"/>.</summary>
    Measure = 4,

    /// <summary><see cref="ChartRequest.Period"/>.</summary>
    Period = 8,
}

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
