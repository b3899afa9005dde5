using FlowSim.Cli.Manual;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Asked;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli;

/// <summary>
/// The scenario that <c>explain</c> tells of, with the system that has it: its own, several as one, one of a file, or one that a run took from elsewhere.
/// </summary>
internal static class ExplainedScenario
{
    /// <param name="system">The system as read.</param>
    /// <param name="named">As typed; null: the baseline.</param>
    /// <param name="results">Of the system; null: there are none.</param>
    /// <param name="terminal">Takes problems.</param>
    /// <exception cref="CommandFailure">There is no such scenario, or what it was made of is not at hand.</exception>
    public static (LoadedSystem System, string? Id) Of(LoadedSystem system, string? named, ResultSet? results, Terminal terminal)
    {
        if (named is null or ExperimentPlan.BaselineId)
        {
            return (system, named);
        }

        var isOfResults = results?.Run.Scenarios.Contains(named) == true;
        if (isOfResults && !system.Scenarios.Contains(named))
        {
            return (Remade(system, named, results!, terminal), named);
        }

        if (results is not null && !isOfResults && !AskedScenarios.PartsOf(named, system.Files).Any(AskedScenarios.IsPath))
        {
            PlotChoices.Demand("scenario", named, () => results.Run.Scenarios);
        }

        var asked = AskedSystem.OfOne(system, named, terminal, quiet: true);
        var id = asked.Ids[0];
        PlotChoices.Demand("scenario", results is null ? null : id, () => results!.Run.Scenarios);
        return (asked.System, id);
    }

    /// <summary>
    /// With the scenario as the command line of the run asked for it: the same ids with + between them, the same files, the same typed changes.
    /// </summary>
    private static LoadedSystem Remade(LoadedSystem system, string id, ResultSet results, Terminal terminal)
    {
        var words = CommandText.WordsOf(results.Run.Command);
        var read = results.Run.Inputs.Select(input => input.File).ToHashSet(StringComparer.Ordinal);
        bool WasRead(string word) => PartsOf(system, word).Any(part => AskedScenarios.IsPath(part) && read.Contains(AskedScenarios.InputOf(part)));
        var asked = words.Where((word, index) => index > 0 && !IsOption(words[index - 1]) && (word == id || WasRead(word))).Distinct().ToList();
        if (asked.SelectMany(word => PartsOf(system, word)).FirstOrDefault(part => AskedScenarios.IsPath(part) && !File.Exists(part)) is { } missing)
        {
            throw new CommandFailure(ExitCode.Usage,
                $"the scenario '{id}' of the results was made from {missing}, which is not here: start the command in the folder in which the run was started, or name the file by --scenario");
        }

        var made = AskedSystem.Of(system, asked, Typed(words), terminal, quiet: true);
        var known = results.Run.Inputs.Select(input => (input.File, input.Sha256)).ToHashSet();
        if (made.Inputs.FirstOrDefault(input => !known.Contains(input)) is { File: { } changed })
        {
            terminal.Error.WriteLine($"note: {changed} are not as they were when the results were made");
        }

        return made.System.Scenarios.Contains(id) ? made.System : throw new CommandFailure(ExitCode.Usage,
            $"the scenario '{id}' of the results is none of the system {system.Id} any more, and '{results.Run.Command}' does not make it again: name it, or its file, by --scenario");
    }

    private static IReadOnlyList<string> PartsOf(LoadedSystem system, string word) => AskedScenarios.PartsOf(word, system.Files);

    /// <summary>Options whose value could be taken for a scenario.</summary>
    private static bool IsOption(string word) => word is "--set" or "--system" or "--out";

    private static SetChanges? Typed(IReadOnlyList<string> words)
    {
        IEnumerable<string> After(string option) => words.Zip(words.Skip(1)).Where(pair => pair.First == option).Select(pair => pair.Second);
        var sets = After("--set").Select(text => SetText.TryParse(text, out var set) ? set : null).OfType<SetText>().ToList();
        return sets.Count == 0 ? null : new SetChanges(sets, After("--from").FirstOrDefault(""), After("--over").FirstOrDefault(""));
    }
}
