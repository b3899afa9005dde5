using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 3: what a stage says about the place.</summary>
public sealed class PlaceTests
{
    [Test]
    public void Keep_changes_nothing()
    {
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              ward:  { place: bed, time: 10 min, then: round }
              round: { place: keep, time: 20 min, then: leave }
            streams:
              {{Patient("anna", "ward")}}
              {{Patient("ben", "ward", "1 min")}}
            """);
        Assert.That(scene.Taken("anna", "round"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(30 * Minute));
    }

    [Test]
    public void None_lets_every_place_go_at_entry()
    {
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              ward: { place: bed, time: 10 min, then: home }
              home: { place: none, time: 20 min, then: leave }
            streams:
              {{Patient("anna", "ward")}}
              {{Patient("ben", "ward", "1 min")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Left("anna"), Is.EqualTo(30 * Minute));
    }

    [Test]
    public void None_with_keep_lets_go_only_what_is_not_kept()
    {
        var scene = Play($$"""
            pools:
              bed:     { kind: beds, capacity: 1, group: acute-ga }
              monitor: { kind: spaces, capacity: 1 }
            stages:
              ward:    { place: bed + monitor, time: 10 min, then: rest }
              rest:    { place: none, keep: [acute-ga], time: 20 min, then: leave }
              bed-for: { place: bed, time: 1 min, then: leave }
              watch:   { place: monitor, time: 1 min, then: leave }
            streams:
              {{Patient("anna", "ward")}}
              {{Patient("ben", "bed-for", "1 min")}}
              {{Patient("cora", "watch", "1 min")}}
            """);
        Assert.That(scene.Taken("cora", "watch"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Taken("ben", "bed-for"), Is.EqualTo(30 * Minute));
    }

    [Test]
    public void Place_left_out_is_as_none()
    {
        var scene = Play($$"""
            stages:
              call: { time: 10 min, then: leave }
            streams:
              {{Patient("anna", "call", "3 min")}}
            """);
        Assert.That(scene.Taken("anna", "call"), Is.EqualTo(3 * Minute));
        Assert.That(scene.Left("anna"), Is.EqualTo(13 * Minute));
    }

    [Test]
    public void A_bundle_already_held_is_taken_without_asking_even_if_an_earlier_one_is_free()
    {
        var scene = Play($$"""
            pools:
              majors: { kind: spaces, capacity: 1 }
              corridor: { kind: spaces, capacity: 1 }
            stages:
              handover: { place: corridor, time: 10 min, then: assess }
              assess:   { place: [majors, corridor], time: 20 min, then: leave }
              needs-majors:   { place: majors, time: 1 min, then: leave }
              needs-corridor: { place: corridor, time: 1 min, then: leave }
            streams:
              {{Patient("anna", "handover")}}
              {{Patient("ben", "needs-majors", "15 min")}}
              {{Patient("cora", "needs-corridor", "15 min")}}
            """);
        Assert.That(scene.Taken("anna", "assess"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Taken("ben", "needs-majors"), Is.EqualTo(15 * Minute), "majors was left alone");
        Assert.That(scene.Taken("cora", "needs-corridor"), Is.EqualTo(30 * Minute), "the corridor was held on");
    }

    [Test]
    public void A_bundle_already_held_is_taken_though_others_wait_for_that_pool()
    {
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              one: { place: bed, time: 10 min, then: two }
              two: { place: bed, time: 10 min, then: leave }
            streams:
              {{Patient("anna", "one")}}
              {{Patient("ben", "one", "1 min")}}
            """);
        Assert.That(scene.Taken("anna", "two"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Taken("ben", "one"), Is.EqualTo(20 * Minute));
    }
}
