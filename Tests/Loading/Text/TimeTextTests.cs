using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Tests.Loading.Text;

public sealed class TimeTextTests
{
    [Test]
    public void A_time_is_until_a_calendar_opens() =>
        Assert.That(Read("until miu@ely opens"), Is.EqualTo(new TimeText.UntilOpens("miu@ely")));

    [Test]
    public void A_time_is_until_the_next_gate() =>
        Assert.That(Read("until next board-round"), Is.EqualTo(new TimeText.UntilNextGate("board-round")));

    [Test]
    public void A_time_is_until_the_next_hour_of_any_day() =>
        Assert.That(Read("until next 16:00"), Is.EqualTo(new TimeText.UntilNextClockTime(WeekdayText.Daily, 57_600, "16:00")));

    [Test]
    public void A_time_is_until_the_next_hour_of_one_day() =>
        Assert.That(Read("until next Mon 08:00"), Is.EqualTo(new TimeText.UntilNextClockTime(1, 28_800, "Mon 08:00")));

    [Test]
    public void A_time_is_until_an_hour_drawn_from_a_table() =>
        Assert.That(Read("until next drawn discharge-hours"), Is.EqualTo(new TimeText.UntilNextDrawn("discharge-hours")));

    [Test]
    public void An_attribute_holds_a_patience_that_counts_from_a_clock() =>
        Assert.That(Read("patience of ed"), Is.EqualTo(new TimeText.Of(new TimeText.Attribute("patience"), "ed")));

    [Test]
    public void Two_days_of_a_calendar_are_a_length_and_a_name()
    {
        var time = Read("2 d of office");
        Assert.That(time, Is.InstanceOf<TimeText.Of>());
        var of = (TimeText.Of)time;
        Assert.That(of.Name, Is.EqualTo("office"));
        Assert.That(((TimeText.Drawn)of.Time).Distribution["value"], Is.EqualTo(172_800));
    }

    [Test]
    public void Open_time_may_count_from_a_clock()
    {
        var time = (TimeText.Of)Read("exponential mean 2 d of office of ed");
        Assert.That((time.Name, ((TimeText.Of)time.Time).Name), Is.EqualTo(("ed", "office")));
    }

    [TestCase("until office opens")]
    [TestCase("until next Mon-Fri 08:00")]
    [TestCase("until next drawn hours")]
    [TestCase("3.5 h of ed")]
    [TestCase("patience")]
    public void A_time_is_written_as_it_was_read(string text) => Assert.That(Read(text).ToText(), Is.EqualTo(text));

    [TestCase("6.2")]
    [TestCase("until")]
    [TestCase("keep")]
    [TestCase("until next")]
    [TestCase("until office")]
    [TestCase("until next 25:00")]
    [TestCase("until next holidays 08:00")]
    [TestCase("2 d of")]
    [TestCase("lognormal")]
    [TestCase("NaN")]
    [TestCase("a few days")]
    [TestCase("")]
    public void What_is_no_time_is_refused(string text)
    {
        Assert.That(TimeTextReader.TryParse(text, out _, out var expected), Is.False);
        Assert.That(expected, Is.Not.Empty);
    }

    private static TimeText Read(string text)
    {
        Assert.That(TimeTextReader.TryParse(text, out var time, out var expected), Is.True, expected);
        return time!;
    }
}
