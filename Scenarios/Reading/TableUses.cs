using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Reading;

/// <summary>Reads values that are looked up in tables.</summary>
internal static class TableUses
{
    /// <summary>A value looked up in a table; what is said about its origin is noted.</summary>
    public static TableUse? TableOf(this Binding binding, MapNode map, string path) => new MapReader(binding, map, path, ValueKeys.Lookup).Use(ValueKeys.Table);

    /// <summary>The table of a map that also says the column and the form of dates.</summary>
    /// <param name="reader">The map.</param>
    /// <param name="key">The key that names the table.</param>
    public static TableUse? Use(this MapReader reader, Key key)
    {
        var table = reader.Text(key);
        var column = reader.Text(ValueKeys.Column);
        var dates = reader.Text(ValueKeys.Dates);
        reader.Origin(table is null ? "" : $"table {table.Text}");
        return table is null ? null : new TableUse(table, column?.Text, dates);
    }
}
