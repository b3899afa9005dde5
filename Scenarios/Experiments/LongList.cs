using FlowSim.Scenarios.Validation;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Experiments;

/// <summary>A waiting list that is longer than what is served in a day, for a pool that is nearly always in use, and which nobody leaves but served.</summary>
public sealed record LongList
{
    /// <summary>In use for a greater share of the time: too near to full to trust a waiting list without a fallback [%].</summary>
    private const double HighUse = 93;

    /// <summary>A longer list at the end than is served in this time is no chance peak [d].</summary>
    private const double LongTime = 1;

    public required string Scenario { get; init; }

    public required string Stage { get; init; }

    public required string Pool { get; init; }

    /// <summary>Time in use [%].</summary>
    public required double Use { get; init; }

    /// <summary>At the end [patients].</summary>
    public required double Waiting { get; init; }

    /// <summary>Patients served [patients a day].</summary>
    public required double Served { get; init; }

    /// <summary>What the list has grown by over the time; 0 if that is little of its length [patients a day].</summary>
    public required double PerDay { get; init; }

    /// <summary>The full pool for which patients wait next who hold a place of this one; null if there is none.</summary>
    public string? HeldUpBy { get; private init; }

    /// <summary>Time in which as many are served as wait at the end [d].</summary>
    public double Days => Served > 0 ? Waiting / Served : double.PositiveInfinity;

    /// <summary>The long lists of one scenario, in order of its stages.</summary>
    public static IReadOnlyList<LongList> Of(ExperimentSummary summary, PlannedScenario scenario, RunPlan run)
    {
        var model = scenario.Timeline.First;
        var measures = new ScenarioMeans(summary, scenario.Id, run);
        var lists = new LongList?[model.Stages.Length];
        for (var stage = 0; stage < lists.Length; stage++)
        {
            lists[stage] = measures.HasPeriod ? Of(model, model.Stages[stage], measures) : null;
        }

        var graph = new StageGraph(model);
        return [.. Enumerable.Range(0, lists.Length).Where(stage => lists[stage] is not null)
            .Select(stage => lists[stage]! with { HeldUpBy = FullAfter(model, graph, stage, lists) })];
    }

    private static LongList? Of(SystemModel model, StageModel stage, ScenarioMeans measures)
    {
        var (waiting, served) = (measures.Of("still_waiting", model, stage), measures.Of("started", model, stage) / measures.Days);
        if (stage.GivesUp.Length > 0 || waiting <= served * LongTime || Full(model, stage, measures) is not { } pool)
        {
            return null;
        }

        return new LongList
        {
            Scenario = measures.Scenario,
            Stage = stage.Name,
            Pool = pool.Name,
            Use = measures.Use(model, pool),
            Waiting = waiting,
            Served = served,
            PerDay = measures.GrowthPerDay(model, stage),
        };
    }

    /// <summary>The pool that is short, if every alternative for the place, or for the staff, needs one that is nearly always in use.</summary>
    private static PoolModel? Full(SystemModel model, StageModel stage, ScenarioMeans measures)
    {
        PoolModel? Short(Bundle bundle) =>
            PoolLoad.PoolsOf(model, bundle).Where(pool => measures.Use(model, pool) > HighUse).MaxBy(pool => measures.Use(model, pool));
        PoolModel? AllShort(Bundle[] bundles) =>
            bundles.Length > 0 && Array.TrueForAll(bundles, bundle => Short(bundle) is not null) ? Short(bundles[0]) : null;
        return AllShort(stage.Place) ?? AllShort(stage.Staff);
    }

    /// <summary>The full pool of the next stages that ask for a place, through those that keep it.</summary>
    private static string? FullAfter(SystemModel model, StageGraph graph, int stage, LongList?[] lists)
    {
        var (seen, open) = (new HashSet<int> { stage }, new Queue<int>([stage]));
        while (open.TryDequeue(out var at))
        {
            foreach (var next in graph.Ends[at].Where(seen.Add))
            {
                if (lists[next] is { } list && list.Pool != lists[stage]!.Pool)
                {
                    return list.Pool;
                }

                if (model.Stages[next].PlaceMode == PlaceMode.Keep)
                {
                    open.Enqueue(next);
                }
            }
        }

        return null;
    }
}
