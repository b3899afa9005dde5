namespace FlowSim.Tests.Analytic;

/// <summary>docs/validation.md: written by hand, except for what stands between pairs of markers.</summary>
internal static class ValidationPage
{
    private static string File => Path.Combine(RepositoryRoot.Path, "docs", "validation.md");

    /// <summary>What stands between the markers of a part.</summary>
    public static string Read(string part)
    {
        var (before, text, _) = Split(part);
        Assert.That(before, Is.Not.Empty);
        return text;
    }

    /// <summary>Replaces what stands between the markers of a part.</summary>
    public static void Write(string part, string text)
    {
        var (before, _, after) = Split(part);
        System.IO.File.WriteAllText(File, $"{before}\n{text.Trim('\n')}\n\n{after}");
    }

    private static (string Before, string Text, string After) Split(string part)
    {
        var page = System.IO.File.ReadAllText(File);
        var (begin, end) = ($"<!-- begin {part} -->\n", $"<!-- end {part} -->");
        var start = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var stop = page.IndexOf(end, StringComparison.Ordinal);
        Assert.That(start >= begin.Length && stop >= start, Is.True, $"docs/validation.md has the markers of '{part}'");
        return (page[..start], page[start..stop], page[stop..]);
    }
}
