using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>Says of a table with several rows and no key column that nothing tells its rows apart, and which column probably should.</summary>
internal static class MissingKey
{
    private const int MostNamed = 3;

    public static void Tell(CompileContext context, TableData table) =>
        context.Problems.Error(
            table.Where,
            $"tables.{table.Name}",
            "a key column, named like a dimension or an attribute, or hour, weekday, month or date, since the table has several rows",
            "columns " + string.Join(", ", table.Columns),
            Hint(context, table));

    /// <summary>A column whose cells are values of an attribute, in capitals or not.</summary>
    private static string Hint(CompileContext context, TableData table)
    {
        for (var attribute = 0; attribute < context.Attributes.Count; attribute++)
        {
            var values = context.Attributes.ValuesOf(attribute);
            for (var column = 0; column < table.Columns.Length; column++)
            {
                var index = column;
                if (values.Count > 0 && table.Rows.Exists(row => values.Contains(row.Cells[index].Trim(), StringComparer.OrdinalIgnoreCase)))
                {
                    var name = context.Attributes.NameOf(attribute);
                    return $"If \"{table.Columns[column]}\" is that column, name it {name}, and write its values as {string.Join(", ", values.Take(MostNamed))}{(values.Count > MostNamed ? ", …" : "")}.";
                }
            }
        }

        return "";
    }
}
