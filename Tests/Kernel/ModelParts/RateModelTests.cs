using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Kernel.ModelParts;

/// <summary>A rate over time: the first day 1, 3 from 06:30, 2 from noon, twice as many as written; all later days 10, half as many as written.</summary>
public sealed class RateModelTests
{
    private const int HalfPastSix = (6 * SimTime.Hour) + (30 * SimTime.Minute);

    private static RateModel Rate(bool linear) => new()
    {
        PerHour = new Timetable([0, 1], [new DayPattern([0, HalfPastSix, 12 * SimTime.Hour], [1, 3, 2]), new DayPattern([0], [10])]),
        DayFactor = [2, 0.5],
        Linear = linear,
    };

    [TestCase(0, 2)]
    [TestCase(HalfPastSix - 1, 2)]
    [TestCase(HalfPastSix, 6)]
    [TestCase(SimTime.Day - 1, 4)]
    [TestCase(SimTime.Day, 5)]
    [TestCase(9 * SimTime.Day, 5)]
    public void Steps_hold_until_the_next(int time, double expected) => Assert.That(Rate(linear: false).At(time), Is.EqualTo(expected));

    [TestCase(0, 2)]
    [TestCase(HalfPastSix / 2, 4)]
    [TestCase(HalfPastSix, 6)]
    [TestCase(18 * SimTime.Hour, 12)] // half-way from 2 to the next day's 10
    [TestCase(2 * SimTime.Day, 5)]
    public void Lines_join_the_points(int time, double expected) => Assert.That(Rate(linear: true).At(time), Is.EqualTo(expected).Within(1e-12));

    [TestCase(5, 2, true)]
    [TestCase(6, 6, false)]
    [TestCase(7, 6, true)]
    [TestCase(29, 5, true)]
    [TestCase(290, 5, true)]
    public void The_highest_step_of_an_hour_is_known_and_whether_it_is_the_only_one(int hour, double highest, bool isSteady) =>
        Assert.That(Rate(linear: false).InHour(hour), Is.EqualTo((highest, isSteady)));

    [TestCase(0, 2 * (1 + (2 / 6.5)))] // the line rises to the end of the hour
    [TestCase(6, 6)] // its top lies within
    [TestCase(7, 2 * (3 - (0.5 / 5.5)))] // it falls from the beginning
    [TestCase(29, 5)]
    public void The_highest_point_of_a_line_in_an_hour_is_known_and_never_taken_for_all_of_it(int hour, double highest)
    {
        var found = Rate(linear: true).InHour(hour);
        Assert.That(found.Highest, Is.EqualTo(highest).Within(1e-12));
        Assert.That(found.IsSteady, Is.False);
    }

    [TestCase(2001, 1, 1, 0)]
    [TestCase(2016, 4, 1, 4)]
    [TestCase(2016, 4, 3, 6)]
    public void The_first_weekday_is_counted_from_Monday(int year, int month, int day, int weekday)
    {
        var run = new RunPlan
        {
            FirstDay = new DateOnly(year, month, day),
            Start = 0,
            Branch = 0,
            MeasureFrom = 0,
            End = 1,
            HasDates = true,
            Replications = 1,
            BeginsEmpty = true,
            PatientLimit = 1,
        };
        Assert.That(run.FirstWeekday, Is.EqualTo(weekday));
    }
}
