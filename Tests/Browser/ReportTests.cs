using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FlowSim.Plots.Report;
using FlowSim.Tests.Report;
using OpenQA.Selenium;

namespace FlowSim.Tests.Browser;

/// <summary>The report in a real browser, opened from a file.</summary>
public sealed partial class ReportTests : PageTests
{
    private const string Head = "#comparison-1 thead th:nth-child(3) button";
    private const double DotsPerMillimetre = 300 / 25.4;

    private static readonly string Small = Page.Of(SmallResults.All);

    [SetUp]
    public void OpenReport()
    {
        Browser.Open(Small);
        Browser.WaitFor("numbers");
    }

    [Test]
    public void The_page_opens_with_the_answer_and_the_last_year()
    {
        Assert.That(Browser.One("h1").Text, Is.EqualTo("Two hospitals & a hub"));
        Assert.That(Browser.Seen("#answer li strong")[0], Does.StartWith("Stays of over four hours in A&E fall by 21.0 [18.2–23.8] a day"));
        Assert.That(Browser.Seen("#comparison caption"), Is.EqualTo(new[] { "2018/19: baseline, and differences from it [95 % interval]" }));
        Assert.That(Browser.Evaluate<bool>("document.querySelector('#answer').getBoundingClientRect().top < innerHeight / 3"));
    }

    [Test]
    public void A_click_on_a_head_sorts_by_number_and_a_second_one_reverses()
    {
        var before = Baselines();
        Assert.That(before, Is.Not.Ordered);
        Browser.One(Head).Click();
        Assert.That(Baselines(), Is.EqualTo(before.Order()));
        Assert.That(Browser.One("#comparison-1 thead th:nth-child(3)").GetDomAttribute("aria-sort"), Is.EqualTo("ascending"));
        Assert.That(Browser.Seen("#comparison-1 tbody tr:last-child th")[0], Does.StartWith("Share of patients readmitted within 30 days"),
            "what has no value stays last");
        Browser.One(Head).Click();
        Assert.That(Baselines(), Is.EqualTo(before.OrderDescending()));
        Assert.That(Browser.One("#comparison-1 thead th:nth-child(3)").GetDomAttribute("aria-sort"), Is.EqualTo("descending"));
        Assert.That(Browser.Seen("#comparison-1 tbody tr:last-child th")[0], Does.StartWith("Share of patients readmitted within 30 days"));
    }

    [Test]
    public void A_table_can_be_sorted_without_a_mouse()
    {
        Browser.One("#comparison-1 thead th:first-child button").SendKeys("\n");
        Assert.That(Browser.Seen("#comparison-1 tbody th"), Is.Ordered.Using((IComparer<string>)StringComparer.InvariantCulture));
    }

    [Test]
    public void The_switches_choose_scenario_period_and_place()
    {
        Assert.That(Browser.Seen("#comparison thead th"), Is.EqualTo(new[] { "Measure", "Place", "Baseline", "A hub at Ely", "home-care" }));
        Browser.Choose("#scenario", "s2");
        Assert.That(Browser.Seen("#comparison thead th"), Is.EqualTo(new[] { "Measure", "Place", "Baseline", "home-care" }));
        Assert.That(Browser.Seen("#comparison-1 tbody tr:first-child td"), Has.Count.EqualTo(3));
        Assert.That(Browser.Seen("#comparison tbody td.place"), Is.Not.Empty.And.All.EqualTo("Whole system"), "it opens with the whole");
        Browser.Choose("#place", "north");
        Assert.That(Browser.Seen("#comparison tbody td.place"), Is.Not.Empty.And.All.EqualTo("North"));
        Browser.Choose("#place", "");
        Browser.Choose("#period", "2017/18");
        Assert.That(Browser.Seen("#comparison caption"), Is.EqualTo(new[] { "2017/18: baseline, and differences from it [95 % interval]" }));
    }

