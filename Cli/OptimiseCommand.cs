using System.CommandLine;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Cli.Tables;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Optimising;

namespace FlowSim.Cli;

/// <summary><c>flowsim optimise</c>: what a target takes at least cost.</summary>
internal static class OptimiseCommand
{
    public const string Name = "optimise";

    private const int DefaultReplications = 32;

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Says what a target takes at least cost. A QUESTION of the system ('optimise:' in its files) names levers, which are capacities with bounds and prices, and targets, such as \"beds_lost < 2 % with 95 %\": that 95 years in a hundred lie below 2 %, said with 95 % confidence. Without 'with' the mean is to lie below. Without QUESTION the first is put.",
            "From what there is, the search buys again and again a step of the lever that brings the targets nearest for each pound; that draws the curve of the first target against cost, a little beyond the targets. Then it makes the design cheaper by exchange, with twice the replications, and at the end looks again with all. Designs are run with the same patients and random numbers. The best of many looks better than it is: the few that are left are run once more with other random numbers, and those runs alone are reported for them.",
            "Of a system with prices (costs.csv beside it) every design has what all partners together gain or lose after its cost, and the notes say from which level on a further step costs more than it saves: in what is freed, if it is used again, and in cash. Where every lever at its end misses a target, the best that is in reach is said.",
            "The designs that are left are scenarios: the result files, the report and the charts show them as any comparison does, and DESIGN.yaml in the folder can be put among the scenarios of the system. It takes long: some hundred runs of two years are usual.",
        ],
        Examples =
        [
            ("flowsim optimise", "the system's first question"),
            ("flowsim optimise delayed-patients --system two-wards", "a question by name"),
            ("flowsim optimise delayed-patients --system two-wards --target \"wait_mean@north of ward < 1 h\"", "another target"),
            ("flowsim optimise --replications 16", "in half the time, less certain"),
            ("flowsim plot results --chart cost-curve", "the curve as a drawing"),
        ],
        Files =
        [
            ("results/designs.csv", "the best designs and the points of the curve: cost, what is reached, verdict, net gain"),
            ("results/levers.csv", "how far each of them moves each lever"),
            .. ManualPage.ResultFiles,
        ],
    };

    public static Command Build(Terminal terminal)
    {
        var question = new Argument<string?>("QUESTION")
        {
            Description = "The name of a question. Default: the first.",
            DefaultValueFactory = _ => null,
            Arity = ArgumentArity.ZeroOrOne,
        };
        var targets = new Option<string[]>("--target")
        {
            HelpName = "TARGET",
            Description = "A target in place of the question's own, such as \"wait_mean@north of triage < 20 min\" or \"beds_lost < 2 % with 95 %\". May be given several times.",
            AllowMultipleArgumentsPerToken = false,
        };
        var command = new Command(Name, "what a target takes at least cost") { question, targets };
        UnknownOption.Refuse(question, command);
        var options = ExperimentOptions.AddOptimiseTo(command, DefaultReplications);
        command.SetAction(result => Run(terminal, options.Read(result),
            (result.GetValue(question), result.GetValue(targets) ?? []), CommandText.Of(result)));
        return command;
    }

    private static int Run(Terminal terminal, ExperimentSettings given, (string? Name, string[] Targets) asked, string commandLine)
    {
        var system = LoadedSystem.Read(given.System, terminal, given.Quiet);
        var settings = given with { Replications = given.Replications ?? DefaultReplications };
        var question = Find(terminal, system, settings, asked);
        var spinUps = KeptSpinUps.Of(terminal, settings, question.Files, question.Overrides);
        var optimum = new Optimiser(question, settings.Replications!.Value, settings.Seed, settings.Threads, line => Tell(terminal, settings, line),
            terminal.Interrupt, spinUps).Run();
        if (optimum.IsCancelled)
        {
            terminal.Error.WriteLine(FormattableString.Invariant($"flowsim: interrupted after {optimum.Tried} designs, which are told above; nothing was written"));
            return ExitCode.Interrupted;
        }

        Tell(terminal, settings, FormattableString.Invariant(
            $"{optimum.Tried} designs tried in {optimum.Replications} runs; {optimum.Finalists.Count} of them are run again with other random numbers"));
        foreach (var note in KeptSpinUps.Note(spinUps))
        {
            Tell(terminal, settings, note);
        }

        var fresh = settings with { Seed = unchecked(settings.Seed + 1) };
        var session = new ExperimentSession(terminal, fresh, LoadedSystem.Of(optimum.Files), commandLine) { Optimum = optimum, ReadsDistributions = true };
        return session.Run([ExperimentPlan.BaselineId, .. optimum.Finalists], finished => Print(terminal, fresh, system, question, finished));
    }

    private static Question Find(Terminal terminal, LoadedSystem system, ExperimentSettings settings, (string? Name, string[] Targets) asked)
    {
        var name = asked.Name;
        var known = Question.Names(system.Files);
        if (known.Count == 0)
        {
            throw new CommandFailure(ExitCode.Usage,
                $"system {system.Id} asks no question: write levers and targets under optimise: (see docs/optimise.md)");
        }

        if (name is not null && known.All(one => one.Name != name))
        {
            var hint = Nearest.Hint(name, known.Select(one => one.Name));
            throw new CommandFailure(ExitCode.Usage,
                $"system {system.Id} has no question '{name}'. {(hint.Length > 0 ? hint + " " : "")}It has: {string.Join(", ", known.Select(one => one.Name))}");
        }

        var problems = new ProblemList { Sources = system.Files.Sources };
        var overrides = new RunOverrides(settings.Years, settings.Days, settings.WarmUp?.Text, settings.Replications);
        var question = Interruptible.Run(() => Question.Read(system.Files, name ?? known[0].Name, overrides, problems, asked.Targets), terminal.Interrupt);
        terminal.Report(problems, settings.Quiet);
        return question ?? throw LoadedSystem.InvalidInput(problems);
    }

    private static void Tell(Terminal terminal, ExperimentSettings settings, string line)
    {
        if (!settings.Quiet)
        {
            terminal.Error.WriteLine(line);
        }
    }

    private static void Print(Terminal terminal, ExperimentSettings settings, LoadedSystem system, Question question, FinishedExperiment finished)
    {
        if (settings.Json)
        {
            JsonResults.WriteDesigns(terminal.Out, finished.Results);
            return;
        }

        var on = question.On.Length > 0 ? $", on top of {question.On}" : "";
        var when = question.Period == Periods.All ? "over all that is measured" : $"in {question.Period}";
        TableHeading.Write(terminal.Out, finished, system.Title, $"{question.Title}: {when}{on}", terminal.Width);
        terminal.Out.Write(OptimumTable.Render(finished.Results, terminal.Width));
        TableHeading.WriteNotes(terminal.Out, [OptimumWords.Answer(finished.Results), .. OptimumWords.Turning(finished.Results)], terminal.Width);
    }
}
