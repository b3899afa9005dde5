using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Asked;

/// <summary>What is said beside a value about where it is from.</summary>
/// <param name="Status">How well it is known, or empty.</param>
/// <param name="Range">What is plausible, or empty.</param>
/// <param name="Source">Where it is from, or empty.</param>
internal sealed record SaidOrigin(string Status, string Range, string Source)
{
    public static SaidOrigin None { get; } = new("", "", "");

    /// <summary>Of a value in long form.</summary>
    public static SaidOrigin Of(MapNode map) => new(Said("status", map), Said("range", map), Said("source", map));

    /// <summary>Of a row of a table.</summary>
    public static SaidOrigin Of(TableRow row, TableData table) => new(Said("status", row, table), Said("range", row, table), Said("source", row, table));

    private static string Said(string key, MapNode map) => map[key]?.ToString() ?? "";

    private static string Said(string column, TableRow row, TableData table) => table.ColumnOf(column) is >= 0 and var at ? row.Cells[at].Trim() : "";
}