    [TestCase(260, true)]
    [TestCase(1400, false)]
    public void A_table_wider_than_its_box_says_that_it_scrolls(int width, bool isWider)
    {
        Browser.Screen(width);
        try
        {
            Browser.Open(Small);
            Assert.That(Browser.Evaluate<bool>("document.querySelector('#answer-table').parentElement.classList.contains('wider')"), Is.EqualTo(isWider));
        }
        finally
        {
            Browser.Screen(null);
        }
    }

    [Test]
    public void Charts_of_another_scenario_come_when_it_is_chosen()
    {
        Assert.That(Browser.Seen(".chart[data-scenario=s2]"), Is.Empty);
        Browser.Choose("#chart-scenario", "s2");
        Assert.That(Browser.Seen(".chart[data-scenario=s1]"), Is.Empty);
        Assert.That(Browser.Seen(".chart[data-scenario=s2]"), Is.Not.Empty);
        Browser.Choose("#chart-scenario", "");
        Assert.That(Browser.Seen(".chart"), Has.Count.EqualTo(Browser.All(".chart:not(.on-narrow)").Count));
    }

    [Test]
    public void A_chart_is_saved_as_a_drawing_that_stands_alone()
    {
        var button = Browser.One(".chart[data-scenario=s1] button[data-save=svg]");
        button.Click();
        var drawing = XDocument.Parse(Encoding.UTF8.GetString(Browser.Downloaded(button.GetDomAttribute("data-file") + ".svg")));
        Assert.That(drawing.Root!.Name.LocalName, Is.EqualTo("svg"));
        Assert.That(drawing.Root.Attribute("width")!.Value, Does.EndWith("mm"));
        Assert.That(drawing.Descendants().Where(element => element.Name.LocalName == "text")
            .Select(element => element.Value), Has.Some.Contain("A hub at Ely"));
        Assert.That(drawing.Root.DescendantsAndSelf().Attributes("class"), Is.Empty, "no style of the page is needed");
        Assert.That((string?)drawing.Root.Attribute("font-family"), Does.Contain("Arial"));
        Assert.That(drawing.Descendants().Where(element => element.Name.LocalName == "text"),
            Has.All.Matches<XElement>(text =>
                text!.AncestorsAndSelf().Attributes("font-size").Any(size => double.Parse(size.Value, CultureInfo.InvariantCulture) > 5)
                && text.AncestorsAndSelf().Attributes("fill").Any(fill => fill.Value.StartsWith('#'))));
    }

    [Test]
    public void A_chart_is_saved_as_a_picture_of_300_dots_an_inch()
    {
        var chart = Browser.One(".chart[data-scenario=s1]");
        var size = Browser.Evaluate<string>(
            "(svg => svg.getAttribute('width') + ' ' + svg.getAttribute('height'))(document.querySelector('.chart[data-scenario=s1] svg'))")
            .Split(' ').Select(length => (int)Math.Round(double.Parse(length.Replace("mm", ""), CultureInfo.InvariantCulture) * DotsPerMillimetre)).ToArray();
        var button = Browser.One(".chart[data-scenario=s1] button[data-save=png]");
        button.Click();
        var png = new PngFile(Browser.Downloaded(button.GetDomAttribute("data-file") + ".png"));
        Assert.That(chart.Displayed);
        Assert.That(new[] { png.Width, png.Height }, Is.EqualTo(size));
        Assert.That(png.Width, Is.GreaterThan(1500));
        Assert.That(png.RowsWithDetail, Is.GreaterThan(png.Height / 3));
    }

