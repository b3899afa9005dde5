using FlowSim.Tests.Browser;
using OpenQA.Selenium;

namespace FlowSim.Tests.Serving;

/// <summary>The page of one possible day in a real browser: played, stopped, stepped through, asked who waits.</summary>
[Category("Browser")]
public sealed class ServedDayPageTests()
    : ServedBrowserTests(Town.Yaml.Replace("title: Lounge, place", $"title: \"{Hostile}\", place", StringComparison.Ordinal), "1")
{
    private const string Hostile = "<img src=x onerror=alert(1)> & \\\"so\\\" on";
    private const string Ward = "g[data-box][role='button'][aria-label^='Ward']";

    [SetUp]
    public void OpenPage()
    {
        Browser.Go(Served.Address);
        Browser.One("a[href='day']").Click();
        Shown();
    }

    [TearDown]
    public void Move_again() => Prefer(stillness: false);

    [Test]
    public void It_plays_at_once_is_stopped_and_goes_on_and_says_that_it_is_one_possible_day()
    {
        Assert.That(Browser.One(".honest").Text, Does.Contain("One possible day of one replication, not a forecast").And.Contain("No patient is a real person"));
        Assert.That(Browser.One("h2").Text, Is.EqualTo("Friday 29 July 2016"));
        var begun = Second;
        Browser.Until(() => Second > begun, "the clock going on");
        Press("#play");
        Assert.That(Browser.One("#play").Text, Is.EqualTo("Play"));
        var stopped = Settled();
        Thread.Sleep(400);
        Assert.That(Second, Is.EqualTo(stopped));
        Browser.Choose("#speed", "4");
        Press("#play");
        Browser.Until(() => Second > stopped + 3600, "going on");
    }

    [Test]
    public void It_ends_at_midnight_and_begins_anew()
    {
        Stopped(86_000);
        Press("#play");
        Browser.Until(() => Browser.One("#clock").Text == "24:00:00" && Browser.One("#play").Text == "Play", "the end of the day");
        Press("#play");
        Browser.Until(() => Second is > 0 and < 43_200, "the day anew");
    }

    [Test]
    public void A_step_goes_to_the_next_event_and_says_what_happened()
    {
        Stopped(30_000);
        var next = Browser.Evaluate<long>("day.next()");
        Browser.One("#step").SendKeys(Keys.Enter);
        Assert.That(Browser.Evaluate<long>("day.now"), Is.EqualTo(next));
        Assert.That(Browser.One("#latest").Text, Does.Match("^08:|^09:|^1").And.Contain("Arrivals #"));
    }

    [Test]
    public void The_slider_goes_anywhere_by_keyboard_and_back()
    {
        Stopped(0);
        var first = Browser.One("#present").Text;
        Browser.One("#time").SendKeys(Keys.End);
        Assert.That(Browser.One("#clock").Text, Is.EqualTo("24:00:00"));
        Assert.That(Browser.One("#time").GetDomAttribute("aria-valuetext"), Is.EqualTo("24:00"));
        Browser.One("#time").SendKeys(Keys.Home);
        Assert.That(Browser.One("#clock").Text, Is.EqualTo("00:00:00"));
        Assert.That(Browser.One("#present").Text, Is.EqualTo(first));
    }

    [Test]
    public void Whatever_the_way_there_a_second_looks_the_same()
    {
        Stopped(60_000);
        const string state = "JSON.stringify([day.present, day.boxes.map(box => [box.here, box.line, box.passed])])";
        var at = Browser.Evaluate<string>(state);
        Stopped(86_400);
        Stopped(60_000);
        Assert.That(Browser.Evaluate<string>(state), Is.EqualTo(at));
        Assert.That(Browser.Evaluate<bool>("day.boxes.reduce((sum, box) => sum + box.here + box.line.length, 0) === day.present"), "everybody stands in a box");
    }

    [Test]
    public void A_click_or_enter_on_a_box_lists_who_waits_there_the_longest_first()
    {
        Stopped(43_200);
        Browser.Evaluate<object?>($"document.querySelector(\"{Ward}\").dispatchEvent(new MouseEvent('click', {{ bubbles: true }}))");
        Assert.That(Browser.One("#who-title").Text, Is.EqualTo("Who is there: Ward"));
        var waiting = Browser.Evaluate<long>("day.boxes[chosen].line.length");
        Assert.That(waiting, Is.Positive);
        Assert.That(Browser.One("#who-sum").Text, Does.EndWith($"{waiting} waiting."));
        Assert.That(Browser.One("#who-list tbody tr").Text, Does.Contain("Arrivals #").And.Contain("waits for Ward beds, North Hospital").And.Contain("Ward, North Hospital"));
        Assert.That(Browser.All("#who-list tbody tr"), Has.Count.EqualTo((int)Math.Min(50, Browser.Evaluate<long>("day.members(day.boxes[chosen]).length"))));
        Assert.That(Browser.Evaluate<bool>("(list => list.every((one, at) => at === 0 || day.since[list[at - 1]] <= day.since[one]))(day.members(day.boxes[chosen]).slice(0, day.boxes[chosen].line.length))"));
        var lounge = Browser.All("g[data-box][role='button']").First(box => !box.GetDomAttribute("aria-label")!.StartsWith("Ward", StringComparison.Ordinal));
        lounge.SendKeys(Keys.Enter);
        Assert.That(Browser.One("#who-title").Text, Does.StartWith("Who is there: <img src=x onerror=alert(1)> & \"so\" on"), "a name is text");
        Assert.That(Browser.All("main img"), Is.Empty);
        Assert.That(Browser.HasDialog(), Is.False);
    }

    [Test]
    public void Queues_have_their_number_and_grow_red()
    {
        Stopped(43_200);
        var waiting = Browser.Evaluate<long>("day.boxes.find(box => box.label === 'Ward').line.length");
        Assert.That(Browser.One($"{Ward} .waits").Text, Is.EqualTo($"{waiting} wait"));
        Assert.That(Browser.Evaluate<double>($"Number(document.querySelector(\"{Ward} .queue\").style.fillOpacity)"), Is.GreaterThan(0.3));
        Assert.That(Browser.One(Ward).GetDomAttribute("aria-label"), Does.EndWith($" here {waiting} wait"));
        Assert.That(Browser.Evaluate<bool>("Array.from(document.getElementById('patients').getContext('2d').getImageData(0, 0, 4000, 4000).data).some(part => part > 0)"), "dots are drawn");
    }

    [Test]
    public void Another_day_is_chosen()
    {
        Browser.Evaluate<object?>("document.querySelector('input[name=date]').value = '2016-07-04'");
        Press(".choice button");
        Browser.Until(() => Browser.Seen("h2") is ["Monday 4 July 2016", ..], "the other day");
        Shown();
        Browser.Go(Browser.Address.Replace("2016-07-04", "2015-07-04", StringComparison.Ordinal));
        Assert.That(Browser.One("[role='alert']").Text, Does.Contain("from 2016-07-01 to 2017-06-30"));
        Assert.That(Browser.Console(), Has.All.Contains("400"));
    }

    [Test]
    public void After_a_move_it_is_the_day_of_the_new_scenario()
    {
        Stopped(43_200);
        var before = Browser.Evaluate<long>("day.boxes.find(box => box.label === 'Ward').line.length");
        Browser.One("header a").Click();
        const string field = "form[action='move']:has(input[value='pools.ward-bed@north.capacity']) input[name='value']";
        Browser.One(field).SendKeys(Keys.Control + "a");
        Browser.One(field).SendKeys("30" + Keys.Enter);
        Browser.Until(() => Browser.Seen(".changes li").Count == 1, "the move");
        Browser.One("a[href='day']").Click();
        Shown();
        Assert.That(Browser.One("h1").Text, Is.EqualTo("One possible day: My scenario"));
        Stopped(43_200);
        Assert.That(Browser.Evaluate<long>("day.boxes.find(box => box.label === 'Ward').line.length"), Is.LessThan(before));
    }

    [Test]
    public void Who_prefers_less_motion_starts_it_and_nothing_glides()
    {
        Prefer(stillness: true);
        Browser.Reload();
        Shown();
        Assert.That(Browser.One("#play").Text, Is.EqualTo("Play"));
        Assert.That(Settled(), Is.Zero);
        Press("#play");
        Browser.Until(() => Second > 0, "playing");
        Assert.That(Browser.Evaluate<bool>("picture.still"));
    }

    [Test]
    public void Axe_finds_nothing_and_on_a_telephone_the_picture_scrolls_in_its_own_box()
    {
        Stopped(43_200);
        Browser.One(Ward).SendKeys(Keys.Enter);
        Assert.That(Browser.AxeViolations(), Is.Empty);
        Browser.Screen(390);
        try
        {
            Browser.Until(() => Browser.Evaluate<bool>("document.documentElement.scrollWidth <= innerWidth"), "that nothing is cut off");
            Assert.That(Browser.Evaluate<bool>("document.getElementById('picture').scrollWidth > document.getElementById('picture').clientWidth"), "the picture scrolls");
            Assert.That(Browser.AxeViolations(), Is.Empty);
        }
        finally
        {
            Browser.Screen(null);
        }
    }

    [Test]
    public void A_step_that_another_tab_takes_meanwhile_is_told()
    {
        Assert.That(Browser.One("#moved").Displayed, Is.False);
        Browser.Await<object?>("fetch('move', { method: 'POST', body: new URLSearchParams({ path: 'pools.lounge.capacity', value: '5' }) }).then(arguments[0])");
        Browser.Until(() => Browser.One("#moved").Displayed, "that the day is of the scenario before");
        Browser.One("#moved a").Click();
        Shown();
        Assert.That(Browser.One("h1").Text, Does.Contain("My scenario"));
    }

    private long Second => Browser.Evaluate<long>("Math.round(day.now)");

    private void Shown() => Browser.WaitFor("day");

    private void Press(string button) => Browser.One(button).Click();

    /// <summary>Stops it at a second.</summary>
    private void Stopped(int second) => Browser.Evaluate<object?>($"(play(false), go({second}), null)");

    /// <summary>The second at which it stands once the last frame has been drawn.</summary>
    private long Settled()
    {
        Thread.Sleep(300);
        return Second;
    }

    private void Prefer(bool stillness) => Browser.Command("Emulation.setEmulatedMedia", ("media", ""), ("features", stillness
        ? [new Dictionary<string, object> { ["name"] = "prefers-reduced-motion", ["value"] = "reduce" }]
        : Array.Empty<object>()));
}
