using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>Changes of a scenario at single instances: <c>overrides: { north: { time: 3 d } }</c>.</summary>
internal static class Overrides
{
    /// <summary>For each instance named, the description bound from the template with the instance's keys put over it.</summary>
    public static IReadOnlyDictionary<string, T> Read<T>(MapReader reader, Key key, Func<MapNode, string, T?> bind)
        where T : class
    {
        var bound = new Dictionary<string, T>(StringComparer.Ordinal);
        if (reader.Take(key) is not MapNode overrides)
        {
            return bound;
        }

        var template = (MapNode)reader.Map.Clone();
        template.Remove(key.Name);
        foreach (var entry in overrides.Entries)
        {
            var merged = (MapNode)template.Clone();
            if (entry.Value is MapNode changed)
            {
                Merge(merged, changed);
            }

            if (bind(merged, reader.Path) is { } description)
            {
                bound[entry.Key] = description;
            }
        }

        return bound;
    }

    /// <summary>Puts the keys of one map over those of another, maps within maps as well.</summary>
    private static void Merge(MapNode into, MapNode changes)
    {
        foreach (var entry in changes.Entries)
        {
            if (entry.Value is MapNode inner && into[entry.Key] is MapNode target && !inner.Has("table") && !inner.Has("value"))
            {
                Merge(target, inner);
            }
            else
            {
                into.Set(entry.Key, entry.Value.Clone());
            }
        }
    }
}
