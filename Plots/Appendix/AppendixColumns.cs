using FlowSim.Scenarios.Checklist;

namespace FlowSim.Plots.Appendix;

/// <summary>Which columns of a table have anything in them.</summary>
internal static class AppendixColumns
{
    /// <summary>The first column, and those with a cell that is not empty.</summary>
    public static List<int> Of(ChecklistBlock.Grid grid) =>
        [.. Enumerable.Range(0, grid.Heads.Count).Where(column => column == 0 || grid.Rows.Any(row => row[column].Length > 0))];
}
