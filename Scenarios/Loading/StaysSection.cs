using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Loading;

/// <summary>
/// The section <c>stays</c>: tables of lengths of stay that are made of exports. Each becomes an ordinary table with a column <c>time</c>, so that keys,
/// scenarios, origins and messages are those of any other.
/// </summary>
internal static class StaysSection
{
    public const string Section = "stays";

    /// <summary>Takes the section out and adds its tables; what was made of each kind of patient.</summary>
    /// <param name="root">The description.</param>
    /// <param name="tables">All tables; an export that nothing else names is taken away, since the tables stand for it.</param>
    /// <param name="problems">What is wrong.</param>
    /// <param name="lost">Names of the tables that could not be made.</param>
    public static IReadOnlyList<StaysGroup> Take(MapNode root, Dictionary<string, TableData> tables, ProblemList problems, out IReadOnlySet<string> lost)
    {
        lost = new HashSet<string>();
        if (root[Section] is not { } section)
        {
            return [];
        }

        root.Remove(Section);
        if (section is not MapNode map)
        {
            problems.Error(section.Where, Section, "a map of tables of stays, such as { ward-stays: { file: admissions, length: LOS } }", section.Kind);
            return [];
        }

        var groups = new List<StaysGroup>();
        var exports = new List<string>();
        foreach (var entry in map.Entries)
        {
            if (tables.TryGetValue(entry.Key, out var known))
            {
                problems.Error(entry.KeyWhere, $"{Section}.{entry.Key}", "a name that no other table has", entry.Key, $"It is also at {known.Where}.");
            }
            else if (StaysTerms.Read(entry, root, tables, problems) is { } terms)
            {
                exports.Add(terms.Export.Name);
                groups.AddRange(new StaysTable(terms, problems).AddTo(tables));
            }
        }

        lost = map.Entries.Select(entry => entry.Key).Where(name => !tables.ContainsKey(name)).ToHashSet(StringComparer.Ordinal);
        foreach (var export in exports.Where(export => !Mentions(root, export)))
        {
            tables.Remove(export);
        }

        return groups;
    }

    private static bool Mentions(Node node, string name) => node switch
    {
        MapNode map => map.Entries.Exists(entry => Mentions(entry.Value, name)),
        ListNode list => list.Items.Exists(item => Mentions(item, name)),
        ScalarNode scalar => scalar.Text.Split(' ', '/', '"').Any(word => word == name || word == name + ".csv"),
        _ => false,
    };
}
