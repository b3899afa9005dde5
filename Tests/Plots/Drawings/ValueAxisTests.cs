using FlowSim.Plots.Drawings;

namespace FlowSim.Tests.Plots.Drawings;

public sealed class ValueAxisTests
{
    [TestCase(new[] { 20.0, 30.0 }, new[] { 40.0, 50.0 }, " The axes do not begin at 0.")]
    [TestCase(new[] { 0.0, 5.0 }, new[] { 40.0, 50.0 }, " Not every axis begins at 0.")]
    [TestCase(new[] { 0.0, 5.0 }, new[] { -1.0, 3.0 }, "")]
    public void A_drawing_says_whether_its_axes_begin_at_zero(double[] first, double[] second, string expected) =>
        Assert.That(ValueAxis.Note([Of(first), Of(second)]), Is.EqualTo(expected));

    private static ValueAxis Of(double[] values) => new(values, bottom: 100, top: 0, fromZero: false);
}
