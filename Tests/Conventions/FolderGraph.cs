using ArchUnitNET.Domain;

namespace FlowSim.Tests.Conventions;

/// <summary>Which folder of a project speaks of types of which other folder of the same project.</summary>
internal sealed class FolderGraph
{
    private readonly SortedDictionary<string, SortedSet<string>> uses = new(StringComparer.Ordinal);

    private FolderGraph()
    {
    }

    public static FolderGraph Of(Architecture solution)
    {
        var graph = new FolderGraph();

        // The T of one generic type may be given out as that of another.
        foreach (var dependency in solution.Types.SelectMany(type => type.Dependencies).Where(dependency => dependency.Target is not GenericParameter))
        {
            var (from, to) = (dependency.Origin.Namespace?.FullName ?? "", dependency.Target.Namespace?.FullName ?? "");
            if (from != to && ProjectOf(from).Length > 0 && ProjectOf(from) == ProjectOf(to))
            {
                graph.Uses(from).Add(to);
                graph.Uses(to);
            }
        }

        return graph;
    }

    /// <summary>Folders that reach one another, each circle whole and in order.</summary>
    public IEnumerable<IReadOnlyList<string>> Circles()
    {
        var reached = uses.Keys.ToDictionary(folder => folder, Reached, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in uses.Keys.Where(folder => reached[folder].Contains(folder) && !seen.Contains(folder)))
        {
            List<string> circle = [.. uses.Keys.Where(other => reached[folder].Contains(other) && reached[other].Contains(folder))];
            seen.UnionWith(circle);
            yield return circle;
        }
    }

    private SortedSet<string> Uses(string folder)
    {
        if (!uses.TryGetValue(folder, out var used))
        {
            uses[folder] = used = new SortedSet<string>(StringComparer.Ordinal);
        }

        return used;
    }

    private HashSet<string> Reached(string folder)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var next))
        {
            foreach (var used in uses[next].Where(reached.Add))
            {
                open.Push(used);
            }
        }

        return reached;
    }

    /// <summary>Such as <c>FlowSim.Plots</c>; empty for what is not ours.</summary>
    private static string ProjectOf(string folder)
    {
        var parts = folder.Split('.');
        return parts.Length > 1 && parts[0] == "FlowSim" ? $"{parts[0]}.{parts[1]}" : "";
    }
}
