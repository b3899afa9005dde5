using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Measures;

/// <summary>Months and NHS years of a window, against the calendar on the wall.</summary>
public sealed class MeasuredPeriodsTests
{
    /// <summary>A run whose day 0 is 1 January 2019.</summary>
    private static RunPlan Run(bool hasDates) => new()
    {
        FirstDay = new DateOnly(2019, 1, 1),
        Start = 0,
        Branch = 0,
        MeasureFrom = 0,
        End = 1000 * SimTime.Day,
        HasDates = hasDates,
        Replications = 1,
        BeginsEmpty = true,
        PatientLimit = 1000,
    };

    private static int DayOf(int year, int month, int day) => (new DateOnly(year, month, day).DayNumber - new DateOnly(2019, 1, 1).DayNumber) * SimTime.Day;

    [Test]
    public void A_window_over_a_leap_february_and_april_has_those_months_and_two_years()
    {
        var periods = MeasuredPeriods.Of(Run(true), DayOf(2020, 2, 10), DayOf(2020, 5, 1));
        Assert.That(periods.MonthNames, Is.EqualTo(new[] { "2020-02", "2020-03", "2020-04" }));
        Assert.That(periods.MonthStarts, Is.EqualTo(new[] { DayOf(2020, 2, 10), DayOf(2020, 3, 1), DayOf(2020, 4, 1) }));
        Assert.That(periods.YearNames, Is.EqualTo(new[] { "2019/20", "2020/21" }));
        Assert.That(periods.YearOfMonth, Is.EqualTo(new[] { 0, 0, 1 }));
        Assert.That(Enumerable.Range(0, 3).Select(periods.MonthEnd), Is.EqualTo(new[] { DayOf(2020, 3, 1), DayOf(2020, 4, 1), DayOf(2020, 5, 1) }));
    }

    [Test]
    public void March_ends_a_year_and_december_does_not()
    {
        var periods = MeasuredPeriods.Of(Run(true), DayOf(2019, 12, 1), DayOf(2020, 2, 1));
        Assert.That(periods.YearNames, Is.EqualTo(new[] { "2019/20" }));
        Assert.That(MeasuredPeriods.Of(Run(true), DayOf(2019, 3, 31), DayOf(2019, 4, 1)).YearNames, Is.EqualTo(new[] { "2018/19" }));
        Assert.That(MeasuredPeriods.Of(Run(true), DayOf(2019, 4, 1), DayOf(2019, 4, 2)).YearNames, Is.EqualTo(new[] { "2019/20" }));
    }

    [Test]
    public void A_window_that_ends_within_a_month_ends_that_month()
    {
        var periods = MeasuredPeriods.Of(Run(true), DayOf(2019, 6, 1), DayOf(2019, 7, 1) + SimTime.Hour);
        Assert.That(periods.MonthNames, Is.EqualTo(new[] { "2019-06", "2019-07" }));
        Assert.That(periods.MonthEnd(1), Is.EqualTo(DayOf(2019, 7, 1) + SimTime.Hour));
    }

    [Test]
    public void A_model_without_dates_has_one_period_without_a_name()
    {
        var periods = MeasuredPeriods.Of(Run(false), 5 * SimTime.Day, 500 * SimTime.Day);
        Assert.That((periods.MonthStarts, periods.MonthEnd(0)), Is.EqualTo((new[] { 5 * SimTime.Day }, 500 * SimTime.Day)));
        Assert.That(periods.MonthNames.Concat(periods.YearNames), Is.Empty);
    }
}
