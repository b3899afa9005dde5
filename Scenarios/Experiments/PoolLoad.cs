using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// How much of a pool is asked for. What is in use serves those who were served; those who gave up, and those by whom the waiting lists have
/// grown, would have needed as much each. Those who give up and come again (<see cref="Comebacks"/>) count only where the pool is used up.
/// </summary>
public sealed record PoolLoad
{
    /// <summary>More than this beyond what is open is no rounding.</summary>
    private const double LeastExcess = 0.02;

    /// <summary>Of patients who come by chance their root more or less is no overload; twice that hardly ever happens.</summary>
    private const double Roots = 2;

    /// <summary>In use for so much of the time a pool has nothing left for those who come again [%].</summary>
    private const double UsedUp = 95;

    public required string Scenario { get; init; }

    public required string Pool { get; init; }

    public required PoolKind Kind { get; init; }

    /// <summary>Time in use [%].</summary>
    public required double Use { get; init; }

    /// <summary>Units open while any is [units].</summary>
    public required double Open { get; init; }

    /// <summary>On its list, averaged over time [patients].</summary>
    public required double Waiting { get; init; }

    /// <summary>On the lists of the stages that are short of it, at the end [patients].</summary>
    public required double WaitingAtEnd { get; init; }

    /// <summary>Patients who give up waiting at those stages [patients a day].</summary>
    public required double GaveUp { get; init; }

    /// <summary>Patients served by it [patients a day].</summary>
    public required double Served { get; init; }

    /// <summary>What is asked for as a share of what is open [0 to ∞].</summary>
    public required double Asked { get; init; }

    /// <summary>Stages at which patients wait for it, the longest list first.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>Measured time [d].</summary>
    public required double Days { get; init; }

    /// <summary>More units that would be needed [units].</summary>
    public double Missing => Math.Max(0, (Asked - 1) * Open);

    /// <summary>True when more is asked for than is open, by more than chance.</summary>
    public bool IsOverloaded => Asked > 1 + LeastExcess && (Asked - 1) * Served * Days > Roots * Math.Sqrt(Served * Days);

    /// <summary>Every limited pool of a scenario, the fullest first.</summary>
    public static IReadOnlyList<PoolLoad> Of(ExperimentSummary summary, PlannedScenario scenario, RunPlan run)
    {
        var means = new ScenarioMeans(summary, scenario.Id, run);
        var model = scenario.Timeline.First;
        if (!means.HasPeriod)
        {
            return [];
        }

        var shortOf = Array.ConvertAll(model.Stages, stage => ShortOf(model, stage, means));
        return [.. model.Pools.Where(pool => !pool.Unlimited && means.Of("open", model, pool) > 0).Select(pool => Of(model, pool, shortOf, means, run))
            .OrderByDescending(load => load.Use)];
    }

    /// <summary>The limited and unlimited pools of a bundle.</summary>
    internal static IEnumerable<PoolModel> PoolsOf(SystemModel model, Bundle bundle) =>
        bundle.Items.SelectMany(item => item.Pool.Pool >= 0 ? [item.Pool.Pool] : item.Pool.ByValue.Where(index => index >= 0))
            .Select(index => model.Pools[index]);

    private static PoolLoad Of(SystemModel model, PoolModel pool, PoolModel?[] shortOf, ScenarioMeans means, RunPlan run)
    {
        var users = model.Stages.Where(stage => stage.Place.Concat(stage.Staff).Any(bundle => PoolsOf(model, bundle).Contains(pool))).ToList();
        var waiting = Enumerable.Range(0, shortOf.Length).Where(index => shortOf[index] == pool).Select(index => model.Stages[index]).ToList();
        var served = users.Sum(stage => means.Of("started", model, stage)) / means.Days;
        var gaveUp = waiting.Sum(stage => means.Of("gave_up", model, stage)) / means.Days;

        // Who gives up and comes again is one patient, who asks again and again: nothing is missing for that while the pool is not used up.
        var isUsedUp = means.Use(model, pool) >= UsedUp;
        var lost = waiting.Where(stage => isUsedUp || !Comebacks.LeadFrom(model, stage)).Sum(stage => means.Of("gave_up", model, stage)) / means.Days;
        var unmet = lost + waiting.Sum(stage => means.GrowthPerDay(model, stage));
        return new PoolLoad
        {
            Scenario = means.Scenario,
            Pool = pool.Name,
            Kind = pool.Kind,
            Use = means.Use(model, pool),
            Open = MeanCapacity.WhileOpen(pool.Capacity, run.End),
            Waiting = means.Of("queue_length", model, pool),
            WaitingAtEnd = waiting.Sum(stage => means.Of("still_waiting", model, stage)),
            GaveUp = gaveUp,
            Served = served,
            Asked = served > 0 ? means.Use(model, pool) / 100 * (1 + (unmet / served)) : 0,
            Stages = [.. waiting.Where(stage => means.Of("queue_length", model, stage) > 0).OrderByDescending(stage => means.Of("queue_length", model, stage))
                .Select(stage => stage.Name)],
            Days = means.Days,
        };
    }

    /// <summary>The fullest of what a stage asks for first, its place or its staff: nobody can tell for which of them a patient gave up.</summary>
    private static PoolModel? ShortOf(SystemModel model, StageModel stage, ScenarioMeans means) =>
        stage.Place.Take(1).Concat(stage.Staff.Take(1)).SelectMany(bundle => PoolsOf(model, bundle)).Where(pool => !pool.Unlimited)
            .MaxBy(pool => means.Use(model, pool));
}
