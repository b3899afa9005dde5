using System.Text;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Report;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Cli.Running;

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

        // Charts and page are made while the tables are written: of the rows that they look at, which are few of all.
        var shown = results with
        {
            Summaries = [.. results.Summaries.Where(row => PlotChoices.IsInReport(results.System, row.Key.Measure))],
            Differences = [.. results.Differences.Where(row => PlotChoices.IsInReport(results.System, row.Key.Measure))],
        };
        var page = Task.Run(() => Encoding.UTF8.GetBytes(Page.Of(shown)));
        var drawings = Task.Run(() => ChartList.Of(shown).Where(chart => chart.IsDrawnByRun)
            .SelectMany(chart => chart.Draw(new ChartRequest { Results = shown }).All)
            .Select(drawing => (drawing.Name, Bytes: PlotFiles.Bytes(drawing))).ToList());
        ResultFiles.Write(folder, finished.Replications, results, results.Run.HasDates, finished.Rows);
        ResultFiles.WriteSpinUp(folder, results);
        ResultFiles.WriteCalibration(folder, results);
        ResultFiles.WriteBeds(folder, results);
        ResultFiles.WriteDesigns(folder, results);
        ResultFiles.WriteLedger(folder, results);
        if (parquet)
        {
            ResultFiles.WriteParquet(folder, finished.Replications, results, finished.Rows);
        }

        folder.Write(SystemFactsFile.Name, stream => SystemFactsFile.Write(stream, results.System));
        foreach (var (name, bytes) in drawings.GetAwaiter().GetResult())
        {
            folder.Write($"{ResultFolder.Charts}/{name}.svg", stream => stream.Write(bytes));
        }

        folder.Write(Page.FileName, stream => stream.Write(page.GetAwaiter().GetResult()));
        folder.Commit(results.Run);
    }
}
