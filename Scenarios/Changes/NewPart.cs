using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Changes;

/// <summary>
/// Puts something new into a system: <c>add: stages.hub, to: { … }</c>, <c>add: stages.ward.gives_up, to: { … }</c>, rows of a table, one more place.
/// </summary>
internal sealed class NewPart(SystemFiles files, ProblemList problems)
{
    /// <summary>Properties that may hold one value or a list of them.</summary>
    private static readonly string[] OneOrMany = ["place", "staff", "gives_up", "surge", "clock", "keep", "starts_with"];

    /// <summary>A new entry of a map, or a further item of a list.</summary>
    public bool Add(ScenarioChange change, IReadOnlyList<PathStep> steps)
    {
        if (change.Like.Length > 0 && !NewInstance.IsMeant(steps))
        {
            return Fail(change, "\"like\" beside a new place alone, such as \"add: dimensions.site\"", change.Path);
        }

        if (NewRows.IsMeant(files, steps))
        {
            var (expected, received) = new NewRows(files, change, steps).Add();
            return expected.Length == 0 || Fail(change, expected, received);
        }

        if (steps.Any(step => step.Selector is not null) || steps[^1].Name.Contains('*', StringComparison.Ordinal))
        {
            return Fail(change, "a plain path to what is new, without brackets and *", change.Path);
        }

        if (steps[0].Name == SystemFolder.Tables)
        {
            return AddTable(change, steps);
        }

        return AddToAll(change, steps) && (change.Like.Length == 0 || TakeOver(change, steps));
    }

    private bool TakeOver(ScenarioChange change, IReadOnlyList<PathStep> steps)
    {
        var expected = new NewInstance(files, change).TakeOver(steps);
        return expected.Length == 0 || Fail(change, expected, change.Like);
    }

    private bool AddTable(ScenarioChange change, IReadOnlyList<PathStep> steps)
    {
        var name = steps.Count == 2 ? steps[1].Name : "";
        if (name.Length == 0 || files.Tables.ContainsKey(name))
        {
            return Fail(change, "the name of a new table, or rows of one that there is, such as \"tables.beds[site=west]\"", change.Path);
        }

        if (InlineTable.Read(name, change.Value!, problems) is not { } table)
        {
            return false;
        }

        files.Tables.Add(name, table);
        return true;
    }

    private bool AddToAll(ScenarioChange change, IReadOnlyList<PathStep> steps)
    {
        var name = steps[^1].Name;
        PathMiss? miss = null;
        List<MapNode> parents = steps.Count == 1 ? [files.Root] : ParentsOf(steps, out miss);
        if (parents.Count == 0)
        {
            return Fail(change, $"a path that leads somewhere: {miss?.Expected ?? "a map or list"}", $"\"{miss?.Received ?? name}\" in \"{change.Path}\"",
                miss?.Hint ?? "");
        }

        return parents.TrueForAll(parent => AddTo(parent, name, change));
    }

    private List<MapNode> ParentsOf(IReadOnlyList<PathStep> steps, out PathMiss? miss)
    {
        if (steps is [var section, _] && !files.Root.Has(section.Name))
        {
            files.Root.Set(section.Name, new MapNode(files.Root.Where));
        }

        return [.. NodePath.Resolve(files.Root, [.. steps.Take(steps.Count - 1)], mayBeNew: false, out miss).Select(slot => slot.Value).OfType<MapNode>()];
    }

    private bool AddTo(MapNode parent, string name, ScenarioChange change)
    {
        var value = change.Value!.Clone();
        switch (parent[name])
        {
            case null:
                parent.Entries.Add(new MapEntry(name, change.Where, value));
                return true;
            case ListNode list:
                list.Items.Add(value);
                return true;
            case { } single when OneOrMany.Contains(name):
                parent.Set(name, new ListNode(single.Where, [single, value]));
                return true;
            case { } same when NodeText.Of(same) == NodeText.Of(value):
                return true;
            default:
                return Fail(change, "a name that is not there yet, or a list", $"\"{change.Path}\"", "To replace it, write set … to.");
        }
    }

    private bool Fail(ScenarioChange change, string expected, string received, string hint = "")
    {
        problems.Error(change.Where, change.Label, expected, received, hint);
        return false;
    }
}
