using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Experiments;

/// <summary>A scenario ready to run.</summary>
/// <param name="Id">Id as in the system's files; the unchanged system is <see cref="ExperimentPlan.BaselineId"/>.</param>
/// <param name="Title">One line for tables and charts; may be empty.</param>
/// <param name="Timeline">The compiled system, over time.</param>
public sealed record PlannedScenario(string Id, string Title, SystemTimeline Timeline);
