using System.Diagnostics;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;

namespace FlowSim.Scenarios.Fitting;

/// <summary>
/// History matching (Craig, Goldstein, Seheult and Smith 1997; of stochastic models Andrianakis et al. 2015): the model is run at points spread over the
/// ranges of the free inputs; those further from what was observed than all that is uncertain explains are ruled out; emulators of what is left choose
/// the points of the next wave. What counts as not ruled out was run, never only emulated.
/// </summary>
public sealed class HistoryMatching
{
    /// <summary>Share of a wave not ruled out from which on another would rule out little more.</summary>
    private const double LittleMore = 0.7;

    /// <summary>Progress is told so many times in a wave.</summary>
    private const int Tellings = 10;

    private const int SecondsPerHour = 3600;

    private readonly FitSystem system;
    private readonly FitSettings settings;
    private readonly FitFolder folder;
    private readonly RunLog log;
    private readonly Action<string> tell;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly Emulators emulators;
    private FitFacts facts;
    private ChanceVariance chance;

    private HistoryMatching(FitSystem system, FitSettings settings, FitFolder folder, RunLog log, FitFacts facts, Action<string> tell)
    {
        this.system = system;
        this.settings = settings;
        this.folder = folder;
        this.log = log;
        this.facts = facts;
        this.tell = tell;
        emulators = new Emulators(system.Targets);
        chance = log.Chance();
    }

    /// <summary>A fit in a folder, begun or to be gone on with; null with problems said.</summary>
    /// <param name="system">What is fitted to what.</param>
    /// <param name="settings">How.</param>
    /// <param name="folder">Where.</param>
    /// <param name="tell">Takes progress, a line at a time.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <exception cref="ResultFolderException">The folder has another fit.</exception>
    public static HistoryMatching? Open(FitSystem system, FitSettings settings, FitFolder folder, Action<string> tell, ProblemList problems)
    {
        var facts = FactsOf(system, settings);
        if (folder.Begun() is { } begun)
        {
            if (facts.DiffersFrom(begun) is { Length: > 0 } other)
            {
                throw new ResultFolderException(
                    $"{folder.Name} holds a fit with {other}. Name another folder with --out to begin this one, or undo what has changed to go on with that.");
            }

            facts = begun;
        }

        return RunLog.Open(system, folder, problems) is { } log ? new HistoryMatching(system, settings, folder, log, facts, tell) : null;
    }

    /// <summary>Runs what is planned and not done yet, as far as the time goes.</summary>
    /// <exception cref="OperationCanceledException">Interrupted: what was run is kept.</exception>
    public FitOutcome Run()
    {
        folder.Write(facts);
        log.Begin();
        if (log.Before > 0)
        {
            tell(FormattableString.Invariant($"{log.Before} points have been run before, in {folder.Name}: it goes on from there"));
        }

        var wave = 0;
        var isWhole = RunPoints([Point(PointRun.Described, 0, [], WavePlan.CheckedReplications)], null);
        Plan(watch.Elapsed.TotalSeconds);
        while (isWhole && wave < facts.Waves.Count && (wave < 2 || settings.Waves is not null || Share(wave) < LittleMore))
        {
            wave++;
            isWhole = RunWave(wave);
        }

        var ended = new Conclusion(system, log, point => RunPoints([point], null), tell).Members();
        log.Rewrite();
        return new FitOutcome(system, log, ended, More(wave, isWhole, ended.Count > 0));
    }

    private static FitFacts FactsOf(FitSystem system, FitSettings settings) => new()
    {
        Program = "FlowSim",
        Version = ProgramVersion.Current.Version,
        System = system.Files.Root["system"]?.ToString() ?? "",
        InputSha256 = InputHashes.Combine([.. system.Files.Inputs.Select(input => new InputFacts(input.File, input.Sha256))]),
        Inputs = system.Inputs.ToDictionary(input => input.Name,
            input => $"{input.Range.Verb} {string.Join(", ", input.Paths.Select(path => path.Text))}: {input.Range.LowText} to {input.Range.HighText}"),
        Seed = settings.Seed,
        Replications = settings.Replications,
    };

