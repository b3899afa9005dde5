using System.Globalization;
using System.Text.Json.Nodes;

namespace FlowSim.Tests.Mutation;

/// <summary>One change that Stryker made to the engine.</summary>
internal sealed class Mutant
{
    private static readonly string[] LeftOut = ["CompileError", "Ignored"];

    private readonly JsonNode node;

    public Mutant(string file, JsonNode node)
    {
        File = file;
        this.node = node;
    }

    public string File { get; }

    public int Id => int.Parse(Text("id"), CultureInfo.InvariantCulture);

    public string Kind => Text("mutatorName");

    public string Verdict => Text("status");

    public bool CanBeJudged => !LeftOut.Contains(Verdict);

    private string Place => $"{Path.GetFileName(File)}:{node["location"]!["start"]!["line"]}:{node["location"]!["start"]!["column"]}";

    /// <param name="killer">Name of the test that failed, or an empty text.</param>
    public void Judged(string verdict, string killer)
    {
        node["status"] = verdict;
        node.AsObject().Remove("statusReason");
        node["killedBy"] = killer.Length == 0 ? new JsonArray() : new JsonArray(killer);
    }

    public override string ToString() => $"{Place}\t{Verdict}\t{Kind}\t{Text("replacement").ReplaceLineEndings(" ")}";

    private string Text(string key) => node[key]?.GetValue<string>() ?? "";
}
