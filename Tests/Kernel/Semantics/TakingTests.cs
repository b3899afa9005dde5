using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 4: the place is taken; older places and clocks.</summary>
public sealed class TakingTests
{
    [Test]
    public void A_place_is_held_until_the_next_place_is_taken()
    {
        // Exit block: Anna is treated from 0 to 10, but the ward has no bed until 60: Ben waits for her cubicle until 60.
        var scene = Play($$"""
            pools:
              cubicle: { kind: spaces, capacity: 1 }
              bed:     { kind: beds, capacity: 1 }
            stages:
              in-bed: { place: bed, time: 1 h, then: leave }
              ed:     { place: cubicle, time: 10 min, then: ward }
              ward:   { place: bed, time: 1 h, then: leave }
            streams:
              {{Patient("zoe", "in-bed")}}
              {{Patient("anna", "ed")}}
              {{Patient("ben", "ed", "1 min")}}
            """);
        Assert.That(scene.Entered("anna", "ward"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Taken("anna", "ward"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Taken("ben", "ed"), Is.EqualTo(60 * Minute));
    }

    [Test]
    public void Older_places_named_in_keep_are_held_on()
    {
        var scene = Play($$"""
            pools:
              crew:    { kind: crews, capacity: 1 }
              cubicle: { kind: spaces, capacity: 1 }
            stages:
              convey:   { place: crew, time: 20 min, then: handover }
              handover: { place: cubicle, keep: [crew], time: 10 min, then: assess }
              assess:   { place: cubicle, time: 30 min, then: leave }
            streams:
              {{Patient("anna", "convey")}}
              {{Patient("ben", "convey", "1 min")}}
            """);
        Assert.That(scene.Taken("ben", "convey"), Is.EqualTo(30 * Minute), "the crew is let go when assess is taken, not before");
        Assert.That(scene.Taken("ben", "handover"), Is.EqualTo(60 * Minute));
    }

    [Test]
    public void Taking_one_alternative_leaves_all_other_lists()
    {
        // Cora gets the first bed at 60; when the second comes free at 90 it goes to Dan, who stood behind her.
        var scene = Play($$"""
            pools:
              first:  { kind: beds, capacity: 1 }
              second: { kind: beds, capacity: 1 }
            stages:
              in-first:  { place: first, time: 60 min, then: leave }
              in-second: { place: second, time: 90 min, then: leave }
              either: { place: [first, second], time: 5 h, then: leave }
              only-second: { place: second, time: 1 min, then: leave }
            streams:
              {{Patient("anna", "in-first")}}
              {{Patient("ben", "in-second")}}
              {{Patient("cora", "either", "1 min")}}
              {{Patient("dan", "only-second", "2 min")}}
            measures:
              second_waiting: { wait: only-second, mean: true, unit: min }
            """);
        Assert.That(scene.Taken("cora", "either"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Taken("dan", "only-second"), Is.EqualTo(90 * Minute));
        Assert.That(scene.Value("second_waiting"), Is.EqualTo(88));
    }

    [Test]
    public void A_clock_named_alone_starts_when_the_place_is_taken()
    {
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              before: { place: bed, time: 1 h, then: leave }
              ward:   { place: bed, clock: spell, time: 30 min, then: leave }
            measures:
              spell_time: { clock: spell, mean: true, unit: min }
            streams:
              {{Patient("anna", "before")}}
              {{Patient("ben", "ward")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Value("spell_time"), Is.EqualTo(30));
    }

    [Test]
    public void A_clock_named_alone_starts_even_if_an_earlier_within_was_to_start_it_later()
    {
        var scene = Play($$"""
            stages:
              handover: { clock: { ed: within 30 min }, time: 10 min, then: assess }
              assess:   { clock: ed, time: 60 min, then: leave }
            measures:
              ed_time: { clock: ed, mean: true, unit: min }
            streams:
              {{Patient("anna", "handover")}}
            """);
        Assert.That(scene.Value("ed_time"), Is.EqualTo(60));
    }

    [Test]
    public void A_within_that_has_started_is_not_started_again()
    {
        var scene = Play($$"""
            stages:
              handover: { clock: { ed: within 5 min }, time: 10 min, then: assess }
              assess:   { clock: ed, time: 60 min, then: leave }
            measures:
              ed_time: { clock: ed, mean: true, unit: min }
            streams:
              {{Patient("anna", "handover")}}
            """);
        Assert.That(scene.Value("ed_time"), Is.EqualTo(65));
    }

    [Test]
    public void A_clock_stops_when_the_place_of_a_stage_that_does_not_name_it_is_taken()
    {
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              in-bed: { place: bed, time: 1 h, then: leave }
              ed:   { clock: [ed, journey], time: 10 min, then: ward }
              ward: { place: bed, clock: journey, time: 1 h, then: home }
              home: { place: none, time: 1 h, then: leave }
            measures:
              ed_time:      { clock: ed, mean: true, unit: min }
              journey_time: { clock: journey, mean: true, unit: min }
            streams:
              {{Patient("zoe", "in-bed")}}
              {{Patient("anna", "ed")}}
            """);
        Assert.That(scene.Value("ed_time"), Is.EqualTo(60), "boarding counts: 10 minutes of care, 50 of waiting for the bed");
        Assert.That(scene.Value("journey_time"), Is.EqualTo(120));
    }
}
