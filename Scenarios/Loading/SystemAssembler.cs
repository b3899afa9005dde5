using System.Security.Cryptography;

namespace FlowSim.Scenarios.Loading;

/// <summary>Puts the files of a system together: merged sections, tables, rosters, scenarios.</summary>
internal sealed class SystemAssembler
{
    private const string TablesKey = "tables";

    /// <summary>Lists that several files may add to.</summary>
    private static readonly string[] JoinedLists = ["exits"];

    private readonly ProblemList problems;
    private readonly Dictionary<string, TableData> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TableData> rosters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MapNode> scenarios = new(StringComparer.Ordinal);
    private readonly List<(string File, string Sha256)> inputs = [];

    /// <summary>Tables in place that have a fault: nobody need be told that they are not there.</summary>
    private readonly HashSet<string> lostInPlace = [];

    private SystemAssembler(ProblemList problems) => this.problems = problems;

    /// <summary>The system; null if its main file is missing or cannot be read.</summary>
    public static SystemFiles? Assemble(string name, string mainFile, IReadOnlyList<InputFile> files, ProblemList problems) =>
        new SystemAssembler(problems).Assemble(name, mainFile, files);

    private SystemFiles? Assemble(string name, string mainFile, IReadOnlyList<InputFile> files)
    {
        foreach (var file in files.Where(file => file.IsIn(SystemFolder.Scenarios, SystemFolder.Yaml)))
        {
            ScenarioEntries.Add(scenarios, file.Stem, YamlReader.Read(file.Bytes, file.Name, problems), problems);
        }

        var root = Merge(name, mainFile, files, out var included, out var parts);
        var shared = root is null ? [] : Shared(included, root, files);
        inputs.AddRange(files.Concat(parts.Where(part => SharedTables.IsShared(part.Name))).Concat(shared)
            .Select(file => (file.Name, Convert.ToHexStringLower(SHA256.HashData(file.Bytes)))).OrderBy(input => input.Name, StringComparer.Ordinal));
        ReadTables(files, SystemFolder.Tables, tables, shared);
        ReadTables(files, SystemFolder.Rosters, rosters, []);
        if (root is null)
        {
            return null;
        }

        TakeInlineTables(root);
        var stays = StaysSection.Take(root, tables, problems, out var lost);
        TakeInlineScenarios(root);
        return new SystemFiles
        {
            Name = name,
            Root = root,
            Tables = tables,
            Rosters = rosters,
            Observed = ReadBeside(files, SystemFolder.Observed),
            ObservedDays = ReadBeside(files, SystemFolder.ObservedDays),
            CalibratedSet = ReadBeside(files, SystemFolder.CalibratedSet),
            Predicted = ReadBeside(files, SystemFolder.Predicted),
            Costs = ReadBeside(files, SystemFolder.Costs),
            Claims = ReadBeside(files, SystemFolder.Claims),
            PriceIndex = ReadBeside(files, SystemFolder.PriceIndex),
            Scenarios = scenarios,
            Stays = stays,
            LostTables = lost.Union(lostInPlace).ToHashSet(StringComparer.Ordinal),
            Included = included,
            Inputs = inputs,
            Sources = problems.Sources,
        };
    }

    /// <param name="included">Folders of the library that the system includes.</param>
    /// <param name="parts">Parts that it names, which its own files of these names are laid over.</param>
    private MapNode? Merge(string name, string mainFile, IReadOnlyList<InputFile> files, out IReadOnlyList<string> included, out IReadOnlyList<InputFile> parts)
    {
        (included, parts) = ([], []);
        if (files.FirstOrDefault(file => file.Name == mainFile) is not { } main)
        {
            problems.Error(new SourceLocation(name, 0, 0), "", $"a file {mainFile}", string.Join(", ", files.Select(file => file.Name)),
                Nearest.Hint(mainFile, files.Select(file => file.Name)));
            return null;
        }

        var root = YamlReader.ReadMap(main.Bytes, main.Name, problems);
        included = root is null ? [] : SharedTables.Included(root, problems);
        parts = root is null ? [] : PartLayers.Taken(root, included, files, problems);
        var complete = true;
        foreach (var layers in parts.Concat(files.Where(file => file.IsIn("", SystemFolder.Yaml) && file != main)).ToLookup(file => file.Stem)
            .OrderBy(layers => layers.Key + SystemFolder.Yaml, StringComparer.Ordinal))
        {
            var further = ReadLayers([.. layers]);
            complete &= further is not null;
            if (root is not null)
            {
                further?.Entries.ForEach(entry => MergeSection(root, entry));
            }
        }

        // Of a description with a part missing nearly everything else would be told as unknown.
        return complete ? root : null;
    }

