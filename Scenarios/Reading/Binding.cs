using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Reading;

/// <summary>Reads nodes as what the description expects there; reports what does not fit and goes on.</summary>
internal sealed class Binding
{
    private static readonly string[] OriginKeys = [.. ValueKeys.Origin.Select(key => key.Name)];

    public Binding(ProblemList problems) => Problems = problems;

    public ProblemList Problems { get; }

    public List<Assumption> Assumptions { get; } = [];

    /// <summary>The value inside <c>{ value: …, status: …, source: …, range: …, note: … }</c>, whose origin is noted; other nodes as they are.</summary>
    public Node Unwrap(Node node, string path)
    {
        if (node is not MapNode map || map["value"] is not { } value || map.Entries.Exists(entry => entry.Key != "value" && !OriginKeys.Contains(entry.Key)))
        {
            return node;
        }

        NoteOrigin(map, path, value is ScalarNode scalar ? scalar.Text : "");
        return value;
    }

    /// <summary>Notes what a map says about the origin of its value.</summary>
    public void NoteOrigin(MapNode map, string path, string value)
    {
        string Of(string key) => Text(map[key], $"{path}.{key}")?.Text ?? "";
        if (Array.Exists(OriginKeys, map.Has))
        {
            PlausibleRange.Check(Of("range"), value, map["range"]?.Where ?? map.Where, path, Problems);
            Note(new Assumption(path, value, Of("status"), Of("range"), Of("source"), Of("note"), map.Where));
        }
    }

    public void Note(Assumption assumption)
    {
        if (assumption.Status.Length > 0 && !ValueKeys.Statuses.Contains(assumption.Status))
        {
            Problems.Error(assumption.Where, assumption.Path + ".status", "measured, cited, derived or assumed", assumption.Status,
                Nearest.Hint(assumption.Status, ValueKeys.Statuses));
        }

        Assumptions.Add(assumption);
    }

    /// <summary>A row of a table may say in prose what is plausible.</summary>
    public void NoteRow(Assumption assumption)
    {
        PlausibleRange.CheckRow(assumption.Range, assumption.Where, assumption.Path, Problems);
        Note(assumption);
    }

    /// <summary>One text, or null when there is none; anything else is a problem.</summary>
    public Written? Text(Node? node, string path, string expected = "a text")
    {
        if (node is null)
        {
            return null;
        }

        node = Unwrap(node, path);
        if (node is ScalarNode scalar && (scalar.Text.Length > 0 || expected == Kinds.Text.Expected))
        {
            return new Written(scalar.Text, scalar.Where, path);
        }

        // With a key that is misspelt it is a long form all the same.
        if (node is not MapNode map || !map.Has(ValueKeys.Value.Name) || !new MapReader(this, map, path, ValueKeys.Long).Failed)
        {
            Problems.Error(node.Where, path, expected, node.Kind);
        }

        return null;
    }

    /// <summary>True for a map that has a key, or one that is most likely misspelt for it: so it is told by which form it is.</summary>
    public static bool Means(MapNode map, Key key) => map.Has(key.Name) || map.Entries.Exists(entry => Nearest.To(entry.Key, [key.Name]) is not null);

    /// <summary>A map with the keys of a section, or null after a problem.</summary>
    public MapReader? Map(Node? node, string path, Section section)
    {
        if (node is MapNode map)
        {
            return new MapReader(this, map, path, section);
        }

        if (node is not null)
        {
            Problems.Error(node.Where, path, section.Expected, node.Kind);
        }

        return null;
    }

    /// <summary>The items of a list with their paths, or a single node as the only item; nothing for null.</summary>
    public static IEnumerable<(Node Node, string Path)> Items(Node? node, string path) => node switch
    {
        null => [],
        ListNode list => list.Items.Select((item, index) => (item, $"{path}[{index + 1}]")),
        _ => [(node, path)],
    };

    /// <summary>The texts of a list, or of a single text.</summary>
    public IReadOnlyList<Written> Texts(Node? node, string path, string expected = "a text") =>
        [.. Items(node, path).Select(item => Text(item.Node, item.Path, expected)).OfType<Written>()];

    /// <summary>A number, or a table.</summary>
    /// <param name="expected">In a message: the number may be one of several forms of a key.</param>
    public AmountDescription? Amount(Node? node, string path, string expected)
    {
        if (node is null)
        {
            return null;
        }

        node = Unwrap(node, path);
        if (node is MapNode map && Means(map, ValueKeys.Table))
        {
            return this.TableOf(map, path) is { } table ? new AmountDescription(null, table) : null;
        }

        return Text(node, path, expected) is { } text ? new AmountDescription(text, null) : null;
    }

    /// <summary>A number, or <paramref name="otherwise"/> after a problem.</summary>
    public double Number(Written text, double otherwise = 0)
    {
        if (NumberText.TryParse(text.Text, out var value, out var expected))
        {
            return value;
        }

        Problems.Error(text.Where, text.Path, expected, text.Text);
        return otherwise;
    }
}
