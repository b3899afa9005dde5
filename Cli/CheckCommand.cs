using System.CommandLine;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Asked;
using FlowSim.Scenarios.Calibration;
using FlowSim.Scenarios.Claims;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Fitting;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Optimising;
using FlowSim.Scenarios.Savings.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Cli;

/// <summary><c>flowsim check</c>: every problem in a system's files and scenarios.</summary>
internal static class CheckCommand
{
    public const string Name = "check";

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Reads and compiles systems with all their scenarios, and what was observed of them, and prints every problem with file, line, path, what was expected, what was found, and a hint. Of laws that are fitted to exports of stays ('stays:') it says which was chosen and why. Nothing is run. Warnings alone leave the exit code at 0.",
            "A PATH may also be a file with scenarios from elsewhere, such as 'flowsim compare' takes: it is checked with the system of --system. --set checks a change typed on the spot, as 'flowsim compare' would make it.",
            "Without PATH the default system is checked.",
        ],
        Examples =
        [
            ("flowsim check my-folder", "a folder with system.yaml"),
            ("flowsim check stroke-unit two-wards", "systems of the library"),
            ("flowsim check my/scenario.yaml --system stroke-unit", "a scenario of one's own for one of them"),
            ("flowsim check --system two-wards --set \"pools.ward-bed@north.capacity+=4\"", "a change of one's own"),
        ],
        Files = [("PATH/system.yaml", "the system; further YAML files and observed.csv beside it, tables/, rosters/ and scenarios/ belong to it")],
    };

    public static Command Build(Terminal terminal)
    {
        var paths =
            new Argument<string[]>("PATH") { Arity = ArgumentArity.ZeroOrMore, Description = "Folders with system.yaml, YAML files, or ids of the library; or files with scenarios." };
        var system = SystemOption.Create();
        system.Description = "The system to which scenarios in files from elsewhere belong.";
        var command = new Command(Name, "find every problem in a system's files") { paths, system };
        UnknownOption.Refuse(paths, command);
        var set = SetOptions.AddTo(command);
        command.SetAction(result => set.Read(result) is { } typed && result.GetValue(paths) is not { Length: > 0 }
            ? RunTyped(terminal, result.GetValue(system)!, typed)
            : Run(terminal, result.GetValue(paths) is { Length: > 0 } named ? named : [result.GetValue(system)!], result.GetValue(system)!));
        command.Validators.Add(result =>
        {
            if (set.IsGiven(result) && result.GetResult(paths) is { Tokens.Count: > 0 })
            {
                result.AddError("PATH and --set exclude each other: --set is a change of the system that --system names");
            }
        });
        return command;
    }

    private static int Run(Terminal terminal, string[] paths, string system)
    {
        var exit = ExitCode.Done;
        Array.ForEach(paths, LoadedSystem.DemandSystem);
        LoadedSystem.DemandSystem(system);
        foreach (var path in paths)
        {
            var isScenario = AskedScenarios.IsScenarioFile(path);
            IReadOnlyList<StaysGroup> stays = [];
            var problems = Interruptible.Run(() => isScenario ? CheckScenarios([path], null, system) : Check(path, out stays), terminal.Interrupt);
            terminal.Write(terminal.Out, problems, _ => true);
            foreach (var group in stays)
            {
                terminal.Out.WriteLine($"stays.{group.Table}, {group.Name}: {group.Words}");
            }

            terminal.Out.WriteLine($"{path}: {(problems.Told.Count == 0 ? "ok" : ProblemCount.Of(problems))}");
            exit = problems.HasErrors ? ExitCode.InvalidInput : exit;
        }

        return exit;
    }

    /// <summary>Checks a change that was typed, with the system.</summary>
    private static int RunTyped(Terminal terminal, string system, SetChanges typed)
    {
        LoadedSystem.DemandSystem(system);
        var problems = Interruptible.Run(() => CheckScenarios([], typed, system), terminal.Interrupt);
        terminal.Write(terminal.Out, problems, _ => true);
        terminal.Out.WriteLine($"--set: {(problems.Told.Count == 0 ? "ok" : ProblemCount.Of(problems))}");
        return problems.HasErrors ? ExitCode.InvalidInput : ExitCode.Done;
    }

    /// <param name="path">The system.</param>
    /// <param name="stays">What was made of exports of stays.</param>
    private static ProblemList Check(string path, out IReadOnlyList<StaysGroup> stays)
    {
        var problems = new ProblemList();
        stays = [];
        if (SystemReader.Read(path, problems) is not { } files)
        {
            return problems;
        }

        stays = files.Stays;

        var builder = new TimelineBuilder(files, RunOverrides.None, problems);
        var baseline = builder.Baseline();
        if (baseline is not null)
        {
            FitSystem.Check(files, Observations.Read(files, baseline.First, problems), problems);
            Question.Check(files, problems);
            CalibratedSetCheck.Check(files, problems);
            PredictedReader.Of(files, baseline.First, problems);
            LedgerReader.Of(files, baseline.First, files.Scenarios.Keys, problems);
            PlanClaims.Of(files, baseline.First, problems);
        }

        builder.Check([.. files.Scenarios.Keys.Order(StringComparer.Ordinal)], baseline, Environment.ProcessorCount);
        return problems;
    }

    /// <summary>Scenarios from elsewhere, with those of the system that they include.</summary>
    private static ProblemList CheckScenarios(string[] words, SetChanges? typed, string system)
    {
        var problems = new ProblemList();
        if (SystemReader.Read(system, problems) is { } files)
        {
            var asked = AskedScenarios.Of(files, words, typed, problems);
            var builder = new TimelineBuilder(asked.Files, RunOverrides.None, problems);
            var baseline = builder.Baseline();
            builder.Check(asked.Ids, baseline, Environment.ProcessorCount);
            if (baseline is not null)
            {
                LedgerReader.Of(asked.Files, baseline.First, asked.Ids, problems);
            }
        }

        return problems;
    }
}
