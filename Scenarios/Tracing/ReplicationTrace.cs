using System.Collections.Concurrent;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Scenarios.Tracing;

/// <summary>
/// Keeps the steps of one replication, scenario by scenario. The second of the branch has happened in the spin-up, which the scenarios share, and is counted
/// by each of them: its steps are kept once and belong to all.
/// </summary>
internal sealed class ReplicationTrace : IDisposable
{
    private readonly TraceWindow window;
    private readonly Func<int, string> pathOf;
    private readonly ConcurrentDictionary<int, (StepSpool Spool, string Path, SystemModel Model)> spools = new();
    private readonly MemoryStream carried = new();
    private SystemModel? carriedModel;

    /// <param name="window">Which time.</param>
    /// <param name="pathOf">By index of the scenario: where its steps are kept.</param>
    public ReplicationTrace(TraceWindow window, Func<int, string> pathOf) => (this.window, this.pathOf) = (window, pathOf);

    /// <summary>Why steps could not be kept; null: all are.</summary>
    public string? Failure => spools.Values.Select(each => each.Spool.Failure).FirstOrDefault(failure => failure is not null);

    /// <summary>Keeps what happens in the spin-up from a second on.</summary>
    /// <param name="model">The baseline.</param>
    /// <param name="branch">The last second of the spin-up [s].</param>
    public StepListener Carry(SystemModel model, int branch)
    {
        carriedModel = model;
        var spool = new StepSpool(carried, window);
        return (in PatientStep step) =>
        {
            if (step.Time >= branch)
            {
                spool.Write(step);
                spool.Flush();
            }
        };
    }

    /// <summary>Keeps a scenario's own steps; to be disposed at the end of its run.</summary>
    /// <param name="part">Index of the scenario.</param>
    /// <param name="model">The scenario.</param>
    /// <exception cref="IOException">There is no room for the file.</exception>
    public StepSpool Open(int part, SystemModel model)
    {
        var path = pathOf(part);
        var spool = new StepSpool(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0), window);
        spools[part] = (spool, path, model);
        return spool;
    }

    /// <summary>All steps of a scenario's run.</summary>
    public IEnumerable<LoggedStep> Steps(int part)
    {
        if (!spools.TryGetValue(part, out var kept))
        {
            yield break;
        }

        if (carriedModel is not null)
        {
            foreach (var step in StepSpool.Read(new MemoryStream(carried.ToArray()), carriedModel))
            {
                yield return step;
            }
        }

        foreach (var step in StepSpool.Read(new FileStream(kept.Path, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 0), kept.Model))
        {
            yield return step;
        }
    }

    public void Dispose()
    {
        foreach (var (spool, path, _) in spools.Values)
        {
            spool.Dispose();
            File.Delete(path);
        }
    }
}
