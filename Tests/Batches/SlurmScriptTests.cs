using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Batches;

/// <summary>The scripts that are written for Slurm, without one.</summary>
public sealed class SlurmScriptTests
{
    [Test]
    public void The_words_are_quoted_for_the_shell_and_what_slurm_is_told_stands_in_its_lines()
    {
        using var system = new BatchSystem();
        var written = BatchSystem.Done(TypedCommand.Run(
            "batch", "slurm", "--system", system.System, "--set", "pools.bed.capacity *= 2", "--quick", "--batch", system.Batch, "--shards", "4", "--cores", "8",
            "--time", "02:00:00", "--partition", "short", "--program", "/opt/flowsim", "--out", system["two words"]));
        Assert.That(written.Out.Split('\n')[..3].Select(Path.GetFileName), Is.EqualTo(new[] { "run.sbatch", "merge.sbatch", "submit.sh" }));
        var run = File.ReadAllText(Path.Combine(system.Batch, "run.sbatch"));
        Assert.That(run, Does.StartWith("#!/bin/sh\n").And.Contain("#SBATCH --array=1-4\n").And.Contain("#SBATCH --cpus-per-task=8\n")
            .And.Contain("#SBATCH --time=02:00:00\n").And.Contain("#SBATCH --partition=short\n"));
        Assert.That(run, Does.Contain($"/opt/flowsim batch run --system {system.System} --set 'pools.bed.capacity *= 2' --quick --batch '{system.Batch}'"));
        Assert.That(run, Does.Not.Contain("--shards").And.Not.Contain("--cores"));
        Assert.That(File.ReadAllText(Path.Combine(system.Batch, "merge.sbatch")), Does.Contain($"/opt/flowsim batch merge '{system.Batch}' --out '{system["two words"]}'"));
    }

    [TestCase("--shards", "33", "at most 32 parts")]
    [TestCase("--partition", "a b", "a word that Slurm knows")]
    [TestCase("--time", "2 h", "a word that Slurm knows")]
    public void What_cannot_be_is_refused_before_it_waits_in_a_queue(string option, string value, string told)
    {
        using var system = new BatchSystem();
        string[] shards = option == "--shards" ? [] : ["--shards", "4"];
        var typed = TypedCommand.Run(["batch", "slurm", .. system.What(), "--batch", system.Batch, .. shards, option, value]);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain(told).And.Contain(value));
        Assert.That(Directory.Exists(system.Batch), Is.False);
    }
}
