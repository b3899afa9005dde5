using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results.Reading;

/// <summary>The rows of summary.csv.</summary>
internal static class SummaryRows
{
    public static string[] Columns { get; } = ["scenario", "period", "measure", "place", "group", "unit", "n", "mean", "sd", "lower95", "upper95", "p05", "p50", "p95"];

    public static List<Summary> Read(CellReader cells, RunFacts run, MeasureFilter measures)
    {
        var rows = new List<Summary>();
        while (cells.Next())
        {
            var (scenario, measure) = (cells.Scenario(0, run), cells.Text(2));
            if (measures.Keeps(measure))
            {
                var interval = cells.Interval(9);
                rows.Add(new Summary
                {
                    Scenario = scenario,
                    Key = new ResultKey(cells.Text(1), measure, cells.Text(3), cells.Text(4)),
                    Unit = cells.Text(5),
                    N = cells.Whole(6),
                    Mean = cells.Number(7),
                    Sd = cells.Number(8),
                    Lower95 = interval.Lower,
                    Upper95 = interval.Upper,
                    P05 = cells.Number(11),
                    P50 = cells.Number(12),
                    P95 = cells.Number(13),
                });
            }
        }

        cells.DemandRowsOf(run.Scenarios.Where(scenario => run.ReplicationsOf(scenario) > 0));
        return rows;
    }
}
