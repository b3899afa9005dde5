using FlowSim.Scenarios.Tracing;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Scenarios.Experiments;

/// <summary>What one replication gave.</summary>
internal sealed class ReplicationOutcome
{
    /// <summary>The baseline over the last year of the spin-up, without periods that the reported time has too; null without a spin-up.</summary>
    public required ReplicationResult? SpinUp { get; init; }

    /// <summary>The baseline's measures of interest in each whole year of the spin-up, up to that one.</summary>
    public IReadOnlyList<IReadOnlyList<ResultRow>> SpinUpYears { get; init; } = [];

    /// <summary>Events of the spin-up.</summary>
    public required long SpinUpEvents { get; init; }

    /// <summary>The reported period, scenario by scenario in plan order; null from where it was cancelled on.</summary>
    public required ReplicationResult?[] Reported { get; init; }

    /// <summary>Why a draw of what is not known gave nothing; empty: it gave something.</summary>
    public string LeftOut { get; init; } = "";

    public bool IsFinished => !Reported.Contains(null);

    public long Events => Reported.Sum(result => result?.Events ?? 0) + SpinUpEvents;
}

/// <summary>
/// One replication of every scenario: spun up once under the baseline, then branched. Its parts are the scenarios, which may be run side by side.
/// </summary>
internal sealed class ReplicationRun : IRun
{
    private readonly ExperimentPlan plan;
    private readonly RunPlan times;
    private readonly RowPool pool;
    private readonly int number;
    private readonly ReplicationResult?[] reported;

    /// <summary>Keeps every step; null: nobody asks.</summary>
    private readonly ReplicationTrace? trace;

    /// <summary>By scenario: it leaves the baseline at a later date, there or not yet there; others are null.</summary>
    private readonly Fork?[] forks;

    /// <summary>The scenario that others leave at a later date; -1: none is reported that could be left.</summary>
    private readonly int baseline;
    private ReplicationOutcome? spunUp;
    private Replication? state;
    private int left;

    public ReplicationRun(ExperimentPlan plan, RowPool pool, int number)
    {
        (this.plan, this.pool, this.number) = (plan, pool, number);
        times = plan.Run;
        trace = plan.Trace?.Of(number);
        left = plan.Scenarios.Count;
        reported = new ReplicationResult?[left];
        forks = new Fork?[left];
        baseline = plan.Scenarios.Select(scenario => scenario.Timeline).ToList().IndexOf(plan.Baseline);
    }

    public Action<int> Released { private get; set; } = _ => { };

    public Action Ended { private get; set; } = () => { };

    /// <summary>What is finished; null: nothing that is worth keeping.</summary>
    public ReplicationOutcome? Outcome => Before(reported.Length);

    /// <summary>What is finished of the scenarios before one; null: nothing that is worth keeping.</summary>
    /// <param name="part">Index of the scenario.</param>
    public ReplicationOutcome? Before(int part)
    {
        if (spunUp is null || !(Array.Exists(reported[..Math.Max(0, part)], result => result is not null) || (spunUp.SpinUp is not null && ReportsBaseline)))
        {
            return null;
        }

        return new ReplicationOutcome
        {
            SpinUp = spunUp.SpinUp,
            SpinUpYears = spunUp.SpinUpYears,
            SpinUpEvents = spunUp.SpinUpEvents,
            Reported = [.. reported.Select((result, index) => index < part ? result : null)],
        };
    }

    /// <summary>The spin-up.</summary>
    /// <exception cref="RunFailedException">It cannot go on.</exception>
    /// <exception cref="OperationCanceledException">The plan was cancelled.</exception>
    public IReadOnlyList<int> Begin()
    {
        spunUp = new ReplicationOutcome { SpinUp = null, SpinUpEvents = 0, Reported = [] };
        if (plan.HasSpinUp)
        {
            spunUp = null;
            (state, spunUp) = Known() ?? Run();
            FindForks(state);
        }

        return [.. Enumerable.Range(0, reported.Length).Where(index => forks[index] is null)];
    }

    /// <summary>The spin-up as an earlier command has run it; null: there is none.</summary>
    private (Replication State, ReplicationOutcome Outcome)? Known()
    {
        var known = MayBeKept ? plan.SpinUps!.Find(plan, number, pool) : null;
        if (known is not null)
        {
            plan.Progress.Add(times.Branch - times.Start);
        }

        return known;
    }

