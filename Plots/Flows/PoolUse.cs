using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Flows;

/// <summary>How full the places or staff of a step are.</summary>
/// <param name="Pool">Name of the pool, without instance.</param>
/// <param name="Kind">Kind of the pool.</param>
/// <param name="Occupied">In use, over all places shown [units].</param>
/// <param name="Open">Open, over all places shown; NaN where not known [units].</param>
internal readonly record struct StepUse(string Pool, string Kind, double Occupied, double Open)
{
    /// <summary>Group that the pool belongs to; empty: none.</summary>
    public string Group { get; init; } = "";

    /// <summary>Half of the 95 % interval of the share in use, at most: the mean over instances by how many are open [percentage points]; NaN: none.</summary>
    public double HalfWidth { get; init; } = double.NaN;

    /// <summary>Share in use [%]; NaN without a limit.</summary>
    public double Rate => Open > 0 && !IsUnlimited ? 100 * Occupied / Open : double.NaN;

    // A pool without a limit is as open as it is occupied: on average over time no whole number.
    private bool IsUnlimited => Open == Occupied && Open != Math.Round(Open);

    /// <summary>True for beds and caseloads, where patients stay for days.</summary>
    public bool HoldsLong => Kind is "beds" or "caseload";
}

/// <summary>Places and staff in use by step: of each the first that it asks for, over all instances shown, a sum divided by a sum.</summary>
internal sealed class PoolUse
{
    private readonly Dictionary<string, StepUse> steps = new(StringComparer.Ordinal);

    /// <param name="results">Summary and system.</param>
    /// <param name="scenario">Id.</param>
    /// <param name="period">As in the file.</param>
    /// <param name="place">Null for all.</param>
    public PoolUse(ResultSet results, string scenario, string period, string? place)
    {
        var rows = results.Summaries.Where(row => row.Scenario == scenario && row.Key.Period == period).ToList();
        var occupied = ByPool(rows, GenericMeasures.Occupied);
        var open = ByPool(rows, GenericMeasures.Open);
        var kinds = results.System.Pools.GroupBy(pool => pool.Id, StringComparer.Ordinal)
            .ToDictionary(pools => pools.Key, pools => pools.First().Kind, StringComparer.Ordinal);
        var groups = results.System.Pools.GroupBy(pool => pool.Id, StringComparer.Ordinal)
            .ToDictionary(pools => pools.Key, pools => pools.First().Group, StringComparer.Ordinal);
        var halves = rows.Where(row => row.Key.Measure == GenericMeasures.Utilisation).DistinctBy(Pool)
            .ToDictionary(Pool, row => (row.Upper95 - row.Lower95) / 2, StringComparer.Ordinal);
        foreach (var stage in results.System.Stages.Where(stage => place is null || stage.Place == place || stage.Place == PlaceName.System)
            .GroupBy(stage => stage.Id, StringComparer.Ordinal))
        {
            var pools = stage.SelectMany(FirstPool).Distinct(StringComparer.Ordinal).Where(occupied.ContainsKey).ToList();
            if (pools.Count > 0)
            {
                var uses = pools.ConvertAll(pool =>
                    new StepUse(Name(pool), kinds.GetValueOrDefault(Name(pool), ""), occupied[pool].Mean, open.TryGetValue(pool, out var row)
                        ? row.Mean
                        : double.NaN));
                var all = uses.Sum(use => use.Open);
                steps[stage.Key] = uses[0] with
                {
                    Occupied = uses.Sum(use => use.Occupied),
                    Open = all,
                    Group = groups.GetValueOrDefault(uses[0].Pool, ""),
                    HalfWidth = pools.Select((pool, i) => halves.GetValueOrDefault(pool, double.NaN) * uses[i].Open / all).Sum(),
                };
            }
        }

        HeldLong = steps.Values.Where(step => step.HoldsLong).DistinctBy(step => step.Pool).Sum(step => step.Occupied);
    }

