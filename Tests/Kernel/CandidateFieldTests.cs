using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.Streams;

namespace FlowSim.Tests.Kernel;

/// <summary>The field of candidates gives the same arrivals however it is walked, and of a lower rate some of those of a higher one.</summary>
public sealed class CandidateFieldTests
{
    private const ulong Key = 20261122;

    private static readonly RateModel Unused = new() { PerHour = Timetable.Constant(0), DayFactor = [1], Linear = false };

    [Test]
    public void Hours_drawn_together_give_what_each_gives_alone([Values(0.4, 3, 11.25, 70, 700)] double rate)
    {
        var together = Arrivals(rate, [5, 6, 7, 8, 9, 10]);
        Assert.That(together, Is.Not.Empty);
        Assert.That(together, Is.EqualTo(Enumerable.Range(5, 6).SelectMany(hour => Arrivals(rate, [hour]))));
    }

    [Test]
    public void Arrivals_come_in_order_of_time([Values(11.25, 900)] double rate)
    {
        var all = Arrivals(rate, [0, 1, 2]);
        Assert.That(all.Select(each => each.Time), Is.Ordered);
        Assert.That(all.Select(each => each.Number), Is.Unique);
        Assert.That(all[^1].Time, Is.LessThan(3 * SimTime.Hour));
    }

    [Test]
    public void A_lower_rate_leaves_some_out_and_moves_nobody()
    {
        var many = Arrivals(20, [3, 4]);
        var few = Arrivals(9, [3, 4]);
        Assert.That(few.Count, Is.InRange(1, many.Count - 1));
        Assert.That(few, Is.EqualTo(many.Where(few.Contains)));
    }

    [Test]
    public void A_rate_that_changes_within_the_hour_is_judged_at_the_second()
    {
        var rate = new RateModel { PerHour = new Timetable([0], [new DayPattern([0, 1800], [20, 0])]), DayFactor = [1], Linear = false };
        var field = new CandidateField();
        field.AddHour(0, 0, 20, isSteady: false);
        field.Find(Key, 0, rate);
        var changing = Enumerable.Range(0, field.Count).Select(index => (Time: field[index].Second, field[index].Number));
        Assert.That(changing, Is.EqualTo(Arrivals(20, [0]).Where(each => each.Time < 1800)));
    }

    [TestCase(3)]
    [TestCase(11.25)]
    [TestCase(700)]
    public void As_many_come_as_the_rate_says_and_as_many_in_each_quarter_of_the_hour(double rate)
    {
        var hours = (int)Math.Ceiling(6000 / rate);
        var all = Enumerable.Range(0, hours).SelectMany(hour => Arrivals(rate, [hour])).ToList();
        AreAbout(all.Count, rate * hours);
        for (var quarter = 0; quarter < 4; quarter++)
        {
            AreAbout(all.Count(each => each.Time % SimTime.Hour / 900 == quarter), rate * hours / 4);
        }

        // A Poisson number: four standard errors.
        static void AreAbout(int count, double expected) => Assert.That(count, Is.EqualTo(expected).Within(4 * Math.Sqrt(expected)));
    }

    [Test]
    public void Numbers_are_counted_from_one_in_each_hour_and_layer()
    {
        // At a rate of 64 all candidates of the layers up to it arrive, and each of these is one chunk.
        var layers = Arrivals(64, [5, 6, 7]).Select(each => each.Number).GroupBy(number => number >> 16).ToList();
        Assert.That(layers.Select(layer => layer.Key >> 6).Distinct().Order(), Is.EqualTo(new ulong[] { 5, 6, 7 }), "the hour");
        foreach (var layer in layers)
        {
            Assert.That(layer.Select(number => (int)(number & 0xFFFF)).Order(), Is.EqualTo(Enumerable.Range(1, layer.Count())));
        }

        Assert.That(layers.Max(layer => layer.Count()), Is.GreaterThan(8));
    }

    private static List<(int Time, ulong Number)> Arrivals(double rate, int[] hours)
    {
        var field = new CandidateField();
        foreach (var hour in hours)
        {
            field.AddHour(hour, (hour - hours[0]) * SimTime.Hour, rate, isSteady: true);
        }

        field.Find(Key, hours[0] * SimTime.Hour, Unused);
        return [.. Enumerable.Range(0, field.Count).Select(index => ((hours[0] * SimTime.Hour) + field[index].Second, field[index].Number))];
    }
}
