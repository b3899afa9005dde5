namespace FlowSim.Scenarios.Loading;

/// <summary>Where something stands in the user's files; line and column from 1, 0 when not known.</summary>
public readonly record struct SourceLocation(string File, int Line, int Column)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}" : File;
}

/// <summary>A description as read: maps, lists and scalars that know where they stand.</summary>
public abstract class Node
{
    protected Node(SourceLocation where) => Where = where;

    public SourceLocation Where { get; }

    /// <summary>What stands there, for messages: the text of a value, <c>a list</c>, <c>a map</c>; empty where there is nothing.</summary>
    public abstract string Kind { get; }

    /// <summary>A copy that can be changed without changing this one.</summary>
    public abstract Node Clone();

    public override string ToString() => Kind;
}

/// <summary>One value as text.</summary>
public sealed class ScalarNode : Node
{
    public ScalarNode(string text, SourceLocation where, bool quoted = false)
        : base(where)
    {
        Text = text;
        Quoted = quoted;
    }

    public string Text { get; }

    public bool Quoted { get; }

    public override string Kind => Text;

    public override Node Clone() => new ScalarNode(Text, Where, Quoted);
}

/// <summary>A list: always "or", in order, where the language speaks of alternatives.</summary>
public sealed class ListNode : Node
{
    public ListNode(SourceLocation where, List<Node>? items = null)
        : base(where) => Items = items ?? [];

    public List<Node> Items { get; }

    public override string Kind => Items.Count == 0 ? "an empty list" : "a list";

    public override Node Clone() => new ListNode(Where, Items.ConvertAll(item => item.Clone()));
}

/// <summary>An entry of a map.</summary>
public sealed record MapEntry(string Key, SourceLocation KeyWhere, Node Value);

/// <summary>A map in written order.</summary>
public sealed class MapNode : Node
{
    public MapNode(SourceLocation where, List<MapEntry>? entries = null)
        : base(where) => Entries = entries ?? [];

    public List<MapEntry> Entries { get; }

    public override string Kind => "a map";

    /// <summary>The value of a key, or null.</summary>
    public Node? this[string key] => Entries.Find(entry => entry.Key == key)?.Value;

    public bool Has(string key) => this[key] is not null;

    public void Set(string key, Node value)
    {
        var index = Entries.FindIndex(entry => entry.Key == key);
        if (index < 0)
        {
            Entries.Add(new MapEntry(key, value.Where, value));
        }
        else
        {
            Entries[index] = Entries[index] with { Value = value };
        }
    }

    public bool Remove(string key) => Entries.RemoveAll(entry => entry.Key == key) > 0;

    public override Node Clone() => new MapNode(Where, Entries.ConvertAll(entry => entry with { Value = entry.Value.Clone() }));
}
