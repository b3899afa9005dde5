using System.Text;
using System.Text.RegularExpressions;

namespace FlowSim.Scenarios.Loading;

/// <summary>
/// Tables that come with FlowSim and belong to no one system: files embedded under <c>Library/ID/tables/</c> of a folder that has no <c>system.yaml</c>.
/// A system that includes the folder takes each table that it names and has not got.
/// </summary>
internal static partial class SharedTables
{
    /// <summary>The key of a system that names such folders.</summary>
    public const string Key = "include";

    /// <summary>Before the name of a shared file: it stands in no folder of the system's.</summary>
    private const string Prefix = "library:";

    private const string TableFolder = SystemFolder.Tables + "/";

    /// <summary>Keys whose value names a table, and those whose value names a file of one.</summary>
    private static readonly string[] NamingKeys = ["table", "file", "observed"];

    /// <summary>Folders of shared tables, in ordinal order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. SystemLibrary.Folders.Except(SystemLibrary.Ids).Where(id => NamesIn(id).Any()),
    ];

    /// <summary>True for the name of a shared file, as <see cref="InputFile.Name"/> has it.</summary>
    public static bool IsShared(string file) => file.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The name that a shared file would have in a system's own folder; of another file its name.</summary>
    public static string OwnName(string file) => IsShared(file) ? file[(file.IndexOf('/', StringComparison.Ordinal) + 1)..] : file;

    /// <summary>The file that is laid over a shared part; null for another file.</summary>
    public static string? PartOf(string file) =>
        IsShared(file) && OwnName(file) is var own && own.StartsWith(SystemFolder.Parts + "/", StringComparison.Ordinal)
            ? own[(SystemFolder.Parts.Length + 1)..] : null;

    /// <summary>How a person is told of a shared file.</summary>
    public static string TitleOf(string file) => $"{file[Prefix.Length..]} (of the library)";

    /// <summary>A shared file by its name; null if there is none.</summary>
    public static Stream? Open(string file)
    {
        var name = file[Prefix.Length..];
        var end = name.IndexOf('/', StringComparison.Ordinal);
        return end < 0 ? null : SystemLibrary.Open(name[..end], name[(end + 1)..]);
    }

    /// <summary>A shared file that a system read, as one that could stand in the system's own folder.</summary>
    public static InputFile AsOwn(string file) => new(OwnName(file), SystemLibrary.Bytes(Open(file)!));

    /// <summary>The folder that has a table of this name; null if none has.</summary>
    public static string? HolderOf(string table) => Ids.FirstOrDefault(id => NamesIn(id).Contains(table));

    /// <summary>Parts of descriptions of a folder, under their shared names.</summary>
    public static IEnumerable<InputFile> PartsIn(string id) => FilesIn(id, SystemFolder.Parts, SystemFolder.Yaml);

    /// <summary>Names of the tables of a folder.</summary>
    public static IEnumerable<string> NamesIn(string id) => FilesIn(id).Select(file => file.Stem);

    /// <summary>
    /// Takes the key from the top of a system, and tells of names that are no folder of shared tables. The folders, in the order written: of two tables of one
    /// name the earlier folder's is taken.
    /// </summary>
    public static IReadOnlyList<string> Included(MapNode root, ProblemList problems)
    {
        if (root[Key] is not { } node)
        {
            return [];
        }

        root.Remove(Key);
        var included = new List<string>();
        foreach (var one in node is ListNode list ? list.Items : [node])
        {
            if (one is ScalarNode { Text: var id } && Ids.Contains(id))
            {
                included.Add(id);
            }
            else
            {
                problems.Error(one.Where, Key, $"a folder of shared tables: {string.Join(", ", Ids)}", one.Kind, Nearest.Hint(one.Kind, Ids));
            }
        }

        return included;
    }

    /// <summary>
    /// The shared tables that a system takes: those that its description, its scenarios or such a table names, and that it has not got itself.
    /// </summary>
    /// <param name="included">Folders, the first first.</param>
    /// <param name="nodes">All that names tables.</param>
    /// <param name="tables">The system's own tables, which may name further ones.</param>
    /// <param name="own">Names of those and of tables that stand in the description.</param>
    public static IReadOnlyList<InputFile> Taken(
        IReadOnlyList<string> included, IEnumerable<Node> nodes, IEnumerable<InputFile> tables, IReadOnlySet<string> own)
    {
        var offered = included.SelectMany(FilesIn).DistinctBy(file => file.Stem).ToDictionary(file => file.Stem, StringComparer.Ordinal);
        var taken = new List<InputFile>();
        if (offered.Count == 0)
        {
            return taken;
        }

        var named = new Queue<string>(nodes.SelectMany(NamedIn).Concat(tables.SelectMany(NamedIn)));
        while (named.TryDequeue(out var name))
        {
            if (!own.Contains(name) && offered.Remove(name, out var file))
            {
                taken.Add(file);
                NamedIn(file).ToList().ForEach(named.Enqueue);
            }
        }

        return taken;
    }

    private static IEnumerable<InputFile> FilesIn(string id) => FilesIn(id, SystemFolder.Tables, SystemFolder.Csv);

    private static IEnumerable<InputFile> FilesIn(string id, string folder, string ending) =>
        SystemLibrary.FilesOf(id).Where(file => file.IsIn(folder, ending)).Select(file => file with { Name = $"{Prefix}{id}/{file.Name}" });

    /// <summary>What may be the name of a table in a part of a description.</summary>
    private static IEnumerable<string> NamedIn(Node node) => node switch
    {
        MapNode map => map.Entries.SelectMany(entry => entry.Value is ScalarNode scalar && NamingKeys.Contains(entry.Key)
            ? [Bare(scalar.Text), .. NamedIn(scalar)]
            : NamedIn(entry.Value)),
        ListNode list => list.Items.SelectMany(NamedIn),
        ScalarNode scalar => NamedIn(scalar.Text),
        _ => [],
    };

    /// <summary>Cells may draw an hour from a table too.</summary>
    private static IEnumerable<string> NamedIn(InputFile table) =>
        table.Bytes.AsSpan().IndexOf("drawn "u8) < 0 ? [] : NamedIn(Encoding.UTF8.GetString(table.Bytes));

    private static IEnumerable<string> NamedIn(string text) => InText().Matches(text).Select(match => match.Groups["name"].Value);

    private static string Bare(string text)
    {
        var bare = text.StartsWith(TableFolder, StringComparison.Ordinal) ? text[TableFolder.Length..] : text;
        return bare.EndsWith(SystemFolder.Csv, StringComparison.Ordinal) ? bare[..^SystemFolder.Csv.Length] : bare;
    }

    /// <summary>A table inside a text: an hour drawn from it, its path in a change, its file.</summary>
    [GeneratedRegex(@"(?:\bdrawn |\btables[./])(?<name>[\w-]+)")]
    private static partial Regex InText();
}
