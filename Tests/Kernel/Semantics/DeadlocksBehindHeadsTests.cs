using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>
/// docs/law.md, sentence 13: patients who wait for one another behind somebody who is not one of them. Ben holds one of two beds and waits for the room,
/// with a desk,
/// from 2 h on; Anna holds the room and waits for a bed, behind Zoe, who holds nothing and wants both beds.
/// </summary>
public sealed class DeadlocksBehindHeadsTests
{
    private static SystemModel Behind(string zoe, string more = "", string zoesTime = "30 min", string annasPriority = "\"4\"", string bens = "room + desk") => Compile($$"""
        pools: { bed: { kind: beds, capacity: 2 }, room: { kind: spaces, capacity: 1 }, chair: { kind: spaces, capacity: 1 }, desk: { kind: spaces, capacity: 50 } }
        stages:
          in-bed:  { place: bed, time: 2 h, then: to-room }
          in-room: { place: room, time: 1 h, then: to-bed }
          to-room: { place: {{bens}}, time: 1 h, then: leave }
          to-bed:  { place: bed, priority: {{annasPriority}}, time: 1 h, then: leave }
          both:    { {{zoe}}, priority: "2", time: 1 h, then: leave }
          sit:     { place: chair, time: 5 h, then: leave }
          more:    { place: [ 2 of bed, chair ], priority: "3", time: 1 h, then: leave }
        streams:
          {{Nobody("both", "sit", "more")}}
          {{Patient("ben", "in-bed")}}
          {{Patient("anna", "in-room")}}
          {{Patient("zoe", "both", zoesTime)}}
          {{more}}
        """);

    private static string Stopped(SystemModel model) => Assert.Throws<SimulationException>(() => Play(model))!.Message;

    [TestCase("place: 2 of bed")]
    [TestCase("staff: 2 of bed")]
    public void A_deadlock_behind_somebody_who_holds_nothing_is_named_with_that_patient(string zoe)
    {
        var said = Stopped(Behind(zoe));
        Assert.That(said, Does.Contain("(second 7200)").And.Contain("patients in bed, room wait for each other's places for ever"));
        Assert.That(said, Does.Contain("of ben holds bed and waits at to-room for room + desk").And.Contain("of anna holds room and waits at to-bed for bed"));
        Assert.That(said, Does.Contain("of zoe is first in the list and waits at both for 2 of bed, since day 0 00:30:00"));
    }

    [Test]
    public void Those_who_can_change_places_do_since_the_first_would_never_be_served()
    {
        var scene = Play(Behind("place: 2 of bed", bens: "room"));
        Assert.That((scene.Taken("anna", "to-bed"), scene.Taken("ben", "to-room")), Is.EqualTo((2 * Hour, 2 * Hour)));
        Assert.That(scene.Taken("zoe", "both"), Is.EqualTo(3 * Hour), "when Anna leaves");
    }

    [Test]
    public void Who_is_first_and_will_give_up_lets_the_others_go_on()
    {
        var scene = Play(Behind("place: 2 of bed, gives_up: [ { after: 10 h, to: leave } ]"));
        Assert.That(scene.Taken("anna", "to-bed"), Is.EqualTo((10 * Hour) + (30 * Minute)));
        Assert.That(scene.Taken("ben", "to-room"), Is.EqualTo((10 * Hour) + (30 * Minute)));
    }

    [Test]
    public void Who_is_first_and_may_yet_have_something_else_lets_the_others_go_on()
    {
        var scene = Play(Behind("place: [ 2 of bed, chair ]", Patient("xenia", "sit")));
        Assert.That(scene.Taken("zoe", "both"), Is.EqualTo(5 * Hour), "the chair");
        Assert.That(scene.Taken("anna", "to-bed"), Is.EqualTo(5 * Hour));
    }

    [Test]
    public void Who_is_behind_and_will_rise_past_the_first_lets_the_others_go_on()
    {
        var scene = Play(Behind("place: 2 of bed", annasPriority: "[ 4, 1 after 4 h ]"));
        Assert.That(scene.Taken("anna", "to-bed"), Is.EqualTo(5 * Hour));
        Assert.That(scene.Taken("ben", "to-room"), Is.EqualTo(5 * Hour));
        Assert.That(scene.Taken("zoe", "both"), Is.EqualTo(6 * Hour), "when Anna leaves");
    }

    [Test]
    public void It_is_said_when_the_last_hope_of_the_first_is_gone()
    {
        // From 270 min on Zoe may have the room too, which is Anna's.
        Assert.That(Stopped(Behind("place: [ 2 of bed, room after 4 h ]")), Does.Contain("(second 16200)").And.Contain("waits at both for 2 of bed or room"));
    }

    [Test]
    public void A_deadlock_closes_with_somebody_who_comes_and_is_first()
    {
        // Yann is before Anna and may have the chair at 5 h, so that nothing is for ever; at 3 h Zoe comes, who is before her too and may not.
        var said = Stopped(Behind("place: 2 of bed", $"{Patient("xenia", "sit")}\n  {Patient("yann", "more", "20 min")}", "3 h"));
        Assert.That(said, Does.Contain("(second 10800)").And.Contain("of zoe is first in the list"));
    }

    [TestCase("", 7200)]
    [TestCase("gives_up: [ { after: 3 h, to: leave } ], ", 7200)]
    public void A_deadlock_that_may_come_undone_does_not_hide_one_that_may_not(string patience, int second)
    {
        // Xenia and Yann wait for each other's d and e, with f; he may give up. So do, from 2 h on, Anna and Ben for a and b, with f, for ever.
        var said = Assert.Throws<SimulationException>(() => Play($$"""
            pools: { a: { kind: beds, capacity: 1 }, b: { kind: beds, capacity: 1 }, d: { kind: beds, capacity: 1 }, e: { kind: beds, capacity: 1 }, f: { kind: spaces, capacity: 9 } }
            stages:
              in-a: { place: a, time: 2 h, then: to-b }
              in-b: { place: b, time: 2 h, then: to-a }
              in-d: { place: d, time: 1 h, then: to-e }
              in-e: { place: e, time: 1 h, then: to-d }
              to-a: { place: a + f, time: 1 h, then: leave }
              to-b: { place: b + f, time: 1 h, then: leave }
              to-d: { place: d + f, gives_up: [ { after: 300 h, to: leave } ], time: 1 h, then: leave }
              to-e: { place: e + f, {{patience}}time: 1 h, then: leave }
            streams:
              {{Patient("anna", "in-a")}}
              {{Patient("ben", "in-b")}}
              {{Patient("xenia", "in-d")}}
              {{Patient("yann", "in-e")}}
            """))!.Message;
        Assert.That(said, Does.Contain($"(second {second})").And.Contain("patients in a, b wait").And.Not.Contain("xenia"));
    }
}
