using System.Runtime.ExceptionServices;

namespace FlowSim.Scenarios.Experiments;

/// <summary>Runs an experiment: replications in parallel, each from its own keyed draws.</summary>
public static class ExperimentRunner
{
    /// <summary>
    /// Runs every replication of every scenario. The result depends on the plan's system, scenarios, seed and replications only,
    /// not on the number of threads. When cancelled, what is finished is returned as incomplete: every scenario of every replication that came to its end.
    /// So it is where a run cannot go on, as far as the first replication that cannot; what is behind <see cref="ExperimentResult.Failure"/> is then
    /// still to be told.
    /// </summary>
    /// <exception cref="RunFailedException">A run cannot go on, and nothing is finished.</exception>
    public static ExperimentResult Run(ExperimentPlan plan)
    {
        var pool = new RowPool(plan.KeepsBases, plan.Keeps);
        if (plan.Precision is { } goal)
        {
            return UntilPrecise(plan, goal, pool);
        }

        var (outcomes, failure) = Outcomes(plan, pool, 0, plan.Runs);
        return Collect(plan, outcomes, plan.Replications, failure);
    }

    /// <summary>An experiment of which every replication and draw has been run elsewhere.</summary>
    /// <param name="plan">What was asked for.</param>
    /// <param name="outcomes">Replications, and behind them draws.</param>
    /// <param name="isAll">True where what is missing is not to come: it was not asked for.</param>
    internal static ExperimentResult Of(ExperimentPlan plan, ReplicationOutcome?[] outcomes, bool isAll = false) =>
        Collect(plan, outcomes, plan.Replications, failure: null, isAll: isAll);

    /// <summary>Replications until the intervals are as narrow as asked for; they are looked at in their order, some at a time.</summary>
    private static ExperimentResult UntilPrecise(ExperimentPlan plan, PrecisionGoal goal, RowPool pool)
    {
        var watch = new PrecisionWatch(plan, goal);
        var all = new List<ReplicationOutcome?>();
        goal.Time?.Begin();
        var wanted = goal.Time?.Fitting(0, watch.Next(), plan.Threads) ?? watch.Next();
        while (true)
        {
            var (outcomes, failure) = Outcomes(plan, pool, all.Count, wanted - all.Count);
            all.AddRange(outcomes);
            var finished = outcomes.TakeWhile(outcome => outcome is { IsFinished: true }).ToList();
            finished.ForEach(outcome => watch.Add([.. outcome!.Reported.Select(result => result!)]));
            var isStopped = finished.Count < outcomes.Length;
            var next = isStopped || watch.IsEnough || watch.Replications >= goal.Most ? wanted
                : goal.Time?.Fitting(wanted, watch.Next(), plan.Threads) ?? watch.Next();
            if (next == wanted)
            {
                return Collect(plan, [.. all], wanted, failure, watch.Reached(isStopped));
            }

            wanted = next;
        }
    }

    /// <summary>A replication, or behind them a draw, by its index among both.</summary>
    internal static IRun RunOf(ExperimentPlan plan, RowPool pool, int index) => index < plan.Replications
        ? new ReplicationRun(plan, pool, index + 1)
        : new DrawRun(plan.Outer!, plan.Outer!.Draws[index - plan.Replications], plan, pool);

    /// <summary>Some of the replications and draws, by their number; where one cannot go on, those before it, and of it what comes before.</summary>
    private static (ReplicationOutcome?[] Outcomes, ExceptionDispatchInfo? Failure) Outcomes(ExperimentPlan plan, RowPool pool, int first, int count)
    {
        plan.Progress.Plan(first + count, (first + count) * ReplicationRun.SimulatedTime(plan));
        var (runs, failed) = BranchedQueue<IRun>.Run(count, index => RunOf(plan, pool, first + index), plan.Threads, plan.Cancel);
        var outcomes = runs.Select((run, index) => failed is not { } failure || index < failure.Work ? run?.Outcome
            : index == failure.Work ? run!.Before(failure.Part) : null).ToArray();
        if (first == 0 && Array.TrueForAll(outcomes, outcome => outcome is null))
        {
            failed?.Failure.Throw();
        }

        return (outcomes, failed?.Failure);
    }

    private static ExperimentResult Collect(ExperimentPlan plan, ReplicationOutcome?[] outcomes, int replications, ExceptionDispatchInfo? failure,
        PrecisionReached? precision = null, bool isAll = false)
    {
        var numbers = Enumerable.Range(1, replications).Where(number => outcomes[number - 1] is not null).ToList();
        var kept = numbers.ConvertAll(number => outcomes[number - 1]!);
        return new ExperimentResult
        {
            Scenarios = [.. plan.Scenarios.Select((scenario, index) => Collect(scenario, index, kept))],
            Replications = numbers,
            Planned = replications,
            Precision = precision,
            Complete = isAll || Array.TrueForAll(outcomes, outcome => outcome is { IsFinished: true }),
            Failure = failure,
            Events = outcomes.Sum(outcome => outcome?.Events ?? 0),
            Outer = plan.Outer is null ? null : new OuterResult { Plan = plan.Outer, Draws = Collect(plan.Outer, outcomes.AsSpan(replications)) },
            SpinUpChanges = SpinUpChange.Of(
                [.. kept.Select(outcome => outcome.SpinUpYears).Where(years => years.Count > 1).Select(years => (years[^2], years[^1]))],
                (measure, unit) => SettledBounds.Of(plan.Baseline.First, measure, unit)),
            SpinUpYears = SpinUpYear.Of(plan.Run, numbers.Zip(kept, (number, outcome) => (number, outcome.SpinUpYears))),
        };
    }

    private static List<DrawResult> Collect(OuterDraws plan, ReadOnlySpan<ReplicationOutcome?> outcomes)
    {
        var draws = new List<DrawResult>();
        for (var index = 0; index < outcomes.Length; index++)
        {
            if (outcomes[index] is { IsFinished: true } outcome)
            {
                draws.Add(new DrawResult { Draw = plan.Draws[index], LeftOut = outcome.LeftOut, Reported = outcome.Reported, SpinUp = outcome.SpinUp });
            }
        }

        return draws;
    }

    private static ScenarioResult Collect(PlannedScenario scenario, int index, List<ReplicationOutcome> kept) =>
        new()
        {
            Id = scenario.Id,
            Title = scenario.Title,
            Reported = kept.ConvertAll(outcome => outcome.Reported[index]),
            SpinUp = scenario.Id == ExperimentPlan.BaselineId && kept.Exists(outcome => outcome.SpinUp is not null)
                ? kept.ConvertAll(outcome => outcome.SpinUp)
                : [],
        };
}
