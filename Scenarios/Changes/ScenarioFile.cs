using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Changes;

/// <summary>Writes a scenario as a file: a key a line, a change a line.</summary>
internal static class ScenarioFile
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of the file.</summary>
    public static string Text(MapNode scenario)
    {
        var text = new StringBuilder();
        foreach (var entry in scenario.Entries)
        {
            if (entry.Value is ListNode { Items: [MapNode, ..] } list)
            {
                text.Append(entry.Key).Append(":\n");
                foreach (var item in list.Items)
                {
                    text.Append("  - ").Append(Inline(item)).Append('\n');
                }
            }
            else
            {
                text.Append(entry.Key).Append(": ").Append(Inline(entry.Value)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Inline(Node node) => node switch
    {
        MapNode map => "{ " + string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Inline(entry.Value)}")) + " }",
        ListNode list => "[" + string.Join(", ", list.Items.Select(Inline)) + "]",
        ScalarNode scalar => IsBare(scalar.Text) ? scalar.Text : JsonSerializer.Serialize(scalar.Text, Plain),
        _ => "",
    };

    /// <summary>A name or a number means in YAML what it says.</summary>
    private static bool IsBare(string text) =>
        NumberText.TryParse(text, out _, out _) || text is "true" or "false" || (NameText.IsPlain(text) && char.IsAsciiLetter(text[0]));
}
