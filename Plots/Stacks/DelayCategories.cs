using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Stacks;

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
