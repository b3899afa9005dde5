using System.Text;
using System.Xml.Linq;
using FlowSim.Plots.Report;
using FlowSim.Tests.Plots.Charts;
using FlowSim.Tests.Report;
using OpenQA.Selenium;

namespace FlowSim.Tests.Browser;

/// <summary>The report on a telephone, where charts are drawn for a column of 80 mm.</summary>
public sealed class TelephoneTests : PageTests
{
    private const int Width = 390;
    private const string Shown = "[...document.querySelectorAll('#charts .chart')].filter(figure => figure.offsetParent)";
    private const string Cut = "[...document.querySelectorAll('.drawing')].filter(box => box.offsetParent && box.scrollWidth > box.clientWidth).length";

    private static readonly string Small = Page.Of(SmallResults.All);

    [SetUp]
    public void OpenReport()
    {
        Browser.Screen(Width);
        Browser.Open(Small);
        Browser.WaitFor("narrow");
    }

    [TearDown]
    public void Widen() => Browser.Screen(null);

    [Test]
    public void Every_chart_that_the_page_opens_with_is_drawn_for_it_and_none_is_left_out()
    {
        var wide = Numbers("!figure.dataset.for && ['s1', undefined].includes(figure.dataset.scenario)", all: true);
        Assert.That(Numbers("!figure.dataset.for"), Is.Empty);
        Assert.That(Numbers("figure.dataset.for", "for"), Is.Unique.And.EquivalentTo(wide));
        Assert.That(Browser.Evaluate<string>(
            $"[...new Set({Shown}.filter(figure => figure.dataset.for).flatMap(figure => [...figure.querySelectorAll('svg')].map(svg => svg.getAttribute('width'))))].join()"),
            Is.EqualTo("80mm"));
        Assert.That(Browser.Evaluate<long>(Cut), Is.Zero);
        Assert.That(Browser.Evaluate<long>("document.documentElement.scrollWidth"), Is.EqualTo(Width));
    }

    [Test]
    public void Of_another_scenario_the_drawing_for_a_page_is_shown_and_can_be_enlarged()
    {
        Browser.Choose("#chart-scenario", "s2");
        Assert.That(Numbers("!figure.dataset.for"), Is.Not.Empty);
        Assert.That(Browser.Evaluate<long>($"{Shown}.filter(figure => !figure.dataset.for && getComputedStyle(figure.querySelector('.larger')).display === 'none').length"), Is.Zero);
        Assert.That(Browser.Evaluate<long>("document.documentElement.scrollWidth"), Is.EqualTo(Width));
    }

    [Test]
    public void Its_letters_are_as_large_as_those_of_a_note_or_nearly_so()
    {
        const string sizes = $"Math.min(...{Shown}.filter(figure => figure.dataset.for).flatMap(figure => [...figure.querySelectorAll('svg')].flatMap(svg => "
            + "[...svg.querySelectorAll('text')].map(text => parseFloat(getComputedStyle(text).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width))))";
        Assert.That(Browser.Evaluate<double>(sizes), Is.GreaterThan(10.5));
    }

    [Test]
    public void What_is_saved_is_the_drawing_for_a_page()
    {
        var button = Browser.One(".chart.on-narrow[data-scenario=s1] button[data-save=svg]");
        button.Click();
        var saved = XDocument.Parse(Encoding.UTF8.GetString(Browser.Downloaded(button.GetDomAttribute("data-file") + ".svg"))).Root!;
        Assert.That(saved.Attribute("width")!.Value, Is.EqualTo("170mm"));
    }

    [Test]
    public void What_is_printed_are_the_drawings_for_a_page()
    {
        Browser.Command("Emulation.setEmulatedMedia", ("media", "print"));
        try
        {
            Assert.That(Numbers("figure.dataset.for"), Is.Empty);
            Assert.That(Numbers("!figure.dataset.for"), Is.Not.Empty);
        }
        finally
        {
            Browser.Command("Emulation.setEmulatedMedia", ("media", ""));
        }
    }

