using System.Globalization;
using System.Text;
using FlowSim.Tests.Browser;
using OpenQA.Selenium;

namespace FlowSim.Tests.Serving;

/// <summary>The local page in a real browser: move, watch, save, load again, set beside, take along.</summary>
[Category("Browser")]
public sealed class ServedPageTests
{
    private const string North = "form[action='move']:has(input[value='pools.ward-bed@north.capacity'])";

    private BrowserSession browser = null!;
    private ServedSystem served = null!;

    [OneTimeSetUp]
    public void Start()
    {
        browser = new BrowserSession(InstalledBrowser.Demand());
        served = new ServedSystem(Town.Yaml, "--replications", "8");
    }

    [OneTimeTearDown]
    public void Stop()
    {
        browser?.Dispose();
        served?.Dispose();
    }

    [SetUp]
    public void OpenPage()
    {
        browser.Go(served.Address);
        browser.One("details summary").Click();
        Finished();
    }

    [TearDown]
    public void Nothing_was_complained_of_and_nothing_left_the_machine()
    {
        Assert.That(browser.Console(), Is.Empty);
        Assert.That(browser.Requests(), Is.Not.Empty.And.All.Match("^(http://127.0.0.1:|data:|blob:)"));
    }

    [Test]
    public void A_number_that_is_moved_is_answered_and_can_be_undone()
    {
        Assert.That(browser.One("#numbers").Text, Does.Contain("Wait for a bed"));
        Move("22");
        Assert.That(browser.Seen(".changes li")[0], Does.StartWith("Ward beds, North Hospital: capacity 22"));
        Finished();
        Assert.That(browser.One("#answer-table").Text, Does.Contain("My scenario").And.Contain("±"));
        Assert.That(browser.One("#queues").Text, Does.Contain("Ward beds, North Hospital"));
        Assert.That(browser.One("#chart img").GetDomAttribute("alt"), Is.Not.Empty);
        Press("form[action='undo'] button");
        browser.Until(() => browser.All(".changes li").Count == 0, "the step being taken back");
        Assert.That(browser.One($"{North} input[name='value']").GetDomProperty("value"), Is.EqualTo("12"));
    }

    [Test]
    public void A_slider_moves_the_number_beside_it()
    {
        Assert.That(browser.One($"{North} input[type='range']").GetDomAttribute("max"), Is.EqualTo("50"));
        for (var step = 0; step < 3; step++)
        {
            browser.One($"{North} input[type='range']").SendKeys(Keys.ArrowRight);
            var expected = (13 + step).ToString(CultureInfo.InvariantCulture);
            browser.Until(() => browser.Seen(".changes li") is [var change] && change.Contains("capacity " + expected, StringComparison.Ordinal), $"the slider at {expected}");
        }
    }

    [Test]
    public void The_page_can_be_loaded_again_and_another_has_its_own()
    {
        Move("20");
        var address = browser.Address;
        browser.Reload();
        Assert.That(browser.Seen(".changes li")[0], Does.StartWith("Ward beds, North Hospital: capacity 20"));
        browser.Go(served.Address);
        Assert.That(browser.Address, Is.Not.EqualTo(address));
        Assert.That(browser.Seen(".changes li"), Is.Empty);
        browser.Go(address);
        Assert.That(browser.Seen(".changes li"), Has.Count.EqualTo(1));
    }

    [Test]
    public void A_scenario_is_named_saved_opened_and_set_beside_another()
    {
        Move("18");
        Name("Six <b>more</b> & \"so\" on");
        Assert.That(browser.Seen(".scenarios .name"), Is.EqualTo(new[] { "Six <b>more</b> & \"so\" on" }), "a name is text");
        Assert.That(browser.All("b"), Is.Empty);
        browser.One("[data-part='tools'] a.button").Click();
        var saved = Encoding.UTF8.GetString(browser.Downloaded("six-b-more-b-so-on-1.yaml"));
        Assert.That(saved, Does.Contain("to: 18").And.Contain("pools.ward-bed@north.capacity"));

        var file = Path.Combine(browser.Downloads, "again.yaml");
        File.WriteAllText(file, saved.Replace("18", "19", StringComparison.Ordinal));
        browser.One("input[type='file']").SendKeys(file);
        Press("form[action='read'] button");
        browser.Until(() => browser.Seen(".scenarios .name").Count == 2, "the opened scenario");
        Assert.That(browser.Seen(".changes li")[0], Does.Contain("capacity 19"));
        Press("form[action='compare'] button");
        browser.Until(() => browser.All("#answer-table thead th").Count == 5, "both beside each other");
        Finished();
    }

    [Test]
    public void Scenarios_of_the_system_are_combined_with_ones_own()
    {
        Move("18");
        browser.Choose("form[action='include'] select", "ten-more");
        Press("form[action='include'] button");
        browser.Until(() => browser.Seen(".changes li") is [var whole, var own] && whole == "All of: Ten more in the north" && own.Contains("18", StringComparison.Ordinal), "both");
        browser.Choose("form[action='new'] select", "ten-more");
        Press("form[action='new'] button");
        browser.Until(() => browser.Seen(".scenarios .name") is [_, "Ten more in the north"], "a scenario of that name");
        Finished();
        Assert.That(browser.One("#answer-table").Text, Does.Contain("Ten more in the north"));
    }

