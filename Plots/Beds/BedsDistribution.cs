using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Measures;

namespace FlowSim.Plots.Beds;

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
