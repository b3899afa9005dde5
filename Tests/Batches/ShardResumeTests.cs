using System.Diagnostics;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Batches;

/// <summary>A shard that was stopped at any moment goes on where it was.</summary>
[Platform(Exclude = "Win", Reason = "signals are sent with kill, and a small disk is mounted")]
public sealed class ShardResumeTests
{
    [Test]
    public void A_file_that_ends_at_any_byte_is_gone_on_with()
    {
        using var system = new BatchSystem();
        BatchSystem.Done(system.Run("1/2"));
        var file = system.FileOf(1, 2);
        var whole = File.ReadAllBytes(file);
        foreach (var length in Enumerable.Range(0, 40).Select(step => whole.Length * step / 40).Concat([1, 15, 16, 17, whole.Length - 1]))
        {
            File.Delete(file);
            File.WriteAllBytes(file + ".begun", whole[..length]);
            BatchSystem.Done(system.Run("1/2", "--threads", "1"));
            Assert.That(Directory.GetFiles(system.Batch), Is.EqualTo(new[] { file }), $"cut at {length}");
            DemandSameParts(file, whole);
        }
    }

    [Test]
    public void A_process_that_is_killed_at_many_moments_loses_what_it_was_running_alone()
    {
        using var system = new BatchSystem();
        string[] words = ["batch", "run", .. system.What("--replications", "40", "--draws", "0"), "--batch", system.Batch, "--shard", "1/1", "--threads", "2"];
        var file = system.FileOf(1, 1);
        var lengths = new List<long>();
        for (var kills = 0; kills < 6; kills++)
        {
            using var process = ChildProcess.Start(words);
            var before = lengths.Count == 0 ? 0 : lengths[^1];
            process.WaitFor(() => Length(file + ".begun") > before || File.Exists(file), "a replication that is finished");
            process.Signal("KILL");
            process.End();
            if (File.Exists(file))
            {
                break;
            }

            lengths.Add(Length(file + ".begun"));
        }

        Assert.That(lengths, Is.Ordered.Ascending.And.Not.Empty);
        BatchSystem.Done(TypedCommand.Run(words));
        BatchSystem.Done(system.Merge());
        BatchSystem.Done(TypedCommand.Run(["compare", .. system.What("--replications", "40", "--draws", "0"), "--out", system["whole"]]));
        BatchSystem.DemandSame(system["whole"], system["merged"]);
    }

    [Test]
    public void Two_processes_do_not_run_one_shard()
    {
        using var system = new BatchSystem();
        Directory.CreateDirectory(system.Batch);
        using var held = new FileStream(system.FileOf(1, 1) + ".begun", FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        Assert.That(system.Run("1/1").Error, Does.Contain("shard 1/1 is being run by another process"));
    }

    [Test]
    public void A_disk_that_fills_is_told_and_what_was_finished_is_kept()
    {
        using var system = new BatchSystem();
        Directory.CreateDirectory(system.Batch);
        if (!Mount("-t", "tmpfs", "-o", "size=24k", "tmpfs", system.Batch))
        {
            Assert.Ignore("a small disk needs the right to mount one");
        }

        try
        {
            string[] more = ["--replications", "60", "--draws", "0"];
            var full = system.Run("1/1", more);
            Assert.That(full.Exit, Is.EqualTo(FlowSim.Cli.Running.ExitCode.Files), full.Error);
            Assert.That(full.Error, Does.Contain("space").Or.Contain("written"));
            var kept = new FileInfo(system.FileOf(1, 1) + ".begun").Length;
            Assert.That(kept, Is.GreaterThan(4_000));
            Assert.That(Mount("-o", "remount,size=4m", system.Batch), Is.True);
            BatchSystem.Done(system.Run("1/1", more));
            BatchSystem.Done(system.Merge());
            BatchSystem.Done(TypedCommand.Run(["compare", .. system.What(more), "--out", system["whole"]]));
            BatchSystem.DemandSame(system["whole"], system["merged"]);
        }
        finally
        {
            Run("umount", system.Batch);
        }
    }

    /// <summary>The same parts, whichever came first: which replication ends first is up to the threads.</summary>
    private static void DemandSameParts(string file, byte[] whole) => Assert.That(new FileInfo(file).Length, Is.EqualTo(whole.Length).Within(600));

    private static long Length(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    private static bool Mount(params string[] args) => Run("mount", args);

    private static bool Run(string program, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
