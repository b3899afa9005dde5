using System.Text;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Report;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Cli;

/// <summary>Writes everything an experiment leaves: tables, charts, report, manifest.</summary>
internal static class FinishedFiles
{
    /// <exception cref="ResultFolderException">A file cannot be written.</exception>
    /// <param name="folder">Where they go.</param>
    /// <param name="finished">What is written.</param>
    /// <param name="parquet">True where the tables are written as Parquet files too.</param>
    public static void Write(ResultFolder folder, FinishedExperiment finished, bool parquet)
    {
        var results = finished.Kept;
        ResultFiles.Write(folder, finished.Replications, results, results.Run.HasDates, finished.Rows);
        ResultFiles.WriteCalibration(folder, results);
        ResultFiles.WriteBeds(folder, results);
        ResultFiles.WriteDesigns(folder, results);
        ResultFiles.WriteLedger(folder, results);
        if (parquet)
        {
            ResultFiles.WriteParquet(folder, finished.Replications, results, finished.Rows);
        }

        folder.Write(SystemFactsFile.Name, stream => SystemFactsFile.Write(stream, results.System));
        var request = new ChartRequest { Results = results };
        foreach (var drawing in ChartList.Of(results).Where(chart => chart.IsDrawnByRun).SelectMany(chart => chart.Draw(request).All))
        {
            folder.Write($"{ResultFolder.Charts}/{drawing.Name}.svg", stream => stream.Write(PlotFiles.Bytes(drawing)));
        }

        folder.Write(Page.FileName, stream => stream.Write(Encoding.UTF8.GetBytes(Page.Of(results))));
        folder.Commit(results.Run);
    }
}
