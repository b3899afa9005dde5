using System.Globalization;
using System.Text;
using FlowSim.Tests.Browser;
using OpenQA.Selenium;

namespace FlowSim.Tests.Serving;

/// <summary>The local page in a real browser: move, watch, save, load again, set beside, take along.</summary>
[Category("Browser")]
public sealed class ServedPageTests() : ServedBrowserTests(Town.Yaml, "8")
{
    private const string North = "form[action='move']:has(input[value='pools.ward-bed@north.capacity'])";

    private const string South = "form[action='move']:has(input[value='pools.ward-bed@south.capacity'])";

    [SetUp]
    public void OpenPage()
    {
        Browser.Go(Served.Address);
        Browser.One("details summary").Click();
        Finished();
    }

    [Test]
    public void A_number_that_is_moved_is_answered_and_can_be_undone()
    {
        Assert.That(Browser.One("#numbers").Text, Does.Contain("Wait for a bed"));
        Move("22");
        Assert.That(Browser.Seen(".changes li")[0], Does.StartWith("Ward beds, North Hospital: capacity 22"));
        Finished();
        Assert.That(Browser.One("#answer-table").Text, Does.Contain("My scenario").And.Contain("±"));
        Assert.That(Browser.One("#queues").Text, Does.Contain("Ward beds, North Hospital"));
        Assert.That(Browser.One("#chart img").GetDomAttribute("alt"), Is.Not.Empty);
        Press("form[action='undo'] button");
        Browser.Until(() => Browser.All(".changes li").Count == 0, "the step being taken back");
        Assert.That(Browser.One($"{North} input[name='value']").GetDomProperty("value"), Is.EqualTo("12"));
    }

    [Test]
    public void A_slider_moves_the_number_beside_it()
    {
        Assert.That(Browser.One($"{North} input[type='range']").GetDomAttribute("max"), Is.EqualTo("50"));
        for (var step = 0; step < 3; step++)
        {
            Browser.One($"{North} input[type='range']").SendKeys(Keys.ArrowRight);
            var expected = (13 + step).ToString(CultureInfo.InvariantCulture);
            Browser.Until(() => Browser.Seen(".changes li") is [var change] && change.Contains("capacity " + expected, StringComparison.Ordinal), $"the slider at {expected}");
        }
    }

    [Test]
    public void The_page_can_be_loaded_again_and_another_has_its_own()
    {
        Move("20");
        var address = Browser.Address;
        Browser.Reload();
        Assert.That(Browser.Seen(".changes li")[0], Does.StartWith("Ward beds, North Hospital: capacity 20"));
        Browser.Go(Served.Address);
        Assert.That(Browser.Address, Is.Not.EqualTo(address));
        Assert.That(Browser.Seen(".changes li"), Is.Empty);
        Browser.Go(address);
        Assert.That(Browser.Seen(".changes li"), Has.Count.EqualTo(1));
    }

    [Test]
    public void A_scenario_is_named_saved_opened_and_set_beside_another()
    {
        Move("18");
        Name("Six <b>more</b> & \"so\" on");
        Assert.That(Browser.Seen(".scenarios .name"), Is.EqualTo(new[] { "Six <b>more</b> & \"so\" on" }), "a name is text");
        Assert.That(Browser.All("b"), Is.Empty);
        Browser.One("[data-part='tools'] a.button").Click();
        var saved = Encoding.UTF8.GetString(Browser.Downloaded("six-b-more-b-so-on-1.yaml"));
        Assert.That(saved, Does.Contain("to: 18").And.Contain("pools.ward-bed@north.capacity"));

        var file = Path.Combine(Browser.Downloads, "again.yaml");
        File.WriteAllText(file, saved.Replace("18", "19", StringComparison.Ordinal));
        Browser.One("input[type='file']").SendKeys(file);
        Press("form[action='read'] button");
        Browser.Until(() => Browser.Seen(".scenarios .name").Count == 2, "the opened scenario");
        Assert.That(Browser.Seen(".changes li")[0], Does.Contain("capacity 19"));
        Press("form[action='compare'] button");
        Browser.Until(() => Browser.All("#answer-table thead th").Count == 5, "both beside each other");
        Finished();
    }