    [Test]
    public void The_numbers_of_a_chart_are_a_table_under_it_and_are_told_by_arrow_keys()
    {
        const string chart = ".chart[data-scenario=s1]";
        Browser.One($"{chart} .data summary").Click();
        Assert.That(() => Browser.Seen($"{chart} .data thead th"), Does.Contain("y").And.Contain("unit").After(5).Seconds.PollEvery(100).MilliSeconds);
        var rows = Browser.Seen($"{chart} .data tbody tr");
        Assert.That(rows, Is.Not.Empty);
        Assert.That(Browser.Seen($"{chart} .data button"), Is.EqualTo(new[] { "Copy" }));

        var drawing = Browser.One($"{chart} .drawing");
        Assert.That(Browser.Seen($"{chart} .tip"), Is.Empty);
        drawing.SendKeys(Keys.ArrowRight);
        var first = Browser.One($"{chart} .tip").Text;
        Assert.That(first, Does.Match("^.+: .*[0-9]"));
        drawing.SendKeys(Keys.ArrowRight);
        Assert.That(Browser.One($"{chart} .tip").Text, Is.Not.EqualTo(first));
        drawing.SendKeys(Keys.Escape);
        Assert.That(Browser.Seen($"{chart} .tip"), Is.Empty);
    }

    [Test]
    public void A_search_finds_assumptions_and_opens_their_list()
    {
        Browser.One("#search").SendKeys("assumed time");
        Assert.That(Browser.Seen("#assumption-table tbody th"), Is.EqualTo(new[] { "stages.ward.time" }));
        Assert.That(Browser.One("#found").Text, Is.EqualTo("1 of 4"));
    }

    [Test]
    public void The_numbers_that_decide_stand_behind_the_answer_and_lead_to_all_of_them()
    {
        Assert.That(Browser.One("#decide").Text, Does.StartWith("62 of the 812 numbers of the description are assumed; these two decide:"));
        const string behind = "document.querySelector('#decide').getBoundingClientRect().top > document.querySelector('#answer-table').getBoundingClientRect().bottom";
        const string before = "document.querySelector('#decide').getBoundingClientRect().bottom < document.querySelector('.each').getBoundingClientRect().top";
        Assert.That(Browser.Evaluate<bool>($"{behind} && {before}"));
        Assert.That(Browser.Seen("#decide-table tbody th"), Is.Empty);
        Browser.One("details.decide summary").Click();
        Assert.That(Browser.Seen("#decide-table tbody th"), Is.EqualTo(new[] { "Admissions: rate", "Ward: time" }));
        Browser.One("#decide a").Click();
        Assert.That(Browser.Evaluate<bool>("Math.abs(document.querySelector('#assumptions').getBoundingClientRect().top) < innerHeight"));
    }

    [TestCase(360)]
    [TestCase(768)]
    public void On_a_narrow_screen_only_boxes_scroll_sideways_and_not_the_page(int width)
    {
        Browser.Command("Emulation.setDeviceMetricsOverride", ("width", width), ("height", 740), ("deviceScaleFactor", 2), ("mobile", true));
        try
        {
            Browser.Open(Small);
            Assert.That(Browser.Evaluate<long>("document.documentElement.scrollWidth"), Is.EqualTo(width));
            Assert.That(Browser.Evaluate<long>("visualViewport.width"), Is.EqualTo(width));
        }
        finally
        {
            Browser.Command("Emulation.clearDeviceMetricsOverride");
        }
    }

    [Test]
    public void On_paper_each_part_begins_a_page_and_none_is_nearly_blank()
    {
        // Answer with each scenario in sentences, two pages; what gives way; comparison, across; charts of the first scenario, as many as fit on a page;
        // savings, claims and calibration; changes and origins; methods and words.
        string[] parts = ["upright", "upright", "upright", "across", "upright", "upright", "upright", "upright", "upright", "upright", "upright"];
        var pdf = Encoding.Latin1.GetString(
            Convert.FromBase64String(Browser.Command("Page.printToPDF", ("preferCSSPageSize", true)).GetProperty("data").GetString()!));
        var pages = PageBox().Matches(pdf)
            .Select(match => double.Parse(match.Groups["width"].ValueSpan, CultureInfo.InvariantCulture) < 600 ? "upright" : "across");
        Assert.That(string.Join(' ', pages), Is.EqualTo(string.Join(' ', parts)));
        Assert.That(PageObject().Count(pdf), Is.EqualTo(parts.Length));
    }

