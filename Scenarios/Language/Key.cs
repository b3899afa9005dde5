namespace FlowSim.Scenarios.Language;

/// <summary>A key of the language: all that the reader, the messages, the reference and the schema know of it.</summary>
/// <param name="Name">As written.</param>
/// <param name="Kind">What may stand there.</param>
/// <param name="Help">What it says, for the reference and for editors.</param>
internal sealed record Key(string Name, ValueKind Kind, string Help)
{
    /// <summary>True where it may not be left out.</summary>
    public bool Required { get; init; }

    /// <summary>What holds where it is left out; empty: nothing.</summary>
    public string Default { get; init; } = "";

    /// <summary>A sound value.</summary>
    public string Example { get; init; } = "";

    /// <summary>True for keys that changes make and nobody writes.</summary>
    public bool Hidden { get; init; }

    /// <summary>In a message after "expected".</summary>
    public string Expected => Kind.Expected;

    public override string ToString() => Name;
}
