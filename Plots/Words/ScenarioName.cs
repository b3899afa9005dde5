using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Words;

/// <summary>A scenario as a reader would call it: its title; the baseline is the baseline.</summary>
internal static class ScenarioName
{
    public static string Of(ResultSet results, string scenario) =>
        scenario == ExperimentPlan.BaselineId ? "Baseline" : results.System.TitleOf(scenario) is { Length: > 0 } title ? title : scenario;
}
