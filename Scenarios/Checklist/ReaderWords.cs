namespace FlowSim.Scenarios.Checklist;

/// <summary>What a reader sees in place of the names of one system.</summary>
public sealed record ReaderWords
{
    /// <summary>A stage, a stream or a way out.</summary>
    public required Func<string, string> Step { get; init; }

    public required Func<string, string> Pool { get; init; }

    /// <summary>An instance of a dimension.</summary>
    public required Func<string, string> Place { get; init; }

    /// <summary>Any other name, with or without an instance.</summary>
    public required Func<string, string> Name { get; init; }

    public required Func<string, string> Measure { get; init; }

    /// <summary>An official reason of delay, with its code.</summary>
    public required Func<string, string> DelayReason { get; init; }

    /// <summary>Who answers for a delay.</summary>
    public required Func<string, string> Attribution { get; init; }
}
