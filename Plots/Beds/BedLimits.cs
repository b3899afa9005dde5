using FlowSim.Plots.Charts;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Beds;

/// <summary>Whether there was a limit on the beds of which a distribution is: with one it shows those there were, not those needed.</summary>
internal static class BedLimits
{
    private const char BeforePlace = '@';

    /// <summary>
    /// True where the beds were counted without limit, or as many were open as were occupied, whatever that was; false where it is not known.
    /// </summary>
    /// <param name="request">The results.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="pool">A pool or group with its place, <c>acute@north</c>.</param>
    public static bool IsWithout(ChartRequest request, string scenario, string pool)
    {
        var (name, place) = pool.IndexOf(BeforePlace, StringComparison.Ordinal) is >= 0 and var at ? (pool[..at], pool[(at + 1)..]) : (pool, PlaceName.System);
        var pools = request.Results.System.Pools.Where(one => (one.Id == name || one.Group == name) && one.Place == place).ToList();
        return pools.Count > 0 && pools.TrueForAll(one => IsCounted(request.Results, scenario, one) || IsAlwaysEnough(request, scenario, one));
    }

    private static bool IsCounted(ResultSet results, string scenario, PoolFacts pool) => results.Beds.Any(row =>
        row.Kind == BedRow.Needed && row.Scenario == scenario && (row.Pool == pool.Id || row.Pool == pool.Group) && row.Place == pool.Place);

    /// <summary>A pool without limit counts as open what is in use; a limited one would have to be full all the time.</summary>
    private static bool IsAlwaysEnough(ChartRequest request, string scenario, PoolFacts pool)
    {
        var index = ResultIndex.Of(request.Results);
        double Mean(string measure) => index.Summary(scenario, request.PeriodShown, measure, pool.Place, pool.Id)?.Mean ?? double.NaN;
        var (open, occupied) = (Mean(GenericMeasures.Open), Mean(GenericMeasures.Occupied));
        return open == occupied && open != Math.Round(open);
    }
}
