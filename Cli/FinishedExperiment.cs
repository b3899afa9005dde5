using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli;

/// <summary>An experiment that has run.</summary>
/// <param name="Plan">What was to be run.</param>
/// <param name="Replications">What it gave, replication by replication.</param>
/// <param name="Results">What its files say: tables, charts and report need not wait for them.</param>
internal sealed record FinishedExperiment(ExperimentPlan Plan, ExperimentResult Replications, ResultSet Results);
