namespace FlowSim.Scenarios.Loading;

/// <summary>
/// Reads a table from the YAML: <c>{ keys: [class, to], rows: { "stroke rehab": cell } }</c>, where a cell is a value, a map of
/// outcome to share, or a long form with <c>value</c> and its source.
/// </summary>
internal sealed class InlineTable
{
    private static readonly string[] Keys = ["keys", "rows", .. TableColumns.Metadata];

    private readonly string path;
    private readonly ProblemList problems;
    private readonly List<string> columns = [];
    private readonly HashSet<string> isValue = new(StringComparer.Ordinal);
    private readonly List<(Dictionary<string, string> Cells, SourceLocation Where)> rows = [];

    private InlineTable(string path, ProblemList problems)
    {
        this.path = path;
        this.problems = problems;
    }

    /// <summary>The table; null with problems said if it has not this form.</summary>
    public static TableData? Read(string name, Node node, ProblemList problems)
    {
        var table = new InlineTable($"tables.{name}", problems);
        if (node is MapNode { Entries: var entries } && entries.Exists(entry => !Keys.Contains(entry.Key)))
        {
            entries.Where(entry => !Keys.Contains(entry.Key)).ToList().ForEach(table.RefuseKey);
            return null;
        }

        if (node is not MapNode map || Columns(map["keys"]) is not { } keys || map["rows"] is not MapNode rows || rows.Entries.Count == 0)
        {
            problems.Error(node.Where, table.path, "a table, such as { keys: [site], rows: { north: 6.2 d } }", node.Kind);
            return null;
        }

        return table.ReadRows(map, keys, rows) ? table.Build(name, node.Where) : null;
    }

    /// <summary>The names of the key columns: a list, or the only one; null where anything else stands.</summary>
    private static List<string>? Columns(Node? node)
    {
        var items = node is ListNode list ? list.Items : node is null ? null : [node];
        return items is not null && items.TrueForAll(item => item is ScalarNode { Text.Length: > 0 }) ? items.ConvertAll(item => item.Kind) : null;
    }

    private void RefuseKey(MapEntry entry) =>
        problems.Error(entry.KeyWhere, $"{path}.{entry.Key}", "a known key: " + string.Join(", ", Keys.Order(StringComparer.Ordinal)), entry.Key,
            Nearest.Hint(entry.Key, Keys));

    private bool ReadRows(MapNode map, List<string> keys, MapNode content)
    {
        var sound = true;
        columns.AddRange(keys);
        foreach (var row in content.Entries)
        {
            sound &= ReadRow(row, map);
        }

        return sound;
    }

    private bool ReadRow(MapEntry row, MapNode table)
    {
        var keyCount = columns.Count(column => !isValue.Contains(column));
        var words = keyCount == 1 ? [row.Key] : row.Key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != keyCount)
        {
            problems.Error(row.KeyWhere, $"{path}.{row.Key}", $"{keyCount} key values separated by spaces", row.Key);
            return false;
        }

        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var key = 0; key < keyCount; key++)
        {
            cells[columns[key]] = words[key];
        }

        rows.Add((cells, row.KeyWhere));
        foreach (var about in TableColumns.Metadata.Where(table.Has))
        {
            Put(cells, about, table[about]!.ToString() ?? "");
        }

        return ReadCell(row, cells);
    }

    private bool ReadCell(MapEntry row, Dictionary<string, string> cells)
    {
        switch (row.Value)
        {
            case ScalarNode scalar:
                Put(cells, TableColumns.Value, scalar.Text);
                return true;
            case MapNode map when map.Has(TableColumns.Value):
                return ReadLong(map, TableColumns.Value, cells, row);
            case MapNode map:
                return map.Entries.TrueForAll(outcome => ReadOutcome(outcome, cells, row));
            default:
                problems.Error(row.Value.Where, $"{path}.{row.Key}", "a value or a map of outcomes", "a list");
                return false;
        }
    }

    private bool ReadOutcome(MapEntry outcome, Dictionary<string, string> cells, MapEntry row)
    {
        if (outcome.Value is MapNode map && map.Has(TableColumns.Value))
        {
            return ReadLong(map, outcome.Key, cells, row);
        }

        if (outcome.Value is ScalarNode scalar)
        {
            Put(cells, outcome.Key, scalar.Text);
            return true;
        }

        problems.Error(outcome.Value.Where, $"{path}.{row.Key}.{outcome.Key}", "a value", outcome.Value.Kind);
        return false;
    }

    private bool ReadLong(MapNode map, string column, Dictionary<string, string> cells, MapEntry row)
    {
        foreach (var entry in map.Entries)
        {
            var name = entry.Key == TableColumns.Value ? column : entry.Key;
            if (entry.Value is not ScalarNode scalar || (name != column && !TableColumns.IsMetadata(name)))
            {
                problems.Error(entry.KeyWhere, $"{path}.{row.Key}", "value, status, source, range or note, each with a text", entry.Key);
                return false;
            }

            Put(cells, name, scalar.Text);
        }

        return true;
    }

    private void Put(Dictionary<string, string> cells, string column, string text)
    {
        cells[column] = text;
        if (isValue.Add(column))
        {
            columns.Add(column);
        }
    }

    private TableData Build(string name, SourceLocation where)
    {
        var names = columns.ToArray();
        var text = new TableText.Builder(names.Length, where.File);
        foreach (var row in rows)
        {
            Array.ForEach(names, column => text.Add(row.Cells.GetValueOrDefault(column, "")));
            text.EndRow(row.Where.Line, row.Where.Column);
        }

        return new TableData(name, where, names, text.Build());
    }
}
