using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>Which pools' places a patient may hold on coming to each stage, over all ways there.</summary>
internal sealed class HeldPlaces
{
    private readonly SystemModel model;
    private readonly StageGraph graph;

    public HeldPlaces(SystemModel model, StageGraph graph)
    {
        this.model = model;
        this.graph = graph;
        OnEntry = [.. model.Stages.Select(_ => new HashSet<int>())];
        From = [.. model.Stages.Select(_ => new Dictionary<int, int>())];
        var open = new Queue<int>(Enumerable.Range(0, model.Stages.Length));
        while (open.TryDequeue(out var stage))
        {
            Pass(stage, open);
        }
    }

    /// <summary>By stage: pools of which a place may be held on entry.</summary>
    public HashSet<int>[] OnEntry { get; }

    /// <summary>By stage and pool: a stage before it from which the place may be held.</summary>
    public Dictionary<int, int>[] From { get; }

    private void Pass(int stage, Queue<int> open)
    {
        var during = During(stage);
        foreach (var next in graph.WrittenEnds[stage])
        {
            Add(stage, next, during, open);
        }

        var waiting = Waiting(stage).Concat(during).ToHashSet();
        foreach (var next in graph.GivesUp[stage])
        {
            Add(stage, next, waiting, open);
        }
    }

    private void Add(int from, int to, IEnumerable<int> pools, Queue<int> open)
    {
        var changed = false;
        foreach (var pool in pools)
        {
            if (OnEntry[to].Add(pool))
            {
                From[to].Add(pool, from);
                changed = true;
            }
        }

        if (changed)
        {
            open.Enqueue(to);
        }
    }

    /// <summary>Held once the stage's own place is taken.</summary>
    private IEnumerable<int> During(int stage) => model.Stages[stage].PlaceMode switch
    {
        PlaceMode.Keep => OnEntry[stage],
        PlaceMode.None => Kept(stage),
        _ => Kept(stage).Concat(Pools(model.Stages[stage].Place)).Distinct(),
    };

    /// <summary>Held while waiting for the place.</summary>
    private IEnumerable<int> Waiting(int stage) => model.Stages[stage].PlaceMode == PlaceMode.None ? Kept(stage) : OnEntry[stage];

    private IEnumerable<int> Kept(int stage) => model.Stages[stage].Keep is { } keep ? OnEntry[stage].Where(pool => keep[pool]) : [];

    /// <summary>Pools of bundles.</summary>
    public static IEnumerable<int> Pools(IEnumerable<Bundle> bundles) => bundles.SelectMany(bundle => bundle.Items).SelectMany(item => Pools(item.Pool));

    private static IEnumerable<int> Pools(PoolRef pool) => pool.Pool >= 0 ? [pool.Pool] : pool.ByValue.Where(index => index >= 0);
}
