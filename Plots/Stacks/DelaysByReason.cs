using FlowSim.Plots.Charts;
using FlowSim.Plots.Dots;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Stacks;

/// <summary>Beds held by delayed patients by reason and by who answers for it, against 2.5 % of occupied beds: by scenario, and by place in one scenario.</summary>
internal static class DelaysByReason
{
    private const string Id = "delays-by-reason";
    private const string Beds = "delayed_beds";
    private const string Rate = "dtoc_rate";
    private const string Occupied = "occupied_beds";
    private const int RowsOnPage = 14;
    private const int RowsOnNarrowPage = 9;

    // The county's memorandum of understanding, 2016: delays are to be below 2.5 %.
    private const double Target = 2.5;

    public static Chart Chart { get; } = new(Id, "Delayed transfers of care", "beds held by delayed patients by reason and by who answers for it, against 2.5 % of occupied beds", Draw);

    private static ChartDrawings Draw(ChartRequest request)
    {
        var place = request.Place ?? PlaceName.System;
        var drawings = new List<Drawing>();
        if (request.Scenario is null)
        {
            drawings.AddRange(Pages(request, FileStem.Of(Id, request.Place ?? ""), $"Beds held by delayed patients: {PlaceName.Of(place)}",
                [.. request.Scenarios.Select(scenario => new DelayKey(scenario, place, ScenarioName.Of(request.Results, scenario)))]));
        }

        foreach (var scenario in request.Place is null ? request.Scenarios.Take(1) : request.Scenario is null ? [] : request.Scenarios)
        {
            var places = Places.Of(request, ResultIndex.Of(request.Results).Summaries(scenario, request.PeriodOrLast, Beds));
            if (places.Count > 1 || request.Scenario is not null)
            {
                drawings.AddRange(Pages(request, FileStem.Of(Id, scenario, request.Place ?? ""), $"Beds held by delayed patients: {ScenarioName.Of(request.Results, scenario)}",
                    [.. places.Select(one => new DelayKey(scenario, one, PlaceName.Of(one)))]));
            }
        }

        return ChartDrawings.Of(drawings, $"there is no {Beds} by reason for period {request.PeriodOrLast}{(request.Place is null ? "" : $" and place {place}")}");
    }

    private static IEnumerable<Drawing> Pages(ChartRequest request, string name, string title, IReadOnlyList<DelayKey> keys)
    {
        var shown = keys.Where(key => Groups(request, key).Count > 0).ToList();
        var pages = shown.Chunk(request.WidthMillimetres < Sheet.NarrowBelow ? RowsOnNarrowPage : RowsOnPage).ToList();
        var most = shown.Select(key => Math.Max(Total(request, key).Values.Append(Groups(request, key).Where(row => row.Mean > 0).Sum(row => row.Mean)).Max(), TargetBeds(request, key) is var beds && double.IsFinite(beds) ? beds : 0)).DefaultIfEmpty(0).Max();
        for (var page = 0; page < pages.Count; page++)
        {
            var part = pages.Count > 1 ? FormattableString.Invariant($" Part {page + 1} of {pages.Count}.") : "";
            yield return Page(request, FileStem.Page(name, page), title, part, pages[page], most);
        }
    }

    private static Drawing Page(ChartRequest request, string name, string title, string part, IReadOnlyList<DelayKey> keys, double most)
    {
        var delays = UsualMeasure.Is(request.Results.System, Beds, "beds") ? "Delayed transfers of care in acute beds" : MeasureName.Of(request.Results.System, Beds);
        var sheet = new Sheet(request, name, title, $"{delays}, averaged over time, {PeriodName.Of(request)}. {request.Results.System.Title}.{part}");
        var groups = keys.SelectMany(key => Groups(request, key)).ToList();
        var mark = FormattableString.Invariant($"{Target} % of occupied beds");
        Panel(sheet, request, keys, most, DelayCategories.ByReason(groups), "By reason", mark);
        if (groups.Exists(group => group.Key.Group.Contains('/', StringComparison.Ordinal)))
        {
            Panel(sheet, request, keys, most, DelayCategories.ByAttribution(groups), "By who answers for the delay", mark);
        }

        var interval = keys.Any(key => Total(request, key).HasInterval) ? "The interval is that of the total; those of the parts are in summary.csv." : "One replication: there is no interval.";
        return sheet.Finish(Describe(request, keys), $"{interval} {AtTheRight(request, keys)} Reasons and their letters are those of the monthly situation report.", [.. keys.Select(key => key.Scenario).Distinct()]);
    }

