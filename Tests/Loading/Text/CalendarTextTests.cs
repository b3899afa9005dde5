using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Tests.Loading.Text;

public sealed class CalendarTextTests
{
    private const int Hour = 3_600;
    private const int WorkingDays = 0b001_1111;
    private const int Weekend = 0b110_0000;

    [TestCase("Mon", 0b000_0001)]
    [TestCase("Mon-Fri", WorkingDays)]
    [TestCase("Sat|Sun", Weekend)]
    [TestCase("Sat-Mon", 0b110_0001)]
    [TestCase("daily", 0b111_1111)]
    [TestCase("holidays", 0b1000_0000)]
    [TestCase("Mon|Wed-Fri", 0b001_1101)]
    public void Days_are_read_as_a_mask(string text, int mask)
    {
        Assert.That(WeekdayText.TryParse(text, out var value, out _), Is.True);
        Assert.That(value, Is.EqualTo(mask));
    }

    [TestCase("Monday")]
    [TestCase("mon")]
    [TestCase("Mon-")]
    [TestCase("Mon-Wed-Fri")]
    [TestCase("")]
    public void Other_words_are_no_days(string text) => Assert.That(WeekdayText.TryParse(text, out _, out _), Is.False);

    [TestCase("Jan", 0b1)]
    [TestCase("12", 0b1000_0000_0000)]
    [TestCase("Apr-Sep", 0b0001_1111_1000)]
    [TestCase("Dec-Mar", 0b1000_0000_0111)]
    [TestCase("1|7", 0b0000_0100_0001)]
    public void Months_are_read_as_a_mask(string text, int mask)
    {
        Assert.That(MonthText.TryParse(text, out var value, out _), Is.True);
        Assert.That(value, Is.EqualTo(mask));
    }

    [Test]
    public void Hours_include_both_ends()
    {
        Assert.That(HourText.TryParse("8-17", out var day, out _), Is.True);
        Assert.That(int.PopCount(day), Is.EqualTo(10));
        Assert.That(HourText.TryParse("22-5", out var night, out _), Is.True);
        Assert.That(int.PopCount(night), Is.EqualTo(8));
        Assert.That(HourText.TryParse("24", out _, out _), Is.False);
    }

    [TestCase("08:30", 30_600)]
    [TestCase("00:00", 0)]
    [TestCase("24:00", 86_400)]
    public void A_time_of_day_is_read_in_seconds(string text, int second)
    {
        Assert.That(ClockTimeText.TryParse(text, out var value, out _), Is.True);
        Assert.That(value, Is.EqualTo(second));
    }

    [TestCase("24:01")]
    [TestCase("25:00")]
    [TestCase("12:60")]
    [TestCase("12")]
    [TestCase("-1:00")]
    [TestCase("08:30:00")]
    public void Other_times_of_day_are_refused(string text) => Assert.That(ClockTimeText.TryParse(text, out _, out _), Is.False);

    [Test]
    public void Opening_hours_join_parts_of_the_week()
    {
        Assert.That(CalendarText.TryParseHours("Mon-Fri 09:00-17:00 & Sat|Sun 22:00-02:00", out var spans, out _), Is.True);
        Assert.That(spans, Is.EqualTo(new[] { new WeeklySpan(WorkingDays, 9 * Hour, 17 * Hour), new WeeklySpan(Weekend, 22 * Hour, 26 * Hour) }));
    }

    [Test]
    public void Daily_without_hours_is_always()
    {
        Assert.That(CalendarText.TryParseHours("daily", out var spans, out _), Is.True);
        Assert.That(spans, Is.EqualTo(new[] { new WeeklySpan(WeekdayText.Daily, 0, 24 * Hour) }));
    }

    [Test]
    public void A_gate_without_days_takes_the_days_before_it()
    {
        Assert.That(CalendarText.TryParseGates("daily 08:00 & 16:00", out var daily, out _), Is.True);
        Assert.That(daily, Is.EqualTo(new[] { new WeeklyMoment(WeekdayText.Daily, 8 * Hour), new WeeklyMoment(WeekdayText.Daily, 16 * Hour) }));
        Assert.That(CalendarText.TryParseGates("Mon-Fri 10:00 & Sat-Sun 11:00", out var rounds, out _), Is.True);
        Assert.That(rounds, Is.EqualTo(new[] { new WeeklyMoment(WorkingDays, 10 * Hour), new WeeklyMoment(Weekend, 11 * Hour) }));
    }

    [TestCase("Mon-Fri 09:00")]
    [TestCase("Mon-Fri 09:00-09:00")]
    [TestCase("Mon-Fri 9-17")]
    [TestCase("holidays 09:00-17:00")]
    [TestCase("")]
    [TestCase("Mon & ")]
    public void What_are_no_opening_hours_is_refused(string text)
    {
        Assert.That(CalendarText.TryParseHours(text, out _, out var expected), Is.False);
        Assert.That(expected, Does.StartWith("opening hours"));
    }

    [TestCase("Mon-Fri")]
    [TestCase("daily 24:00")]
    [TestCase("10:00-11:00")]
    public void What_are_no_gates_is_refused(string text) => Assert.That(CalendarText.TryParseGates(text, out _, out _), Is.False);

    [Test]
    public void Dates_are_written_as_ISO_says()
    {
        Assert.That(DateText.TryParse("2017-04-01", out var date, out _), Is.True);
        Assert.That(date, Is.EqualTo(new DateOnly(2017, 4, 1)));
        Assert.That(DateText.TryParse("01/04/2017", out _, out _), Is.False);
        Assert.That(DateText.TryParse("2017-02-29", out _, out _), Is.False);
    }
}
