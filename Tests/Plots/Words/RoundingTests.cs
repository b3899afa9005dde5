using FlowSim.Plots.Words;

namespace FlowSim.Tests.Plots.Words;

public sealed class RoundingTests
{
    // Two significant digits of half the width; no more than three of the mean, unless the interval would vanish.
    [TestCase(31, 24, 38, Description = "half width 7, mean of two digits: 7.0 would give 31.0, three digits: one decimal", ExpectedResult = 1)]
    [TestCase(21.03, 18.2, 23.8, ExpectedResult = 1)]
    [TestCase(-13.1, -24.28, -1.91, ExpectedResult = 0)]
    [TestCase(0.46, 0.33, 0.60, ExpectedResult = 2)]
    [TestCase(32.91, 32.67, 33.15, ExpectedResult = 1)]
    [TestCase(-19493, -22532, -16455, ExpectedResult = -2)]
    [TestCase(164, -121, 449, ExpectedResult = -1)]
    [TestCase(-1.33, -2.65, -0.02, ExpectedResult = 2, Description = "an end of 0.0 would deny that the interval excludes 0")]
    [TestCase(712345.678, 712345.6, 712345.75, ExpectedResult = 2, Description = "one digit of the half width, so that the ends still differ")]
    public int Decimals_are_what_the_interval_can_carry(double mean, double lower, double upper) => Rounding.Decimals(mean, lower, upper);

    [Test]
    public void A_difference_without_spread_keeps_three_digits() => Assert.That(Rounding.Decimals(2.5, 2.5, 2.5), Is.EqualTo(2));

    [TestCase(1234567.8, 0, "1,234,568")]
    [TestCase(-1234.56, 1, "−1,234.6")]
    [TestCase(-0.04, 1, "0.0")]
    [TestCase(22532, -2, "22,500")]
    [TestCase(-49, -2, "0")]
    [TestCase(double.NaN, 1, "–")]
    public void Numbers_are_printed_as_people_write_them(double value, int decimals, string expected) =>
        Assert.That(NumberText.Plain(value, decimals), Is.EqualTo(expected));

    [TestCase(0.04, 1, "0.0")]
    [TestCase(0.06, 1, "+0.1")]
    [TestCase(-0.06, 1, "−0.1")]
    public void A_sign_stands_only_where_the_rounded_number_has_one(double value, int decimals, string expected) =>
        Assert.That(NumberText.Signed(value, decimals), Is.EqualTo(expected));

    [TestCase(717.1, 712.3, 0)]
    [TestCase(279.8, 279.6, 1)]
    [TestCase(5.03, 5.026, 3)]
    [TestCase(50, 50, 1)]
    public void Two_levels_that_differ_do_not_read_the_same(double one, double other, int expected) =>
        Assert.That(Rounding.LevelDecimals(one, other), Is.EqualTo(expected));
}
