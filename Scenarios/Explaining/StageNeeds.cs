using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Explaining;

/// <summary>Which pools the stages of a system ask for, and who holds a pool, by names as written.</summary>
public sealed class StageNeeds
{
    /// <summary>More stages in a row, in each of which a patient stays where he or she is, are rare.</summary>
    private const int Rounds = 25;

    private readonly Dictionary<string, IReadOnlyList<string>> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> staff = new(StringComparer.Ordinal);
    private readonly HashSet<string> keeping = new(StringComparer.Ordinal);

    /// <param name="models">The baseline, then scenarios: a stage that several have is told as the first of them has it.</param>
    public StageNeeds(params IEnumerable<SystemModel> models)
    {
        foreach (var model in models)
        {
            Add(model);
        }
    }

    private void Add(SystemModel model)
    {
        foreach (var stages in model.Stages.GroupBy(stage => model.StageTemplates[stage.Template]).Where(stages => !places.ContainsKey(stages.Key)))
        {
            places[stages.Key] = [.. stages.SelectMany(stage => stage.Place).SelectMany(bundle => PoolsOf(model, bundle)).Distinct()];
            staff[stages.Key] = [.. stages.SelectMany(stage => stage.Staff).SelectMany(bundle => PoolsOf(model, bundle)).Distinct()];
            if (stages.All(stage => stage.PlaceMode == PlaceMode.Keep))
            {
                keeping.Add(stages.Key);
            }
        }
    }

    /// <summary>Pools of a stage's place, in the order in which they are asked for.</summary>
    public IReadOnlyList<string> PlacesOf(string stage) => places.GetValueOrDefault(stage) ?? [];

    /// <summary>Pools of its staff.</summary>
    public IReadOnlyList<string> StaffOf(string stage) => staff.GetValueOrDefault(stage) ?? [];

    /// <summary>
    /// By stage, the share of its patients who hold one of the pools: all where it is what the stage asks for first of all; where a patient stays where he or
    /// she is, as many as in the stages before, by how many come from each.
    /// </summary>
    /// <param name="pools">The pools, as written.</param>
    /// <param name="flows">From which stage to which patients go, and how many a day.</param>
    public IReadOnlyDictionary<string, double> HoldersOf(IReadOnlyList<string> pools, IReadOnlyList<FlowSummary> flows)
    {
        var held = places.Where(pair => pair.Value.Count > 0 && pools.Contains(pair.Value[0])).ToDictionary(pair => pair.Key, _ => 1.0, StringComparer.Ordinal);
        var into = flows.Where(flow => keeping.Contains(flow.To)).GroupBy(flow => flow.To).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var stage in into)
            {
                var all = stage.Sum(flow => flow.PerDay);
                held[stage.Key] = all > 0 ? stage.Sum(flow => flow.PerDay * held.GetValueOrDefault(flow.From)) / all : 0;
            }
        }

        return held;
    }

    /// <summary>True where who waits for the stage holds the place of the stage before.</summary>
    public bool IsWaitedForInPlace(string stage) => PlacesOf(stage).Count > 0 || keeping.Contains(stage);

    private static IEnumerable<string> PoolsOf(SystemModel model, Bundle bundle) =>
        bundle.Items.SelectMany(item => item.Pool.Pool >= 0 ? [item.Pool.Pool] : item.Pool.ByValue.Where(pool => pool >= 0))
            .Select(pool => model.Pools[pool].Template);
}
