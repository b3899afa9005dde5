using System.Globalization;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Beds;

/// <summary>Pools and groups of beds that results have an occupancy distribution of.</summary>
internal static class BedPools
{
    public const string Share = "occupancy_distribution";
    public const string NotEnough = "p_full";

    private const char BeforeNumber = '/';
    private const char BeforePlace = '@';

    /// <summary>All of them, in file order: <c>acute-ga@cuhft</c>.</summary>
    public static IReadOnlyList<string> In(ResultSet results)
    {
        var index = ResultIndex.Of(results);
        return [.. results.Run.Scenarios.SelectMany(scenario => index.Summaries(scenario, index.LastPeriod, Share)).Select(row => PoolOf(row.Key.Group)).Distinct()];
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
        var shares = Rows(index.Summaries(scenario, request.PeriodOrLast, Share), pool);
        var notEnough = Rows(index.Summaries(scenario, request.PeriodOrLast, NotEnough), pool);
        var beds = shares.Keys.Union(notEnough.Keys).Order().ToList();
        return beds.ConvertAll(number => new BedNumber(number, Estimate.Of(shares.GetValueOrDefault(number)), Estimate.Of(notEnough.GetValueOrDefault(number))));
    }

    public static string Name(string pool) => $"{MeasureName.Of(BaseOf(pool))}{(PlaceOf(pool) is { Length: > 0 } place ? ", " + PlaceName.Of(place) : "")}";

    private static Dictionary<int, Summary> Rows(IReadOnlyList<Summary> rows, string pool)
    {
        var found = new Dictionary<int, Summary>();
        foreach (var row in rows)
        {
            var group = row.Key.Group;
            var slash = group.LastIndexOf(BeforeNumber);
            if (slash == pool.Length && group.StartsWith(pool, StringComparison.Ordinal) && int.TryParse(group.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
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

/// <summary>A number of beds: for what share of time exactly so many were occupied, and for what share so many or more, when they would not have been enough.</summary>
internal sealed record BedNumber(int Beds, Estimate Share, Estimate NotEnough);
