using FlowSim.Cli.Manual;
using FlowSim.Scenarios.Asked;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Cli.Running;

/// <summary>A system with the scenarios that a command line asks for among its own.</summary>
/// <param name="System">The system.</param>
/// <param name="Ids">The scenarios, each of which it has, or the baseline.</param>
/// <param name="Inputs">Files and changes that the command line names, with their SHA-256.</param>
internal sealed record AskedSystem(LoadedSystem System, IReadOnlyList<string> Ids, IReadOnlyList<(string File, string Sha256)> Inputs)
{
    /// <summary>What a scenario may be on the command line, for manuals.</summary>
    public const string Scenario = "an id (see 'flowsim list scenarios'), several with + between them as one, or the path of a file with scenarios";

    /// <param name="system">The system as read.</param>
    /// <param name="words">Scenarios as typed.</param>
    /// <param name="typed">Changes typed on the spot; null: none.</param>
    /// <param name="terminal">Takes problems.</param>
    /// <param name="quiet">Leaves warnings out.</param>
    /// <exception cref="CommandFailure">There is no such scenario or file, or it is wrong; its problems have been printed.</exception>
    public static AskedSystem Of(LoadedSystem system, IReadOnlyList<string> words, SetChanges? typed, Terminal terminal, bool quiet)
    {
        foreach (var path in words.SelectMany(word => AskedScenarios.PartsOf(word, system.Files)).Where(AskedScenarios.IsPath))
        {
            DemandFile(path);
        }

        var problems = new ProblemList { Sources = system.Files.Sources };
        var asked = Interruptible.Run(() => AskedScenarios.Of(system.Files, words, typed, problems), terminal.Interrupt);
        terminal.Report(problems, quiet);
        if (problems.HasErrors)
        {
            throw new CommandFailure(ExitCode.InvalidInput, typed is null
                ? $"what is to be compared cannot be read: {ProblemCount.Of(problems)}"
                : $"what is asked for cannot be made: {ProblemCount.Of(problems)}; 'flowsim list paths TEXT{SystemText(system)}' finds paths, with what stands there");
        }

        var loaded = LoadedSystem.Of(asked.Files);
        foreach (var id in asked.Ids)
        {
            loaded.Demand(id);
        }

        return new AskedSystem(loaded, asked.Ids, asked.Inputs);
    }

    /// <summary>The same of a command that takes one scenario, or the baseline.</summary>
    /// <exception cref="CommandFailure">There is no such scenario or file, it is wrong, or the file holds several.</exception>
    public static AskedSystem OfOne(LoadedSystem system, string word, Terminal terminal, bool quiet)
    {
        var asked = Of(system, [word], null, terminal, quiet);
        return asked.Ids.Count == 1 ? asked : throw new CommandFailure(ExitCode.Usage,
            $"'{word}' holds {asked.Ids.Count} scenarios ({string.Join(", ", asked.Ids)}) and one can be taken here");
    }

    private static string SystemText(LoadedSystem system) =>
        system.Files.Name == Options.SystemOption.Default ? "" : $" --system {CommandText.Quote(system.Files.Name)}";

    private static void DemandFile(string path)
    {
        if (File.Exists(path))
        {
            return;
        }

        var folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
        var why = Directory.Exists(path) ? "is a folder; name a file in it, or a system by --system" : "is no file";
        var near = Directory.Exists(folder) ? Nearest.Hint(Path.GetFileName(path), Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file))) : "";
        throw new CommandFailure(ExitCode.Usage, $"'{path}' {why}. {near}".TrimEnd());
    }
}
