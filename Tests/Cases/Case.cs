namespace FlowSim.Tests.Cases;

/// <summary>A situation that somebody met: a system as it was written, and in <c>right.txt</c> what is right in it, by another route than the code.</summary>
/// <param name="Name">Name of its folder.</param>
/// <param name="Steps">Commands and what each must give, in order.</param>
/// <param name="Documents">What a document must say.</param>
internal sealed record Case(string Name, IReadOnlyList<CaseStep> Steps, IReadOnlyList<(string File, string Text)> Documents)
{
    private const string RightFile = "right.txt";

    private static readonly string Root = Path.Combine(RepositoryRoot.Path, "Tests", "Cases");

    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Root).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    public string Folder => Path.Combine(Root, Name);

    /// <summary>Reads what is right; a folder that does not say it is a failure.</summary>
    public static Case Read(string name)
    {
        var file = Path.Combine(Root, name, RightFile);
        Assert.That(file, Does.Exist, "every case says what is right in it");
        var steps = new List<CaseStep>();
        var documents = new List<(string, string)>();
        foreach (var line in File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var (word, rest) = Split(line);
            if (word is "run" or "compare" or "check")
            {
                steps.Add(new CaseStep(line.Split(' ')));
            }
            else if (word == "document")
            {
                documents.Add(Split(rest));
            }
            else
            {
                steps[^1].Add(word, rest, line);
            }
        }

        Assert.That(steps.Sum(step => step.Demands) + documents.Count, Is.Positive, $"{file} demands nothing");
        return new Case(name, steps, documents);
    }

    private static (string Word, string Remainder) Split(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (line, "") : (line[..space], line[(space + 1)..].Trim());
    }
}
