using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Simulator.Model;

namespace FlowSim.Cli;

/// <summary>The manifest of an experiment.</summary>
internal static class Manifests
{
    public static Manifest Of(ExperimentPlan plan, ExperimentResult result, LoadedSystem system, string commandLine, RunCost cost) =>
        new()
        {
            Program = ProgramVersion.Current,
            Command = commandLine,
            System = system.Id,
            Inputs = system.Files.Inputs,
            Scenarios = [.. plan.Scenarios.Select(scenario => scenario.Id)],
            Seed = plan.Seed,
            ReplicationsPlanned = plan.Replications,
            Replications = result.Finished,
            Finished = [.. result.Scenarios.Select(scenario => (scenario.Id, scenario.Finished))],
            Measured = Measured(plan),
            SpinUpChanges = result.SpinUpChanges,
            Cost = cost,
            Complete = result.Complete,
        };

    private static MeasuredTime Measured(ExperimentPlan plan)
    {
        var run = plan.Run;
        var unmeasured = (run.MeasureFrom - run.Start) / (double)SimTime.Day;
        var method = plan.HasSpinUp ? "spin-up under the baseline, once per replication; all scenarios branch from its end"
            : unmeasured > 0 ? "warm-up of fixed length, each scenario by itself"
            : "none";
        return new MeasuredTime(Date(run.MeasureFrom), Date(run.End), (run.End - run.MeasureFrom) / (double)SimTime.Day, unmeasured, method);

        string Date(int time) => run.HasDates ? ResultDate.Write(run.FirstDay.AddDays(time / SimTime.Day)) : "";
    }
}
