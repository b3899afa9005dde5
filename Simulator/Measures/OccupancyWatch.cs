using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Measures;

/// <summary>For how long there are how many: units in use of sets of pools, patients in sets of stages.</summary>
internal sealed class OccupancyWatch
{
    private readonly OccupancyDistribution[] distributions;
    private readonly PoolState[] pools;
    private readonly StagePresence? presence;
    private readonly int[] touchedAt;

    public OccupancyWatch(OccupancyDistribution[] distributions, PoolState[] pools, StagePresence? presence)
    {
        this.distributions = distributions;
        this.pools = pools;
        this.presence = presence;
        touchedAt = new int[distributions.Length];
    }

    public void StartAt(int now) => Array.Fill(touchedAt, now);

    /// <summary>Brings one up to a time; to be called before its number changes.</summary>
    public void Touch(int index, YearRecord year, int now)
    {
        var passed = now - touchedAt[index];
        if (passed > 0)
        {
            var distribution = distributions[index];
            var first = distribution.Stages.Length > 0 ? PresentIn(distribution.Stages) : OccupiedIn(distribution.Pools);
            year.Occupancy[index].Add(first, OccupiedIn(distribution.JointPools), passed);
            touchedAt[index] = now;
        }
    }

    /// <summary>Brings all up to a time.</summary>
    public void TouchAll(YearRecord year, int now)
    {
        for (var index = 0; index < touchedAt.Length; index++)
        {
            Touch(index, year, now);
        }
    }

    private int OccupiedIn(int[] set)
    {
        var sum = 0;
        foreach (var pool in set)
        {
            sum += pools[pool].Occupied;
        }

        return sum;
    }

    private int PresentIn(int[] set)
    {
        var sum = 0;
        foreach (var stage in set)
        {
            sum += presence!.In(stage);
        }

        return sum;
    }
}
