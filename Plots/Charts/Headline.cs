using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Charts;

/// <summary>Which measures a chart of "all that matters" shows.</summary>
internal static class Headline
{
    /// <summary>What every system has, where it names nothing itself.</summary>
    private static readonly string[] Generic = ["occupied", "utilisation", "queue_length", "wait_mean"];

    /// <summary>More groups than that of one measure hide the other measures.</summary>
    private const int MostGroups = 8;

    /// <summary>The system's headline measures, else what it declares, else what every system has.</summary>
    public static IReadOnlyList<string> Measures(ChartRequest request)
    {
        var facts = request.Results.System;
        return facts.Headline.Count > 0 ? facts.Headline : facts.Measures.Count > 0 ? [.. facts.Measures.Select(measure => measure.Id)] : Generic;
    }

    /// <summary>The rows of differences that a scenario has for the headline measures at a place; of a measure with groups the total, or the groups where there is none.</summary>
    public static IEnumerable<ResultKey> Keys(ChartRequest request, string scenario, string place)
    {
        var index = ResultIndex.Of(request.Results);
        foreach (var measure in Measures(request))
        {
            var keys = index.Differences(scenario, request.PeriodOrLast, measure).Where(row => row.Key.Place == place).Select(row => row.Key).ToList();
            foreach (var key in keys.Exists(key => key.Group.Length == 0) ? keys.Where(key => key.Group.Length == 0) : keys.Take(MostGroups))
            {
                yield return key;
            }
        }
    }

    /// <summary>Measure, place and group as one label.</summary>
    public static string RowLabel(string measure, string place, string group)
    {
        var parts = new List<string>();
        if (measure.Length > 0)
        {
            parts.Add(measure);
        }

        if (place != PlaceName.System || (measure.Length == 0 && group.Length == 0))
        {
            parts.Add(PlaceName.Of(place));
        }

        if (group.Length > 0)
        {
            parts.Add(PlaceName.Words(group));
        }

        return string.Join(", ", parts);
    }
}
