using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>One run of one scenario: the whole state, moved through time.</summary>
public sealed class Replication
{
    /// <summary>A new run at its start, empty or with the described census.</summary>
    public static Replication Start(SystemTimeline system, ulong seed, int number) => throw new SimulationException("not built yet");

    /// <summary>Goes on from a saved state under another scenario; state maps by name.</summary>
    /// <exception cref="SimulationException">A removed stage or pool holds patients.</exception>
    public static Replication Branch(SystemTimeline system, Replication state) => throw new SimulationException("not built yet");

    /// <summary>Current time [s].</summary>
    public int Now => 0;

    /// <summary>Events handled since the start of this object.</summary>
    public long Events => 0;

    /// <summary>Runs unmeasured to <paramref name="from"/>, measures the half-open window [from, to) and gives its results. <paramref name="progress"/> is called with the time once a simulated day.</summary>
    public ReplicationResult Measure(int from, int to, Action<int>? progress = null, CancellationToken cancel = default) => throw new SimulationException("not built yet");
}
