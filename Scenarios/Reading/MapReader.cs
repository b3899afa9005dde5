using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Reading;

/// <summary>
/// A map read by the keys of its section. Keys that the section has not, keys that are missing and groups of which not exactly one is there
/// are told at once; values are then asked for key by key. What is wrong is told and reads as missing.
/// </summary>
internal sealed class MapReader
{
    private readonly Section section;

    public MapReader(Binding binding, MapNode map, string path, Section section)
    {
        Binding = binding;
        Map = map;
        Path = path;
        this.section = section;
        RefuseMissing(RefuseUnknown());
        ReadTexts();
    }

    public Binding Binding { get; }

    public MapNode Map { get; }

    public string Path { get; }

    /// <summary>True once something was refused.</summary>
    public bool Failed { get; private set; }

    public Written Here => new(Path[(Path.LastIndexOf('.') + 1)..], Map.Where, Path);

    /// <summary>The keys that are written, for messages.</summary>
    public string KeysWritten => string.Join(", ", Map.Entries.Select(entry => entry.Key));

    public string PathOf(Key key) => PathOf(key.Name);

    public string PathOf(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    public bool Has(Key key) => Map.Has(key.Name);

    /// <summary>The node of a key, or null.</summary>
    public Node? Take(Key key) => section.Has(key) ? Map[key.Name] : throw new ArgumentException($"{section.Name} has no key {key}", nameof(key));

    /// <summary>The entries beside the keys, of a map that has such.</summary>
    public IEnumerable<MapEntry> Others => Map.Entries.Where(entry => !section.Names.Contains(entry.Key));

    public Written? Text(Key key) => Checked(Binding.Text(Take(key), PathOf(key), key.Expected), Has(key));

    /// <summary>A name of letters, digits and hyphens, with its place, or null.</summary>
    public Written? Name(Key key)
    {
        var text = Text(key);
        if (text is not null && !NameText.IsPlain(text.Text))
        {
            Refuse(text.Where, key, NameText.Expected, text.Text);
        }

        return text;
    }

    public IReadOnlyList<Written> Texts(Key key)
    {
        var items = Binding.Items(Take(key), PathOf(key)).ToList();
        var texts = items.Select(item => Binding.Text(item.Node, item.Path, ((ListKind)key.Kind).Item.Expected)).OfType<Written>().ToList();
        Failed |= texts.Count < items.Count;
        return texts;
    }

    public AmountDescription? Amount(Key key) => Checked(Binding.Amount(Take(key), PathOf(key), key.Expected), Has(key));

    /// <summary>What is said about the origin of the value of this map is noted.</summary>
    /// <param name="value">The value, as written.</param>
    public void Origin(string value) => Binding.NoteOrigin(Map, Path, value);

    /// <summary>One of the words of a key; the first where it is left out or refused.</summary>
    public string Word(Key key) => WordOrNull(key) ?? ((WordKind)key.Kind).Words[0];

    /// <summary>One of the words of a key, or null.</summary>
    public string? WordOrNull(Key key)
    {
        var words = ((WordKind)key.Kind).Words;
        var text = Text(key);
        if (text is null || words.Contains(text.Text))
        {
            return text?.Text;
        }

        Refuse(text.Where, key, key.Expected, text.Text, Nearest.Hint(text.Text, words));
        return null;
    }

    /// <summary>Yes or no; no where it is left out.</summary>
    public bool Flag(Key key) => WordOrNull(key) == "true";

    /// <summary>A whole number from 1 to the largest of its key; the key's default where it is left out or refused.</summary>
    public int Count(Key key)
    {
        if (Text(key) is not { } text)
        {
            return DefaultOf(key);
        }

        if (NumberText.TryParseWhole(text.Text, out var value, out _) && value > 0 && value <= ((CountKind)key.Kind).Most)
        {
            return value;
        }

        Refuse(text.Where, key, key.Expected, text.Text);
        return 1;
    }

    /// <summary>The map under a key, read by its section; null where there is none.</summary>
    public MapReader? Inner(Key key) => Checked(Binding.Map(Take(key), PathOf(key), SectionOf(key.Kind)!), Has(key));

    /// <summary>The maps under a key that may hold one or a list of them.</summary>
    public IEnumerable<MapReader> InnerList(Key key)
    {
        foreach (var (node, path) in Binding.Items(Take(key), PathOf(key)))
        {
            if (Checked(Binding.Map(node, path, SectionOf(key.Kind)!), isThere: true) is { } reader)
            {
                yield return reader;
            }
        }
    }

    /// <summary>The entries of a map from names to maps, each with its reader; what is no map is told and left out.</summary>
    public IEnumerable<(Written Name, MapReader Reader)> InnerNames(Key key)
    {
        foreach (var (name, node) in Names(key))
        {
            if (Checked(Binding.Map(node, name.Path, SectionOf(key.Kind)!), isThere: true) is { } reader)
            {
                yield return (name, reader);
            }
        }
    }

    /// <summary>The entries of a map from names to values.</summary>
    public IEnumerable<(Written Name, Node Value)> Names(Key key)
    {
        var node = Take(key);
        if (node is not null and not MapNode)
        {
            Refuse(node.Where, key, key.Expected, node.Kind);
        }

        return node is MapNode map ? map.Entries.Select(entry => (new Written(entry.Key, entry.KeyWhere, $"{PathOf(key)}.{entry.Key}"), entry.Value)) : [];
    }

    public void Refuse(SourceLocation where, Key key, string expected, string received, string hint = "") =>
        Refuse(where, PathOf(key), expected, received, hint);

    public void Refuse(SourceLocation where, string path, string expected, string received, string hint = "")
    {
        Failed = true;
        Binding.Problems.Error(where, path, expected, received, hint);
    }

    private static Section? SectionOf(ValueKind kind) => kind switch
    {
        MapKind map => map.Section,
        ListKind list => SectionOf(list.Item),
        NamesKind names => SectionOf(names.Value),
        EitherKind either => either.Forms().Select(SectionOf).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static int DefaultOf(Key key) =>
        NumberText.TryParseWhole(key.Default, out var value, out _) ? value : throw new ArgumentException($"{key} has no whole number as default", nameof(key));

    private T? Checked<T>(T? value, bool isThere)
        where T : class
    {
        Failed |= isThere && value is null;
        return value;
    }

    /// <summary>Refuses keys that the section has not; the keys that were meant, as far as that can be told.</summary>
    private HashSet<string> RefuseUnknown()
    {
        var meant = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in section.Others is null ? Others : [])
        {
            Refuse(entry.KeyWhere, PathOf(entry.Key), "a known key: " + string.Join(", ", section.Written), entry.Key,
                Nearest.Hint(entry.Key, section.Written));
            if (Nearest.To(entry.Key, section.Written) is { } near)
            {
                meant.Add(near);
            }
        }

        return meant;
    }

    /// <summary>What only explains is read by nobody else, and is to be a text all the same.</summary>
    private void ReadTexts()
    {
        foreach (var key in section.Keys.Where(Has))
        {
            if (key.Kind == Kinds.Text)
            {
                Text(key);
            }
            else if (key.Kind == Kinds.Texts)
            {
                Texts(key);
            }
        }
    }

    /// <summary>Refuses that keys are missing, but for those that are there and misspelt.</summary>
    private void RefuseMissing(HashSet<string> misspelt)
    {
        foreach (var key in section.Keys.Where(key => key.Required && !Has(key) && !misspelt.Contains(key.Name)))
        {
            Refuse(Map.Where, PathOf(key), key.Expected, "", $"Write \"{key}:\".");
        }

        foreach (var group in section.OneOf.Where(group => !group.Any(key => misspelt.Contains(key.Name))))
        {
            var written = group.Where(Has).ToList();
            if (written.Count != 1)
            {
                var expected = $"exactly one of {string.Join(", ", group.SkipLast(1))} and {group[^1]}";
                Refuse(Map.Where, Path, expected, written.Count == 0 ? "none" : string.Join(" and ", written));
            }
        }
    }
}
