using System.Text.RegularExpressions;

namespace FlowSim.Tests.Conventions;

/// <summary>A link of a document leads to a file that is there, and to a heading that it has.</summary>
public sealed partial class DocumentLinkTests
{
    private static readonly string[] Folders = [".", "docs", "Benchmarks", "Benchmarks/SimSharp"];

    private static IEnumerable<string> Documents =>
        Folders.SelectMany(folder => Directory.GetFiles(Path.Combine(RepositoryRoot.Path, folder), "*.md"))
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Documents))]
    public void Every_link_of_a_document_leads_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(RepositoryRoot.Path, document))!;
        var broken = from match in Link().Matches(Prose(document))
                     let target = match.Groups["target"].Value
                     where !target.Contains(':', StringComparison.Ordinal)
                     let parts = target.Split('#')
                     let file = parts[0].Length == 0 ? Path.Combine(RepositoryRoot.Path, document) : Path.GetFullPath(Path.Combine(folder, parts[0]))
                     where !Path.Exists(file) || (parts.Length == 2 && !Anchors(file).Contains(parts[1]))
                     select target;
        Assert.That(broken, Is.Empty);
    }

    [Test]
    public void Documents_have_links() => Assert.That(Documents.Sum(document => Link().Count(Prose(document))), Is.GreaterThan(60));

    [TestCase("### `place` and `staff`", "place-and-staff")]
    [TestCase("## How it counts", "how-it-counts")]
    [TestCase("<a id=\"census\"></a>**Question**", "census")]
    public void Headings_and_marks_are_anchors(string line, string anchor) => Assert.That(AnchorOf(line), Is.EqualTo(anchor));

    /// <summary>The text outside of code.</summary>
    private static string Prose(string document) => CodeBlock().Replace(File.ReadAllText(Path.Combine(RepositoryRoot.Path, document)), "");

    private static HashSet<string?> Anchors(string file) => [.. File.ReadLines(file).Select(AnchorOf)];

    /// <summary>As GitHub makes them: small letters, blanks as hyphens, no other signs.</summary>
    private static string? AnchorOf(string line)
    {
        if (Mark().Match(line) is { Success: true } mark)
        {
            return mark.Groups["id"].Value;
        }

        return line.StartsWith('#') ? NoLetter().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-') : null;
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("<a id=\"(?<id>[a-z-]+)\">")]
    private static partial Regex Mark();

    [GeneratedRegex("[^\\w -]")]
    private static partial Regex NoLetter();
}
