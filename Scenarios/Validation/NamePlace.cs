using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Validation;

/// <summary>Where a name stands first in the files of a system, for names that are compiled by now and have lost their places.</summary>
internal static class NamePlace
{
    /// <summary>Place and path; of a name in a table, the table's line.</summary>
    public static (SourceLocation Where, string Path) Of(string name, SystemFiles files) =>
        Find(files.Root, name, "") ?? files.Tables.Select(table => Find(table.Value, name, table.Key)).FirstOrDefault(place => place is not null)
        ?? (files.Scenarios.TryGetValue(name, out var scenario) ? (scenario.Where, "scenarios") : (files.Root.Where, ""));

    private static (SourceLocation, string)? Find(Node node, string name, string path) => node switch
    {
        ScalarNode scalar when scalar.Text == name => (scalar.Where, path),
        ListNode list => list.Items.Select((item, index) => Find(item, name, $"{path}[{index + 1}]")).FirstOrDefault(place => place is not null),
        MapNode map =>
            map.Entries.Select(entry => entry.Key == name
                ? (entry.KeyWhere, path)
                : Find(entry.Value, name, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}")).FirstOrDefault(place => place is not null),
        _ => null,
    };

    private static (SourceLocation, string)? Find(TableData table, string name, string tableName)
    {
        foreach (var row in table.Rows)
        {
            if (row.Cells.Contains(name))
            {
                return (row.Where, $"tables.{tableName}");
            }
        }

        return null;
    }
}
