using FlowSim.Simulator.Model;
using FlowSim.Simulator.Overloads;
using FlowSim.Tests.Kernel.Semantics;

namespace FlowSim.Tests.Kernel.Overloads;

/// <summary>
/// Units missing = open × (what comes ÷ what is served × the share of its units neither idle nor held by patients who wait − 1), and the chains from
/// a queue to what holds it up, of headcounts written by hand over ten days.
/// </summary>
public sealed class ShortageTests
{
    private const int A = 0, B = 1, C = 2;

    private static readonly SystemModel Three = Scene.Compile("""
        pools: { a: { kind: beds, capacity: 64 }, b: { kind: beds, capacity: 64 }, c: { kind: beds, capacity: 8 } }
        stages: { one: { place: a + b + c, time: 1 d, then: leave } }
        streams: { patients: { to: one, rate: 1 per d } }
        """);

    /// <summary>Ten days in which waiting and returned grow from nothing to what is given; by pool a, b, c.</summary>
    private static Shortage Of(int present, int[] waiting, long[] returned, double[]? idle = null, double[]? heldUp = null) => new(
        Three,
        [HeadcountOf.At(0, 0, [0, 0, 0], [0, 0, 0], idle, heldUp), HeadcountOf.At(10, present, waiting, returned, idle, heldUp)],
        [64, 64, 8],
        [0, 0, 0]);

    private static void Wait(Shortage shortage, int patients, int pool, int? holds = null, int units = 1)
    {
        for (var patient = 0; patient < patients; patient++)
        {
            shortage.Count([(pool, 1)], holds is { } held ? [(held, units)] : []);
        }
    }

    private static GrowingQueue Queue(int pool, double perDay) => new(perDay, [pool], IsCircle: false);

    [Test]
    public void Units_are_missing_in_the_proportion_in_which_more_come_than_are_served()
    {
        // 32 a day are served, 16 a day more come: 64 × 48 / 32 = 96 would do.
        var shortage = Of(160, [160, 0, 0], [320, 0, 0]);
        Wait(shortage, 160, A);
        Assert.That(shortage.Missing(A, [Queue(A, 16)]), Is.EqualTo(32));
    }

    [Test]
    public void What_the_latest_moment_had_given_back_before_the_first_does_not_count()
    {
        var headcounts = new[] { HeadcountOf.At(2, 0, [0, 0, 0], [1000, 0, 0]), HeadcountOf.At(12, 160, [160, 0, 0], [1320, 0, 0]) };
        var shortage = new Shortage(Three, headcounts, [64, 64, 8], [0, 0, 0]);
        Assert.That(shortage.ReturnedPerDay(A), Is.EqualTo(32));
    }

    [Test]
    public void Units_that_are_idle_or_held_up_are_there_already()
    {
        // Averages of 0.2 idle and 0.1 held up: 64 × (1.5 × 0.9 × 0.8 − 1) = 5.12.
        var headcounts = new[] { HeadcountOf.At(0, 0, [0, 0, 0], [0, 0, 0], [0.1, 0, 0], [0.05, 0, 0]),
            HeadcountOf.At(10, 160, [160, 0, 0], [320, 0, 0], [0.3, 0, 0], [0.15, 0, 0]) };
        var shortage = new Shortage(Three, headcounts, [64, 64, 8], [0, 0, 0]);
        Wait(shortage, 160, A);
        Assert.That(shortage.HeldUp(A), Is.EqualTo(0.1).Within(1e-12));
        Assert.That(shortage.Missing(A, [Queue(A, 16)]), Is.EqualTo(6));
    }

    [Test]
    public void Who_waits_for_several_units_is_served_by_as_many()
    {
        // Each asks for 4: 32 units a day serve 8, so 24 / 8 of 64 units are needed.
        var shortage = Of(160, [160, 0, 0], [320, 0, 0]);
        for (var patient = 0; patient < 160; patient++)
        {
            shortage.Count([(A, 4)], []);
        }

        Assert.That(shortage.Missing(A, [Queue(A, 16)]), Is.EqualTo(128));
    }

    [Test]
    public void What_holds_several_queues_up_is_measured_by_all_of_them()
    {
        // a serves 10 a day of one unit each, b 20 units a day for patients who ask for two, c 5: 25 served, 50 come.
        var shortage = Of(300, [100, 120, 30], [100, 200, 50]);
        Wait(shortage, 100, A);
        Wait(shortage, 30, C);
        for (var patient = 0; patient < 120; patient++)
        {
            shortage.Count([(B, 2)], []);
        }

        Assert.That(shortage.Missing(C, [Queue(A, 10), Queue(B, 12), Queue(C, 3)]), Is.EqualTo(8));
    }

