using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Schema;

/// <summary>
/// A YAML file as editors see it: scalars without quotation marks are numbers, truth values or nothing where the YAML 1.2 core schema says so.
/// </summary>
internal static partial class YamlAsJson
{
    public static JsonNode? Of(Node node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Of(entry.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Of)]),
        ScalarNode { Quoted: false } scalar when scalar.Text is "" or "~" or "null" => null,
        ScalarNode { Quoted: false } scalar when scalar.Text is "true" or "false" => JsonValue.Create(scalar.Text == "true"),
        ScalarNode { Quoted: false } scalar when WholeNumber().IsMatch(scalar.Text) && scalar.Text.Length < 18 =>
            JsonValue.Create(long.Parse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
        ScalarNode { Quoted: false } scalar when Fraction().IsMatch(scalar.Text) =>
            JsonValue.Create(double.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(((ScalarNode)node).Text),
    };

    [GeneratedRegex(@"^[-+]?\d+$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$")]
    private static partial Regex Fraction();
}
