using FlowSim.Plots.Charts;
using FlowSim.Plots.Dots;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Stacks;

/// <summary>
/// Beds held by delayed patients by reason and by who answers for it, against the standard of their rate: by scenario, and by place in one scenario.
/// </summary>
internal sealed class DelaysByReason
{
    private const string Id = "delays-by-reason";
    private const string Percent = "%";
    private const string DelayedTime = "delayed_time";
    private const int RowsOnPage = 14;
    private const int RowsOnNarrowPage = 9;

    public static Chart Chart { get; } = new(Id, "Delayed transfers of care",
        "beds held by delayed patients by reason and by who answers for it, against the standard of the rate of delays", Draw);

    private readonly ChartRequest request;
    private readonly MeasureFacts beds;
    private readonly MeasureFacts? rate;
    private readonly StandardFacts? standard;

    private DelaysByReason(ChartRequest request, MeasureFacts beds)
    {
        this.request = request;
        this.beds = beds;
        var topic = request.Names.TopicOf(beds.Id);
        rate = request.Results.System.Measures.FirstOrDefault(measure => measure.Unit == Percent && request.Names.TopicOf(measure.Id) == topic);
        standard = rate is null ? null : request.Names.Standard(rate.Id);
    }

    private static ChartDrawings Draw(ChartRequest request) =>
        request.Results.System.Measures.FirstOrDefault(measure => measure.Quantity == DelayedTime && measure.Unit != Percent) is { } beds
            ? new DelaysByReason(request, beds).Draw()
            : ChartDrawings.Nothing("the system has no measure of beds held by delayed patients (the average of 'delayed_time')");

    private ChartDrawings Draw()
    {
        var place = request.Place ?? PlaceName.System;
        var drawings = new List<Drawing>();
        if (request.Chosen.Count != 1)
        {
            drawings.AddRange(Pages(FileStem.Of(Id, request.Scenario ?? "", request.Place ?? ""), $"{request.Names.Measure(beds.Id)}: {request.Names.Place(place)}",
                [.. request.Scenarios.Select(scenario => new DelayKey(scenario, place, ScenarioName.Of(request.Results, scenario)))], Moved(place)));
        }

        var alone = request.Chosen.Count > 0 ? request.Scenarios : request.Place is null ? request.Scenarios.Take(1) : [];
        foreach (var scenario in alone)
        {
            var places = Places.Of(request, ResultIndex.Of(request.Results).Summaries(scenario, request.PeriodShown, beds.Id));
            if (places.Count > 1 || request.Scenario is not null)
            {
                drawings.AddRange(
                    Pages(FileStem.Of(Id, scenario, request.Place ?? ""), $"{request.Names.Measure(beds.Id)}: {ScenarioName.Of(request.Results, scenario)}",
                    [.. places.Select(one => new DelayKey(scenario, one, request.Names.Place(one)))], MostFor(scenario, places[^1])));
            }
        }

        return ChartDrawings.Of(drawings,
            $"there is no {beds.Id} by reason for period {request.PeriodShown}{(request.Place is null ? "" : $" and place {place}")}");
    }

    private string? Moved(string place)
    {
        var finding = new ChartFinding(request);
        return finding.Line(beds.Id, place, "", request.Scenarios) is { Cells.Count: > 0 } line ? finding.OfScenarios([line]) : null;
    }

    /// <summary>The reason that holds most beds, where chance alone makes no other as large.</summary>
    private string? MostFor(string scenario, string place)
    {
        var groups = Groups(new DelayKey(scenario, place, ""));
        return DelayCategories.ByReason(groups).Foremost(groups) is { } reason
            ? new ChartFinding(request).Scenario(scenario, $"more beds are held for {reason} than for any other reason{request.Names.At(place)}")
            : null;
    }

    private IEnumerable<Drawing> Pages(string name, string title, IReadOnlyList<DelayKey> keys, string? finding)
    {
        var shown = keys.Where(key => Groups(key).Count > 0).ToList();
        var pages = shown.Chunk(request.WidthMillimetres < Sheet.NarrowBelow ? RowsOnNarrowPage : RowsOnPage).ToList();
        var most = shown.Select(key =>
            Math.Max(Total(key).Values.Append(Groups(key).Where(row => row.Mean > 0).Sum(row => row.Mean)).Max(), TargetBeds(key) is var beds
                && double.IsFinite(beds) ? beds : 0)).DefaultIfEmpty(0).Max();
        for (var page = 0; page < pages.Count; page++)
        {
            var part = pages.Count > 1 ? FormattableString.Invariant($" Part {page + 1} of {pages.Count}.") : "";
            yield return Page(FileStem.Page(name, page), (title, finding), part, pages[page], most);
        }
    }

