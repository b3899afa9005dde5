using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Loading;

/// <summary>Takes scenarios, as they stand in files, among those of a system.</summary>
internal static class ScenarioEntries
{
    /// <summary>The section of a file that holds several.</summary>
    public const string Key = "scenarios";

    /// <summary>What stands under it, for messages.</summary>
    public const string ExpectedMap = "a map of scenarios, such as { more-beds: [ { add: pools.bed.capacity, by: 4, reason: opened } ] }";

    private const string Id = "scenario";
    private const string Changes = "changes";

    /// <summary>True if it could be added; else its problem is said, and where there is nothing at all, before.</summary>
    /// <param name="scenarios">Those known by now.</param>
    /// <param name="id">Name of the file or key it stands in.</param>
    /// <param name="node">What stands there; a bare list is its changes.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static bool Add(Dictionary<string, MapNode> scenarios, string id, Node? node, ProblemList problems)
    {
        var path = $"{Key}.{id}";
        if (node is null)
        {
            return false;
        }

        if (node is ListNode changes)
        {
            node = new MapNode(node.Where,
                [new MapEntry(Id, node.Where, new ScalarNode(id, node.Where)), new MapEntry(Changes, node.Where, changes)]);
        }

        if (node is not MapNode scenario)
        {
            problems.Error(node.Where, path, "a scenario, such as { scenario: ID, changes: [ … ] }, or its list of changes", node.Kind);
        }
        else if (scenario[Id] is { } named && named.ToString() != id)
        {
            problems.Error(named.Where, path, $"\"{id}\", the name of the file or key", named.Kind);
        }
        else if (!NameText.IsPlain(id))
        {
            problems.Error(node.Where, path, NameText.Expected, id, "Result files and charts are named after it.");
        }
        else if (!scenarios.TryAdd(id, scenario))
        {
            problems.Error(node.Where, path, "each scenario once", id, $"It is also at {scenarios[id].Where}.");
        }
        else
        {
            return true;
        }

        return false;
    }
}
