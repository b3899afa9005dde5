using System.Text;
using FlowSim.Scenarios.Language;

namespace FlowSim.Tests.Schema;

/// <summary>The tables of keys in the reference are those that files are read by.</summary>
public sealed class ReferencePageTests
{
    private static readonly string Page = Path.Combine(RepositoryRoot.Path, "docs", "reference.md");

    [Test]
    public void Every_table_of_keys_stands_in_the_reference_as_the_reader_has_it()
    {
        var text = File.ReadAllText(Page);
        var renewed = LanguageReference.Sections.Aggregate(text, Renew);
        if (Environment.GetEnvironmentVariable("FLOWSIM_REWRITE_GOLDEN") is not null)
        {
            File.WriteAllText(Page, renewed);
            text = renewed;
        }

        Assert.That(text, Is.EqualTo(renewed), "FLOWSIM_REWRITE_GOLDEN=1 writes it anew");
    }

    [Test]
    public void Every_key_has_help_and_every_map_an_example() => Assert.Multiple(() =>
    {
        foreach (var section in LanguageReference.Sections)
        {
            Assert.That(section.Example, Is.Not.Empty, section.Name);
            Assert.That(section.Keys.Where(key => key.Help.Length == 0).Select(key => key.Name), Is.Empty, section.Name);
        }
    });

    private static string Renew(string page, ReferenceSection section)
    {
        var (begin, end) = ($"<!-- begin keys: {section.Name} -->\n", $"<!-- end keys: {section.Name} -->\n");
        var (from, to) = (page.IndexOf(begin, StringComparison.Ordinal), page.IndexOf(end, StringComparison.Ordinal));
        Assert.That(from >= 0 && to > from, $"the reference has no place for the keys of {section.Name}: write {begin}{end}");
        return page[..(from + begin.Length)] + Table(section) + page[to..];
    }

    private static string Table(ReferenceSection section)
    {
        var table = new StringBuilder("\n| key | value | says |\n| --- | --- | --- |\n");
        foreach (var key in section.Keys)
        {
            table.Append("| `").Append(key.Name).Append("` | ").Append(Cell(key.Value)).Append(" | ").Append(Cell(key.Help)).Append(" |\n");
        }

        return table.Append('\n').ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