    /// <summary>A part of the description: a file, or one laid over another. Null if one of them cannot be read.</summary>
    private MapNode? ReadLayers(IReadOnlyList<InputFile> layers)
    {
        var read = layers.Select(file => YamlReader.ReadMap(file.Bytes, file.Name, problems)).ToList();
        if (read is [{ } below, { } over])
        {
            PartLayers.Lay(below, over, problems);
        }

        return read.Contains(null) ? null : read[0];
    }

    private void MergeSection(MapNode root, MapEntry section)
    {
        switch (root[section.Key], section.Value)
        {
            case (null, _):
                root.Entries.Add(section);
                break;
            case (MapNode known, MapNode more):
                more.Entries.ForEach(entry => AddOnce(known, entry, section.Key));
                break;
            case (ListNode known, ListNode more) when JoinedLists.Contains(section.Key):
                known.Items.AddRange(more.Items);
                break;
            case (MapNode, _):
                problems.Error(section.Value.Where, section.Key, "a map", section.Value.Kind);
                break;
            case ({ } known, _):
                problems.Error(section.KeyWhere, section.Key, "this section in one file only", section.Key, $"It is also at {known.Where}.");
                break;
        }
    }

    private void AddOnce(MapNode known, MapEntry entry, string section)
    {
        if (known.Entries.Find(other => other.Key == entry.Key) is { } before)
        {
            problems.Error(entry.KeyWhere, $"{section}.{entry.Key}", "each key once", entry.Key,
                SharedTables.PartOf(before.KeyWhere.File) is { } part
                    ? $"It is also at {SharedTables.TitleOf(before.KeyWhere.File)}:{before.KeyWhere.Line}: to change it, write it in {part}, which is laid over that part."
                    : $"It is also at {before.KeyWhere}.");
            return;
        }

        known.Entries.Add(entry);
    }

    /// <summary>Shared tables that the system takes: what it has itself under a name goes before.</summary>
    private IReadOnlyList<InputFile> Shared(IReadOnlyList<string> included, MapNode root, IReadOnlyList<InputFile> files)
    {
        var tables = files.Where(file => file.Folder == SystemFolder.Tables).ToList();
        string[] described = [TablesKey, StaysSection.Section];
        var own = tables.Select(file => file.Stem)
            .Concat(described.SelectMany(key => root[key] is MapNode section ? section.Entries.Select(entry => entry.Key) : []))
            .ToHashSet(StringComparer.Ordinal);
        return SharedTables.Taken(included, scenarios.Values.Prepend<Node>(root), tables.Where(file => file.IsIn(SystemFolder.Tables, SystemFolder.Csv)), own);
    }

    private void ReadTables(IReadOnlyList<InputFile> files, string folder, Dictionary<string, TableData> target, IReadOnlyList<InputFile> shared)
    {
        // A workbook beside a table of its name is where that was saved from.
        var tables = files.Where(file => file.IsIn(folder, SystemFolder.Csv)).ToList();
        var workbooks = files.Where(file => file.IsIn(folder, WorkbookTable.Ending) && !tables.Exists(table => table.Stem == file.Stem));
        foreach (var file in tables.Concat(workbooks).Concat(shared).OrderBy(file => SharedTables.OwnName(file.Name), StringComparer.Ordinal))
        {
            if (CsvTableReader.Read(file.Bytes, file.Stem, file.Name, problems) is { } table)
            {
                target.Add(file.Stem, table);
            }
        }
    }

    private TableData? ReadBeside(IReadOnlyList<InputFile> files, string name) =>
        files.FirstOrDefault(file => file.Name == name) is { } file ? CsvTableReader.Read(file.Bytes, file.Stem, file.Name, problems) : null;

    private void TakeInlineTables(MapNode root)
    {
        if (root[TablesKey] is not { } section)
        {
            return;
        }

        root.Remove(TablesKey);
        if (section is not MapNode map)
        {
            problems.Error(section.Where, TablesKey, "a map of tables", section.Kind);
            return;
        }

        foreach (var entry in map.Entries)
        {
            if (tables.TryGetValue(entry.Key, out var known))
            {
                problems.Error(entry.KeyWhere, $"{TablesKey}.{entry.Key}", "each table once", entry.Key, $"It is also at {known.Where}.");
            }
            else if (InlineTable.Read(entry.Key, entry.Value, problems) is { } table)
            {
                tables.Add(entry.Key, table);
            }
            else
            {
                lostInPlace.Add(entry.Key);
            }
        }
    }

    private void TakeInlineScenarios(MapNode root)
    {
        if (root[ScenarioEntries.Key] is not { } section)
        {
            return;
        }

        root.Remove(ScenarioEntries.Key);
        if (section is not MapNode map)
        {
            problems.Error(section.Where, ScenarioEntries.Key, ScenarioEntries.ExpectedMap, section.Kind);
            return;
        }

        map.Entries.ForEach(entry => ScenarioEntries.Add(scenarios, entry.Key, entry.Value, problems));
    }
}
