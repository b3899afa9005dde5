using FlowSim.Scenarios.Results;

namespace FlowSim.Cli;

/// <summary>An experiment that has just run, as what its files will say: charts need not wait for them.</summary>
internal static class FinishedResults
{
    public static ResultSet Of(FinishedExperiment finished) =>
        new()
        {
            Run = RunOf(finished.Manifest),
            System = finished.System,
            Summaries = finished.Summary.Summaries,
            Differences = finished.Summary.Differences,
            Timelines = finished.Summary.Timelines,
            Flows = finished.Summary.Flows,
        };

    private static RunFacts RunOf(Manifest manifest) =>
        new()
        {
            Program = manifest.Program,
            Command = manifest.Command,
            System = manifest.System,
            Scenarios = manifest.Scenarios,
            Seed = manifest.Seed,
            Replications = manifest.Replications,
            ReplicationsPlanned = manifest.ReplicationsPlanned,
            ReplicationsByScenario = manifest.Finished.ToDictionary(each => each.Scenario, each => each.Replications),
            InputHash = manifest.InputHash,
            Inputs = manifest.Inputs,
            Measured = manifest.Measured,
            SpinUpChanges = manifest.SpinUpChanges,
            Notes = manifest.Notes,
            Cost = manifest.Cost,
            Complete = manifest.Complete,
        };
}