    [Test]
    public void Scenarios_of_the_system_are_combined_with_ones_own()
    {
        Move("18");
        Browser.Choose("form[action='include'] select", "ten-more");
        Press("form[action='include'] button");
        Browser.Until(() => Browser.Seen(".changes li") is [var whole, var own] && own.Contains("18", StringComparison.Ordinal)
            && whole.StartsWith("All of: Ten more in the north", StringComparison.Ordinal), "both");
        Browser.Choose("form[action='new'] select", "ten-more");
        Press("form[action='new'] button");
        Browser.Until(() => Browser.Seen(".scenarios .name") is [_, "Ten more in the north"], "a scenario of that name");
        Finished();
        Assert.That(Browser.One("#answer-table").Text, Does.Contain("Ten more in the north"));
    }

    [Test]
    public void What_cannot_be_made_is_said_and_nothing_is_lost()
    {
        Move("21");
        Type($"{North} input[name='value']", "a dozen");
        Browser.Until(() => Browser.Seen(".problem").Count > 0, "the problem");
        Assert.That(Browser.Seen(".problem")[0], Does.Contain("expected a number").And.Contain("a dozen").And.Not.Contain(".yaml"));
        Assert.That(Browser.Seen(".changes li")[0], Does.Contain("capacity 21"));
    }

    [Test]
    public void Anything_can_be_looked_for_and_moved()
    {
        Type(".search input", "lounge");
        Browser.Until(() => Browser.Seen(".lever .words").Any(words => words.StartsWith("Lounge", StringComparison.Ordinal)), "what was looked for");
        Assert.That(Browser.One("[data-part='levers']").Text, Does.Contain("plausible 2 to 8").And.Contain("assumed").And.Contain("a guess"));
        Type(".search input", "nowhere");
        Browser.Until(() => Browser.One("[data-part='levers']").Text.Contains("Nothing with “nowhere”", StringComparison.Ordinal), "that there is nothing");
    }

    [Test]
    public void The_bottleneck_is_found()
    {
        Press("form[action='bottleneck'] button");
        Browser.Until(() => Browser.One("#bottleneck").Text.Contains("6 replications.", StringComparison.Ordinal) && Browser.All("#bottleneck tbody tr").Count > 0, "the ranking");
        Assert.That(Browser.Seen("#bottleneck tbody th")[0], Does.StartWith("Ward beds, North Hospital"));
    }

    [Test]
    public void What_is_typed_and_not_sent_outlives_a_step_and_what_is_refused_goes()
    {
        Browser.One($"{South} input[name='value']").SendKeys("7");
        Assert.That(Browser.One($"{South} input[name='value']").GetDomProperty("value"), Is.EqualTo("207"));
        Type($"{North} input[name='value']", "nought");
        Browser.Until(() => Browser.Seen(".problem").Count > 0, "the problem");
        Assert.That(Browser.One($"{North} input[name='value']").GetDomProperty("value"), Is.EqualTo("12"), "what holds");
        Move("13");
        Assert.That(Browser.One($"{South} input[name='value']").GetDomProperty("value"), Is.EqualTo("207"));
    }

    [Test]
    public void A_slider_keeps_the_focus_and_takes_one_step_where_it_rests()
    {
        var slider = Browser.One($"{North} input[type='range']");
        for (var step = 0; step < 4; step++)
        {
            slider.SendKeys(Keys.ArrowRight);
        }

        Browser.Until(() => Browser.Seen(".changes li") is [var change] && change.Contains("capacity 16", StringComparison.Ordinal), "the slider at rest");
        Assert.That(Browser.Evaluate<string>("document.activeElement.type"), Is.EqualTo("range"));
        Press("form[action='undo'] button");
        Browser.Until(() => Browser.All(".changes li").Count == 0, "one step");
    }

    [Test]
    public void Two_clicks_on_take_out_take_out_one()
    {
        Move("14");
        Type($"{South} input[name='value']", "22");
        Browser.Until(() => Browser.Seen(".changes li").Count == 2, "the second move");
        Browser.Evaluate<object?>("document.querySelectorAll(\"form[action='take-out'] button\")[0].click(), document.querySelectorAll(\"form[action='take-out'] button\")[0].click()");
        Browser.Until(() => Browser.Seen(".changes li").Count < 2, "what was taken out");
        Thread.Sleep(300);
        Assert.That(Browser.Seen(".changes li"), Has.Count.EqualTo(1).And.All.Contain("22"));
    }

