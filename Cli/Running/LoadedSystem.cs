using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Cli.Running;

/// <summary>A system as read, and what the commands need to know of it before it is compiled.</summary>
internal sealed class LoadedSystem
{
    private LoadedSystem(SystemFiles files) => Files = files;

    public SystemFiles Files { get; }

    /// <summary>The id the system gives itself, else the name the user gave.</summary>
    public string Id => Text("system") ?? Files.Name;

    public string Title => Text("title") ?? "";

    /// <summary>Ids of its scenarios, in ordinal order; the baseline is not among them.</summary>
    public IReadOnlyList<string> Scenarios => [.. Files.Scenarios.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The scenarios that <c>compare</c> takes when none is named: <c>compare:</c> of the system, else all.</summary>
    public IReadOnlyList<string> ComparedByDefault => Words("compare") is { Count: > 0 } named ? named : Scenarios;

    /// <summary>The measures of the comparison table in order: <c>headline:</c> of the system; may be empty.</summary>
    public IReadOnlyList<string> Headline => Words("headline");

    /// <summary>Paths of the numbers that <c>serve</c> shows first: <c>levers:</c> of the system; may be empty.</summary>
    public IReadOnlyList<string> Levers => Words("levers");

    /// <summary>Ids of those who pay and save; may be empty.</summary>
    public IReadOnlyList<string> Partners => Words("partners");

    /// <summary>Ids of the measures that it declares.</summary>
    public IReadOnlyList<string> Measures => Files.Root["measures"] is MapNode map ? [.. map.Entries.Select(entry => entry.Key)] : [];

    /// <exception cref="CommandFailure">There is no such system, or it cannot be read; its problems have been printed.</exception>
    public static LoadedSystem Read(string idOrPath, Terminal terminal, bool quiet)
    {
        DemandSystem(idOrPath);
        if (terminal.ShowsProgress && !quiet)
        {
            terminal.Error.WriteLine($"reading {idOrPath}");
        }

        var problems = new ProblemList();
        var files = Interruptible.Run(() => SystemReader.Read(idOrPath, problems), terminal.Interrupt);
        terminal.Report(problems, quiet);
        return files is null || problems.HasErrors ? throw InvalidInput(problems) : new LoadedSystem(files);
    }

    /// <summary>The same system with other scenarios.</summary>
    public static LoadedSystem Of(SystemFiles files) => new(files);

    public static CommandFailure InvalidInput(ProblemList problems) =>
        new(ExitCode.InvalidInput, $"the {(IsSound(problems) ? "scenario" : "system")} cannot be run: {ProblemCount.Of(problems)}");

    /// <summary>True where all that is wrong was found with the changes of scenarios made.</summary>
    private static bool IsSound(ProblemList problems) =>
        problems.Sorted.Where(problem => problem.Severity == Severity.Error).All(problem => problem.Scenario.Length > 0);

    /// <exception cref="CommandFailure">There is no such system: the command line is wrong, not a file.</exception>
    public static void DemandSystem(string idOrPath)
    {
        if (!SystemReader.Exists(idOrPath))
        {
            var hint = Nearest.Hint(idOrPath, SystemLibrary.Ids);
            throw new CommandFailure(ExitCode.Usage,
                $"there is no system '{idOrPath}': it is neither a folder or file nor an id of the library. {(hint.Length > 0 ? hint + " " : "")}The library has: {string.Join(", ", SystemLibrary.Ids)}");
        }
    }

    /// <summary>The year of the prices that its money is held in, or empty.</summary>
    public string PriceYear => Files.Root["prices"] is MapNode prices && prices["year"] is ScalarNode year ? year.Text : "";

    /// <summary>What a reader sees in place of a name of the system: <c>titles:</c>, else the name as words.</summary>
    public string NameOf(string name) =>
        Files.Root["titles"] is MapNode titles && titles[name] is ScalarNode { Text.Length: > 0 } title ? title.Text : IdWords.Sentence(name);

    /// <summary>A scenario's title, or empty.</summary>
    public string TitleOf(string scenario) =>
        scenario == ExperimentPlan.BaselineId
            ? Title
            : TextOf(scenario, "title");

    /// <summary>What a scenario is about, or empty.</summary>
    public string DescriptionOf(string scenario) => TextOf(scenario, "description");

    private string TextOf(string scenario, string key) => Files.Scenarios.TryGetValue(scenario, out var map) && map[key] is ScalarNode text ? text.Text : "";

    /// <exception cref="CommandFailure">There is no such scenario.</exception>
    public void Demand(string scenario)
    {
        if (scenario == ExperimentPlan.BaselineId || Files.Scenarios.ContainsKey(scenario))
        {
            return;
        }

        var known = Scenarios.Prepend(ExperimentPlan.BaselineId).ToList();
        var hint = Nearest.Hint(scenario, known);
        throw new CommandFailure(ExitCode.Usage,
            $"system {Id} has no scenario '{scenario}'. {(hint.Length > 0 ? hint + " " : "")}It has: {string.Join(", ", known)}");
    }

    private string? Text(string key) => Files.Root[key] is ScalarNode scalar ? scalar.Text : null;

    private List<string> Words(string key) => Files.Root[key] is ListNode list ? [.. list.Items.OfType<ScalarNode>().Select(item => item.Text)] : [];
}
