using System.Net;
using System.Text.RegularExpressions;
using FlowSim.Plots.Answers;

namespace FlowSim.Plots.Report;

/// <summary>What the abbreviations and the words of the page mean: of the glossary, and of the titles of the system, those that stand on it.</summary>
internal static partial class GlossarySection
{
    private const string Abbreviations = "## Abbreviations";
    private const string File = "glossary.md";
    private const string To = " to ";

    /// <summary>Nothing where nothing is to be explained.</summary>
    /// <param name="data">The results.</param>
    /// <param name="page">What else stands on the page, as HTML.</param>
    public static PageSection Of(ReportData data, string page)
    {
        var text = WebUtility.HtmlDecode(Tag().Replace(page, " "));
        var parts = PageScript.Read(File).Split(Abbreviations);
        var known = Rows(parts[1]).Where(row => NamesOf(row.Name).Any(name => Stands(name, text))).ToList();
        var names = known.SelectMany(row => NamesOf(row.Name)).ToHashSet(StringComparer.Ordinal);
        var own = data.Results.System.Titles.Select(title => (Name: title.Key.ToUpperInvariant(), Meaning: title.Value))
            .Where(title => IsAbbreviation().IsMatch(title.Name) && title.Name != title.Meaning && !names.Contains(title.Name)
                && Stands(title.Name, text));
        List<(string Name, string Meaning)> shorts = [.. known.Concat(own).OrderBy(row => row.Name, StringComparer.Ordinal)];
        var lower = text.ToLowerInvariant();
        var terms = Rows(parts[0]).Where(row => NamesOf(row.Name).Any(name => Stands(name.ToLowerInvariant(), lower))).ToList();
        return new("glossary", "Words and abbreviations", null, shorts.Count + terms.Count == 0 ? null : body => Write(body, shorts, terms));
    }

    private static void Write(HtmlWriter page, List<(string Name, string Meaning)> shorts, List<(string Name, string Meaning)> terms)
    {
        List(page, shorts);
        if (terms.Count > 0)
        {
            page.Open("details").Element("summary", "What the words of this page mean").EndLine();
            List(page, terms);
            page.Close();
        }
    }

    private static void List(HtmlWriter page, List<(string Name, string Meaning)> rows)
    {
        if (rows.Count > 0)
        {
            page.Open("dl").EndLine();
            rows.ForEach(row => page.Element("dt", row.Name).Element("dd", row.Meaning));
            page.Close();
        }
    }

    /// <summary>Names and meanings of a table in Markdown, without its head.</summary>
    private static IEnumerable<(string Name, string Meaning)> Rows(string markdown) =>
        markdown.Split('\n').Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[1], cells[2].Replace("`", "", StringComparison.Ordinal)));

    /// <summary><c>A&amp;E, ED</c> are two, <c>P0 to P2</c> three, and what stands in brackets is none.</summary>
    private static IEnumerable<string> NamesOf(string written)
    {
        foreach (var name in InBrackets().Replace(written, "").Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = name.Split(To);
            if (ends.Length == 2 && ends[0][..^1] == ends[1][..^1] && char.IsAsciiDigit(ends[0][^1]) && char.IsAsciiDigit(ends[1][^1]))
            {
                for (var digit = ends[0][^1]; digit <= ends[1][^1]; digit++)
                {
                    yield return ends[0][..^1] + digit;
                }
            }
            else
            {
                yield return name;
            }
        }
    }

    /// <summary>Whether a text has a name as a word, or as the plural of one.</summary>
    private static bool Stands(string name, string text)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var behind = text.AsSpan(at + name.Length);
            var isPlural = (behind is ['s', .. var one] && Ends(one)) || (behind is ['e', 's', .. var two] && Ends(two));
            if ((at == 0 || !IsOfWord(text[at - 1])) && (isPlural || Ends(behind)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Ends(ReadOnlySpan<char> text) => text.IsEmpty || !IsOfWord(text[0]);

    private static bool IsOfWord(char character) => char.IsLetterOrDigit(character) || character is '_' or '&';

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s*\([^)]*\)")]
    private static partial Regex InBrackets();

    [GeneratedRegex("^[A-Z][A-Z0-9]{1,5}$")]
    private static partial Regex IsAbbreviation();
}
