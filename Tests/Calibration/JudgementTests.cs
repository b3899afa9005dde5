using FlowSim.Scenarios.Calibration;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Calibration;

/// <summary>
/// Verdicts on four replications. Values are 10 ± 1, 10 ± 1: their mean is 10, their standard deviation 2 ÷ √3 and the half width of the 95 % interval
/// 3.1824 (Student's t with 3 degrees of freedom) × 1.1547 ÷ 2 = 1.8374.
/// </summary>
public sealed class JudgementTests
{
    private const double HalfWidth = 1.83738;

    private static readonly double[] Values = [9, 11, 9, 11];

    [Test]
    public void The_interval_is_that_of_the_mean_over_replications()
    {
        var row = Judged(10, 1);
        Assert.That(row.Modelled, Is.EqualTo(10).Within(1e-12));
        Assert.That(row.Upper95 - row.Modelled, Is.EqualTo(HalfWidth).Within(1e-4));
        Assert.That(row.Modelled - row.Lower95, Is.EqualTo(HalfWidth).Within(1e-4));
    }

    [TestCase(10, 1.84, CalibrationVerdict.Within, TestName = "All of the interval lies within")]
    [TestCase(10, 1.83, CalibrationVerdict.CannotBeTold, TestName = "The interval reaches over both edges")]
    [TestCase(12, 3.83, CalibrationVerdict.CannotBeTold, TestName = "The mean is within, an end of the interval is not")]
    [TestCase(12, 1.9, CalibrationVerdict.CannotBeTold, TestName = "The mean is outside, an end of the interval is not")]
    [TestCase(14, 2.1, CalibrationVerdict.Outside, TestName = "All of the interval lies below")]
    [TestCase(6, 2.1, CalibrationVerdict.Outside, TestName = "All of the interval lies above")]
    public void The_interval_decides(double observed, double tolerance, string verdict) =>
        Assert.That(Judged(observed, tolerance).Verdict, Is.EqualTo(verdict));

    [Test]
    public void More_than_enough_is_enough() =>
        Assert.That(Judgement.Of(Row(1, 0.4), Values, atLeast: true).Verdict, Is.EqualTo(CalibrationVerdict.Within));

    [Test]
    public void Replications_without_a_value_are_left_out() =>
        Assert.That(Judgement.Of(Row(10, 1), [double.NaN, .. Values]).Upper95, Is.EqualTo(10 + HalfWidth).Within(1e-4));

    [Test]
    public void Without_any_value_nothing_can_be_told()
    {
        var row = Judgement.Of(Row(10, 1), [double.NaN, double.NaN]);
        Assert.That((row.Modelled, row.Verdict), Is.EqualTo((double.NaN, CalibrationVerdict.CannotBeTold)));
    }

    [Test]
    public void A_mean_at_the_edge_is_within_whatever_its_last_bit() =>
        Assert.That(Judgement.Of(Row(77.7, 0.1), [77.8, 77.8]).Verdict, Is.EqualTo(CalibrationVerdict.Within));

    private static CalibrationRow Judged(double observed, double tolerance) => Judgement.Of(Row(observed, tolerance), Values);

    private static CalibrationRow Row(double observed, double tolerance) => new()
    {
        Measure = "m",
        Place = "system",
        Period = "2016/17",
        Observed = observed,
        Tolerance = tolerance,
        Verdict = CalibrationVerdict.NotJudged,
    };
}
