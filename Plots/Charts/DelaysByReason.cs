using FlowSim.Plots.Answers;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Charts;

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

        // What is chosen is compared with the baseline, which stands beside it.
        var compared = new ScenarioDots(request).Scenarios;
        if (request.Chosen.Count != 1)
        {
            drawings.AddRange(Pages(FileStem.Of(Id, request.Scenario ?? "", request.Place ?? ""), $"{request.Names.Measure(beds.Id)}: {request.Names.Place(place)}",
                [.. compared.Select(scenario => new DelayKey(scenario, place, ScenarioName.Of(request.Results, scenario)))],
                keys => Moved(place, compared, [.. keys.Select(key => key.Scenario)])));
        }

        var alone = request.Chosen.Count > 0 ? request.Scenarios : request.Place is null ? request.Scenarios.Take(1) : [];
        foreach (var scenario in alone)
        {
            var places = Places.Of(request, ResultIndex.Of(request.Results).Summaries(scenario, request.PeriodShown, beds.Id));
            if (places.Count > 1 || request.Scenario is not null)
            {
                drawings.AddRange(
                    Pages(FileStem.Of(Id, scenario, request.Place ?? ""), $"{request.Names.Measure(beds.Id)}: {ScenarioName.Of(request.Results, scenario)}",
                    [.. places.Select(one => new DelayKey(scenario, one, request.Names.Place(one)))], _ => MostFor(scenario, places[^1])));
            }
        }

        return ChartDrawings.Of(drawings,
            $"there is no {beds.Id} by reason for period {request.PeriodShown}{(request.Place is null ? "" : $" and place {place}")}");
    }

    /// <summary>Of the scenarios of a drawing, that which moves the beds furthest.</summary>
    private string? Moved(string place, IReadOnlyList<string> compared, HashSet<string> shown)
    {
        var finding = new ChartFinding(request);
        return finding.Line(beds.Id, place, "", compared) is { Cells.Count: > 0 } line ? finding.OfScenarios([line], shown.Contains) : null;
    }

    /// <summary>The reason that holds most beds, where chance alone makes no other as large.</summary>
    private string? MostFor(string scenario, string place)
    {
        var groups = Groups(new DelayKey(scenario, place, ""));
        return DelayCategories.ByReason(groups).Foremost(groups) is { } reason
            ? new ChartFinding(request).Scenario(scenario, $"more beds are held for {reason} than for any other reason{request.Names.At(place)}")
            : null;
    }

    private IEnumerable<Drawing> Pages(string name, string title, IReadOnlyList<DelayKey> keys,
        Func<IReadOnlyList<DelayKey>, string?> finding)
    {
        var shown = keys.Where(key => Groups(key).Count > 0).ToList();
        var pages = shown.Chunk(request.WidthMillimetres < Sheet.NarrowBelow ? RowsOnNarrowPage : RowsOnPage).ToList();
        var most = shown.Select(key =>
            Math.Max(Total(key).Values.Append(Groups(key).Where(row => row.Mean > 0).Sum(row => row.Mean)).Max(), TargetBeds(key) is var beds
                && double.IsFinite(beds) ? beds : 0)).DefaultIfEmpty(0).Max();
        for (var page = 0; page < pages.Count; page++)
        {
            var part = pages.Count > 1 ? FormattableString.Invariant($" Part {page + 1} of {pages.Count}.") : "";
            yield return Page(FileStem.Page(name, page), (title, finding(pages[page])), part, pages[page], most);
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

/// <summary>Rows of delays put together by reason or by attribution, always in the same order and fill; small ones are one category.</summary>
internal sealed class DelayCategories
{
    private const int Most = 5;
    private const string Rest = "other reasons";

    private readonly IReadOnlyList<string> order;
    private readonly Func<string, string> categoryOf;
    private readonly List<string> names;
    private readonly Func<string, string> words;

    private DelayCategories(IReadOnlyList<Summary> groups, IReadOnlyList<string> order, Func<string, string> categoryOf, Func<string, string> words)
    {
        this.order = order;
        this.categoryOf = categoryOf;
        this.words = words;
        var bySize = groups.GroupBy(row => categoryOf(row.Key.Group)).OrderByDescending(category => category.Sum(Size))
            .ThenBy(category => category.Key, StringComparer.Ordinal).Select(category => category.Key).ToList();
        var shown = bySize.Count <= Most ? bySize : bySize.Take(Most - 1);
        names = [.. shown.OrderBy(Slot).ThenBy(name => name, StringComparer.Ordinal)];
        if (bySize.Count > Most)
        {
            names.Add(Rest);
        }
    }

    /// <summary>What is drawn for each, in order.</summary>
    public IReadOnlyList<(string Name, Shade Shade)> Shades
    {
        get
        {
            var unknown = order.Count;
            return [.. names.Select(name => name == Rest
                ? (Rest, Palette.Rest)
                : (words(name), Palette.Categories[(Slot(name) is var slot && slot < order.Count ? slot : unknown++) % Palette.Categories.Count]))];
        }
    }

    public static DelayCategories ByReason(IReadOnlyList<Summary> groups) => new(groups, DelayReason.Order, group => group.Split('/')[0], DelayReason.InWords);

    public static DelayCategories ByAttribution(IReadOnlyList<Summary> groups) =>
        new(groups, DelayReason.AttributionOrder, group => group.Contains('/', StringComparison.Ordinal)
            ? group[(group.IndexOf('/', StringComparison.Ordinal) + 1)..]
            : "", DelayReason.Attribution);

    /// <summary>Beds in each category.</summary>
    public IReadOnlyList<double> Values(IReadOnlyList<Summary> groups)
    {
        var values = new double[names.Count];
        foreach (var row in groups)
        {
            var index = names.IndexOf(categoryOf(row.Key.Group));
            values[index >= 0 ? index : names.Count - 1] += Size(row);
        }

        return values;
    }

    /// <summary>The category with most beds, in words.</summary>
    public string Largest(IReadOnlyList<Summary> groups)
    {
        var values = Values(groups);
        return values.Count == 0 ? "nothing" : Shades[Enumerable.Range(0, values.Count).MaxBy(index => values[index])].Name;
    }

    /// <summary>
    /// The category that holds more beds than any other, in words; null where another may hold as many by chance, by the intervals of the rows added up, which
    /// are wider than those of the sums.
    /// </summary>
    public string? Foremost(IReadOnlyList<Summary> groups)
    {
        var sums = groups.Where(row => double.IsFinite(row.Mean)).GroupBy(row => categoryOf(row.Key.Group))
            .Select(category => (category.Key, Lower: category.Sum(row => row.Lower95), Upper: category.Sum(row => row.Upper95)))
            .OrderByDescending(one => one.Lower).ToList();
        return sums.Count > 1 && sums.Skip(1).All(other => other.Upper < sums[0].Lower) ? words(sums[0].Key) : null;
    }

    private int Slot(string name) =>
        order.Select((known, index) => (known, index)).Where(pair => pair.known == name).Select(pair => pair.index).DefaultIfEmpty(order.Count).First();

    private static double Size(Summary row) => double.IsFinite(row.Mean) ? row.Mean : 0;
}
