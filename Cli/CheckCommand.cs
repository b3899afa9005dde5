using System.CommandLine;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
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

namespace FlowSim.Cli;

/// <summary><c>flowsim check</c>: every problem in a system's files and scenarios.</summary>
internal static class CheckCommand
{
    public const string Name = "check";

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Reads and compiles systems with all their scenarios, and what was observed of them, and prints every problem with file, line, path, what was expected, what was found, and a hint. Nothing is run. Warnings alone leave the exit code at 0.",
            "Without PATH the default system is checked.",
        ],
        Examples =
        [
            ("flowsim check my-folder", "a folder with system.yaml"),
            ("flowsim check stroke-unit two-wards", "systems of the library"),
        ],
        Files = [("PATH/system.yaml", "the system; further YAML files and observed.csv beside it, tables/, rosters/ and scenarios/ belong to it")],
    };

    public static Command Build(Terminal terminal)
    {
        var paths =
            new Argument<string[]>("PATH") { Arity = ArgumentArity.ZeroOrMore, Description = "Folders with system.yaml, YAML files, or ids of the library." };
        var command = new Command(Name, "find every problem in a system's files") { paths };
        UnknownOption.Refuse(paths, command);
        command.SetAction(result => Run(terminal, result.GetValue(paths) is { Length: > 0 } named ? named : [SystemOption.Default]));
        return command;
    }

    private static int Run(Terminal terminal, string[] paths)
    {
        var exit = ExitCode.Done;
        Array.ForEach(paths, LoadedSystem.DemandSystem);
        foreach (var path in paths)
        {
            var problems = Interruptible.Run(() => Check(path), terminal.Interrupt);
            terminal.Write(terminal.Out, problems, _ => true);
            terminal.Out.WriteLine($"{path}: {(problems.Told.Count == 0 ? "ok" : ProblemCount.Of(problems))}");
            exit = problems.HasErrors ? ExitCode.InvalidInput : exit;
        }

        return exit;
    }

    private static ProblemList Check(string path)
    {
        var problems = new ProblemList();
        if (SystemReader.Read(path, problems) is not { } files)
        {
            return problems;
        }

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

        foreach (var scenario in files.Scenarios.Keys.Order(StringComparer.Ordinal))
        {
            if (baseline is null)
            {
                builder.ReadScenario(scenario);
            }
            else
            {
                builder.Scenario(scenario, baseline.First.Run);
            }
        }

        return problems;
    }
}
