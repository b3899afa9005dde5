using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Measures;

/// <summary>Turns the demand that was recorded into what a result says.</summary>
internal static class DemandReport
{
    public static IReadOnlyList<DemandOfMonth> Of(SystemModel model, Recorder recorder)
    {
        if (recorder.Demand is not { } demand)
        {
            return [];
        }

        var (sets, periods) = (model.Measures.Demands, recorder.Periods!);
        return [.. Enumerable.Range(0, sets.Length).SelectMany(set =>
            Enumerable.Range(0, demand.Months.Count).Select(month => new DemandOfMonth
            {
                Set = sets[set].Name,
                Place = sets[set].Place.Length > 0 ? sets[set].Place : ResultRow.WholeSystem,
                Month = periods.MonthNames.Length > 0 ? periods.MonthNames[month] : "",
                Length = (long)periods.MonthEnd(month) - periods.MonthStarts[month],
                Taken = Numbers(demand.Months[month][set].Taken),
                Found = Numbers(demand.Months[month][set].Found),
                Pools = [.. sets[set].Pools.Select((pool, at) => Of(model.Pools[pool].Name, pool, at, demand.Months[month][set], recorder.Months[month]))],
            }))];
    }

    private static PoolRequests Of(string name, int pool, int at, DemandTally tally, MonthRecord month) => new()
    {
        Pool = name,
        Asked = tally.Asked[at],
        FoundNone = tally.FoundNone[at],
        Given = tally.Given[at],
        Borrowed = tally.Borrowed[at],
        Wanted = tally.Wanted[at],
        Placed = tally.Placed[at],
        Belonging = tally.Belonging[at],
        InUse = month.PoolOccupied[pool],
        Open = month.PoolOpen[pool],
    };

    /// <summary>Up to the highest that is more than 0.</summary>
    private static long[] Numbers(OccupancyTime of)
    {
        var all = Enumerable.Range(0, of.Width).Select(number => of.At(number)).ToArray();
        return all[..(Array.FindLastIndex(all, value => value > 0) + 1)];
    }
}
