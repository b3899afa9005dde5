using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Tests.Loading;

/// <summary>The fault of a text is named, not only a right example.</summary>
public sealed class AdviceTests
{
    [TestCase("1,290", Advice.Commas)]
    [TestCase("3,5 d", Advice.Commas)]
    [TestCase("lognormal mean 3,1 d sd 4 d", Advice.Commas)]
    [TestCase("14 dayz", Advice.Units)]
    [TestCase("8 Hrs", Advice.Units)]
    [TestCase("8H", Advice.Units)]
    [TestCase("3 months", Advice.Units + " A month has no fixed length: write it in days.")]
    [TestCase("90m", Advice.Units + " Minutes are min; a month has no fixed length: write it in days.")]
    [TestCase("-3 h", Advice.NotNegative)]
    [TestCase("lognormal mean 3 d sd -1 d", Advice.NotNegative)]
    [TestCase("8 h 30 min", Advice.OneUnit)]
    [TestCase("1 day, 4 hours", Advice.OneUnit)]
    [TestCase("08:30", Advice.OneUnit)]
    [TestCase("1 290 min", Advice.Thousands)]
    [TestCase("1.290.000 min", Advice.Thousands)]
    [TestCase("<5 d", Advice.AboutSoMany)]
    [TestCase("#3", Advice.Comment)]
    [TestCase("6.2", TimeUnit.Hint)]
    [TestCase("#DIV/0!", Advice.SpreadsheetError)]
    [TestCase("#N/A", Advice.SpreadsheetError)]
    [TestCase("n/a", Advice.Missing)]
    [TestCase("5-20 min", "")]
    [TestCase("6.2\u00a0dd", "It has a no-break space (U+00A0): write a blank.")]
    [TestCase("6\u20132 d", "It has an en dash (U+2013): write \"-\".")]
    public void A_length_of_time(string text, string advice) => Assert.That(Advice.For(DurationText.Expected, text, TimeUnit.Hint), Is.EqualTo(advice));

    [Test]
    public void A_letter_of_another_alphabet_that_looks_the_same() =>
        Assert.That(Advice.For("a value of site or *", "n\u043erth", ""),
            Is.EqualTo("It has a Cyrillic letter among the Latin ones (\u043e, U+043E): type it anew."));

    [TestCase("8am")]
    [TestCase("8 pm")]
    [TestCase("20:00:00")]
    [TestCase("0800")]
    [TestCase("8.30")]
    [TestCase("8")]
    [TestCase("Mon 8am-5pm")]
    [TestCase("Mon-Fri 9-17")]
    public void A_time_of_day(string text)
    {
        Assert.That(Advice.For(ClockTimeText.Expected, text, ""), Is.EqualTo(Advice.TimesOfDay));
        Assert.That(Advice.For(CalendarText.ExpectedHours, text, ""), Is.EqualTo(Advice.TimesOfDay));
    }

    [TestCase("Monday", Advice.Weekdays)]
    [TestCase("monday", Advice.Weekdays)]
    [TestCase("MON", Advice.Weekdays)]
    [TestCase("1", Advice.Weekdays)]
    [TestCase("weekdays", Advice.WholeWeekdays)]
    [TestCase("Weekend", Advice.WholeWeekdays)]
    [TestCase("Tues-Thurs", Advice.Weekdays)]
    [TestCase("Mon to Fri", Advice.Ranges)]
    [TestCase("Mon, Tue", Advice.Ranges)]
    [TestCase("Mon\u2013Fri", "It has an en dash (U+2013): write \"-\".")]
    [TestCase("Mon\u2212Fri", "It has a minus sign (U+2212): write \"-\".")]
    public void Days_of_the_week(string text, string advice) => Assert.That(Advice.For(WeekdayText.Expected, text, ""), Is.EqualTo(advice));

    [TestCase("January")]
    [TestCase("SEP")]
    [TestCase("Apr-16")]
    [TestCase("2016-04")]
    public void Months(string text) => Assert.That(Advice.For(MonthText.Expected, text, ""), Is.EqualTo(Advice.Months));

    [TestCase("8am")]
    [TestCase("08:00")]
    [TestCase("24")]
    public void Hours(string text) => Assert.That(Advice.For(HourText.Expected, text, ""), Is.EqualTo(Advice.Hours));

    [TestCase("12")]
    [TestCase("12/day")]
    [TestCase("12 a day")]
    [TestCase("12 daily")]
    public void A_rate_without_its_period(string text) => Assert.That(Advice.For(RateText.Expected, text, ""), Is.EqualTo(Advice.Rates));

