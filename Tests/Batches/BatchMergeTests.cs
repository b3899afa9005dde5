using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Batches;

/// <summary>Shards together are one machine's run, byte for byte, or are refused.</summary>
public sealed class BatchMergeTests
{
    private static readonly BatchSystem One = new();

    /// <summary>What one machine gives.</summary>
    private static readonly Lazy<string> Whole = new(() =>
    {
        BatchSystem.Done(TypedCommand.Run(["compare", .. One.What("--out", One["whole"])]));
        return One["whole"];
    });

    [OneTimeTearDown]
    public static void Remove() => One.Dispose();

    // 3 replications and 5 draws of four scenarios: from a single shard to one for every scenario of every run.
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(5)]
    [TestCase(8)]
    [TestCase(11)]
    [TestCase(32)]
    public void Any_number_of_shards_gives_the_bytes_of_one_machine(int shards)
    {
        using var system = new BatchSystem();
        File.Copy(One.System, system.System, overwrite: true);
        system.RunAll(shards);
        var merged = BatchSystem.Done(system.Merge());
        Assert.That(merged.Out, Does.Contain("the whole system"));
        BatchSystem.DemandSame(Whole.Value, system["merged"]);
    }

    [Test]
    public void One_shard_more_than_there_are_scenarios_of_runs_is_refused()
    {
        using var system = new BatchSystem();
        var typed = system.Run("1/33");
        Assert.That((typed.Exit, typed.Error), Is.EqualTo((ExitCode.Usage, typed.Error)));
        Assert.That(typed.Error, Does.Contain("at most 32 parts").And.Contain("1/33"));
    }

    [Test]
    public void The_baseline_alone_is_what_run_gives()
    {
        using var system = new BatchSystem();
        string[] what = ["baseline", "--system", system.System, "--replications", "4"];
        BatchSystem.Done(TypedCommand.Run(["run", .. what, "--out", system["whole"]]));
        foreach (var shard in new[] { "2/3", "3/3", "1/3" })
        {
            BatchSystem.Done(TypedCommand.Run(["batch", "run", .. what, "--draws", "0", "--batch", system.Batch, "--shard", shard]));
        }

        BatchSystem.Done(system.Merge());
        foreach (var name in new[] { "summary.csv", "replications.csv", "timeline.csv", "spin-up.csv" })
        {
            Assert.That(File.ReadAllText(Path.Combine(system["merged"], name)), Is.EqualTo(File.ReadAllText(Path.Combine(system["whole"], name))), name);
        }
    }

    [Test]
    public void A_shard_that_is_there_is_not_run_again()
    {
        using var system = new BatchSystem();
        BatchSystem.Done(system.Run("1/4"));
        var written = File.GetLastWriteTimeUtc(system.FileOf(1, 4));
        var again = BatchSystem.Done(system.Run("1/4"));
        Assert.That(again.Error, Does.Contain("shard 1/4 is there already"));
        Assert.That(File.GetLastWriteTimeUtc(system.FileOf(1, 4)), Is.EqualTo(written));
        Assert.That(Directory.GetFiles(system.Batch), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_missing_shard_is_named_and_nothing_is_written()
    {
        using var system = new BatchSystem();
        BatchSystem.Done(system.Run("1/3"));
        BatchSystem.Done(system.Run("3/3"));
        var merged = system.Merge();
        Assert.That(merged.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(merged.Error, Does.Contain("1 of 3 shards are missing (2)").And.Contain("--shard 2/3"));
        Assert.That(Directory.Exists(system["merged"]), Is.False);
    }

    [Test]
    public void A_shard_that_is_there_twice_is_refused()
    {
        using var system = new BatchSystem();
        system.RunAll(2);
        File.Copy(system.FileOf(1, 2), Path.Combine(system.Batch, "shard-00001-of-00002-copy.bin"));
        Assert.That(system.Merge().Error, Does.Contain("shard 1/2 is there twice").And.Contain("copy"));
    }

    [Test]
    public void A_shard_of_another_batch_is_refused_and_what_differs_is_told()
    {
        using var system = new BatchSystem();
        BatchSystem.Done(system.Run("1/2"));
        var elsewhere = TypedCommand.Run(["batch", "run", .. system.What("--seed", "7"), "--batch", system["other"], "--shard", "2/2"]);
        BatchSystem.Done(elsewhere);
        File.Copy(Path.Combine(system["other"], Path.GetFileName(system.FileOf(2, 2))), system.FileOf(2, 2));
        Assert.That(system.Merge().Error, Does.Contain("of another batch").And.Contain("seed \"20170401\" and \"7\""));

        // Nor does one begin where the other has been.
        Assert.That(system.Run("1/2", "--seed", "7").Error, Does.Contain("of another batch: seed"));
    }

    [Test]
    public void Files_that_have_changed_since_are_refused()
    {
        using var system = new BatchSystem();
        system.RunAll(2);
        File.AppendAllText(system.System, "\n# another day\n");
        Assert.That(system.Merge().Error, Does.Contain("run with something else").And.Contain("inputs"));
    }

    [Test]
    public void A_folder_without_shards_and_one_that_is_not_there_are_told()
    {
        using var system = new BatchSystem();
        Assert.That(system.Merge().Error, Does.Contain("expected the files of shards").And.Contain("found none"));
    }

    [TestCase("0/4")]
    [TestCase("5/4")]
    [TestCase("-1/4")]
    [TestCase("1")]
    [TestCase("1/0")]
    [TestCase("a/b")]
    [TestCase("1/4/2")]
    public void A_shard_number_out_of_range_is_refused(string shard)
    {
        using var system = new BatchSystem();
        var typed = system.Run(shard);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain("expected a part of so many, such as 3/10").And.Contain(shard));
    }

    [Test]
    public void Every_byte_that_is_changed_in_a_shard_is_noticed()
    {
        using var system = new BatchSystem();
        system.RunAll(2);
        var file = system.FileOf(2, 2);
        var bytes = File.ReadAllBytes(file);
        for (var at = 0; at < bytes.Length; at += Math.Max(1, bytes.Length / 60))
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] ^= 0x10;
            File.WriteAllBytes(file, damaged);
            var merged = system.Merge();
            Assert.That((merged.Exit, merged.Error.Contains(file)), Is.EqualTo((ExitCode.InvalidInput, true)), $"byte {at}: {merged.Error}");
        }

        File.WriteAllBytes(file, bytes[..^1]);
        Assert.That(system.Merge().Error, Does.Contain("damaged or cut off"));
        File.WriteAllBytes(file, [.. bytes, 0]);
        Assert.That(system.Merge().Error, Does.Contain("damaged or cut off"));
    }
}
