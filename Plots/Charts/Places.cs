using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Charts;

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