    [TestCase(0.5, 1)]
    [TestCase(0.25, 0)]
    [TestCase(1, 1)]
    [TestCase(1.5, 2)]
    public void Less_than_half_a_unit_is_not_missing_and_parts_are_counted_whole(double perDay, double missing)
    {
        // 64 a day are served by 64 units: a patient a day more is a unit more.
        var shortage = Of(5, [5, 0, 0], [640, 0, 0]);
        Wait(shortage, 5, A);
        Assert.That(shortage.Missing(A, [Queue(A, perDay)]), Is.EqualTo(missing));
    }

    [Test]
    public void What_has_served_nobody_cannot_be_measured()
    {
        var shortage = Of(160, [160, 0, 0], [0, 0, 0]);
        Wait(shortage, 160, A);
        Assert.That(shortage.Missing(A, [Queue(A, 16)]), Is.NaN);
        Assert.That(new Shortage(Three, [HeadcountOf.At(3, 9, [9, 0, 0], [50, 0, 0])], [1, 1, 1], [0, 0, 0])
            .ReturnedPerDay(A), Is.Zero, "one moment has no length");
    }

    [Test]
    public void Surge_and_closures_change_what_is_open()
    {
        var shortage = new Shortage(Three, [HeadcountOf.At(0, 0, [0, 0, 0], [0, 0, 0])], [64, 64, 8], [+6, -4, -9]);
        Assert.That((shortage.Open(A), shortage.Open(B), shortage.Open(C)), Is.EqualTo((70, 60, 0)));
    }

    [Test]
    public void The_number_present_grows_by_all_who_are_present() => Assert.That(Of(160, [100, 0, 0], [0, 0, 0]).PerDay, Is.EqualTo(16));

    [Test]
    public void Queues_that_do_not_grow_are_not_named_and_the_fastest_comes_first()
    {
        var headcounts = new[] { HeadcountOf.At(0, 0, [0, 0, 50], [0, 0, 0]), HeadcountOf.At(10, 250, [100, 150, 50], [100, 100, 100]) };
        var queues = new Shortage(Three, headcounts, [64, 64, 8], [0, 0, 0]).Queues();
        Assert.That(queues.Select(queue => (queue.Pool, queue.PerDay)), Is.EqualTo(new[] { (B, 15.0), (A, 10.0) }));
    }

    [Test]
    public void A_pool_that_nobody_waits_for_any_more_is_not_named()
    {
        // 0, 4, 8 and 0 wait: the median of the slopes 4, 4, 0, 4, -2 and -8 is above 0.
        var headcounts = new[] { 0, 4, 8, 0 }.Select((waiting, day) => HeadcountOf.At(day, 10 * day, [waiting, 10 * day, 0], [0, 0, 0])).ToArray();
        Assert.That(new Shortage(Three, headcounts, [64, 64, 8], [0, 0, 0]).Queues().Select(queue => queue.Pool), Is.EqualTo(new[] { B }));
    }

    [TestCase(10, false, TestName = "A_twentieth_of_the_fastest_is_not_named_beside_it")]
    [TestCase(11, true, TestName = "More_than_a_twentieth_of_the_fastest_is_named_beside_it")]
    public void Beside_the_fastest(int waiting, bool isNamed) =>
        Assert.That(Of(211, [200, waiting, 0], [100, 100, 0]).Queues().Any(queue => queue.Pool == B), Is.EqualTo(isNamed));

    [TestCase(49, false)]
    [TestCase(50, true)]
    public void Queues_that_take_up_a_twentieth_of_the_growth_are_named(int waiting, bool isNamed) =>
        Assert.That(Of(1000, [waiting, 0, 0], [100, 0, 0]).Queues(), Has.Count.EqualTo(isNamed ? 1 : 0));

    [TestCase(0.25, 0.27, true, TestName = "Of_two_given_together_neither_is_left_out_that_is_idle_by_as_little_more")]
    [TestCase(0.25, 0.28, false, TestName = "Of_two_given_together_the_one_that_is_idle_by_more_is_left_out")]
    public void Given_together(double idle, double moreIdle, bool isNamed)
    {
        var shortage = Of(100, [50, 50, 0], [100, 100, 0], idle: [moreIdle, idle, 0]);
        shortage.Count([(A, 1), (B, 1)], []);
        Assert.That(shortage.Queues().Select(queue => queue.Pool), Is.EqualTo(isNamed ? new[] { A, B } : [B]));
    }

    [Test]
    public void Pools_given_apart_are_not_left_out_for_one_another()
    {
        var shortage = Of(100, [50, 50, 0], [100, 100, 0], idle: [0.5, 0, 0]);
        Wait(shortage, 1, A);
        Wait(shortage, 1, B);
        Assert.That(shortage.Queues(), Has.Count.EqualTo(2));
    }
}
