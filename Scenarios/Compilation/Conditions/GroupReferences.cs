using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Conditions;

/// <summary>Groups of pools in conditions: <c>wards</c>, <c>wards@north</c>, <c>wards@site</c>.</summary>
internal sealed class GroupReferences
{
    private readonly CompileContext context;

    public GroupReferences(CompileContext context) => this.context = context;

    /// <summary>True for a name that is a group, and no pool as written.</summary>
    public bool IsGroup(string name) =>
        context.Pools.DimensionOf(name) is null && context.Pools.Pools.Any(pool => pool.Group == name);

    /// <summary>The pools of the group that are meant; null after a problem.</summary>
    /// <param name="name">The group.</param>
    /// <param name="word">A place, a dimension or an attribute; null: all pools of the group.</param>
    /// <param name="at">Where the condition stands.</param>
    /// <param name="scope">The instance in which it stands.</param>
    public PoolGroupRef? Find(string name, string? word, Written at, CompileScope scope)
    {
        int[] all = context.PoolsOf(name);
        if (word is null)
        {
            return new PoolGroupRef { Name = name, Pools = all };
        }

        var written = $"{name}@{word}";
        if (context.PlaceOf(scope, word) is { } own)
        {
            return At(own);
        }

        var attribute = context.FindAttribute(word);
        if (attribute < 0)
        {
            return At(word);
        }

        int[][] byValue = [.. context.Attributes.ValuesOf(attribute).Select(PoolsAt)];
        return Array.Exists(byValue, pools => pools.Length > 0)
            ? new PoolGroupRef { Name = written, Attribute = attribute, ByValue = byValue }
            : Refuse(word);

        PoolGroupRef? At(string place) => PoolsAt(place) is { Length: > 0 } pools ? new PoolGroupRef { Name = written, Pools = pools } : Refuse(place);

        int[] PoolsAt(string place) => Array.FindAll(all, index => PlacesOf(context.Pools.Pools[index]).Contains(place));

        PoolGroupRef? Refuse(string place)
        {
            List<string> places = [.. all.SelectMany(index => PlacesOf(context.Pools.Pools[index])).Distinct()];
            var expected = places.Count == 0
                ? $"{name} without a place, since none of its pools is written for each of a dimension"
                : $"a place at which {name} has a pool ({string.Join(", ", places)}), a dimension or an attribute with such values";
            context.Problems.Error(at.Where, at.Path, expected, places.Count == 0 ? written : place,
                places.Count == 0 ? $"Write \"{name}\"." : Nearest.Hint(place, places.Concat(context.Attributes.Names)));
            return null;
        }
    }

    private IEnumerable<string> PlacesOf(PoolName pool) => context.PlacesOf(new CompileScope(pool.Dimension, pool.Instance)).Select(place => place.Name);
}
