using FlowSim.Simulator.Kernel;

namespace FlowSim.Scenarios.Experiments;

/// <summary>What one scenario gave, replication by replication.</summary>
public sealed class ScenarioResult
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>One result for each of <see cref="ExperimentResult.Replications"/>, over the reported period.</summary>
    public required IReadOnlyList<ReplicationResult> Reported { get; init; }

    /// <summary>The last year of the spin-up, for the baseline only; else empty.</summary>
    public required IReadOnlyList<ReplicationResult> SpinUp { get; init; }

    /// <summary>The rows of one replication: the last year of the spin-up first, then the reported period.</summary>
    public IEnumerable<ResultRow> RowsOf(int index) =>
        SpinUp.Count == 0 ? Reported[index].Rows : SpinUp[index].Rows.Where(row => IsYearOrMonth(row.Period)).Concat(Reported[index].Rows);

    /// <summary>The flows of one replication, in the same order of periods.</summary>
    public IEnumerable<FlowRow> FlowsOf(int index) =>
        SpinUp.Count == 0 ? Reported[index].Flows : SpinUp[index].Flows.Where(flow => IsYearOrMonth(flow.Period)).Concat(Reported[index].Flows);

    // "all" of the spin-up would be mistaken for "all" of the reported period.
    private static bool IsYearOrMonth(string period) => period != Periods.All;
}

/// <summary>What an experiment gave: only replications that finished for all scenarios.</summary>
public sealed class ExperimentResult
{
    public required IReadOnlyList<ScenarioResult> Scenarios { get; init; }

    /// <summary>Numbers of the replications kept [from 1], ascending.</summary>
    public required IReadOnlyList<int> Replications { get; init; }

    /// <summary>False when the experiment was interrupted and replications are missing.</summary>
    public required bool Complete { get; init; }

    /// <summary>Events handled by the replications kept, spin-up included.</summary>
    public required long Events { get; init; }

    /// <summary>The baseline, if it is among the scenarios.</summary>
    public ScenarioResult? Baseline => Scenarios.FirstOrDefault(scenario => scenario.Id == ExperimentPlan.BaselineId);
}
