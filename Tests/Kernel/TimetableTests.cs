using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Kernel;

/// <summary>Values over time, asked second by second around their edges. Open 09:00–17:00 on even days; odd days are shut.</summary>
public sealed class TimetableTests
{
    private const int Nine = 9 * SimTime.Hour, Five = 17 * SimTime.Hour;

    private static readonly DayPattern Working = new([0, Nine, Five], [0, 2, 0]);
    private static readonly DayPattern Shut = new([0], [0]);

    private static Timetable EveryOtherDay => new([0, 1, 0, 1], [Working, Shut]);

    private static int At(int day, int second) => day * SimTime.Day + second;

    [TestCase(0, 0)]
    [TestCase(Nine - 1, 0)]
    [TestCase(Nine, 2)]
    [TestCase(Five - 1, 2)]
    [TestCase(Five, 0)]
    [TestCase(SimTime.Day + Nine, 0)]
    [TestCase(2 * SimTime.Day + Nine, 2)]
    [TestCase(9 * SimTime.Day + Nine, 0)] // beyond the last day the last holds on
    public void A_value_holds_from_its_second_until_the_next(int time, double expected)
    {
        Assert.That(EveryOtherDay.At(time), Is.EqualTo(expected));
        Assert.That(EveryOtherDay.IsOpen(time), Is.EqualTo(expected > 0));
    }

    [Test]
    public void The_next_change_is_strictly_later_and_passes_over_midnights_that_change_nothing()
    {
        Assert.That(EveryOtherDay.NextChange(0), Is.EqualTo(Nine));
        Assert.That(EveryOtherDay.NextChange(Nine - 1), Is.EqualTo(Nine));
        Assert.That(EveryOtherDay.NextChange(Nine), Is.EqualTo(Five));
        Assert.That(EveryOtherDay.NextChange(Five), Is.EqualTo(At(2, Nine)));
        Assert.That(EveryOtherDay.NextChange(At(2, Five)), Is.EqualTo(int.MaxValue));
    }

    [Test]
    public void A_change_at_midnight_is_found_and_one_after_years_too()
    {
        var late = new Timetable([.. Enumerable.Repeat(0, 2000), 1], [Shut, new DayPattern([0], [1])]);
        Assert.That(late.NextChange(0), Is.EqualTo(At(2000, 0)));
        Assert.That(late.NextOpen(SimTime.Hour), Is.EqualTo(At(2000, 0)));
    }

    [Test]
    public void A_change_beyond_the_last_second_that_can_be_told_never_comes() =>
        Assert.That(new Timetable([.. Enumerable.Repeat(0, 24_860), 1], [Shut, new DayPattern([0], [1])]).NextChange(At(24_000, 0)), Is.EqualTo(int.MaxValue));

    [Test]
    public void Opening_is_now_if_it_is_open_and_never_if_it_stays_shut()
    {
        Assert.That(EveryOtherDay.NextOpen(0), Is.EqualTo(Nine));
        Assert.That(EveryOtherDay.NextOpen(Nine), Is.EqualTo(Nine));
        Assert.That(EveryOtherDay.NextOpen(Five - 1), Is.EqualTo(Five - 1));
        Assert.That(EveryOtherDay.NextOpen(Five), Is.EqualTo(At(2, Nine)));
        Assert.That(EveryOtherDay.NextOpen(At(3, 0)), Is.EqualTo(int.MaxValue));
    }

    [Test]
    public void Only_open_time_passes()
    {
        Assert.That(EveryOtherDay.AfterOpenTime(0, 0), Is.EqualTo(Nine));
        Assert.That(EveryOtherDay.AfterOpenTime(0, SimTime.Hour), Is.EqualTo(Nine + SimTime.Hour));
        Assert.That(EveryOtherDay.AfterOpenTime(Nine, 8 * SimTime.Hour), Is.EqualTo(Five), "all of the day, to its last second");
        Assert.That(EveryOtherDay.AfterOpenTime(Nine, 8 * SimTime.Hour + 1), Is.EqualTo(At(2, Nine + 1)));
        Assert.That(EveryOtherDay.AfterOpenTime(Five - 60, 100), Is.EqualTo(At(2, Nine + 40)));
        Assert.That(EveryOtherDay.AfterOpenTime(Nine, 17 * SimTime.Hour), Is.EqualTo(int.MaxValue), "only 16 h are ever open");
    }

    [Test]
    public void Being_open_with_one_number_or_another_is_being_open()
    {
        var staffed = new Timetable([0, 1], [new DayPattern([0, 100, 200], [1, 3, 0]), Shut]);
        Assert.That(staffed.AfterOpenTime(50, 150), Is.EqualTo(200));
        Assert.That(staffed.AfterOpenTime(50, 151), Is.EqualTo(int.MaxValue));
    }

    [Test]
    public void What_never_closes_lets_all_time_pass() =>
        Assert.That(Timetable.Constant(1).AfterOpenTime(50, 100 * SimTime.Day), Is.EqualTo(50 + (100 * SimTime.Day)));

