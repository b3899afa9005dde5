using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>The name of one pool.</summary>
/// <param name="Name">With its instance: <c>ward-bed@north</c>.</param>
/// <param name="Template">As written.</param>
/// <param name="Group">Group, or null.</param>
/// <param name="Dimension">Dimension index of <c>each</c>, or -1.</param>
/// <param name="Instance">Instance index, or -1.</param>
/// <param name="Kind">What it consists of.</param>
internal sealed record PoolName(string Name, string Template, string? Group, int Dimension, int Instance, PoolKind Kind);

/// <summary>Pools by name, in the ordinal order of their full names: that of <see cref="SystemModel.Pools"/>.</summary>
internal sealed class PoolIndex
{
    private readonly PoolName[] pools;
    private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);

    internal PoolIndex(IEnumerable<PoolName> written)
    {
        pools = [.. written.OrderBy(pool => pool.Name, StringComparer.Ordinal)];
        for (var index = 0; index < pools.Length; index++)
        {
            byName.TryAdd(pools[index].Name, index);
        }
    }

    public IReadOnlyList<PoolName> Pools => pools;

    /// <summary>Names as written and groups, for hints.</summary>
    public IEnumerable<string> TemplatesAndGroups =>
        pools.Select(pool => pool.Template).Concat(pools.Where(pool => pool.Group is not null).Select(pool => pool.Group!)).Distinct();

    /// <summary>Index of a pool by its full name, or -1.</summary>
    public int Find(string fullName) => byName.TryGetValue(fullName, out var index) ? index : -1;

    /// <summary>Dimension index of a pool as written, -1 without <c>each</c>; null when there is no such pool.</summary>
    public int? DimensionOf(string template) => Array.Find(pools, pool => pool.Template == template)?.Dimension;

    /// <summary>Pools with this full name, else all instances of the pool so written, else all of the group; empty when there are none.</summary>
    public int[] Of(string nameOrGroup)
    {
        if (byName.TryGetValue(nameOrGroup, out var exact))
        {
            return [exact];
        }

        var instances = Where(pool => pool.Template == nameOrGroup);
        return instances.Length > 0 ? instances : Where(pool => pool.Group == nameOrGroup);
    }

    private int[] Where(Func<PoolName, bool> holds) => [.. Enumerable.Range(0, pools.Length).Where(index => holds(pools[index]))];
}
