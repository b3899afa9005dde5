using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowSim.Cli.Manual;
using FlowSim.Scenarios.Asked;

namespace FlowSim.Cli;

/// <summary>Something <c>flowsim list</c> prints.</summary>
internal sealed record ListEntry(string Id, string Unit, string Description, string Note)
{
    /// <summary>What readers see in place of the id, or empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Of a system: what it is for, how well it fits and how much of it is assumed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SystemSummary? About { get; init; }

    private const string Indent = "    ";

    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>True where every word stands in its id, its title or what it is.</summary>
    public bool Has(IReadOnlyList<string> words) =>
        words.All(word => new[] { Id, Title, Description }.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The id with its unit, then what it is, indented.</summary>
    public void Print(TextWriter output, int width)
    {
        output.WriteLine($"{Id}{(Unit.Length > 0 ? $" ({Unit})" : "")}{(Title.Length > 0 ? $": {Title}" : "")}");
        var purpose = About is { Purpose.Length: > 0 } ? $"For: {About.Purpose}" : "";
        string[] about = About is null ? [] : [purpose, $"Fit: {About.FitWords}.", $"Assumed: {About.AssumedWords}."];
        foreach (var text in about.Prepend(Description).Append(Note).Where(text => text.Length > 0))
        {
            foreach (var line in TextLines.Wrap(text, width - Indent.Length))
            {
                output.WriteLine(Indent + line);
            }
        }
    }
}
