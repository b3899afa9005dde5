using System.Diagnostics;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Describing;
using FlowSim.Scenarios.Sweeps;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Cli;

/// <summary>What <c>sweep</c> and <c>sensitivity</c> do alike: read and compile, run points, and write files of their own.</summary>
internal sealed class SweepSession
{
    private readonly Terminal terminal;
    private readonly ExperimentSettings settings;
    private readonly string commandLine;
    private readonly Stopwatch begun = Stopwatch.StartNew();
    private readonly RunOverrides overrides;
    private readonly IReadOnlyList<(string File, string Sha256)> named;

    /// <param name="terminal">Where the command runs.</param>
    /// <param name="settings">Options, with a number of replications.</param>
    /// <param name="on">The scenario that points are added to; null: none.</param>
    /// <param name="commandLine">As typed.</param>
    /// <exception cref="CommandFailure">The system is wrong; its problems have been printed.</exception>
    public SweepSession(Terminal terminal, ExperimentSettings settings, string? on, string commandLine)
    {
        (this.terminal, this.settings, this.commandLine) = (terminal, settings, commandLine);
        var read = LoadedSystem.Read(settings.System, terminal, settings.Quiet);
        var asked = AskedSystem.OfOne(read, on ?? ExperimentPlan.BaselineId, terminal, settings.Quiet);
        (System, named) = (asked.System, asked.Inputs);
        On = asked.Ids[0] == ExperimentPlan.BaselineId ? "" : asked.Ids[0];
        overrides = new RunOverrides(settings.Years, settings.Days, settings.WarmUp?.Text, settings.Replications) { LeavesOutDistributions = true };
        var problems = new ProblemList { Sources = System.Files.Sources };
        Baseline = Interruptible.Run(new TimelineBuilder(System.Files, overrides, problems).Baseline, terminal.Interrupt)!;
        terminal.Report(problems, settings.Quiet);
        if (Baseline is null)
        {
            throw LoadedSystem.InvalidInput(problems);
        }
    }

    public LoadedSystem System { get; }

    /// <summary>Id of the scenario that points are added to; empty: none.</summary>
    public string On { get; }

    private SystemTimeline Baseline { get; }

    /// <summary>What readers see in place of ids.</summary>
    public SystemNames Names => SystemNames.Of(Facts());

    /// <summary>Factors as typed.</summary>
    /// <exception cref="CommandFailure">One says something else.</exception>
    public static IReadOnlyList<Factor> Typed(IReadOnlyList<string> texts, LoadedSystem system)
    {
        var factors = texts.Select(text => FactorText.Read(text, system.Files, out var why)
            ?? throw new CommandFailure(ExitCode.Usage, $"--factor \"{text}\": {why}")).ToList();
        return factors.Select(factor => factor.Name).Distinct().Count() == factors.Count ? factors
            : throw new CommandFailure(ExitCode.Usage, "--factor: each path can be moved by one factor only");
    }

    /// <summary>What is kept: measures that are named, else the headline.</summary>
    /// <exception cref="CommandFailure">There is no such measure.</exception>
    public IReadOnlyList<string> Measures(IReadOnlyList<string> asked)
    {
        AskedMeasures.Demand(System, asked);
        return asked.Count > 0 ? asked : TableMeasures.Of(System, Baseline);
    }

    /// <summary>The period of a table: the last whole year, or all that is measured.</summary>
    public string Period(SweepResult result) => Periods.Shown(result.Units.Keys.Select(key => key.Period), Periods.EndsWithYear(Baseline.First.Run));

    /// <summary>The measures of a table: of each its total of the whole system, or, where it has none, its groups if they are few.</summary>
    public IReadOnlyList<ResultKey> WholeSystem(SweepResult result, IReadOnlyList<string> measures)
    {
        const int MostGroups = 4;
        var period = Period(result);
        return
        [
            .. measures.SelectMany(measure =>
            {
                var keys = result.Units.Keys.Where(key => key.Measure == measure && key.Period == period && key.Place == ResultRow.WholeSystem)
                    .OrderBy(key => key.Group, StringComparer.Ordinal).ToList();
                var totals = keys.FindAll(key => key.Group.Length == 0);
                return totals.Count > 0 ? totals : keys.Count <= MostGroups ? keys : [];
            }),
        ];
    }