    private static string AtTheRight(ChartRequest request, IReadOnlyList<DelayKey> keys)
    {
        var beds = keys.Any(key => Total(request, key).HasInterval) ? "beds with their 95 % interval" : "beds";
        return keys.Any(key => double.IsFinite(OfficialRate(request, key)))
            ? FormattableString.Invariant($"At the right: {beds}, and delayed bed-days as a share of occupied bed-days as officially counted, at midnight; the mark stands where that share would be {Target} %.")
            : $"At the right: {beds}.";
    }

    private static void Panel(Sheet sheet, ChartRequest request, IReadOnlyList<DelayKey> keys, double most, DelayCategories categories, string heading, string mark) =>
        new StackedBars(sheet, categories.Shades, [.. keys.Select(key => new StackRow(key.Label, categories.Values(Groups(request, key)), Total(request, key), TargetBeds(request, key), Value(request, key, Decimals(request, keys))))], most).Draw(heading, "beds", mark);

    private static List<Summary> Groups(ChartRequest request, DelayKey key) =>
        [.. ResultIndex.Of(request.Results).Summaries(key.Scenario, request.PeriodOrLast, Beds).Where(row => row.Key.Place == key.Place && row.Key.Group.Length > 0)];

    private static Estimate Total(ChartRequest request, DelayKey key) =>
        ResultIndex.Of(request.Results).Summary(key.Scenario, request.PeriodOrLast, Beds, key.Place) is { } total ? Estimate.Of(total)
            : new Estimate(Groups(request, key).Where(row => double.IsFinite(row.Mean)).Sum(row => row.Mean), double.NaN, double.NaN);

    /// <summary>
    /// So many beds would be the target. The rate is counted at midnight and the beds at any time, so the mark stands where it is to the
    /// bar as the target is to the rate; without a rate, at the target's share of occupied beds.
    /// </summary>
    private static double TargetBeds(ChartRequest request, DelayKey key) =>
        OfficialRate(request, key) is > 0 and var rate && Total(request, key) is { Mean: > 0 } total ? total.Mean * Target / rate
            : (ResultIndex.Of(request.Results).Summary(key.Scenario, request.PeriodOrLast, Occupied, key.Place)?.Mean ?? double.NaN) * Target / 100;

    private static double OfficialRate(ChartRequest request, DelayKey key) =>
        ResultIndex.Of(request.Results).Summary(key.Scenario, request.PeriodOrLast, Rate, key.Place)?.Mean ?? double.NaN;

    private static string Value(ChartRequest request, DelayKey key, int decimals)
    {
        var beds = DotValues.Text(Total(request, key), decimals, signed: false);
        var rate = OfficialRate(request, key);
        return double.IsFinite(rate) ? $"{beds}; {NumberText.Plain(rate, 1)} %" : beds;
    }

    private static int Decimals(ChartRequest request, IEnumerable<DelayKey> keys) => DotValues.Decimals(keys.Select(key => Total(request, key)));

    private static string Describe(ChartRequest request, IReadOnlyList<DelayKey> keys) =>
        FormattableString.Invariant($"Stacked bars of beds held by delayed patients, with delayed bed-days as a share of occupied bed-days where it is known, against {Target} %. ") + string.Join(" ", keys.Select(key =>
        {
            var largest = DelayCategories.ByReason(Groups(request, key)).Largest(Groups(request, key));
            return $"{key.Label}: {Value(request, key, Decimals(request, keys))}; most for {largest}.";
        }));

    private sealed record DelayKey(string Scenario, string Place, string Label);
}
