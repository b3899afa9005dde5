using FlowSim.Scenarios.Experiments;
using MathNet.Numerics.Statistics;

namespace FlowSim.Tests.Experiments;

public sealed class SampleTests
{
    [Test]
    public void The_mean_and_the_standard_deviation_are_those_of_a_worked_example()
    {
        double[] values = [2, 4, 4, 4, 5, 5, 7, 9];
        Assert.That(Sample.Mean(values), Is.EqualTo(5));
        Assert.That(Sample.StandardDeviation(values), Is.EqualTo(Math.Sqrt(32.0 / 7)).Within(1e-15));
    }

    // Student's t has a closed quantile for 1 and 2 degrees of freedom: tan(π(p − ½)) and (2p − 1)√(2 ÷ (1 − (2p − 1)²)).
    [Test]
    public void The_half_width_agrees_with_the_closed_quantiles_of_Student_t()
    {
        Assert.That(Sample.HalfWidth(2, 3), Is.EqualTo(Math.Tan(Math.PI * 0.475) * 3 / Math.Sqrt(2)).Within(1e-9));
        Assert.That(Sample.HalfWidth(3, 3), Is.EqualTo(0.95 * Math.Sqrt(2 / (1 - (0.95 * 0.95))) * 3 / Math.Sqrt(3)).Within(1e-9));
    }

    [Test]
    public void The_half_width_for_many_replications_approaches_the_normal_one()
    {
        Assert.That(Sample.HalfWidth(1_000_000, 1), Is.EqualTo(1.959964 / 1000).Within(1e-8));
    }

    [Test]
    public void One_value_has_a_mean_and_no_spread()
    {
        Assert.That(Sample.Mean([7]), Is.EqualTo(7));
        Assert.That(Sample.StandardDeviation([7]), Is.NaN);
        Assert.That(Sample.HalfWidth(1, double.NaN), Is.NaN);
    }

    [Test]
    public void No_value_has_no_mean() => Assert.That(Sample.Mean([]), Is.NaN);

    [Test]
    public void Equal_values_have_a_spread_of_exactly_nothing_whatever_rounding_does()
    {
        Assert.That(Sample.StandardDeviation([0.1, 0.1, 0.1]), Is.Zero);
        Assert.That(Sample.Correlation([0.1, 0.1, 0.1], [1, 2, 3]), Is.NaN);
        Assert.That(Sample.Correlation([1, 2, 3], [0.1, 0.1, 0.1]), Is.NaN);
    }

    [TestCase(0.05)]
    [TestCase(0.5)]
    [TestCase(0.95)]
    [TestCase(0)]
    [TestCase(1)]
    public void Quantiles_are_of_type_7(double probability)
    {
        double[] sorted = [-3, 0.5, 0.75, 2, 2, 8, 21];
        Assert.That(Sample.Quantile(sorted, probability), Is.EqualTo(sorted.QuantileCustom(probability, QuantileDefinition.R7)).Within(1e-12));
    }

    [Test]
    public void The_quartile_of_four_values_is_the_textbook_one() => Assert.That(Sample.Quantile([1, 2, 3, 4], 0.25), Is.EqualTo(1.75));

    [Test]
    public void The_correlation_is_that_of_a_worked_example()
    {
        // Deviations (−1, 0, 1) and (−1, −1, 2): 3 ÷ √(2 × 6).
        Assert.That(Sample.Correlation([1, 2, 3], [1, 1, 4]), Is.EqualTo(3 / Math.Sqrt(12)).Within(1e-15));
        Assert.That(Sample.Correlation([1, 2, 3], [-2, -4, -6]), Is.EqualTo(-1));
    }
}
