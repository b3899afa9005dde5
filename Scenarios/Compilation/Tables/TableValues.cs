using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>Finds the value column that a description means.</summary>
internal static class TableValues
{
    /// <summary>The column named, else the only value column; -1 after a problem.</summary>
    public static int Column(CompileContext context, TableData table, TableUse use)
    {
        if (use.Column is { } name)
        {
            var named = table.ColumnOf(name);
            if (named < 0)
            {
                context.Problems.Error(table.Where, $"tables.{table.Name}", $"a column \"{name}\" (used at {use.Table.Path})",
                    "columns " + string.Join(", ", table.Columns), Nearest.Hint(name, table.Columns));
            }

            context.Uses.ReadColumn(table.Name, name);
            return named;
        }

        var values = TableNames.ValueColumns(table, context.Attributes);
        if (values.Length == 1)
        {
            context.Uses.ReadColumn(table.Name, table.Columns[values[0]]);
            return values[0];
        }

        var found = values.Length == 0 ? "columns " + string.Join(", ", table.Columns) : string.Join(", ", values.Select(column => table.Columns[column]));
        context.Problems.Error(table.Where, $"tables.{table.Name}", $"one column of values (used at {use.Table.Path})", found, values.Length == 0
            ? "Columns named like an attribute or a dimension are keys: give the values another name."
            : "Name it: { table: …, column: … }. If one of them should be a key, it must be named like an attribute.");
        return -1;
    }
}
