namespace FlowSim.Simulator.Checks;

/// <summary>A checked run has found its own state to be wrong. That is a defect of the engine, whatever the system describes.</summary>
internal sealed class InvariantException : Exception
{
    internal InvariantException(Invariant invariant, string message)
        : base(message) => Invariant = invariant;

    internal Invariant Invariant { get; }
}
