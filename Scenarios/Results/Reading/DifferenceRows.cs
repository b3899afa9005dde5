using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results.Reading;

/// <summary>The rows of differences.csv.</summary>
internal static class DifferenceRows
{
    public static string[] Columns { get; } = ["scenario", "period", "measure", "place", "group", "unit", "n", "mean", "lower95", "upper95", "correlation"];

    public static List<Difference> Read(CellReader cells, RunFacts run, MeasureFilter measures)
    {
        var rows = new List<Difference>();
        while (cells.Next())
        {
            var measure = cells.Text(2);
            if (measures.Keeps(measure))
            {
                rows.Add(new Difference
                {
                    Scenario = cells.Scenario(0, run),
                    Key = new ResultKey(cells.Text(1), measure, cells.Text(3), cells.Text(4)),
                    Unit = cells.Text(5),
                    N = cells.Whole(6),
                    Mean = cells.Number(7),
                    Lower95 = cells.Number(8),
                    Upper95 = cells.Number(9),
                    Correlation = cells.Number(10),
                });
            }
        }

        return rows;
    }
}
