namespace FlowSim.Plots.Flows;

/// <summary>
/// Shows as one step the beds of a group, for a patient who moves from ward to ward is still in hospital, and the places of a department: those from which
/// patients go on to one step in which they stay where they are. What follows while the patient keeps the place belongs to the group from which nearly all
/// come.
/// </summary>
internal sealed class CareGroups
{
    private const double NearlyAll = 0.9;

    /// <summary>Kind of places, and what several of them are called.</summary>
    private const string Spaces = "spaces";
    private const string Department = "department";

    private readonly FlowGraph graph;
    private readonly StepRoles roles;
    private readonly string[] groups;
    private readonly bool[] isSpace;

    private CareGroups(FlowGraph graph, StepRoles roles)
    {
        this.graph = graph;
        this.roles = roles;
        groups = [.. graph.Steps.Select(step => roles.BedGroup(step))];
        isSpace = [.. graph.Steps.Select(step => roles.KindOf(step) == Spaces)];
    }

    /// <param name="graph">Any.</param>
    /// <param name="roles">Which steps have beds of which group, and where the patient stays.</param>
    public static FlowGraph Join(FlowGraph graph, StepRoles roles)
    {
        var care = new CareGroups(graph, roles);
        while (Enumerable.Range(0, graph.Steps.Count).Any(care.Joins))
        {
            // Each turn one step more is in a group.
        }

        return care.Joined();
    }

    /// <summary>Puts a step in which patients stay where they are into the group they come from, if there is one.</summary>
    private bool Joins(int step)
    {
        if (groups[step].Length > 0 || !roles.IsStaying(graph.Steps[step]) || graph.Entering(step) == 0)
        {
            return false;
        }

        var entering = graph.Between.Where(flow => flow.To == step).ToList();
        var (group, most) = entering.GroupBy(flow => groups[flow.From], StringComparer.Ordinal).Where(source => source.Key.Length > 0)
            .Select(source => (source.Key, source.Sum(flow => flow.PerDay))).OrderByDescending(source => source.Item2).FirstOrDefault(("", 0));
        if (most >= NearlyAll * graph.Entering(step))
        {
            groups[step] = group;
            return true;
        }

        var places = entering.Where(flow => isSpace[flow.From]).ToList();
        if (places.Count < 2 || places.Sum(flow => flow.PerDay) < NearlyAll * graph.Entering(step))
        {
            return false;
        }

        // Numbered, for there may be several departments.
        var department = FormattableString.Invariant($"{Department}/{step}");
        var known = places.Select(flow => groups[flow.From]).Where(one => one.Length > 0).ToHashSet(StringComparer.Ordinal);
        var members = Enumerable.Range(0, groups.Length).Where(one => known.Contains(groups[one]))
            .Concat(places.Select(flow => flow.From)).Append(step).ToList();
        foreach (var place in members)
        {
            groups[place] = department;
        }

        return true;
    }

    private FlowGraph Joined()
    {
        var first = Enumerable.Range(0, groups.Length).Where(step => groups[step].Length > 0).GroupBy(step => groups[step], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

        // A move within a group is no way through it again.
        var moved = new FlowGraph(graph.Steps, [.. graph.Flows.Where(flow => flow.From != flow.To || groups[flow.From].Length == 0)]);
        var joined = StayingSteps.Grouped(moved, [.. groups.Select((group, step) => group.Length > 0 ? first[group] : step)]);
        var titles = Titles();
        return new FlowGraph([.. joined.Steps.Select(step => step.Kind == StepKind.Stage && titles.TryGetValue(step.Name, out var title)
            ? step with { Group = title }
            : step)], joined.Flows);
    }

    /// <summary>What a group of several steps is called, by the name of each: one department is so called, several have the names of their steps.</summary>
    private Dictionary<string, string> Titles()
    {
        var several = Enumerable.Range(0, groups.Length).Where(step => groups[step].Length > 0).GroupBy(step => groups[step], StringComparer.Ordinal)
            .Where(group => group.Count() > 1).ToList();
        var isOne = several.Count(group => IsDepartment(group.Key)) == 1;
        return several.Where(group => isOne || !IsDepartment(group.Key))
            .SelectMany(group => group.Select(step => (graph.Steps[step].Name, Title: IsDepartment(group.Key) ? Department : group.Key)))
            .DistinctBy(pair => pair.Name).ToDictionary(pair => pair.Name, pair => pair.Title, StringComparer.Ordinal);
    }

    private static bool IsDepartment(string group) => group.StartsWith(Department + "/", StringComparison.Ordinal);
}
