using FlowSim.Plots.Beds;
using FlowSim.Plots.Network;
using FlowSim.Plots.Savings;
using FlowSim.Plots.Sites;
using FlowSim.Plots.Stacks;
using FlowSim.Plots.Weeks;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Charts;

/// <summary>Every chart there is, in the order they are listed and drawn.</summary>
public static class ChartList
{
    public static IReadOnlyList<Chart> All { get; } =
    [
        OccupancyFan.Chart,
        FourHour.Chart,
        Differences.Chart,
        Tornado.Chart,
        SiteMonths.Chart,
        DelaysByReason.Chart,
        BedsDistribution.Chart,
        HourOfWeek.Chart,
        Handovers.Chart,
        ResponseTimes.Chart,
        CommunityOccupancy.Chart,
        Waits.Chart,
        SavingsWaterfall.Chart,
        NetworkChart.Chart,
        SankeyChart.Chart,
    ];

    /// <summary>Pools and groups of beds whose distribution can be drawn.</summary>
    public static IReadOnlyList<string> Pools(ResultSet results) => BedPools.In(results);

    /// <summary>The chart of an id; null where there is none.</summary>
    public static Chart? Find(string id) => All.FirstOrDefault(chart => chart.Id == id);
}
