namespace FlowSim.Scenarios.Tracing;

/// <summary>Which time of a run is logged.</summary>
/// <param name="From">The first second [s].</param>
/// <param name="To">The first second that is logged no more [s].</param>
public readonly record struct TraceWindow(int From, int To);
