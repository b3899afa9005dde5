using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>Requests and sentence 3: what a stage says about the place.</summary>
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

    [Test]
    public void Asking_for_more_of_a_pool_than_is_held_ends_with_what_was_asked_for()
    {
        // Anna holds one bed and asks for two (a bed and the one beside it): of the three, one is left for Ben.
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 3 } }
            stages:
              one: { place: bed, time: 10 min, then: two }
              two: { place: 2 of bed, time: 50 min, then: leave }
              ben-needs: { place: bed, time: 1 min, then: leave }
            streams:
              {{Patient("anna", "one")}}
              {{Patient("ben", "ben-needs", "20 min")}}
            """);
        Assert.That(scene.Taken("anna", "two"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Taken("ben", "ben-needs"), Is.EqualTo(20 * Minute));
    }

    [Test]
    public void Asking_for_less_of_a_pool_than_is_held_lets_the_rest_go()
    {
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 2 } }
            stages:
              one: { place: 2 of bed, time: 10 min, then: two }
              two: { place: bed, time: 50 min, then: leave }
              ben-needs: { place: bed, time: 1 min, then: leave }
            streams:
              {{Patient("anna", "one")}}
              {{Patient("ben", "ben-needs", "5 min")}}
            """);
        Assert.That(scene.Taken("anna", "two"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Taken("ben", "ben-needs"), Is.EqualTo(10 * Minute));
    }

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

    [Test]
    public void Plus_is_and_all_or_nothing()
    {
        // Anna needs both; the theatre is free from 60. Meanwhile the bed is not held for her: Ben uses it from 10 to 40.
        var scene = Play($$"""
            pools:
              bed:     { kind: beds, capacity: 1 }
              theatre: { kind: spaces, capacity: 1 }
            stages:
              operation: { place: theatre, time: 1 h, then: leave }
              both: { place: bed + theatre, time: 10 min, then: leave }
              ward: { place: bed, time: 30 min, then: leave }
            streams:
              {{Patient("cora", "operation")}}
              {{Patient("anna", "both", "5 min")}}
              {{Patient("ben", "ward", "10 min")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Taken("anna", "both"), Is.EqualTo(60 * Minute));
    }

    [Test]
    public void Plus_takes_all_its_pools_at_one_moment()
    {
        var scene = Play($$"""
            pools:
              bed:     { kind: beds, capacity: 1 }
              theatre: { kind: spaces, capacity: 1 }
            stages:
              both:  { place: bed + theatre, time: 1 h, then: leave }
              bed-for: { place: bed, time: 1 min, then: leave }
              theatre-for: { place: theatre, time: 1 min, then: leave }
            streams:
              {{Patient("anna", "both")}}
              {{Patient("ben", "bed-for", "5 min")}}
              {{Patient("cora", "theatre-for", "5 min")}}
            """);
        Assert.That(scene.Taken("ben", "bed-for"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Taken("cora", "theatre-for"), Is.EqualTo(60 * Minute));
    }

    [Test]
    public void Of_a_plus_only_what_is_not_held_yet_is_asked_for()
    {
        // Anna holds the one bed and asks for it with the monitor, which is free at 60.
        var scene = Play($$"""
            pools:
              bed:     { kind: beds, capacity: 1 }
              monitor: { kind: spaces, capacity: 1 }
            stages:
              watch: { place: monitor, time: 1 h, then: leave }
              ward:  { place: bed, time: 10 min, then: both }
              both:  { place: bed + monitor, time: 30 min, then: leave }
            streams:
              {{Patient("zoe", "watch")}}
              {{Patient("anna", "ward")}}
              {{Patient("ben", "ward", "1 min")}}
            """);
        Assert.That(scene.Taken("anna", "both"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(90 * Minute));
    }

    [Test]
    public void A_plus_may_have_an_unlimited_part()
    {
        var scene = Play($$"""
            pools:
              bed:  { kind: beds, capacity: 1 }
              list: { kind: caseload, capacity: unlimited }
            stages:
              ward: { place: list + bed, time: 10 min, then: leave }
            streams:
              {{Patient("anna", "ward")}}
              {{Patient("ben", "ward", "1 min")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Value("occupied", "list"), Is.EqualTo(20 / (20 * 24 * 60.0)).Within(1e-12));
    }

    [Test]
    public void A_pool_that_the_patients_attribute_does_not_name_stops_the_run_with_the_patient_and_the_stage()
    {
        var model = Compile($$"""
            attributes: { council: [north, south, elsewhere] }
            dimensions: { area: [north, south] }
            pools: { bed: { each: area, kind: beds, capacity: 1 } }
            stages:
              ward: { place: bed@council, time: 10 min, then: leave }
            streams:
              {{Patient("anna", "ward", "1 h", "council: elsewhere")}}
            """);
        Assert.That(
            () => Play(model),
            Throws.TypeOf<FlowSim.Simulator.Kernel.SimulationException>().With.Message.Contains("council = elsewhere").And.Message.Contains("ward").And.Message.Contains("01:00:00"));
    }

    [Test]
    public void An_amount_is_taken_of_one_pool()
    {
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 3 } }
            stages:
              large: { place: 2 of bed, time: 1 h, then: leave }
              small: { place: bed, time: 2 h, then: leave }
            streams:
              {{Patient("anna", "large")}}
              {{Patient("ben", "small", "1 min")}}
              {{Patient("cora", "small", "2 min")}}
            """);
        Assert.That(scene.Taken("ben", "small"), Is.EqualTo(1 * Minute));
        Assert.That(scene.Taken("cora", "small"), Is.EqualTo(60 * Minute));
    }

    [Test]
    public void A_pool_of_an_attribute_is_chosen_by_the_patient()
    {
        var scene = Play($$"""
            dimensions: { site: [north, south] }
            attributes: { neighbour: site }
            pools: { bed: { each: site, kind: beds, capacity: 1 } }
            stages:
              ward: { place: [bed@site, bed@neighbour after 1 h], time: 10 h, then: leave }
              south: { place: bed@south, time: 1 min, then: leave }
            streams:
              {{Patient("anna", "ward", "0 min", "site: north, neighbour: south")}}
              {{Patient("ben", "ward", "1 min", "site: north, neighbour: south")}}
              {{Patient("cora", "south", "90 min", "site: north, neighbour: north")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(61 * Minute));
        Assert.That(scene.Taken("cora", "south"), Is.EqualTo((61 * Minute) + (10 * Hour)));
    }
}
