using System.Text.RegularExpressions;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Names;

/// <summary>A name where it stands in a file of a system: a key, a value, a heading, a cell, or a word of one of them.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Line">From 1.</param>
/// <param name="Offset">Of its first letter in the file's text.</param>
/// <param name="Text">The name.</param>
/// <param name="Path">Where it stands in the description, such as <c>stages.ward.clock</c>; of a key the path ends in it. Of a table its column.</param>
internal sealed partial record WrittenName(string File, int Line, int Offset, string Text, string Path)
{
    /// <summary>Keys of which the value is prose for the reader; nobody looks it up.</summary>
    private static readonly string[] ProseKeys =
        ["title", "titles", "purpose", "short", "standard", "source", "note", "notes", "definition", "description", "unit", "line"];

    /// <summary>Every name of a file, in written order.</summary>
    public static IReadOnlyList<WrittenName> Of(string file, string text) =>
        file.EndsWith(".csv", StringComparison.Ordinal) ? OfCsv(file, text) : OfYaml(file, text);

    /// <summary>The text of the file with one letter of the name dropped.</summary>
    public string Without(int letter, string text) => text.Remove(Offset + letter, 1);

    /// <summary>Where the letters are within the name.</summary>
    public IReadOnlyList<int> Letters => [.. Enumerable.Range(0, Text.Length).Where(index => char.IsAsciiLetter(Text[index]))];

    /// <summary>Two signs or more, with a letter among them: numbers, dates and times are no names.</summary>
    [GeneratedRegex("[A-Za-z0-9_]+(?:[-.][A-Za-z0-9_]+)*")]
    private static partial Regex Word();

    private static List<WrittenName> OfYaml(string file, string text)
    {
        var names = new List<WrittenName>();
        var lines = LineStarts(text);
        if (YamlReader.Read(System.Text.Encoding.UTF8.GetBytes(text), file, new ProblemList()) is { } node)
        {
            Collect(node, "", isChange: false);
        }

        return [.. names.OrderBy(name => name.Offset)];

        void Collect(Node here, string path, bool isChange)
        {
            switch (here)
            {
                case MapNode map:
                    foreach (var entry in map.Entries)
                    {
                        var inner = path.Length == 0 ? entry.Key : $"{path}.{entry.Key}";
                        Take(entry.Key, entry.KeyWhere, inner);
                        var isTitle = entry.Key == "to" && map["add"]?.ToString()?.StartsWith("titles.", StringComparison.Ordinal) == true;
                        if (!ProseKeys.Contains(entry.Key) && !(entry.Key == "reason" && isChange) && !isTitle)
                        {
                            Collect(entry.Value, inner, isChange || entry.Key is "changes" or "investment");
                        }
                    }

                    break;
                case ListNode list:
                    list.Items.ForEach(item => Collect(item, path + "[]", isChange));
                    break;
                case ScalarNode scalar:
                    Take(scalar.Text, scalar.Where, path);
                    break;
            }
        }

        void Take(string content, SourceLocation where, string path)
        {
            var start = lines[where.Line - 1] + where.Column - 1;
            start += text[start] is '"' or '\'' ? 1 : 0;
            if (string.CompareOrdinal(text, start, content, 0, content.Length) == 0)
            {
                names.AddRange(WordsOf(content).Select(word => new WrittenName(file, where.Line, start + word.Index, word.Value, path)));
            }
        }
    }

    private static List<WrittenName> OfCsv(string file, string text)
    {
        var names = new List<WrittenName>();
        var lines = LineStarts(text);
        string[] header = [];
        for (var line = 0; line < lines.Count; line++)
        {
            var end = line + 1 < lines.Count ? lines[line + 1] : text.Length;
            if (end == lines[line] || text[lines[line]] is '#' or '\n')
            {
                continue;
            }

            var cells = Cells(text, lines[line], end);
            for (var column = 0; column < cells.Count; column++)
            {
                var (cell, start) = cells[column];
                var path = column < header.Length ? header[column] : "(heading)";
                names.AddRange(IsProse(file, path) ? [] : WordsOf(cell).Select(word => new WrittenName(file, line + 1, start + word.Index, word.Value, path)));
            }

            header = header.Length > 0 ? header : [.. cells.Select(cell => cell.Text)];
        }

        return names;
    }

    /// <summary>In a table a range is prose too, since it speaks of several columns (<c>beds +/-25 %, home care +/-15 % by locality</c>).</summary>
    private static bool IsProse(string file, string heading) => heading is "source" or "note" or "range"
        || (file is "costs.csv" or "claims.csv" && heading is "item" or "unit" or "claim" or "verdict");

    private static List<(string Text, int Start)> Cells(string text, int start, int end)
    {
        var cells = new List<(string, int)>();
        for (var at = start; at < end;)
        {
            var quoted = text[at] == '"';
            var first = quoted ? at + 1 : at;
            var last = first;
            while (last < end && (quoted ? text[last] != '"' : text[last] is not (',' or '\n' or '\r')))
            {
                last++;
            }

            cells.Add((text[first..last], first));
            at = last + (quoted ? 1 : 0);
            at++;
        }

        return cells;
    }

    private static IEnumerable<Match> WordsOf(string content) =>
        Word().Matches(content).Where(word => word.Length > 1 && word.Value.Any(char.IsAsciiLetter));

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var index = 0; index < text.Length - 1; index++)
        {
            if (text[index] == '\n')
            {
                starts.Add(index + 1);
            }
        }

        return starts;
    }
}
