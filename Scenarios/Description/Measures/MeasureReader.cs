using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description.Measures;

/// <summary>Reads <c>measures:</c>. Every problem is reported; a measure that has one is left out.</summary>
internal sealed class MeasureReader
{
    private static readonly string[] FormKeys = [.. MeasureKeys.Forms.Select(form => form.Key.Name), .. QuantityForm.All.Select(form => form.Key.Name)];

    private readonly Binding binding;

    private MeasureReader(Binding binding) => this.binding = binding;

    private List<MeasureDescription> Measures { get; } = [];

    private List<DistributionDescription> Distributions { get; } = [];

    /// <summary>Measures and distributions, each in written order.</summary>
    public static (IReadOnlyList<MeasureDescription> Measures, IReadOnlyList<DistributionDescription> Distributions) Read(MapReader system)
    {
        var reader = new MeasureReader(system.Binding);
        foreach (var (name, node) in system.Names(SystemKeys.Measures))
        {
            reader.Read(name, node);
        }

        return (reader.Measures, reader.Distributions);
    }

    private void Read(Written name, Node node)
    {
        if (node is not MapNode map)
        {
            binding.Problems.Error(node.Where, name.Path, MeasureKeys.ExpectedForm, node.Kind, "Write a map, such as { visits: ed, within: 4 h }.");
            return;
        }

        var forms = FormKeys.Where(map.Has).ToList();
        if (forms.Count != 1)
        {
            string[] known = [.. FormKeys, .. MeasureKeys.Common.Select(key => key.Name)];
            var written = map.Entries.Select(entry => entry.Key).ToList();
            binding.Problems.Error(name.Where, name.Path, forms.Count == 0
                ? MeasureKeys.ExpectedForm
                : "one form", string.Join(", ", written), NameHint.For(written, known));
        }
        else if (QuantityForm.Find(forms[0]) is { } quantity)
        {
            Add(name, QuantityStyle(quantity, new MapReader(binding, map, name.Path, quantity.Measure)));
        }
        else
        {
            var (key, section) = MeasureKeys.Forms.First(form => form.Key.Name == forms[0]);
            Read(name, key, new MapReader(binding, map, name.Path, section));
        }
    }

    private void Read(Written name, Key key, MapReader reader)
    {
        if (key != MeasureKeys.Kind)
        {
            Add(name, StyleOf(key, reader));
        }
        else if (reader.WordOrNull(key) is not null && DistributionReader.Read(reader) is { } distribution)
        {
            Distributions.Add(distribution);
        }
    }

    private void Add(Written name, Style? style)
    {
        if (style is not null && Describe(name, style) is { } measure)
        {
            Measures.Add(measure);
        }
    }

    private static Style? StyleOf(Key key, MapReader reader) => key.Name switch
    {
        "clock" => LengthStyle(QuantityForm.VisitTime, key, reader),
        "wait" => LengthStyle(QuantityForm.WaitTime, key, reader),
        "attribute" => LengthStyle(QuantityForm.Carried, key, reader),
        "ratio" => RatioStyle(reader),
        "difference" => DifferenceStyle(reader),
        "average" => Nested(MeasureStyle.Average, key, reader, form => form.OverTime),
        "per_census" => Nested(MeasureStyle.PerCensus, key, reader, form => form.AtCensus),
        _ => Nested(MeasureStyle.Total, key, reader, _ => true),
    };

    private static Style? QuantityStyle(QuantityForm form, MapReader reader)
    {
        var per = reader.WordOrNull(MeasureKeys.Per);
        if (QuantityReader.Read(form, reader) is not { } quantity)
        {
            return null;
        }

        if (per is null && !quantity.HasLimit)
        {
            reader.Refuse(reader.Map.Where, reader.Path, "`per`, `within` or `over` beside the quantity", reader.KeysWritten,
                "Write `per: day` for a rate, or { total: … } for the sum.");
            return null;
        }

        return per is null ? new Style(reader, MeasureStyle.Share, quantity) : new Style(reader, MeasureStyle.Rate, quantity)
        {
            Per = per switch { "day" => RatePeriod.Day, "month" => RatePeriod.Month, _ => RatePeriod.MonthPer100k },
        };
    }

