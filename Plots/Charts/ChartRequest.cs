using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Charts;

/// <summary>What is to be drawn. Null means: what the chart shows by default.</summary>
public sealed record ChartRequest
{
    public const double PageWidth = 170;
    public const double LeastWidth = 80;
    public const double MostWidth = 250;

    public required ResultSet Results { get; init; }

    /// <summary>These scenarios only; none: all.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = [];

    /// <summary>One scenario only; where several are chosen, their ids as one.</summary>
    public string? Scenario
    {
        get => Chosen.Count == 0 ? null : string.Join('+', Chosen);
        init => Chosen = value is null ? [] : [value];
    }

    /// <summary>One place only, such as <c>north</c>.</summary>
    public string? Place { get; init; }

    /// <summary>Which measure, for charts that can show any.</summary>
    public string? Measure { get; init; }

    /// <summary>Which period, such as <c>2018/19</c>; without one the last year if it is whole, else all measured time.</summary>
    public string? Period { get; init; }

    /// <summary>Printed width [mm].</summary>
    public double WidthMillimetres { get; init; } = PageWidth;

    /// <summary>Colours of the house; null: those of the program.</summary>
    public HouseColours? Colours { get; init; }

    /// <summary>In place of the chart's own title.</summary>
    public string? Title { get; init; }

    /// <summary>In place of the chart's own subtitle; empty: none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>False: without the sentences on how to read it; the source line stays.</summary>
    public bool HasNotes { get; init; } = true;

    /// <summary>True where the numbers stand in a table beside the drawing, so that a drawing of a great many needs not write each.</summary>
    internal bool HasTable { get; init; }

    /// <summary>What the system's ids are called.</summary>
    internal SystemNames Names => SystemNames.Of(Results.System);

    /// <summary>Scenarios to draw one by one, the baseline first.</summary>
    internal IEnumerable<string> Scenarios => Results.Run.Scenarios.Where(scenario => Chosen.Count == 0 || Chosen.Contains(scenario));

    /// <summary>Of the scenarios those that have drawings of their own; null: all.</summary>
    internal IReadOnlyList<string>? Alone { get; init; }

    /// <summary>Scenarios of which each has a drawing of its own, where a chart is of one scenario.</summary>
    internal IEnumerable<string> OnesDrawn => Scenarios.Where(scenario => Alone is null || Alone.Contains(scenario));

    /// <summary>The same for each of the scenarios that are chosen by itself; without a choice as it is.</summary>
    internal IEnumerable<ChartRequest> OneByOne => Chosen.Count == 0 ? [this] : Chosen.Select(scenario => this with { Scenario = scenario });

    /// <summary>The period in words the files use.</summary>
    internal string PeriodShown => Period ?? ResultIndex.Of(Results).ShownPeriod;

    /// <summary>Replications a scenario has in the files.</summary>
    internal int ReplicationsOf(string scenario) => Results.Run.ReplicationsByScenario.GetValueOrDefault(scenario, Results.Run.Replications);

    internal bool Wants(string place) => Place is null || Place == place;
}