    private (Replication State, ReplicationOutcome Outcome) Run()
    {
        var spinUp = Guard(ExperimentPlan.BaselineId, SpinUp);
        var outcome = new ReplicationOutcome
        {
            SpinUp = SharedPeriod.LeftOut(spinUp.Last, times),
            SpinUpYears = spinUp.Years,
            SpinUpEvents = spinUp.Events,
            Reported = [],
        };
        if (MayBeKept)
        {
            plan.SpinUps!.Keep(plan, number, spinUp.State, outcome);
        }

        return (spinUp.State, outcome);
    }

    /// <summary>What values were divided by, and steps, are not kept, and who wants checks wants all of them.</summary>
    private bool MayBeKept => trace is null && plan is { SpinUps: not null, KeepsBases: false, Paranoid: false };

    /// <summary>A scenario from the branch to the end.</summary>
    /// <exception cref="RunFailedException">It cannot go on.</exception>
    /// <exception cref="OperationCanceledException">The plan was cancelled.</exception>
    public void Do(int part)
    {
        var scenario = plan.Scenarios[part];
        try
        {
            reported[part] = Guard(scenario.Id, () => Report(part));
        }
        finally
        {
            ReleaseForks(part);
        }

        if (number == 1)
        {
            plan.Progress.Looks.Enqueue(new FirstLook(scenario.Id, reported[part]!.Rows));
        }

        if (Interlocked.Decrement(ref left) == 0)
        {
            state = null;
            plan.Progress.Finish();
            Ended();
        }
    }

    /// <summary>The spin-up with its last year measured, and each whole year before it as far as measures of interest are asked for.</summary>
    private (Replication State, IReadOnlyList<IReadOnlyList<ResultRow>> Years, ReplicationResult Last, long Events) SpinUp()
    {
        var (state, reached) = (Start(plan.Baseline), times.Start);
        state.Listener = trace?.Carry(plan.Baseline.First, times.Branch);
        if (plan.YearsBeforeBranch > 1)
        {
            var several = WithoutAll(Measure(state, reached, LastYear.Of(times, plan.YearsBeforeBranch), times.Branch).Result);
            return (state, [], several, several.Events);
        }

        var years = new List<IReadOnlyList<ResultRow>>();
        var events = 0L;
        for (var before = plan.SpinUpMeasures.Count > 0 ? LastYear.YearsTo(times, times.FirstDay) : 1; ; before--)
        {
            var (from, to) = (LastYear.Of(times, before), before == 1 ? times.Branch : LastYear.Of(times, before - 1));
            var year = Measure(state, reached, Math.Max(times.Start, from), to).Result;
            events += year.Events;
            if (plan.SpinUpMeasures.Count > 0 && from >= times.Start)
            {
                years.Add(WholeYear(year));
            }

            if (before == 1)
            {
                return (state, years, year, events);
            }

            reached = to;
        }
    }

    /// <summary>Several years before the branch are told year by year: everything together is what is reported.</summary>
    private static ReplicationResult WithoutAll(ReplicationResult years) => new()
    {
        Rows = [.. years.Rows.Where(row => row.Period != Periods.All)],
        Timelines = years.Timelines,
        Flows = [.. years.Flows.Where(flow => flow.Period != Periods.All)],
        Demands = years.Demands,
        Events = years.Events,
        FirstDay = years.FirstDay,
    };

    /// <summary>The measures of interest over all of a window of one year: that is one period if it lies in one year of the calendar.</summary>
    private List<ResultRow> WholeYear(ReplicationResult year)
    {
        var rows = year.Rows.Where(row => plan.SpinUpMeasures.Contains(row.Measure)).ToList();
        return rows.Exists(row => row.Period == Periods.All) ? rows.FindAll(row => row.Period == Periods.All) : rows.FindAll(row => Periods.IsYear(row.Period));
    }

    private bool ReportsBaseline => plan.Scenarios.Any(scenario => scenario.Id == ExperimentPlan.BaselineId);

    /// <summary>Simulated time of one replication of all scenarios [s].</summary>
    public static long SimulatedTime(ExperimentPlan plan)
    {
        var times = plan.Run;
        return (times.Branch - times.Start) + ((long)plan.Scenarios.Count * (times.End - times.Branch));
    }

