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
        Handovers.Chart,
        ResponseTimes.Chart,
        CommunityOccupancy.Chart,
        Waits.Chart,
    ];

    /// <summary>The chart of an id; null where there is none.</summary>
    public static Chart? Find(string id) => All.FirstOrDefault(chart => chart.Id == id);
}
