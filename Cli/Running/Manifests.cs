using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Simulator.Model;

namespace FlowSim.Cli.Running;

/// <summary>The manifest of an experiment.</summary>
internal static class Manifests
{
    private const double Megabyte = 1e6;

    /// <param name="plan">What was to be run.</param>
    /// <param name="result">What it gave.</param>
    /// <param name="system">What was simulated.</param>
    /// <param name="named">Files beside the system's own that the command line names, with their SHA-256.</param>
    /// <param name="commandLine">The command line.</param>
    /// <param name="start">When the run began.</param>
    /// <param name="duration">What the simulation took.</param>
    /// <param name="peakMemory">Largest working set of the process [bytes].</param>
    public static RunFacts Of(
        ExperimentPlan plan,
        ExperimentResult result,
        LoadedSystem system,
        IEnumerable<(string File, string Sha256)> named,
        string commandLine,
        DateTimeOffset start,
        TimeSpan duration,
        long peakMemory)
    {
        var run = plan.Run;
        var unmeasured = (run.MeasureFrom - run.Start) / (double)SimTime.Day;
        InputFacts[] inputs = [.. system.Files.Inputs.Concat(named).Select(input => new InputFacts(input.File, input.Sha256))];
        return new RunFacts
        {
            Version = ProgramVersion.Current.Version,
            Commit = ProgramVersion.Current.Commit,
            Command = commandLine,
            System = system.Id,
            Scenarios = [.. plan.Scenarios.Select(scenario => scenario.Id)],
            InputHash = InputHashes.Combine(inputs),
            Inputs = inputs,
            Seed = plan.Seed,
            Replications = result.Finished,
            ReplicationsPlanned = result.Planned,
            ReplicationsByScenario = result.Scenarios.ToDictionary(scenario => scenario.Id, scenario => scenario.Finished),
            MeasuredFrom = Date(run.MeasureFrom),
            MeasuredTo = Date(run.End),
            Days = (run.End - run.MeasureFrom) / (double)SimTime.Day,
            WarmUpDays = unmeasured,
            WarmUpMethod = plan.HasSpinUp ? "spin-up under the baseline, once per replication; all scenarios branch from its end"
                : unmeasured > 0 ? "warm-up of fixed length, each scenario by itself"
                : "none",
            Precision = result.Precision,
            SpinUpChanges = [.. result.SpinUpChanges.Where(change => change.N > 0)],
            Threads = Math.Min(plan.Threads, result.Planned),
            Start = start,
            Duration = duration,
            Events = result.Events,
            PeakMemoryMb = Math.Round(peakMemory / Megabyte, 1),
            Complete = result.Complete,
            Files = [],
        };

        string Date(int time) => run.HasDates ? ResultDate.Write(run.FirstDay.AddDays(time / SimTime.Day)) : "";
    }
}
