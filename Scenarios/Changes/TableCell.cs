using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Changes;

/// <summary>
/// The one cell of a table in which the number of an instance stands: that of <c>pools.bed@north.capacity</c> where the capacity is a table by site.
/// </summary>
/// <param name="Table">The table.</param>
/// <param name="Index">Its row, from 0.</param>
/// <param name="Name">Name of its column.</param>
/// <param name="Text">What stands in the cell.</param>
internal sealed record TableCell(TableData Table, int Index, string Name, string Text)
{
    private const string TableKey = "table";
    private const string Column = "column";

    public TableRow Row => Table.Rows[Index];

    /// <summary>The cell; null where the number depends on more than the instance, or is not that of one.</summary>
    /// <param name="files">The system.</param>
    /// <param name="id">Path of the value, with its instance.</param>
    /// <param name="value">What stands there.</param>
    public static TableCell? Of(SystemFiles files, string id, Node? value)
    {
        if (value is not MapNode map || map.Entries.Exists(entry => entry.Key is not (TableKey or Column) && !TableColumns.IsMetadata(entry.Key))
            || map[TableKey]?.ToString() is not { } name || !files.Tables.TryGetValue(name, out var table)
            || id.Split('.') is not [var section, var owner, _] || NameText.Split(owner) is not (var part, { } instance))
        {
            return null;
        }

        var named = NamesOf(files);
        string[] keys = [.. table.Columns.Where(named.Contains)];
        var at = table.ColumnOf(ColumnOf(map, table, named));
        var dimensions = (files.Root[section] as MapNode)?[part] is MapNode template && template[PoolKeys.Each.Name] is ListNode two
            ? two.Items.ConvertAll(one => one.ToString() ?? "")
            : [.. keys];
        var instances = instance.Split(EachText.Joint);
        var rows = keys.Length == instances.Length && dimensions.Count == keys.Length && !keys.Except(dimensions).Any()
            ? Enumerable.Range(0, table.Rows.Count)
                .Where(row => dimensions.Zip(instances).All(pair => table.Rows[row].Cells[table.ColumnOf(pair.First)] == pair.Second)).ToList()
            : [];
        return at >= 0 && rows is [var only] && table.Rows[only].Cells[at] is { Length: > 0 } text
            ? new TableCell(table, only, table.Columns[at], text)
            : null;
    }

    /// <summary>The column that is named, else the only one with values.</summary>
    private static string ColumnOf(MapNode map, TableData table, HashSet<string> keys) =>
        map[Column]?.ToString()
        ?? (table.Columns.Where(column => !keys.Contains(column) && !TableColumns.IsMetadata(column)).ToList() is [var only] ? only : "");

    /// <summary>What columns that are keys may be called.</summary>
    private static HashSet<string> NamesOf(SystemFiles files) =>
    [
        .. TableColumns.Keys,
        .. new[] { SystemKeys.Dimensions, SystemKeys.Attributes }.SelectMany(key => (files.Root[key.Name] as MapNode)?.Entries ?? [])
            .Select(entry => entry.Key),
    ];
}
