using System.Text.RegularExpressions;
using FlowSim.Plots.Answers;
using FlowSim.Plots.Report;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Report;

/// <summary>What stands on the page in capitals is explained on it.</summary>
public sealed class GlossaryTests
{
    [TestCase("Waits in A&amp;E", "A&E, ED")]
    [TestCase("by <b>P2</b>", "P0 to P3")]
    [TestCase("calls C1, and others", "C1 to C4")]
    [TestCase("the XYZ pays", "XYZ")]
    [TestCase("one replication", "replication")]
    [TestCase("bed-days", "bed-day")]
    public void What_stands_on_the_page_is_explained(string page, string term) => Assert.That(Terms(page), Does.Contain(term));

    [TestCase("<p title=\"A&amp;E\">waits</p>", "A&E, ED", TestName = "An attribute is not read")]
    [TestCase("GPS and P27", "GP", TestName = "Part of a word is not it")]
    [TestCase("the xyz pays", "XYZ", TestName = "Small letters are no abbreviation")]
    public void What_does_not_stand_there_is_not(string page, string term) => Assert.That(Terms(page), Does.Not.Contain(term));

    [Test]
    public void A_page_without_such_words_has_no_glossary() => Assert.That(GlossarySection.Of(Data(), "nothing").IsShown, Is.False);

    [Test]
    public void The_page_explains_its_own()
    {
        var page = Page.Of(SmallResults.All);
        var glossary = Regex.Match(page, "<section id=\"glossary\".*?</section>", RegexOptions.Singleline).Value;
        Assert.That(glossary, Does.Contain("<dt>A&amp;E, ED</dt>").And.Contain("<dt>common random numbers</dt>"));
        Assert.That(page, Does.Contain("href=\"#glossary\""));
    }

    private static List<string> Terms(string page)
    {
        var writer = new HtmlWriter();
        var section = GlossarySection.Of(Data(), page);
        if (section.IsShown)
        {
            section.Write(writer);
        }

        return [.. Regex.Matches(writer.ToString(), "<dt>(.*?)</dt>").Select(match => System.Net.WebUtility.HtmlDecode(match.Groups[1].Value))];
    }

    private static ReportData Data()
    {
        var results = SmallResults.All;
        return new ReportData(results with { System = results.System with { Titles = new Dictionary<string, string> { ["xyz"] = "The payer of all" } } });
    }
}
