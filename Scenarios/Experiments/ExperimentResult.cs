using System.Runtime.ExceptionServices;
using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Experiments;

/// <summary>What one scenario gave, replication by replication.</summary>
public sealed class ScenarioResult
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>
    /// One result for each of <see cref="ExperimentResult.Replications"/>, over the reported period; null where it was interrupted before its end.
    /// </summary>
    public required IReadOnlyList<ReplicationResult?> Reported { get; init; }

    /// <summary>The last year of the spin-up by replication, for the baseline only; else empty.</summary>
    public required IReadOnlyList<ReplicationResult?> SpinUp { get; init; }

    /// <summary>Replications in which the reported period was finished.</summary>
    public int Finished => Reported.Count(result => result is not null);

    /// <summary>The rows of one replication: the last year of the spin-up first, then the reported period, as far as they are finished.</summary>
    public IEnumerable<ResultRow> RowsOf(int index) =>
        (SpinUpOf(index)?.Rows.Where(row => IsYearOrMonth(row.Period)) ?? []).Concat(Reported[index]?.Rows ?? []);

    /// <summary>The flows of one replication, in the same order of periods.</summary>
    public IEnumerable<FlowRow> FlowsOf(int index) =>
        (SpinUpOf(index)?.Flows.Where(flow => IsYearOrMonth(flow.Period)) ?? []).Concat(Reported[index]?.Flows ?? []);

    private ReplicationResult? SpinUpOf(int index) => SpinUp.Count == 0 ? null : SpinUp[index];

    // "all" of the spin-up would be mistaken for "all" of the reported period.
    private static bool IsYearOrMonth(string period) => period != Periods.All;
}

/// <summary>What an experiment gave: what is finished of each scenario in each replication.</summary>
public sealed class ExperimentResult
{
    public required IReadOnlyList<ScenarioResult> Scenarios { get; init; }

    /// <summary>Numbers of the replications of which anything is kept [from 1], ascending.</summary>
    public required IReadOnlyList<int> Replications { get; init; }

    /// <summary>Replications that were to be run: with a precision asked for, those that were begun last included.</summary>
    public int Planned { get; init; }

    /// <summary>How precise the means are; null: nobody asked.</summary>
    public PrecisionReached? Precision { get; init; }

    /// <summary>Replications that are finished for all scenarios.</summary>
    public int Finished => Enumerable.Range(0, Replications.Count).Count(index => Scenarios.All(scenario => scenario.Reported[index] is not null));

    /// <summary>False when the experiment was interrupted or could not go on, and replications, or scenarios in them, are missing.</summary>
    public required bool Complete { get; init; }

    /// <summary>Why it could not go on; null: it came to its end, or was interrupted.</summary>
    public ExceptionDispatchInfo? Failure { get; init; }

    /// <summary>Events handled by the replications kept, spin-up included.</summary>
    public required long Events { get; init; }

    /// <summary>
    /// What still changed from year to year at the end of the spin-up, for the plan's measures; empty where less than two years were spun up.
    /// </summary>
    public IReadOnlyList<SpinUpChange> SpinUpChanges { get; init; } = [];

    /// <summary>The plan's measures in each whole year of the spin-up, replication by replication; empty without a spin-up of a year.</summary>
    public IReadOnlyList<SpinUpYear> SpinUpYears { get; init; } = [];

    /// <summary>What the draws of what is not known gave; null: there were none.</summary>
    public OuterResult? Outer { get; init; }

    /// <summary>The baseline, if it is among the scenarios.</summary>
    public ScenarioResult? Baseline => Scenarios.FirstOrDefault(scenario => scenario.Id == ExperimentPlan.BaselineId);
}
