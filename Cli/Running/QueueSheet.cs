using FlowSim.Plots.Answers;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Workbooks;

namespace FlowSim.Cli.Running;

/// <summary>Where people wait as a sheet of a workbook: a row for each pool and scenario, with intervals and what the scenario changes.</summary>
internal static class QueueSheet
{
    private static readonly string[] Columns =
    [
        "queue_for", "waits_at_home", "scenario", "waiting", "lower95", "upper95", "in_use_percent", "change", "change_lower95", "change_upper95",
        "change_lower95_all", "change_upper95_all",
    ];

    /// <summary>One sheet; none where nobody waits.</summary>
    /// <param name="results">With the automatic measures of pools.</param>
    public static IReadOnlyList<WorkbookSheet> Of(ResultSet results) => QueueTable.Of(results) is not { Rows.Count: > 0 } queues ? [] :
    [
        new WorkbookSheet("Queues", Columns, [.. queues.Rows.SelectMany(row => row.Cells.Select(cell => Row(queues, row, cell)))]),
    ];

    private static IReadOnlyList<object?> Row(QueueTable queues, QueueRow row, QueueCell cell) =>
    [
        row.Name, row.IsList ? "yes" : "no", queues.TitleOf(cell.Scenario), cell.Waiting?.Mean, cell.Waiting?.Lower95, cell.Waiting?.Upper95, cell.Use,
        cell.Change?.Mean, cell.Change?.Lower95, cell.Change?.Upper95, cell.Change?.Lower95All, cell.Change?.Upper95All,
    ];
}
