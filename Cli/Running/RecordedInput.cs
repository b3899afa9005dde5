using FlowSim.Cli.Options;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Recorded;

namespace FlowSim.Cli.Running;

/// <summary>Reads the files of a recorded year, tells what is wrong with them, and finds what they make of the system.</summary>
internal static class RecordedInput
{
    /// <summary>The year and the overrides with which the system is as recorded; null where no file is given.</summary>
    /// <param name="terminal">Takes problems, and says what takes time.</param>
    /// <param name="settings">Paths, threads, quiet or not.</param>
    /// <param name="system">A system without errors.</param>
    /// <param name="overrides">What the command line says of the run.</param>
    /// <exception cref="CommandFailure">A file is wrong.</exception>
    public static (RecordedYear Year, RunOverrides Overrides)? Read(Terminal terminal, ExperimentSettings settings, LoadedSystem system,
        RunOverrides overrides)
    {
        if (!settings.Recorded.Any)
        {
            return null;
        }

        var problems = new ProblemList { Sources = SourceFiles.OfFolder(Directory.GetCurrentDirectory()) };
        var year = Interruptible.Run(
            () => RecordedYear.Read(system.Files, settings.Recorded.Arrivals, settings.Recorded.Beds, overrides, problems), terminal.Interrupt);
        var fitted = year is null ? null : Fit(terminal, settings, year, problems);
        terminal.Report(problems, settings.Quiet);
        return fitted is null
            ? throw new CommandFailure(ExitCode.InvalidInput, $"what was recorded cannot be used: {ProblemCount.Of(problems)}")
            : (year!, fitted);
    }

    private static RunOverrides? Fit(Terminal terminal, ExperimentSettings settings, RecordedYear year, ProblemList problems)
    {
        if (!settings.Quiet && year.Work.Length > 0)
        {
            terminal.Error.WriteLine(year.Work);
        }

        return Interruptible.Run(() => year.Fit(settings.Threads, problems, terminal.Interrupt), terminal.Interrupt);
    }
}
