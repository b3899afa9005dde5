using FlowSim.Plots.Words;

namespace FlowSim.Tests.Plots.Words;

public sealed class NumberTextTests
{
    [TestCase(1234.56, 1, "1,234.6")]
    [TestCase(-3.2, 1, "−3.2")]
    [TestCase(-0.01, 1, "0.0")]
    [TestCase(42130, -2, "42,100")]
    [TestCase(123456, 0, "123k")]
    [TestCase(2450000, 0, "2.45m")]
    [TestCase(3.1e9, 0, "3.10bn")]
    [TestCase(double.NaN, 1, "–")]
    public void A_number_is_written_as_people_do(double value, int decimals, string expected) => Assert.That(NumberText.Plain(value, decimals), Is.EqualTo(expected));

    [TestCase(4.26, "+4.3")]
    [TestCase(-4.26, "−4.3")]
    [TestCase(0.001, "0.0")]
    public void A_difference_carries_its_sign_unless_it_is_written_as_0(double value, string expected) => Assert.That(NumberText.Signed(value, 1), Is.EqualTo(expected));

    [TestCase(3, 2, 4, "3.0 min [2.0, 4.0]")]
    [TestCase(90, 60, 120, "1.5 h [1.0, 2.0]")]
    [TestCase(5848.69, 3657.31, 8040.06, "4.1 d [2.5, 5.6]")]
    [TestCase(59.4, double.NaN, double.NaN, "59 min")]
    public void A_wait_is_in_the_unit_in_which_it_is_best_read(double mean, double lower, double upper, string expected) => Assert.That(TimeUnit.Text(mean, lower, upper), Is.EqualTo(expected));
}
