using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Description;

/// <summary>Notes the origins that the rows of tables and rosters give in their columns status, source, range and note.</summary>
internal static class TableOrigins
{
    /// <summary>Columns that say where a row is from; never keys, never values.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["status", "source", "range", "note"];

    public static void Note(Binding binding, IReadOnlyDictionary<string, TableData> tables, string section)
    {
        foreach (var table in tables.Values.OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            var origins = Columns.Select(table.ColumnOf).ToArray();
            if (Array.Exists(origins, column => column >= 0))
            {
                foreach (var row in table.Rows)
                {
                    binding.NoteRow(Of(table, row, origins, section));
                }
            }
        }
    }

    private static Assumption Of(TableData table, TableRow row, int[] origins, string section)
    {
        string Cell(int column) => column >= 0 && column < row.Cells.Length ? row.Cells[column].Trim() : "";
        var cells = Enumerable.Range(0, Math.Min(table.Columns.Length, row.Cells.Length)).Where(column => !origins.Contains(column) && row.Cells[column].Trim().Length > 0);
        var value = string.Join(", ", cells.Select(column => $"{table.Columns[column]} {row.Cells[column].Trim()}"));
        return new Assumption($"{section}.{table.Name}", value, Cell(origins[0]), Cell(origins[2]), Cell(origins[1]), Cell(origins[3]), row.Where);
    }
}
