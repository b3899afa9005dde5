using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results;

/// <summary>The CSV files of an experiment, with the columns that users script against.</summary>
public static class ResultFiles
{
    /// <exception cref="ResultFolderException">A file cannot be written.</exception>
    public static void Write(ResultFolder folder, ExperimentResult result, ExperimentSummary summary, bool hasDates)
    {
        folder.Write("replications.csv", stream => WriteReplications(stream, result));
        folder.Write("summary.csv", stream => WriteSummary(stream, summary));
        folder.Write("differences.csv", stream => WriteDifferences(stream, summary));
        folder.Write("timeline.csv", stream => WriteTimeline(stream, summary, hasDates));
        folder.Write("flows.csv", stream => WriteFlows(stream, summary));
    }

    internal static void WriteReplications(Stream stream, ExperimentResult result)
    {
        using var table = new ResultTable(stream, "scenario", "replication", "period", "measure", "place", "group", "value");
        foreach (var scenario in result.Scenarios)
        {
            for (var index = 0; index < result.Replications.Count; index++)
            {
                foreach (var row in scenario.RowsOf(index).Where(row => !OccupancyRows.IsImplied(row)))
                {
                    table.Text(scenario.Id).Number(result.Replications[index]).Text(row.Period, row.Measure, row.Place, row.Group).Number(row.Value).EndRow();
                }
            }
        }
    }

    internal static void WriteSummary(Stream stream, ExperimentSummary summary)
    {
        using var table = new ResultTable(stream, "scenario", "period", "measure", "place", "group", "unit", "n", "mean", "sd", "lower95", "upper95", "p05", "p50", "p95");
        foreach (var row in summary.Summaries)
        {
            table.Text(row.Scenario, row.Key.Period, row.Key.Measure, row.Key.Place, row.Key.Group, row.Unit).Number(row.N)
                .Number(row.Mean).Number(row.Sd).Number(row.Lower95).Number(row.Upper95).Number(row.P05).Number(row.P50).Number(row.P95).EndRow();
        }
    }

    internal static void WriteDifferences(Stream stream, ExperimentSummary summary)
    {
        using var table = new ResultTable(stream, "scenario", "period", "measure", "place", "group", "unit", "n", "mean", "lower95", "upper95", "lower_sim", "upper_sim", "family_size", "correlation");
        foreach (var row in summary.Differences)
        {
            table.Text(row.Scenario, row.Key.Period, row.Key.Measure, row.Key.Place, row.Key.Group, row.Unit).Number(row.N)
                .Number(row.Mean).Number(row.Lower95).Number(row.Upper95).Empty(3).Number(row.Correlation).EndRow();
        }
    }

    internal static void WriteTimeline(Stream stream, ExperimentSummary summary, bool hasDates)
    {
        using var table = new ResultTable(stream, "scenario", "measure", "place", "time", "mean", "p05", "p50", "p95");
        foreach (var series in summary.Timelines)
        {
            for (var index = 0; index < series.Points.Count; index++)
            {
                var point = series.Points[index];
                table.Text(series.Scenario, series.Measure, series.Place, TimeLabel.Of(series, index, hasDates))
                    .Number(point.Mean).Number(point.P05).Number(point.P50).Number(point.P95).EndRow();
            }
        }
    }

    internal static void WriteFlows(Stream stream, ExperimentSummary summary)
    {
        using var table = new ResultTable(stream, "scenario", "period", "from", "to", "place", "per_day");
        foreach (var flow in summary.Flows)
        {
            table.Text(flow.Scenario, flow.Period, flow.From, flow.To, flow.Place).Number(flow.PerDay).EndRow();
        }
    }
}
