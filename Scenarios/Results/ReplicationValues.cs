using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results;

/// <summary>What a measure came to in each replication of a scenario.</summary>
/// <param name="Scenario">Id.</param>
/// <param name="Key">What the values are about.</param>
/// <param name="Values">In the order of the file.</param>
public sealed record ReplicationValues(string Scenario, ResultKey Key, IReadOnlyList<ReplicationValue> Values);

/// <summary>A value of one replication.</summary>
/// <param name="Replication">Its number; the replications of one number see the same patients in every scenario.</param>
/// <param name="Value">In the unit of the measure; NaN where it is undefined.</param>
public readonly record struct ReplicationValue(int Replication, double Value);
