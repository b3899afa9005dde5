using System.Text.RegularExpressions;

namespace FlowSim.Tests.Conventions;

/// <summary>
/// A reader searches for deadlock, request, random numbers and overload: documents, descriptions, drawings and code have these words (GLOSSARY.md).
/// </summary>
public sealed partial class PlainWordsTests
{
    private static readonly string[] Endings =
        [".cs", ".md", ".yaml", ".yml", ".csv", ".txt", ".svg", ".html", ".js", ".css", ".json", ".targets", ".props", ".csproj"];

    [Test]
    public void No_file_uses_a_word_that_nobody_would_search_for()
    {
        var files = TextFiles().ToList();
        Assert.That(files, Has.Count.GreaterThan(1000));
        var offenders = from file in files
                        from line in File.ReadLines(Path.Combine(RepositoryRoot.Path, file))
                            .Select((text, index) => (Text: Read(file, text), Number: index + 1))
                        where Banned().IsMatch(line.Text)
                        select $"{file}:{line.Number}: {Banned().Match(line.Text).Value}";
        Assert.That(offenders, Is.Empty);
    }

    /// <summary>The folder of a case keeps its name.</summary>
    [Test]
    public void No_file_has_such_a_word_in_its_name() =>
        Assert.That(TextFiles().Where(file => !file.StartsWith("Tests/Cases/", StringComparison.Ordinal) && Banned().IsMatch(file)), Is.Empty);

    [TestCase("LookFor{0}At", "Knot", true)]
    [TestCase("the same {0}", "luck", true)]
    [TestCase("Renew{0}es", "Wish", true)]
    [TestCase("a {0}ed system", "crowd", true)]
    [TestCase("Check{0}First", "Not", false)]
    [TestCase("Svan{0}", "wish", false)]
    [TestCase("Who has none {0}", "has 1", true)]
    public void The_words_are_found_within_names_too(string text, string word, bool expected) =>
        Assert.That(Banned().IsMatch(text.Replace("{0}", word, StringComparison.Ordinal)), Is.EqualTo(expected));

    /// <summary>The glossary's last column has the words that are not used; what changed in the past was told in the words of then.</summary>
    private static string Read(string file, string line) => file switch
    {
        "GLOSSARY.md" => LastColumn().Replace(line, ""),
        "CHANGELOG.md" or "Tests/Conventions/PlainWordsTests.cs" => "",
        _ => line,
    };

    private static IEnumerable<string> TextFiles() =>
        Directory.EnumerateFiles(RepositoryRoot.Path, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
            .Where(file => Endings.Contains(Path.GetExtension(file)))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or ".git" or "results" or "node_modules"));

    [GeneratedRegex("knot|Knot|luck|Luck|crowd|Crowd|(?<![a-z])wish|Wish|Who has none has")]
    private static partial Regex Banned();

    [GeneratedRegex(@"\|[^|]*\|$")]
    private static partial Regex LastColumn();
}
