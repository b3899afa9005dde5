using System.CommandLine;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Tables;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Asked;
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
            "Runs the baseline and the scenarios with the same patients and the same random numbers, and prints for each headline measure and place the baseline's mean and each scenario's difference from it, paired by replication, with its 95 % interval. * marks intervals that exclude 0. That interval is of chance alone. The one in round brackets is of chance with what is not known: the lowest and the highest of 20 draws (from 40 draws on, 19 in 20 lie in it), each one run with one member of the calibrated set (calibrated-set.csv beside the system, if there is one) and one amount within each range of the scenarios, the same for baseline and all scenarios. Below the table stands which input makes the largest difference of each scenario wide. --draws asks for more draws, --quick for none.",
            "Without SCENARIO the system's own set is compared ('compare:' in its files, else all its scenarios). Where a scenario that includes others is compared with all of these, a further table has the sum of the parts' differences beside the whole's. Of a system with prices (costs.csv beside it) a table shows what each scenario saves for all partners together, the years of the run taken together: in cash, and what is freed would be worth if it is used again; with a verdict, and who loses. ledger.csv has every line, savings.csv the sums by partner. Of a system that says by which rules it gives way when it is full ('gives_way:' in its files), a table shows how far each is used. The table shows the last year that is reported, or 'all' where a system has no dates or the last year is not whole; the result files hold every year, and the months of measures that ask for them. A system with a 'branch' date is spun up once per replication under the baseline; all scenarios go on from that state, and the baseline's last year before it is reported too.",
            "A SCENARIO may also be a path: the file holds one scenario, as those of a system do (it is named like the file), or several under 'scenarios:'. They may include scenarios of the system. --set makes a scenario of one or more changes on the spot, --from and --over let it begin on a day and be phased in. What was asked for is in the results like any scenario: what it changes in the report, the file with its SHA-256 in the manifest.",
            "--arrivals and --beds let months be as they were recorded, with nothing else changed: the streams and the pool that the system names take the difference. What a file does not have grows or stays as described; the notes after the run say what that is.",
        ],
        Examples =
        [
            ("flowsim compare", "the main job"),
            ("flowsim compare rural-hubs whole-plan --replications 20", "two scenarios, narrower intervals"),
            ("flowsim compare rural-hubs+discharge-to-assess", "both together, as one scenario"),
            ("flowsim compare my/scenario.yaml", "a scenario of one's own, in a file (see 'flowsim new --scenario')"),
            ("flowsim compare --system two-wards --set \"pools.ward-bed@north.capacity+=4\"", "a change of one's own, on the spot"),
            ("flowsim compare --quick", "chance alone, in a third of the time"),
            ("flowsim compare discharge-to-assess --draws 100", "what is not known, more closely"),
            ("flowsim compare --system my-folder --days 90 --out try", "a system of one's own, measured for 90 days, results in try/"),
            ("flowsim compare --json > result.json", "for a script"),
            ("flowsim compare --arrivals attendances.csv", "a recorded year"),
        ],
        Files = ManualPage.ResultFiles,
    };

    public static Command Build(Terminal terminal)
    {
        var scenarios =
            new Argument<string[]>("SCENARIO") { Arity = ArgumentArity.ZeroOrMore, Description = $"Scenarios, each {AskedSystem.Scenario}." };
        var command = new Command(Name, "compare scenarios with the baseline") { scenarios };
        UnknownOption.Refuse(scenarios, command);
        var set = SetOptions.AddTo(command);
        var options = ExperimentOptions.AddTo(command, OuterDraws.Default);
        command.SetAction(result => Run(terminal, options.Read(result), (result.GetValue(scenarios) ?? [], set.Read(result)), CommandText.Of(result)));
        return command;
    }

    private static int Run(Terminal terminal, ExperimentSettings settings, (string[] Scenarios, SetChanges? Set) named, string commandLine)
    {
        var asked = AskedSystem.Of(LoadedSystem.Read(settings.System, terminal, settings.Quiet), named.Scenarios, named.Set, terminal, settings.Quiet);
        var (system, scenarios) = (asked.System, Chosen(asked));
        var session = new ExperimentSession(terminal, settings, system, commandLine) { Named = asked.Inputs };
        var (finished, exit) = session.Run([ExperimentPlan.BaselineId, .. scenarios]);
        if (finished is not null)
        {
            Print(terminal, settings, system, finished, scenarios);
        }

        return exit;
    }

    private static List<string> Chosen(AskedSystem asked)
    {
        var system = asked.System;
        var scenarios = (asked.Ids.Count > 0 ? asked.Ids : system.ComparedByDefault).Where(id => id != ExperimentPlan.BaselineId).Distinct().ToList();
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
        terminal.Out.Write(SavingsTable.Render(finished.Results, scenarios, names, terminal.Width));
        terminal.Out.Write(ClaimLines.Render(finished.Results, scenarios, terminal.Width));
        terminal.Out.Write(GivingWayTable.Render(finished.Results, scenarios, names, periods[^1], terminal.Width));
        foreach (var parts in SumOfParts.Of(finished.Results))
        {
            terminal.Out.Write(SumOfPartsTable.Render(finished.Results, parts, measures, names, periods[^1], terminal.Width));
            terminal.Out.WriteLine();
        }

        TableHeading.WriteNotes(terminal.Out,
            [
                ComparisonTable.StarNote, .. ComparisonTable.RangeNote(finished.Results),
                .. WideInputs.Of(finished.Results, scenarios, measures, names, periods[^1]),
                .. TablePeriods.Elsewhere(finished.Results, [periods[^1]]),
            ], terminal.Width);
    }
}
