using System.Diagnostics;
using FlowSim.Cli.Options;
using FlowSim.Cli.Tables;
using FlowSim.Plots.Answers;
using FlowSim.Plots.Report;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Calibration;
using FlowSim.Scenarios.Claims;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Optimising;
using FlowSim.Scenarios.Recorded;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Describing;
using FlowSim.Scenarios.Results.Workbooks;
using FlowSim.Scenarios.Savings;
using FlowSim.Scenarios.Savings.Reading;
using FlowSim.Scenarios.Sensitivity;
using FlowSim.Simulator.Model;

namespace FlowSim.Cli.Running;

/// <summary>What <c>compare</c> and <c>run</c> do: read, compile, run, write; every step before the run that can fail comes before it.</summary>
internal sealed class ExperimentSession
{
    private readonly Terminal terminal;
    private readonly ExperimentSettings settings;
    private readonly LoadedSystem system;
    private readonly string commandLine;
    private readonly Stopwatch begun = Stopwatch.StartNew();
    private RecordedYear? recorded;
    private IReadOnlyList<PredictedFigure> predicted = [];
    private PriceBook? prices;
    private PlanClaims? claims;

    public ExperimentSession(Terminal terminal, ExperimentSettings settings, LoadedSystem system, string commandLine)
    {
        this.terminal = terminal;
        this.settings = settings;
        this.system = system;
        this.commandLine = commandLine;
    }

    /// <summary>What was observed, to be set beside the baseline; null: nothing is.</summary>
    public Observations? Observed { get; init; }

    /// <summary>Makes of the observations as judged what has been predicted; null: the system's own file says what has.</summary>
    public Func<IReadOnlyList<CalibrationRow>, IReadOnlyList<PredictedFigure>>? Predicts { get; init; }

    /// <summary>Pools as written, and groups, of which the demand is recorded.</summary>
    public IReadOnlyList<string> Demands { get; init; } = [];

    /// <summary>Counts beds by the demand that was recorded; null: nobody asks.</summary>
    public Func<ExperimentPlan, ExperimentResult, IReadOnlyList<BedRow>>? CountsBeds { get; init; }

    /// <summary>The search whose designs are run; null: nothing was searched.</summary>
    public Optimum? Optimum { get; init; }

    /// <summary>What runs a plan: this machine, unless its shards are put together.</summary>
    public Func<ExperimentPlan, ExperimentResult> Runs { get; set; } = ExperimentRunner.Run;

    /// <summary>Every file that was read and every change that was typed, with its SHA-256; whole once something has been compiled.</summary>
    public IReadOnlyList<(string File, string Sha256)> Inputs => [.. system.Files.Inputs, .. Named, .. recorded?.Inputs ?? []];

    /// <summary>True where distributions of the number in use are read though the files do not hold them: they are recorded then.</summary>
    public bool ReadsDistributions { get; init; }

    /// <summary>True where the notes after the run are to be short, and the page is named.</summary>
    public bool BriefNotes { get; init; }

    /// <summary>Further files that the command line names, with their SHA-256.</summary>
    public IReadOnlyList<(string File, string Sha256)> Named { get; init; } = [];

    /// <summary>
    /// Runs the scenarios, prints what came out, and then writes the result files, for which nobody waits; the exit code says whether it was interrupted, or
    /// could not go on.
    /// </summary>
    /// <param name="scenarios">Ids; the first is what the others are compared with.</param>
    /// <param name="print">Prints the answer.</param>
    public int Run(IReadOnlyList<string> scenarios, Action<FinishedExperiment> print)
    {
        DemandFree(settings.Excel);
        using var log = new EventLogSession(terminal, settings);
        log.Demand();
        var plan = log.With(Compile(scenarios));
        using var folder = OutputFolder.Open(terminal, settings);
        var start = terminal.Clock.GetLocalNow();
        var watch = Stopwatch.StartNew();
        var title = system.Title.Length > 0 ? system.Title : system.Id;
        var result = new ProgressDisplay(terminal, settings.Quiet).Show(plan, title, () => Runs(plan), () => Looks(plan));
        watch.Stop();
        if (result.Replications.Count == 0)
        {
            terminal.Error.WriteLine("flowsim: interrupted before anything was finished; nothing was written");
            return ExitCode.Interrupted;
        }

        var run = Manifests.Of(plan, result, system, [.. Named, .. recorded?.Inputs ?? []], commandLine, start, watch.Elapsed, PeakMemory());
        var finished = new FinishedExperiment(plan, result, ResultsOf(plan, result, run), settings.Rows with { Headline = system.Headline });
        int exit;
        try
        {
            print(finished);
        }
        finally
        {
            // Who reads the answer no longer, such as a pager that was left, still gets the files.
            exit = Write(folder, finished);
        }

        var logged = log.Write(plan, result);
        return exit == ExitCode.Done ? logged : exit;
    }

    /// <summary>What would be run.</summary>
    /// <param name="scenarios">Ids; the first is what the others are compared with.</param>
    /// <exception cref="CommandFailure">The system is wrong; its problems have been printed.</exception>
    public ExperimentPlan Prepare(IReadOnlyList<string> scenarios) => Compile(scenarios);

