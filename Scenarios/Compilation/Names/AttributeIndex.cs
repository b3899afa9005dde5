namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>What values an attribute has.</summary>
internal enum AttributeKind : byte
{
    /// <summary>One of named values.</summary>
    Named,

    /// <summary>A whole number, 0 at first.</summary>
    Number,

    /// <summary>A length of time [s], 0 at first.</summary>
    Duration,
}

/// <summary>The attributes of patients and their values, by name.</summary>
internal sealed class AttributeIndex
{
    private readonly List<Entry> entries = [];
    private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);

    public int Count => entries.Count;

    /// <summary>Where values are given and named, of attributes that are not declared.</summary>
    internal ValueUses Uses { get; } = new();

    /// <summary>Names in index order.</summary>
    public IEnumerable<string> Names => entries.Select(entry => entry.Name);

    /// <summary>Index of an attribute, or -1.</summary>
    public int Find(string name) => byName.TryGetValue(name, out var index) ? index : -1;

    public string NameOf(int attribute) => entries[attribute].Name;

    public AttributeKind KindOf(int attribute) => entries[attribute].Kind;

    /// <summary>Named values in order; empty for numbers and durations.</summary>
    public IReadOnlyList<string> ValuesOf(int attribute) => entries[attribute].Values;

    /// <summary>True when the values were written down (in <c>attributes:</c> or as a dimension) and no other is allowed.</summary>
    public bool IsDeclared(int attribute) => entries[attribute].Declared;

    /// <summary>True when a stream, a stage or a described start sets it: more than a column of an observed list of that name.</summary>
    public bool IsSet(int attribute) => entries[attribute].Set;

    /// <summary>True for the values a patient can have: all that were declared, or those that something gives.</summary>
    public bool CanOccur(int attribute, int value) => entries[attribute].Declared || entries[attribute].Given.Contains(value);

    /// <summary>
    /// Index of a value. A name that an undeclared attribute is compared with for the first time is added to its values; for a declared attribute an
    /// unknown name gives -1.
    /// For a number the value itself; -1 when it is not a whole number.
    /// </summary>
    public int ValueIndex(int attribute, string value)
    {
        var entry = entries[attribute];
        if (entry.Kind != AttributeKind.Named)
        {
            return int.TryParse(value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number)
                ? number
                : -1;
        }

        var index = entry.IndexOf(value);
        return index < 0 && !entry.Declared ? entry.Add(value) : index;
    }

    /// <summary>Index of a value as it stands now, or -1; never adds one.</summary>
    public int PeekValue(int attribute, string value) => entries[attribute].IndexOf(value);

    /// <summary>Declares an attribute; <paramref name="values"/> is empty for numbers and durations.</summary>
    internal int Declare(string name, AttributeKind kind, IEnumerable<string> values)
    {
        var attribute = Infer(name);
        var entry = entries[attribute];
        entry.Kind = kind;
        entry.Declared = true;
        entry.Replace(values);
        return attribute;
    }

    /// <summary>An attribute that is used without being declared: named, its values not known yet.</summary>
    internal int Infer(string name)
    {
        if (!byName.TryGetValue(name, out var attribute))
        {
            attribute = entries.Count;
            entries.Add(new Entry(name));
            byName.Add(name, attribute);
        }

        return attribute;
    }

    /// <summary>Notes that the description itself sets it.</summary>
    internal void NoteSet(int attribute) => entries[attribute].Set = true;

    /// <summary>An undeclared attribute turns out to be a number or a duration.</summary>
    internal void InferKind(int attribute, AttributeKind kind)
    {
        var entry = entries[attribute];
        if (!entry.Declared)
        {
            entry.Kind = kind;
        }
    }

    /// <summary>Something gives this value to patients.</summary>
    internal void Give(int attribute, string value)
    {
        if (entries[attribute].Kind == AttributeKind.Named && ValueIndex(attribute, value) is >= 0 and var index)
        {
            entries[attribute].Given.Add(index);
        }
    }

    private sealed class Entry(string name)
    {
        private readonly List<string> values = [];
        private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

        public string Name { get; } = name;

        public AttributeKind Kind { get; set; }

        public bool Declared { get; set; }

        public bool Set { get; set; }

        public IReadOnlyList<string> Values => values;

        public HashSet<int> Given { get; } = [];

        /// <summary>The place of a value, or -1. A list of patients may bring a million.</summary>
        public int IndexOf(string value) => places.TryGetValue(value, out var place) ? place : -1;

        public int Add(string value)
        {
            places.TryAdd(value, values.Count);
            values.Add(value);
            return values.Count - 1;
        }

        public void Replace(IEnumerable<string> all)
        {
            values.Clear();
            places.Clear();
            foreach (var value in all)
            {
                Add(value);
            }
        }
    }
}
