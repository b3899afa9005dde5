using FlowSim.Plots.Frame;

namespace FlowSim.Tests.Plots.Words;

public sealed class DotValuesTests
{
    [TestCase(-1.3, -2.7, -0.02, "−1.30 [−2.70, −0.02]")]
    [TestCase(-1.3, -2.7, 0.02, "−1.3 [−2.7, 0.0]")]
    [TestCase(1.3, 0.3, 2.7, "+1.3 [+0.3, +2.7]")]
    public void An_interval_that_leaves_out_zero_does_not_read_as_if_it_touched_it(double mean, double lower, double upper, string expected) =>
        Assert.That(DotValues.Text(new Estimate(mean, lower, upper), 1, signed: true), Is.EqualTo(expected));
}
