using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>Requests: a list is "or" in the order written, later ones after a time.</summary>
public sealed class AlternativeTests
{
    [Test]
    public void A_list_is_or_in_the_order_written_not_in_the_order_of_names()
    {
        var scene = Play($$"""
            pools:
              z-bed: { kind: beds, capacity: 1 }
              a-bed: { kind: beds, capacity: 1 }
            stages:
              ward:  { place: [z-bed, a-bed], time: 10 min, then: leave }
              z-for: { place: z-bed, time: 1 min, then: leave }
              a-for: { place: a-bed, time: 1 min, then: leave }
            streams:
              {{Patient("anna", "ward")}}
              {{Patient("ben", "z-for", "5 min")}}
              {{Patient("cora", "a-for", "5 min")}}
            """);
        Assert.That(scene.Taken("anna", "ward"), Is.Zero);
        Assert.That(scene.Taken("ben", "z-for"), Is.EqualTo(10 * Minute), "Anna is in z-bed");
        Assert.That(scene.Taken("cora", "a-for"), Is.EqualTo(5 * Minute));
    }

    [Test]
    public void Of_two_places_that_come_free_in_one_second_the_one_written_first_is_taken()
    {
        var scene = Play($$"""
            pools:
              z-bed: { kind: beds, capacity: 1 }
              a-bed: { kind: beds, capacity: 1 }
            stages:
              in-a:  { place: a-bed, time: 1 h, then: leave }
              in-z:  { place: z-bed, time: 1 h, then: leave }
              ward:  { place: [z-bed, a-bed], time: 10 min, then: leave }
              z-for: { place: z-bed, time: 1 min, then: leave }
            streams:
              {{Patient("anna", "in-a")}}
              {{Patient("ben", "in-z")}}
              {{Patient("cora", "ward", "5 min")}}
              {{Patient("dan", "z-for", "65 min")}}
            """);
        Assert.That(scene.Taken("cora", "ward"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Taken("dan", "z-for"), Is.EqualTo(70 * Minute));
    }

    [Test]
    public void A_list_waits_for_whichever_comes_free_first()
    {
        var scene = Play($$"""
            pools:
              first:  { kind: beds, capacity: 1 }
              second: { kind: beds, capacity: 1 }
            stages:
              in-first:  { place: first, time: 2 h, then: leave }
              in-second: { place: second, time: 1 h, then: leave }
              ward: { place: [first, second], time: 10 min, then: leave }
            streams:
              {{Patient("anna", "in-first")}}
              {{Patient("ben", "in-second")}}
              {{Patient("cora", "ward", "5 min")}}
            """);
        Assert.That(scene.Taken("cora", "ward"), Is.EqualTo(60 * Minute));
    }

    [Test]
    public void An_alternative_after_T_is_joined_T_after_entry()
    {
        var scene = Play($$"""
            pools:
              medical:  { kind: beds, capacity: 1 }
              surgical: { kind: beds, capacity: 1 }
            stages:
              in-medical: { place: medical, time: 5 h, then: leave }
              ward: { place: [medical, surgical after 2 h], time: 10 min, then: leave }
            streams:
              {{Patient("anna", "in-medical")}}
              {{Patient("ben", "ward", "10 min")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo((2 * Hour) + (10 * Minute)));
    }

    [Test]
    public void An_alternative_stands_in_its_list_from_e_plus_T_not_from_entry()
    {
        // Ben joins the surgical list at 120 min, Cora at 60 min though she came later: she is served first.
        var scene = Play($$"""
            pools:
              medical:  { kind: beds, capacity: 1 }
              surgical: { kind: beds, capacity: 1 }
            stages:
              in-medical:  { place: medical, time: 9 h, then: leave }
              in-surgical: { place: surgical, time: 3 h, then: leave }
              ward:  { place: [medical, surgical after 2 h], time: 10 min, then: leave }
              other: { place: surgical, time: 30 min, then: leave }
            streams:
              {{Patient("anna", "in-medical")}}
              {{Patient("agnes", "in-surgical")}}
              {{Patient("ben", "ward", "0 min")}}
              {{Patient("cora", "other", "60 min")}}
            """);
        Assert.That(scene.Taken("cora", "other"), Is.EqualTo(180 * Minute));
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(210 * Minute));
    }

    [Test]
    public void An_alternative_may_wait_until_an_hour()
    {
        var scene = Play($$"""
            pools:
              medical:  { kind: beds, capacity: 1 }
              surgical: { kind: beds, capacity: 1 }
            stages:
              in-medical: { place: medical, time: 20 h, then: leave }
              ward: { place: [medical, "surgical after until next 08:00"], time: 10 min, then: leave }
            streams:
              {{Patient("anna", "in-medical")}}
              {{Patient("ben", "ward", "10 min")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(8 * Hour));
    }

    [Test]
    public void An_alternative_may_count_from_a_clock()
    {
        // The clock runs since the desk at 0; the ward is asked for at 30.
        var scene = Play($$"""
            pools:
              medical:  { kind: beds, capacity: 1 }
              surgical: { kind: beds, capacity: 1 }
            stages:
              in-medical: { place: medical, time: 20 h, then: leave }
              desk: { clock: ed, time: 30 min, then: ward }
              ward: { place: [medical, surgical after 2 h of ed], time: 10 min, then: leave }
            streams:
              {{Patient("anna", "in-medical")}}
              {{Patient("ben", "desk")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(2 * Hour));
    }

    [Test]
    public void An_alternative_whose_clock_has_long_passed_T_is_asked_for_at_once()
    {
        // Three hours on the clock when the ward is asked for: with nobody to wait for, queue 0 does not send Ben away.
        var scene = Play($$"""
            pools:
              medical:  { kind: beds, capacity: 1 }
              surgical: { kind: beds, capacity: 1 }
            stages:
              in-medical: { place: medical, time: 20 h, then: leave }
              desk: { clock: ed, time: 3 h, then: ward }
              ward: { place: [medical, surgical after 2 h of ed], gives_up: [ { queue: 0, to: lost } ], time: 10 min, then: leave }
            exits: [lost]
            streams:
              {{Patient("anna", "in-medical")}}
              {{Patient("ben", "desk")}}
            """);
        Assert.That(scene.ExitOf("ben"), Is.EqualTo("leave"));
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(3 * Hour));
    }

    [Test]
    public void An_alternative_of_no_delay_is_asked_for_in_the_same_second()
    {
        // `until office opens` is no time at all at 10:00, and until 09:00 before.
        var scene = Play($$"""
            calendars: { office: { open: daily 09:00-17:00 } }
            pools:
              medical:  { kind: beds, capacity: 1 }
              surgical: { kind: beds, capacity: 5 }
            stages:
              in-medical: { place: medical, time: 3 d, then: leave }
              ward: { place: [medical, surgical after until office opens], priority: [2, 1 after 0 min], time: 10 min, then: leave }
            streams:
              {{Patient("anna", "in-medical")}}
              {{Patient("ben", "ward", "10 h")}}
              {{Patient("cora", "ward", "8 h")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(10 * Hour));
        Assert.That(scene.Taken("cora", "ward"), Is.EqualTo(9 * Hour));
    }
}