    /// <param name="described">What the system as described has taken, which all threads had a part in [s].</param>
    private void Plan(double described)
    {
        var waves = facts.Waves.ToList();
        if (waves.Count == 0)
        {
            var seconds = facts.SecondsPerPoint > 0 ? facts.SecondsPerPoint : described * settings.Replications / WavePlan.CheckedReplications;
            waves.AddRange(WavePlan.Of(settings, system.Inputs.Count, seconds, (settings.Hours * SecondsPerHour) - watch.Elapsed.TotalSeconds));
            facts = facts with { SecondsPerPoint = seconds };
        }

        while (waves.Count < settings.Waves)
        {
            waves.Add(settings.Points ?? waves[^1]);
        }

        facts = facts with { Waves = waves };
        folder.Write(facts);
        var left = Math.Max(0, waves.Sum() + 1 - log.Runs.Count - log.Left);
        var work = $"about {left * settings.Replications} runs{(left < waves.Sum() ? " are left" : "")}, {Length(left * facts.SecondsPerPoint)}";
        var each = $"{string.Join(", ", waves.Distinct())} points with {Count(settings.Replications, "replication")} each";
        tell(FormattableString.Invariant(
            $"{Count(system.Inputs.Count, "free input")}, {Count(system.Targets.Count, "figure")} to go by; {Count(waves.Count, "wave")} of {each}: {work}"));
    }

    private static string Count(int count, string what) => FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    private bool RunWave(int wave)
    {
        var name = wave.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var first = 1 + facts.Waves.Take(wave - 1).Sum();
        var (design, share) = Design(wave);
        chance = log.Chance();
        var points = design.Select((places, index) => Point(name, first + index, places, settings.Replications)).ToList();
        var isWhole = RunPoints(points, $"wave {wave} of {facts.Waves.Count}");
        chance = log.Chance();
        if (isWhole)
        {
            log.Rewrite();
        }

        var run = OfWave(wave);
        var left = run.Count(IsNotRuledOut);
        var before = share is { } about ? FormattableString.Invariant($"; about {100 * about:0.###} % of the ranges looked possible before it") : "";
        tell(FormattableString.Invariant(
            $"wave {wave}: {Count(run.Count, "point")} run, {left} of them not ruled out ({Percent(left, run.Count)}){before}"));
        return isWhole;
    }

    private (IReadOnlyList<double[]> Places, double? Share) Design(int wave)
    {
        var size = facts.Waves[wave - 1];
        if (wave == 1)
        {
            double[][] columns = [.. system.Inputs.Select(input => LatinHypercube.Column(settings.Seed, "fit " + input.Name, 0, size))];
            return ([.. Enumerable.Range(0, size).Select(point => Array.ConvertAll(columns, column => FreeInput.Rounded(column[point])))], null);
        }

        emulators.Learn(OfWave(wave - 1), [.. log.Runs.Where(run => run.IsOfWave && run.Number < OfWave(wave - 1)[0].Number)]);
        var found = Candidates.Of(emulators.Implausibility, system.Inputs.Count, settings.Seed, wave, size);
        if (!found.ArePlausible)
        {
            tell($"wave {wave}: the emulators find nothing that is not ruled out; the points they rule out least are run");
        }

        return (SpreadOut.Of(found.Places, size), found.Share);
    }

