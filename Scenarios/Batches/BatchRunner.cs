using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Batches;

/// <summary>Runs a shard.</summary>
public static class BatchRunner
{
    /// <summary>How many shards a plan can be split into.</summary>
    public static int MostShards(ExperimentPlan plan) => BatchPart.Most(plan);

    /// <summary>Runs the parts of a shard that its file does not have yet, and finishes the file.</summary>
    /// <returns>True when all of it is there; false when it was cancelled before.</returns>
    /// <param name="plan">The whole of what is run.</param>
    /// <param name="shard">Which part of it.</param>
    /// <param name="file">Takes what is finished.</param>
    /// <exception cref="RunFailedException">A run cannot go on; what was finished before is in the file.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static bool Run(ExperimentPlan plan, Shard shard, ShardFile file)
    {
        List<BatchPart> open = [.. BatchPart.Of(plan, shard).Where(part => !file.Done.Contains(part))];
        plan.Progress.Plan(open.Count, open.Sum(part => ReplicationRun.SimulatedTime(Of(plan, part))));
        var pool = new RowPool(plan.KeepsBases);
        var (results, failure) = TaskQueue<ReplicationOutcome>.Run(open.Count, plan.Threads, index => Run(plan, open[index], pool, file), plan.Cancel);
        failure?.Throw();
        if (!Array.TrueForAll(results, result => result is { IsFinished: true }))
        {
            return false;
        }

        file.Finish();
        return true;
    }

    private static ReplicationOutcome Run(ExperimentPlan plan, BatchPart part, RowPool pool, ShardFile file)
    {
        var some = Of(plan, part);
        var outcome = part.Run < plan.Replications
            ? new ReplicationRun(some, pool, part.Run + 1).Run()
            : DrawRun.Run(plan.Outer!, plan.Outer!.Draws[part.Run - plan.Replications], some, pool);
        if (outcome.IsFinished)
        {
            file.Add(part, outcome);
        }

        // What is in the file needs no place in the memory.
        return new ReplicationOutcome { SpinUp = null, SpinUpEvents = 0, Reported = outcome.IsFinished ? [] : [null] };
    }

    private static ExperimentPlan Of(ExperimentPlan plan, BatchPart part) =>
        part.Count == plan.Scenarios.Count ? plan : plan with { Scenarios = [.. plan.Scenarios.Skip(part.First).Take(part.Count)] };
}
