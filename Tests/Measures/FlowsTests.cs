using FlowSim.Simulator.Measures;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Measures;

/// <summary>Every move of every patient, from where and to where, a day.</summary>
public sealed class FlowsTests
{
    [Test]
    public void Every_move_from_arrival_to_exit_is_counted_with_where_it_began_and_ended()
    {
        // Ten days. Four come a day; each second one goes on to a ward, the others home. Of the wards each has its share, and all leave at once.
        var walk = Walk.Of(ModelText.Compile("""
            system: flows
            run: { starts: Mon 00:00, lasts: 10 d, warm_up: 0 h, begin: empty }
            dimensions: { site: [north, south] }
            pools: { bed: { each: site, kind: beds, capacity: 50 } }
            streams:
              quick: { to: desk, schedule: { every: 12 h, first: 1 h }, attributes: { site: north, way: home } }
              slow:  { to: desk, schedule: { every: 12 h, first: 2 h }, attributes: { site: south, way: ward } }
            attributes: { way: [home, ward] }
            stages:
              desk: { time: 10 min, then: { by: way, home: leave, ward: ward } }
              ward: { each: site, place: bed@site, time: 1 h, then: died }
            exits: [died]
            """));
        Assert.That(walk.Result.Flows, Is.EquivalentTo(new FlowRow[]
        {
            new("all", "quick", "desk", "system", 2),
            new("all", "slow", "desk", "system", 2),
            new("all", "desk", "leave", "system", 2),
            new("all", "desk", "ward", "south", 2),
            new("all", "ward", "died", "south", 2),
        }));
    }

    [Test]
    public void Who_is_led_from_the_stream_to_an_exit_is_counted_on_that_way()
    {
        var walk = Walk.Of(ModelText.Compile("""
            system: flows
            run: { starts: Mon 00:00, lasts: 10 d, warm_up: 0 h, begin: empty }
            streams:
              some: { to: desk, schedule: { every: 12 h, first: 1 h } }
              lost: { to: away, schedule: { every: 8 h, first: 1 h } }
            stages: { desk: { time: 10 min, then: leave } }
            exits: [away]
            """));
        Assert.That(walk.Result.Flows, Is.EquivalentTo(new FlowRow[]
        {
            new("all", "some", "desk", "system", 2),
            new("all", "desk", "leave", "system", 2),
            new("all", "lost", "away", "system", 3),
        }));
    }
}
