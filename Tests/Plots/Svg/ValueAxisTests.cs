using FlowSim.Plots.Svg;

namespace FlowSim.Tests.Plots.Svg;

public sealed class ValueAxisTests
{
    [TestCase(new double[] { 3, 9 })]
    [TestCase(new double[] { -4, 1e9 })]
    [TestCase(new double[] { 5 })]
    [TestCase(new double[] { 0 })]
    [TestCase(new double[] { double.NaN })]
    [TestCase(new double[] { })]
    public void Every_value_lies_on_the_axis(double[] values)
    {
        var axis = new ValueAxis(values, bottom: 100, top: 20, fromZero: false);
        foreach (var value in values.Where(double.IsFinite))
        {
            Assert.That(axis[value], Is.InRange(20, 100));
        }

        Assert.That(axis.Step, Is.GreaterThan(0));
    }

    [Test]
    public void Where_lengths_are_compared_0_is_the_end() => Assert.That(new ValueAxis([3, 9], 100, 20, fromZero: true)[0], Is.EqualTo(100));

    [TestCase(6.6, 15.4, 4, "8 10 12 14")]
    [TestCase(0, 0.97, 5, "0.0 0.2 0.4 0.6 0.8")]
    [TestCase(-1.2, 4.1, 3, "0 2 4")]
    [TestCase(0, 3.1e6, 4, "0 1m 2m 3m")]
    [TestCase(0, 250000, 3, "0 100k 200k")]
    public void Marks_inside_a_range_stand_at_numbers_people_count_in(double low, double high, int most, string expected)
    {
        var ticks = Ticks.Within(low, high, most);
        Assert.That(string.Join(' ', ticks.Values.Select(ticks.Label)), Is.EqualTo(expected));
    }
}