    [Test]
    public void Joined_points_lie_on_straight_lines_also_over_midnight()
    {
        var rate = new Timetable([0, 1], [new DayPattern([0, 6 * SimTime.Hour], [10, 40]), new DayPattern([0], [4])]);
        Assert.That(rate.Between(0), Is.EqualTo(10));
        Assert.That(rate.Between(2 * SimTime.Hour), Is.EqualTo(20).Within(1e-12));
        Assert.That(rate.Between(6 * SimTime.Hour), Is.EqualTo(40));
        Assert.That(rate.Between(15 * SimTime.Hour), Is.EqualTo(22).Within(1e-12), "half way from 40 to the 4 of the next day");
        Assert.That(rate.Between(At(1, Nine)), Is.EqualTo(4));
    }

    [TestCase(0, 2, true)]
    [TestCase(1, 0, true)] // the second of the change belongs to what begins with it
    [TestCase(8, 1, true)]
    [TestCase(9, 7, false)]
    [TestCase(10, 7, true)]
    [TestCase(24, 3, true)] // the next day has a pattern of its own
    [TestCase(24 * 7, 3, true)] // and beyond the last day the last holds on
    public void The_steps_of_an_hour_are_known_by_their_highest(int hour, double expected, bool isSteady)
    {
        var steps =
            new HourlySteps(new Timetable([0, 1], [new DayPattern([0, SimTime.Hour, 8 * SimTime.Hour, Nine + 1800], [2, 0, 1, 7]), new DayPattern([0], [3])]));
        Assert.That(steps.InHour(hour), Is.EqualTo((expected, isSteady)));
    }

    [TestCase(0, 7200, 20)]
    [TestCase(18000, 7200, 40)] // the peak lies inside
    [TestCase(21600, 3600, 40)]
    [TestCase(54000, 10800, 25)] // falling: its beginning is its highest
    public void The_highest_of_joined_points_is_at_an_end_or_at_a_point(int from, int length, double expected)
    {
        // From 40 at 06:00 down to 10 at 24:00: 15:00 lies half way.
        var rate = new Timetable([0], [new DayPattern([0, 6 * SimTime.Hour], [10, 40])]);
        Assert.That(rate.HighestBetween(from, length), Is.EqualTo(expected).Within(1e-12));
    }

    [Test]
    public void A_gate_is_passed_at_its_next_instant_strictly_later()
    {
        var rounds = new Gate([0, 1], [[Nine, Five], []]);
        Assert.That(rounds.NextAfter(0), Is.EqualTo(Nine));
        Assert.That(rounds.NextAfter(Nine - 1), Is.EqualTo(Nine));
        Assert.That(rounds.NextAfter(Nine), Is.EqualTo(Five));
        Assert.That(rounds.NextAfter(Five), Is.EqualTo(At(2, Nine)), "the days beyond the end repeat the last two");
        Assert.That(new Gate([0], [[0]]).NextAfter(0), Is.EqualTo(At(1, 0)), "midnight of the next day");
    }

    [Test]
    public void Beyond_its_days_a_gate_repeats_the_last_week_by_weekday()
    {
        // Ten days; only day 5 has an instant among the last seven (days 3 to 9), and so do days 12, 19, 26.
        var gate = new Gate([0, 0, 0, 1, 1, 0, 1, 1, 1, 1], [[Nine], []]);
        Assert.That(gate.NextAfter(At(5, Nine)), Is.EqualTo(At(12, Nine)));
        Assert.That(gate.NextAfter(At(12, Nine)), Is.EqualTo(At(19, Nine)));
        Assert.That(gate.NextAfter(At(100, 0)), Is.EqualTo(At(103, Nine)));
    }

    [Test]
    public void A_gate_is_found_years_after_its_days_and_years_before_its_first_instant()
    {
        Assert.That(new Gate([0], [[Nine]]).NextAfter(At(5000, Nine)), Is.EqualTo(At(5001, Nine)));
        Assert.That(new Gate([.. Enumerable.Repeat(0, 900), 1], [[], [Nine]]).NextAfter(0), Is.EqualTo(At(900, Nine)));
    }

    [Test]
    public void An_instant_beyond_the_last_second_that_can_be_told_never_comes()
    {
        const int LastDay = int.MaxValue / SimTime.Day;
        Assert.That(new Gate([0], [[Nine]]).NextAfter(At(LastDay - 1, Nine)), Is.EqualTo(int.MaxValue));
        Assert.That(new Gate([0], [[int.MaxValue % SimTime.Day]]).NextAfter(At(LastDay, 0)), Is.EqualTo(int.MaxValue), "the very last");
    }

    [Test]
    public void A_gate_without_instants_never_opens() => Assert.That(new Gate([0], [[]]).NextAfter(77), Is.EqualTo(int.MaxValue));
}
