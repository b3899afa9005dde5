using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Asked;

/// <summary>How a path names an item of a list, which is never by its number: <c>[spare-bed]</c>, <c>[to=died]</c>.</summary>
internal static class ItemStep
{
    /// <summary>Keys that say best which item is meant.</summary>
    private static readonly string[] Telling = ["pool", "to", "stream"];

    /// <summary>The brackets; null where nothing tells the item from the others, or what does cannot be written in brackets.</summary>
    public static string? Of(ListNode list, Node item)
    {
        IEnumerable<(string Key, string Value)> candidates = item switch
        {
            ScalarNode scalar => PoolsOf(scalar.Text),
            MapNode map => map.Entries.Where(entry => entry.Value is ScalarNode).OrderBy(entry => Telling.Contains(entry.Key) ? 0 : 1)
                .Select(entry => (entry.Key == Telling[0] ? "" : entry.Key, entry.Value.ToString()!)),
            _ => [],
        };
        foreach (var pair in candidates.Where(pair => IsPlain(pair.Value)))
        {
            if (list.Items.Count(other => ItemSelector.Matches(other, [pair])) == 1)
            {
                return pair.Key.Length == 0 ? $"[{pair.Value}]" : $"[{pair.Key}={pair.Value}]";
            }
        }

        return null;
    }

    /// <summary>True for a text that brackets can hold.</summary>
    public static bool IsPlain(string text) => text.Length > 0 && text == text.Trim() && text.AsSpan().IndexOfAny(',', ']', '=') < 0;

    private static IEnumerable<(string Key, string Value)> PoolsOf(string text) => RequestTextReader.TryParse(text, out var request, out _)
        ? request.Parts.SelectMany(part => new[] { ("", part.Pool), ("", $"{part.Pool}@{part.Instance}") })
        : [("", text)];
}
