using System.CommandLine;
using System.CommandLine.Parsing;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Running;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Report.Printing;
using FlowSim.Scenarios.Batches;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli;

/// <summary>The <c>flowsim</c> command: parses, runs, and turns every failure into an exit code and a message without a stack trace.</summary>
internal static class CommandLine
{
    public static int Run(IReadOnlyList<string> args, Terminal terminal)
    {
        try
        {
            // Who types nothing else asks what there is.
            var result = Build(terminal).Parse(args.Count == 0 ? ["--help"] : args);
            if (result.Action is ManualAction || result.Errors.Count == 0)
            {
                return result.Invoke(
                    new InvocationConfiguration
                    {
                        Output = terminal.Out,
                        Error = terminal.Error,
                        EnableDefaultExceptionHandler = false,
                        ProcessTerminationTimeout = null
                    });
            }

            ReportUsage(terminal, result);
            return ExitCode.Usage;
        }
        catch (Exception failure)
        {
            return FailureReport.Report(terminal, failure);
        }
    }

    /// <summary>All commands.</summary>
    internal static RootCommand Build(Terminal terminal)
    {
        var root = new RootCommand("simulates how patients flow through an urgent-care system")
        {
            CompareCommand.Build(terminal),
            RunCommand.Build(terminal),
            BatchCommand.Build(terminal),
            CalibrateCommand.Build(terminal),
            BedsCommand.Build(terminal),
            OptimiseCommand.Build(terminal),
            SweepCommand.Build(terminal),
            SensitivityCommand.Build(terminal),
            UncertaintyCommand.Build(terminal),
            ListCommand.Build(terminal),
            NewCommand.Build(terminal),
            CheckCommand.Build(terminal),
            AssumptionsCommand.Build(terminal),
            ExplainCommand.Build(terminal),
            DescribeCommand.Build(terminal),
            PlotCommand.Build(terminal),
            ExploreCommand.Build(terminal),
            ServeCommand.Build(terminal),
            ReportCommand.Build(terminal),
            SchemaCommand.Build(terminal),
            CompletionCommand.Build(terminal),
        };
        ManualAction.Install(root, terminal);
        return root;
    }

    private static void ReportUsage(Terminal terminal, ParseResult result)
    {
        // Of "foo is no command" and "a command is missing" the first says it all.
        var errors = result.Errors.Where(error => result.UnmatchedTokens.Count == 0 || error.SymbolResult is not CommandResult
            || result.UnmatchedTokens.Any(error.Message.Contains));
        var command = result.CommandResult.Command;
        var unknown = command is RootCommand && result.UnmatchedTokens is [var first, ..] ? first : null;
        var messages = unknown is null ? errors.Select(error => InOurWords(error.Message)).Distinct()
            : [$"unknown {(unknown.StartsWith('-') ? "option" : "command")} '{unknown}'. {Nearest.Hint(unknown, Names(command))}".TrimEnd()];
        foreach (var message in messages)
        {
            terminal.Error.WriteLine($"{CommandNames.Program}: {message}");
        }

        terminal.Error.WriteLine($"See '{CommandNames.Of(result.CommandResult.Command)} --help'.");
    }

    /// <summary>What the library says of a word that is none of a few, as all other messages say it.</summary>
    private static string InOurWords(string message)
    {
        var parts = message.Split('\'');
        if (!message.StartsWith("Argument '", StringComparison.Ordinal) || !message.Contains("Must be one of", StringComparison.Ordinal) || parts.Length < 4)
        {
            return message;
        }

        string[] known = [.. Enumerable.Range(1, (parts.Length / 2) - 1).Select(at => parts[(2 * at) + 1])];
        return $"expected one of {string.Join(", ", known)}; received '{parts[1]}'. {Nearest.Hint(parts[1], known)}".TrimEnd();
    }

    private static IEnumerable<string> Names(Command command) =>
        command.Subcommands.Select(one => one.Name).Concat(command.Options.Select(option => option.Name));
}
