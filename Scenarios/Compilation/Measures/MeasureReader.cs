using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Reads <c>measures:</c>. Every problem is reported; a measure that has one is left out.</summary>
internal sealed class MeasureReader
{
    private const string Forms = "a quantity with `per`, `within` or `over`, or one of clock, wait, ratio, average, per_census, total, measure";
    private static readonly string[] CommonKeys = ["title", "definition", "unit", "source", "by", "group", "monthly", "settled_within", "where"];
    private static readonly string[] StyleKeys = ["clock", "wait", "ratio", "average", "per_census", "total", "measure"];

    private readonly ProblemList problems;

    public MeasureReader(ProblemList problems) => this.problems = problems;

    /// <summary>Measures in written order.</summary>
    public List<MeasureDescription> Measures { get; } = [];

    public List<DistributionDescription> Distributions { get; } = [];

    public void Read(MapNode measures)
    {
        foreach (var (id, where, node) in measures.Entries)
        {
            Read(id, where, node);
        }
    }

    private void Read(string id, SourceLocation where, Node node)
    {
        var path = $"measures.{id}";
        if (GenericMeasures.Find(id) is not null)
        {
            problems.Error(where, path, "a name of its own", id, "Every stage and pool has this measure already; choose another name.");
            return;
        }

        if (node is not MapNode map)
        {
            problems.Error(node.Where, path, Forms, node.ToString() ?? "", "Write a map, such as { visits: ed, within: 4 h }.");
            return;
        }

        var keys = new KeyReader(map, path, problems);
        var styles = StyleKeys.Concat(QuantityReader.FormKeys).Where(keys.Has).ToList();
        if (styles.Count != 1)
        {
            var known = CommonKeys.Concat(StyleKeys).Concat(QuantityReader.FormKeys).ToList();
            keys.Refuse(where, path, styles.Count == 0 ? Forms : "one form", string.Join(", ", keys.Keys), NameHint.For(keys.Keys, known));
        }
        else if (styles[0] == "measure")
        {
            ReadDistribution(keys);
        }
        else if (ReadStyle(styles[0], keys) is { } style && Describe(id, style, keys) is { } measure)
        {
            Measures.Add(measure);
        }
    }

    private void ReadDistribution(KeyReader keys)
    {
        if (keys.Word("measure", "occupancy_distribution") is not null && DistributionReader.Read(keys) is { } distribution)
        {
            Distributions.Add(distribution);
        }
    }

    private Style? ReadStyle(string key, KeyReader keys) => key switch
    {
        "clock" => LengthStyle(QuantityForm.VisitTime, key, keys),
        "wait" => LengthStyle(QuantityForm.WaitTime, key, keys),
        "ratio" => RatioStyle(keys),
        "average" => Nested(MeasureStyle.Average, key, keys, form => form.OverTime, "a quantity over time: occupied, open or delayed_time"),
        "per_census" => Nested(MeasureStyle.PerCensus, key, keys, form => form.AtCensus, "a quantity at each census, such as census_occupied"),
        "total" => Nested(MeasureStyle.Total, key, keys, _ => true, "a quantity"),
        _ => QuantityStyle(QuantityForm.Find(key)!, keys),
    };

    private static Style? QuantityStyle(QuantityForm form, KeyReader keys)
    {
        keys.RefuseUnknown([.. QuantityReader.KeysOf(form), "per", .. CommonKeys]);
        var per = keys.Word("per", "day", "month", "100k-month");
        if (QuantityReader.Read(form, keys) is not { } quantity)
        {
            return null;
        }

        if (per is null)
        {
            if (!quantity.HasLimit)
            {
                keys.Refuse(keys.Where, keys.Path, "`per`, `within` or `over` beside the quantity", string.Join(", ", keys.Keys), "Write `per: day` for a rate, or { total: … } for the sum.");
                return null;
            }

            return new Style(MeasureStyle.Share, quantity);
        }

        return new Style(MeasureStyle.Rate, quantity)
        {
            Per = per switch { "day" => RatePeriod.Day, "month" => RatePeriod.Month, _ => RatePeriod.MonthPer100k },
        };
    }

