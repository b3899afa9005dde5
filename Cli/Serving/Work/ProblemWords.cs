using System.Text.RegularExpressions;

namespace FlowSim.Cli.Serving.Work;

/// <summary>Problems of a scenario as a page says them.</summary>
internal static partial class ProblemWords
{
    /// <summary>What is wrong, without the file of ours that it stands in.</summary>
    public static string Plain(string message)
    {
        var lines = message.Split('\n').Where(line => line.Contains("expected", StringComparison.Ordinal))
            .Select(line => InTried().Match(line) is { Success: true } match ? line[(match.Index + match.Length)..]
                : InFile().Replace(line, "line $1: ")).Distinct().ToList();
        return lines.Count > 0 ? string.Join('\n', lines) : message;
    }

    /// <summary>Before what is wrong in a file that was opened: the copy of ours.</summary>
    [GeneratedRegex(@"^.*opened\.yaml:(\d+): (?:scenarios\.opened\.)?")]
    private static partial Regex InFile();

    /// <summary>Before what is wrong: the file of ours and the scenario.</summary>
    [GeneratedRegex(@"in scenario [^ :]+: ")]
    private static partial Regex InTried();
}
