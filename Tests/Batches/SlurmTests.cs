using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Batches;

/// <summary>A batch on a real Slurm, of three nodes on this machine.</summary>
[Platform("Linux"), NonParallelizable]
public sealed class SlurmTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Test]
    public void A_task_that_is_killed_and_a_node_that_fails_cost_time_and_change_no_byte()
    {
        if (SlurmCluster.Missing is [_, ..] missing)
        {
            Assert.That(Environment.GetEnvironmentVariable("FLOWSIM_CI"), Is.Null.Or.Empty, $"needs {string.Join(", ", missing)}");
            Assert.Ignore($"needs {string.Join(", ", missing)}");
        }

        using var cluster = new SlurmCluster();
        if (!cluster.Start())
        {
            Assert.Ignore("this machine does not let a cluster of Slurm start");
        }

        using var system = new BatchSystem();
        string[] what = system.What("--replications", "600", "--draws", "0", "--paranoid");
        var written = BatchSystem.Done(TypedCommand.Run(["batch", "slurm", .. what, "--batch", system.Batch, "--shards", "6", "--out", system["merged"]]));
        Assert.That(written.Out, Does.Contain("run.sbatch").And.Contain("merge.sbatch").And.Contain("submit.sh"));
        var jobs = cluster.Run("sh", Path.Combine(system.Batch, "submit.sh")).Trim().Split(' ');
        Assert.That(jobs, Has.Length.EqualTo(2));

        // As soon as each of the first three has something: the process of one is killed, then the node of another fails.
        Assert.That(SlurmCluster.Comes(() => Begun(system, 1) && Begun(system, 2), Patience), "two tasks have begun");
        var victim = cluster.Processes("SLURM_ARRAY_TASK_ID=1").Where(process => SlurmCluster.Words(process) is var words && words.Contains("batch") && words.Contains("run")).ToList();
        Assert.That(victim, Is.Not.Empty, "the first task runs");
        victim.ForEach(SlurmCluster.Kill);
        cluster.KillNode(2);
        Assert.That(SlurmCluster.Comes(() => File.Exists(Path.Combine(system["merged"], "manifest.json")), Patience),
            () => $"merged: {cluster.Run("squeue")}{string.Join('\n', Directory.GetFiles(system.Batch, "log-*").Select(file => file + ": " + File.ReadAllText(file)))}");
        BatchSystem.Done(TypedCommand.Run(["compare", .. what, "--out", system["whole"]]));
        BatchSystem.DemandSame(system["whole"], system["merged"]);
    }

    private static bool Begun(BatchSystem system, int shard) =>
        new FileInfo(system.FileOf(shard, 6) + ".begun") is { Exists: true, Length: > 3_000 } || File.Exists(system.FileOf(shard, 6));
}
