namespace FlowSim.Plots.Charts;

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
