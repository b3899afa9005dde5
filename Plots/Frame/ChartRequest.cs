using System.Globalization;
using FlowSim.Plots.Answers;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Frame;

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

/// <summary>A period as it stands in a sentence.</summary>
internal static class PeriodName
{
    private const string MonthFormat = "yyyy-MM";

    /// <summary>The period of a chart: <c>year 2018/19</c>, and how many days of it where the rest was not measured.</summary>
    public static string Of(ChartRequest request)
    {
        var words = ReportPeriods.InWords(request.Results.Run, request.PeriodShown);
        return words.StartsWith(request.PeriodShown, StringComparison.Ordinal)
            ? Of(request.PeriodShown) + words[request.PeriodShown.Length..]
            : Of(request.PeriodShown);
    }

    /// <summary><c>year 2018/19</c>, <c>April 2018</c>, <c>all measured time</c>.</summary>
    public static string Of(string period) =>
        period == "all" ? "all measured time"
        : period.Contains('/', StringComparison.Ordinal) ? $"year {period}"
        : DateOnly.TryParseExact(period, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : period;
}

/// <summary>Which places a chart shows.</summary>
internal static class Places
{
    /// <summary>Places of some rows in file order: those asked for, and the whole system last.</summary>
    public static IReadOnlyList<string> Of(ChartRequest request, IEnumerable<Summary> rows)
    {
        var places = rows.Select(row => row.Key.Place).Distinct().Where(request.Wants).ToList();
        return [.. places.Where(place => place != PlaceName.System), .. places.Where(place => place == PlaceName.System)];
    }
}
