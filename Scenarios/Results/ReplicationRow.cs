using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results;

/// <summary>A row of <c>replications.csv</c>.</summary>
internal sealed record ReplicationRow(string Scenario, int Replication, ResultKey Key, double Value);
