using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>One patient who holds two bundles of one pool at once.</summary>
public sealed class TwoBundlesOfOnePoolTests
{
    [Test]
    public void A_bed_that_is_kept_and_two_more_of_the_pool_are_three_and_all_come_free_again()
    {
        // Anna: 1 bed to 10 min, then 2 more beside it to 60, then one of them to 90. Of three beds Ben, Cora and Dan find none before 60, then two.
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 3 } }
            stages:
              one: { place: bed, time: 10 min, then: three }
              three: { place: 2 of bed, keep: [bed], time: 50 min, then: last }
              last: { place: bed, time: 30 min, then: leave }
              stay: { place: bed, time: 5 h, then: leave }
            streams:
              {{Patient("anna", "one")}}
              {{Patient("ben", "stay", "20 min")}}
              {{Patient("cora", "stay", "30 min")}}
              {{Patient("dan", "stay", "40 min")}}
            """);
        Assert.That(scene.Taken("anna", "three"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Taken("ben", "stay"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Taken("cora", "stay"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Taken("dan", "stay"), Is.EqualTo(90 * Minute));
    }

    [Test]
    public void A_room_as_place_and_one_as_staff_are_two_and_the_second_comes_free_at_the_end_of_the_time()
    {
        var scene = Play($$"""
            pools: { room: { kind: spaces, capacity: 2 } }
            stages:
              treat: { place: room, staff: room, time: 1 h, then: rest }
              rest: { place: keep, time: 1 h, then: leave }
              sit: { place: room, time: 5 h, then: leave }
            streams:
              {{Patient("anna", "treat")}}
              {{Patient("ben", "sit", "10 min")}}
              {{Patient("cora", "sit", "20 min")}}
            """);
        Assert.That(scene.Started("anna", "treat"), Is.Zero);
        Assert.That(scene.Taken("ben", "sit"), Is.EqualTo(1 * Hour));
        Assert.That(scene.Taken("cora", "sit"), Is.EqualTo(2 * Hour));
    }
}
