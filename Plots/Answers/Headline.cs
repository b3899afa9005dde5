using FlowSim.Plots.Charts;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Answers;

/// <summary>Which measures a chart of "all that matters" shows.</summary>
public static class Headline
{
    /// <summary>Of a system that is not known.</summary>
    private const int MostUndeclared = 12;

    /// <summary>More groups than that of one measure hide the other measures.</summary>
    private const int MostGroups = 8;

    /// <summary>Of what the results have: the headline; else what the system declares; else what every pool has; else the first in the file.</summary>
    public static IReadOnlyList<string> Of(ResultSet results)
    {
        var measures = ResultIndex.Of(results).Measures;
        IReadOnlyList<string>[] choices = [results.System.Headline,
            [.. results.System.Measures.Select(measure => measure.Id).Where(id => GenericMeasures.Find(id) is null)], GenericMeasures.Headline];
        return choices.Select(ids => ids.Where(measures.Contains).Distinct().ToList()).FirstOrDefault(ids => ids.Count > 0)
            ?? [.. measures.Take(MostUndeclared)];
    }

    /// <summary>
    /// The rows of differences that a scenario has for the headline measures at a place; of a measure with groups the total, or the groups where there is
    /// none.
    /// </summary>
    internal static IEnumerable<ResultKey> Keys(ResultSet results, string period, string scenario, string place)
    {
        var index = ResultIndex.Of(results);
        foreach (var measure in Of(results))
        {
            var keys = index.Differences(scenario, period, measure).Where(row => row.Key.Place == place).Select(row => row.Key).ToList();
            foreach (var key in keys.Exists(key => key.Group.Length == 0) ? keys.Where(key => key.Group.Length == 0) : keys.Take(MostGroups))
            {
                yield return key;
            }
        }
    }

    /// <summary>Measure, place and group as one label.</summary>
    internal static string RowLabel(SystemNames names, string measure, string place, string group)
    {
        var parts = new List<string>();
        if (measure.Length > 0)
        {
            parts.Add(measure);
        }

        if (place != PlaceName.System || (measure.Length == 0 && group.Length == 0))
        {
            parts.Add(names.Place(place));
        }

        if (group.Length > 0)
        {
            parts.Add(names.Group(group));
        }

        return string.Join(", ", parts);
    }
}
