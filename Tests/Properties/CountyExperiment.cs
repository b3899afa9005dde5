using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Properties;

/// <summary>The county and its small changes as an experiment: a year of spin-up under the baseline, then 2017/18 under each change.</summary>
internal static class CountyExperiment
{
    /// <summary>The year that is compared.</summary>
    public const string Year = "2017/18";

    /// <summary>Runs the baseline and the changes, in that order, with common random numbers; the year, or so many days of it.</summary>
    public static ExperimentResult Run(IReadOnlyList<CountyChange> changes, int replications, ulong seed, int? days = null)
    {
        using var system = TemporarySystem.With(
            [.. changes.Select((change, index) =>
                    ($"scenarios/change-{index}.yaml", $"scenario: change-{index}\ntitle: \"{change.Name}\"\nchanges:\n{change.Changes}\n"))]);
        foreach (var file in SystemLibrary.FilesOf(County.Id))
        {
            system.Write(file.Name, file.Bytes);
        }

        var read = system.Read();
        Assert.That(system.Problems.HasErrors, Is.False, system.Printed);
        var builder = new TimelineBuilder(read!, new RunOverrides(Years: days is null ? 1 : null, Days: days, WarmUp: "1 y"), system.Problems);
        var baseline = builder.Baseline()!;
        var planned = changes.Select((change, index) =>
            new PlannedScenario($"change-{index}", change.Name, builder.Scenario($"change-{index}", baseline.First.Run)!)).ToList();
        Assert.That(system.Problems.HasErrors, Is.False, system.Printed);
        var result = ExperimentRunner.Run(new ExperimentPlan
        {
            Baseline = baseline,
            Scenarios = [new PlannedScenario(ExperimentPlan.BaselineId, "", baseline), .. planned],
            Replications = replications,
            Seed = seed,
        });
        Assert.That(result.Complete, Is.True, result.Failure?.SourceException.Message);
        return result;
    }

    /// <summary>One value a replication.</summary>
    public static double[] Values(ScenarioResult scenario, string measure) =>
        [.. scenario.Reported.Select(result =>
            result!.Rows.Single(row => row.Period == Year && row.Measure == measure && row.Place == "system" && row.Group.Length == 0).Value)];
}