    [Test]
    public void On_paper_it_is_said_whose_charts_are_shown()
    {
        Assert.That(Browser.One("#charts-shown").Displayed, Is.False, "on a screen there is the switch");
        Browser.Command("Emulation.setEmulatedMedia", ("media", "print"));
        try
        {
            Assert.That(Browser.One("#charts-shown").Text, Does.Contain("those of: A hub at Ely."));
            Browser.Command("Emulation.setEmulatedMedia", ("media", ""));
            Browser.Choose("#chart-scenario", "");
            Browser.Command("Emulation.setEmulatedMedia", ("media", "print"));
            Assert.That(Browser.One("#charts-shown").Displayed, Is.False, "all are shown");
        }
        finally
        {
            Browser.Command("Emulation.setEmulatedMedia", ("media", ""));
        }
    }

    [Test]
    public void Without_scripts_everything_is_there_and_no_button_that_does_nothing()
    {
        Browser.Command("Emulation.setScriptExecutionDisabled", ("value", true));
        try
        {
            Browser.Open(Small);
            Assert.That(Browser.Seen("#comparison caption"), Has.Count.EqualTo(2), "all periods");
            Assert.That(Browser.Seen(".chart"), Has.Count.EqualTo(Browser.All(".chart:not(.on-narrow)").Count));
            Assert.That(Browser.Seen("button, select, input"), Is.Empty);
            Browser.One("#assumption-list summary").Click();
            Assert.That(Browser.Seen("#assumption-table tbody tr"), Has.Count.EqualTo(4));
        }
        finally
        {
            Browser.Command("Emulation.setScriptExecutionDisabled", ("value", false));
        }
    }

    [Test]
    public void Hostile_texts_are_shown_and_not_run()
    {
        Browser.Open(Page.Of(Hostile.Results));
        Assert.That(Browser.HasDialog(), Is.False);
        Assert.That(Browser.One("h1").Text, Is.EqualTo(Hostile.System));
        Assert.That(Browser.Evaluate<long>("document.scripts.length"), Is.EqualTo(1));
        Assert.That(
            Browser.Evaluate<long>(
                "document.images.length + document.querySelectorAll('iframe, object, embed, link, base, [onload], [onerror], [onclick]').length"), Is.Zero);
        Browser.Choose("#place", "");
        Assert.That(Browser.Seen("#comparison .place"), Has.Some.Contain("onerror"));
        foreach (var button in Browser.All("button").Where(button => button.Displayed))
        {
            button.Click();
        }

        Assert.That(Browser.HasDialog(), Is.False);
    }

    [Test]
    public void A_script_that_got_into_the_page_all_the_same_would_be_refused()
    {
        Browser.Evaluate<object>("document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\" onerror=\"document.title = 1\">')");
        Assert.That(Browser.Evaluate<string>("document.title"), Is.EqualTo("Two hospitals & a hub: report"));
        Assert.That(Browser.Console(), Is.Not.Empty.And.All.Contain("Content Security Policy"));
    }

    [Test]
    public void Every_control_has_a_name_and_every_scrolling_box_can_be_reached_by_keyboard()
    {
        Assert.That(Browser.Evaluate<long>("[...document.querySelectorAll('button')].filter(b => !(b.ariaLabel || b.textContent).trim()).length"), Is.Zero);
        Assert.That(Browser.Evaluate<long>("[...document.querySelectorAll('select, input')].filter(c => c.labels.length !== 1).length"), Is.Zero);
        Assert.That(Browser.Evaluate<long>("[...document.querySelectorAll('.scroll, .drawing')].filter(box => box.tabIndex !== 0).length"), Is.Zero);
    }

