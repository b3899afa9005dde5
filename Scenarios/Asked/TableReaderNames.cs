using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Asked;

/// <summary>By which parts of a system its tables and rosters are read, as far as they stand in the parts: who has no title is called by its reader.</summary>
internal sealed class TableReaderNames
{
    private static readonly string[] Sections = [SystemKeys.Pools.Name, SystemKeys.Stages.Name, SystemKeys.Streams.Name, SystemKeys.Calendars.Name];
    private static readonly Dictionary<string, string> References =
        new(StringComparer.Ordinal) { ["table"] = SystemFolder.Tables, ["roster"] = SystemFolder.Rosters };

    private const string Column = "column";

    /// <summary>Keys that only say how a value is put together.</summary>
    private static readonly string[] Inner = ["calendar", "inside", "outside", "by"];

    private readonly ILookup<(string Section, string Table), TableReaderName> readers;

    public TableReaderNames(SystemFiles files) =>
        readers = Sections.SelectMany(section => OfSection(files, section)).ToLookup(one => one.Table, one => one.Reader);

    /// <summary>The one value of one part that reads a table; null where none does, or several do.</summary>
    /// <param name="section"><c>tables</c> or <c>rosters</c>.</param>
    /// <param name="table">Its name.</param>
    /// <param name="column">The column.</param>
    public TableReaderName? OnlyOne(string section, string table, string column) =>
        readers[(section, table)].Where(one => one.Column.Length == 0 || one.Column == column).Select(one => one with { Column = "" })
            .Distinct().ToList() is [var one] ? one : null;

    private static IEnumerable<((string Section, string Table) Table, TableReaderName Reader)> OfSection(SystemFiles files, string section) =>
        (files.Root[section] as MapNode)?.Entries.SelectMany(part => Found(part.Value, []).Select(found =>
            (found.Table, new TableReaderName(section, part.Key, string.Join(' ', found.Keys.Except(Inner).Select(ChangeWords.Plain)), found.Column)))) ?? [];

    private static IEnumerable<((string Section, string Table) Table, IReadOnlyList<string> Keys, string Column)> Found(
        Node node, IReadOnlyList<string> keys) => node switch
        {
            MapNode map => map.Entries.SelectMany(entry => References.TryGetValue(entry.Key, out var section) && entry.Value is ScalarNode name
                ? [((section, name.Text), keys, map[Column] is ScalarNode column ? column.Text : "")]
                : Found(entry.Value, [.. keys, entry.Key])),
            ListNode list => list.Items.SelectMany(item => Found(item, keys)),
            _ => [],
        };
}

/// <summary>A value that is read from a table.</summary>
/// <param name="Section">Such as <c>pools</c>.</param>
/// <param name="Part">Id.</param>
/// <param name="Property">What is read, in words, such as <c>capacity</c>.</param>
/// <param name="Column">The column that it reads; empty: none is named.</param>
internal sealed record TableReaderName(string Section, string Part, string Property, string Column);
