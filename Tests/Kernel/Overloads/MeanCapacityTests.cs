using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Kernel.Overloads;

/// <summary>Units open on average while any is open, over the four weeks before a time.</summary>
public sealed class MeanCapacityTests
{
    private static Timetable Daily(int[] from, double[] units) => new([0], [new DayPattern(from, units)]);

    [Test]
    public void Hours_without_capacity_do_not_count()
    {
        // 4 units for two hours, 1 unit for six.
        var roster = Daily([0, 8 * SimTime.Hour, 10 * SimTime.Hour, 16 * SimTime.Hour], [0, 4, 1, 0]);
        Assert.That(MeanCapacity.WhileOpen(roster, (3 * SimTime.Day) - 1), Is.EqualTo(14.0 / 8).Within(1e-12));
    }

    [Test]
    public void What_was_four_weeks_ago_does_not_count_any_more()
    {
        var days = Enumerable.Range(0, 13).Select(day => day < 12 ? 0 : 1).ToArray();
        var capacity = new Timetable(days, [new DayPattern([0], [10]), new DayPattern([0], [2])]);
        Assert.That(MeanCapacity.WhileOpen(capacity, 40 * SimTime.Day), Is.EqualTo(2));
        Assert.That(MeanCapacity.WhileOpen(capacity, 26 * SimTime.Day), Is.EqualTo(((12 * 10.0) + (14 * 2)) / 26)
            .Within(1e-4), "since the start, if that is less ago");
    }

    [Test]
    public void The_second_itself_counts() => Assert.That(MeanCapacity.WhileOpen(Daily([0, 5 * SimTime.Hour], [0, 3]), 5 * SimTime.Hour), Is.EqualTo(3));

    [Test]
    public void Where_nothing_was_open_it_is_none() =>
        Assert.That(MeanCapacity.WhileOpen(Daily([0, 5 * SimTime.Hour], [0, 3]), (5 * SimTime.Hour) - 1), Is.Zero);
}
