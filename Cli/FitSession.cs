using FlowSim.Cli.Running;
using FlowSim.Cli.Tables;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Calibration;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Fitting;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Cli;

/// <summary>What <c>calibrate --fit</c> does: tries what can be known before anything is run, fits, and writes what was found.</summary>
internal sealed class FitSession(Terminal terminal, LoadedSystem system, FitSettings settings, bool quiet)
{
    /// <param name="observed">What was observed of the system.</param>
    /// <param name="name">The system as the user named it.</param>
    /// <param name="output">The folder that everything goes to.</param>
    public int Run(Observations observed, string name, string output)
    {
        if (!FitSystem.HasFit(system.Files))
        {
            throw new CommandFailure(ExitCode.Usage,
                $"system {system.Id} names no free inputs: write what may be moved, and how far, under fit: (see docs/calibration.md)");
        }

        var problems = new ProblemList { Sources = system.Files.Sources };
        var fitted = Interruptible.Run(() => FitSystem.Read(system.Files, observed, problems), terminal.Interrupt);
        Demand(fitted is not null && Interruptible.Run(() => fitted.CanBeFitted(problems), terminal.Interrupt), problems);
        using var folder = FitFolder.Open(output, name);
        var matching = HistoryMatching.Open(fitted!, settings, folder, Tell, problems);
        Demand(matching is not null, problems);
        var outcome = Fitted(matching!, output);
        var words = new CalibrationWords(SystemNames.Of(DescribeCommand.FactsOf(system, [ExperimentPlan.BaselineId], terminal)));
        return Conclude(outcome, new FitReport(outcome, words), new FitFiles(fitted!, settings, folder), output, problems);
    }

    private static FitOutcome Fitted(HistoryMatching matching, string output)
    {
        try
        {
            return matching.Run();
        }
        catch (OperationCanceledException)
        {
            throw new CommandFailure(ExitCode.Interrupted, $"interrupted; what was run is in {output}, and the same command goes on from there");
        }
        catch (FitFailedException failure)
        {
            throw new CommandFailure(ExitCode.InvalidInput, failure.Message);
        }
    }

    private int Conclude(FitOutcome outcome, FitReport report, FitFiles files, string output, ProblemList problems)
    {
        if (outcome.Members == 0)
        {
            files.Clear();
            report.WriteNothingLeft(terminal.Out, terminal.Width);
            throw new CommandFailure(ExitCode.InvalidInput, FormattableString.Invariant(
                $"the fit rules everything out: none of {outcome.Points} points is near enough to what was observed. {outcome.More} All that was run is in {Path.Combine(output, "fit-runs.csv")}; widen ranges under fit:, mend the description, or say a larger discrepancy in observed.csv"));
        }

        Demand(files.Write(outcome, problems), problems);
        report.Write(terminal.Out, terminal.Width);
        Tell($"the set is in {Path.Combine(output, FitFiles.Members)}; the system with the central member written into it, and the set around it, in {Path.Combine(output, FitFiles.SystemName)}; all that was run in {Path.Combine(output, "fit-runs.csv")}");
        return ExitCode.Done;
    }

    private void Tell(string line)
    {
        if (!quiet)
        {
            terminal.Error.WriteLine(line);
        }
    }

    private void Demand(bool isSound, ProblemList problems)
    {
        terminal.Report(problems, quiet: true);
        if (!isSound)
        {
            throw LoadedSystem.InvalidInput(problems);
        }
    }
}
