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

/// <summary>One replication of every scenario: spun up once under the baseline, then branched.</summary>
internal sealed class ReplicationRun
{
    private readonly ExperimentPlan plan;
    private readonly RunPlan times;
    private readonly RowPool pool;
    private readonly int number;
    private readonly Dictionary<SystemTimeline, Replication> forks = [];

    public ReplicationRun(ExperimentPlan plan, RowPool pool, int number)
    {
        this.pool = pool;
        this.plan = plan;
        times = plan.Run;
        this.number = number;
    }

    /// <exception cref="RunFailedException">A scenario cannot go on.</exception>
    /// <exception cref="OperationCanceledException">The plan was cancelled before anything was finished.</exception>
    public ReplicationOutcome Run()
    {
        var reported = new ReplicationResult?[plan.Scenarios.Count];
        if (!plan.HasSpinUp)
        {
            return ReportAll(null, new ReplicationOutcome { SpinUp = null, SpinUpEvents = 0, Reported = reported });
        }

        var spinUp = Guard(ExperimentPlan.BaselineId, SpinUp);
        return ReportAll(spinUp.State, new ReplicationOutcome
        {
            SpinUp = SharedPeriod.LeftOut(spinUp.Last, times),
            SpinUpYears = spinUp.Years,
            SpinUpEvents = spinUp.Events,
            Reported = reported,
        });
    }

    /// <summary>The spin-up with its last year measured, and each whole year before it as far as measures of interest are asked for.</summary>
    private (Replication State, IReadOnlyList<IReadOnlyList<ResultRow>> Years, ReplicationResult Last, long Events) SpinUp()
    {
        var (state, reached) = (Start(plan.Baseline), times.Start);
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

    /// <summary>Every scenario; when cancelled, or where one cannot go on, those that are finished, if there is anything to keep.</summary>
    private ReplicationOutcome ReportAll(Replication? state, ReplicationOutcome outcome)
    {
        var isKept = outcome.SpinUp is not null && ReportsBaseline;
        try
        {
            for (var i = 0; i < outcome.Reported.Length; i++)
            {
                var scenario = plan.Scenarios[i];
                outcome.Reported[i] = Guard(scenario.Id, () => Report(scenario.Timeline, state).Result);
                isKept = true;
                if (number == 1)
                {
                    plan.Progress.Looks.Enqueue(new FirstLook(scenario.Id, outcome.Reported[i]!.Rows));
                }
            }

            plan.Progress.Finish();
        }
        catch (OperationCanceledException) when (isKept && plan.Cancel.IsCancellationRequested)
        {
            // The others are lost; what is finished is not.
        }
        catch (RunFailedException failure) when (isKept)
        {
            failure.Finished = outcome;
            throw;
        }

        return outcome;
    }

    private bool ReportsBaseline => plan.Scenarios.Any(scenario => scenario.Id == ExperimentPlan.BaselineId);

    /// <summary>Simulated time of one replication of all scenarios [s].</summary>
    public static long SimulatedTime(ExperimentPlan plan)
    {
        var times = plan.Run;
        return (times.Branch - times.Start) + ((long)plan.Scenarios.Count * (times.End - times.Branch));
    }

    private (Replication Run, ReplicationResult Result) Report(SystemTimeline timeline, Replication? state)
    {
        if (forks.Remove(timeline, out var fork))
        {
            return Measure(fork, times.Branch, (reach, cancel) => fork.MeasureRest(times.End, reach, cancel), times.End);
        }

        var run = state is null ? Start(timeline) : Replication.Branch(timeline, state);
        return Measure(run, times.Branch, times.MeasureFrom, times.End, state is null || timeline != plan.Baseline ? [] : Forks(run, state));
    }

    /// <summary>
    /// Scenarios that are as described until a date need not be run from the branch to that date once more: they leave the baseline there, in pauses of its
    /// run.
    /// </summary>
    private List<(int Time, Action Do)> Forks(Replication run, Replication state) =>
    [
        .. plan.Scenarios.Select(scenario => scenario.Timeline)
            .Where(timeline => timeline.Models.Length > 1 && timeline.From[1] > times.MeasureFrom && timeline.From[1] < times.End && state.MayForkTo(timeline))
            .OrderBy(timeline => timeline.From[1])
            .Select(timeline => (timeline.From[1], (Action)(() => forks[timeline] = Replication.Fork(timeline, run)))),
    ];

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
        return (run, pool.Share(result));

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
