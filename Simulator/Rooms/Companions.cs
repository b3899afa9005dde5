using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>
/// Pools that are asked for together. Once one of them is short, whoever waits for it together with others is passed over in their lists, where those
/// behind had to wait so far: they have to be served although nothing has changed there.
/// </summary>
internal sealed class Companions
{
    private readonly RunState run;
    private readonly PoolState[] pools;
    private readonly Agenda agenda;
    /// <summary>By pool: the pools that are asked for together with it, and the most that is asked for of it in such a bundle.</summary>
    private (int[] Pools, int MostAsked)[] companions;

    public Companions(RunState run, Agenda agenda)
    {
        (this.run, this.agenda) = (run, agenda);
        pools = run.Pools;
        companions = Find(run.Model);
    }

    /// <summary>
    /// Once a pool is short, whoever waits for it together with others is passed over in their lists, where those behind had to wait so far: they have to
    /// be served although nothing has changed there.
    /// </summary>
    public void MarkCompanionsDirty(int pool)
    {
        var (others, mostAsked) = companions[pool];
        if (others.Length == 0 || (pools[pool].Free >= mostAsked && pools[pool].Takes))
        {
            return;
        }

        foreach (var other in others)
        {
            agenda.MarkDirty(other);
        }
    }

    /// <summary>By pool: the pools that are asked for together with it, and the most that is asked for of it in such a bundle.</summary>
    private static (int[] Pools, int MostAsked)[] Find(SystemModel model)
    {
        var companions = model.Pools.Select(_ => new SortedSet<int>()).ToArray();
        var most = new int[companions.Length];
        foreach (var bundle in model.Bundles.Where(bundle => bundle.Items.Length > 1))
        {
            foreach (var part in bundle.Items)
            {
                foreach (var pool in PoolsMeant(part.Pool))
                {
                    companions[pool].UnionWith(bundle.Items.Where(other => other != part).SelectMany(other => PoolsMeant(other.Pool)));
                    most[pool] = Math.Max(most[pool], part.Amount);
                }
            }
        }

        return [.. companions.Select((set, pool) => (set.ToArray(), most[pool]))];
    }

    public static IEnumerable<int> PoolsMeant(PoolRef pool) => pool.Pool >= 0 ? [pool.Pool] : pool.ByValue.Where(index => index >= 0);

    /// <summary>True when a pool is asked for together with others.</summary>
    public bool Has(int pool) => companions[pool].Pools.Length > 0;

    /// <summary>To be called when a model comes into force.</summary>
    public void ModelHasChanged() => companions = Find(run.Model);
}
