namespace FlowSim.Simulator.Kernel;

/// <summary>A run that cannot go on: says what, when, where, who, and how to repeat it.</summary>
public sealed class SimulationException : Exception
{
    public SimulationException(string message)
        : base(message)
    {
    }
}
