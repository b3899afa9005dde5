using System.Globalization;
using FlowSim.Plots.Answers;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Charts;

/// <summary>
/// How many beds were occupied for what share of the time, and of beds without limit how many would have been enough. One drawing a scenario, or more
/// where there are many pools.
/// </summary>
internal static class BedsDistribution
{
    private const string Id = "beds-distribution";
    private const int PoolsOnPage = 3;
    private const double OneInTwenty = 0.05;

    public static Chart Chart { get; } = new(Id, "How many beds are occupied",
        "share of time by beds occupied, and that with so many or more; in results of 'flowsim beds' how many would be enough (--measure names the pool or group)", Draw)
    {
        Takes = Narrowing.Scenario | Narrowing.Site | Narrowing.Measure | Narrowing.Period,
    };

    private static ChartDrawings Draw(ChartRequest request)
    {
        var pools = BedPools.Wanted(request);
        var drawings = request.OnesDrawn.SelectMany(scenario => Draw(request, scenario, pools)).ToList();
        var what = request.Measure is { } name ? $" of {name}" : "";
        return ChartDrawings.Of(drawings,
            $"there is no {GenericMeasures.Distribution}{what}{(request.Place is { } place ? $" at {place}" : "")} ({How(request)})");
    }

    /// <summary>What there must be for it.</summary>
    private static string How(ChartRequest request) =>
        LeftOutWords.Distributions(request.Results, GenericMeasures.Distribution) is { Length: > 0 } words
            ? words
            : $"a system asks for it with 'measure: {GenericMeasures.Distribution}'";

    private static IEnumerable<Drawing> Draw(ChartRequest request, string scenario, IReadOnlyList<string> pools)
    {
        var shown = pools.Select(pool =>
            new BedPool(request.Names.GroupHeading(pool), BedPools.Distribution(request, scenario, pool), BedPools.LimitOf(request.Results, pool),
                BedLimits.IsWithout(request, scenario, pool)))
            .Where(pool => pool.Beds.Count > 0 && double.IsFinite(BedMarks.Mean(pool.Beds))).ToList();
        var pages = shown.Chunk(PoolsOnPage).ToList();
        for (var page = 0; page < pages.Count; page++)
        {
            var name = FileStem.Page(FileStem.Of(Id, request.Measure ?? "", scenario, request.Place ?? ""), page);
            yield return Page(request, scenario, name, pages[page], pages.Count > 1 ? FormattableString.Invariant($" Part {page + 1} of {pages.Count}.") : "");
        }
    }

    private static Drawing Page(ChartRequest request, string scenario, string name, IReadOnlyList<BedPool> pools, string part)
    {
        var areWithoutLimit = pools.All(pool => pool.IsWithoutLimit);
        var curve = areWithoutLimit ? "for which so many beds would not have been enough" : "with so many or more occupied";
        var sheet = new Sheet(request, name,
            $"How many beds are {(areWithoutLimit ? "enough" : "occupied")}: {ScenarioName.Of(request.Results, scenario)}",
            $"Bars: share of the time by beds occupied. Curve: share of the time {curve}, {PeriodName.Of(request)}. {request.Results.System.Title}.{part}", Finding(request, scenario, pools));
        foreach (var pool in pools)
        {
            new BedPanel(sheet, pool).Draw();
        }

        var intervals = pools.Any(pool => pool.Beds.Any(number => number.Share.HasInterval));
        var notes =
            $"{(intervals ? "Thin lines on the bars, and the band around the curve: 95 % intervals of the mean." : "One replication: there is no interval.")} {Enough(pools)} {Limited(pools)}".Trim();
        return sheet.Finish(Describe(pools), notes, scenario);
    }

    /// <summary>How many would be too few for one hour in twenty, of the first pool without limit; of others that cannot be told.</summary>
    private static string? Finding(ChartRequest request, string scenario, IReadOnlyList<BedPool> pools) =>
        pools[0].IsWithoutLimit && pools[0].Beds.FirstOrDefault(number => number.NotEnough.Mean <= OneInTwenty) is { } enough && enough.NotEnough.HasInterval
            ? new ChartFinding(request).Scenario(scenario,
                FormattableString.Invariant($"with {enough.Beds} there would be too few for 1 hour in 20 ({pools[0].Name})"))
            : null;

    private static string Enough(IReadOnlyList<BedPool> pools) =>
        pools.Any(pool => pool.IsWithoutLimit) ? "1 in 20: with so many beds there would have been too few for 1 hour in 20." : "";

    /// <summary>What the beds that there were cannot tell.</summary>
    private static string Limited(IReadOnlyList<BedPool> pools)
    {
        var limited = pools.Where(pool => !pool.IsWithoutLimit).ToList();
        return limited.Count == 0
            ? ""
            : $"Of {string.Join("; ", limited.Select(pool => pool.Name))} no more could be occupied than there were, and who found none is not counted here: how many would be enough this does not tell. 'flowsim beds' counts them without limit.";
    }

    private static string Describe(IReadOnlyList<BedPool> pools) =>
        $"Bars of the share of time by beds occupied, and below a falling curve of how often so many or more were. {string.Join(" ", pools.Select(Describe))}";

    private static string Describe(BedPool pool)
    {
        var marks = string.Concat(BedMarks.Of(pool).Select((mark, at) => $"{(at == 0 ? "; " : ", ")}{mark.Label}"));
        return FormattableString.Invariant($"{pool.Name}: {BedMarks.Mean(pool.Beds):F1} beds occupied on average{marks}.");
    }
}

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
