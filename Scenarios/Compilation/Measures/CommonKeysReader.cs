using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Gives <c>by</c>, <c>where</c> and <c>group</c> of a measure to its quantities: to those for which they mean something.</summary>
internal sealed class CommonKeysReader
{
    private readonly KeyReader keys;
    private readonly IReadOnlyList<QuantityDescription> quantities;

    public CommonKeysReader(KeyReader keys, IReadOnlyList<QuantityDescription> quantities)
    {
        this.keys = keys;
        this.quantities = quantities;
    }

    /// <summary>The quantities with the common keys; a key that fits none of them is a problem.</summary>
    public List<QuantityDescription> Apply()
    {
        var by = keys.Name("by", "the name of a dimension");
        var group = keys.Name("group", "the name of an attribute");
        var filters = QuantityReader.FilterOf(keys);
        RefuseUseless("group");
        RefuseUseless("where");
        return [.. quantities.Select(quantity => Apply(quantity, by, group, filters))];
    }

    private static QuantityDescription Apply(QuantityDescription quantity, Written? by, Written? group, IReadOnlyList<Written> filters) => quantity with
    {
        By = by,
        Group = quantity.Group ?? (quantity.Form.OnePatientEach ? group : null),
        Filters = quantity.Form.OnePatientEach ? [.. quantity.Filters.Union(filters)] : quantity.Filters,
    };

    private void RefuseUseless(string key)
    {
        if (keys.Has(key) && !keys.Failed && !quantities.Any(quantity => quantity.Form.OnePatientEach))
        {
            keys.Refuse(keys[key]!.Where, keys.PathOf(key), $"no `{key}` in this measure", keys.Text(key) ?? "", "Leave it out: nothing here is counted patient by patient; delays come by reason and attribution anyway.");
        }
    }
}
