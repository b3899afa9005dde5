using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Measures;

/// <summary>What is recorded of the demand for a set of pools in one month, or in the whole window of a small model.</summary>
internal sealed class DemandTally(PoolSet set)
{
    /// <summary>Time by number taken [s]: in use, or being cleaned after use.</summary>
    public OccupancyTime Taken { get; } = new(joint: false);

    /// <summary>
    /// Requests that were met, by the number of units that they found taken [requests]. One for several units counts all but one of its own as found: it is
    /// short where one unit would be with so many more taken. Who holds a unit of the set already is no arrival.
    /// </summary>
    public OccupancyTime Found { get; } = new(joint: false);

    /// <summary>Requests for which the pool is the first choice, by place in the set [units].</summary>
    public long[] Asked { get; } = new long[set.Pools.Length];

    /// <summary>Those of them that found too few free, or all that were free wanted by those who waited [units].</summary>
    public long[] FoundNone { get; } = new long[set.Pools.Length];

    /// <summary>Patients who were to be there and came to be in a place, there or elsewhere [patients].</summary>
    public long[] Placed { get; } = new long[set.Pools.Length];

    /// <summary>Patients who were to be there, by place in the set: those who asked, and those who had a place of the kind already [patients].</summary>
    public long[] Wanted { get; } = new long[set.Pools.Length];

    /// <summary>Time of those who were to be there, wherever they were placed [patient s].</summary>
    public long[] Belonging { get; } = new long[set.Pools.Length];

    /// <summary>Units given, to whomever [units].</summary>
    public long[] Given { get; } = new long[set.Pools.Length];

    /// <summary>Those of them that were given to patients whose first choice is another pool [units].</summary>
    public long[] Borrowed { get; } = new long[set.Pools.Length];

    /// <summary>Takes over what another of the same set says.</summary>
    public void CopyFrom(DemandTally other)
    {
        Taken.CopyFrom(other.Taken);
        Found.CopyFrom(other.Found);
        foreach (var (to, from) in Sums.Zip(other.Sums))
        {
            from.CopyTo(to, 0);
        }
    }

    private long[][] Sums => [Asked, FoundNone, Placed, Wanted, Belonging, Given, Borrowed];
}
