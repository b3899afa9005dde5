using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Changes;

/// <summary>Copies of a system that can be changed without changing it.</summary>
internal static class SystemCopy
{
    public static SystemFiles Of(SystemFiles files) => new()
    {
        Name = files.Name,
        Sources = files.Sources,
        Root = (MapNode)files.Root.Clone(),
        Tables = Copy(files.Tables),
        Rosters = Copy(files.Rosters),
        Scenarios = files.Scenarios,
        Inputs = files.Inputs,
        LostTables = files.LostTables,
        Included = files.Included,
        IsChanged = true,
    };

    /// <summary>True when two copies of one system have been changed to the same.</summary>
    public static bool SayTheSame(SystemFiles one, SystemFiles other) =>
        NodeText.SayTheSame(one.Root, other.Root) && SayTheSame(one.Tables, other.Tables) && SayTheSame(one.Rosters, other.Rosters);

    private static bool SayTheSame(Dictionary<string, TableData> one, Dictionary<string, TableData> other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var table) && SayTheSame(pair.Value, table));

    private static bool SayTheSame(TableData one, TableData other) =>
        one.Columns.SequenceEqual(other.Columns) && one.Rows.Count == other.Rows.Count
            && one.Rows.Zip(other.Rows).All(rows => rows.First.Cells.SequenceEqual(rows.Second.Cells));

    private static Dictionary<string, TableData> Copy(Dictionary<string, TableData> tables) =>
        tables.ToDictionary(pair => pair.Key, pair => pair.Value.Copy(), StringComparer.Ordinal);
}