    /// <exception cref="CommandFailure">The workbook is there already: said before anything is run.</exception>
    private void DemandFree(string? workbook)
    {
        if (workbook is not null && File.Exists(workbook) && !settings.Force)
        {
            throw new CommandFailure(ExitCode.Files, $"{workbook} is there already; --force replaces it, or name another file");
        }
    }

    private void WriteWorkbook(FinishedExperiment finished)
    {
        var results = finished.Kept;
        if (settings.Excel is not { } path)
        {
            return;
        }

        var declared = system.Measures.Concat(results.System.Headline).ToHashSet(StringComparer.Ordinal);
        using var workbook = new MemoryStream();
        Workbook.Write(workbook, results, declared.Contains, [.. AnswerSheet.Of(results), .. QueueSheet.Of(finished.Results)]);
        WholeFile.Write(path, workbook.ToArray());
    }

    private FirstLooks Looks(ExperimentPlan plan)
    {
        var measures = TableMeasures.Of(system, plan.Baseline);
        return new FirstLooks(new LookWords(SystemDescriber.Of(system.Files, plan, measures), measures));
    }

    /// <summary>All that an experiment says that <see cref="Prepare"/> has planned.</summary>
    /// <param name="plan">What was to be run.</param>
    /// <param name="result">What it gave.</param>
    /// <param name="run">How it was run.</param>
    public ResultSet ResultsOf(ExperimentPlan plan, ExperimentResult result, RunFacts run)
    {
        var measures = TableMeasures.Of(system, plan.Baseline);
        var chance = ExperimentSummary.Of(result, measures.ToHashSet());
        var judged = Observed?.Against(result) ?? [];
        predicted = Predicts?.Invoke(judged) ?? predicted;
        var summary = chance with { Summaries = new LevelErrors(predicted).On(chance.Summaries) };
        var ledger = prices is null ? null : Ledger.Of(prices, plan, result);
        var unread = new ProblemList { Sources = system.Files.Sources };
        var facts = SystemDescriber.Of(system.Files, plan, measures) with { Numbers = TriedNumbers.FactsOf(system.Files, unread) };
        var noted = run with
        {
            Notes =
            [
                .. recorded?.Notes ?? [], .. TrialNotes.Of(unread), .. RunNotes.Of(plan, result, summary, measures, SystemNames.Of(facts)),
                .. LevelNote(facts),
            ],
        };
        return ResultSet.Of(summary, noted, facts) with
        {
            SpinUpYears = result.SpinUpYears,
            Beds = CountsBeds?.Invoke(plan, result) ?? [],
            Calibration = judged,
            CalibrationDays = Observed?.Days(result) ?? [],
            Predicted = predicted,
            Ledger = ledger?.Lines ?? [],
            Savings = ledger?.Savings ?? [],
            Wards = ledger?.Wards ?? [],
            DrawnInputs = [.. summary.DrawnInputs, .. ledger?.DrawnPrices ?? []],
            Claims = claims?.Against(plan, result, ledger) ?? [],
            Designs = Optimum?.Rows(result, ledger) ?? [],
            Levers = Optimum?.Levers ?? [],
            DesignFiles = Optimum?.DesignFiles ?? [],
        };
    }

    private IEnumerable<string> LevelNote(SystemFacts facts) =>
        new LevelErrorWords(predicted, new CalibrationWords(SystemNames.Of(facts))).Line() is { Length: > 0 } line ? [line] : [];

    /// <summary>The exit code: a run that has been computed is still printed when its files cannot be written.</summary>
    private int Write(ResultFolder folder, FinishedExperiment finished)
    {
        try
        {
            FinishedFiles.Write(folder, finished, settings.Parquet);
            WriteWorkbook(finished);
        }
        catch (ResultFolderException failure)
        {
            terminal.Error.WriteLine($"flowsim: {failure.Message}; what was computed is printed all the same");
            if (finished.Replications.Failure is { } also)
            {
                FailureReport.Report(terminal, also.SourceException);
            }

            return ExitCode.Files;
        }

        Report(finished, folder.FolderPath);
        return finished.Replications.Failure is { } stopped ? FailureReport.Report(terminal, stopped.SourceException)
            : finished.Replications.Complete ? ExitCode.Done
            : ExitCode.Interrupted;
    }

