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
        IsChanged = true,
    };

    private static Dictionary<string, TableData> Copy(Dictionary<string, TableData> tables) =>
        tables.ToDictionary(pair => pair.Key, pair => pair.Value.Copy(), StringComparer.Ordinal);
}
