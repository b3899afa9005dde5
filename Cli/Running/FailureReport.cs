using FlowSim.Cli.Manual;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Report.Printing;
using FlowSim.Scenarios.Batches;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Running;

/// <summary>Turns a failure into an exit code and a message without a stack trace.</summary>
internal static class FailureReport
{
    /// <summary>Says why a command failed; the exit code.</summary>
    internal static int Report(Terminal terminal, Exception failure)
    {
        var (code, message) = Explain(failure);
        terminal.Error.WriteLine($"{CommandNames.Program}: {message}");
        return code;
    }

    /// <summary>Why it failed.</summary>
    internal static string Words(Exception failure) => Explain(failure).Message;

    private static (int Code, string Message) Explain(Exception failure) => failure switch
    {
        CommandFailure expected => (expected.ExitCode, expected.Message),
        RunFailedException run => (ExitCode.CannotGoOn, $"the run cannot go on: {run.Message}"),
        PrinterException printer => (ExitCode.Files, printer.Message),
        MissingLetterException letter => (ExitCode.InvalidInput, letter.Message),
        ResultContentException content => (ExitCode.InvalidInput, content.Message),
        BatchException batch => (ExitCode.InvalidInput, batch.Message),
        ResultFolderException folder => (ExitCode.Files, folder.Message),
        IOException or UnauthorizedAccessException => (ExitCode.Files, failure.Message),
        OperationCanceledException => (ExitCode.Interrupted, "interrupted"),
        _ => (ExitCode.OurDefect,
            $"this is our defect, not yours: {failure.GetType().Name}: {failure.Message}{Environment.NewLine}{Where(failure)}Please report it with the command line and the system's files."),
    };

    private static string Where(Exception failure)
    {
        var method = new System.Diagnostics.StackTrace(failure, fNeedFileInfo: false).GetFrames().Select(frame => frame.GetMethod())
            .FirstOrDefault(method => method?.DeclaringType?.Namespace?.StartsWith("FlowSim", StringComparison.Ordinal) == true);
        return method is null
            ? ""
            : $"It happened in {method.DeclaringType!.FullName}.{method.Name}, version {ProgramVersion.Current.Version}.{Environment.NewLine}";
    }
}
