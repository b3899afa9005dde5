namespace FlowSim.Scenarios.Language;

/// <summary>What may stand as the value of a key. Messages, the reference and the schema take their words and forms from here.</summary>
/// <param name="Expected">In a message after "expected".</param>
internal abstract record ValueKind(string Expected);

/// <summary>Which numbers may stand where a text is expected.</summary>
internal enum BareNumbers : byte
{
    All,

    /// <summary>Only 0, which needs no unit.</summary>
    Zero,
    None,
}

/// <summary>One text.</summary>
/// <param name="Expected">In a message after "expected".</param>
/// <param name="Pattern">Regular expression that every sound text matches, for editors; empty: any text. What the language refuses beyond it is for
/// <c>check</c>.</param>
internal sealed record TextKind(string Expected, string Pattern = "") : ValueKind(Expected)
{
    /// <summary>Which bare numbers are among the texts.</summary>
    public BareNumbers Numbers { get; init; } = BareNumbers.All;

    /// <summary>True where nothing at all may stand.</summary>
    public bool MayBeEmpty { get; init; }
}

/// <summary>One of a few words.</summary>
internal sealed record WordKind : ValueKind
{
    public WordKind(params string[] words)
        : base(Choice(words)) => Words = words;

    /// <summary>In the order of the language; of a key with a default that comes first.</summary>
    public IReadOnlyList<string> Words { get; }

    private static string Choice(string[] words) => words.Length == 1 ? words[0] : string.Join(", ", words[..^1]) + " or " + words[^1];
}

/// <summary>A whole number from 1.</summary>
/// <param name="Most">The largest.</param>
internal sealed record CountKind(int Most)
    : ValueKind(FormattableString.Invariant($"a whole number from 1 to {Most}"));

/// <summary>One value, or a list of such.</summary>
internal sealed record ListKind(ValueKind Item, string Expected) : ValueKind(Expected)
{
    public ListKind(ValueKind item)
        : this(item, item.Expected + ", or a list of them")
    {
    }

    /// <summary>How many there are, always written as a list; 0: any number.</summary>
    public int Length { get; init; }

    /// <summary>True where a single value stands in a list too.</summary>
    public bool IsAlwaysList { get; init; }
}

/// <summary>A list of lists of equally many values.</summary>
internal sealed record RowsKind(ValueKind Item, int Length, string Expected) : ValueKind(Expected);

/// <summary>A map with known keys.</summary>
internal sealed record MapKind(Section Section) : ValueKind(Section.Expected);

/// <summary>A map from names of the user's own to values.</summary>
internal sealed record NamesKind(ValueKind Value, string Expected) : ValueKind(Expected);

/// <summary>One of several forms.</summary>
/// <param name="Name">In the schema; the same forms elsewhere have the same name.</param>
/// <param name="Expected">In a message after "expected".</param>
/// <param name="Forms">Asked for late: a form may hold itself.</param>
internal sealed record EitherKind(string Name, string Expected, Func<IReadOnlyList<ValueKind>> Forms) : ValueKind(Expected);

/// <summary>Whatever fits the place that a path leads to.</summary>
internal sealed record AnythingKind(string Expected) : ValueKind(Expected);