    private static Style? LengthStyle(QuantityForm form, string key, KeyReader keys)
    {
        keys.RefuseUnknown([key, "mean", "quantile", .. form.OwnKeys, .. CommonKeys]);
        var mean = keys.Flag("mean");
        var probability = keys.Share("quantile");
        var names = keys.Names(key, form.Subject == QuantitySubject.Clocks ? "the name of a clock" : "the name of a stage");
        var part = form == QuantityForm.WaitTime ? QuantityReader.Part(keys) : default;
        if (!keys.Failed && (mean == keys.Has("quantile") || probability is <= 0 or >= 1))
        {
            keys.Refuse(keys.Where, keys.Path, "either `mean: true` or a quantile such as `quantile: 90 %`", mean ? "both" : keys.Text("quantile") ?? "neither");
        }

        var quantity = new QuantityDescription { Form = form, Names = names, Where = keys.Where, Path = keys.Path, Part = part };
        return keys.Failed ? null : new Style(mean ? MeasureStyle.Mean : MeasureStyle.Quantile, quantity) { Probability = probability ?? 0 };
    }

    private Style? RatioStyle(KeyReader keys)
    {
        keys.RefuseUnknown(["ratio", "factor", .. CommonKeys]);
        var path = keys.PathOf("ratio");
        if (keys["ratio"] is not ListNode { Items.Count: 2 } list)
        {
            keys.Refuse(keys["ratio"]!.Where, path, "a list of two quantities", keys["ratio"] is ListNode other ? $"{other.Items.Count}" : "no list", "Write ratio: [ { … }, { … } ].");
            return null;
        }

        var numerator = QuantityReader.Read(list.Items[0], list.Where, path + "[1]", problems);
        var denominator = QuantityReader.Read(list.Items[1], list.Where, path + "[2]", problems);
        var factor = keys.Number("factor");
        return numerator is null || denominator is null ? null : new Style(MeasureStyle.Ratio, numerator) { Denominator = denominator, Factor = factor };
    }

    private Style? Nested(MeasureStyle style, string key, KeyReader keys, Predicate<QuantityForm> allowed, string expected)
    {
        keys.RefuseUnknown([key, .. CommonKeys]);
        var quantity = QuantityReader.Read(keys[key], keys.Where, keys.PathOf(key), problems);
        if (quantity is not null && !allowed(quantity.Form))
        {
            keys.Refuse(quantity.Where, quantity.Path, expected, quantity.Form.Key);
        }

        return quantity is null ? null : new Style(style, quantity);
    }

    private static MeasureDescription? Describe(string id, Style style, KeyReader keys)
    {
        var common = new CommonKeysReader(keys, [style.Numerator, .. style.Denominator is { } second ? new[] { second } : []]);
        var quantities = common.Apply();
        var measure = new MeasureDescription
        {
            Id = id,
            Where = keys.Where,
            Path = keys.Path,
            Style = style.Kind,
            Numerator = quantities[0],
            Denominator = quantities.Count > 1 ? quantities[1] : null,
            Per = style.Per,
            Probability = style.Probability,
            Factor = style.Factor,
            Unit = keys.Unit(),
            Title = keys.Text("title"),
            Definition = keys.Text("definition"),
            Source = keys.Text("source"),
            Monthly = keys.Flag("monthly"),
            SettledWithin = SettledText.Read(keys),
        };
        return keys.Failed ? null : measure;
    }

    /// <summary>The form of a measure and its quantities, before the common keys.</summary>
    private sealed record Style(MeasureStyle Kind, QuantityDescription Numerator)
    {
        public QuantityDescription? Denominator { get; init; }

        public RatePeriod Per { get; init; }

        public double Probability { get; init; }

        public double? Factor { get; init; }
    }
}
