using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Experiments;

/// <summary>What one replication gave of one scenario: a first look, with no word on chance.</summary>
/// <param name="Scenario">Its id.</param>
/// <param name="Rows">Every value.</param>
public sealed record FirstLook(string Scenario, IReadOnlyList<ResultRow> Rows);
