using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Numbers;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Sensitivity;

/// <summary>
/// The numbers of a system that come with a range, each to be put at its low and at its high end, as a scenario that changes it alone: with the same
/// patients and the same random numbers as the baseline, and from the day on which scenarios begin.
/// </summary>
public sealed class TrialPlan
{
    private const string LowId = "at-low-";
    private const string HighId = "at-high-";

    /// <summary>A measure with more groups than this has no one number that a reader follows.</summary>
    private const int MostGroups = 12;

    private readonly SystemFiles files;
    private readonly RunOverrides overrides;
    private readonly IReadOnlyList<string> measures;

    /// <param name="files">The system.</param>
    /// <param name="numbers">Its numbers, or those of them that are to be tried.</param>
    /// <param name="overrides">Replications and days.</param>
    /// <param name="measures">Ids of the measures that are watched.</param>
    public TrialPlan(SystemFiles files, IReadOnlyList<DescribedNumber> numbers, RunOverrides overrides, IReadOnlyList<string> measures)
    {
        var (trials, left) = UncertainInput.Of(files, numbers);
        this.files = files;
        this.overrides = overrides;
        this.measures = measures;
        Trials = trials;
        Left = [.. left.Select(one => (one.Number.Path, one.Number.Range, one.Why))];
    }

    /// <summary>Numbers with a range that cannot be tried.</summary>
    public IReadOnlyList<(string Path, string Range, string Why)> Left { get; }

    /// <summary>How many there are to try.</summary>
    public int Count => Trials.Count;

    private IReadOnlyList<UncertainInput> Trials { get; }

    /// <summary>Path of the number, or of the table, that a trial moves.</summary>
    public string PathOf(int trial) => Trials[trial].Path;

    /// <summary>True for a row of a trial as it is to be made now: of the same ends, and of the same value where the row says of which.</summary>
    public bool IsOf(int trial, SensitivityRow row) =>
        (row.Path, row.Low, row.High) == (Trials[trial].Path, Trials[trial].Low, Trials[trial].High)
        && (row.Value.Length == 0 || row.Value == Trials[trial].Value);

    /// <summary>The baseline and both ends of some trials, ready to run; null with problems said if the baseline cannot be compiled.</summary>
    /// <param name="some">Indices of trials. One that makes no valid system is left out, and told.</param>
    /// <param name="plan">Seed, threads and what else is not of the system: makes a plan of the compiled parts.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public ExperimentPlan? Compile(
        IReadOnlyList<int> some, Func<SystemTimeline, IReadOnlyList<PlannedScenario>, ExperimentPlan> plan, ProblemList problems)
    {
        var changed = WithScenarios(some);
        var builder = new TimelineBuilder(changed, overrides, problems);
        if (builder.Baseline() is not { } baseline)
        {
            return null;
        }

        var planned = new List<PlannedScenario> { new(ExperimentPlan.BaselineId, "", baseline) };
        foreach (var trial in some)
        {
            // What makes no valid system at one end cannot be run: that is said of the number, and the others go on.
            var own = new ProblemList { Sources = files.Sources };
            var both = new[] { LowId, HighId }.Select(end => Id(end, trial))
                .Select(id => (Id: id, Timeline: new TimelineBuilder(changed, overrides, own).Scenario(id, baseline.First.Run))).ToList();
            if (own.HasErrors || both.Exists(one => one.Timeline is null))
            {
                var told = own.Told.FirstOrDefault(group => group.First.Severity == Severity.Error)?.First;
                problems.Warning(told?.Where ?? new SourceLocation(files.Name, 0, 0), Trials[trial].Path, "a range whose ends make a valid system",
                    $"{Trials[trial].Low} to {Trials[trial].High}", told is null ? "It is not tried." : $"It is not tried: expected {told.Expected}.");
                continue;
            }

            planned.AddRange(both.Select(one => new PlannedScenario(one.Id, "", one.Timeline!)));
        }

        return plan(baseline, planned);
    }

    /// <summary>A row for each measure of each trial that was run.</summary>
    /// <param name="result">What running the plan gave.</param>
    /// <param name="some">The trials it was compiled for.</param>
    /// <param name="run">How it was run, in words.</param>
    public IReadOnlyList<SensitivityRow> RowsOf(ExperimentResult result, IReadOnlyList<int> some, string run)
    {
        var summary = ExperimentSummary.Of(result);
        var rows = new List<SensitivityRow>();
        foreach (var trial in some.Where(trial => result.Scenarios.Any(scenario => scenario.Id == Id(LowId, trial))))
        {
            foreach (var baseline in measures.SelectMany(measure => Watched(summary, measure)))
            {
                var (low, high) = (Move(summary, Id(LowId, trial), baseline.Key), Move(summary, Id(HighId, trial), baseline.Key));
                rows.Add(new SensitivityRow
                {
                    Path = Trials[trial].Path,
                    Measure = baseline.Key.Group.Length == 0 ? baseline.Key.Measure : $"{baseline.Key.Measure} {baseline.Key.Group}",
                    Unit = baseline.Unit,
                    Baseline = baseline.Mean,
                    Low = Trials[trial].Low,
                    AtLow = low.Mean,
                    AtLowHalf = low.Half,
                    High = Trials[trial].High,
                    AtHigh = high.Mean,
                    AtHighHalf = high.Half,
                    Run = run,
                    Value = Trials[trial].Value,
                });
            }
        }

        return rows;
    }

    /// <summary>A measure of the whole system over all that was measured: its total, or its groups where it has none.</summary>
    private static List<Summary> Watched(ExperimentSummary summary, string measure)
    {
        // Everything measured; within one year that is the year.
        var periods = summary.Differences.Where(row => row.Key.Measure == measure).Select(row => row.Key.Period).Distinct().ToList();
        var period = periods.Contains(Periods.All) ? Periods.All : periods.Find(Periods.IsYear);
        var rows = summary.Summaries.Where(row => row.Scenario == ExperimentPlan.BaselineId && row.Key.Measure == measure && row.Key.Period == period).ToList();
        var whole = rows.FindAll(row => row.Key.Place == ResultRow.WholeSystem);
        var total = whole.FindAll(row => row.Key.Group.Length == 0);
        return total.Count > 0 ? total : whole.Count is > 0 and <= MostGroups ? whole : [];
    }

    private static (double Mean, double Half) Move(ExperimentSummary summary, string scenario, ResultKey key) =>
        summary.Differences.FirstOrDefault(row => row.Scenario == scenario && row.Key == key) is { } difference
            ? (difference.Mean, (difference.Upper95 - difference.Lower95) / 2)
            : (double.NaN, double.NaN);

    private SystemFiles WithScenarios(IReadOnlyList<int> some)
    {
        // Beside its own: the system may name these.
        var where = new SourceLocation(files.Name, 0, 0);
        var scenarios = new Dictionary<string, MapNode>(files.Scenarios, StringComparer.Ordinal);
        foreach (var trial in some)
        {
            scenarios[Id(LowId, trial)] = ChangeScenario.Of(Id(LowId, trial), "", Trials[trial].At(0), where);
            scenarios[Id(HighId, trial)] = ChangeScenario.Of(Id(HighId, trial), "", Trials[trial].At(1), where);
        }

        return files.WithScenarios(scenarios);
    }

    private static string Id(string end, int trial) => FormattableString.Invariant($"{end}{trial + 1}");
}
