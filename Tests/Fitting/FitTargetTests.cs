using FlowSim.Scenarios.Calibration;
using FlowSim.Scenarios.Fitting;

namespace FlowSim.Tests.Fitting;

/// <summary>Implausibilities worked out by hand.</summary>
public sealed class FitTargetTests
{
    /// <summary>12 for 10: half of the tolerance 2 is 1, an interval from 8.04 to 11.96 has standard deviation 1, and chance has 2.</summary>
    [TestCase(double.NaN, double.NaN, double.NaN, 0, 2, TestName = "The model's discrepancy alone, half of the tolerance")]
    [TestCase(8.040036, 11.959964, double.NaN, 0, 1.41421356, TestName = "With the observation's own uncertainty")]
    [TestCase(8.040036, 11.959964, double.NaN, 2, 1, TestName = "And with chance")]
    [TestCase(double.NaN, double.NaN, 4, 0, 0.5, TestName = "A discrepancy that is given in place of half of the tolerance")]
    [TestCase(8.040036, 11.959964, 0, 0, 2, TestName = "None: the observation's uncertainty alone")]
    public void An_implausibility_is_the_distance_over_all_that_is_uncertain(double lower, double upper, double discrepancy, double chance, double expected) =>
        Assert.That(Target(lower, upper, discrepancy).Implausibility(12, chance), Is.EqualTo(expected).Within(1e-6));

    [Test]
    public void What_the_model_does_not_give_is_infinitely_implausible() =>
        Assert.That(Target(double.NaN, double.NaN, double.NaN).Implausibility(double.NaN, 1), Is.EqualTo(double.PositiveInfinity));

    private static FitTarget Target(double lower, double upper, double discrepancy) => new(new Observation
    {
        Where = default,
        Measure = null!,
        Places = ["system"],
        Group = "",
        Period = new ObservedPeriod("all", ["all"]),
        Observed = 10,
        Lower95 = lower,
        Upper95 = upper,
        Status = "measured",
        Tolerance = 2,
        Discrepancy = discrepancy,
        Source = "",
    });
}
