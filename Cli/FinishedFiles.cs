using System.Text;
using FlowSim.Plots.Charts;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli;

/// <summary>Writes everything an experiment leaves: tables, charts, manifest.</summary>
internal static class FinishedFiles
{
    /// <exception cref="ResultFolderException">A file cannot be written.</exception>
    public static void Write(ResultFolder folder, FinishedExperiment finished)
    {
        var hasDates = finished.Plan.Run.HasDates;
        ResultFiles.Write(folder, finished.Result, finished.Summary, hasDates);
        folder.Write(SystemFactsFile.Name, stream => SystemFactsFile.Write(stream, finished.System));
        foreach (var scenario in finished.Plan.Scenarios)
        {
            var panels = FanPanel.Of(scenario.Id, finished.Summary.Timelines);
            if (panels.Count > 0)
            {
                var svg = OccupancyFan.Draw(panels, SourceOf(finished, scenario.Id, scenario.Title), hasDates);
                folder.Write($"charts/occupancy-{FileName(scenario.Id)}.svg", stream => stream.Write(Encoding.UTF8.GetBytes(svg)));
            }
        }

        folder.Commit(finished.Manifest);
    }

    private static ChartSource SourceOf(FinishedExperiment finished, string scenario, string title) =>
        new()
        {
            Program = finished.Manifest.Program,
            System = finished.Manifest.System,
            Scenario = scenario,
            ScenarioTitle = title,
            Seed = finished.Manifest.Seed,
            Replications = finished.Manifest.Finished.First(each => each.Scenario == scenario).Replications,
            InputHash = finished.Manifest.InputHash,
        };

    private static string FileName(string id) => new([.. id.Select(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or '+' ? character : '-')]);
}
