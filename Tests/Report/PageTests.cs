using System.Net;
using System.Text.RegularExpressions;
using FlowSim.Plots.Report;
using FlowSim.Tests.Golden;

namespace FlowSim.Tests.Report;

public sealed partial class PageTests
{
    /// <summary>Elements of a drawing and its frame.</summary>
    private static readonly string[] Drawn = ["svg", "title", "desc", "defs", "g", "rect", "path", "line", "circle", "text", "tspan", "clipPath", "pattern",
        "polygon", "polyline", "figure", "figcaption", "button"];

    private static readonly string Small = Page.Of(SmallResults.All);
    private static readonly string Attacked = Page.Of(Hostile.Results);

    [Test]
    public void The_page_of_a_small_system_is_the_one_kept() => GoldenFile.Check("report/report.html", WithoutCharts(Small));

    [Test]
    public void The_page_is_the_same_each_time() => Assert.That(Page.Of(SmallResults.All), Is.EqualTo(Small));

    [Test]
    public void Elements_are_closed_in_order_and_ids_are_unique()
    {
        foreach (var page in new[] { Small, Attacked })
        {
            Assert.That(HtmlOutline.Of(page).Problems, Is.Empty);
        }
    }

    [Test]
    public void Headings_go_down_one_step_at_a_time_from_a_single_first()
    {
        var levels = HtmlOutline.Of(Small).Headings;
        Assert.That(levels.Count(level => level == 1), Is.EqualTo(1));
        Assert.That(levels[0], Is.EqualTo(1));
        Assert.That(levels.Zip(levels.Skip(1), (before, after) => after - before), Has.All.LessThanOrEqualTo(1));
    }

    [Test]
    public void Every_table_has_a_caption_and_every_head_a_scope()
    {
        var tables = Table().Matches(Small);
        Assert.That(tables, Has.Count.GreaterThan(5));
        foreach (Match table in tables)
        {
            Assert.That(table.Value, Does.Contain("<caption"));
            Assert.That(Regex.Count(table.Value, "<th[ >]"), Is.EqualTo(Regex.Count(table.Value, "<th [^>]*scope=\"(row|col)\"")).And.GreaterThan(1));
        }
    }

