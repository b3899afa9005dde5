using System.CommandLine;
using System.CommandLine.Completions;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Explaining;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Describing;
using FlowSim.Scenarios.Results.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Cli;

/// <summary><c>flowsim explain</c>: what a measure is, and what drives it.</summary>
internal static class ExplainCommand
{
    public const string Name = "explain";

    private const string DefaultResults = "results";

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Says what a measure is: in words, with unit, standard, definition and source; and what drives it. With results of a run it says where those whom the measure counts wait and how long, which pools they wait for, how full these are, and what holds them up in turn: patients who have their place still, because they wait for the next. Of those who wait for a stage each way there has its part; a mean wait is of all who come, those who give up among them.",
            $"RESULTS is a folder that 'flowsim compare' or 'flowsim run' has written; without it '{DefaultResults}' is looked into, if it is there and of this system. Without results the answer comes from the description alone, and says so. A scenario that the run took from a file is read from there again, if it is there.",
        ],
        Examples =
        [
            ("flowsim explain within_four_hours --system my-hospital", "a measure of the system that 'flowsim new' writes"),
            ("flowsim explain wait_mean results", "the longest waits of a run"),
            ("flowsim explain wait_mean results --scenario more-community --system two-wards", "under a scenario of the run"),
            ("flowsim explain wait_mean --scenario my/scenario.yaml --system two-wards", "a scenario of one's own, in a file"),
            ("flowsim list measures", "what can be explained"),
        ],
    };

    public static Command Build(Terminal terminal)
    {
        var measure = new Argument<string>("MEASURE") { Description = "Id of a measure (see 'flowsim list measures')." };
        measure.CompletionSources.Add(context => Completions.Measures(context).Select(id => new CompletionItem(id)));
        var results = new Argument<string?>("RESULTS")
        {
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => null,
            Description = $"Folder with results. Default: {DefaultResults}, if it is there.",
        };
        var system = SystemOption.Create();
        var scenario = new Option<string?>("--scenario")
        {
            HelpName = "SCENARIO",
            Description = $"This scenario, of the results where there are any: {AskedSystem.Scenario}. Default: the baseline.",
        };
        scenario.CompletionSources.Add(context => Completions.Scenarios(context).Select(id => new CompletionItem(id)));
        var command = new Command(Name, "what a measure is, and what drives it") { measure, results, system, scenario };
        UnknownOption.Refuse(measure, command);
        UnknownOption.Refuse(results, command);
        command.SetAction(result =>
        {
            var isNamed = result.GetResult(system) is { Implicit: false } || result.GetValue(results) is null;
            var named = isNamed ? result.GetValue(system)! : SystemOf(result.GetValue(results)!, result.GetValue(system)!);
            return Run(terminal, result.GetValue(measure)!, result.GetValue(results), named, result.GetValue(scenario));
        });
        return command;
    }

    private static int Run(Terminal terminal, string id, string? folder, string systemName, string? named)
    {
        var read = LoadedSystem.Read(systemName, terminal, quiet: true);
        var results = ResultsOf(terminal, read, folder, id);
        var (system, scenario) = ExplainedScenario.Of(read, named, results, terminal);
        var (baseline, model) = Compile(system, scenario, terminal);
        var measures = SystemDescriber.MeasuresOf(model);
        if (measures.FirstOrDefault(one => one.Id == id) is not { } measure || MeasureDrivers.Of(model, id) is not { } drivers)
        {
            var hint = Nearest.HintOfMany(id, [.. measures.Select(one => one.Id)]);
            throw new CommandFailure(ExitCode.Usage,
                $"system {system.Id} has no measure '{id}'. {(hint.Length > 0 ? hint + " " : "")}'flowsim list measures' lists them.");
        }

        var facts = results?.System ?? DescribeCommand.FactsOf(system, [], terminal);
        var words = new MeasureWords(terminal.Out, terminal.Width, SystemNames.Of(facts), new StageNeeds(model, baseline), scenario);
        words.Definition(measure);
        if (results is null)
        {
            words.FromDescription(drivers);
            terminal.Out.WriteLine();
            words.Say("No results were looked at: 'flowsim compare' makes them, and this command then says how long the waits are and what is full.");
        }
        else
        {
            words.FromResults(measure, drivers, results);
        }

        return ExitCode.Done;
    }

    /// <summary>The system that results are of, in the library or where their command line says that it is; else what is named otherwise.</summary>
    private static string SystemOf(string folder, string otherwise)
    {
        var run = ResultReader.Read(folder, _ => false).Run;
        var words = CommandText.WordsOf(run.Command).ToList();
        var named = words.IndexOf("--system") is >= 0 and var at && at + 1 < words.Count ? words[at + 1] : run.System;
        return new[] { named, run.System }.FirstOrDefault(SystemReader.Exists) ?? otherwise;
    }

    /// <summary>The baseline and the scenario that is asked for, whose stages may be its own.</summary>
    private static (SystemModel Baseline, SystemModel Asked) Compile(LoadedSystem system, string? scenario, Terminal terminal)
    {
        var problems = new ProblemList { Sources = system.Files.Sources };
        var builder = new TimelineBuilder(system.Files, RunOverrides.None, problems);
        var baseline = Interruptible.Run(builder.Baseline, terminal.Interrupt);
        if (baseline is null)
        {
            terminal.Report(problems, quiet: true);
            throw LoadedSystem.InvalidInput(problems);
        }

        var isOwn = scenario is not null && scenario != ExperimentPlan.BaselineId;
        var asked = isOwn ? Interruptible.Run(() => builder.Scenario(scenario!, baseline.First.Run), terminal.Interrupt) : null;
        return (baseline.First, asked?.First ?? baseline.First);
    }

    /// <summary>The results; null where none are named and those at hand are of something else.</summary>
    private static ResultSet? ResultsOf(Terminal terminal, LoadedSystem system, string? folder, string id)
    {
        if (folder is null && !File.Exists(Path.Combine(DefaultResults, "manifest.json")))
        {
            return null;
        }

        string[] read = [id, GenericMeasures.QueueLength, GenericMeasures.Utilisation, GenericMeasures.Open];
        var results = Interruptible.Run(() => ResultReader.Read(folder ?? DefaultResults, read.Contains), terminal.Interrupt);
        if (results.Run.System == system.Id)
        {
            return results;
        }

        return folder is null ? null : throw new CommandFailure(ExitCode.Usage,
            $"{folder} has results of the system {results.Run.System}, not of {system.Id}: name it with --system");
    }
}
