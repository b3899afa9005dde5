namespace FlowSim.Scenarios.Language;

/// <summary>A map of the language and the keys it may have.</summary>
/// <param name="Name">In the schema and above its table in the reference.</param>
/// <param name="Expected">An example of the whole, for messages.</param>
/// <param name="Keys">In the order of the reference.</param>
internal sealed record Section(string Name, string Expected, IReadOnlyList<Key> Keys)
{
    /// <summary>Groups of keys of which exactly one is there.</summary>
    public IReadOnlyList<IReadOnlyList<Key>> OneOf { get; init; } = [];

    /// <summary>What the other keys of an open map hold, such as outcomes and their shares; null: there are no others.</summary>
    public ValueKind? Others { get; init; }

    /// <summary>Keys that make it another map.</summary>
    public IReadOnlyList<Key> Without { get; init; } = [];

    /// <summary>Names of the keys.</summary>
    public IReadOnlyList<string> Names { get; } = [.. Keys.Select(key => key.Name)];

    /// <summary>Names of the keys that people write, in the order of the alphabet.</summary>
    public IReadOnlyList<string> Written { get; } =
        [.. Keys.Where(key => !key.Hidden).Select(key => key.Name).Distinct().Order(StringComparer.Ordinal)];

    public bool Has(Key key) => Keys.Contains(key);
}
