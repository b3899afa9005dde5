namespace FlowSim.Scenarios.Batches;

/// <summary>What a file of a shard says of itself.</summary>
public sealed record ShardHeader
{
    public required int Number { get; init; }

    public required int Count { get; init; }

    /// <summary>What the batch is made of: see <see cref="BatchFacts"/>.</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    /// <summary>Words of the command line that say what is run, without shard, folder and threads.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Which part of the batch.</summary>
    internal Shard Shard => new(Number, Count);

    /// <summary>What another shard has otherwise, in words; null: nothing.</summary>
    internal string? Differs(ShardHeader other)
    {
        foreach (var (name, value) in Facts)
        {
            if (!other.Facts.TryGetValue(name, out var there) || there != value)
            {
                return $"{name} {Told(value)} and {Told(there ?? "")}";
            }
        }

        return other.Count != Count ? FormattableString.Invariant($"parts {Count} and {other.Count}") : null;
    }

    private static string Told(string value) => value.Length == 0 ? "(none)" : $"\"{value}\"";
}
