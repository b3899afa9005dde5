using FlowSim.Simulator.Kernel;

namespace FlowSim.Scenarios.Experiments;

/// <summary>A replication that cannot go on, with what is needed to repeat it.</summary>
public sealed class RunFailedException : Exception
{
    public RunFailedException(string scenario, int replication, ulong seed, SimulationException cause)
        : base(FormattableString.Invariant($"{cause.Message} (scenario {scenario}, replication {replication}, seed {seed})"), cause)
    {
    }
}
