using System.Globalization;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Beds;

/// <summary>Pools and groups of beds that results have an occupancy distribution of.</summary>
internal static class BedPools
{
    private const char BeforeNumber = '/';
    private const char BeforePlace = '@';

    /// <summary>All of them, in file order: <c>acute@north</c>.</summary>
    public static IReadOnlyList<string> In(ResultSet results)
    {
        var index = ResultIndex.Of(results);
        return [.. results.Run.Scenarios.SelectMany(scenario => index.Summaries(scenario, index.ShownPeriod, GenericMeasures.Distribution))
            .Select(row => PoolOf(row.Key.Group)).Distinct()];
    }

    /// <summary>Those that a request asks for; without a name the groups of pools, since they are what is planned, else all.</summary>
    public static IReadOnlyList<string> Wanted(ChartRequest request)
    {
        var all = In(request.Results).Where(pool => request.Place is null || PlaceOf(pool) == request.Place).ToList();
        if (request.Measure is { } name)
        {
            return all.FindAll(pool => pool == name || BaseOf(pool) == name);
        }

        var groups = request.Results.System.Pools.Select(pool => pool.Group).Where(group => group.Length > 0).ToHashSet(StringComparer.Ordinal);
        var grouped = all.FindAll(pool => groups.Contains(BaseOf(pool)));
        return grouped.Count > 0 ? grouped : all;
    }

    /// <summary>The distribution of a pool in a scenario, by number of beds; empty where there is none.</summary>
    public static IReadOnlyList<BedNumber> Distribution(ChartRequest request, string scenario, string pool)
    {
        var index = ResultIndex.Of(request.Results);
        var shares = Rows(index.Summaries(scenario, request.PeriodShown, GenericMeasures.Distribution), pool);
        var notEnough = Rows(index.Summaries(scenario, request.PeriodShown, GenericMeasures.NotEnough), pool);
        var beds = shares.Keys.Union(notEnough.Keys).Order().ToList();
        return beds.ConvertAll(number =>
            new BedNumber(number, Estimate.Of(shares.GetValueOrDefault(number)), Estimate.Of(notEnough.GetValueOrDefault(number))));
    }

    /// <summary>What is not to be passed of the beds of a pool on average; null where the system names nothing.</summary>
    public static StandardFacts? LimitOf(ResultSet results, string pool) =>
        results.System.Distributions.FirstOrDefault(one => one.Id == pool) is { Standards: [var limit, ..] } ? limit : null;

    private static Dictionary<int, Summary> Rows(IReadOnlyList<Summary> rows, string pool)
    {
        var found = new Dictionary<int, Summary>();
        foreach (var row in rows)
        {
            var group = row.Key.Group;
            var slash = group.LastIndexOf(BeforeNumber);
            if (slash == pool.Length && group.StartsWith(pool, StringComparison.Ordinal)
                && int.TryParse(group.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                found[number] = row;
            }
        }

        return found;
    }

    private static string PoolOf(string group) => group.LastIndexOf(BeforeNumber) is >= 0 and var slash ? group[..slash] : group;

    private static string BaseOf(string pool) => pool.Split(BeforePlace)[0];

    private static string PlaceOf(string pool) => pool.IndexOf(BeforePlace) is >= 0 and var at ? pool[(at + 1)..] : "";
}

/// <summary>The beds of a pool or group.</summary>
/// <param name="Name">As a reader calls it.</param>
/// <param name="Beds">How often so many were occupied.</param>
/// <param name="Limit">The share that is not to be passed on average, or null.</param>
/// <param name="IsWithoutLimit">True where as many as were needed were there.</param>
internal sealed record BedPool(string Name, IReadOnlyList<BedNumber> Beds, StandardFacts? Limit, bool IsWithoutLimit);

/// <summary>
/// A number of beds: for what share of time exactly so many were occupied, and for what share so many or more, when, of beds without limit, they would
/// not have been enough.
/// </summary>
internal sealed record BedNumber(int Beds, Estimate Share, Estimate NotEnough);
