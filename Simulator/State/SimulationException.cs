namespace FlowSim.Simulator.State;

/// <summary>A run that cannot go on: says what, who, when, and how to repeat it.</summary>
public sealed class SimulationException : Exception
{
    public SimulationException(string message)
        : base(message)
    {
    }

    private SimulationException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>The message already says when and in which replication.</summary>
    internal bool IsLocated { get; private init; }

    internal SimulationException Located(string moment, int time, ulong seed, int replication) =>
        new($"{moment} (second {time}), replication {replication}, seed {seed}: {Message}", this) { IsLocated = true };
}
