using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Batches;

/// <summary>Replications and draws put together of their parts.</summary>
internal sealed class MergedOutcomes
{
    private readonly ExperimentPlan plan;
    private readonly List<(BatchPart Part, ReplicationOutcome Outcome)>[] parts;

    public MergedOutcomes(ExperimentPlan plan)
    {
        this.plan = plan;
        parts = [.. Enumerable.Range(0, plan.Runs).Select(_ => new List<(BatchPart, ReplicationOutcome)>(1))];
    }

    public void Add(BatchPart part, ReplicationOutcome outcome) => parts[part.Run].Add((part, outcome));

    /// <summary>By run.</summary>
    public ReplicationOutcome?[] All() => [.. Enumerable.Range(0, parts.Length).Select(Of)];

    private ReplicationOutcome Of(int run)
    {
        var own = parts[run].OrderBy(part => part.Part.First).ToList();
        var missing = 0;
        foreach (var (part, _) in own)
        {
            missing = part.First == missing ? missing + part.Count : -1;
        }

        if (missing != plan.Scenarios.Count)
        {
            throw new BatchException(FormattableString.Invariant($"of run {run + 1} some scenarios are missing or there twice: the shards do not fit together. Run them again"));
        }

        var first = own[0].Outcome;
        if (own.Find(part => part.Outcome.LeftOut.Length > 0) is { Outcome: { } leftOut })
        {
            return leftOut;
        }

        var reported = new ReplicationResult?[plan.Scenarios.Count];
        foreach (var (part, outcome) in own)
        {
            outcome.Reported.CopyTo(reported, part.First);
        }

        return own.Count == 1 ? first : new ReplicationOutcome
        {
            SpinUp = first.SpinUp,
            SpinUpYears = first.SpinUpYears,
            SpinUpEvents = first.SpinUpEvents,
            Reported = reported,
        };
    }
}
