using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Loading;

/// <summary>Reads the keys of an entry of <c>stays</c>; what is wrong is said.</summary>
internal sealed class StaysReader(MapNode map, string path, ProblemList problems)
{
    /// <summary>True after a problem.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Says what is wrong.</summary>
    public void Refuse(SourceLocation where, string at, string expected, string received, string hint = "")
    {
        HasErrors = true;
        problems.Error(where, at, expected, received, hint);
    }

    public void RefuseOthers(IReadOnlyList<string> known)
    {
        foreach (var entry in map.Entries.Where(entry => !known.Contains(entry.Key)))
        {
            Refuse(entry.KeyWhere, $"{path}.{entry.Key}", "a known key: " + string.Join(", ", known.Order(StringComparer.Ordinal)), entry.Key,
                Nearest.Hint(entry.Key, known));
        }
    }

    public ScalarNode? Required(string key, string expected)
    {
        if (map[key] is ScalarNode { Text.Length: > 0 } scalar)
        {
            return scalar;
        }

        Refuse(map[key]?.Where ?? map.Where, $"{path}.{key}", expected, map[key]?.Kind ?? "");
        return null;
    }

    /// <summary>A column that a key names; -1 where it is not written, or after a problem.</summary>
    public int Column(string key, TableData table)
    {
        if (!map.Has(key) || Required(key, $"a column: {string.Join(", ", table.Columns)}") is not { } name)
        {
            return -1;
        }

        var column = table.ColumnOf(name.Text);
        if (column < 0)
        {
            Refuse(name.Where, $"{path}.{key}", $"a column of {table.Name}: {string.Join(", ", table.Columns)}", name.Text,
                Nearest.Hint(name.Text, table.Columns));
        }

        return column;
    }

    public DateFormat? Dates()
    {
        if (!map.Has("dates"))
        {
            return DateFormat.Iso;
        }

        if (Required("dates", DateFormat.Expected) is { } text && DateFormat.TryParse(text.Text, out var format))
        {
            return format;
        }

        Refuse(map["dates"]!.Where, $"{path}.dates", DateFormat.Expected, map["dates"]!.Kind);
        return null;
    }

    /// <summary>A length of time [d], or a unit of it; what a key that is not written stands for.</summary>
    public double Duration(string key, string otherwise)
    {
        var text = map[key] is ScalarNode written ? written.Text : otherwise;
        if (text.Length == 0)
        {
            return 0;
        }

        if (TimeUnit.TryGet(text, out var unit))
        {
            return unit / TimeUnit.Day;
        }

        if (DurationText.TryParse(text, out var seconds, out var expected) && seconds > 0)
        {
            return seconds / TimeUnit.Day;
        }

        Refuse(map[key]!.Where, $"{path}.{key}", expected.Length > 0 ? expected : "a length of time above 0, such as 60 d", text);
        return 0;
    }

    /// <summary>One of a few words; empty where nothing is written.</summary>
    public string OneOf(string key, string[] words)
    {
        if (!map.Has(key) || (map[key] is ScalarNode scalar && words.Contains(scalar.Text)))
        {
            return map[key]?.Kind ?? "";
        }

        Refuse(map[key]!.Where, $"{path}.{key}", string.Join(", ", words[..^1]) + " or " + words[^1], map[key]!.Kind, Nearest.Hint(map[key]!.Kind, words));
        return "";
    }

    /// <summary>A moment in the form of the file or with the year first; null where nothing is written.</summary>
    public Moment? Moment(string key, DateFormat format)
    {
        if (!map.Has(key))
        {
            return null;
        }

        var text = map[key]!.Kind;
        if (MomentText.TryParse(text, format, out var moment) || MomentText.TryParse(text, DateFormat.Iso, out moment))
        {
            return moment;
        }

        Refuse(map[key]!.Where, $"{path}.{key}", $"the day of the export, written {format.Text} or yyyy-mm-dd", text);
        return null;
    }

    /// <summary>The keys of the table, each with its column of the export; null after a problem.</summary>
    public IReadOnlyList<StaysKey>? By(TableData table, MapNode root)
    {
        if (map["by"] is not { } by)
        {
            return [];
        }

        if (by is not MapNode { Entries.Count: > 0 } keys)
        {
            Refuse(by.Where, $"{path}.by", "a map of dimensions and attributes with their columns, such as { site: Site, age: Age }", by.Kind);
            return null;
        }

        var found = keys.Entries.ConvertAll(entry => Key(entry, table, root));
        return found.Contains(null) ? null : [.. found.OfType<StaysKey>()];
    }

    private StaysKey? Key(MapEntry entry, TableData table, MapNode root)
    {
        var where = $"{path}.by.{entry.Key}";
        if (StaysKey.ValuesOf(root, entry.Key) is not { } values)
        {
            Refuse(entry.KeyWhere, where, "a dimension, or an attribute with named values", entry.Key, Nearest.Hint(entry.Key, StaysKey.NamesIn(root)));
            return null;
        }

        var column = table.ColumnOf(entry.Value.Kind);
        if (column >= 0)
        {
            return new StaysKey(entry.Key, column, values, StaysKey.TitlesIn(root));
        }

        Refuse(entry.Value.Where, where, $"a column of {table.Name}: {string.Join(", ", table.Columns)}", entry.Value.Kind,
            Nearest.Hint(entry.Value.Kind, table.Columns));
        return null;
    }
}