    [Test]
    public void Every_link_within_the_page_leads_somewhere()
    {
        var targets = Regex.Matches(Small, " href=\"([^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.That(targets, Is.Not.Empty);
        Assert.That(targets, Has.All.StartsWith("#"));
        Assert.That(targets.Where(target => !Small.Contains($" id=\"{target[1..]}\"", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void The_page_names_no_address_outside_itself()
    {
        var addresses = Regex.Matches(Small, "(https?:)?//[a-z]", RegexOptions.IgnoreCase).Select(match => match.Value).Distinct();
        // The namespace of SVG is a name, not an address to be asked.
        Assert.That(Small.Replace("http://www.w3.org/2000/svg", ""), Does.Not.Match("https?://"));
        Assert.That(addresses, Is.SubsetOf(new[] { "http://w" }));
        Assert.That(Small, Does.Not.Match("<(link|iframe|object|embed|base|form)[ >]").And.Not.Match("@import|url\\(\\s*[\"']?(?!#)"));
    }

    [Test]
    public void The_policy_allows_the_script_of_the_page_and_no_other()
    {
        Assert.That(Regex.Count(Small, "<script"), Is.EqualTo(1));
        Assert.That(Small, Does.Contain($"<script>{PageScript.Script}</script>"));
        Assert.That(WebUtility.HtmlDecode(Small), Does.Contain($"content=\"{PageScript.Policy}\""));
        Assert.That(PageScript.Policy, Does.StartWith("default-src 'none';").And.Not.Contain("http"));
    }

    [Test]
    public void No_text_of_a_description_becomes_markup()
    {
        var attacked = HtmlOutline.Of(Attacked);
        Assert.That(attacked.Elements.Except(HtmlOutline.Of(WithoutCharts(Small)).Elements)
            .Except(Drawn), Is.Empty, "elements that only a text could have brought");
        Assert.That(attacked.Attributes.Where(name => name is "src" or "style" or "formaction" || name.StartsWith("on", StringComparison.OrdinalIgnoreCase)),
            Is.Empty);
        Assert.That(attacked.Values("href").Concat(attacked.Values("xlink:href")), Has.All.StartsWith("#"));
    }

    [TestCase(Hostile.System)]
    [TestCase(Hostile.Place)]
    [TestCase(Hostile.Scenario)]
    [TestCase(Hostile.Unit)]
    public void What_is_not_run_is_shown(string text) => Assert.That(HtmlOutline.Of(Attacked).Text, Does.Contain(text).IgnoreCase);

    [Test]
    public void Marks_of_direction_and_control_characters_do_not_reach_the_page()
    {
        Assert.That(Attacked.Where(character => character is '\u202E' || (char.IsControl(character) && character != '\n')), Is.Empty);
        Assert.That(HtmlOutline.Of(Attacked).Text, Does.Contain("[U+202E]"));
    }

    [Test]
    public void Nothing_of_a_description_stands_in_style_or_script()
    {
        Assert.That(Attacked, Does.Contain($"<style>{PageScript.Style}</style>").And.Contain($"<script>{PageScript.Script}</script>"));
        Assert.That(HtmlOutline.Of(Attacked).Values("data-scenario"), Is.Not.Empty.And.All.Match("^s[0-9]+$"));
    }

    [Test]
    public void An_interrupted_run_says_so_at_the_top()
    {
        var page = Page.Of(new HandMade { Complete = false }.With("breaches", "per day", 100, -10, -12, -8).Results);
        var warning = page.IndexOf("INCOMPLETE: this run did not come to its end. 6 of 10 replications", StringComparison.Ordinal);
        Assert.That(warning, Is.Positive.And.LessThan(page.IndexOf("<main", StringComparison.Ordinal)));
        Assert.That(Small, Does.Not.Contain("INCOMPLETE"));
    }

    [Test]
    public void Interrupted_before_all_scenarios_had_one_replication_those_that_have_are_counted()
    {
        var made = new HandMade { Replications = 3 }.With("breaches", "per day", 100, -10, -12, -8).Results;
        var page = HtmlOutline.Of(Page.Of(made with { Run = made.Run with { Replications = 0, Complete = false } })).Text;
        Assert.That(page, Does.Contain("the 95 % interval over 3 replications").And.Not.Contain("There is one replication"));
    }

    [Test]
    public void Without_a_comparison_the_page_shows_what_the_scenario_gives()
    {
        var results = new HandMade().With("breaches", "per day", 100, -10, -12, -8).Results;
        var page = HtmlOutline.Of(
            Page.Of(results with
            {
                Differences = [],
                Run = results.Run with { Scenarios = ["baseline"] },
                Summaries = [.. results.Summaries.Where(row => row.Scenario == "baseline")]
            })).Text;
        Assert.That(page, Does.Contain("Nothing was compared").And.Contain("Stays of over four hours in A&E are 100 [99 to 101] a day."));
    }

    [Test]
    public void Without_a_calibration_one_sentence_says_what_that_means() =>
        Assert.That(Page.Of(new HandMade().With("breaches", "per day", 100, -10, -12, -8).Results), Does.Contain("There is no calibration with these results"));

    [Test]
    public void Who_loses_is_shown() =>
        Assert.That(HtmlOutline.Of(Small).Text, Does.Match(@"The councils\s*−70,000\s*0\s*−70,000\s*−75,000 to −65,000\s*loses"));

    [Test]
    public void Assumptions_are_counted_by_status() =>
        Assert.That(HtmlOutline.Of(Small).Text, Does.Contain("4 numbers of the baseline say where they come from: 1 measured, 2 assumed, 1 without a status."));

    [Test]
    public void Forty_scenarios_stand_in_tables_that_fit_on_paper()
    {
        var made = new HandMade();
        foreach (var scenario in Enumerable.Range(1, 40))
        {
            made.With("breaches", "per day", 100, -scenario, -scenario - 1, -scenario + 0.5, scenario: $"plan-{scenario}");
        }

        var page = Page.Of(made.Results);
        Assert.That(Regex.Count(page, "<table [^>]*class=\"comparison"), Is.EqualTo(7));
        Assert.That(page, Does.Contain("(scenarios 37 to 40 of 40)"));
    }

    // Drawings have golden files of their own.
    private static string WithoutCharts(string page) => Charts().Replace(page, "");

    [GeneratedRegex("<section id=\"charts\".*?</section>\n|<p id=\"narrow.*?</p>\n", RegexOptions.Singleline)]
    private static partial Regex Charts();

    [GeneratedRegex("<table.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();
}
