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
        var (parts, failed) = BranchedQueue<ShardRun>.Run(open.Count,
            index => new ShardRun(open[index], ExperimentRunner.RunOf(Of(plan, open[index]), pool, open[index].Run), file), plan.Threads, plan.Cancel);
        failed?.Failure.Throw();
        if (!Array.TrueForAll(parts, part => part is { IsThere: true }))
        {
            return false;
        }

        file.Finish();
        return true;
    }

    private static ExperimentPlan Of(ExperimentPlan plan, BatchPart part) =>
        part.Count == plan.Scenarios.Count ? plan : plan with { Scenarios = [.. plan.Scenarios.Skip(part.First).Take(part.Count)] };
}
