using System.Diagnostics;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Batches;

/// <summary>A cluster of Slurm on this machine: a controller and three nodes that are only processes, in a folder of its own.</summary>
internal sealed class SlurmCluster : IDisposable
{
    private const int Nodes = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Programs = ["munged", "mungekey", "slurmctld", "slurmd", "sbatch", "squeue", "sinfo"];

    private readonly TemporaryFolder folder = new();

    /// <summary>Of the controller; those of the nodes follow.</summary>
    private readonly int port = FreePorts();

    private string Configuration => Path.Combine(folder.Path, "slurm.conf");

    /// <summary>Where a program is; null: it is not installed.</summary>
    private static string? Find(string program) =>
        new[] { "/usr/sbin", "/usr/bin", "/sbin", "/bin" }.Select(place => Path.Combine(place, program)).FirstOrDefault(File.Exists);

    /// <summary>Names of what is missing on this machine.</summary>
    public static IReadOnlyList<string> Missing => [.. Programs.Where(program => Find(program) is null)];

    /// <summary>Starts it; false where this machine does not let it.</summary>
    public bool Start()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "state"));
        File.WriteAllText(Configuration, $"""
            ClusterName=flowsim
            SlurmctldHost=localhost(127.0.0.1)
            SlurmctldPort={port}
            SlurmUser=root
            AuthType=auth/munge
            AuthInfo=socket={folder.Path}/munge.socket,cred_expire=5
            StateSaveLocation={folder.Path}/state
            SlurmdSpoolDir={folder.Path}/spool-%n
            SlurmctldPidFile={folder.Path}/slurmctld.pid
            SlurmdPidFile={folder.Path}/slurmd-%n.pid
            SlurmctldLogFile={folder.Path}/slurmctld.log
            SlurmdLogFile={folder.Path}/slurmd-%n.log
            ProctrackType=proctrack/pgid
            TaskPlugin=task/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_Core
            SwitchType=switch/none
            MpiDefault=none
            ReturnToService=2
            SlurmdTimeout=5
            KillWait=1
            SchedulerParameters=sched_interval=1,bf_interval=1
            NodeName=n[1-{Nodes}] NodeHostname=localhost NodeAddr=127.0.0.1 Port=[{port + 1}-{port + Nodes}] CPUs=1 State=UNKNOWN
            PartitionName=all Nodes=ALL Default=YES State=UP

            """);
        Run("mungekey", "-c", "-k", In("munge.key"));
        Run("munged", "--force", "--key-file=" + In("munge.key"), "--socket=" + In("munge.socket"), "--pid-file=" + In("munged.pid"),
            "--log-file=" + In("munged.log"), "--seed-file=" + In("munge.seed"));
        Run("slurmctld");
        for (var node = 1; node <= Nodes; node++)
        {
            StartNode(node);
        }

        return Comes(() => Run("sinfo", "--noheader", "--states=idle", "--format=%D").Trim() == $"{Nodes}");
    }

    /// <summary>The first of so many ports that nobody has: a cluster of another run may still be there.</summary>
    private static int FreePorts()
    {
        const int Least = 17490;
        var taken = System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(one => one.Port).ToHashSet();
        return Enumerable.Range(Least, 1000).First(first => !Enumerable.Range(first, Nodes + 1).Any(taken.Contains));
    }

    public void StartNode(int node)
    {
        Directory.CreateDirectory(In($"spool-n{node}"));
        Run("slurmd", "-N", $"n{node}");
    }

    /// <summary>The power of a node fails: its daemon and whatever it runs are gone.</summary>
    public void KillNode(int node)
    {
        foreach (var task in Run("squeue", "--noheader", "--states=running", $"--nodelist=n{node}", "--format=%A").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var process in Processes($"SLURM_JOB_ID={task}"))
            {
                Kill(process);
            }
        }

        foreach (var process in Numbers().Where(process => Name(process) is "slurmstepd" or "slurmd" && Holds(process, In($"slurmd-n{node}.log"))))
        {
            Kill(process);
        }
    }

    /// <summary>Processes that this cluster started for a job and that have a word in their environment; never one of another cluster, or of none.</summary>
    public IEnumerable<int> Processes(string word) => Numbers().Where(process =>
        Text(process, "environ").Split('\0') is var words && words.Contains(word) && words.Contains("SLURM_CONF=" + Configuration));

    /// <summary>The words of a process's command line.</summary>
    public static IReadOnlyList<string> Words(int process) => Text(process, "cmdline").Split('\0');

    public static void Kill(int process)
    {
        using var kill = Process.Start("kill", ["-KILL", $"{process}"]);
        kill.WaitForExit();
    }

    /// <summary>What a program prints.</summary>
    public string Run(string program, params string[] args)
    {
        var start = new ProcessStartInfo(Find(program) ?? program, args) { RedirectStandardOutput = true };
        start.Environment["SLURM_CONF"] = Configuration;
        using var process = Process.Start(start)!;

        // A daemon leaves a child that keeps the pipe: what is of interest ends by itself.
        var output = program is "slurmctld" or "slurmd" or "munged" ? "" : process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    public static bool Comes(Func<bool> isSo, TimeSpan? patience = null)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < (patience ?? Patience);)
        {
            if (isSo())
            {
                return true;
            }

            Thread.Sleep(200);
        }

        return false;
    }

    public void Dispose()
    {
        foreach (var process in Numbers().Where(process => Name(process) is "slurmstepd" or "slurmd" or "slurmctld" or "munged" && Holds(process, folder.Path)))
        {
            Kill(process);
        }

        folder.Dispose();
    }

    /// <summary>Numbers of the processes that run now.</summary>
    private static List<int> Numbers() => Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
        .Where(name => name!.All(char.IsAsciiDigit)).Select(name => int.Parse(name!, System.Globalization.CultureInfo.InvariantCulture)).ToList();

    private static string Name(int process) => Text(process, "comm").Trim();

    /// <summary>Whether it has a file open whose path begins so.</summary>
    private static bool Holds(int process, string path)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{process}/fd").Any(file => new FileInfo(file).LinkTarget is { } target && target.StartsWith(path, StringComparison.Ordinal));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false; // It ended meanwhile.
        }
    }

    private static string Text(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return ""; // It ended meanwhile.
        }
    }

    private string In(string name) => Path.Combine(folder.Path, name);
}
