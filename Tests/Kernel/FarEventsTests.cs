using FlowSim.Simulator.Events;

namespace FlowSim.Tests.Kernel;

/// <summary>
/// Buckets of far events: from 16 s to 65,536 s wide, and wide enough for 4 to 16 events at a time, whatever the pace. No order depends on the width;
/// the speed of every run does.
/// </summary>
public sealed class FarEventsTests
{
    private const int First = 4_096;
    private const int Narrowest = 16;
    private const int Widest = 65_536;

    /// <summary>As many as there are records at first: the last of them counts too.</summary>
    private const int Pending = 1_024;

    /// <param name="every">An event comes every so many seconds [s].</param>
    /// <param name="width">The first width on the way from the first one at which 4 to 16 come together, or the last there is [s].</param>
    [TestCase(0.125, Narrowest)]
    [TestCase(1, Narrowest)]
    [TestCase(3, 32)]
    [TestCase(10, 128)]
    [TestCase(255, 2_048)]
    [TestCase(256, First)]
    [TestCase(400, First)]
    [TestCase(1_024, First)]
    [TestCase(1_300, 8_192)]
    [TestCase(3_000, 16_384)]
    [TestCase(10_000, Widest)]
    [TestCase(20_000, Widest)]
    [TestCase(500_000, Widest)]
    public void Buckets_become_as_wide_as_it_takes_for_a_handful_and_no_wider(double every, int width)
    {
        var widths = Walk(every, 1_200);
        Assert.That(widths[0], Is.EqualTo(First));
        Assert.That(widths[^1], Is.EqualTo(width));
        Assert.That(widths, width < First ? Is.Ordered.Descending : Is.Ordered.Ascending, "straight there, and it stays");
    }

    /// <summary>A pace that changes is followed both ways.</summary>
    [Test]
    public void Buckets_follow_the_pace_there_and_back()
    {
        var far = new FarEvents();
        var times = new Queue<int>();
        foreach (var (every, width) in new[] { (1.0, Narrowest), (20_000, Widest), (10, 128), (3_000, 16_384) })
        {
            Assert.That(Walk(every, 4_000, far, times)[^1], Is.EqualTo(width), $"one every {every} s");
        }
    }

    [Test]
    public void All_that_is_far_is_listed_and_none_after_it_is_cleared()
    {
        var far = new FarEvents();
        var list = new List<Event>();
        far.CopyTo(list);
        Assert.That(list, Is.Empty);
        for (var index = 0; index < 5_000; index++)
        {
            far.Add(At(First + (index * 7_919)));
        }

        far.CopyTo(list);
        Assert.That(list.Select(one => one.Time).Order(), Is.EqualTo(Enumerable.Range(0, 5_000).Select(index => First + (index * 7_919))));
        far.Clear();
        list.Clear();
        far.CopyTo(list);
        Assert.That((far.Count, list.Count), Is.EqualTo((0, 0)));
        var near = new Event[1];
        Assert.That(far.Advance(ref near), Is.Zero);
        far.Add(At(9_999_999));
        far.CopyTo(list);
        Assert.That(list.Select(one => one.Time), Is.EqualTo(new[] { 9_999_999 }));
    }

    /// <summary>4,096 buckets lie ahead. What is due as the one after them begins is met with the last of them, and waits for its own.</summary>
    [Test]
    public void An_event_beyond_the_last_bucket_comes_with_its_own()
    {
        const int Ahead = 4_096;
        const int Each = 10;
        var far = new FarEvents();
        var near = new Event[Each];
        far.Add(At(Ahead * First));
        var counts = new List<int>();
        for (var bucket = 1; bucket <= Ahead + 1; bucket++)
        {
            for (var index = 0; index < Each; index++)
            {
                far.Add(At((bucket * First) + (index * 400)));
            }

            counts.Add(far.Advance(ref near));
        }

        Assert.That(far.NearEnd, Is.EqualTo((Ahead + 2L) * First));
        Assert.That(counts.Index().Where(count => count.Item != Each), Is.EqualTo(new[] { (Ahead - 1, Each + 1) }));
        Assert.That(far.Count, Is.Zero);
    }

    private static List<long> Walk(double every, int buckets) => Walk(every, buckets, new FarEvents(), []);

    /// <summary>Lets buckets come near with as many events pending as there is room for, and returns their widths [s].</summary>
    /// <param name="times">Times of what is pending, in order [s].</param>
    private static List<long> Walk(double every, int buckets, FarEvents far, Queue<int> times)
    {
        var widths = new List<long>();
        var last = (double)times.LastOrDefault();
        var near = new Event[1];
        var width = 0L;
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            while (far.Count < Pending)
            {
                last = Math.Max(last + every, far.NearEnd);
                times.Enqueue((int)last);
                far.Add(At((int)last));
            }

            var before = far.NearEnd;
            var taken = far.Advance(ref near);
            var widthBefore = width == 0 ? far.NearEnd - before : width;
            width = far.NearEnd - before;
            Assert.That((width & (width - 1), far.NearEnd % width), Is.EqualTo((0L, 0L)), "a power of two, and the end of a bucket");
            Assert.That((double)width / widthBefore, Is.EqualTo(0.5).Or.EqualTo(1).Or.EqualTo(2), "halved, kept or doubled");
            widths.Add(width);
            Array.Sort(near, 0, taken);
            for (var at = 0; at < taken; at++)
            {
                Assert.That(near[at].Time, Is.EqualTo(times.Dequeue()));
            }

            Assert.That(times.Count == 0 || times.Peek() >= far.NearEnd, "all of the bucket came");
            Assert.That(far.Count, Is.EqualTo(times.Count));
        }

        return widths;
    }

    private static Event At(int time) => new(time, EventKind.Ending, EventCode.StageEnds, time, 0, 1);
}
