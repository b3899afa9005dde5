using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Description.Measures;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Distributions of the number occupied: of pools, of groups taken together, of pairs jointly.</summary>
internal sealed class DistributionCompiler
{
    /// <summary>In place of names: every pool of beds.</summary>
    private const string AllBeds = "all";

    private readonly CompileContext context;
    private readonly NameResolver names;
    private readonly WordsCompiler words;

    public DistributionCompiler(CompileContext context)
    {
        this.context = context;
        names = new NameResolver(context);
        words = new WordsCompiler(context);
    }

    /// <summary>Distributions by name, each name once.</summary>
    public OccupancyDistribution[] Compile(IEnumerable<DistributionDescription> written) =>
        [.. written.SelectMany(Compile).DistinctBy(distribution => distribution.Name)];

    private List<OccupancyDistribution> Compile(DistributionDescription written)
    {
        var standard = written.Standard is { } text ? words.InUse(text) : null;
        return [.. Named(written).Select(distribution => distribution with { Standard = standard })];
    }

    private List<OccupancyDistribution> Named(DistributionDescription written)
    {
        var found = new List<OccupancyDistribution>();
        foreach (var pool in PoolsOf(written))
        {
            found.Add(new OccupancyDistribution { Name = context.Pools.Pools[pool].Name, Pools = [pool] });
        }

        foreach (var group in written.Groups)
        {
            found.AddRange(Group(group, written));
        }

        foreach (var stage in written.Stages)
        {
            if (names.Stage(stage) is >= 0 and var template)
            {
                found.Add(new OccupancyDistribution { Name = stage.Text, Pools = [], Stages = context.StageInstances(template) });
            }
        }

        foreach (var (first, second) in written.Joint)
        {
            if (Pools(first) is { } one && Pools(second) is { } other)
            {
                found.Add(new OccupancyDistribution { Name = $"{first}+{second}", Pools = one, JointPools = other, Poolings = [.. written.Poolings] });
            }
        }

        return found;
    }

    private IEnumerable<int> PoolsOf(DistributionDescription written)
    {
        if (written.Pools is [{ Text: AllBeds }])
        {
            return Enumerable.Range(0, context.Pools.Pools.Count).Where(index => context.Pools.Pools[index].Kind == PoolKind.Beds);
        }

        // Listed before any is used, so that every unknown name is reported.
        return written.Pools.SelectMany(name => Pools(name) ?? []).Distinct().ToList();
    }

    private IEnumerable<OccupancyDistribution> Group(Written group, DistributionDescription written)
    {
        if (Pools(group) is not { } pools)
        {
            yield break;
        }

        if (written.By is null)
        {
            yield return new OccupancyDistribution { Name = group.Text, Pools = pools };
            yield break;
        }

        if (names.Dimension(written.By) is not (>= 0 and var dimension))
        {
            yield break;
        }

        foreach (var (name, instance) in context.Dimensions[dimension].Instances.Select((name, index) => (name, index)))
        {
            int[] own = [.. pools.Where(index => context.Pools.Pools[index].Dimension == dimension && context.Pools.Pools[index].Instance == instance)];
            if (own.Length > 0)
            {
                yield return new OccupancyDistribution { Name = $"{group}@{name}", Pools = own };
            }
        }
    }

    private int[]? Pools(Written name) => names.Pools([name]);
}
