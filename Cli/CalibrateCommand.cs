using System.CommandLine;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Cli.Tables;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Calibration;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Fitting;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Cli;

/// <summary><c>flowsim calibrate</c>: what was observed beside what the baseline gives.</summary>
internal static class CalibrateCommand
{
    public const string Name = "calibrate";

    private const string File = "observed.csv";

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            $"Runs the baseline and sets it beside what was observed of the real system: the file {File} beside system.yaml, a row for each figure. Each modelled figure has its 95 % interval; one whose observation has a tolerance has a verdict: 'within' where all of the interval is within the tolerance, 'outside' where none of it is, else 'cannot be told'. Figures without a tolerance, and those that are only recalled, are shown and not judged; a row without a figure says that there is no observation.",
            "Twelve recorded months of a measure are judged together too: how the model's months go with them (correlation, at least 0.6), and whether they vary as much (spread, at least half). A misfit is no error: the exit code is 0.",
            "--fit is another thing: it moves the free inputs that the system names under fit: over their ranges, in waves, and keeps the sets of inputs with which no figure with a tolerance is further off than observation, model discrepancy and chance explain (history matching). The run ends as above. It says how many runs it plans before it starts, may be interrupted, and goes on from there when it is called again; the system's own files are never written to. What is not ruled out, and a copy of the system with the central set written into it, come into a folder of their own.",
            "--observed sets it beside another file, such as one of another year: years before the last may be judged if they begin two years or more after the run does, later ones with --years. --arrivals and --beds let months be as they were recorded, with nothing else changed; the notes after the run say what grows or stays as described.",
            "If all that was observed lies in the last year before the branch, the run ends there. docs/calibration.md says how observations are written.",
        ],
        Examples =
        [
            ("flowsim calibrate", "the system that comes with FlowSim"),
            ("flowsim calibrate --system my-folder --replications 20", "narrower intervals, so that more can be told"),
            ("flowsim calibrate --system my-folder --fit --out fitted", "fit it, in two hours at most"),
            ("flowsim calibrate --observed observed-2015-16.csv --arrivals recorded-arrivals-2015-16.csv --beds recorded-beds-2015-16.csv",
                "a year to which nothing was fitted, from what was recorded of it"),
            ("flowsim calibrate --json > calibration.json", "for a script"),
        ],
        Files =
        [
            ("SYSTEM/observed.csv", "what was observed, with status, source and tolerance"),
            ("fit/fit-runs.csv", "with --fit: every point that was run, with what the model gave there"),
            ("fit/members.csv", "with --fit: those not ruled out, the central one first"),
            ("fit/system/", "with --fit: the system with the central set in it, and calibrated-set.csv around it"),
            ("SYSTEM/observed-days.csv", "recorded days of a series, as occupancy in a winter"),
            ("SYSTEM/predicted.csv", "how a year to which nothing was fitted came out: the model's own error of levels rests on it"),
            ("results/calibration.csv", "each figure, observed and modelled, with its verdict"),
            ("results/calibration-days.csv", "each recorded day beside the baseline's"),
            ("results/predicted.csv", "with --observed: the figures that were predicted, and beside them the nearest other year"),
            .. ManualPage.ResultFiles,
        ],
    };

    public static Command Build(Terminal terminal)
    {
        var command = new Command(Name, "set the baseline beside what was observed");
        var options = ExperimentOptions.AddObservedTo(command);
        var fit = FitOptions.AddTo(command, options);
        command.SetAction(result =>
        {
            var settings = options.Read(result);
            return fit.Read(result, settings, terminal.Interrupt) is { } asked
                ? Fit(terminal, settings, asked)
                : Run(terminal, settings, CommandText.Of(result));
        });
        return command;
    }

    private static int Fit(Terminal terminal, ExperimentSettings settings, FitSettings asked)
    {
        var system = LoadedSystem.Read(settings.System, terminal, settings.Quiet);
        var observed = Read(system, settings, terminal).Observed;
        return new FitSession(terminal, system, asked, settings.Quiet)
            .Run(observed, settings.System, settings.HasOut ? settings.Out : FitOptions.DefaultFolder);
    }

    private static int Run(Terminal terminal, ExperimentSettings settings, string commandLine)
    {
        var system = LoadedSystem.Read(settings.System, terminal, settings.Quiet);
        var (observed, own, named) = Read(system, settings, terminal);
        var chosen = observed.EndBeforeBranch ? settings with { Years = null, Days = 1 } : settings;
        var session = new ExperimentSession(terminal, chosen, system, commandLine)
        {
            Observed = observed,
            Named = named,
            Predicts = settings.Observed is null ? null : rows => Prediction.Of(rows, own),
        };
        return session.Run([ExperimentPlan.BaselineId], finished => Print(terminal, settings, system, finished));
    }

    /// <summary>
    /// What the baseline is set beside, and where that is another file also what the system's own says, as far as it can be read. Only what is wrong with
    /// observations is told here: of the system the run tells by itself.
    /// </summary>
    private static (Observations Observed, Observations? Own, IReadOnlyList<(string File, string Sha256)> Named) Read(LoadedSystem system,
        ExperimentSettings settings, Terminal terminal)
    {
        if (system.Files.Observed is null && settings.Observed is null)
        {
            throw new CommandFailure(ExitCode.Usage,
                $"system {system.Id} has no observations to be set beside its baseline: they stand in {File} beside its system.yaml (see docs/calibration.md)");
        }

        var problems = new ProblemList { Sources = system.Files.Sources };
        var baseline = Interruptible.Run(
            () => new TimelineBuilder(system.Files, new RunOverrides(Years: settings.Years), problems).Baseline(), terminal.Interrupt);
        if (baseline is not null && settings.Observed is { } path)
        {
            problems = new ProblemList { Sources = SourceFiles.OfFolder(Directory.GetCurrentDirectory()) };
            if (Observations.Read(path, system.Files, baseline.First, problems) is { } read && !problems.HasErrors)
            {
                return (read.Observed, Observations.Read(system.Files, baseline.First, new ProblemList()), [read.Input]);
            }
        }
        else if (baseline is not null && Observations.Read(system.Files, baseline.First, problems) is { } own && !problems.HasErrors)
        {
            return (own, null, []);
        }

        terminal.Report(problems, quiet: true);
        throw baseline is not null && settings.Observed is { } wrong
            ? new CommandFailure(ExitCode.InvalidInput, $"{wrong} cannot be used: {ProblemCount.Of(problems)}")
            : LoadedSystem.InvalidInput(problems);
    }

    private static void Print(Terminal terminal, ExperimentSettings settings, LoadedSystem system, FinishedExperiment finished)
    {
        var rows = finished.Results.Calibration;
        if (settings.Json)
        {
            JsonResults.Write(terminal.Out, rows);
            return;
        }

        var words = new CalibrationWords(SystemNames.Of(finished.Results.System));
        TableHeading.Write(terminal.Out, finished, system.Title, "observed, and mean of the baseline across replications with its 95 % interval",
            terminal.Width);
        terminal.Out.Write(CalibrationTable.Render(rows, words, terminal.Width));
        terminal.Out.WriteLine();
        string[] notes = [.. CalibrationTable.Notes(rows), words.Summary(rows), .. SetOf(system), .. PredictedOf(settings, finished, words)];
        TableHeading.WriteNotes(terminal.Out, notes, terminal.Width);
    }

    private static IReadOnlyList<string> PredictedOf(ExperimentSettings settings, FinishedExperiment finished, CalibrationWords words)
    {
        if (settings.Observed is null || finished.Results.Predicted.Count == 0)
        {
            return [];
        }

        var predicted = new LevelErrorWords(finished.Results.Predicted, words);
        return
        [
            "How far off (root mean square over the places):", .. predicted.Sentences(), predicted.Cover(),
            $"All of it is in {Path.Combine(settings.Out, "predicted.csv")}; beside system.yaml it gives the levels of these measures that error.",
        ];
    }

    private static IEnumerable<string> SetOf(LoadedSystem system)
    {
        if (system.Files.CalibratedSet is { Rows.Count: var members })
        {
            yield return FormattableString.Invariant(
                $"The system is the central one of {members} sets of inputs that what was observed does not rule out (calibrated-set.csv).");
        }
    }
}