    private ExperimentPlan Compile(IReadOnlyList<string> scenarios)
    {
        var problems = new ProblemList { Sources = system.Files.Sources };
        var overrides = Overrides(scenarios.Count > 1 ? LedgerReader.DemandOf(system.Files) : null);
        var builder = new TimelineBuilder(system.Files, overrides, problems);
        var baseline = Interruptible.Run(builder.Baseline, terminal.Interrupt);
        if (baseline is not null && RecordedInput.Read(terminal, settings, system, overrides) is { } read)
        {
            (recorded, overrides) = (read.Year, read.Overrides);
            builder = new TimelineBuilder(system.Files, overrides, problems);
            baseline = Interruptible.Run(builder.Baseline, terminal.Interrupt);
        }

        prices = baseline is null ? null : LedgerReader.Of(system.Files, baseline.First, scenarios, problems);
        claims = baseline is null ? null : PlanClaims.Of(system.Files, baseline.First, problems);
        predicted = baseline is null ? [] : PredictedReader.Of(system.Files, baseline.First, problems);
        var timelines = baseline is null ? [] : Interruptible.Run(() => builder.Scenarios(scenarios, baseline, settings.Threads), terminal.Interrupt);
        if (Optimum is null)
        {
            builder.CheckUnits(scenarios);
        }

        var planned = scenarios.Zip(timelines, (id, timeline) => (Id: id, Timeline: timeline)).ToList();
        var measures = baseline is null ? [] : TableMeasures.Of(system, baseline);
        var outer = problems.HasErrors || baseline is null || settings.Draws == 0 ? null
            : OuterDraws.Of(system.Files, overrides, scenarios, (settings.Draws, baseline.First.Run.Replications), settings.Seed, measures, problems,
                prices is { Varies: true });
        terminal.Report(problems, settings.Quiet);
        if (problems.HasErrors || baseline is null || planned.Exists(scenario => scenario.Timeline is null))
        {
            throw LoadedSystem.InvalidInput(problems);
        }

        return new ExperimentPlan
        {
            Baseline = baseline,
            Scenarios = planned.ConvertAll(scenario => new PlannedScenario(scenario.Id, system.TitleOf(scenario.Id), scenario.Timeline!)),
            Replications = baseline.First.Run.Replications,
            Precision = settings.Precision is not { } words ? null
                : new PrecisionGoal
                {
                    Usual = words.Usual,
                    Own = words.Own,
                    Measures = Watched(measures, words),
                    Most = baseline.First.Run.Replications,
                    Time = settings.Budget is { } time ? new TimeBudget(time, terminal.Clock) : null,
                },
            SpinUpMeasures = recorded is { ChangesSpinUp: true } ? [] : measures,
            Outer = outer,
            Seed = settings.Seed,
            Threads = settings.Threads,
            KeepsBases = Observed is not null,
            YearsBeforeBranch = Math.Max(Observed?.YearsBeforeBranch ?? 1, recorded?.YearsBeforeBranch ?? 1),
            Cancel = terminal.Interrupt,
            Paranoid = settings.Paranoid,
            SpinUps = KeptSpinUps.Of(terminal, settings, system.Files, overrides),
        };
    }

    /// <summary>The headline, and measures that were named.</summary>
    private IReadOnlyList<string> Watched(IReadOnlyList<string> headline, PrecisionWords words)
    {
        AskedMeasures.Demand(system, [.. words.Own.Keys], "--precision");
        return words.Usual is null ? [.. words.Own.Keys] : [.. headline.Union(words.Own.Keys)];
    }

    /// <param name="wards">A group whose demand is recorded for the ledger; null: none is.</param>
    private RunOverrides Overrides(string? wards) => new(settings.Years, settings.Days, settings.WarmUp?.Text,
        settings.Precision is null ? settings.Replications : settings.Replications ?? PrecisionGoal.MostByDefault)
    {
        Demands = Demands.Count > 0 || wards is null ? Demands : [wards],
        LeavesOutDistributions = !ReadsDistributions && !settings.Rows.Distributions && !system.Headline.Any(GenericMeasures.IsCurve),
    };

    private void Report(FinishedExperiment finished, string folder)
    {
        if (!finished.Replications.Complete)
        {
            var how = finished.Replications.Failure is null ? "interrupted" : "stopped";
            var done = $"{finished.Replications.Finished} of {finished.Replications.Planned} replications are finished and written, marked incomplete";
            terminal.Error.WriteLine($"flowsim: {how}; {done}{Partly(finished.Replications)}");
        }

        if (settings.Quiet)
        {
            return;
        }

        if (BriefNotes)
        {
            terminal.Error.WriteLine($"Open {Path.Combine(folder, Page.FileName)}");
        }

        var brief = (recorded?.Notes ?? []).Concat(Running.BriefNotes.Of(finished, SystemNames.Of(finished.Results.System)));
        foreach (var note in BriefNotes ? brief : finished.Results.Run.Notes)
        {
            terminal.Error.WriteLine(note);
        }

        foreach (var note in KeptSpinUps.Note(finished.Plan.SpinUps))
        {
            terminal.Error.WriteLine(note);
        }

        terminal.Error.WriteLine($"{RunCost.Of(finished.Results.Run, begun.Elapsed)}; results are in {folder}");
    }

    private static string Partly(ExperimentResult result)
    {
        var spinUps = result.Baseline?.SpinUp.Count(year => year is not null) ?? 0;
        var parts = result.Scenarios.Select(scenario => (What: scenario.Id, Count: scenario.Finished))
            .Prepend((What: "last year of the spin-up", Count: spinUps)).Where(part => part.Count > 0);
        return result.Finished == result.Replications.Count
            ? ""
            : $"; of the others what was finished (in all {string.Join(", ", parts.Select(part => $"{part.What}: {part.Count}"))})";
    }

    private static long PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