    private ReplicationResult Report(int part)
    {
        var timeline = plan.Scenarios[part].Timeline;
        if (forks[part]?.Run is { } fork)
        {
            forks[part] = new Fork(timeline.From[1], IsReleased: true);
            return Measure(fork, times.Branch, (reach, cancel) => fork.MeasureRest(times.End, reach, cancel), times.End).Result;
        }

        if (trace is not null)
        {
            return ReportWithSteps(trace, part);
        }

        var run = state is null ? Start(timeline) : Replication.Branch(timeline, state);
        return Measure(run, times.Branch, times.MeasureFrom, times.End, part == baseline ? Pauses(run) : []).Result;
    }

    /// <summary>The same while every step is kept. Each scenario is run from the branch: none leaves the baseline at a later date.</summary>
    private ReplicationResult ReportWithSteps(ReplicationTrace kept, int part)
    {
        var timeline = plan.Scenarios[part].Timeline;
        using var spool = kept.Open(part, timeline.First);
        var run = state is null ? Start(timeline) : Replication.Branch(timeline, state, spool.Write);
        run.Listener = spool.Write;
        return Measure(run, times.Branch, times.MeasureFrom, times.End, [(plan.Trace!.Window.From, run.TellPresent)]).Result;
    }

    /// <summary>
    /// Scenarios that are as described until a date need not be run from the branch to that date once more: they leave the baseline there, in pauses of its
    /// run.
    /// </summary>
    private void FindForks(Replication from)
    {
        for (var index = 0; trace is null && baseline >= 0 && index < forks.Length; index++)
        {
            var timeline = plan.Scenarios[index].Timeline;
            forks[index] = timeline.Models.Length > 1 && timeline.From[1] > times.MeasureFrom && timeline.From[1] < times.End && from.MayForkTo(timeline)
                ? new Fork(timeline.From[1], IsReleased: false) : null;
        }
    }

    private List<(int Time, Action Do)> Pauses(Replication run) =>
    [
        .. Enumerable.Range(0, forks.Length).Where(index => forks[index] is not null).OrderBy(index => forks[index]!.Time).Select(index => (forks[index]!.Time,
            (Action)(() =>
            {
                forks[index] = new Fork(forks[index]!.Time, IsReleased: true) { Run = Replication.Fork(plan.Scenarios[index].Timeline, run) };
                Released(index);
            }))),
    ];

    /// <summary>Where the baseline has failed before they left it, the others are run from the branch.</summary>
    private void ReleaseForks(int part)
    {
        for (var index = 0; part == baseline && index < forks.Length; index++)
        {
            if (forks[index] is { IsReleased: false } fork)
            {
                forks[index] = fork with { IsReleased = true };
                Released(index);
            }
        }
    }

    /// <summary>A scenario that leaves the baseline at a date.</summary>
    /// <param name="Time">When [s].</param>
    /// <param name="IsReleased">True from when it may be run on.</param>
    private sealed record Fork(int Time, bool IsReleased)
    {
        /// <summary>There; null: not yet, or gone on from already.</summary>
        public Replication? Run { get; init; }
    }

    private Replication Start(SystemTimeline timeline) => Replication.Start(timeline, plan.Seed, number, plan.Paranoid);

    private (Replication Run, ReplicationResult Result) Measure(Replication run, int now, int from, int to,
        IReadOnlyList<(int Time, Action Do)>? pauses = null) =>
        Measure(run, now, (reach, cancel) => run.Measure(from, to, pauses ?? [], reach, cancel), to);

    private (Replication Run, ReplicationResult Result) Measure(Replication run, int now,
        Func<Action<int>, CancellationToken, ReplicationResult> measure, int to)
    {
        var reached = now;
        var result = measure(Reach, plan.Cancel);
        Reach(to);
        return (run, pool.Share(result, number <= plan.MostNumberOfDemands));

        void Reach(int time)
        {
            plan.Progress.Add(Math.Max(0, time - reached));
            reached = Math.Max(reached, time);
        }
    }

    private T Guard<T>(string scenario, Func<T> run)
    {
        try
        {
            return run();
        }
        catch (SimulationException failure)
        {
            throw new RunFailedException(scenario, number, plan.Seed, failure);
        }
    }
}
