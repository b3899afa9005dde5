using System.Text.RegularExpressions;

namespace FlowSim.Tests.Law;

/// <summary>What <c>docs/law.md</c> says: the numbers of its sentences, and its examples with their answers.</summary>
internal sealed partial class LawPage
{
    private LawPage(string[] lines)
    {
        Sentences = [.. lines.Select(line => SentenceStart().Match(line)).Where(match => match.Success).Select(match => match.Groups["number"].Value)];
        Examples = [.. ReadExamples(lines)];
    }

    public static LawPage Read { get; } = new(File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "docs", "law.md")));

    /// <summary>Numbers of all sentences, such as <c>7.4</c>, in the order of the page.</summary>
    public IReadOnlyList<string> Sentences { get; }

    public IReadOnlyList<LawExample> Examples { get; }

    public LawExample this[string number] => Examples.Single(example => example.Number == number);

    private static IEnumerable<LawExample> ReadExamples(string[] lines)
    {
        LawExample? example = null;
        var file = "";
        for (var at = 0; at < lines.Length; at++)
        {
            if (ExampleStart().Match(lines[at]) is { Success: true } start)
            {
                if (example is not null)
                {
                    yield return example;
                }

                (example, file) = (new LawExample(start.Groups["number"].Value), "");
            }
            else if (FileName().Match(lines[at]) is { Success: true } name)
            {
                file = name.Groups["file"].Value;
            }
            else if (lines[at].StartsWith("```", StringComparison.Ordinal))
            {
                var end = Array.IndexOf(lines, "```", at + 1);
                var text = string.Join('\n', lines[(at + 1)..end]) + "\n";
                example!.Add(file, text);
                at = end;
            }
            else if (Answer().Match(lines[at]) is { Success: true } row)
            {
                example?.Answers.Add(new LawAnswer(row.Groups["who"].Value, row.Groups["does"].Value, row.Groups["name"].Value, row.Groups["when"].Value));
            }
        }

        if (example is not null)
        {
            yield return example;
        }
    }

    [GeneratedRegex(@"^(?<number>\d+\.\d+)\. ")]
    private static partial Regex SentenceStart();

    [GeneratedRegex(@"^\*\*Example (?<number>\d+\.\d+( [a-z])?)\.\*\*")]
    private static partial Regex ExampleStart();

    [GeneratedRegex("^`(?<file>[a-z/-]+\\.csv)`$")]
    private static partial Regex FileName();

    /// <summary><c>| anna | starts `see` | 09:00 |</c>.</summary>
    [GeneratedRegex(@"^\| (?<who>[\w -]+) \| (?<does>[a-z ]*?) ?`(?<name>[\w@-]+)` \| (?<when>[^|]+) \|$")]
    private static partial Regex Answer();
}
