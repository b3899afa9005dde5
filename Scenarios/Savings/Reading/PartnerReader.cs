using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Savings.Reading;

/// <summary>
/// Reads whose a cost is: the name of a partner; a dimension, whose instances are partners; <c>owner of POOL</c>, place by place; or nothing where a pool is
/// counted, which is its owner.
/// </summary>
internal sealed class PartnerReader
{
    private const string OwnerOf = "owner of ";
    private readonly SystemModel model;

    public PartnerReader(SystemModel model, IReadOnlyList<string> partners)
    {
        this.model = model;
        Partners = partners;
    }

    /// <summary>The partners that the system declares.</summary>
    public IReadOnlyList<string> Partners { get; }

    public string Expected => $"one of the partners {string.Join(", ", Partners)}; a dimension whose instances are partners; or owner of POOL";

    /// <summary>The rule as written; null where it is none, with what may help.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="counted">The pool that is counted; null: none is.</param>
    /// <param name="hint">Advice; may be empty.</param>
    public PartnerRule? Read(string text, string? counted, out string hint)
    {
        hint = "";
        if (Partners.Contains(text))
        {
            return PartnerRule.One(text);
        }

        var pool = text.StartsWith(OwnerOf, StringComparison.Ordinal) ? text[OwnerOf.Length..].Trim() : text.Length == 0 ? counted : null;
        if (pool is not null)
        {
            return OfPool(pool, out hint);
        }

        if (Array.Find(model.Dimensions, dimension => dimension.Name == text) is { } dimension)
        {
            var strangers = dimension.Instances.Except(Partners).ToList();
            hint = strangers.Count == 0 ? "" : $"{string.Join(", ", strangers)} of {text} are no partners.";
            return strangers.Count > 0 ? null : new PartnerRule(null, dimension.Instances.ToDictionary(instance => instance));
        }

        hint = text.Length == 0 ? "Whose cost is it?" : Nearest.Hint(text, Partners);
        return null;
    }

    private PartnerRule? OfPool(string name, out string hint)
    {
        var pools = Array.FindAll(model.Pools, pool => pool.Template == name);
        hint = pools.Length == 0 ? Nearest.Hint(name, model.Pools.Select(pool => pool.Template))
            : Array.Exists(pools, pool => pool.Owner is null) ? $"Pool {name} has no owner: give it one (owner: in the description), or name a partner here."
            : "";
        if (pools.Length == 0 || hint.Length > 0)
        {
            return null;
        }

        return pools[0].Instance < 0
            ? PartnerRule.One(pools[0].Owner!)
            : new PartnerRule(null, pools.ToDictionary(pool => model.Dimensions[pool.EachDimension].Instances[pool.Instance], pool => pool.Owner!));
    }
}