    [TestCase("Unlimited")]
    [TestCase("inf")]
    public void No_limit(string text) => Assert.That(Advice.For(NumberText.Expected, text, ""), Is.EqualTo(Advice.NoLimit));

    [Test]
    public void A_column_with_blanks_that_is_not_quoted() =>
        Assert.That(Advice.For("an empirical distribution, such as \"empirical stays column days in d\"", "empirical t column LOS (days) in d", ""),
            Is.EqualTo(Advice.QuotedColumn));

    [TestCase("01/07/2017")]
    [TestCase("1.7.2017")]
    [TestCase("01-07-2017")]
    [TestCase("1 July 2017")]
    [TestCase("July 1, 2017")]
    [TestCase("2017/07/01")]
    public void Dates(string text) => Assert.That(Advice.For(DateText.Expected, text, ""), Is.EqualTo(Advice.Dates));

    [Test]
    public void What_has_a_unit_is_not_told_to_write_one() => Assert.That(Advice.For("a length of time of at least 1 s", "0.2 s", TimeUnit.Hint), Is.Empty);

    [Test]
    public void A_hint_that_says_more_stays() => Assert.That(Advice.For(NumberText.Expected, "x", "Did you mean \"y\"?"), Is.EqualTo("Did you mean \"y\"?"));

    [TestCase("dtoc", "Did you mean \"dtoc_rate\" or \"dtoc_days\"?")]
    [TestCase("four_hours", "Did you mean \"four_hour_rate\"?")]
    [TestCase("dtoc_rat", "Did you mean \"dtoc_rate\"?")]
    [TestCase("beds", "")]
    public void Names_that_begin_alike_are_proposed(string word, string hint) =>
        Assert.That(Nearest.HintOfMany(word, ["occupancy", "dtoc_rate", "four_hour_rate", "dtoc_days", "wait"]), Is.EqualTo(hint));

    [Test]
    public void What_stands_for_a_missing_value_is_no_misspelt_name()
    {
        Assert.That(Advice.For("a value of u", "NA", "Did you mean \"a\"?"), Is.EqualTo(Advice.Missing));
        Assert.That(Advice.For("a value of u", "NA", "Did you mean \"na\"? Capital and small letters count."), Does.StartWith("Did you mean"));
        Assert.That(Nearest.Hint("", ["x"]), Is.Empty);
    }

    [Test]
    public void A_comma_inside_braces_is_named()
    {
        using var system = TemporarySystem.With(
            ("system.yaml",
                "system: s\nrun: { starts: Mon 00:00, lasts: 2 d }\nstreams: { a: { to: w, rate: 1,5 per d } }\nstages: { w: { time: 1 h, then: leave } }\n"));
        SystemCompiler.Compile(system.Read()!, RunOverrides.None, system.Problems);
        Assert.That(system.Printed, Does.Contain(Advice.EntryComma));
    }

    [TestCase("rate", "Rate", "Did you mean \"Rate\"? Capital and small letters count.")]
    [TestCase("rate", "rate ", "Did you mean \"rate \"? A blank stands before or behind \"rate \".")]
    [TestCase("rate", "rate", "")]
    [TestCase("sites", "site", "Did you mean \"site\"?")]
    public void Never_is_the_name_proposed_that_was_written(string word, string known, string hint) =>
        Assert.That(Nearest.Hint(word, ["other", known]), Is.EqualTo(hint));

    [TestCase("2 days", 172_800)]
    [TestCase("1 day", 86_400)]
    [TestCase("8 hrs", 28_800)]
    [TestCase("1 hour", 3_600)]
    [TestCase("90 minutes", 5_400)]
    [TestCase("45mins", 2_700)]
    [TestCase("30 secs", 30)]
    [TestCase("2 weeks", 1_209_600)]
    [TestCase("2 years", 63_115_200)]
    public void Units_may_be_written_in_words(string text, double seconds)
    {
        Assert.That(DurationText.TryParse(text, out var read, out _), Is.True);
        Assert.That(read, Is.EqualTo(seconds));
        Assert.That(DistributionText.TryParse($"lognormal mean {text} sd {text}", out var spec, out _), Is.True);
        Assert.That(spec!["mean"], Is.EqualTo(seconds));
        Assert.That(DistributionText.TryParse(spec.ToText(), out var again, out _) && again["sd"] == seconds, spec.ToText());
        Assert.That(RateText.TryParse($"1 per {text}", out var perHour, out _), Is.True);
        Assert.That(perHour, Is.EqualTo(3_600 / seconds).Within(1e-12));
    }
}