    private static Style? LengthStyle(QuantityForm form, Key key, MapReader reader)
    {
        var (mean, deviation) = (reader.Flag(MeasureKeys.Mean), reader.Flag(MeasureKeys.Deviation));
        var probability = reader.Share(MeasureKeys.Quantile);
        var names = reader.AtLeastOne(key);
        var part = form == QuantityForm.WaitTime ? QuantityReader.Part(reader) : default;
        form = form == QuantityForm.WaitTime && QuantityReader.CountsAtEnd(reader) ? QuantityForm.EndedWaitTime : form;
        var asked = new[] { mean, deviation, reader.Has(MeasureKeys.Quantile) }.Count(one => one);
        if (!reader.Failed && (asked != 1 || probability is <= 0 or >= 1))
        {
            const string Expected = "either `mean: true`, `sd: true` or a quantile such as `quantile: 90 %`";
            var received = asked switch { 0 => "neither", 1 => reader.Text(MeasureKeys.Quantile)!.Text, 2 => "both", _ => "all three" };
            reader.Refuse(reader.Map.Where, reader.Path, Expected, received);
        }

        var quantity = new QuantityDescription { Form = form, Names = names, Where = reader.Map.Where, Path = reader.Path, Part = part };
        var style = mean ? MeasureStyle.Mean : deviation ? MeasureStyle.Deviation : MeasureStyle.Quantile;
        return reader.Failed ? null : new Style(reader, style, quantity)
        {
            Probability = probability ?? 0,
            Factor = form == QuantityForm.Carried ? reader.Number(MeasureKeys.Factor) : null,
        };
    }

    private static Style? DifferenceStyle(MapReader reader)
    {
        var names = reader.Texts(MeasureKeys.Difference);
        if (names.Count != 2 && !reader.Failed)
        {
            reader.Refuse(reader.Take(MeasureKeys.Difference)!.Where, MeasureKeys.Difference, MeasureKeys.Difference.Expected,
                string.Join(", ", names));
        }

        var one = new QuantityDescription { Form = QuantityForm.One, Names = [], Where = reader.Map.Where, Path = reader.Path };
        return reader.Failed ? null : new Style(reader, MeasureStyle.Difference, one) { Parts = (names[0], names[1]) };
    }

    private static Style? RatioStyle(MapReader reader)
    {
        var node = reader.Take(MeasureKeys.Ratio)!;
        if (node is not ListNode { Items.Count: 2 } list)
        {
            var found = node is ListNode other ? $"{other.Items.Count}" : "no list";
            reader.Refuse(node.Where, MeasureKeys.Ratio, MeasureKeys.Ratio.Expected, found, "Write ratio: [ { … }, { … } ].");
            return null;
        }

        var path = reader.PathOf(MeasureKeys.Ratio);
        var numerator = QuantityReader.Read(list.Items[0], path + "[1]", reader.Binding);
        var denominator = QuantityReader.Read(list.Items[1], path + "[2]", reader.Binding);
        var factor = reader.Number(MeasureKeys.Factor);
        return numerator is null || denominator is null ? null : new Style(reader, MeasureStyle.Ratio, numerator)
        {
            Denominator = denominator,
            Factor = factor,
        };
    }

    private static Style? Nested(MeasureStyle style, Key key, MapReader reader, Predicate<QuantityForm> allowed)
    {
        var quantity = QuantityReader.Read(reader.Take(key)!, reader.PathOf(key), reader.Binding);
        if (quantity is not null && !allowed(quantity.Form))
        {
            reader.Refuse(quantity.Where, quantity.Path, key.Expected, quantity.Form.Key.Name);
        }

        return quantity is null ? null : new Style(reader, style, quantity);
    }

    private static MeasureDescription? Describe(Written name, Style style)
    {
        var reader = style.Reader;
        var written = new List<QuantityDescription> { style.Numerator };
        written.AddRange(style.Denominator is { } second ? [second] : []);

        // A difference has the places, groups and unit of its measures.
        var quantities = style.Parts is null ? new CommonKeysReader(reader, written).Apply() : written;
        var measure = new MeasureDescription
        {
            Id = name.Text,
            Where = reader.Map.Where,
            Path = reader.Path,
            Style = style.Kind,
            Numerator = quantities[0],
            Denominator = quantities.Count > 1 ? quantities[1] : null,
            Parts = style.Parts,
            Per = style.Per,
            Probability = style.Probability,
            Factor = style.Factor,
            Unit = style.Parts is null ? reader.Unit() : null,
            Words = WordsDescription.Read(reader),
            Monthly = reader.Flag(MeasureKeys.Monthly),
            Quarterly = reader.Flag(MeasureKeys.Quarterly),
            SettledWithin = SettledText.Read(reader),
        };
        return reader.Failed ? null : measure;
    }

    /// <summary>The form of a measure and its quantities, before the common keys.</summary>
    private sealed record Style(MapReader Reader, MeasureStyle Kind, QuantityDescription Numerator)
    {
        public QuantityDescription? Denominator { get; init; }

        public (Written From, Written Less)? Parts { get; init; }

        public RatePeriod Per { get; init; }

        public double Probability { get; init; }

        public double? Factor { get; init; }
    }
}