    /// <summary>False where the time was used up before all were run.</summary>
    /// <param name="points">With the same number of replications.</param>
    /// <param name="wave">In words; null for a point by itself, which is run whatever time is left, its replications side by side.</param>
    private bool RunPoints(List<PointRun> points, string? wave)
    {
        var open = points.Skip(log.Take(points)).ToList();
        if (open.Count == 0)
        {
            return true;
        }

        var began = watch.Elapsed;
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(settings.Cancel);
        var left = TimeSpan.FromHours(settings.Hours) - watch.Elapsed - Reserve();
        if (wave is not null)
        {
            budget.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        var runner = new PointRunner(system, settings.Seed, budget.Token);
        var finished = new PointRun?[open.Count];
        var (appended, counted) = (0, 0);
        var gate = new Lock();
        var (_, failure) = TaskQueue<PointRun>.Run(open.Count, wave is null ? 1 : settings.Threads, index =>
        {
            var run = runner.Run(open[index], wave is null ? settings.Threads : 1);
            lock (gate)
            {
                finished[index] = run;
                counted++;
                while (appended < finished.Length && finished[appended] is { } next)
                {
                    log.Add(next, chance);
                    appended++;
                }

                Tell(wave, counted, open.Count, points.Count, watch.Elapsed - began);
            }

            return run;
        }, budget.Token);
        failure?.Throw();
        settings.Cancel.ThrowIfCancellationRequested();
        return appended == open.Count;
    }

    private void Tell(string? wave, int done, int open, int all, TimeSpan taken)
    {
        if (wave is not null && done < open && done * Tellings / open > (done - 1) * Tellings / open)
        {
            tell(FormattableString.Invariant($"{wave}: {all - open + done} of {all} points, {Length(taken.TotalSeconds / done * (open - done))} left"));
        }
    }

    /// <summary>For running again those that may be the central one.</summary>
    private TimeSpan Reserve() =>
        TimeSpan.FromSeconds(facts.SecondsPerPoint * WavePlan.Contenders * WavePlan.CheckedReplications / settings.Replications);

    private static PointRun Point(string wave, int number, double[] places, int replications) =>
        new() { Wave = wave, Number = number, Places = places, Replications = replications, Means = [], Errors = [] };

    private List<PointRun> OfWave(int wave)
    {
        var name = wave.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return [.. log.Runs.Where(run => run.Wave == name)];
    }

    private double Share(int wave) => OfWave(wave) is { Count: > 0 } run ? (double)run.Count(IsNotRuledOut) / run.Count : 0;

    private bool IsNotRuledOut(PointRun run) => !RulingOut.IsRuledOut(RulingOut.Of(chance.Implausibilities(run, system.Targets)));

    private string More(int wave, bool isWhole, bool hasMembers)
    {
        var planned = facts.Waves.Take(Math.Max(1, wave)).Sum();
        var run = log.Runs.Count(one => one.IsOfWave);
        if (!isWhole)
        {
            return FormattableString.Invariant(
                $"The time was used up with {run} of {planned} points of {wave} waves run: the same command goes on from there, {Length((planned - run) * facts.SecondsPerPoint)} more.");
        }

        var size = facts.Waves[^1];
        if (!hasMembers)
        {
            return FormattableString.Invariant(
                $"One more wave (--waves {wave + 1}), {Length(size * facts.SecondsPerPoint)}, would look where the points run come nearest.");
        }

        var cost = FormattableString.Invariant($"{Length(size * facts.SecondsPerPoint)}, and of its {size} points some {Math.Round(size * Share(wave))}");
        return FormattableString.Invariant(
            $"More time: one more wave (--waves {wave + 1}) would take {cost} more would join the set, if it went as the last.");
    }

    private static string Percent(int part, int whole) => FormattableString.Invariant($"{(whole == 0 ? 0 : 100.0 * part / whole):0.#} %");

    private static string Length(double seconds)
    {
        var minutes = Math.Ceiling(seconds / 60);
        return seconds < 60 ? "less than a minute"
            : minutes < 60 ? FormattableString.Invariant($"about {minutes} min")
            : FormattableString.Invariant($"about {Math.Floor(minutes / 60)} h {minutes % 60} min");
    }
}
