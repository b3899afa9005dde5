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
    public void A_number_is_written_as_people_do(double value, int decimals, string expected) =>
        Assert.That(NumberText.Short(value, decimals), Is.EqualTo(expected));

    [TestCase(4.26, "+4.3")]
    [TestCase(-4.26, "−4.3")]
    [TestCase(0.001, "0.0")]
    public void A_difference_carries_its_sign_unless_it_is_written_as_0(double value, string expected) =>
        Assert.That(NumberText.ShortSigned(value, 1), Is.EqualTo(expected));

    [TestCase(3, 2, 4, "3.0 min [2.0, 4.0]")]
    [TestCase(90, 60, 120, "90 min [60, 120]")]
    [TestCase(1500, double.NaN, double.NaN, "25.0 h", Description = "not 1.0 d")]
    [TestCase(500, double.NaN, double.NaN, "8.33 h")]
    [TestCase(2880, 2880, 2880, "2.00 d [2.00, 2.00]")]
    [TestCase(5848.69, 3657.31, 8040.06, "4.1 d [2.5, 5.6]")]
    [TestCase(59.4, double.NaN, double.NaN, "59.4 min")]
    public void A_wait_is_in_the_unit_in_which_it_is_best_read(double mean, double lower, double upper, string expected) =>
        Assert.That(TimeUnit.Text(mean, lower, upper), Is.EqualTo(expected));

    [TestCase(0, 1500, 7, "0, 4 h, 8 h, 12 h, 16 h, 20 h, 24 h")]
    [TestCase(0, 1500, 4, "0, 8 h, 16 h, 24 h")]
    [TestCase(0, 3000, 3, "0, 1 d, 2 d")]
    [TestCase(0, 55, 6, "0, 10 min, 20 min, 30 min, 40 min, 50 min")]
    [TestCase(0, 0.3, 6, "0, 0.1 min, 0.2 min, 0.3 min")]
    [TestCase(100, 110, 4, "100 min, 105 min, 110 min")]
    public void Marks_of_durations_are_at_round_times(double low, double high, int most, string expected) =>
        Assert.That(string.Join(", ", TimeUnit.Within(low, high, most).Select(mark => mark.Label)), Is.EqualTo(expected));
}
