using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results.Reading;

/// <summary>The rows of flows.csv.</summary>
internal static class FlowRows
{
    public static string[] Columns { get; } = ["scenario", "period", "from", "to", "place", "per_day"];

    public static List<FlowSummary> Read(CellReader cells, RunFacts run)
    {
        var rows = new List<FlowSummary>();
        while (cells.Next())
        {
            rows.Add(new FlowSummary(cells.Scenario(0, run), cells.Text(1), cells.Text(2), cells.Text(3), cells.Text(4), cells.Number(5)));
        }

        return rows;
    }
}
