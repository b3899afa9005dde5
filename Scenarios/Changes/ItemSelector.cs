using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Changes;

/// <summary>Which items of a list a path means: by pool (<c>place[spare-bed]</c>) or by what they hold (<c>gives_up[to=died]</c>), never by position.</summary>
internal static class ItemSelector
{
    public static bool Matches(Node item, IReadOnlyList<(string Key, string Value)> selector) =>
        selector.All(pair => pair.Key.Length == 0 ? Names(item, pair.Value) : item is MapNode map && map[pair.Key]?.ToString() == pair.Value);

    private static bool Names(Node item, string word)
    {
        var text = item is MapNode map ? map["pool"]?.ToString() ?? "" : item.ToString() ?? "";
        return text == word
            || (RequestTextReader.TryParse(text, out var request, out _)
                && request.Parts.Any(part => part.Pool == word || $"{part.Pool}@{part.Instance}" == word));
    }
}
