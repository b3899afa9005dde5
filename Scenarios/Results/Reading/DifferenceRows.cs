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
            var (scenario, measure) = (cells.Scenario(0, run), cells.Text(2));
            if (measures.Keeps(measure))
            {
                var interval = cells.Interval(8);
                rows.Add(new Difference
                {
                    Scenario = scenario,
                    Key = new ResultKey(cells.Text(1), measure, cells.Text(3), cells.Text(4)),
                    Unit = cells.Text(5),
                    N = cells.Whole(6),
                    Mean = cells.Number(7),
                    Lower95 = interval.Lower,
                    Upper95 = interval.Upper,
                    Correlation = cells.Number(10),
                });
            }
        }

        cells.DemandRowsOf(Compared(run));
        return rows;
    }

    /// <summary>Scenarios that can be set against the baseline: both have replications.</summary>
    private static IEnumerable<string> Compared(RunFacts run) =>
        run.Scenarios.Contains(ExperimentPlan.BaselineId) && run.ReplicationsOf(ExperimentPlan.BaselineId) > 0
            ? run.Scenarios.Where(scenario => scenario != ExperimentPlan.BaselineId && run.ReplicationsOf(scenario) > 0)
            : [];
}
