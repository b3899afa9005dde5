using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Calibration;

/// <summary>What the model gives for an observation, against what is counted by hand.</summary>
public sealed class ModelledFigureTests
{
    private const double Exact = 1e-9;

    private const int DaysOfYear = 365;
    private const int DaysOfDecember = 31;
    private const int DaysOfWinter = 90;

    private const double NorthOfYear = (4 * DaysOfYear) + (2 * DaysOfDecember);
    private const double SouthOfYear = 6 * DaysOfYear;

    [TestCase("within_4h,north,,2016/17", 100 * 3 * DaysOfYear / NorthOfYear, TestName = "A year")]
    [TestCase("within_4h,north,,2016-12", 50, TestName = "A month")]
    [TestCase("within_4h,system,,2016/17", 100 * 6 * DaysOfYear / (NorthOfYear + SouthOfYear), TestName = "The whole system")]
    [TestCase("within_4h,north+south,,2016/17", 100 * 6 * DaysOfYear / (NorthOfYear + SouthOfYear),
        TestName = "Two places: stays over stays, and not the mean of two shares")]
    [TestCase("within_4h,north,,2016-12..2017-02", 100 * 3.0 * DaysOfWinter / ((4 * DaysOfWinter) + (2 * DaysOfDecember)),
        TestName = "Three months: stays over stays, and not the mean of three shares")]
    [TestCase("within_4h,north+south,,2016-12..2017-02", 100 * 6.0 * DaysOfWinter / ((10 * DaysOfWinter) + (2 * DaysOfDecember)),
        TestName = "Three months of two places")]
    [TestCase("visits,north+south,,2016-04", 10, TestName = "Two places by the day: patients of both over the days of one month")]
    [TestCase("visits,north+south,,2016-12..2017-02", 10 + (2.0 * DaysOfDecember / DaysOfWinter), TestName = "Two places by the day in three months")]
    [TestCase("visits,north,long,2016-12..2017-02", 1 + (2.0 * DaysOfDecember / DaysOfWinter), TestName = "A group in three months")]
    [TestCase("all_visits,north,,2016-12..2017-02", (4 * DaysOfWinter) + (2 * DaysOfDecember), TestName = "A total of three months is their sum")]
    [TestCase("all_visits,north+south,,2016/17", NorthOfYear + SouthOfYear, TestName = "A total of two places is their sum")]
    [TestCase("busy,north+south,,2016-04", (6 + 20) / 24.0, TestName = "An average of two places is their sum: 6 stays of 1 h and 4 of 5 h a day")]
    [TestCase("full,north,,2016-12..2017-02", 0, TestName = "Days on which a place is full, in three months")]
    [TestCase("median,south,,2016/17", 180, TestName = "A quantile of a year")]
    [TestCase("yearly,north,,2016/17", NorthOfYear / DaysOfYear, TestName = "A measure that is not kept by month")]
    [TestCase("yearly,north,,2017/18", NorthOfYear / DaysOfYear, TestName = "A year after the branch")]
    public void The_modelled_figure_is_what_is_counted_by_hand(string subject, double expected)
    {
        var row = TwoClinics.Judged(2, $"{subject},1,,,measured,,a return,").Single();
        Assert.That(row.Modelled, Is.EqualTo(expected).Within(Exact));
        Assert.That((row.Lower95, row.Upper95), Is.EqualTo((row.Modelled, row.Modelled)), "every replication is the same");
        Assert.That(string.Join(',', row.Measure, row.Place, row.Group, row.Period), Is.EqualTo(subject));
    }

    [Test]
    public void A_row_carries_what_was_written_and_the_unit_of_its_measure()
    {
        var row = TwoClinics.Judged(2, "within_4h,north,,2016-12,55,54,56,later-year,4,a return,of 2018/19").Single();
        Assert.That(row with { Modelled = 0, Lower95 = 0, Upper95 = 0 }, Is.EqualTo(new CalibrationRow
        {
            Measure = "within_4h",
            Place = "north",
            Period = "2016-12",
            Unit = "%",
            Observed = 55,
            ObservedLower95 = 54,
            ObservedUpper95 = 56,
            Status = "later-year",
            Modelled = 0,
            Lower95 = 0,
            Upper95 = 0,
            Tolerance = 4,
            Verdict = CalibrationVerdict.Outside,
            Source = "a return",
        }));
    }

    [TestCase("55,,,measured,5,a return,", CalibrationVerdict.Within, TestName = "50 for 55, 5 allowed")]
    [TestCase("55,,,measured,4.9,a return,", CalibrationVerdict.Outside, TestName = "50 for 55, 4.9 allowed")]
    [TestCase("45,,,measured,4.9,a return,", CalibrationVerdict.Outside, TestName = "50 for 45, 4.9 allowed")]
    [TestCase("55,,,measured,,a return,", CalibrationVerdict.NotJudged, TestName = "50 for 55 without a tolerance")]
    [TestCase("55,,,assumed,,recalled,", CalibrationVerdict.NotJudged, TestName = "50 for 55, which is recalled")]
    [TestCase(",,,,,,no hospital counts it", CalibrationVerdict.NoObservation, TestName = "50, and nobody has counted it")]
    public void A_figure_is_judged_by_its_tolerance(string observed, string verdict) =>
        Assert.That(TwoClinics.Judged(2, $"within_4h,south,,2016/17,{observed}").Single().Verdict, Is.EqualTo(verdict));

    [Test]
    public void One_replication_tells_nothing_of_chance() =>
        Assert.That(TwoClinics.Judged(1, "within_4h,south,,2016/17,50,,,measured,5,a return,").Single().Verdict,
            Is.EqualTo(CalibrationVerdict.CannotBeTold));

    [Test]
    public void Rows_stand_in_the_order_of_the_file()
    {
        var rows = TwoClinics.Judged(2, "within_4h,south,,2016/17,50,,,measured,5,a return,", "visits,north,,2016-04,4,,,measured,,,",
            "within_4h,north,,2016/17,70,,,measured,5,a return,");
        Assert.That(rows.Select(row => row.Measure + row.Place), Is.EqualTo(new[] { "within_4hsouth", "visitsnorth", "within_4hnorth" }));
    }
}
