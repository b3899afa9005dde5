using System.Text.Json.Nodes;

namespace FlowSim.Tests.Mutation;

/// <summary>The report of Stryker: every mutant that it made, where it is, and what became of it.</summary>
internal sealed class MutantReport
{
    private readonly JsonNode root;

    private MutantReport(JsonNode root) => this.root = root;

    public static MutantReport Read(string file) => new(JsonNode.Parse(File.ReadAllText(file))!);

    public void Write(string file) => File.WriteAllText(file, root.ToJsonString());

    /// <summary>Mutants that Stryker would judge, in the files whose path contains one of the words.</summary>
    public List<Mutant> Mutants(IReadOnlyCollection<string> words) =>
    [
        .. root["files"]!.AsObject()
            .Where(file => words.Any(word => file.Key.Contains(word, StringComparison.Ordinal)))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .SelectMany(file => file.Value!["mutants"]!.AsArray().Select(node => new Mutant(file.Key, node!)))
            .Where(mutant => mutant.CanBeJudged),
    ];
}
