using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Beds;

/// <summary>
/// How many beds would be in use if there were enough, told from a run in which there are not: the patients who belong there, wherever they were placed
/// for want of a bed, times those who were to be there, to those of them who had a place. So those who gave up, and those by whom the waiting list has
/// grown, count as if each had stayed as long as the others, and patients who are here for want of another place do not count (Little's law: who belongs
/// ÷ who had a place is the mean stay, and who was to be there × stay is the load).
/// Time spent waiting is not added: who gets a bed later has the stay later, and a later stay of another is in use now.
/// It needs a run that records the demand for the pools (<c>RunOverrides.Demands</c>), long enough that those who were in bed when it began matter little.
/// It takes stays as they are: where want of the pool itself makes them longer, as when nobody discharges those placed elsewhere, they would be shorter.
/// </summary>
internal static class OfferedLoad
{
    /// <summary>Mean demand over some months of one replication [units]; NaN where nobody had a place of those who asked.</summary>
    /// <param name="months">Months of one set of pools.</param>
    public static double Of(IReadOnlyCollection<DemandOfMonth> months)
    {
        var time = (double)months.Sum(month => month.Length);
        return months.SelectMany(month => month.Pools).GroupBy(pool => pool.Pool).Sum(pool => OfPool([.. pool])) / time;
    }

    /// <summary>Pool by pool: a patient of one ward of a group in the bed of another belongs to the first.</summary>
    private static double OfPool(List<PoolRequests> months)
    {
        long Sum(Func<PoolRequests, long> of) => months.Sum(of);
        var (wanted, placed) = (Sum(month => month.Wanted), Sum(month => month.Placed));
        return placed > 0 ? (double)Sum(month => month.Belonging) * wanted / placed
            : wanted > 0 ? double.NaN
            : OfStaff(Sum(month => month.InUse), Sum(month => month.Asked), Sum(month => month.Given), Sum(month => month.Belonging));
    }

    /// <summary>Staff are no place: nobody belongs to them, and what is asked for and given is all that is known.</summary>
    private static double OfStaff(double inUse, long asked, long given, double belonging) =>
        given > 0 && asked > 0 ? inUse * asked / given : belonging;
}
