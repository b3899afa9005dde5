using FlowSim.Plots.Charts;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli;

/// <summary>Writes everything an experiment leaves: tables, charts, manifest.</summary>
internal static class FinishedFiles
{
    /// <summary>Charts that every run draws; the others are drawn on demand.</summary>
    private static readonly string[] Always = ["occupancy-fan", "four-hour", "differences"];

    /// <exception cref="ResultFolderException">A file cannot be written.</exception>
    public static void Write(ResultFolder folder, FinishedExperiment finished)
    {
        ResultFiles.Write(folder, finished.Result, finished.Summary, finished.Plan.Run.HasDates);
        folder.Write(SystemFactsFile.Name, stream => SystemFactsFile.Write(stream, finished.System));
        var request = new ChartRequest { Results = FinishedResults.Of(finished) };
        foreach (var drawing in Always.Select(ChartList.Find).OfType<Chart>().SelectMany(chart => chart.Draw(request).All))
        {
            folder.Write($"charts/{drawing.Name}.svg", stream => stream.Write(PlotFiles.Bytes(drawing)));
        }

        folder.Commit(finished.Manifest);
    }
}
