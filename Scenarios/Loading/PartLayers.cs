namespace FlowSim.Scenarios.Loading;

/// <summary>
/// Parts of a description that a system takes from elsewhere (<c>parts: [community, …]</c>): its own <c>parts/NAME.yaml</c>, or that of a folder that it
/// includes. A file of the system's own beside <c>system.yaml</c> that has the name of such a part is laid over it.
/// </summary>
internal static class PartLayers
{
    /// <summary>The key of a system that names such parts.</summary>
    public const string Key = "parts";

    /// <summary>Fields of which each name is laid over by itself, where others are replaced whole.</summary>
    private static readonly string[] MapsOfNames = ["divert", "sets", "attributes"];

    /// <summary>How deep maps are laid over one another: sections, what stands in them, their fields, and the names in a map of names.</summary>
    private const int FieldDepth = 2;

    /// <summary>Takes the key from the top of a system, and gives the parts that it names.</summary>
    /// <param name="root">The main file.</param>
    /// <param name="included">Folders of the library, the first first.</param>
    /// <param name="files">The system's own files.</param>
    /// <param name="problems">Where a part that is not there is told.</param>
    public static IReadOnlyList<InputFile> Taken(MapNode root, IReadOnlyList<string> included, IReadOnlyList<InputFile> files, ProblemList problems)
    {
        var own = files.Where(file => file.IsIn(SystemFolder.Parts, SystemFolder.Yaml)).ToList();
        var taken = root[Key] is { } node ? Named(node, own, included, problems) : [];
        root.Remove(Key);
        foreach (var file in own.Except(taken))
        {
            problems.Warning(new SourceLocation(file.Name, 0, 0), "", $"a part that {SystemFolder.MainFile} names", file.Stem,
                $"It is not read. Write {Key}: [{file.Stem}] at the top of the system, or keep it elsewhere.");
        }

        return taken;
    }

    private static List<InputFile> Named(Node node, List<InputFile> own, IReadOnlyList<string> included, ProblemList problems)
    {
        var offered = own.Concat(included.SelectMany(SharedTables.PartsIn))
            .DistinctBy(file => file.Stem).ToDictionary(file => file.Stem, StringComparer.Ordinal);
        var taken = new List<InputFile>();
        foreach (var one in node is ListNode list ? list.Items : [node])
        {
            if (one is ScalarNode { Text: var name } && offered.TryGetValue(name, out var file))
            {
                if (taken.Contains(file))
                {
                    problems.Error(one.Where, Key, "each part once", name);
                }
                else
                {
                    taken.Add(file);
                }
            }
            else
            {
                problems.Error(one.Where, Key, offered.Count > 0 ? $"parts that there are: {string.Join(", ", offered.Keys)}"
                    : $"the names of files in {SystemFolder.Parts}/ or of parts of a folder that is included", one.Kind, Nearest.Hint(one.Kind, offered.Keys));
            }
        }

        return taken;
    }

    /// <summary>
    /// Lays a part over another. Entries are laid over field by field; a field is replaced whole, but of a map of names (<c>divert</c>, <c>sets</c>,
    /// <c>attributes</c>) each name by itself. <c>~</c> takes away what stands below. What is new stands before the next
    /// that stands below, else last; <c>{}</c> names such a one and changes nothing of it.
    /// </summary>
    /// <param name="below">Changed.</param>
    /// <param name="over">Left as it is.</param>
    /// <param name="problems">Where something that is taken away and is not there is told.</param>
    public static void Lay(MapNode below, MapNode over, ProblemList problems) => Lay(below, over, 0, "", problems);

    private static void Lay(MapNode below, MapNode over, int depth, string path, ProblemList problems)
    {
        for (var index = over.Entries.Count - 1; index >= 0; index--)
        {
            var entry = over.Entries[index];
            var at = below.Entries.FindIndex(known => known.Key == entry.Key);
            var here = path.Length == 0 ? entry.Key : $"{path}.{entry.Key}";
            if (entry.Value is ScalarNode { Text: "", Quoted: false })
            {
                if (at < 0)
                {
                    problems.Error(entry.KeyWhere, here, "something that stands in the part below, to take it away", entry.Key,
                        Nearest.Hint(entry.Key, below.Entries.Select(known => known.Key)));
                }
                else
                {
                    below.Entries.RemoveAt(at);
                }
            }
            else if (at < 0)
            {
                var next = over.Entries.Skip(index + 1).Select(later => below.Entries.FindIndex(known => known.Key == later.Key))
                    .FirstOrDefault(found => found >= 0, below.Entries.Count);
                below.Entries.Insert(next, entry with { Value = entry.Value.Clone() });
            }
            else if (entry.Value is MapNode { Entries.Count: 0 })
            {
                // Says nothing; it may be there for what is to stand before it.
            }
            else if (below.Entries[at].Value is MapNode known && entry.Value is MapNode more
                && (depth < FieldDepth || (depth == FieldDepth && MapsOfNames.Contains(entry.Key))))
            {
                Lay(known, more, depth + 1, here, problems);
            }
            else
            {
                below.Entries[at] = entry with { Value = entry.Value.Clone() };
            }
        }
    }
}