    [TestCase("light")]
    [TestCase("dark")]
    public void The_page_has_no_violation_of_the_rules_of_axe(string scheme)
    {
        Browser.Scheme(scheme);
        try
        {
            Assert.That(Browser.AxeViolations(), Is.Empty);
            Assert.That(Browser.Evaluate<string>("getComputedStyle(document.body).backgroundColor"),
                scheme == "dark" ? Is.EqualTo("rgb(20, 24, 28)") : Is.EqualTo("rgb(255, 255, 255)"));
        }
        finally
        {
            Browser.Scheme(null);
        }
    }

    [Test]
    public void A_table_is_copied_as_a_spreadsheet_takes_it()
    {
        Browser.Choose("#scenario", "s2");
        Browser.Evaluate<object?>("void document.addEventListener('copy', () => { window.copied = document.activeElement.value; })");
        var table = Browser.Seen("#comparison-1 thead th").Count;
        Browser.One("button[data-copies=comparison-1]").Click();
        var rows = Browser.Evaluate<string>("window.copied").Split('\n');
        Assert.That(rows, Has.Length.EqualTo(Browser.Seen("#comparison-1 tr").Count));
        Assert.That(rows[0].Split('\t'), Has.Length.EqualTo(table).And.Contain("home-care").And.No.Member("A hub at Ely"));
        Assert.That(rows.Skip(1).Select(row => row.Split('\t')[2]).Where(cell => cell != "–"),
            Has.All.Matches<string>(cell => double.TryParse(cell, NumberStyles.Any, CultureInfo.InvariantCulture, out _)));
        Assert.That(string.Concat(rows), Does.Contain("-").And.Not.Contain("−"));
    }

    [Test]
    public void On_a_telephone_a_drawing_is_seen_whole_and_a_button_enlarges_it()
    {
        Browser.Command("Emulation.setDeviceMetricsOverride", ("width", 390), ("height", 800), ("deviceScaleFactor", 2), ("mobile", true));
        try
        {
            Browser.Open(Small);
            const string cut = "[...document.querySelectorAll('.drawing')].filter(box => box.offsetParent && box.scrollWidth > box.clientWidth).length";
            Assert.That(Browser.Evaluate<long>(cut), Is.Zero);
            Browser.All(".larger").First(button => button.Displayed).Click();
            Assert.That(Browser.Evaluate<long>(cut), Is.EqualTo(1));
            Assert.That(Browser.Evaluate<long>("document.documentElement.scrollWidth"), Is.EqualTo(390));
        }
        finally
        {
            Browser.Command("Emulation.clearDeviceMetricsOverride");
        }
    }

    [Test]
    public void Text_stands_out_from_what_is_behind_it()
    {
        // Contrast as WCAG 2 defines it, of every element that has text of its own.
        const string script = """
            (() => {
              const channel = v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
              const light = c => { const [r, g, b] = c.match(/[\d.]+/g).map(Number); return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b); };
              const behind = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!/, 0\)$/.test(c) && c !== 'transparent') return c; } return 'rgb(255, 255, 255)'; };
              return [...document.querySelectorAll('body *:not(script):not(svg *)')]
                .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                .map(e => { const [a, b] = [light(getComputedStyle(e).color), light(behind(e))].sort((x, y) => y - x); return { e, ratio: (a + 0.05) / (b + 0.05) }; })
                .filter(one => one.ratio < 4.5).map(one => one.e.outerHTML.slice(0, 80)).join('\n');
            })()
            """;
        Assert.That(Browser.Evaluate<string>(script), Is.Empty);
    }

    private List<double> Baselines() =>
        [.. Browser.Seen("#comparison-1 tbody td.number").Where(text => text != "–").Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageObject();

    [GeneratedRegex(@"/MediaBox\s*\[\s*\S+\s+\S+\s+(?<width>\S+)\s[^\]]*\]")]
    private static partial Regex PageBox();
}
