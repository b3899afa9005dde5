using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli;

/// <summary>An experiment that has run, in numbers.</summary>
internal sealed record FinishedExperiment(ExperimentPlan Plan, ExperimentResult Result, ExperimentSummary Summary, Manifest Manifest, SystemFacts System);
