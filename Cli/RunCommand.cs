using System.CommandLine;
using System.CommandLine.Completions;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Cli.Tables;
using FlowSim.Scenarios.Asked;

namespace FlowSim.Cli;

/// <summary><c>flowsim run</c>: one scenario by itself.</summary>
internal static class RunCommand
{
    public const string Name = "run";

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Runs one scenario and prints the answer for the whole system: some ten measures, means across replications with their 95 % intervals, with their targets beside; then in words which targets are missed, and how far to trust it. 'baseline' is the system as described. results/report.html has all of it with charts. To see what a scenario changes, use 'flowsim compare': differences are far more precise than two runs side by side.",
            "--places adds each place, --measures chooses the measures, --all prints everything: all headline measures by place and year, and all notes. With --draws the means have a second interval, in round brackets: with what is not known, as in 'compare'; how far the model itself is from the real system is not in it.",
            "--arrivals and --beds let months be as they were recorded, with nothing else changed: the streams and the pool that the system names take the difference. What a file does not have grows or stays as described; the notes after the run say what that is.",
        ],
        Examples =
        [
            ("flowsim run baseline", "the system as it is"),
            ("flowsim run baseline --system two-wards --places", "its places too"),
            ("flowsim run more-community --system two-wards --replications 50", "50 replications, with quantiles in summary.csv"),
            ("flowsim run --system two-wards --set \"pools.ward-bed@north.capacity+=4\"", "a change of one's own, on the spot"),
            ("flowsim run baseline --system my-folder --days 30 --warm-up 10", "a quick look"),
            ("flowsim run baseline --arrivals attendances.csv --beds beds.csv", "a recorded year"),
            ("flowsim run baseline --trace patients.csv --trace-window 0..14", "two weeks of each patient's events"),
        ],
        Files = ManualPage.ResultFiles,
    };

    public static Command Build(Terminal terminal)
    {
        var scenario = new Argument<string?>("SCENARIO")
        {
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => null,
            Description = $"The scenario: baseline, {AskedSystem.Scenario}.",
        };
        var command = new Command(Name, "run one scenario") { scenario };
        UnknownOption.Refuse(scenario, command);
        scenario.CompletionSources.Add(context => Completions.Scenarios(context).Select(id => new CompletionItem(id)));
        var set = SetOptions.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(scenario) is { Tokens.Count: > 0 } == set.IsGiven(result))
            {
                result.AddError(set.IsGiven(result)
                    ? "SCENARIO and --set exclude each other: one scenario is run; a file can include a scenario and change it further"
                    : "a SCENARIO is missing, or --set");
            }
        });
        var options = ExperimentOptions.AddTo(command, drawsByDefault: 0);
        var answer = AnswerOptions.AddTo(command);
        var excel = ExcelOption.AddTo(command);
        var trace = TraceOptions.AddTo(command);
        command.SetAction(result => Run(terminal, options.Read(result) with { Excel = result.GetValue(excel), Trace = trace.Read(result) }, answer.Read(result),
            (result.GetValue(scenario), set.Read(result)), CommandText.Of(result)));
        return command;
    }

    private static int Run(Terminal terminal, ExperimentSettings settings, AnswerSettings shown, (string? Scenario, SetChanges? Set) named,
        string commandLine)
    {
        var read = LoadedSystem.Read(settings.System, terminal, settings.Quiet);
        var asked = AskedSystem.Of(read, named.Scenario is { } word ? [word] : [], named.Set, terminal, settings.Quiet);
        if (asked.Ids is not [var scenario])
        {
            throw new CommandFailure(ExitCode.Usage,
                $"'{named.Scenario}' holds {asked.Ids.Count} scenarios ({string.Join(", ", asked.Ids)}) and one can be run; 'flowsim compare' takes all");
        }

        var system = asked.System;
        AskedMeasures.Demand(system, shown.Measures);
        var session = new ExperimentSession(terminal, settings, system, commandLine)
        {
            Named = asked.Inputs,
            BriefNotes = !shown.All,
            ReadsDistributions = shown.ReadsDistributions,
        };
        return session.Run([scenario], finished => Print(terminal, settings, shown, finished));
    }

    internal static void Print(Terminal terminal, ExperimentSettings settings, AnswerSettings shown, FinishedExperiment finished)
    {
        if (settings.Json)
        {
            JsonResults.Write(terminal.Out, finished.Kept);
            return;
        }

        terminal.Out.Write(new RunText(finished.Results, shown, finished.Rows.Months).Render(terminal.Width));
    }
}
