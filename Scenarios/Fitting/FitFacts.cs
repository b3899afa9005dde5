namespace FlowSim.Scenarios.Fitting;

/// <summary>What a fit is of and how it is planned: the file <c>fit.json</c>, by which it goes on where it was stopped.</summary>
internal sealed record FitFacts
{
    public const string FileName = "fit.json";

    public required string Program { get; init; }

    public required string Version { get; init; }

    public required string System { get; init; }

    /// <summary>Of all files of the system.</summary>
    public required string InputSha256 { get; init; }

    /// <summary>Each free input by name, with what it does and its range.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Of each point.</summary>
    public required int Replications { get; init; }

    /// <summary>Points of each wave that is planned.</summary>
    public IReadOnlyList<int> Waves { get; init; } = [];

    /// <summary>What a point has taken when it was planned, with all threads busy [s]; 0: not known.</summary>
    public double SecondsPerPoint { get; init; }

    /// <summary>What makes it another fit than one that is begun; empty where nothing does.</summary>
    public string DiffersFrom(FitFacts begun) =>
        System != begun.System ? $"system {begun.System}, not {System}"
        : !Inputs.SequenceEqual(begun.Inputs) ? "other free inputs or ranges"
        : InputSha256 != begun.InputSha256 ? "other files of the system: something in them has changed since"
        : Seed != begun.Seed ? FormattableString.Invariant($"seed {begun.Seed}, not {Seed}")
        : Replications != begun.Replications ? FormattableString.Invariant($"{begun.Replications} replications of each point, not {Replications}")
        : "";
}
