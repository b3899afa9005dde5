namespace FlowSim.Scenarios.Changes;

/// <summary>Why a path found nothing.</summary>
/// <param name="Expected">What would have been found there.</param>
/// <param name="Received">The step that failed.</param>
/// <param name="Hint">The nearest name, or empty.</param>
internal sealed record PathMiss(string Expected, string Received, string Hint);
