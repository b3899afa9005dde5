using System.CommandLine;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Tables;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli;

/// <summary><c>flowsim compare</c>: the baseline against scenarios.</summary>
internal static class CompareCommand
{
    public const string Name = "compare";

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Runs the baseline and the scenarios with the same patients and the same random numbers, and prints for each headline measure and place the baseline's mean and each scenario's difference from it, paired by replication, with its 95 % interval. * marks intervals that exclude 0.",
            "Without SCENARIO the system's own set is compared ('compare:' in its files, else all its scenarios). Where a scenario that includes others is compared with all of these, a second table has the sum of the parts' differences beside the whole's. The table shows the last year that is reported, or 'all' where a system has no dates or the last year is not whole; the result files hold every year, and the months of measures that ask for them. A system with a 'branch' date is spun up once per replication under the baseline; all scenarios go on from that state, and the baseline's last year before it is reported too.",
        ],
        Examples =
        [
            ("flowsim compare", "the main job"),
            ("flowsim compare rural-hubs whole-plan --replications 20", "two scenarios, narrower intervals"),
            ("flowsim compare --system my-folder --days 90 --out try", "a system of one's own, measured for 90 days, results in try/"),
            ("flowsim compare --json > result.json", "for a script"),
        ],
        Files = ManualPage.ResultFiles,
    };

    public static Command Build(Terminal terminal)
    {
        var scenarios =
            new Argument<string[]>("SCENARIO") { Arity = ArgumentArity.ZeroOrMore, Description = "Ids of scenarios (see 'flowsim list scenarios')." };
        var command = new Command(Name, "compare scenarios with the baseline") { scenarios };
        UnknownOption.Refuse(scenarios, command);
        var options = ExperimentOptions.AddTo(command);
        command.SetAction(result => Run(terminal, options.Read(result), result.GetValue(scenarios) ?? [], CommandText.Of(result)));
        return command;
    }

    private static int Run(Terminal terminal, ExperimentSettings settings, string[] named, string commandLine)
    {
        var system = LoadedSystem.Read(settings.System, terminal, settings.Quiet);
        var scenarios = Chosen(system, named);
        var (finished, exit) = new ExperimentSession(terminal, settings, system, commandLine).Run([ExperimentPlan.BaselineId, .. scenarios]);
        if (finished is not null)
        {
            Print(terminal, settings, system, finished, scenarios);
        }

        return exit;
    }

    private static List<string> Chosen(LoadedSystem system, string[] named)
    {
        var scenarios = (named.Length > 0 ? named : system.ComparedByDefault).Where(id => id != ExperimentPlan.BaselineId).Distinct().ToList();
        scenarios.ForEach(system.Demand);
        return scenarios.Count > 0
            ? scenarios
            : throw new CommandFailure(ExitCode.Usage,
                $"system {system.Id} has no scenario to compare with its baseline; 'flowsim run baseline --system {system.Files.Name}' runs it");
    }

    private static void Print(Terminal terminal, ExperimentSettings settings, LoadedSystem system, FinishedExperiment finished, List<string> scenarios)
    {
        if (settings.Json)
        {
            JsonResults.Write(terminal.Out, finished.Results);
            return;
        }

        var names = SystemNames.Of(finished.Results.System);
        var periods = TablePeriods.Of(finished.Results, ExperimentPlan.BaselineId, finished.Plan.Run);
        var measures = TableMeasures.Of(system, finished);
        TableHeading.Write(terminal.Out, finished, system.Title,
            $"{periods[^1]}: mean of the baseline; difference of each scenario from it, paired by replication [95 % interval]", terminal.Width);
        terminal.Out.Write(ComparisonTable.Render(finished.Results, scenarios, measures, names, periods[^1], terminal.Width));
        terminal.Out.WriteLine();
        foreach (var parts in SumOfParts.Of(finished.Results))
        {
            terminal.Out.Write(SumOfPartsTable.Render(finished.Results, parts, measures, names, periods[^1], terminal.Width));
            terminal.Out.WriteLine();
        }

        TableHeading.WriteNotes(terminal.Out, [ComparisonTable.StarNote, .. TablePeriods.Elsewhere(finished.Results, [periods[^1]])], terminal.Width);
    }
}
