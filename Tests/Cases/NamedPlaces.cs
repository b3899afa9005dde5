using System.Text.RegularExpressions;

namespace FlowSim.Tests.Cases;

/// <summary>
/// Lines of files in problems: each by itself (<c>tables/stays.csv:3</c>), or those with one cause together (<c>tables/stays.csv: … lines 3, 6 and
/// 9</c>).
/// </summary>
internal static class NamedPlaces
{
    public static bool Hold(string words, string file, int line)
    {
        var name = Regex.Escape(file);
        return Regex.IsMatch(words, $@"{name}:{line}\b") || Regex.IsMatch(words, $@"{name}[^\n]*\blines?\b[^\n]*(?<![\d.:-]){line}\b(?!\.\d)");
    }
}
