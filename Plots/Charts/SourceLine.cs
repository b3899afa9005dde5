using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Charts;

/// <summary>What stands under a chart so that it can be traced: version, system, scenario, seed, replications, inputs.</summary>
internal static class SourceLine
{
    private const int HashDigits = 12;
    private const int MostNamed = 6;

    /// <param name="run">How the results came about.</param>
    /// <param name="scenarios">What the chart shows.</param>
    public static string Of(RunFacts run, IReadOnlyList<string> scenarios)
    {
        var named = scenarios.Count > MostNamed
            ? $"{scenarios.Count} scenarios"
            : $"{(scenarios.Count == 1 ? "scenario" : "scenarios")} {string.Join(", ", scenarios)}";
        var hash = run.InputHash[..Math.Min(HashDigits, run.InputHash.Length)];
        var end = run.Complete ? "" : " The run did not come to its end.";
        return FormattableString.Invariant(
            $"Source: FlowSim {run.Version}, system {run.System}, {named}, seed {run.Seed}, {Replications(run, scenarios)}, inputs {hash}.{end}");
    }

    private static string Replications(RunFacts run, IReadOnlyList<string> scenarios)
    {
        var counts = scenarios.Select(scenario => run.ReplicationsByScenario.GetValueOrDefault(scenario, run.Replications)).DefaultIfEmpty(run.Replications)
            .ToList();
        return counts.Min() == counts.Max()
            ? FormattableString.Invariant($"{counts.Min()} {(counts.Min() == 1 ? "replication" : "replications")}")
            : FormattableString.Invariant($"{counts.Min()} to {counts.Max()} replications");
    }
}
