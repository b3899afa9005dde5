using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Calibration;

/// <summary>What months say together. North has 4 visits on each day of a month and 6 in December.</summary>
public sealed class RecordedMonthTests
{
    private static readonly string[] Months =
    [
        "2016-04", "2016-05", "2016-06", "2016-07", "2016-08", "2016-09", "2016-10", "2016-11", "2016-12", "2017-01", "2017-02", "2017-03",
    ];

    [TestCase(6, 1, CalibrationVerdict.Within, 1, CalibrationVerdict.Within, TestName = "The record itself")]
    [TestCase(8, 1, CalibrationVerdict.Within, 0.5, CalibrationVerdict.Within, TestName = "Half the spread, which is enough")]
    [TestCase(8.1, 1, CalibrationVerdict.Within, 2 / 4.1, CalibrationVerdict.Outside, TestName = "Less than half the spread")]
    [TestCase(5, 1, CalibrationVerdict.Within, 2, CalibrationVerdict.Within, TestName = "Twice the spread, which is no fault")]
    [TestCase(2, -1, CalibrationVerdict.Outside, 1, CalibrationVerdict.Within, TestName = "Down where the record goes up")]
    public void Twelve_months_are_judged_together(double december, double correlation, string verdict, double spread, string verdictOfSpread)
    {
        var rows = TwoClinics.Judged(2, [.. Months.Select(month => Row(month, month == "2016-12" ? december : 4))]);
        Assert.That(rows, Has.Count.EqualTo(14));
        Assert.That(rows.Take(12).Select(row => row.Verdict), Is.All.EqualTo(CalibrationVerdict.NotJudged));
        var (together, spreads) = (rows[12], rows[13]);
        Assert.That((together.Measure, together.Period, together.Unit, together.Observed, together.Status),
            Is.EqualTo(("visits_months_correlation", "2016/17", "correlation", 1.0, "derived")));
        Assert.That((spreads.Measure, spreads.Place, spreads.Observed), Is.EqualTo(("visits_months_spread", "north", 1.0)));
        Assert.That(together.Modelled, Is.EqualTo(correlation).Within(1e-9));
        Assert.That(spreads.Modelled, Is.EqualTo(spread).Within(1e-9));
        Assert.That((together.Tolerance, spreads.Tolerance), Is.EqualTo((0.4, 0.5)));
        Assert.That((together.Verdict, spreads.Verdict), Is.EqualTo((verdict, verdictOfSpread)));
    }

    [Test]
    public void With_a_month_missing_they_are_shown_and_not_judged()
    {
        var rows = TwoClinics.Judged(2, [.. Months.Skip(1).Select(month => Row(month, month == "2016-12" ? 6 : 4))]);
        Assert.That(rows.Skip(11).Select(row => (row.Modelled, row.Verdict)), Has.All.Matches<(double Modelled, string Verdict)>(row =>
            Math.Abs(row.Modelled - 1) < 1e-9 && row.Verdict == CalibrationVerdict.NotJudged));
        Assert.That(rows, Has.Count.EqualTo(13));
    }

    [Test]
    public void With_a_month_that_is_recalled_they_are_not_judged_either()
    {
        var rows = TwoClinics.Judged(2, [.. Months.Select(month => Row(month, month == "2016-12" ? 6 : 4, month == "2016-05" ? "assumed" : "measured"))]);
        Assert.That(rows.Select(row => row.Verdict), Is.All.EqualTo(CalibrationVerdict.NotJudged));
    }

    [Test]
    public void Two_months_say_nothing_together() =>
        Assert.That(TwoClinics.Judged(2, Row("2016-12", 6), Row("2017-01", 4)), Has.Count.EqualTo(2));

    [Test]
    public void A_month_without_a_figure_is_no_month_of_the_record()
    {
        var rows =
            TwoClinics.Judged(2, [.. Months.Select(month => month == "2016-07" ? "visits,north,,2016-07,,,,,,," : Row(month, month == "2016-12" ? 6 : 4))]);
        Assert.That(rows, Has.Count.EqualTo(14));
        Assert.That(rows.Select(row => row.Tolerance), Is.All.NaN);
    }

    [Test]
    public void Months_of_different_years_and_places_are_kept_apart()
    {
        var rows = TwoClinics.Judged(2, Row("2016-12", 6), Row("2017-01", 4), Row("2017-04", 4), "visits,south,,2017-02,6,,,measured,,,");
        Assert.That(rows, Has.Count.EqualTo(4));
    }

    [Test]
    public void Where_either_does_not_vary_there_is_no_correlation()
    {
        var rows = TwoClinics.Judged(2, [.. Months.Select(month => Row(month, 4))]);
        Assert.That(rows.Skip(12).Select(row => row.Modelled), Is.All.NaN);
        Assert.That(rows.Skip(12).Select(row => row.Verdict), Is.All.EqualTo(CalibrationVerdict.CannotBeTold));
    }

    private static string Row(string month, double observed, string status = "measured") =>
        FormattableString.Invariant($"visits,north,,{month},{observed},,,{status},,a return,");
}
