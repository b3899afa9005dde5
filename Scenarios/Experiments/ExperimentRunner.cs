namespace FlowSim.Scenarios.Experiments;

/// <summary>Runs an experiment: replications in parallel, each from its own keyed draws.</summary>
public static class ExperimentRunner
{
    /// <summary>
    /// Runs every replication of every scenario. The result depends on the plan's system, scenarios, seed and replications only,
    /// not on the number of threads. When cancelled, what is finished is returned as incomplete: every scenario of every replication that came to its end.
    /// </summary>
    /// <exception cref="RunFailedException">A run cannot go on.</exception>
    public static ExperimentResult Run(ExperimentPlan plan)
    {
        plan.Progress.Total = plan.Replications * ReplicationRun.SimulatedTime(plan);
        var pool = new RowPool();
        var outcomes = ReplicationQueue<ReplicationOutcome>.Run(
            plan.Replications,
            plan.Threads,
            index => new ReplicationRun(plan, pool, index + 1).Run(),
            plan.Cancel);
        return Collect(plan, outcomes);
    }

    private static ExperimentResult Collect(ExperimentPlan plan, ReplicationOutcome?[] outcomes)
    {
        var numbers = Enumerable.Range(1, outcomes.Length).Where(number => outcomes[number - 1] is not null).ToList();
        var kept = numbers.ConvertAll(number => outcomes[number - 1]!);
        return new ExperimentResult
        {
            Scenarios = [.. plan.Scenarios.Select((scenario, index) => Collect(scenario, index, kept))],
            Replications = numbers,
            Complete = numbers.Count == plan.Replications && kept.TrueForAll(outcome => outcome.IsFinished),
            Events = kept.Sum(outcome => outcome.Events),
            SpinUpChanges = SpinUpChange.Of(
                [.. kept.Where(outcome => outcome.SpinUpYears is not null).Select(outcome => outcome.SpinUpYears!.Value)],
                (measure, unit) => SettledBounds.Of(plan.Baseline.First, measure, unit)),
        };
    }

    private static ScenarioResult Collect(PlannedScenario scenario, int index, List<ReplicationOutcome> kept) =>
        new()
        {
            Id = scenario.Id,
            Title = scenario.Title,
            Reported = kept.ConvertAll(outcome => outcome.Reported[index]),
            SpinUp = scenario.Id == ExperimentPlan.BaselineId && kept.Exists(outcome => outcome.SpinUp is not null) ? kept.ConvertAll(outcome => outcome.SpinUp) : [],
        };
}
