using System.Diagnostics;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Numbers;
using FlowSim.Scenarios.Sensitivity;

namespace FlowSim.Cli;

/// <summary>What <c>assumptions --try</c> does: runs numbers at both ends of their ranges, some at a time, and keeps what is done.</summary>
internal sealed class TrialSession
{
    /// <summary>Numbers that are run together: they share the baseline, and are kept or lost together when it is interrupted.</summary>
    private const int Together = 4;

    private readonly Terminal terminal;
    private readonly LoadedSystem system;
    private readonly TrialSettings settings;

    public TrialSession(Terminal terminal, LoadedSystem system, TrialSettings settings)
    {
        this.terminal = terminal;
        this.system = system;
        this.settings = settings;
    }

    private string File => settings.File ?? DefaultFile(system);

    /// <summary>How it is run, as the file says it.</summary>
    private string How => FormattableString.Invariant(
        $"{settings.Replications} replications{(settings.Days is { } days ? $" of {days} d" : "")}, seed {settings.Seed}");

    private RunOverrides Overrides(IReadOnlyList<string> headline) => new(Days: settings.Days, Replications: settings.Replications)
    {
        LeavesOutDistributions = !headline.Any(GenericMeasures.IsCurve),
        OnlyMeasures = headline,
    };

    /// <summary>Tries the numbers that have not been tried in this way; the exit code.</summary>
    /// <param name="numbers">Those that are to be tried if they come with a range.</param>
    /// <param name="headline">The measures that are watched.</param>
    public int Run(IReadOnlyList<DescribedNumber> numbers, IReadOnlyList<string> headline)
    {
        var plan = new TrialPlan(system.Files, numbers, Overrides(headline), headline);
        foreach (var (path, range, why) in plan.Left)
        {
            terminal.Error.WriteLine($"not tried: {path}, {range}: {why}");
        }

        var rows = Before();
        var done = rows.Where(row => row.Run == How).ToLookup(row => row.Path);
        var open = Enumerable.Range(0, plan.Count).Where(trial => !done[plan.PathOf(trial)].Any(row => plan.IsOf(trial, row))).ToList();
        terminal.Error.WriteLine(
            FormattableString.Invariant($"{plan.Count} to try, {plan.Count - open.Count} of them done before; {How}; results go to {File}"));
        var watch = Stopwatch.StartNew();
        for (var first = 0; first < open.Count; first += Together)
        {
            var some = open.Skip(first).Take(Together).ToList();
            if (first > 0)
            {
                var left = watch.Elapsed / first * (open.Count - first);
                terminal.Error.WriteLine(FormattableString.Invariant($"{first} of {open.Count} done, about {Math.Ceiling(left.TotalMinutes):0} min left"));
            }

            if (Rows(plan, some) is not { } found)
            {
                terminal.Error.WriteLine(
                    FormattableString.Invariant($"interrupted; {first} of {open.Count} are kept in {File}, and the same command goes on from there"));
                return ExitCode.Interrupted;
            }

            var replaced = found.Select(row => (row.Path, row.Low, row.High)).ToHashSet();
            rows = [.. rows.Where(row => !replaced.Contains((row.Path, row.Low, row.High))), .. found];
            Write(rows);
        }

        return ExitCode.Done;
    }

    /// <summary>Where it is written: beside a system that has a folder, else in the current folder.</summary>
    public static string DefaultFile(LoadedSystem system)
    {
        var name = system.Files.Name;
        return Directory.Exists(name) ? Path.Combine(name, SensitivityFile.FileName)
            : global::System.IO.File.Exists(name) ? Path.Combine(Path.GetDirectoryName(name) ?? "", SensitivityFile.FileName)
            : SensitivityFile.FileName;
    }

    /// <summary>The rows of a file; null where there is none.</summary>
    public static IReadOnlyList<SensitivityRow>? Read(string file, ProblemList problems) =>
        global::System.IO.File.Exists(file) ? SensitivityFile.Read(global::System.IO.File.ReadAllBytes(file), file, problems) : null;

    private List<SensitivityRow> Before()
    {
        var problems = new ProblemList();
        var rows = Read(File, problems);
        terminal.Report(problems, quiet: true);
        return problems.HasErrors ? throw LoadedSystem.InvalidInput(problems) : [.. rows ?? []];
    }

    /// <summary>Null when it was interrupted.</summary>
    private IReadOnlyList<SensitivityRow>? Rows(TrialPlan plan, IReadOnlyList<int> some)
    {
        var problems = new ProblemList { Sources = system.Files.Sources };
        var experiment = Interruptible.Run(() => plan.Compile(some, (baseline, scenarios) => new ExperimentPlan
        {
            Baseline = baseline,
            Scenarios = scenarios,
            Replications = settings.Replications,
            Seed = settings.Seed,
            Threads = settings.Threads,
            Cancel = terminal.Interrupt,
        }, problems), terminal.Interrupt);
        terminal.Report(problems, quiet: false);
        if (experiment is null)
        {
            throw LoadedSystem.InvalidInput(problems);
        }

        var result = new ProgressDisplay(terminal, quiet: false).Show(experiment, system.Title.Length > 0 ? system.Title : system.Id,
            () => ExperimentRunner.Run(experiment));
        result.Failure?.Throw();
        return result.Complete ? plan.RowsOf(result, some, How) : null;
    }

    private void Write(IReadOnlyList<SensitivityRow> rows)
    {
        using var bytes = new MemoryStream();
        SensitivityFile.Write(bytes, rows);
        WholeFile.Write(File, bytes.ToArray());
    }
}
