using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Charts;

/// <summary>What stands under a chart so that it can be traced: version, system, scenario, seed, replications, inputs.</summary>
public sealed record ChartSource
{
    private const int HashDigits = 12;

    public required ProgramVersion Program { get; init; }

    public required string System { get; init; }

    public required string Scenario { get; init; }

    /// <summary>Title of the scenario; may be empty.</summary>
    public required string ScenarioTitle { get; init; }

    public required ulong Seed { get; init; }

    public required int Replications { get; init; }

    /// <summary>SHA-256 over all inputs.</summary>
    public required string InputHash { get; init; }

    /// <summary>The source line.</summary>
    public string Line => FormattableString.Invariant(
        $"Source: FlowSim {Program.Version}, system {System}, scenario {Scenario}, seed {Seed}, {Replications} {(Replications == 1 ? "replication" : "replications")}, inputs {InputHash[..Math.Min(HashDigits, InputHash.Length)]}");
}