    private Drawing Page(string name, (string Shown, string? Finding) title, string part, IReadOnlyList<DelayKey> keys, double most)
    {
        var sheet = new Sheet(request, name, title.Shown,
            $"{request.Names.Word(beds.Id).Name}, averaged over time, {PeriodName.Of(request)}. {request.Results.System.Title}.{part}", title.Finding);
        var groups = keys.SelectMany(key => Groups(key)).ToList();
        var mark = standard is null ? "" : $"{standard.Name} {Target} ({request.Names.Measure(rate!.Id)})";
        Panel(sheet, keys, most, DelayCategories.ByReason(groups), "By reason", mark);
        if (groups.Exists(group => group.Key.Group.Contains('/', StringComparison.Ordinal)))
        {
            Panel(sheet, keys, most, DelayCategories.ByAttribution(groups), "By who answers for the delay", mark);
        }

        var interval = keys.Any(key => Total(key).HasInterval)
            ? "The interval is that of the total; those of the parts are in summary.csv."
            : "One replication: there is no interval.";
        return sheet.Finish(Describe(keys), $"{interval} {AtTheRight(keys)} Reasons are those of the monthly situation report, the four that hold most beds and all others.",
            [.. keys.Select(key => key.Scenario).Distinct()]);
    }

    private string AtTheRight(IReadOnlyList<DelayKey> keys)
    {
        var numbers = keys.Any(key => Total(key).HasInterval) ? $"{Unit} with their 95 % interval" : Unit;
        return !keys.Any(key => double.IsFinite(RateOf(key))) ? $"At the right: {numbers}."
            : $"At the right: {numbers}, and in per cent: {request.Names.Word(rate!.Id).InSentence}{(standard is null ? "" : $"; the mark stands where that would be {Target}")}.";
    }

    private void Panel(Sheet sheet, IReadOnlyList<DelayKey> keys, double most, DelayCategories categories, string heading, string mark) =>
        new StackedBars(sheet, categories.Shades,
            [.. keys.Select(key => new StackRow(key.Label, categories.Values(Groups(key)), Total(key), TargetBeds(key), Value(key, Decimals(keys))))], most)
            .Draw(heading, Unit, mark);

    private List<Summary> Groups(DelayKey key) =>
        [.. ResultIndex.Of(request.Results).Summaries(key.Scenario, request.PeriodShown, beds.Id)
            .Where(row => row.Key.Place == key.Place && row.Key.Group.Length > 0)];

    private Estimate Total(DelayKey key) =>
        ResultIndex.Of(request.Results).Summary(key.Scenario, request.PeriodShown, beds.Id, key.Place) is { } total ? Estimate.Of(total)
            : new Estimate(Groups(key).Where(row => double.IsFinite(row.Mean)).Sum(row => row.Mean), double.NaN, double.NaN);

    private string Unit => UnitName.Axis(beds.Unit);

    private string Target => $"{NumberText.Exact(standard!.Value)} %";

    /// <summary>
    /// So many beds would be the standard. The rate may be counted otherwise than the beds, such as at midnight, so the mark stands where it is to the bar as
    /// the standard is to the rate; NaN without a standard or a rate.
    /// </summary>
    private double TargetBeds(DelayKey key) =>
        standard is not null && RateOf(key) is > 0 and var percent && Total(key) is { Mean: > 0 } total ? total.Mean * standard.Value / percent : double.NaN;

    private double RateOf(DelayKey key) =>
        rate is null ? double.NaN : ResultIndex.Of(request.Results).Summary(key.Scenario, request.PeriodShown, rate.Id, key.Place)?.Mean ?? double.NaN;

    private string Value(DelayKey key, int decimals)
    {
        var held = DotValues.Text(Total(key), decimals, signed: false);
        var percent = RateOf(key);
        return double.IsFinite(percent) ? $"{held}; {NumberText.Short(percent, 1)} %" : held;
    }

    private int Decimals(IEnumerable<DelayKey> keys) => DotValues.Decimals(keys.Select(key => Total(key)));

    private string Describe(IReadOnlyList<DelayKey> keys) =>
        $"Stacked bars of {Unit} held by delayed patients{(rate is null ? "" : ", with their rate")}{(standard is null ? "" : $", against {Target}")}. "
            + string.Join(" ", keys.Select(key =>
        {
            var largest = DelayCategories.ByReason(Groups(key)).Largest(Groups(key));
            return $"{key.Label}: {Value(key, Decimals(keys))}; most for {largest}.";
        }));

    private sealed record DelayKey(string Scenario, string Place, string Label);
}