    /// <summary>The plan of some points.</summary>
    /// <param name="factors">What is moved.</param>
    /// <param name="points">Where it looks.</param>
    /// <param name="tried">Points at which the factors are tried before anything is run.</param>
    /// <param name="measures">Ids of what is kept.</param>
    /// <exception cref="CommandFailure">They make no valid system; the problems have been printed.</exception>
    public SweepPlan Plan(IReadOnlyList<Factor> factors, IReadOnlyList<DesignPoint> points, IEnumerable<DesignPoint> tried, IReadOnlyList<string> measures)
    {
        var plan = new SweepPlan
        {
            Files = System.Files,
            Overrides = overrides,
            Baseline = Baseline,
            On = On,
            Factors = factors,
            Points = points,
            Measures = measures,
            Seed = settings.Seed,
            Threads = settings.Threads,
            SpinUps = KeptSpinUps.Of(terminal, settings, System.Files, overrides),
            SpinUpMeasures = TableMeasures.Of(System, Baseline),
            Cancel = terminal.Interrupt,
        };
        var problems = new ProblemList { Sources = System.Files.Sources };
        Interruptible.Run(() =>
        {
            plan.Check(tried, problems);
            return plan;
        }, terminal.Interrupt);
        terminal.Report(problems, settings.Quiet);
        return problems.HasErrors ? throw LoadedSystem.InvalidInput(problems) : plan;
    }

    /// <summary>Runs a plan, prints what came out, and writes the files.</summary>
    /// <param name="plan">What is run.</param>
    /// <param name="print">Prints the answer.</param>
    /// <param name="write">The files, each with its name; beside what came out it takes how that came about.</param>
    /// <returns>The exit code.</returns>
    public int Run(SweepPlan plan, Action<SweepResult> print, Func<SweepResult, ResultSet, IEnumerable<(string Name, Action<Stream> Write)>> write)
    {
        using var folder = OutputFolder.Open(terminal, settings);
        var start = terminal.Clock.GetLocalNow();
        var watch = Stopwatch.StartNew();
        var title = System.Title.Length > 0 ? System.Title : System.Id;
        var result = new ProgressDisplay(terminal, settings.Quiet)
            .Show(new WatchedRun(() => $"{title}: {RunWords.Of(plan)}", plan.Progress, MayBeMore: false, plan.Cancel), () => SweepRunner.Run(plan));
        watch.Stop();
        if (result.Points.Count == 0)
        {
            terminal.Error.WriteLine("flowsim: interrupted before anything was finished; nothing was written");
            return ExitCode.Interrupted;
        }

        print(result);
        var facts = Manifest(plan, result, start, watch.Elapsed);
        var system = Facts();
        foreach (var (name, content) in write(result, new ResultSet { Run = facts, System = system, Summaries = [] }))
        {
            folder.Write(name, content);
        }

        folder.Write(SystemFactsFile.Name, stream => SystemFactsFile.Write(stream, system));
        folder.Commit(facts);
        Tell(plan, result, facts, folder.FolderPath);
        return result.IsComplete ? ExitCode.Done : ExitCode.Interrupted;
    }

    private void Tell(SweepPlan plan, SweepResult result, RunFacts facts, string folder)
    {
        foreach (var point in result.Points.Where(point => point.LeftOut.Length > 0).Take(5))
        {
            terminal.Error.WriteLine(FormattableString.Invariant($"design {point.Point.Number} is left out: {point.LeftOut}"));
        }

        if (result.Points.Count(point => point.LeftOut.Length > 0) is > 5 and var left)
        {
            terminal.Error.WriteLine(FormattableString.Invariant($"{left} designs are left out in all: those of {SweepFiles.Designs} that {SweepFiles.Means} does not have"));
        }

        if (!result.IsComplete)
        {
            terminal.Error.WriteLine(FormattableString.Invariant($"flowsim: interrupted; {result.Points.Count} points are finished and written, marked incomplete"));
        }

        if (!settings.Quiet)
        {
            foreach (var note in KeptSpinUps.Note(plan.SpinUps))
            {
                terminal.Error.WriteLine(note);
            }

            terminal.Error.WriteLine($"{RunCost.Of(facts, begun.Elapsed)}; results are in {folder}");
        }
    }

    private ExperimentPlan Described() => new()
    {
        Baseline = Baseline,
        Scenarios = [new PlannedScenario(ExperimentPlan.BaselineId, "", Baseline)],
        Replications = settings.Replications!.Value,
        Seed = settings.Seed,
        Threads = settings.Threads,
    };

    private SystemFacts Facts() => SystemDescriber.Of(System.Files, Described(), TableMeasures.Of(System, Baseline));

    private RunFacts Manifest(SweepPlan plan, SweepResult result, DateTimeOffset start, TimeSpan duration)
    {
        var numbers = plan.Points.SelectMany(point => point.Replications).Distinct().Order().ToList();
        using var process = Process.GetCurrentProcess();
        return Manifests.Of(
            Described() with { Scenarios = On.Length == 0 ? Described().Scenarios : [new PlannedScenario(On, System.TitleOf(On), Baseline)] },
            new ExperimentResult
            {
                Scenarios = [],
                Replications = numbers,
                Planned = numbers.Count,
                Complete = result.IsComplete,
                Events = result.Events,
            },
            System, named, commandLine, start, duration, process.PeakWorkingSet64);
    }
}
