using System.Globalization;
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

    [TestCase(36.28, 36.27, 36.29, ExpectedResult = 1)]
    [TestCase(712345.678, 712345.6, 712345.75, ExpectedResult = -3)]
    [TestCase(-1.33, -2.65, -0.02, ExpectedResult = 2)]
    [TestCase(21.03, 18.2, 23.8, ExpectedResult = 1)]
    public int A_difference_in_a_sentence_has_three_digits_at_most(double mean, double lower, double upper) =>
        Rounding.DifferenceDecimals(mean, lower, upper);

    [TestCase(1234.52, -36.28, 1198.24, 1, ExpectedResult = "1,234.5 1,198.2", Description = "as fine as the difference: 36.3")]
    [TestCase(189.6, -21, 168.6, 1, ExpectedResult = "190 169", Description = "three digits add up with 21.0")]
    [TestCase(96.75, -4.4, 92.35, 2, ExpectedResult = "96.8 92.4")]
    [TestCase(100.44, 0.13, 100.57, 1, ExpectedResult = "100.4 100.5", Description = "100.6 would be 0.2 more: the second gives way")]
    [TestCase(78123.4, -19493, 58630.4, -2, ExpectedResult = "78,100 58,600", Description = "never finer than the difference: 19,500")]
    public string Levels_are_no_finer_than_their_difference(double before, double added, double after, int decimals)
    {
        var (first, second, ofLevels) = Rounding.ThatAddUp(before, added, after, decimals);
        return $"{NumberText.Plain(first, ofLevels)} {NumberText.Plain(second, ofLevels)}";
    }

    [Test]
    public void A_printed_level_less_the_other_is_the_printed_difference()
    {
        var dice = new Properties.Dice(20170401);
        double Number(double low, double high) => low + ((high - low) * dice.Below(1_000_000) / 1e6);
        for (var round = 0; round < 5_000; round++)
        {
            var before = Math.Pow(10, Number(-2, 6));
            var added = before * Number(-0.9, 0.9);
            var half = Math.Abs(added) * Number(0.001, 0.9);
            var decimals = Rounding.DifferenceDecimals(added, added - half, added + half);
            var (first, second, ofLevels) = Rounding.ThatAddUp(before, added, before + added, decimals);
            var printed = Read(NumberText.Plain(second, ofLevels)) - Read(NumberText.Plain(first, ofLevels));
            Assert.That(printed, Is.EqualTo(Read(NumberText.Plain(added, decimals))), $"{before} {added} ± {half}");
            Assert.That(ofLevels, Is.LessThanOrEqualTo(decimals));
        }
    }

    private static decimal Read(string text) => decimal.Parse(text.Replace('−', '-'), NumberStyles.Number, CultureInfo.InvariantCulture);

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
