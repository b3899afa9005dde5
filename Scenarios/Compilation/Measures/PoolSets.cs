using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Pools that are planned together: those of a name or a group, place by place.</summary>
internal static class PoolSets
{
    /// <summary>One set for each instance, in the order of its dimension; first those of no instance.</summary>
    /// <param name="context">The system.</param>
    /// <param name="name">A pool as written, or a group.</param>
    public static IEnumerable<PoolSet> Of(CompileContext context, string name) =>
        context.Pools.Of(name).GroupBy(index => (context.Pools.Pools[index].Dimension, context.Pools.Pools[index].Instance)).OrderBy(set => set.Key)
            .Select(set => new PoolSet
            {
                Name = name,
                Place = set.Key.Dimension < 0 ? "" : context.Dimensions[set.Key.Dimension].Instances[set.Key.Instance],
                Pools = [.. set],
            });
}
