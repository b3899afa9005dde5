using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>Notes the origins that the rows of tables and rosters give in their columns status, source, range and note.</summary>
internal static class TableOrigins
{
    /// <summary>Rows, and origins, that are noted one by one.</summary>
    private const int MostRows = 1_000;

    /// <summary>Columns that say where a row is from; never keys, never values.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["status", "source", "range", "note"];

    public static void Note(Binding binding, IReadOnlyDictionary<string, TableData> tables, string section)
    {
        foreach (var table in tables.Values.OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            var origins = Columns.Select(table.ColumnOf).ToArray();
            if (Array.Exists(origins, column => column >= 0))
            {
                NoteRows(binding, table, origins, section);
            }
        }
    }

    /// <summary>Row by row; of a table with very many rows, those of one origin together.</summary>
    private static void NoteRows(Binding binding, TableData table, int[] origins, string section)
    {
        if (table.Rows.Count <= MostRows)
        {
            foreach (var row in table.Rows)
            {
                binding.NoteRow(Of(table, row, origins, section));
            }

            return;
        }

        var groups = new Dictionary<string, (Assumption First, int Rows)>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var texts = Array.ConvertAll(origins, column => column < 0 ? "" : row.Cells[column].Trim());
            var key = string.Join('\n', texts);
            if (!groups.ContainsKey(key) && groups.Count >= MostRows)
            {
                // Too many to list: only what kinds of status there are.
                texts = [texts[0], "", "", ""];
                key = texts[0];
            }

            groups[key] = groups.TryGetValue(key, out var group)
                ? (group.First, group.Rows + 1)
                : (new Assumption($"{section}.{table.Name}", "", texts[0], texts[2], texts[1], texts[3], row.Where), 1);
        }

        foreach (var (first, rows) in groups.Values)
        {
            binding.NoteRow(first with { Value = FormattableString.Invariant($"{rows} {(rows == 1 ? "row" : "rows")}") });
        }
    }

    private static Assumption Of(TableData table, TableRow row, int[] origins, string section)
    {
        string Cell(int column) => column >= 0 && column < row.Cells.Length ? row.Cells[column].Trim() : "";
        var cells = Enumerable.Range(0, Math.Min(table.Columns.Length, row.Cells.Length))
            .Where(column => !origins.Contains(column) && row.Cells[column].Trim().Length > 0);
        var value = string.Join(", ", cells.Select(column => $"{table.Columns[column]} {row.Cells[column].Trim()}"));
        return new Assumption($"{section}.{table.Name}", value, Cell(origins[0]), Cell(origins[2]), Cell(origins[1]), Cell(origins[3]), row.Where);
    }
}
