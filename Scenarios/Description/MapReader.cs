using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Description;

/// <summary>A map of which every key must be known: keys are asked for one by one, and <see cref="Finish"/> reports the others.</summary>
internal sealed class MapReader
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public MapReader(Binding binding, MapNode map, string path)
    {
        Binding = binding;
        Map = map;
        Path = path;
    }

    public Binding Binding { get; }

    public MapNode Map { get; }

    public string Path { get; }

    public Written Here => new(LastName(Path), Map.Where, Path);

    public string PathOf(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    /// <summary>The node of a key, or null.</summary>
    public Node? Take(string key)
    {
        known.Add(key);
        return Map[key];
    }

    public Written? Text(string key, string expected = "a text") => Binding.Text(Take(key), PathOf(key), expected);

    /// <summary>A text that must be there.</summary>
    public Written? Required(string key, string expected)
    {
        if (Take(key) is null)
        {
            Missing(key, expected);
        }

        return Text(key, expected);
    }

    public void Missing(string key, string expected) =>
        Binding.Problems.Error(Map.Where, PathOf(key), expected, "", $"Write \"{key}:\".");

    /// <summary>A name of letters, digits and hyphens, or null.</summary>
    public string? Name(string key, bool required = false) => PlainName(key, required)?.Text;

    /// <summary>The same, with its place.</summary>
    public Written? PlainName(string key, bool required = false)
    {
        var text = required ? Required(key, NameText.Expected) : Text(key, NameText.Expected);
        if (text is not null && !NameText.IsPlain(text.Text))
        {
            Binding.Problems.Error(text.Where, text.Path, NameText.Expected, text.Text);
        }

        return text;
    }

    public IReadOnlyList<Written> Texts(string key) => Binding.Texts(Take(key), PathOf(key));

    public AmountDescription? Amount(string key) => Binding.Amount(Take(key), PathOf(key));

    /// <summary>The key <c>table</c> with <c>column</c> and <c>dates</c>; what is said about the origin is noted.</summary>
    public TableUse? TableUse()
    {
        var table = Text("table", "the name of a table");
        var column = Text("column", "the name of a column");
        var dates = Text("dates", DateFormat.Expected);
        Origin(table is null ? "" : $"table {table.Text}");
        return table is null ? null : new TableUse(table, column?.Text, dates);
    }

    /// <summary>Keys that say where a number is from.</summary>
    public void Origin(string value)
    {
        known.UnionWith(["status", "source", "range", "note"]);
        Binding.NoteOrigin(Map, Path, value);
    }

    /// <summary>Keys that only explain.</summary>
    public void Explanation() => known.UnionWith(["title", "note", "notes", "source"]);

    /// <summary>One of a few words; the first when the key is left out.</summary>
    public string Word(string key, params string[] words)
    {
        if (Text(key, Choice(words)) is not { } text)
        {
            return words[0];
        }

        if (words.Contains(text.Text))
        {
            return text.Text;
        }

        Binding.Problems.Error(text.Where, text.Path, Choice(words), text.Text, Nearest.Hint(text.Text, words));
        return words[0];
    }

    /// <summary>Reports every key that was not asked for.</summary>
    public void Finish()
    {
        foreach (var entry in Map.Entries.Where(entry => !known.Contains(entry.Key)))
        {
            var hint = Nearest.Hint(entry.Key, known);
            Binding.Problems.Error(entry.KeyWhere, PathOf(entry.Key), "a known key: " + string.Join(", ", known.Order(StringComparer.Ordinal)), entry.Key, hint);
        }
    }

    private static string LastName(string path) => path[(path.LastIndexOf('.') + 1)..];

    private static string Choice(string[] words) => words.Length == 1 ? words[0] : string.Join(", ", words[..^1]) + " or " + words[^1];
}
