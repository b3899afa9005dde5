using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>Reads <c>population</c>: a number, a table, or a map of instances and numbers.</summary>
internal static class PopulationBinding
{
    /// <summary>As written, or null where there is none, or after a problem.</summary>
    public static PopulationDescription? Read(MapReader reader)
    {
        var key = SystemKeys.Population;
        if (reader.Take(key) is not { } node)
        {
            return null;
        }

        var at = new Written("", node.Where, reader.PathOf(key));
        if (reader.Binding.Unwrap(node, at.Path) is not MapNode map || map.Has(ValueKeys.Value.Name))
        {
            return reader.Text(key) is { } whole ? new PopulationDescription(at) { Whole = whole } : null;
        }

        if (Binding.Means(map, ValueKeys.Table))
        {
            return reader.Binding.TableOf(map, at.Path) is { } use ? new PopulationDescription(at) { Table = use } : null;
        }

        var places = map.Entries.ConvertAll(entry => (Place: new Written(entry.Key, entry.KeyWhere, $"{at.Path}.{entry.Key}"),
            People: reader.Binding.Text(entry.Value, $"{at.Path}.{entry.Key}", SystemKeys.ExpectedPeople)));
        if (places.Count == 0)
        {
            reader.Refuse(map.Where, key, key.Expected, "an empty map");
        }

        return places.Count == 0 || places.Exists(place => place.People is null)
            ? null
            : new PopulationDescription(at) { ByPlace = places.ConvertAll(place => (place.Place, place.People!)) };
    }
}
