using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Savings;
using FlowSim.Scenarios.Savings.Reading;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Scenarios.Optimising;

/// <summary>
/// Runs designs. Replication 1 has the same patients and random numbers at every design, and so has each other; spun up once, every design goes on from
/// there.
/// </summary>
internal sealed class DesignRunner
{
    private const string DesignId = "design";

    private readonly Question question;
    private readonly ulong seed;
    private readonly int threads;
    private readonly CancellationToken cancel;
    private readonly RowPool pool = new();
    private readonly Dictionary<Design, DesignRun> runs = [];
    private readonly SpunUpStates spunUp;
    private readonly List<ReplicationResult?> baseline = [];

    public DesignRunner(Question question, ulong seed, int threads, SpinUpStore? spinUps, CancellationToken cancel)
    {
        this.question = question;
        this.seed = seed;
        this.threads = threads;
        this.cancel = cancel;
        spunUp = new SpunUpStates(new ExperimentPlan
        {
            Baseline = question.Baseline,
            Scenarios = [],
            Replications = 1,
            Seed = seed,
            SpinUps = spinUps,
            Cancel = cancel,
        });
    }

    /// <summary>Is told of a design when replications of it have been run.</summary>
    public Action<DesignRun> Ran { get; set; } = _ => { };

    /// <summary>All that was run.</summary>
    public IReadOnlyCollection<DesignRun> Runs => runs.Values;

    /// <summary>Replications of designs that were run, the baseline's among them.</summary>
    public int Replications => runs.Values.Sum(run => run.Count) + baseline.Count;

    private RunPlan Times => question.Baseline.First.Run;

    /// <summary>The run of a design with at least so many replications.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; what was run before is kept.</exception>
    public DesignRun Of(Design design, int n)
    {
        var run = runs.GetValueOrDefault(design) ?? new DesignRun(design, question.Targets.Count);
        if (run.Count < n)
        {
            RunBaseline(n);
            Extend(run, n);
            runs[design] = run;
            Ran(run);
        }

        return run;
    }

    private void RunBaseline(int n)
    {
        if (question.HasLedger && baseline.Count < n)
        {
            baseline.AddRange(Run(question.Baseline, baseline.Count, n, out _));
        }
    }

    private void Extend(DesignRun run, int n)
    {
        var problems = new ProblemList { Sources = question.Files.Sources };
        var files = question.With((DesignId, run.Design));
        var first = run.Count;
        if (new TimelineBuilder(files, question.OverridesOfDesigns, problems).Scenario(DesignId, Times) is not { } timeline)
        {
            var told = problems.Told.FirstOrDefault(group => group.First.Severity == Severity.Error)?.First;
            run.Failure = told is null ? "it makes no valid system" : $"it makes no valid system: {told.Path}: expected {told.Expected}, received {told.Received}";
            Array.ForEach(run.Values, values => values.AddRange(Enumerable.Repeat(double.NaN, n - first)));
            return;
        }

        var results = Run(timeline, first, n, out var failure);
        run.Failure = run.Failure.Length > 0 ? run.Failure : failure;
        for (var target = 0; target < question.Targets.Count; target++)
        {
            var key = question.Targets[target].Key;
            run.Values[target].AddRange(results.Select(result => ValueOf(result, key)));
        }

        if (question.HasLedger && LedgerReader.Of(files, question.Baseline.First, [DesignId], problems) is { } book)
        {
            Price(run, book, timeline, [.. baseline.Skip(first).Take(n - first)], results);
        }
    }

    public static double ValueOf(ReplicationResult? result, ResultKey key)
    {
        foreach (var row in result?.Rows ?? [])
        {
            if (row.Measure == key.Measure && row.Period == key.Period && row.Place == key.Place && row.Group == key.Group)
            {
                return row.Value;
            }
        }

        return double.NaN;
    }

    private void Price(DesignRun run, PriceBook book, SystemTimeline timeline, IReadOnlyList<ReplicationResult?> described,
        ReplicationResult?[] changed)
    {
        PlannedScenario[] scenarios = [new(ExperimentPlan.BaselineId, "", question.Baseline), new(DesignId, "", timeline)];
        var plan = new ExperimentPlan { Baseline = question.Baseline, Scenarios = scenarios, Replications = changed.Length, Seed = seed };
        var result = new ExperimentResult
        {
            Scenarios =
            [
                new ScenarioResult { Id = ExperimentPlan.BaselineId, Title = "", Reported = described, SpinUp = [] },
                new ScenarioResult { Id = DesignId, Title = "", Reported = changed, SpinUp = [] },
            ],
            Replications = [.. Enumerable.Range(1, changed.Length)],
            Complete = true,
            Events = 0,
        };
        var ledger = Ledger.Of(book, plan, result);
        foreach (var basis in new[] { Basis.Opportunity, Basis.Cash })
        {
            var gained = ledger.SavedByReplication(DesignId, basis, question.Period, net: true) ?? new double[changed.Length];
            run.Gains.TryAdd(basis, []);
            run.Gains[basis].AddRange(gained.Select(pounds => pounds / question.Years));
        }
    }

    /// <summary>Replications of one timeline from one on [index], up to another; null where one cannot go on, and why.</summary>
    private ReplicationResult?[] Run(SystemTimeline timeline, int first, int end, out string failure)
    {
        var (results, failed) = TaskQueue<Outcome>.Run(end - first, threads, index => Run(timeline, first + index + 1), cancel);
        failed?.Throw();
        cancel.ThrowIfCancellationRequested();
        failure = results.Select(outcome => outcome!.Failure).FirstOrDefault(why => why.Length > 0, "");
        return Array.ConvertAll(results, outcome => outcome!.Result);
    }

    private Outcome Run(SystemTimeline timeline, int number)
    {
        try
        {
            return new Outcome(pool.Share(spunUp.Begin(timeline, number).Measure(Times.MeasureFrom, Times.End, null, cancel)), "");
        }
        catch (SimulationException failed)
        {
            return new Outcome(null, failed.Message.Split('\n')[0]);
        }
    }

    private sealed record Outcome(ReplicationResult? Result, string Failure);
}
