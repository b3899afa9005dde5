using System.Text.RegularExpressions;

namespace FlowSim.Cli.Serving.Engine;

/// <summary>Problems of a scenario as a page says them.</summary>
internal static partial class ProblemWords
{
    private const string Warning = ": warning: ";

    /// <summary>What is wrong, without the file of ours that it stands in.</summary>
    public static string Plain(string message)
    {
        var lines = message.Split('\n').Where(line => line.Contains("expected", StringComparison.Ordinal))
            .Select(line => InOpened().Match(line) is { Success: true } opened ? $"line {opened.Groups[1].Value}: {line[(opened.Index + opened.Length)..]}"
                : InTried().Match(line) is { Success: true } match ? line[(match.Index + match.Length)..] : InOurs().Replace(line, ""))
            .Select(line => Elsewhere().Replace(line, "in another change of this scenario")).Distinct().ToList();
        return lines.Count > 0 ? string.Join('\n', lines) : message;
    }

    /// <summary>What a command would print, without what it only warns of.</summary>
    public static string Errors(string said) =>
        string.Join('\n', said.Split('\n').Where(line => !line.Contains(Warning, StringComparison.Ordinal))).Trim();

    /// <summary>What is warned of in scenarios, without the files of ours that they stand in.</summary>
    /// <param name="said">What a command would print.</param>
    public static IReadOnlyList<string> Warnings(string said) =>
        [.. said.Split('\n').Select(line => InChange().Match(line)).Where(match => match.Success)
            .Select(match => $"Warning: in the change of place {match.Groups[1].Value}: {match.Groups[2].Value}").Distinct()];

    /// <summary>A warning of a change of a scenario.</summary>
    [GeneratedRegex(@"warning: scenarios\.[^.]+\.changes\[(\d+)\][^:]*: (.*)$")]
    private static partial Regex InChange();

    /// <summary>Before what is wrong in a file that was opened: the copy of ours.</summary>
    [GeneratedRegex(@"^.*tried[/\\]opened[/\\][^:]*\.yaml:(\d+): (?:in scenario [^ :]+: |scenarios\.[^.]+\.)?")]
    private static partial Regex InOpened();

    /// <summary>Before what is wrong in the file of ours.</summary>
    [GeneratedRegex(@"^.*tried[/\\][^:]*\.yaml:\d+: scenarios\.[^.]+\.(?:changes\[\d+\]: )?")]
    private static partial Regex InOurs();

    /// <summary>Before what is wrong: the file of ours and the scenario.</summary>
    [GeneratedRegex(@"in scenario [^ :]+: ")]
    private static partial Regex InTried();

    /// <summary>Where another change stands.</summary>
    [GeneratedRegex(@"at [^ ;,]*tried[/\\][^ ;,]*\.yaml:\d+")]
    private static partial Regex Elsewhere();
}
