using System.Security.Cryptography;
using System.Text;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Asked;

/// <summary>
/// The scenarios that a command line asks for: ids of the system, several of them as one (<c>a+b</c>), files from elsewhere, and changes typed on the spot.
/// </summary>
public sealed class AskedScenarios
{
    private const char Joint = '+';

    private readonly Dictionary<string, MapNode> scenarios;
    private readonly Dictionary<string, IReadOnlyList<string>> ofFiles = new(StringComparer.Ordinal);
    private readonly List<(string File, string Sha256)> inputs = [];
    private readonly SystemFiles system;
    private readonly ProblemList problems;

    private AskedScenarios(SystemFiles system, ProblemList problems)
    {
        this.system = system;
        this.problems = problems;
        scenarios = new Dictionary<string, MapNode>(system.Scenarios, StringComparer.Ordinal);
    }

    /// <summary>The system with the scenarios beside its own.</summary>
    public SystemFiles Files { get; private set; } = null!;

    /// <summary>What was asked for, each id once, in order; an id that is not known is as it was typed.</summary>
    public IReadOnlyList<string> Ids { get; private set; } = [];

    /// <summary>What was read or typed beside the system's files, with its SHA-256.</summary>
    public IReadOnlyList<(string File, string Sha256)> Inputs => inputs;

    /// <summary>True where a word is the path of a file and not the name of a scenario.</summary>
    public static bool IsPath(string word) => ScenarioFileReader.IsPath(word);

    /// <summary>True for a file that holds scenarios and no system.</summary>
    public static bool IsScenarioFile(string path) => ScenarioFileReader.HoldsScenarios(path);

    /// <summary>What a file is called among <see cref="Inputs"/>.</summary>
    public static string InputOf(string path) => ScenarioFileReader.InputOf(path);

    /// <summary>The parts of a word, of which each is an id or the path of a file.</summary>
    public static IReadOnlyList<string> PartsOf(string word, SystemFiles system) =>
        system.Scenarios.ContainsKey(word) || File.Exists(word) ? [word] : word.Split(Joint);

    /// <summary>
    /// Reads what is asked for. What is wrong with files and typed changes is told; whether an id is known is for the caller to see.
    /// </summary>
    /// <param name="system">The system as read.</param>
    /// <param name="words">Ids, ids with a + between them, and paths of files that exist.</param>
    /// <param name="typed">Changes typed on the spot; null: none.</param>
    /// <param name="problems">Takes what is wrong; knows where the system's files are.</param>
    public static AskedScenarios Of(SystemFiles system, IReadOnlyList<string> words, SetChanges? typed, ProblemList problems)
    {
        var asked = new AskedScenarios(system, problems);
        foreach (var path in words.SelectMany(word => PartsOf(word, system)).Where(IsPath).Distinct())
        {
            asked.ReadFile(path);
        }

        var ids = words.SelectMany(asked.IdsOf).ToList();
        if (typed is not null)
        {
            ids.Add(asked.Type(typed));
        }

        asked.Ids = [.. ids.Distinct()];
        asked.Files = system.WithScenarios(asked.scenarios, problems.Sources);
        asked.CheckTyped(typed, ids);
        return asked;
    }

    private void ReadFile(string path)
    {
        if (ScenarioFileReader.Read(path, system, scenarios, problems) is { } read)
        {
            ofFiles[path] = read.Ids;
            inputs.Add(read.Input);
        }
        else
        {
            ofFiles[path] = [];
        }
    }

    private IReadOnlyList<string> IdsOf(string word)
    {
        var parts = PartsOf(word, system);
        if (parts.Count == 1)
        {
            return ofFiles.TryGetValue(word, out var read) ? read : [word];
        }

        string[] joined = [.. parts.SelectMany(part => ofFiles.TryGetValue(part, out var read) ? read : [part]).Distinct()];
        if (!Array.TrueForAll(joined, scenarios.ContainsKey))
        {
            // Which part is not known is said of the part; with the baseline there is nothing to join.
            return joined.Contains(ExperimentPlan.BaselineId) ? [word] : joined;
        }

        var id = string.Join(Joint, joined);
        scenarios.TryAdd(id, Joined(id, joined));
        return [id];
    }

    /// <summary>A scenario that includes others and changes nothing besides.</summary>
    private MapNode Joined(string id, string[] parts)
    {
        var where = new SourceLocation(id, 0, 0);
        ScalarNode Text(string text) => new(text, where, quoted: true);
        string Title(string part) => scenarios[part][ValueKeys.Title.Name] is ScalarNode { Text.Length: > 0 } title ? title.Text : part;
        return new MapNode(where,
        [
            new MapEntry(ScenarioKeys.Id.Name, where, Text(id)),
            new MapEntry(ValueKeys.Title.Name, where, Text(string.Join(" + ", parts.Select(Title)))),
            new MapEntry(ScenarioKeys.Include.Name, where, new ListNode(where, [.. parts.Select(Text)])),
        ]);
    }

    private string Type(SetChanges typed)
    {
        var scenario = new SetScenario(system, typed);
        var id = scenario.Id;
        scenarios[id] = scenario.Map(problems);
        var dates = (typed.From.Length > 0 ? $" --from {typed.From}" : "") + (typed.Over.Length > 0 ? $" --over {typed.Over}" : "");
        inputs.AddRange(typed.Sets.Select(set => TypedInput($"{SetScenario.Option} {set}{dates}")));
        return id;
    }

    private static (string File, string Sha256) TypedInput(string text) =>
        (text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    /// <summary>What is wrong with a typed change by itself is told before the system is compiled, which takes longer.</summary>
    private void CheckTyped(SetChanges? typed, List<string> ids)
    {
        if (typed is null || problems.HasErrors)
        {
            return;
        }

        var own = new ProblemList { Sources = problems.Sources };
        typed.RefuseBrokenUnits(problems);
        new TimelineBuilder(Files, RunOverrides.None, own).ReadScenario(ids[^1]);
        if (own.Sorted.Any(problem => problem.Severity == Severity.Error && problem.Where.File.StartsWith(SourceFiles.Option, StringComparison.Ordinal)))
        {
            problems.AddErrorsOf(own);
        }
    }
}
