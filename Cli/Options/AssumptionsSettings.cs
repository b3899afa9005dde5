using FlowSim.Scenarios.Numbers;

namespace FlowSim.Cli.Options;

/// <summary>The options of <c>assumptions</c>, as given.</summary>
internal sealed record AssumptionsSettings
{
    public required string System { get; init; }

    public required string Scenario { get; init; }

    public required bool All { get; init; }

    /// <summary>Statuses to list; empty: all.</summary>
    public required IReadOnlyList<string> Statuses { get; init; }

    /// <summary>Text within the path, or null.</summary>
    public required string? Path { get; init; }

    public required string Format { get; init; }

    /// <summary>The file in place of that beside the system, or null.</summary>
    public required string? File { get; init; }

    /// <summary>Null: nothing is run.</summary>
    public required TrialSettings? Trial { get; init; }

    public bool IsFiltered => Statuses.Count > 0 || Path is not null;

    /// <summary>True for a number that is to be listed.</summary>
    public bool Wants(DescribedNumber number) =>
        (Statuses.Count > 0 ? Statuses.Contains(number.Status.Length == 0 ? AssumptionsOptions.Unsaid : number.Status) : All || number.HasOrigin)
        && (Path is null || number.Path.Contains(Path, StringComparison.OrdinalIgnoreCase));
}

/// <summary>How numbers are tried.</summary>
/// <param name="File">Where the rows go.</param>
/// <param name="Replications">Independent runs at each end.</param>
/// <param name="Days">Measured days, or null: as the system says.</param>
/// <param name="Seed">What all chance follows from.</param>
/// <param name="Threads">Replications at the same time.</param>
internal sealed record TrialSettings(string? File, int Replications, int? Days, ulong Seed, int Threads);
