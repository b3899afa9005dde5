using System.Text;

namespace FlowSim.Scenarios.Loading;

/// <summary>Problems as they are printed.</summary>
public static class ProblemText
{
    private const int LongestQuote = 100;
    private const int LongestPart = 1_000;
    private const int LongestPath = 200;

    /// <summary>Places of one cause that are listed; further ones are counted.</summary>
    private const int MostPlaces = 8;

    /// <summary>
    /// <c>system.yaml:14: stages.ward.time: expected …; found "6.2". Write the unit …</c>; what was found is put in quotation marks
    /// unless it is a description with its own.
    /// </summary>
    public static string Render(Problem problem) => Render(problem, problem.Where.ToString());

    /// <summary>
    /// A cause in lines: the problem, with its file as the user can open it; where else it is; the line of the file with carets under the place.
    /// </summary>
    /// <param name="width">Columns of the terminal, for the line of the file; 0 leaves the line out.</param>
    public static IReadOnlyList<string> Render(ProblemGroup group, SourceFiles sources, int width)
    {
        var (where, file) = (group.First.Where, group.First.Where.File);
        var text = Render(group.First, Place(sources.NameOf(file), where.Line)) + Elsewhere(group, sources);
        if (width == 0)
        {
            return [text];
        }

        var header = file.EndsWith(SystemFolder.Csv, StringComparison.OrdinalIgnoreCase) ? sources.LineOf(file, 1) : null;
        return [text, .. SourceExcerpt.Of(group.First, sources.LineOf(file, where.Line), header, width)];
    }

    private static string Render(Problem problem, string where)
    {
        var text = new StringBuilder(where);
        text.Append(text.Length > 0 ? ": " : "");
        text.Append(problem.Severity == Severity.Warning ? "warning: " : "");
        var isOfScenario = problem.Path.StartsWith(ScenarioEntries.Key + ".", StringComparison.Ordinal);
        text.Append(problem.Scenario.Length > 0 && !isOfScenario && !IsTyped(problem) ? $"in scenario {problem.Scenario}: " : "");

        // Of what was typed the option says where it stands.
        var path = isOfScenario && IsTyped(problem) ? "" : problem.Path;
        text.Append(Shortened(path, LongestPath)).Append(path.Length > 0 ? ": " : "");
        text.Append("expected ").Append(Shortened(problem.Expected, LongestPart)).Append("; found ").Append(Quote(problem.Received)).Append('.');
        text.Append(problem.Hint.Length > 0 ? " " + Shortened(problem.Hint, LongestPart) : "");
        text.Append(SharedTables.PartOf(problem.Where.File) is { } part && problem.Severity == Severity.Error
            ? $" What a system has to say of this itself goes into {part} beside its {SystemFolder.MainFile}." : "");
        return OddSigns.Shown(text.ToString());
    }

    /// <summary>True for what stands on the command line, behind an option.</summary>
    private static bool IsTyped(Problem problem) => problem.Where.File.StartsWith(SourceFiles.Option, StringComparison.Ordinal);

    /// <summary>Lines of the same file by number alone, of others with their names.</summary>
    private static string Elsewhere(ProblemGroup group, SourceFiles sources)
    {
        if (group.Also.Count == 0)
        {
            return "";
        }

        var listed = group.Also.Take(MostPlaces).GroupBy(where => where.File).OrderBy(file => file.Key == group.First.Where.File ? 0 : 1);
        var places = string.Join("; ", listed.Select(file => Places(file, file.Key == group.First.Where.File ? "" : sources.NameOf(file.Key))));
        var more = group.Also.Count > MostPlaces ? $" and {group.Also.Count - MostPlaces} more" : "";
        return OddSigns.Shown($" The same at {places}{more} ({group.Places} times in all).");
    }

    private static string Places(IEnumerable<SourceLocation> places, string file)
    {
        var lines = places.Select(where => where.Line).Where(line => line > 0).Distinct().Order().ToList();
        var listed = string.Join(", ", lines);
        return file.Length == 0 ? $"line{(lines.Count > 1 ? "s" : "")} {listed}" : lines.Count == 0 ? file : $"{file}:{listed}";
    }

    private static string Place(string file, int line) => line > 0 ? $"{file}:{line}" : file;

    private static string Quote(string received)
    {
        var line = string.Join(' ', received.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length == 0)
        {
            return "nothing";
        }

        if (line.StartsWith("a ", StringComparison.Ordinal) || line.StartsWith("an ", StringComparison.Ordinal) || line.Contains('"', StringComparison.Ordinal))
        {
            return Shortened(line, LongestPart).TrimEnd('.');
        }

        return $"\"{Shortened(line, LongestQuote)}\"";
    }

    private static string Shortened(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end] + "…";
    }
}
