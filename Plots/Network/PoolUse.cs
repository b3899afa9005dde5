using FlowSim.Plots.Network.Flows;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Network;

/// <summary>How full the places or staff of a step are.</summary>
/// <param name="Pool">Name of the pool, without instance.</param>
/// <param name="Kind">Kind of the pool.</param>
/// <param name="Occupied">In use, over all places shown [units].</param>
/// <param name="Open">Open, over all places shown; NaN where not known [units].</param>
internal readonly record struct StepUse(string Pool, string Kind, double Occupied, double Open)
{
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
        var limited = new HashSet<string>(StringComparer.Ordinal);
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
                steps[stage.Key] = uses[0] with { Occupied = uses.Sum(use => use.Occupied), Open = uses.Sum(use => use.Open) };
                limited.UnionWith(pools.Where((_, i) => !double.IsNaN(uses[i].Rate)));
            }
        }

        HeldLong = steps.Values.Where(step => step.HoldsLong).DistinctBy(step => step.Pool).Sum(step => step.Occupied);
        LargestHalfWidth = rows.Where(row => row.Key.Measure == GenericMeasures.Utilisation && limited.Contains(Pool(row)))
            .Select(row => (row.Upper95 - row.Lower95) / 2).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();
    }

    /// <summary>All in beds and on caseloads [units].</summary>
    public double HeldLong { get; }

    /// <summary>Half of the widest 95 % interval of the share in use of one pool [percentage points]; NaN without any.</summary>
    public double LargestHalfWidth { get; }

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
