using System.Text;

namespace FlowSim.Scenarios.Loading;

/// <summary>A problem as one printed line.</summary>
public static class ProblemText
{
    private const int LongestQuote = 100;

    /// <summary>
    /// <c>system.yaml:14: stages.ward.time: expected …; found "6.2". Write the unit …</c>; what was found is put in quotation marks
    /// unless it is a description with its own.
    /// </summary>
    public static string Render(Problem problem)
    {
        var text = new StringBuilder(problem.Where.ToString());
        text.Append(text.Length > 0 ? ": " : "");
        text.Append(problem.Severity == Severity.Warning ? "warning: " : "");
        text.Append(problem.Path).Append(problem.Path.Length > 0 ? ": " : "");
        text.Append("expected ").Append(problem.Expected).Append("; found ").Append(Quote(problem.Received)).Append('.');
        return text.Append(problem.Hint.Length > 0 ? " " + problem.Hint : "").ToString();
    }

    private static string Quote(string received)
    {
        var line = string.Join(' ', received.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length == 0)
        {
            return "nothing";
        }

        if (line.StartsWith("a ", StringComparison.Ordinal) || line.StartsWith("an ", StringComparison.Ordinal) || line.Contains('"', StringComparison.Ordinal))
        {
            return line.TrimEnd('.');
        }

        return line.Length > LongestQuote ? $"\"{line[..LongestQuote]}…\"" : $"\"{line}\"";
    }
}