    [Test]
    public void A_chart_of_many_parts_has_one_table_of_all_and_tells_the_numbers_of_each_at_its_place()
    {
        Browser.Open(Page.Of(AwkwardResults.Get("forty scenarios")));
        Browser.WaitFor("narrow");
        const string chart = ".chart.on-narrow[data-numbers*=narrow-2]";
        Assert.That(Browser.All($"{chart} .drawing"), Has.Count.GreaterThan(1));
        const string tables = $"[...new Set({Shown}.filter(figure => figure.dataset.for).map(figure => figure.querySelectorAll('.data').length))].join()";
        Assert.That(Browser.Evaluate<string>(tables), Is.EqualTo("1"));
        Browser.Evaluate<object?>($"void (window.one = document.querySelector('{chart}'), one.querySelector('.data').open = true)");
        Browser.Await<bool>("setTimeout(() => arguments[arguments.length - 1](true), 200)");
        var drawn = Browser.Evaluate<long>("one.querySelectorAll('.drawing').length");
        var rows = Browser.Evaluate<long>("one.querySelectorAll('.data tbody tr').length");
        Assert.That(rows, Is.GreaterThan(drawn));

        var last = Browser.All($"{chart} .drawing")[1];
        last.SendKeys(Keys.ArrowRight);
        Assert.That(Browser.Seen($"{chart} .tip"), Has.Count.EqualTo(1));
        Assert.That(Browser.Evaluate<bool>("""
            (() => {
              const [box, ring] = [one.querySelectorAll('svg')[1], [...one.querySelectorAll('.ring')].find(ring => !ring.hidden)].map(element => element.getBoundingClientRect());
              return ring.top >= box.top - 1 && ring.bottom <= box.bottom + 1 && ring.left >= box.left - 8 && ring.right <= box.right + 8;
            })()
            """));
    }

    [Test]
    public void Turned_to_a_wide_screen_it_shows_the_drawings_for_a_page()
    {
        Browser.Screen(1000);
        Assert.That(Numbers("figure.dataset.for"), Is.Empty);
        Browser.Open(Small);
        Browser.WaitFor("numbers");
        Assert.That(Browser.All("#charts .on-narrow"), Is.Empty, "nothing is unpacked that nobody sees");
        Browser.Screen(Width);
        Browser.WaitFor("narrow");
        Assert.That(Numbers("figure.dataset.for"), Is.Not.Empty);
    }

    [Test]
    public void A_browser_that_cannot_unpack_shows_the_drawings_for_a_page()
    {
        var script = Browser.Command("Page.addScriptToEvaluateOnNewDocument", ("source", "delete window.DecompressionStream")).GetProperty("identifier").GetString()!;
        try
        {
            Browser.Open(Small);
            Assert.That(Numbers("!figure.dataset.for"), Is.Not.Empty);
            Assert.That(Browser.Evaluate<long>(Cut), Is.Zero);
            Assert.That(Browser.Evaluate<long>("document.documentElement.scrollWidth"), Is.EqualTo(Width));
        }
        finally
        {
            Browser.Command("Page.removeScriptToEvaluateOnNewDocument", ("identifier", script));
        }
    }

    [Test]
    public void Hostile_texts_of_drawings_that_were_packed_are_shown_and_not_run()
    {
        Browser.Open(Page.Of(Hostile.Results));
        Browser.WaitFor("narrow");
        Assert.That(Browser.HasDialog(), Is.False);
        Assert.That(Numbers("figure.dataset.for"), Is.Not.Empty);
        Assert.That(Browser.Evaluate<long>("document.scripts.length"), Is.EqualTo(1));
        Assert.That(Browser.Evaluate<long>("document.querySelectorAll('img, iframe, object, embed, link, base, [onload], [onerror], [onclick]').length"), Is.Zero);
    }

    [TestCase("light")]
    [TestCase("dark")]
    public void The_page_has_no_violation_of_the_rules_of_axe(string scheme)
    {
        Browser.Scheme(scheme);
        try
        {
            Assert.That(Browser.AxeViolations(), Is.Empty);
        }
        finally
        {
            Browser.Scheme(null);
        }
    }

    /// <summary>Names of the figures of the section of charts that meet a condition and are seen, or of all.</summary>
    private string[] Numbers(string condition, string what = "numbers", bool all = false) =>
        Browser.Evaluate<string>($"{(all ? "[...document.querySelectorAll('#charts .chart')]" : Shown)}.filter(figure => {condition}).map(figure => figure.dataset.{what}).join(' ')")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
