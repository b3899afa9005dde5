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
        plan.Progress.Total = plan.Runs * ReplicationRun.SimulatedTime(plan);
        var pool = new RowPool(plan.KeepsBases);
        var (outcomes, failure) = TaskQueue<ReplicationOutcome>.Run(
            plan.Runs,
            plan.Threads,
            index => index < plan.Replications
                ? new ReplicationRun(plan, pool, index + 1).Run()
                : DrawRun.Run(plan.Outer!, plan.Outer!.Draws[index - plan.Replications], plan, pool),
            plan.Cancel);
        if (failure?.SourceException is RunFailedException { Finished: { } part } failed)
        {
            outcomes[failed.Replication - 1] = part;
        }

        if (Array.TrueForAll(outcomes, outcome => outcome is null))
        {
            failure?.Throw();
        }

        return Collect(plan, outcomes, failure);
    }

    private static ExperimentResult Collect(ExperimentPlan plan, ReplicationOutcome?[] outcomes, ExceptionDispatchInfo? failure)
    {
        var numbers = Enumerable.Range(1, plan.Replications).Where(number => outcomes[number - 1] is not null).ToList();
        var kept = numbers.ConvertAll(number => outcomes[number - 1]!);
        return new ExperimentResult
        {
            Scenarios = [.. plan.Scenarios.Select((scenario, index) => Collect(scenario, index, kept))],
            Replications = numbers,
            Complete = Array.TrueForAll(outcomes, outcome => outcome is { IsFinished: true }),
            Failure = failure,
            Events = outcomes.Sum(outcome => outcome?.Events ?? 0),
            Outer = plan.Outer is null ? null : new OuterResult { Plan = plan.Outer, Draws = Collect(plan.Outer, outcomes.AsSpan(plan.Replications)) },
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
