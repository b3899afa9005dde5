using FlowSim.Cli.Running;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli;

/// <summary>A place that a command line names: by its id, or by its title as drawings write it, in capitals or not.</summary>
internal static class PlotPlace
{
    /// <summary>The id.</summary>
    /// <exception cref="CommandFailure">The results have no such place.</exception>
    public static string? Of(string? named, ResultSet results)
    {
        if (named is null)
        {
            return null;
        }

        var names = SystemNames.Of(results.System);
        var ids = results.Summaries.Select(row => row.Key.Place).Concat(results.Timelines.Select(series => series.Place)).Distinct().ToList();
        if (ids.Contains(named))
        {
            return named;
        }

        var titled = ids.FindAll(id => string.Equals(names.Place(id), named.Trim(), StringComparison.OrdinalIgnoreCase));
        return titled switch
        {
            [var one] => one,
            [] => throw new CommandFailure(ExitCode.Usage,
                $"there is no site '{named}' in the results. {Hint(named, ids, names)}{(ids.Count == 0 ? "There is none." : $"There {(ids.Count == 1 ? "is" : "are")}: {string.Join(", ", ids.Select(id => Shown(id, names)))}.")}"),
            _ => throw new CommandFailure(ExitCode.Usage, $"'{named}' is the title of {string.Join(" and of ", titled)}: name one by its id"),
        };
    }

    private static string Hint(string named, List<string> ids, SystemNames names)
    {
        var hint = Nearest.Hint(named, ids.Concat(ids.Select(names.Place)).Distinct());
        return hint.Length > 0 ? hint + " " : "";
    }

    private static string Shown(string id, SystemNames names) =>
        string.Equals(names.Place(id), id, StringComparison.OrdinalIgnoreCase) ? id : $"{id} ({names.Place(id)})";
}
