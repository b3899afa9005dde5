using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Tracing;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Results.EventLogs;

/// <summary>A run of the log: a scenario's replication.</summary>
/// <param name="Scenario">Id of the scenario.</param>
/// <param name="Replication">Number of the replication.</param>
/// <param name="Steps">Its steps in their order, each in the same object.</param>
internal sealed record LoggedRun(string Scenario, int Replication, IEnumerable<LoggedStep> Steps);

/// <summary>What all runs of a log have in common.</summary>
/// <param name="Run">When runs start and end.</param>
/// <param name="Window">Which time is logged.</param>
/// <param name="Attributes">The attributes of patients that a scenario declares.</param>
internal sealed record LogFrame(RunPlan Run, TraceWindow Window, IReadOnlyList<LoggedAttribute> Attributes);

/// <summary>A column for an attribute.</summary>
/// <param name="Name">As declared.</param>
/// <param name="IsText">Its values are names, not whole numbers or lengths of time [s].</param>
internal sealed record LoggedAttribute(string Name, bool IsText)
{
    /// <summary>All that occur in some scenarios, in the order of the first that has each.</summary>
    public static List<LoggedAttribute> Of(IEnumerable<PlannedScenario> scenarios) =>
    [
        .. scenarios.SelectMany(scenario => scenario.Timeline.First.Attributes).GroupBy(attribute => attribute.Name, StringComparer.Ordinal)
            .Select(same => new LoggedAttribute(same.Key, same.Any(attribute => attribute.Values.Length > 0))),
    ];
}
