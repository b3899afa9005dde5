using System.Diagnostics;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Claims;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Describing;
using FlowSim.Scenarios.Savings;
using FlowSim.Scenarios.Savings.Reading;
using FlowSim.Scenarios.Uncertainty;

namespace FlowSim.Cli;

/// <summary>What <c>uncertainty</c> does: read, compile, draw, run, and write files of its own.</summary>
internal sealed class UncertaintySession
{
    private readonly Terminal terminal;
    private readonly UncertaintySettings settings;
    private readonly AskedSystem asked;
    private readonly string commandLine;
    private readonly Stopwatch begun = Stopwatch.StartNew();

    public UncertaintySession(Terminal terminal, UncertaintySettings settings, AskedSystem asked, string commandLine) =>
        (this.terminal, this.settings, this.asked, this.commandLine) = (terminal, settings, asked, commandLine);

    private LoadedSystem System => asked.System;

    private ExperimentSettings Settings => settings.Experiment;

    /// <summary>Runs the draws, prints what came out, and writes the files.</summary>
    /// <param name="scenarios">Ids; the baseline first, if it is among them.</param>
    /// <param name="print">Prints the answer.</param>
    /// <param name="draw">Further files, each with its name: charts.</param>
    /// <returns>The exit code.</returns>
    public int Run(IReadOnlyList<string> scenarios, Action<UncertaintyPlan, UncertaintyAnalysis, SystemFacts> print,
        Func<UncertaintyAnalysis, ResultSet, IEnumerable<(string Name, Action<Stream> Write)>> draw)
    {
        var plan = Compile(scenarios);
        using var folder = OutputFolder.Open(terminal, Settings);
        var start = terminal.Clock.GetLocalNow();
        var watch = Stopwatch.StartNew();
        var title = System.Title.Length > 0 ? System.Title : System.Id;
        var result = new ProgressDisplay(terminal, Settings.Quiet).Show(
            new WatchedRun(() => $"{title}: {RunWords.Of(plan)}", plan.Experiment.Progress, MayBeMore: false, plan.Experiment.Cancel),
            () => ExperimentRunner.Run(plan.Experiment));
        watch.Stop();
        var system = SystemDescriber.Of(System.Files, plan.Experiment, plan.Measures);
        var analysis = new UncertaintyAnalysis(plan, result, system.Measures);
        if (analysis.AsReplications.Replications.Count == 0)
        {
            return Nothing(result, analysis);
        }

        print(plan, analysis, system);
        var facts = Manifests.Of(plan.Experiment, analysis.AsReplications, System, asked.Inputs, commandLine, start, watch.Elapsed, PeakMemory())
            with
        { Notes = [.. Notes(plan, analysis)] };
        foreach (var (name, content) in UncertaintyFiles.Of(analysis).Concat(draw(analysis, new ResultSet { Run = facts, System = system, Summaries = [] })))
        {
            folder.Write(name, content);
        }

        folder.Write(SystemFactsFile.Name, stream => SystemFactsFile.Write(stream, system));
        folder.Commit(facts);
        Tell(result, analysis, facts, folder.FolderPath);
        return result.Complete ? ExitCode.Done : ExitCode.Interrupted;
    }

    private int Nothing(ExperimentResult result, UncertaintyAnalysis analysis)
    {
        if (!result.Complete && analysis.LeftOut.Count == 0)
        {
            terminal.Error.WriteLine("flowsim: interrupted before anything was finished; nothing was written");
            return ExitCode.Interrupted;
        }

        throw new CommandFailure(ExitCode.CannotGoOn,
            FormattableString.Invariant($"none of {analysis.LeftOut.Count} runs gave anything, so nothing was written; the first: {analysis.LeftOut[0].LeftOut}"));
    }

    private UncertaintyPlan Compile(IReadOnlyList<string> scenarios)
    {
        var problems = new ProblemList { Sources = System.Files.Sources };
        var wards = scenarios.Count > 1 ? LedgerReader.DemandOf(System.Files) : null;
        var overrides = new RunOverrides(Settings.Years, Settings.Days, Settings.WarmUp?.Text, 1)
        {
            Demands = wards is null ? [] : [wards],
            LeavesOutDistributions = true,
        };
        var builder = new TimelineBuilder(System.Files, overrides, problems);
        var baseline = Interruptible.Run(builder.Baseline, terminal.Interrupt);
        var timelines = baseline is null ? [] : Interruptible.Run(() => builder.Scenarios(scenarios, baseline, Settings.Threads), terminal.Interrupt);
        builder.CheckUnits(scenarios);
        var planned = scenarios.Zip(timelines, (id, timeline) => (Id: id, Timeline: timeline)).ToList();
        var prices = baseline is null ? null : LedgerReader.Of(System.Files, baseline.First, scenarios, problems);
        var claims = baseline is null ? null : PlanClaims.Of(System.Files, baseline.First, problems);
        if (problems.HasErrors || baseline is null || planned.Exists(scenario => scenario.Timeline is null))
        {
            terminal.Report(problems, Settings.Quiet);
            throw LoadedSystem.InvalidInput(problems);
        }

        var compiled = new ExperimentPlan
        {
            Baseline = baseline,
            Scenarios = planned.ConvertAll(scenario => new PlannedScenario(scenario.Id, System.TitleOf(scenario.Id), scenario.Timeline!)),
            Replications = 0,
            Seed = Settings.Seed,
            Threads = Settings.Threads,
            Cancel = terminal.Interrupt,
            Paranoid = Settings.Paranoid,
        };
        var sizes = new UncertaintySizes(Settings.Draws, settings.Inner, settings.DrawsRanges);
        var plan = Interruptible.Run(() => UncertaintyPlan.Of(System.Files, overrides, compiled, sizes, TableMeasures.Of(System, baseline),
            (claims!, prices), problems), terminal.Interrupt);
        terminal.Report(problems, Settings.Quiet);
        return problems.HasErrors ? throw LoadedSystem.InvalidInput(problems) : plan ?? throw new CommandFailure(ExitCode.Usage,
            $"nothing of system {System.Id} is said to be uncertain: write ranges beside its numbers (range: 3 to 6) or beside those of its scenarios, or a calibrated set (see docs/uncertainty.md)");
    }

    private IEnumerable<string> Notes(UncertaintyPlan plan, UncertaintyAnalysis analysis)
    {
        if (analysis.LeftOut.Count > 0)
        {
            yield return FormattableString.Invariant(
                $"warning: {analysis.LeftOut.Count} of {plan.Experiment.Outer!.Draws.Count} runs gave nothing, and their draws are left out, so what is not known may be too little (draw {analysis.LeftOut[0].Draw.Draw}: {analysis.LeftOut[0].LeftOut})");
        }

        if (plan.HasCalibratedSet && !settings.DrawsRanges)
        {
            yield return "of the baseline the calibrated set alone is drawn: numbers that are not in it stay as described (--ranges draws those with a range too)";
        }
    }

    private void Tell(ExperimentResult result, UncertaintyAnalysis analysis, RunFacts facts, string folder)
    {
        if (!result.Complete)
        {
            terminal.Error.WriteLine(FormattableString.Invariant(
                $"flowsim: interrupted; {analysis.AsReplications.Replications.Count} of {analysis.AsReplications.Planned} runs are finished and written, marked incomplete"));
        }

        if (Settings.Quiet)
        {
            return;
        }

        foreach (var note in facts.Notes)
        {
            terminal.Error.WriteLine(note);
        }

        terminal.Error.WriteLine($"{RunCost.Of(facts, begun.Elapsed)}; results are in {folder}");
    }

    private static long PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
