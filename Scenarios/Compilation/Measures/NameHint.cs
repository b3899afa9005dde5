using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>The hint that goes with an unknown name.</summary>
internal static class NameHint
{
    /// <summary>Names the nearest known name, or is empty when none is near.</summary>
    public static string For(string word, IEnumerable<string> known) =>
        Nearest.To(word, known) is { } nearest ? $"Did you mean \"{nearest}\"?" : "";

    /// <summary>The hint for the first of the words that is near a known one.</summary>
    public static string For(IEnumerable<string> words, IReadOnlyCollection<string> known) =>
        words.Where(word => !known.Contains(word)).Select(word => For(word, known)).FirstOrDefault(hint => hint.Length > 0) ?? "";
}
