using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Tests.Loading.Text;

public sealed class NumbersWithUnitsTests
{
    [TestCase("28 min", 1_680)]
    [TestCase("6.2 d", 535_680)]
    [TestCase("4h", 14_400)]
    [TestCase("1 y", 31_557_600)]
    [TestCase("2 w", 1_209_600)]
    [TestCase("30 s", 30)]
    [TestCase("0", 0)]
    public void A_length_of_time_is_read_in_seconds(string text, double seconds)
    {
        Assert.That(DurationText.TryParse(text, out var value, out var expected), Is.True, expected);
        Assert.That(value, Is.EqualTo(seconds).Within(1e-6));
    }

    [TestCase("6.2")]
    [TestCase("6.2 dayes")]
    [TestCase("1,000 s")]
    [TestCase("NaN")]
    [TestCase("NaN d")]
    [TestCase("Infinity h")]
    [TestCase("-1 h")]
    [TestCase("d")]
    [TestCase("")]
    public void A_length_of_time_without_number_or_unit_is_refused(string text)
    {
        Assert.That(DurationText.TryParse(text, out _, out var expected), Is.False);
        Assert.That(expected, Does.Contain("with a unit"));
    }

    [TestCase("35 %", 0.35)]
    [TestCase("12.871287 %", 0.12871287)]
    [TestCase("100%", 1)]
    [TestCase("0 %", 0)]
    public void A_share_is_read_as_a_fraction(string text, double share)
    {
        Assert.That(ShareText.TryParse(text, out var value, out _), Is.True);
        Assert.That(value, Is.EqualTo(share).Within(1e-15));
    }

    [TestCase("35")]
    [TestCase("0.35")]
    [TestCase("101 %")]
    [TestCase("-1 %")]
    [TestCase("NaN %")]
    [TestCase("rest")]
    public void A_share_without_sign_or_outside_its_limits_is_refused(string text) => Assert.That(ShareText.TryParse(text, out _, out _), Is.False);

    [Test]
    public void The_rest_is_recognised_by_itself()
    {
        Assert.That(ShareText.IsRest("rest"), Is.True);
        Assert.That(ShareText.IsRest("rest 3 %"), Is.False);
    }

    [TestCase("12 per d", 0.5)]
    [TestCase("1 per 1.2 d", 1 / 28.8)]
    [TestCase("12 per day", 0.5)]
    [TestCase("3 per h", 3)]
    [TestCase("0 per d", 0)]
    [TestCase("14 per week", 14.0 / 168)]
    public void A_rate_is_read_per_hour(string text, double perHour)
    {
        Assert.That(RateText.TryParse(text, out var value, out _), Is.True);
        Assert.That(value, Is.EqualTo(perHour).Within(1e-12));
    }

    [TestCase("12")]
    [TestCase("12 d")]
    [TestCase("-1 per d")]
    [TestCase("1 per 0 d")]
    [TestCase("1 per 1.2")]
    [TestCase("NaN per d")]
    public void What_is_no_rate_is_refused(string text) => Assert.That(RateText.TryParse(text, out _, out _), Is.False);

    [Test]
    public void A_scaled_rate_keeps_its_period()
    {
        Assert.That(RateText.Scale("2 per 1.2 d", 1.5), Is.EqualTo("3 per 1.2 d"));
        Assert.That(RateText.Scale("2", 1.5), Is.Null);
    }

    [TestCase("1.9 % per y", 0.019)]
    [TestCase("-0.5 % per year", -0.005)]
    public void A_growth_is_read_as_a_fraction_a_year(string text, double perYear)
    {
        Assert.That(GrowthText.TryParse(text, out var value, out _), Is.True);
        Assert.That(value, Is.EqualTo(perYear).Within(1e-15));
    }

    [TestCase("1.9 %")]
    [TestCase("1.9 per y")]
    [TestCase("-100 % per y")]
    public void What_is_no_growth_is_refused(string text) => Assert.That(GrowthText.TryParse(text, out _, out _), Is.False);

    [Test]
    public void Money_is_read_exactly()
    {
        Assert.That(MoneyText.TryParse("£12.35", out var pounds, out _), Is.True);
        Assert.That(pounds, Is.EqualTo(12.35m));
        Assert.That(MoneyText.TryParse("-£3", out var loss, out _), Is.True);
        Assert.That(loss, Is.EqualTo(-3m));
        Assert.That(MoneyText.TryParse("12.35", out _, out _), Is.False);
        Assert.That(MoneyText.TryParse("£1,250", out _, out _), Is.False);
    }

    [TestCase("12", true)]
    [TestCase("1e3", true)]
    [TestCase("-3.5", true)]
    [TestCase("1,000", false)]
    [TestCase("NaN", false)]
    [TestCase("Infinity", false)]
    [TestCase("1e400", false)]
    [TestCase("0x10", false)]
    [TestCase("twelve", false)]
    public void Only_finite_plain_numbers_are_numbers(string text, bool isNumber) => Assert.That(NumberText.TryParse(text, out _, out _), Is.EqualTo(isNumber));
}
