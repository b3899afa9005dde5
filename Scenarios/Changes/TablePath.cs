using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Changes;

/// <summary>Finds the cells that <c>tables.NAME[key=value, …].COLUMN[.parameter]</c> means.</summary>
internal static class TablePath
{
    /// <summary>The cells, or the rows if no column is named.</summary>
    public static List<ValueSlot> Resolve(Dictionary<string, TableData> tables, IReadOnlyList<PathStep> steps, out PathMiss? miss)
    {
        var section = steps[0].Name;
        if (steps.Count < 2 || !tables.Keys.Any(steps[1].Matches))
        {
            miss = Missing($"a name under {section}", steps.Count < 2 ? "" : steps[1].Name, tables.Keys);
            return [];
        }

        var found = new List<ValueSlot>();
        miss = null;
        foreach (var table in tables.Values.Where(table => steps[1].Matches(table.Name)).OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            if (Rows(table, steps[1], out var why) is { } rows && (steps.Count == 2 || FindColumn(table, steps[2], out why)))
            {
                found.AddRange(Slots(table, rows, steps));
            }

            miss ??= why;
        }

        return found;
    }

    private static IEnumerable<ValueSlot> Slots(TableData table, List<int> rows, IReadOnlyList<PathStep> steps)
    {
        string[] parameters = [.. steps.Skip(3).Select(step => step.Name)];
        foreach (var row in rows)
        {
            var id = $"{steps[0].Name}.{table.Name}#{row}";
            if (steps.Count == 2)
            {
                yield return new RowSlot(id, table, table.Rows[row]);
                continue;
            }

            for (var column = 0; column < table.Columns.Length; column++)
            {
                if (steps[2].Matches(table.Columns[column]) && !TableColumns.IsMetadata(table.Columns[column]))
                {
                    yield return new CellSlot(string.Join('.', [id, table.Columns[column], .. parameters]), table, table.Rows[row], column, parameters);
                }
            }
        }
    }

    private static bool FindColumn(TableData table, PathStep step, out PathMiss? miss)
    {
        var columns = table.Columns.Where(column => !TableColumns.IsMetadata(column)).ToList();
        miss = columns.Exists(step.Matches) ? null : Missing($"a column of table {table.Name}", step.Name, columns);
        return miss is null;
    }

    /// <summary>Rows whose cells are written exactly as the selector says; null if there are none.</summary>
    private static List<int>? Rows(TableData table, PathStep step, out PathMiss? miss)
    {
        miss = null;
        var rows = Enumerable.Range(0, table.Rows.Count).ToList();
        foreach (var (key, value) in step.Selector ?? [])
        {
            var column = table.ColumnOf(key);
            if (column < 0)
            {
                miss = Missing($"a column of table {table.Name}, as in \"[column=value]\"", key.Length == 0 ? value : key, table.Columns);
                return null;
            }

            rows.RemoveAll(row => table.Rows[row].Cells[column] != value);
            if (rows.Count == 0)
            {
                miss = Missing($"a row of table {table.Name} with these keys", step.ToString(), []);
                miss = miss with { Hint = Nearest.Hint(value, table.Rows.Select(row => row.Cells[column]).Distinct()) };
                return null;
            }
        }

        return rows;
    }

    private static PathMiss Missing(string expected, string word, IEnumerable<string> known) => new(expected, word, Nearest.Hint(word, known));
}
