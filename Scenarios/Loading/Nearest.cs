namespace FlowSim.Scenarios.Loading;

internal static class Nearest
{
    public static string? To(string word, IEnumerable<string> candidates) => candidates.FirstOrDefault(candidate => candidate.StartsWith(word[..1], StringComparison.Ordinal));
}
