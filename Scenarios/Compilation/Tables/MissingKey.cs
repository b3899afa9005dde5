using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>What to do about a table of several rows none of whose columns is a key.</summary>
internal static class MissingKey
{
    private const int MostNames = 12;

    /// <summary>Names the column whose cells are values of an attribute; else says how a key column is named.</summary>
    public static string Hint(TableData table, AttributeIndex attributes)
    {
        for (var column = 0; column < table.Columns.Length; column++)
        {
            if (AttributeWithValuesOf(table, column, attributes) is { } meant)
            {
                return $"The cells of \"{table.Columns[column]}\" are values of {meant}: name the column {meant}.";
            }
        }

        string[] keys = [.. attributes.Names, .. TableNames.TimeKeys, .. TableNames.StageKeys];
        if (keys.FirstOrDefault(key => table.Columns.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } spelt)
        {
            return Nearest.Rename(spelt, table.Columns);
        }

        var names = attributes.Names.Take(MostNames).Concat(TableNames.TimeKeys).Concat(TableNames.StageKeys);
        return $"Name the key column like what it tells apart: {string.Join(", ", names)}. Rows that are for nothing of it, such as totals, must go.";
    }

    private static string? AttributeWithValuesOf(TableData table, int column, AttributeIndex attributes) => attributes.Names.FirstOrDefault(name =>
    {
        var values = attributes.ValuesOf(attributes.Find(name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return values.Count > 0 && table.Rows.Exists(row => values.Contains(row.Cells[column].Trim()));
    });
}
