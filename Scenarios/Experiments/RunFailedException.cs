using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.State;

namespace FlowSim.Scenarios.Experiments;

/// <summary>A replication that cannot go on, with what is needed to repeat it.</summary>
public sealed class RunFailedException : Exception
{
    public RunFailedException(string scenario, int replication, ulong seed, SimulationException cause)
        : base(Describe(scenario, replication, seed, cause.Message), cause) => Replication = replication;

    /// <summary>Number of the replication [from 1].</summary>
    public int Replication { get; }

    // The kernel names moment, replication and seed once a run is under way; before that it cannot.
    private static string Describe(string scenario, int replication, ulong seed, string cause)
    {
        var which = FormattableString.Invariant($"replication {replication}, seed {seed}");
        return cause.Contains(which, StringComparison.Ordinal) ? $"scenario {scenario}, {cause}" : $"scenario {scenario}, {which}: {cause}";
    }
}
