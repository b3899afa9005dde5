using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Measures;

namespace FlowSim.Plots.Beds;

/// <summary>
/// How many beds were occupied for what share of the time, and how many would have been enough. One drawing a scenario, or more where there are many
/// pools.
/// </summary>
internal static class BedsDistribution
{
    private const string Id = "beds-distribution";
    private const int PoolsOnPage = 3;

    public static Chart Chart { get; } = new(Id, "How many beds are enough",
        "share of time by beds occupied, and the chance that so many beds would not have been enough (--measure names the pool or group)", Draw)
    {
        Takes = Narrowing.Scenario | Narrowing.Site | Narrowing.Measure | Narrowing.Period,
    };

    private static ChartDrawings Draw(ChartRequest request)
    {
        var pools = BedPools.Wanted(request);
        var drawings = request.Scenarios.SelectMany(scenario => Draw(request, scenario, pools)).ToList();
        return ChartDrawings.Of(drawings,
            $"there is no {GenericMeasures.Distribution}{(request.Measure is { } name ? $" of {name}" : "")}{(request.Place is { } place ? $" at {place}" : "")} (a system asks for it with 'measure: {GenericMeasures.Distribution}')");
    }

    private static IEnumerable<Drawing> Draw(ChartRequest request, string scenario, IReadOnlyList<string> pools)
    {
        var shown = pools.Select(pool =>
            new BedPool(request.Names.GroupHeading(pool), BedPools.Distribution(request, scenario, pool), BedPools.LimitOf(request.Results, pool)))
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
        var sheet = new Sheet(request, name, $"How many beds are enough: {ScenarioName.Of(request.Results, scenario)}",
            $"Bars: share of the time by beds occupied. Curve: share of the time for which so many beds would not have been enough, {PeriodName.Of(request)}. {request.Results.System.Title}.{part}");
        foreach (var pool in pools)
        {
            new BedPanel(sheet, pool).Draw();
        }

        var intervals = pools.Any(pool => pool.Beds.Any(number => number.Share.HasInterval));
        var notes =
            $"{(intervals ? "Thin lines on the bars, and the band around the curve: 95 % intervals of the mean." : "One replication: there is no interval.")} 1 in 20: with so many beds there would have been too few for 1 hour in 20. {Fullness(pools)}".Trim();
        return sheet.Finish(Describe(pools), notes, scenario);
    }

    private static string Fullness(IReadOnlyList<BedPool> pools)
    {
        var full = pools.Where(pool => BedMarks.IsCensored(pool.Beds, pool.Limit)).ToList();
        return full.Count == 0
            ? ""
            : $"{Over(full)}ften with no bed free: {string.Join("; ", full.Select(pool => pool.Name))}. Where beds run short patients wait elsewhere and are not counted here, so more beds than 1 in 20 and 1 in 100 say would be needed.";
    }

    private static string Over(List<BedPool> full) =>
        full.Find(pool => pool.Limit is not null)?.Limit is { } limit ? $"Over {NumberText.Exact(limit.Value)} % full, or o" : "O";

    private static string Describe(IReadOnlyList<BedPool> pools) =>
        $"Bars of the share of time by beds occupied, and below a falling curve of how often so many beds would not have been enough. {string.Join(" ", pools.Select(Describe))}";

    private static string Describe(BedPool pool)
    {
        var marks = string.Join(", ", BedMarks.Of(pool.Beds, pool.Limit).Select(mark => mark.Label));
        return FormattableString.Invariant($"{pool.Name}: {BedMarks.Mean(pool.Beds):F1} beds occupied on average; {marks}.");
    }
}
