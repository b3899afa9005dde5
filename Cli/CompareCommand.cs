using System.CommandLine;
using System.CommandLine.Completions;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Cli.Tables;
using FlowSim.Scenarios.Asked;
using FlowSim.Scenarios.Compilation.Measures;
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
            "Runs the baseline and the scenarios with the same patients and the same random numbers, and prints the answer for the whole system: some ten measures with their targets, and what each scenario changes of them, the one first that goes furthest towards the targets; then the same in words, and how far to trust it. A change stands with half its 95 % interval, paired by replication; * marks those that are more than chance. results/report.html has all of it with charts.",
            "--places adds each place with its whole intervals, --measures chooses the measures, --all prints everything, also what is saved, by whom it is lost, and what gives way. The first interval is of chance alone. The one in round brackets is of chance with what is not known: the lowest and the highest of 20 draws (from 40 draws on, 19 in 20 lie in it), each one run with one member of the calibrated set (calibrated-set.csv beside the system, if there is one) and one amount within each range of the scenarios, the same for baseline and all scenarios. Below the places stands which input makes the largest difference of each scenario wide. --draws asks for more draws, --quick for none.",
            "Without SCENARIO the system's own set is compared ('compare:' in its files, else all its scenarios). Where a scenario that includes others is compared with all of these, a further table has the sum of the parts' differences beside the whole's. Of a system with prices (costs.csv beside it) a table shows what each scenario saves for all partners together, the years of the run taken together: in cash, and what is freed would be worth if it is used again; with a verdict, and who loses. ledger.csv has every line, savings.csv the sums by partner. Of a system that says by which rules it gives way when it is full ('gives_way:' in its files), a table shows how far each is used. The table shows the last year that is reported, or 'all' where a system has no dates or the last year is not whole; the result files hold every year, and months of measures that have them with --months. A system with a 'branch' date is spun up once per replication under the baseline; all scenarios go on from that state, and the baseline's last year before it is reported too.",
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
            ("flowsim compare rural-hubs --precision 2%", "as many replications as means to 2 % need"),
            ("flowsim compare rural-hubs --precision 1% --budget 10min", "as many as fit into ten minutes, if that takes more"),
            ("flowsim compare --quick", "chance alone, in a third of the time"),
            ("flowsim compare discharge-to-assess --draws 100", "what is not known, more closely"),
            ("flowsim compare --system my-folder --days 90 --out try", "a system of one's own, measured for 90 days, results in try/"),
            ("flowsim compare --quick --places --measures wait_mean,utilisation", "two measures, by place too"),
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
        scenarios.CompletionSources.Add(context => Completions.Scenarios(context).Select(id => new CompletionItem(id)));
        var set = SetOptions.AddTo(command);
        var options = ExperimentOptions.AddTo(command, OuterDraws.Default);
        var answer = AnswerOptions.AddTo(command);
        var excel = ExcelOption.AddTo(command);
        var trace = TraceOptions.AddTo(command);
        command.SetAction(result => Run(terminal, options.Read(result) with { Excel = result.GetValue(excel), Trace = trace.Read(result) }, answer.Read(result),
            (result.GetValue(scenarios) ?? [], set.Read(result)), CommandText.Of(result)));
        return command;
    }

    private static int Run(Terminal terminal, ExperimentSettings settings, AnswerSettings shown, (string[] Scenarios, SetChanges? Set) named,
        string commandLine)
    {
        var asked = AskedSystem.Of(LoadedSystem.Read(settings.System, terminal, settings.Quiet), named.Scenarios, named.Set, terminal, settings.Quiet);
        var (system, scenarios) = (asked.System, Chosen(asked));
        AskedMeasures.Demand(system, shown.Measures);
        var session = new ExperimentSession(terminal, settings, system, commandLine)
        {
            Named = asked.Inputs,
            BriefNotes = !shown.All,
            ReadsDistributions = shown.ReadsDistributions,
        };
        return session.Run([ExperimentPlan.BaselineId, .. scenarios], finished => Print(terminal, settings, shown, finished));
    }

    internal static List<string> Chosen(AskedSystem asked)
    {
        var system = asked.System;
        var scenarios = (asked.Ids.Count > 0 ? asked.Ids : system.ComparedByDefault).Where(id => id != ExperimentPlan.BaselineId).Distinct().ToList();
        scenarios.ForEach(system.Demand);
        return scenarios.Count > 0
            ? scenarios
            : throw new CommandFailure(ExitCode.Usage,
                $"system {system.Id} has no scenario to compare with its baseline; 'flowsim run baseline --system {system.Files.Name}' runs it");
    }

    internal static void Print(Terminal terminal, ExperimentSettings settings, AnswerSettings shown, FinishedExperiment finished)
    {
        if (settings.Json)
        {
            JsonResults.Write(terminal.Out, finished.Kept);
            return;
        }

        terminal.Out.Write(new ComparisonText(finished.Results, shown, finished.Rows.Months).Render(terminal.Width));
    }
}
