using FlowSim.Cli.Options;
using FlowSim.Plots.Answers;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Running;

/// <summary>Whether what <c>plot</c> was asked for exists, and what has to be read for it.</summary>
internal static class PlotChoices
{
    /// <summary>More than any chart has.</summary>
    private const int MostPages = 99;

    /// <summary>What a chart that knows no sites is of.</summary>
    private const string WholeSystem = "system";

    /// <exception cref="CommandFailure">There is no such chart.</exception>
    public static IReadOnlyList<Chart> Charts(PlotSettings settings, ResultSet results)
    {
        var all = ChartList.Of(results);
        if (settings.Charts.Count == 0)
        {
            return settings.Measure is null ? all : [.. all.Where(chart => chart.Takes.HasFlag(Narrowing.Measure))];
        }

        IReadOnlyList<Chart> charts = [.. settings.Charts.Distinct()
            .Select(id => all.FirstOrDefault(chart => chart.Id == id)
                ?? throw Unknown("chart", id, [.. all.Select(chart => chart.Id)],
                    "'flowsim plot --list' says what each shows; without --chart all are drawn."))];
        DemandUse(charts, Narrowing.Scenario, settings.Scenarios is [var first, ..] ? first : null);
        DemandUse(charts, Narrowing.Site, settings.Site == WholeSystem ? null : settings.Site);
        DemandUse(charts, Narrowing.Measure, settings.Measure);
        DemandUse(charts, Narrowing.Period, settings.Period);
        return charts;
    }

    /// <summary>
    /// Whether rows of a measure have to be read for all charts and a table of the headline; everything where the system names no measures of its own.
    /// </summary>
    public static bool IsInReport(SystemFacts system, string measure) =>
        IsShown(measure) || system.Headline.Contains(measure) || system.Measures.Any(declared => declared.Id == measure)
            || system.Measures.Count + system.Headline.Count == 0;

    /// <summary>By id, whether rows of a measure have to be read.</summary>
    /// <param name="named">The measure that is asked for; null: none.</param>
    public static Func<string, bool> MeasuresToRead(string? named) => measure => measure == named || IsShown(measure);

    // Automatic measures that no chart shows are most of the files.
    private static bool IsShown(string measure) => GenericMeasures.Find(measure) is not { IsShown: false };

    /// <exception cref="CommandFailure">A scenario, measure or period is not in the results.</exception>
    public static void Demand(PlotSettings settings, ResultSet results)
    {
        foreach (var scenario in settings.Scenarios)
        {
            Demand("scenario", scenario, () => results.Run.Scenarios);
        }

        Demand("period", settings.Period, () => [.. results.Summaries.Select(row => row.Key.Period).Distinct()]);
        Demand("measure", settings.Measure,
            () => [.. results.Summaries.Select(row => row.Key.Measure).Concat(results.Timelines.Select(series => series.Measure))
                .Concat(ChartList.Pools(results)).Distinct()]);
    }

    /// <summary>A title speaks of one drawing, which may have pages.</summary>
    /// <exception cref="CommandFailure">There are several.</exception>
    public static void DemandOne(PlotSettings settings, IReadOnlyList<Drawing> drawings)
    {
        var names = drawings.Select(drawing => drawing.Name).ToList();
        var first = names.Count(name => !names.Exists(other => IsPageOf(name, other)));
        if (first > 1 && (settings.Title ?? settings.Subtitle) is not null)
        {
            throw new CommandFailure(ExitCode.Usage,
                $"{(settings.Title is null ? "--subtitle" : "--title")} would stand over {first} drawings: {string.Join(", ", names)}. Name one by --chart, and by --scenario, --site or --measure; for a drawing of each scenario, write {TitledPlots.Placeholder} where its title is to stand.");
        }
    }

    private static bool IsPageOf(string name, string first) => Enumerable.Range(1, MostPages).Any(page => name == FileStem.Page(first, page));

    /// <summary>What none of the charts asked for looks at is not passed over in silence.</summary>
    private static void DemandUse(IReadOnlyList<Chart> charts, Narrowing by, string? given)
    {
        if (given is null || charts.Any(chart => chart.Takes.HasFlag(by)))
        {
            return;
        }

        var others = string.Join("; ",
            charts.Select(chart =>
                $"{chart.Id} takes {string.Join(", ", Enum.GetValues<Narrowing>().Where(one => one != Narrowing.None && chart.Takes.HasFlag(one)).Select(Option))}"));
        throw new CommandFailure(ExitCode.Usage, $"{Option(by)} {given} would change nothing: {others}.");
    }

    private static string Option(Narrowing by) => "--" + by.ToString().ToLowerInvariant();

    /// <exception cref="CommandFailure">It is named, and not in the results.</exception>
    public static void Demand(string what, string? id, Func<IReadOnlyList<string>> known)
    {
        if (id is not null && known() is var all && !all.Contains(id))
        {
            throw Unknown(what, id, all, "");
        }
    }

    private static CommandFailure Unknown(string what, string id, IReadOnlyList<string> known, string more)
    {
        var hint = Nearest.Hint(id, known);
        return new CommandFailure(ExitCode.Usage,
            $"there is no {what} '{id}' in the results. {(hint.Length > 0 ? hint + " " : "")}{(known.Count == 0 ? "There is none." : $"There {(known.Count == 1 ? "is" : "are")}: {string.Join(", ", known)}.")} {more}".TrimEnd());
    }
}
