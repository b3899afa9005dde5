using System.Text.RegularExpressions;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>The words of texts that may be names.</summary>
internal static partial class Words
{
    private const string Titles = "titles";

    private static readonly string[] ProseKeys =
        ["title", Titles, "purpose", "short", "topic", "standard", "description", "definition", "reason", "source", "note", "notes", "line", "unit"];

    /// <summary>
    /// True for a key of which the text is for the reader alone. What has keys of its own is no text, such as a stage that is called note, but for titles
    /// by place.
    /// </summary>
    public static bool IsProse(MapEntry entry) => ProseKeys.Contains(entry.Key) && (entry.Value is not MapNode || entry.Key == Titles);

    /// <summary>
    /// The words of a text; of a path its steps too (<c>stages.ward.clock</c> speaks of the ward), of a file its name. Units behind numbers are no names.
    /// </summary>
    public static IEnumerable<string> Of(string text)
    {
        foreach (Match match in Word().Matches(text))
        {
            var word = match.Value;
            if (word.Length == text.Length || !TimeUnit.TryGet(word, out _))
            {
                yield return word.EndsWith(".csv", StringComparison.Ordinal) ? word[..^".csv".Length] : word;
                foreach (var step in word.Contains('.', StringComparison.Ordinal) ? word.Split('.') : [])
                {
                    yield return step;
                }
            }
        }
    }

    /// <summary>Every word of every value of a node and, where wanted, of every key; without prose.</summary>
    public static IEnumerable<string> Of(Node node) => node switch
    {
        MapNode map => map.Entries.Where(entry => !IsProse(entry)).SelectMany(entry => Of(entry.Value)),
        ListNode list => list.Items.SelectMany(Of),
        ScalarNode scalar => Of(scalar.Text),
        _ => [],
    };

    [GeneratedRegex(@"[\w+]+(?:[-.][\w+]+)*")]
    private static partial Regex Word();
}
