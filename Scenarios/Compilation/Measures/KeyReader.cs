using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Reads the keys of one map. What is wrong becomes a problem and reads as missing, so that reading goes on.</summary>
internal sealed class KeyReader
{
    private readonly MapNode map;
    private readonly ProblemList problems;

    public KeyReader(MapNode map, string path, ProblemList problems)
    {
        this.map = map;
        this.problems = problems;
        Path = path;
    }

    public string Path { get; }

    public SourceLocation Where => map.Where;

    /// <summary>True once a value was refused.</summary>
    public bool Failed { get; private set; }

    public IEnumerable<string> Keys => map.Entries.Select(entry => entry.Key);

    public bool Has(string key) => map.Has(key);

    public Node? this[string key] => map[key];

    public string PathOf(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    /// <summary>Text of one value, or null.</summary>
    public string? Text(string key, string expected = "a text")
    {
        switch (map[key])
        {
            case null:
                return null;
            case ScalarNode { Text.Length: > 0 } scalar:
                return scalar.Text;
            case var other:
                Refuse(other.Where, PathOf(key), expected, Describe(other));
                return null;
        }
    }

    /// <summary>One name, or null.</summary>
    public Written? Name(string key, string expected) => Text(key, expected) is { } text ? new Written(text, map[key]!.Where, PathOf(key)) : null;

    /// <summary>The unit of a measure, or null. It goes into result files as it stands, so it must not be what a spreadsheet would run.</summary>
    public Written? Unit()
    {
        const string Expected = "a unit, such as beds or %";
        if (Name("unit", Expected) is not { } unit)
        {
            return null;
        }

        if (!"=+-@".Contains(unit.Text[0], StringComparison.Ordinal) && !unit.Text.Any(char.IsControl))
        {
            return unit;
        }

        Refuse(unit.Where, unit.Path, Expected, unit.Text, "A spreadsheet that opens the result files would take what begins with =, +, - or @ for a formula.");
        return null;
    }

    /// <summary>One name or a list of names; empty when the key is missing.</summary>
    public IReadOnlyList<Written> Names(string key, string expected)
    {
        switch (map[key])
        {
            case null:
                return [];
            case ScalarNode { Text.Length: > 0 } scalar:
                return [new Written(scalar.Text, scalar.Where, PathOf(key))];
            case ListNode { Items.Count: > 0 } list when list.Items.TrueForAll(item => item is ScalarNode { Text.Length: > 0 }):
                return list.Items.ConvertAll(item => new Written(((ScalarNode)item).Text, item.Where, PathOf(key)));
            case var other:
                Refuse(other.Where, PathOf(key), expected, Describe(other));
                return [];
        }
    }

    /// <summary>Yes or no; no when the key is missing.</summary>
    public bool Flag(string key)
    {
        var text = Text(key, "true or false");
        if (text is not (null or "true" or "false"))
        {
            Refuse(map[key]!.Where, PathOf(key), "true or false", text);
        }

        return text == "true";
    }

    /// <summary>One of a few words, or null.</summary>
    public string? Word(string key, params string[] allowed)
    {
        var expected = string.Join(", ", allowed);
        var text = Text(key, expected);
        if (text is not null && !allowed.Contains(text))
        {
            RefuseName(map[key]!.Where, PathOf(key), expected, text, allowed);
            return null;
        }

        return text;
    }

    /// <summary>A length of time [s], rounded to whole seconds; -1 when the key is missing.</summary>
    public int Seconds(string key)
    {
        if (Text(key, DurationText.Expected) is not { } text)
        {
            return -1;
        }

        if (!DurationText.TryParse(text, out var seconds, out var expected) || seconds > int.MaxValue)
        {
            Refuse(map[key]!.Where, PathOf(key), expected.Length > 0 ? expected : DurationText.Expected, text, TimeUnit.Hint);
            return -1;
        }

        return (int)Math.Round(seconds);
    }

    /// <summary>A share [0 to 1], or null.</summary>
    public double? Share(string key)
    {
        if (Text(key, ShareText.Expected) is not { } text)
        {
            return null;
        }

        if (!ShareText.TryParse(text, out var share, out var expected))
        {
            Refuse(map[key]!.Where, PathOf(key), expected, text);
            return null;
        }

        return share;
    }

    /// <summary>A plain number, or null.</summary>
    public double? Number(string key)
    {
        if (Text(key, NumberText.Expected) is not { } text)
        {
            return null;
        }

        if (!NumberText.TryParse(text, out var number, out var expected))
        {
            Refuse(map[key]!.Where, PathOf(key), expected, text);
            return null;
        }

        return number;
    }

    /// <summary>A time of day [s after midnight]; 0 when the key is missing, and for 24:00.</summary>
    public int TimeOfDay(string key)
    {
        if (Text(key, ClockTimeText.Expected) is not { } text)
        {
            return 0;
        }

        if (!ClockTimeText.TryParse(text, out var second, out var expected))
        {
            Refuse(map[key]!.Where, PathOf(key), expected, text);
            return 0;
        }

        return second % (int)TimeUnit.Day;
    }

    /// <summary>Every key that is not known becomes a problem with the nearest known one.</summary>
    public void RefuseUnknown(IEnumerable<string> keys)
    {
        var known = keys.Distinct().ToList();
        foreach (var entry in map.Entries.Where(entry => !known.Contains(entry.Key)))
        {
            RefuseName(entry.KeyWhere, PathOf(entry.Key), $"one of {string.Join(", ", known)}", entry.Key, known);
        }
    }

    public void Refuse(SourceLocation where, string path, string expected, string received, string hint = "")
    {
        Failed = true;
        problems.Error(where, path, expected, received, hint);
    }

    private void RefuseName(SourceLocation where, string path, string expected, string received, IEnumerable<string> known) =>
        Refuse(where, path, expected, received, Nearest.Hint(received, known));

    private static string Describe(Node node) => node switch
    {
        MapNode => "a map",
        ListNode { Items.Count: 0 } => "an empty list",
        ListNode => "a list",
        _ => "nothing",
    };
}
