using System.Collections.Concurrent;
using System.Globalization;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Tracing;

/// <summary>Which replications of an experiment are logged, and where their steps are kept until the log is written.</summary>
public sealed class TracePlan : IDisposable
{
    private readonly string file;
    private readonly ConcurrentDictionary<int, ReplicationTrace> traces = new();

    /// <param name="file">The event log that is to be written in the end; nothing lies there under its name before.</param>
    /// <param name="replications">Numbers of replications.</param>
    /// <param name="window">Which time.</param>
    public TracePlan(string file, IReadOnlyList<int> replications, TraceWindow window)
    {
        this.file = Path.GetFullPath(file);
        Replications = replications;
        Window = window;
    }

    /// <summary>Those asked for, ascending.</summary>
    public IReadOnlyList<int> Replications { get; }

    public TraceWindow Window { get; }

    /// <summary>Why steps could not be kept; null: all are.</summary>
    public string? Failure => traces.Values.Select(trace => trace.Failure).FirstOrDefault(failure => failure is not null);

    /// <summary>A place beside the log, for what has no name yet.</summary>
    internal string Beside(string ending) => Path.Combine(Path.GetDirectoryName(file)!, $".flowsim-{Path.GetFileName(file)}.{ending}");

    /// <summary>What keeps the steps of a replication; null: they are not asked for.</summary>
    internal ReplicationTrace? Of(int replication) => Replications.Contains(replication)
        ? traces.GetOrAdd(replication, number => new ReplicationTrace(Window,
            part => Beside(string.Create(CultureInfo.InvariantCulture, $"{part}-{number}.spool"))))
        : null;

    /// <summary>The steps of one run in the order in which they were made, each in the same object.</summary>
    /// <param name="part">Index of the scenario.</param>
    /// <param name="replication">Number of the replication.</param>
    internal IEnumerable<LoggedStep> Steps(int part, int replication) => traces.TryGetValue(replication, out var trace) ? trace.Steps(part) : [];

    /// <summary>Removes what was kept.</summary>
    public void Dispose()
    {
        foreach (var trace in traces.Values)
        {
            trace.Dispose();
        }
    }
}
