using FlowSim.Plots.Charts;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Sites;

/// <summary>A measure at a place over periods, a line a scenario.</summary>
internal sealed record PlaceSeries(string Name, string Unit, IReadOnlyList<(string Name, IReadOnlyList<Estimate> Points)> Lines)
{
    private const int LengthOfMonth = 7;

    /// <summary>Months for which a measure has values, else years; in order.</summary>
    public static (IReadOnlyList<string> Names, bool Monthly) Periods(ChartRequest request, IReadOnlyList<string> scenarios, string measure)
    {
        var index = ResultIndex.Of(request.Results);
        var with = index.Periods.Where(period => scenarios.Any(scenario => index.Summaries(scenario, period, measure).Any(row => request.Wants(row.Key.Place))))
            .ToList();
        var months = with.Where(period => period.Length == LengthOfMonth && period[4] == '-').Order(StringComparer.Ordinal).ToList();
        return months.Count > 1
            ? (months, true)
            : ([.. with.Where(period => period.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal)], false);
    }

    /// <summary>One for each place; of a measure with groups the total.</summary>
    public static IReadOnlyList<PlaceSeries> Of(ChartRequest request, IReadOnlyList<string> scenarios, string measure, IReadOnlyList<string> periods)
    {
        var index = ResultIndex.Of(request.Results);
        var rows = scenarios.SelectMany(scenario => periods.SelectMany(period => index.Summaries(scenario, period, measure))).ToList();
        var group = rows.Exists(row => row.Key.Group.Length == 0) ? "" : rows[0].Key.Group;
        return [.. Places.Of(request, rows).Select(place => new PlaceSeries(request.Names.Place(place), rows[0].Unit, [.. scenarios.Select(scenario =>
            (ScenarioName.Of(request.Results, scenario),
                (IReadOnlyList<Estimate>)[.. periods.Select(period => Estimate.Of(index.Summary(scenario, period, measure, place, group)))]))]))];
    }
}
