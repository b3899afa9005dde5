using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Changes;

/// <summary>
/// Puts rows or a column into a table or a roster: <c>add: "tables.beds[site=west]", to: { medical: 40 }</c>, <c>add: tables.goes-to.west, to: 0 %</c>.
/// </summary>
internal sealed class NewRows(SystemFiles files, ScenarioChange change, IReadOnlyList<PathStep> steps)
{
    private const string AnyValue = "*";
    private const string ExpectedRow = "the cells of a row, such as { medical: 40 }, or a list of rows";

    private readonly Dictionary<string, string> said = new(StringComparer.Ordinal)
    {
        [ValueKeys.Status.Name] = change.Status,
        [ValueKeys.Source.Name] = change.Source,
        [ValueKeys.Range.Name] = change.Range,
    };

    /// <summary>True for a path to rows, or to a column, of a table that there is.</summary>
    public static bool IsMeant(SystemFiles files, IReadOnlyList<PathStep> steps) =>
        TablesOf(files, steps[0].Name) is { } tables && steps.Count is 2 or 3 && tables.ContainsKey(steps[1].Name)
            && (steps.Count == 3 || steps[1].Selector is not null);

    /// <summary>Adds them; an empty text, or what was expected in their place and what was found.</summary>
    public (string Expected, string Received) Add()
    {
        var table = TablesOf(files, steps[0].Name)![steps[1].Name];
        return steps.Count == 3 ? AddColumn(table, steps[2]) : AddAll(table);
    }

    private static Dictionary<string, TableData>? TablesOf(SystemFiles files, string section) =>
        section == SystemFolder.Tables ? files.Tables : section == SystemFolder.Rosters ? files.Rosters : null;

    private (string Expected, string Received) AddColumn(TableData table, PathStep step)
    {
        if (change.Value is not ScalarNode cell || step.Selector is not null || steps[1].Selector is not null)
        {
            return ("one value for all rows, such as \"to: 0 %\"; rows by themselves are changed by a \"set\" after it", NodeText.Of(change.Value!));
        }

        if (table.ColumnOf(step.Name) >= 0)
        {
            return ("the name of a new column; what stands in one is replaced by \"set\"", step.Name);
        }

        var column = table.AddColumn(step.Name);
        foreach (var row in table.Rows)
        {
            row.Cells[column] = cell.Text;
        }

        return ("", "");
    }

    private (string Expected, string Received) AddAll(TableData table)
    {
        List<Node> rows = change.Value is ListNode list ? list.Items : [change.Value!];
        foreach (var row in rows)
        {
            var (expected, received) = row is MapNode cells ? AddRow(table, cells) : (ExpectedRow, row.Kind);
            if (expected.Length > 0)
            {
                return (expected, received);
            }
        }

        return ("", "");
    }

    private (string Expected, string Received) AddRow(TableData table, MapNode written)
    {
        var cells = steps[1].Selector!.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        foreach (var entry in written.Entries)
        {
            if (entry.Value is not ScalarNode scalar)
            {
                return (ExpectedRow, entry.Value.Kind);
            }

            if (!cells.TryAdd(entry.Key, scalar.Text))
            {
                return ($"\"{entry.Key}\" once", "both in brackets and among the cells");
            }
        }

        if (cells.Keys.FirstOrDefault(name => table.ColumnOf(name) < 0) is { } unknown)
        {
            return ($"columns of {steps[0].Name}.{table.Name}: {string.Join(", ", table.Columns)}", unknown.Length == 0 ? cells[unknown] : unknown);
        }

        var keys = Keys();
        table.AddRow(change.Where,
            [.. table.Columns.Select(name => cells.TryGetValue(name, out var cell) ? cell : keys.Contains(name) ? AnyValue : Said(name))]);
        return ("", "");
    }

    private string Said(string column) => said.TryGetValue(column, out var text) ? text : "";

    /// <summary>Names of keys, of which a row that does not name one holds for all.</summary>
    private HashSet<string> Keys() =>
    [
        .. TableColumns.Keys,
        .. new[] { SystemKeys.Dimensions, SystemKeys.Attributes }
            .SelectMany(section => (files.Root[section.Name] as MapNode)?.Entries.Select(entry => entry.Key) ?? []),
    ];
}