    /// <summary>All in beds and on caseloads [units].</summary>
    public double HeldLong { get; }

    /// <summary>Null for a step without place or staff, or where the results do not say.</summary>
    public StepUse? Of(Step step)
    {
        foreach (var name in step.Kind == StepKind.Stage ? step.Names : [])
        {
            if (steps.TryGetValue(name, out var use))
            {
                return use;
            }
        }

        return null;
    }

    private static Dictionary<string, Summary> ByPool(List<Summary> rows, string measure) =>
        rows.Where(row => row.Key.Measure == measure && double.IsFinite(row.Mean)).DistinctBy(Pool).ToDictionary(Pool, StringComparer.Ordinal);

    private static string Pool(Summary row) => row.Key.Place == PlaceName.System ? row.Key.Group : $"{row.Key.Group}@{row.Key.Place}";

    /// <summary>The pool asked for first, at all its instances if the stage chooses among them.</summary>
    private static IEnumerable<string> FirstPool(StageFacts stage) => stage.Pools.TakeWhile(pool => Name(pool) == Name(stage.Pools[0]));

    private static string Name(string pool) => pool.Split('@')[0];
}

/// <summary>What the description says of the steps of a system: who holds a place or staff, who stays, who fills beds.</summary>
internal sealed class StepRoles
{
    private const string Keep = "keep";
    private const string Request = "request";

    /// <summary>Steps whose places hold at least this share of all in beds and on caseloads are shown, however few come and go.</summary>
    private const double LeastShareOfPlaces = 0.01;

    private readonly ILookup<string, StageFacts> stages;
    private readonly PoolUse use;
    private bool hasSmallSteps = true;

    public StepRoles(SystemFacts facts, PoolUse use)
    {
        stages = facts.Stages.ToLookup(stage => stage.Id, StringComparer.Ordinal);
        this.use = use;
    }

    private StepRoles(StepRoles other)
    {
        stages = other.stages;
        use = other.use;
    }

    public StepRoles With(IReadOnlySet<Step> atFold) => new(this) { AtFold = atFold };

    /// <summary>The same, but that no step matters by how many it holds.</summary>
    public StepRoles WithoutSmallSteps => new(this) { hasSmallSteps = false };

    /// <summary>Holds no place and no staff of its own, so far as is known.</summary>
    public bool IsPassing(Step step) => stages[step.Name].Any() && stages[step.Name].All(stage => stage.PlaceMode != Request && stage.Pools.Count == 0);

    /// <summary>Has a bed of its own.</summary>
    public bool HoldsBeds(Step step) => use.Of(step)?.Kind == "beds";

    /// <summary>Kind of the pool that it asks for first; empty without.</summary>
    public string KindOf(Step step) => use.Of(step)?.Kind ?? "";

    /// <summary>Group of the beds that it has; empty without.</summary>
    public string BedGroup(Step step) => use.Of(step) is { Kind: "beds" } beds ? beds.Group : "";

    /// <summary>Stays in the place of the step before.</summary>
    public bool IsStaying(Step step) => stages[step.Name].Any() && stages[step.Name].All(stage => stage.PlaceMode == Keep);

    /// <summary>Pool of the place that the step asks for, without instance; empty where it asks for none.</summary>
    public string PlacePool(Step step) =>
        stages[step.Name].Any() && stages[step.Name].All(stage => stage.PlaceMode == Request && stage.Pools.Count > 0)
            ? stages[step.Name].First().Pools[0].Split('@')[0]
            : "";

    /// <summary>Ways to and from another part of the system that is drawn apart.</summary>
    private IReadOnlySet<Step> AtFold { get; init; } = new HashSet<Step>();

    /// <summary>Fills a good part of the beds or caseloads, or leads to another part.</summary>
    public bool Matters(Step step) =>
        hasSmallSteps && (AtFold.Contains(step) || (use.Of(step) is { HoldsLong: true } held && held.Occupied >= LeastShareOfPlaces * use.HeldLong));
}
