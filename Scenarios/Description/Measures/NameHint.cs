using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Description.Measures;

/// <summary>The hint for a map of which no key says what it is.</summary>
internal static class NameHint
{
    /// <summary>The hint for the first of the words that is near a known one.</summary>
    public static string For(IEnumerable<string> words, IReadOnlyCollection<string> known) =>
        words.Where(word => !known.Contains(word)).Select(word => Nearest.Hint(word, known)).FirstOrDefault(hint => hint.Length > 0) ?? "";
}
