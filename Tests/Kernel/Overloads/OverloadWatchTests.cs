using FlowSim.Simulator.Overloads;

namespace FlowSim.Tests.Kernel.Overloads;

/// <summary>A moment is kept when a tenth more are present than at the fewest since the last; the last eight are remembered.</summary>
public sealed class OverloadWatchTests
{
    [Test]
    public void The_first_moment_is_always_kept() => Assert.That(new OverloadWatch(1, 1).IsDue(0), Is.True);

    [Test]
    public void The_next_is_kept_when_a_tenth_more_are_present()
    {
        var watch = new OverloadWatch(1, 1);
        watch.Next(100);
        Assert.That(watch.IsDue(110), Is.False);
        Assert.That(watch.IsDue(111), Is.True);
    }

    [Test]
    public void A_tenth_more_than_at_the_fewest_since()
    {
        var watch = new OverloadWatch(1, 1);
        watch.Next(100);
        Assert.That(watch.IsDue(40), Is.False);
        Assert.That(watch.IsDue(60), Is.True);
        watch.Next(60);
        Assert.That(watch.IsDue(60), Is.False, "the fewest are counted anew from each moment that is kept");
    }

    [Test]
    public void Nobody_is_no_more_than_nobody()
    {
        var watch = new OverloadWatch(1, 1);
        watch.Next(0);
        Assert.That(watch.IsDue(0), Is.False);
        Assert.That(watch.IsDue(1), Is.True);
    }

    [TestCase(3, new[] { 0, 1, 2 })]
    [TestCase(8, new[] { 0, 1, 2, 3, 4, 5, 6, 7 })]
    [TestCase(11, new[] { 3, 4, 5, 6, 7, 8, 9, 10 })]
    public void The_last_eight_are_remembered_in_order_of_time(int taken, int[] times)
    {
        var watch = new OverloadWatch(1, 1);
        for (var time = 0; time < taken; time++)
        {
            watch.Next(1).Time = time;
        }

        Assert.That(watch.Past.Select(headcount => headcount.Time), Is.EqualTo(times));
    }

    [Test]
    public void Nothing_is_remembered_at_first() => Assert.That(new OverloadWatch(1, 1).Past, Is.Empty);
}
