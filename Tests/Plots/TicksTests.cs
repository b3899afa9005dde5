using FlowSim.Plots.Drawings;

namespace FlowSim.Tests.Plots;

public sealed class TicksTests
{
    [TestCase(0, 97, 4)]
    [TestCase(0.12, 0.31, 4)]
    [TestCase(-3, 7, 5)]
    [TestCase(698, 772.6, 4)]
    [TestCase(5, 5, 4)]
    public void Marks_stand_at_1_2_or_5_times_a_power_of_ten_and_enclose_the_range(double low, double high, int most)
    {
        var ticks = Ticks.Around(low, high, most);
        Assert.That(ticks.First, Is.LessThanOrEqualTo(low));
        Assert.That(ticks.Last, Is.GreaterThanOrEqualTo(high));
        Assert.That(ticks.Count - 1, Is.LessThanOrEqualTo(most));
        Assert.That(Math.Round(ticks.Step / Math.Pow(10, Math.Floor(Math.Log10(ticks.Step) + 1e-9)), 9), Is.AnyOf(1.0, 2.0, 5.0));
    }

    [TestCase(0, 97, 4, "0 50 100")]
    [TestCase(0.12, 0.31, 4, "0.1 0.2 0.3 0.4")]
    [TestCase(-3, 7, 5, "−4 −2 0 2 4 6 8")]
    public void Labels_have_the_decimals_of_the_step(double low, double high, int most, string expected)
    {
        var ticks = Ticks.Around(low, high, most == 5 ? 6 : most);
        Assert.That(string.Join(' ', ticks.Values.Select(ticks.Label)), Is.EqualTo(expected));
    }

    // A tornado in a column of 80 mm had one mark, at 0.
    [TestCase(-4.5, 0.1, 2)]
    [TestCase(-3.1, 3.1, 2)]
    [TestCase(0, 4.9, 1)]
    public void An_axis_has_two_marks_at_least(double low, double high, int most)
    {
        var marks = Ticks.Within(low, high, most).Values.ToList();
        Assert.That(marks, Has.Count.InRange(2, 4));
        Assert.That(marks, Is.All.InRange(low, high));
    }

    [TestCase(0, 97, 4, "0 20 40 60 80")]
    [TestCase(14, 105, 4, "20 40 60 80 100")]
    public void Marks_are_no_more_than_have_room(double low, double high, int most, string tooMany) =>
        Assert.That(Ticks.Within(low, high, most).Values.Select(value => value.ToString()),
            Is.SubsetOf(tooMany.Split(' ').Append("50")).And.Count.LessThanOrEqualTo(most));

    [Test]
    public void A_range_on_a_step_gains_no_mark() => Assert.That(Ticks.Around(0, 100, 5).Values, Is.EqualTo(new double[] { 0, 20, 40, 60, 80, 100 }));

    [Test]
    public void A_year_from_April_is_marked_at_first_days_of_months()
    {
        var marks = DayMarks.Of(new DateOnly(2017, 4, 1), 730, 530, 12.7);
        Assert.That(marks[0], Is.EqualTo(new DayMark(0, "Apr 2017")));
        Assert.That(marks.Select(mark => new DateOnly(2017, 4, 1).AddDays(mark.Day).Day), Is.All.EqualTo(1));
        Assert.That(string.Join(", ", marks.Select(mark => mark.Label)), Is.EqualTo("Apr 2017, Jul, Oct, Jan 2018, Apr, Jul, Oct, Jan 2019"));
    }

    [Test]
    public void Days_without_dates_are_counted_from_1()
    {
        var marks = DayMarks.Of(null, 1825, 530, 12.7);
        Assert.That(marks[0].Label, Is.EqualTo("day 1"));
        Assert.That(marks, Has.Count.InRange(4, 10));
    }
}