    [Test]
    public void What_cannot_be_made_is_said_and_nothing_is_lost()
    {
        Move("21");
        Type($"{North} input[name='value']", "a dozen");
        browser.Until(() => browser.Seen(".problem").Count > 0, "the problem");
        Assert.That(browser.Seen(".problem")[0], Does.Contain("expected a number").And.Contain("a dozen").And.Not.Contain(".yaml"));
        Assert.That(browser.Seen(".changes li")[0], Does.Contain("capacity 21"));
    }

    [Test]
    public void Anything_can_be_looked_for_and_moved()
    {
        Type(".search input", "lounge");
        browser.Until(() => browser.Seen(".lever .words").Any(words => words.StartsWith("Lounge", StringComparison.Ordinal)), "what was looked for");
        Assert.That(browser.One("[data-part='levers']").Text, Does.Contain("plausible 2 to 8").And.Contain("assumed").And.Contain("a guess"));
        Type(".search input", "nowhere");
        browser.Until(() => browser.One("[data-part='levers']").Text.Contains("Nothing with “nowhere”", StringComparison.Ordinal), "that there is nothing");
    }

    [Test]
    public void The_bottleneck_is_found()
    {
        Press("form[action='bottleneck'] button");
        browser.Until(() => browser.One("#bottleneck").Text.Contains("6 replications.", StringComparison.Ordinal) && browser.All("#bottleneck tbody tr").Count > 0, "the ranking");
        Assert.That(browser.Seen("#bottleneck tbody th")[0], Does.StartWith("Ward beds, North Hospital"));
    }

    [Test]
    public void It_works_by_keyboard_alone()
    {
        var field = browser.One($"{North} input[name='value']");
        field.SendKeys(Keys.Control + "a");
        field.SendKeys("25" + Keys.Enter);
        browser.Until(() => browser.Seen(".changes li") is [var change] && change.Contains("25", StringComparison.Ordinal), "the move");
        Assert.That(browser.Evaluate<string>("document.activeElement.name"), Is.EqualTo("value"), "the field keeps the focus");
        browser.One("body").SendKeys(Keys.Tab);
        Assert.That(browser.Evaluate<bool>("getComputedStyle(document.activeElement).outlineStyle !== 'none'"));
    }

    [Test]
    public void Axe_finds_nothing_and_a_telephone_shows_it_all()
    {
        Move("23");
        Finished();
        Assert.That(browser.AxeViolations(), Is.Empty);
        browser.Screen(390);
        try
        {
            Assert.That(browser.Evaluate<bool>("document.documentElement.scrollWidth <= innerWidth"), "nothing is cut off");
            Assert.That(browser.AxeViolations(), Is.Empty);
        }
        finally
        {
            browser.Screen(null);
        }
    }

    [Test]
    public void What_is_shown_can_be_taken_along()
    {
        Move("24");
        Finished();
        browser.One("a[href='report.html']").Click();
        Assert.That(Encoding.UTF8.GetString(browser.Downloaded("report.html")), Does.Contain("My scenario"));
        browser.One("a[href='report.pdf']").Click();
        Assert.That(browser.Downloaded("report.pdf").Take(5), Is.EqualTo("%PDF-"u8.ToArray()));
        browser.One("a[href='answer.xlsx']").Click();
        Assert.That(browser.Downloaded("answer.xlsx").Take(2), Is.EqualTo("PK"u8.ToArray()));
        browser.One("a[href='charts']").Click();
        Assert.That(browser.All("figure img"), Has.Count.GreaterThan(3));
        Assert.That(browser.AxeViolations(), Is.Empty);
        browser.One("a[download$='.png']").Click();
        Assert.That(new PngFile(browser.Downloaded(browser.One("a[download$='.png']").GetDomAttribute("download")!)).Width, Is.GreaterThan(500));
    }

    private void Move(string value)
    {
        Type($"{North} input[name='value']", value);
        browser.Until(() => browser.Seen(".changes li") is [var change, ..] && change.Contains("capacity " + value, StringComparison.Ordinal), $"the move to {value}");
    }

    private void Name(string title)
    {
        Type("form[action='rename'] input[name='title']", title);
        browser.Until(() => browser.One(".scenarios .name").Text == title, "the name");
    }

    private void Type(string field, string text)
    {
        browser.Evaluate<object?>($"document.querySelector(\"{field}\").value = ''");
        browser.One(field).SendKeys(text + Keys.Enter);
    }

    private void Press(string button) => browser.One(button).Click();

    private void Finished() => browser.Until(() => browser.One("#status").Text.Contains("Finished.", StringComparison.Ordinal)
        && browser.One("#numbers").GetDomAttribute("class") != "old", "the end of the runs");
}
