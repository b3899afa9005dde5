using FlowSim.Simulator.Kernel;

namespace FlowSim.Scenarios.Beds;

/// <summary>
/// How many beds would be in use if there were enough, told from a run in which there are not: those in use, times units asked for as the first choice, to
/// units given. So those who gave up, who still wait, and who were placed elsewhere for want of a bed count as if each had stayed as long as those who got
/// one, and those count out who are here for want of another place (Little's law: in use ÷ given is the mean stay, and asked for × stay is the load).
/// Time spent waiting is not added: who gets a bed later has the stay later, and his stay is already among those in use.
/// It needs a run that records the demand for the pool (<c>RunOverrides.Demands</c>), long enough that those who were in bed when it began matter little.
/// It takes stays as they are: where want of the pool itself makes stays longer, they would be shorter with more.
/// </summary>
public static class OfferedLoad
{
    /// <summary>Mean demand over some months of one replication [units]; NaN where nobody was given a unit that somebody asked for.</summary>
    public static double Of(IReadOnlyCollection<DemandOfMonth> months)
    {
        var time = (double)months.Sum(month => month.Length);
        return months.SelectMany(month => month.Pools).GroupBy(pool => pool.Pool).Sum(pool => OfPool([.. pool])) / time;
    }

    /// <summary>Pool by pool: one patient of a group's ward in the bed of another of its wards is asked for there and given here.</summary>
    private static double OfPool(IReadOnlyCollection<PoolRequests> months)
    {
        var (asked, given) = (months.Sum(month => month.Asked), months.Sum(month => month.Given));
        return given > 0 ? (double)months.Sum(month => month.InUse) * asked / given
            : asked > 0 ? double.NaN
            : months.Sum(month => month.InUse);
    }
}
