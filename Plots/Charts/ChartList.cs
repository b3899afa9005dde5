using FlowSim.Plots.Flows;
using FlowSim.Plots.Frame;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Charts;

/// <summary>
/// Every chart there is, in the order they are listed and drawn: those that any system can have, and after the first two those of a system's own topics.
/// </summary>
public static class ChartList
{
    /// <summary>The answer, and how full the beds are.</summary>
    private const int Before = 2;

    /// <summary>Charts that need no words of a system.</summary>
    public static IReadOnlyList<Chart> General { get; } =
    [
        TargetChart.Chart,
        OccupancyFan.Chart,
        Differences.Chart,
        Tornado.Chart,
        CalibrationChart.Chart,
        RecordedDays.Chart,
        SiteMonths.Chart,
        DelaysByReason.Chart,
        BedsDistribution.Chart,
        HourOfWeek.Chart,
        Waits.Chart,
        SavingsWaterfall.Chart,
        CostCurve.Chart,
        NetworkChart.Chart,
        SankeyChart.Chart,
    ];

    /// <summary>Ids of charts that need no words of a system.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. General.Select(chart => chart.Id)];

    /// <summary>The charts of results: the general ones, and one for each topic of which a measure has a standard.</summary>
    public static IReadOnlyList<Chart> Of(ResultSet results) =>
        [
            .. General.Take(Before), .. LevelChart.Topics(results.System).Select(topic => LevelChart.Of(IdOf(topic), topic, results.System)),
            .. General.Skip(Before),
        ];

    /// <summary>Pools and groups of beds whose distribution can be drawn.</summary>
    public static IReadOnlyList<string> Pools(ResultSet results) => BedPools.In(results);

    /// <summary>The chart of an id; null where there is none.</summary>
    public static Chart? Find(string id, ResultSet results) => Of(results).FirstOrDefault(chart => chart.Id == id);

    // A topic may be called like a general chart.
    private static string IdOf(string topic) => General.Any(chart => chart.Id == topic) ? topic + "-level" : topic;
}
