using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Numbers;
using FlowSim.Scenarios.Reading;
using FlowSim.Scenarios.Validation;

namespace FlowSim.Scenarios.Asked;

/// <summary>What a system is made of, and what a change may name of it.</summary>
public sealed class SystemParts
{
    private const string Dot = " · ";

    private static readonly string[] Named = [SystemKeys.Pools.Name, SystemKeys.Stages.Name, SystemKeys.Streams.Name, SystemKeys.Calendars.Name];

    private readonly SystemFiles files;
    private readonly ChangeWords words;
    private readonly SystemAreas areas;
    private readonly TableReaders readers;
    private readonly CellPaths cells;
    private readonly ILookup<string, Assumption> noted;

    private SystemParts(SystemFiles files, SystemDescription description)
    {
        this.files = files;
        words = new ChangeWords(files);
        areas = new SystemAreas(files, words);
        readers = SystemNumbers.ReadersOf(files, description);
        cells = new CellPaths(files, new TableNumbers(description, readers));
        noted = description.Assumptions.ToLookup(one => one.Path);
    }

    /// <summary>Pools, stages, streams, calendars, who lives there, tables and rosters, those of a section in written order.</summary>
    /// <param name="files">The system.</param>
    /// <param name="problems">Takes what is wrong with it; what can be told is told all the same.</param>
    public static IReadOnlyList<SystemPart> Of(SystemFiles files, ProblemList problems)
    {
        var parts = new SystemParts(files, SystemBinding.Bind(files, problems));
        return
        [
            .. Named.SelectMany(parts.OfSection), .. parts.OfPopulation(),
            .. parts.OfTables(SystemFolder.Tables, files.Tables), .. parts.OfTables(SystemFolder.Rosters, files.Rosters),
        ];
    }

    /// <summary>What stands at each path with a scenario's changes made, all of them in full; of what is scaled so many whole units as will run.</summary>
    /// <param name="files">The system with the scenario.</param>
    /// <param name="scenario">Its id.</param>
    public static IReadOnlyDictionary<string, string> ValuesUnder(SystemFiles files, string scenario)
    {
        var problems = new ProblemList();
        var changed = ScenarioApplier.Apply(files, scenario, problems)?.Files ?? files;
        return Of(changed, problems).SelectMany(part => part.Paths).DistinctBy(path => path.Path)
            .ToDictionary(path => path.Path, path => WrittenUnits.Rounded(path.Path, path.Value), StringComparer.Ordinal);
    }

    private IEnumerable<SystemPart> OfSection(string section) => files.Root[section] is not MapNode map ? []
        : map.Entries.Where(entry => entry.Value is MapNode).Select(entry =>
            new SystemPart(section, entry.Key, words.NameOf(section, entry.Key), Is((MapNode)entry.Value),
                PartPaths.Of(files, section, entry.Key, (MapNode)entry.Value)));

    private IEnumerable<SystemPart> OfPopulation()
    {
        var name = SystemKeys.Population.Name;
        return files.Root[name] is { } people ? [new SystemPart(name, name, IdWords.Sentence(name), "", PartPaths.Of(files, name, people))] : [];
    }

    private static string Is(MapNode part) => string.Join(Dot, new (string Key, string Before)[]
    {
        (PoolKeys.Kind.Name, ""), (PoolKeys.Each.Name, "one for each "), (PoolKeys.Group.Name, "group "), (StreamKeys.To.Name, "to "),
    }.Where(one => part[one.Key] is ScalarNode or ListNode { Items.Count: 2 }).Select(one => one.Before + TextOf(part[one.Key]!)));

    private string AreaOf(string section, string part) =>
        (files.Root[section] as MapNode)?[part] is MapNode map ? areas.Of(map.Where.File) : "";

    /// <summary>A text, or two of them.</summary>
    private static string TextOf(Node node) => node is ListNode list ? string.Join(" and ", list.Items) : node.ToString() ?? "";

    private IEnumerable<SystemPart> OfTables(string section, Dictionary<string, TableData> tables) =>
        tables.Values.OrderBy(table => table.Name, StringComparer.Ordinal).Select(table =>
        {
            var values = cells.ValuesOf(section, table);
            var keys = table.Columns.Except(values).Where(column => !TableColumns.IsMetadata(column)).ToList();
            var rows = FormattableString.Invariant($"{table.Rows.Count} {(table.Rows.Count == 1 ? "row" : "rows")}");
            var readBy = readers.Of(section, table.Name).Select(use => AreaOf(use.Section, use.Id)).Distinct().ToList();
            var whole = noted[$"{section}.{table.Name}"].FirstOrDefault();
            return new SystemPart(section, table.Name, "",
                string.Join(Dot, [rows + (keys.Count > 0 ? $" by {string.Join(", ", keys)}" : ""), $"with {string.Join(", ", values)}", table.Where.File]),
                [.. cells.Of(section, table, whole).Select(path => path with { Area = readBy is [var only] ? only : "" })])
            { ReadBy = readers.Of(section, table.Name) };
        });
}
