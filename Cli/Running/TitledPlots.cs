using FlowSim.Cli.Options;
using FlowSim.Plots.Drawings;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Running;

/// <summary>A title or subtitle of one's own for drawings of several scenarios: the title of each goes in where it says <c>{scenario}</c>.</summary>
internal static class TitledPlots
{
    public const string Placeholder = "{scenario}";

    /// <summary>What is drawn together: all of it, or each scenario by itself where its title stands over it.</summary>
    public static IReadOnlyList<PlotSettings> Of(PlotSettings settings, ResultSet results)
    {
        if (!Has(settings.Title) && !Has(settings.Subtitle))
        {
            return [settings];
        }

        return [.. (settings.Scenarios.Count > 0 ? settings.Scenarios : results.Run.Scenarios).Select(scenario => settings with
        {
            Scenarios = [scenario],
            Title = With(settings.Title, scenario, results),
            Subtitle = With(settings.Subtitle, scenario, results),
        })];
    }

    /// <exception cref="CommandFailure">Two scenarios have the same drawing.</exception>
    public static void DemandApart(IReadOnlyList<Drawing> drawings)
    {
        if (drawings.GroupBy(drawing => drawing.Name).FirstOrDefault(same => same.Count() > 1) is { } same)
        {
            throw new CommandFailure(ExitCode.Usage,
                $"{Placeholder} in a title is for charts of which each scenario has a drawing of its own; {same.Key} shows several: leave {Placeholder} out");
        }
    }

    private static bool Has(string? text) => text is not null && text.Contains(Placeholder, StringComparison.Ordinal);

    private static string? With(string? text, string scenario, ResultSet results)
    {
        var title = scenario == ExperimentPlan.BaselineId ? "Baseline" : results.System.TitleOf(scenario);
        return text?.Replace(Placeholder, title.Length > 0 ? title : scenario, StringComparison.Ordinal);
    }
}
