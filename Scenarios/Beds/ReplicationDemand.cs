using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Beds;

/// <summary>The demand for one set of pools over some months of one replication.</summary>
internal sealed class ReplicationDemand
{
    private readonly List<DemandOfMonth> months;

    public ReplicationDemand(List<DemandOfMonth> months)
    {
        this.months = months;
        Taken = DemandShares.Of(Added(months.Select(month => month.Taken)));
        Found = DemandShares.Of(Added(months.Select(month => month.Found)));
    }

    /// <summary>Shares of time by number taken; null where no time was measured.</summary>
    public DemandShares? Taken { get; }

    /// <summary>Shares of those who were given a unit, by the number they found taken; null where nobody came.</summary>
    public DemandShares? Found { get; }

    /// <summary>Taken on average [units].</summary>
    public double Mean => Taken?.Mean ?? double.NaN;

    /// <summary>Open on average [units].</summary>
    public double Open => Total(pool => pool.Open);

    /// <summary>In use on average [units].</summary>
    public double InUse => Total(pool => pool.InUse);

    /// <summary>Share of the units asked for that were not free [0 to 1].</summary>
    public double FoundNone
    {
        get
        {
            var asked = months.Sum(month => month.Pools.Sum(pool => pool.Asked));
            return asked > 0 ? (double)months.Sum(month => month.Pools.Sum(pool => pool.FoundNone)) / asked : double.NaN;
        }
    }

    /// <summary>See <see cref="Beds.OfferedLoad"/>.</summary>
    public double OfferedLoad => months.Count > 0 ? Beds.OfferedLoad.Of(months) : double.NaN;

    private double Total(Func<PoolRequests, long> of) =>
        months.Sum(month => month.Pools.Sum(of)) / (double)months.Sum(month => month.Length);

    private static long[] Added(IEnumerable<IReadOnlyList<long>> parts)
    {
        var sums = new long[parts.Select(part => part.Count).DefaultIfEmpty(0).Max()];
        foreach (var part in parts)
        {
            for (var at = 0; at < part.Count; at++)
            {
                sums[at] += part[at];
            }
        }

        return sums;
    }
}
