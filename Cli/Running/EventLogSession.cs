using System.Globalization;
using FlowSim.Cli.Options;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results.EventLogs;

namespace FlowSim.Cli.Running;

/// <summary>The event log of an experiment, from the demand to the file.</summary>
internal sealed class EventLogSession : IDisposable
{
    private readonly Terminal terminal;
    private readonly ExperimentSettings settings;
    private EventLogFile? log;

    public EventLogSession(Terminal terminal, ExperimentSettings settings) => (this.terminal, this.settings) = (terminal, settings);

    /// <exception cref="CommandFailure">The file cannot be written: said before anything is read or run.</exception>
    public void Demand()
    {
        if (settings.Trace is not { Path: var path })
        {
            return;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (Directory.Exists(path))
        {
            throw new CommandFailure(ExitCode.Files, $"{path} is a folder; --trace needs the name of a file");
        }

        if (!Directory.Exists(folder))
        {
            throw new CommandFailure(ExitCode.Files, $"--trace: there is no folder {folder} for {Path.GetFileName(path)}");
        }

        if (File.Exists(path) && !settings.Force)
        {
            throw new CommandFailure(ExitCode.Files, $"{path} is there already; --force replaces it, or name another file");
        }
    }

    /// <summary>The plan with what the log needs.</summary>
    /// <exception cref="CommandFailure">The experiment does not have what is to be logged.</exception>
    public ExperimentPlan With(ExperimentPlan plan)
    {
        if (settings.Trace is not { } request)
        {
            return plan;
        }

        log = EventLogFile.Of(request, plan, out var fault) ?? throw new CommandFailure(ExitCode.Usage, fault!);
        return plan with { Trace = log.Trace };
    }

    /// <summary>Writes the log of what was run to its end; what was computed is not lost where that is not possible.</summary>
    /// <returns>The exit code that this alone would have.</returns>
    public int Write(ExperimentPlan plan, ExperimentResult result)
    {
        if (log is null)
        {
            return ExitCode.Done;
        }

        var path = settings.Trace!.Path;
        if (!result.Complete)
        {
            terminal.Error.WriteLine($"flowsim: no event log was written to {path}, since not everything was run to its end");
            return ExitCode.Done;
        }

        try
        {
            var events = log.Write(plan);
            var missing = log.Trace.Replications.Where(number => !result.Replications.Contains(number)).ToList();
            if (!settings.Quiet)
            {
                terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{events:N0} events are in {path}"));
                if (missing.Count > 0)
                {
                    terminal.Error.WriteLine($"The event log has nothing of replication {string.Join(", ", missing)}: so many were not needed");
                }
            }

            return ExitCode.Done;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"flowsim: the event log {path} cannot be written: {failure.Message}");
            return ExitCode.Files;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine($"flowsim: interrupted; no event log was written to {path}");
            return ExitCode.Interrupted;
        }
    }

    public void Dispose() => log?.Dispose();
}