    [Test]
    public void It_works_by_keyboard_alone()
    {
        var field = Browser.One($"{North} input[name='value']");
        field.SendKeys(Keys.Control + "a");
        field.SendKeys("25" + Keys.Enter);
        Browser.Until(() => Browser.Seen(".changes li") is [var change] && change.Contains("25", StringComparison.Ordinal), "the move");
        Assert.That(Browser.Evaluate<string>("document.activeElement.name"), Is.EqualTo("value"), "the field keeps the focus");
        Browser.One("body").SendKeys(Keys.Tab);
        Assert.That(Browser.Evaluate<bool>("getComputedStyle(document.activeElement).outlineStyle !== 'none'"));
    }

    [Test]
    public void Axe_finds_nothing_and_a_telephone_shows_it_all()
    {
        Move("23");
        Finished();
        Assert.That(Browser.AxeViolations(), Is.Empty);
        Browser.Screen(390);
        try
        {
            Assert.That(Browser.Evaluate<bool>("document.documentElement.scrollWidth <= innerWidth"), "nothing is cut off");
            Assert.That(Browser.AxeViolations(), Is.Empty);
        }
        finally
        {
            Browser.Screen(null);
        }
    }

    [Test]
    public void What_is_shown_can_be_taken_along()
    {
        Move("24");
        Finished();
        Browser.One("a[href='report.html']").Click();
        Assert.That(Encoding.UTF8.GetString(Browser.Downloaded("report.html")), Does.Contain("My scenario"));
        Browser.One("a[href='report.pdf']").Click();
        Assert.That(Browser.Downloaded("report.pdf").Take(5), Is.EqualTo("%PDF-"u8.ToArray()));
        Browser.One("a[href='answer.xlsx']").Click();
        Assert.That(Browser.Downloaded("answer.xlsx").Take(2), Is.EqualTo("PK"u8.ToArray()));
        Browser.One("a[href='charts']").Click();
        Assert.That(Browser.All("figure img"), Has.Count.GreaterThan(3));
        Assert.That(Browser.AxeViolations(), Is.Empty);
        Browser.One("a[download$='.png']").Click();
        Assert.That(new PngFile(Browser.Downloaded(Browser.One("a[download$='.png']").GetDomAttribute("download")!)).Width, Is.GreaterThan(500));
    }

    [Test]
    public void Who_leaves_what_is_not_saved_is_asked()
    {
        Assert.That(AsksWhoLeaves(), Is.False, "nothing was made");
        Move("17");
        Assert.That(AsksWhoLeaves());
        Browser.One(".scenarios a[download]").Click();
        Assert.That(Encoding.UTF8.GetString(Browser.Downloaded("my-scenario-1.yaml")), Does.Contain("to: 17"));
        Browser.Until(() => Browser.All(".scenarios a[download]").Count == 0, "that it is saved");
        Browser.Until(() => !AsksWhoLeaves(), "that nobody is asked");
    }

    private bool AsksWhoLeaves() => Browser.Evaluate<bool>("!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))");

    private void Move(string value)
    {
        Type($"{North} input[name='value']", value);
        Browser.Until(() => Browser.Seen(".changes li") is [var change, ..] && change.Contains("capacity " + value, StringComparison.Ordinal), $"the move to {value}");
    }

    private void Name(string title)
    {
        Type("form[action='rename'] input[name='title']", title);
        Browser.Until(() => Browser.One(".scenarios .name").Text == title, "the name");
    }

    private void Type(string field, string text)
    {
        Browser.Evaluate<object?>($"document.querySelector(\"{field}\").value = ''");
        Browser.One(field).SendKeys(text + Keys.Enter);
    }

    private void Press(string button) => Browser.One(button).Click();

    private void Finished() => Browser.Until(() => Browser.One("#status").Text.Contains("Finished.", StringComparison.Ordinal)
        && Browser.One("#numbers").GetDomAttribute("class") != "old", "the end of the runs");
}
