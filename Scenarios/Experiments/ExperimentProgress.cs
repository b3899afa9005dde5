using System.Collections.Concurrent;

namespace FlowSim.Scenarios.Experiments;

/// <summary>How far an experiment is; written by the threads that run it, read by whoever shows it.</summary>
public sealed class ExperimentProgress
{
    private long simulated;
    private int finished;
    private long total;
    private int planned;

    /// <summary>Simulated time of all runs together, as far as it is known how many there are [s].</summary>
    public long Total => Interlocked.Read(ref total);

    /// <summary>Replications and draws that are to be run; with a precision asked for more may follow.</summary>
    public int Planned => Volatile.Read(ref planned);

    /// <summary>Simulated time done [s].</summary>
    public long Simulated => Interlocked.Read(ref simulated);

    /// <summary>Replications finished for all scenarios.</summary>
    public int Finished => Volatile.Read(ref finished);

    /// <summary>Share done [0 to 1].</summary>
    public double Share => Total == 0 ? 0 : Math.Min(1, (double)Simulated / Total);

    /// <summary>What the first replication gave of each scenario, as soon as it is there, in the order in which they ended.</summary>
    public ConcurrentQueue<FirstLook> Looks { get; } = [];

    /// <summary>Told each time of the simulated time done [s]: what a test stops a run by.</summary>
    internal Action<long>? Watched { get; init; }

    internal void Plan(int runs, long seconds)
    {
        Volatile.Write(ref planned, runs);
        Interlocked.Exchange(ref total, seconds);
    }

    internal void Add(long seconds)
    {
        var reached = Interlocked.Add(ref simulated, seconds);
        Watched?.Invoke(reached);
    }

    internal void Finish() => Interlocked.Increment(ref finished);
}
