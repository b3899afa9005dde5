using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description.Measures;

/// <summary>Gives <c>by</c>, <c>where</c> and <c>group</c> of a measure to its quantities: to those for which they mean something.</summary>
internal sealed class CommonKeysReader
{
    private readonly MapReader reader;
    private readonly IReadOnlyList<QuantityDescription> quantities;

    public CommonKeysReader(MapReader reader, IReadOnlyList<QuantityDescription> quantities)
    {
        this.reader = reader;
        this.quantities = quantities;
    }

    /// <summary>The quantities with the common keys; a key that fits none of them is a problem.</summary>
    public List<QuantityDescription> Apply()
    {
        var by = reader.Text(MeasureKeys.By);
        var group = reader.Text(MeasureKeys.Group);
        var filters = QuantityReader.FilterOf(reader);
        RefuseUseless(MeasureKeys.Group, group);
        RefuseUseless(MeasureKeys.Where, filters.Count > 0 ? filters[0] : null);
        return [.. quantities.Select(quantity => Apply(quantity, by, group, filters))];
    }

    private static QuantityDescription Apply(QuantityDescription quantity, Written? by, Written? group, IReadOnlyList<Written> filters) => quantity with
    {
        By = by,
        Group = quantity.Group ?? (quantity.Form.OnePatientEach ? group : null),
        Filters = quantity.Form.OnePatientEach ? [.. quantity.Filters.Union(filters)] : quantity.Filters,
    };

    private void RefuseUseless(Key key, Written? text)
    {
        if (text is not null && !reader.Failed && !quantities.Any(quantity => quantity.Form.OnePatientEach))
        {
            const string Hint = "Leave it out: nothing here is counted patient by patient; delays come by reason and attribution anyway.";
            reader.Refuse(text.Where, key, $"no `{key}` in this measure", text.Text, Hint);
        }
    }
}
