using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Plots.Explore;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Sensitivity;
using FlowSim.Scenarios.Sweeps;
using FlowSim.Scenarios.Uncertainty;
using ScottPlot;

namespace FlowSim.Cli;

/// <summary>Which plots <c>explore</c> draws of a sweep or a sensitivity analysis.</summary>
internal static class ExploredDesigns
{
    private const string WholeSystem = "system";

    /// <summary>More groups than that of one measure hide the other measures.</summary>
    private const int MostGroups = 4;

    /// <summary>The kinds of plots, with a line each.</summary>
    public static IReadOnlyList<(string Id, string Description)> Kinds { get; } =
    [
        ("by-factor", "of a sweep: a measure by each factor, a mean with its 95 % interval for each design"),
        ("map", "of a sweep over a grid of two factors: the measure over both"),
        ("indices", "of a sensitivity analysis: how much each factor matters, with 95 % intervals"),
        ("together", "of one by Morris's method: which factors act together with others"),
    ];

    /// <summary>True for a folder of a sweep or a sensitivity analysis.</summary>
    public static bool Are(string folder) => SweptFolder.Is(folder) || ScreenedFolder.Is(folder);

    /// <summary>Refuses such a folder where results of scenarios are needed.</summary>
    /// <param name="folder">As named.</param>
    /// <exception cref="CommandFailure">It is one.</exception>
    public static void Refuse(string folder)
    {
        RefuseDraws(folder);
        if (Are(folder))
        {
            throw new CommandFailure(ExitCode.Usage,
                $"{folder} holds {(SweptFolder.Is(folder) ? "a sweep" : "a sensitivity analysis")}, which has designs and no scenarios: 'flowsim explore {folder}' draws what it found; charts for documents are in {folder}/charts");
        }
    }

    /// <summary>Refuses a folder of draws, which has tables and charts and nothing that could be drawn from it again.</summary>
    /// <param name="folder">As named.</param>
    /// <exception cref="CommandFailure">It is one.</exception>
    public static void RefuseDraws(string folder)
    {
        if (File.Exists(Path.Combine(folder, UncertaintyFiles.Influences)))
        {
            throw new CommandFailure(ExitCode.Usage,
                $"{folder} was written by 'flowsim uncertainty', which has draws and no replications: its charts are in {folder}/charts, and its tables are tidy (docs/uncertainty.md says what each holds)");
        }
    }

    /// <summary>The plots, each with the name of its file, without what says the format.</summary>
    /// <param name="settings">Folder, measures, place and period.</param>
    /// <exception cref="CommandFailure">What was asked for is not there.</exception>
    public static IEnumerable<(string Name, Plot Plot)> Of(ExploreSettings settings)
    {
        if (settings.Choice.Scenarios.Count > 0)
        {
            throw new CommandFailure(ExitCode.Usage, $"--scenario: {settings.Results} has designs and no scenarios");
        }

        return ScreenedFolder.Is(settings.Results) ? Screened(settings) : Swept(settings);
    }

    private static IEnumerable<(string Name, Plot Plot)> Swept(ExploreSettings settings)
    {
        var swept = SweptFolder.Read(settings.Results);
        var plots = new SweepPlots(swept);
        var known = swept.Rows.Where(row => double.IsFinite(row.Mean) && row.Design != DesignPoint.AsDescribed).Select(row => row.Key);
        foreach (var key in Keys(settings, swept.System, [.. known.Distinct()], swept.ShownPeriod))
        {
            if (plots.Map(key) is { } map)
            {
                yield return (NameOf("map", "", key, settings), map);
            }

            for (var factor = 0; factor < swept.Factors.Count; factor++)
            {
                yield return (NameOf("by-factor", swept.Factors[factor], key, settings), plots.ByFactor(key, factor));
            }
        }
    }

    private static IEnumerable<(string Name, Plot Plot)> Screened(ExploreSettings settings)
    {
        var screened = ScreenedFolder.Read(settings.Results);
        var plots = new SensitivityPlots(screened);
        var known = screened.Indices.Where(row => double.IsFinite(row.Value)).Select(row => row.Key);
        foreach (var key in Keys(settings, screened.System, [.. known.Distinct()], screened.ShownPeriod))
        {
            yield return (NameOf("indices", "", key, settings), plots.Indices(key));
            if (plots.Together(key) is { } together)
            {
                yield return (NameOf("together", "", key, settings), together);
            }
        }
    }

    /// <summary>Of each measure its total at the place, or its groups if they are few.</summary>
    private static List<ResultKey> Keys(ExploreSettings settings, SystemFacts system, IReadOnlyList<ResultKey> known, string shown)
    {
        var choice = settings.Choice;
        PlotChoices.Demand("place", choice.Place, () => [.. known.Select(key => key.Place).Distinct()]);
        PlotChoices.Demand("period", choice.Period, () => [.. known.Select(key => key.Period).Distinct()]);
        foreach (var measure in choice.Measures)
        {
            PlotChoices.Demand("measure", measure, () => [.. known.Select(key => key.Measure).Distinct()]);
        }

        var there = known.Where(key => key.Place == choice.Place && key.Period == (choice.Period ?? shown)).ToList();
        var measures = choice.Measures.Count > 0 ? choice.Measures.Distinct()
            : system.Headline.Where(id => there.Exists(key => key.Measure == id)).Concat(there.Select(key => key.Measure)).Distinct();
        var keys = measures.SelectMany(Of).ToList();
        return keys.Count > 0 ? keys : throw new CommandFailure(ExitCode.InvalidInput,
            $"{settings.Results} has nothing to explore here: no design has a value at {choice.Place} in {choice.Period ?? shown}.");

        IEnumerable<ResultKey> Of(string measure)
        {
            var own = there.FindAll(key => key.Measure == measure);
            var totals = own.FindAll(key => key.Group.Length == 0);
            return totals.Count > 0 ? totals : own.Take(MostGroups);
        }
    }

    private static string NameOf(string kind, string factor, ResultKey key, ExploreSettings settings) =>
        FileStem.Of(kind, key.Measure, factor, key.Place == WholeSystem ? "" : key.Place, key.Group, settings.Choice.Period ?? "");
}
