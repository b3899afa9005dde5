using System.CommandLine;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Plots.Report;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Describing;

namespace FlowSim.Cli;

/// <summary><c>flowsim describe</c>: the system in words and tables, item by item of STRESS-DES.</summary>
internal static class DescribeCommand
{
    public const string Name = "describe";

    private const string Markdown = "md";
    private const string Html = "html";

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Prints a system in words and tables, answering each item of the reporting checklist STRESS-DES (Monks et al. 2019): objectives, logic, components, data, experimentation, implementation, code access. It is made from the description alone; nothing is run. Use it as the appendix of a paper or a report.",
            "What a description cannot know, such as the purpose of the model or where its files can be had, is marked \"To be written\" and says where.",
        ],
        Examples =
        [
            ("flowsim describe --system two-wards > appendix.md", "as Markdown"),
            ("flowsim describe --system stroke-unit --format html > appendix.html", "as one page that needs no network"),
            ("flowsim describe more-community --system two-wards", "of its scenarios only this one"),
            ("flowsim describe my/scenario.yaml --system two-wards", "a scenario of one's own, in a file"),
        ],
    };

    public static Command Build(Terminal terminal)
    {
        var scenarios = new Argument<string[]>("SCENARIO") { Arity = ArgumentArity.ZeroOrMore, Description = $"Scenarios to tell of, each {AskedSystem.Scenario}. Default: all." };
        var system = SystemOption.Create();
        var format = new Option<string>("--format")
        {
            HelpName = "F",
            Description = "md (Markdown, the default) or html.",
            DefaultValueFactory = _ => Markdown,
        };
        format.AcceptOnlyFromAmong(Markdown, Html);
        var command = new Command(Name, "a system in words, item by item of STRESS-DES") { scenarios, system, format };
        UnknownOption.Refuse(scenarios, command);
        command.SetAction(result =>
        {
            var read = LoadedSystem.Read(result.GetValue(system)!, terminal, quiet: true);
            var words = result.GetValue(scenarios) is { Length: > 0 } some ? some : [.. read.Scenarios];
            var (loaded, named, _) = AskedSystem.Of(read, words, null, terminal, quiet: true);
            var facts = FactsOf(loaded, named, terminal);
            var document = Interruptible.Run(() => SystemAppendix.Of(loaded.Files, facts), terminal.Interrupt);
            terminal.Out.Write(result.GetValue(format) == Html ? AppendixPage.Of(document) : AppendixText.Of(document));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>A system with some of its scenarios in words.</summary>
    /// <exception cref="CommandFailure">It cannot be compiled; its problems have been printed.</exception>
    internal static SystemFacts FactsOf(LoadedSystem system, IReadOnlyList<string> scenarios, Terminal terminal)
    {
        var problems = new ProblemList { Sources = system.Files.Sources };
        var facts = Interruptible.Run(() => FactsOf(system, scenarios, problems), terminal.Interrupt);
        terminal.Report(problems, quiet: true);
        return facts ?? throw LoadedSystem.InvalidInput(problems);
    }

    private static SystemFacts? FactsOf(LoadedSystem system, IReadOnlyList<string> scenarios, ProblemList problems)
    {
        var builder = new TimelineBuilder(system.Files, RunOverrides.None, problems);
        if (builder.Baseline() is not { } baseline)
        {
            return null;
        }

        var planned = scenarios.Where(id => id != ExperimentPlan.BaselineId)
            .Select(id => (Id: id, Timeline: builder.Scenario(id, baseline.First.Run))).ToList();
        return problems.HasErrors ? null : SystemDescriber.Of(system.Files, new ExperimentPlan
        {
            Baseline = baseline,
            Scenarios = planned.ConvertAll(scenario => new PlannedScenario(scenario.Id, system.TitleOf(scenario.Id), scenario.Timeline!)),
            Replications = baseline.First.Run.Replications,
        }, TableMeasures.Of(system, baseline));
    }
}
