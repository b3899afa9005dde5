using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>Finds tables and tells their columns apart: keys, values, and where a row is from.</summary>
internal static class TableNames
{
    /// <summary>Key columns that are not attributes.</summary>
    public static IReadOnlyList<string> TimeKeys { get; } = ["hour", "weekday", "month", "date"];

    /// <summary>Key columns that look at the stage.</summary>
    public static IReadOnlyList<string> StageKeys { get; } = ["place", "visit"];

    /// <summary>Columns whose header says that the cells name the outcome.</summary>
    private static readonly string[] OutcomeHeaders = ["to", "value", "is"];

    private const int MostNamed = 8;

    /// <summary>A table by name or by file (<c>tables/arrivals.csv</c>), or null after a problem.</summary>
    public static TableData? Find(SystemFiles files, Written name, ProblemList problems)
    {
        var bare = name.Text.StartsWith("tables/", StringComparison.Ordinal) ? name.Text["tables/".Length..] : name.Text;
        bare = bare.EndsWith(".csv", StringComparison.Ordinal) ? bare[..^".csv".Length] : bare;
        if (files.Tables.TryGetValue(bare, out var table))
        {
            return table;
        }

        if (!files.LostTables.Contains(bare) && !problems.HasErrorsIn($"tables/{bare}.csv"))
        {
            problems.Error(name.Where, name.Path, "the name of a table", name.Text, Hint(files, name.Text, bare));
        }

        return null;
    }

    private static string Hint(SystemFiles files, string written, string bare)
    {
        if (SharedTables.HolderOf(bare) is { } holder)
        {
            return $"FlowSim has a shared table of that name: write {SharedTables.Key}: [{holder}] at the top of the system, or a table of your own.";
        }

        var names = files.Tables.Keys.Concat(files.Included.SelectMany(SharedTables.NamesIn));
        var near = bare.Length == 0 ? "" : Nearest.Hint(written, names.Select(key => written.Replace(bare, key, StringComparison.Ordinal)));
        if (near.Length > 0 || bare.Length == 0)
        {
            return near;
        }

        var known = files.Tables.Keys.Order(StringComparer.Ordinal).ToList();
        var more = known.Count > MostNamed ? $" and {known.Count - MostNamed} more" : "";
        return $"There is no file tables/{bare}.csv. {(known.Count == 0 ? "The system has no tables." : $"There are: {string.Join(", ", known.Take(MostNamed))}{more}.")}";
    }

    public static bool IsKey(string column, AttributeIndex attributes) =>
        TimeKeys.Contains(column) || StageKeys.Contains(column) || attributes.Find(column) >= 0;

    /// <summary>Columns that hold values.</summary>
    public static int[] ValueColumns(TableData table, AttributeIndex attributes) =>
        [.. Enumerable.Range(0, table.Columns.Length)
            .Where(index => !IsKey(table.Columns[index], attributes) && !TableOrigins.Columns.Contains(table.Columns[index]))];

    /// <summary>The column whose cells name the outcome, or -1 when every value column is an outcome with its share.</summary>
    public static int OutcomeColumn(TableData table, string? column, AttributeIndex attributes)
    {
        if (column is not null)
        {
            return table.ColumnOf(column);
        }

        var values = ValueColumns(table, attributes);
        if (values.Length != 1)
        {
            return -1;
        }

        return OutcomeHeaders.Contains(table.Columns[values[0]]) || !table.Rows.TrueForAll(row => IsShare(row.Cells[values[0]])) ? values[0] : -1;
    }

    private static bool IsShare(string cell) => cell.Trim().Length == 0 || cell.Contains('%', StringComparison.Ordinal) || Loading.Text.ShareText.IsRest(cell);
}
