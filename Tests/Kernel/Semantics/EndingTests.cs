using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentences 7 and 8: the end of a stage, where next, and exits.</summary>
public sealed class EndingTests
{
    [Test]
    public void Then_sees_the_state_after_this_ending_and_before_any_list_is_served()
    {
        // When Anna's stage ends her nurse is free again and Ben still waits for her.
        var scene = Play($$"""
            pools: { nurse: { kind: staff, capacity: 1 } }
            stages:
              see: { staff: nurse, time: 10 min, then: [ { if: "free(nurse) = 1 and waiting(see) = 1", to: as-it-should }, { to: wrong } ] }
            exits: [as-it-should, wrong]
            streams:
              {{Patient("anna", "see")}}
              {{Patient("ben", "see", "1 min")}}
            """);
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("as-it-should"));
        Assert.That(scene.ExitOf("ben"), Is.EqualTo("wrong"), "nobody waits when he ends");
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(10 * Minute));
    }

    [Test]
    public void The_place_is_not_let_go_at_the_end()
    {
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 2 } }
            stages:
              ward: { place: bed, time: 10 min, then: [ { if: "occupied(bed) = 1 and free(bed) = 1", to: as-it-should }, { to: wrong } ] }
            exits: [as-it-should, wrong]
            streams:
              {{Patient("anna", "ward")}}
            """);
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("as-it-should"));
    }

    [Test]
    public void The_next_stage_is_entered_in_the_same_instant()
    {
        var scene = Play($$"""
            stages:
              a: { time: 10 min, then: b }
              b: { time: 0 min, then: c }
              c: { time: 10 min, then: leave }
            streams:
              {{Patient("anna", "a")}}
            """);
        Assert.That(scene.Entered("anna", "b"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Entered("anna", "c"), Is.EqualTo(10 * Minute));
    }

    [Test]
    public void Then_by_an_attribute_takes_its_value_or_else_the_star()
    {
        var scene = Play($$"""
            attributes: { pathway: [p0, p1, p2] }
            stages:
              fit: { time: 1 min, then: { by: pathway, p0: home, p1: care, "*": other } }
            exits: [home, care, other]
            streams:
              {{Patient("anna", "fit", attributes: "pathway: p0")}}
              {{Patient("ben", "fit", attributes: "pathway: p1")}}
              {{Patient("cora", "fit", attributes: "pathway: p2")}}
            """);
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("home"));
        Assert.That(scene.ExitOf("ben"), Is.EqualTo("care"));
        Assert.That(scene.ExitOf("cora"), Is.EqualTo("other"));
    }

    [Test]
    public void Then_by_a_table_of_targets_follows_its_cell()
    {
        var scene = Play($$"""
            attributes: { pathway: [p0, p1] }
            tables: { onward: { keys: [pathway], rows: { p0: home, p1: care } } }
            stages:
              fit: { time: 1 min, then: { table: onward } }
            exits: [home, care]
            streams:
              {{Patient("anna", "fit", attributes: "pathway: p0")}}
              {{Patient("ben", "fit", attributes: "pathway: p1")}}
            """);
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("home"));
        Assert.That(scene.ExitOf("ben"), Is.EqualTo("care"));
    }

    [Test]
    public void At_an_exit_clocks_stop_and_all_places_are_let_go()
    {
        var scene = Play($$"""
            pools:
              bed:     { kind: beds, capacity: 1, group: acute-ga }
              monitor: { kind: spaces, capacity: 1 }
            stages:
              ward:  { place: bed, clock: spell, time: 10 min, then: watch }
              watch: { place: monitor, keep: [acute-ga], clock: spell, time: 20 min, then: died }
              other: { place: bed + monitor, time: 1 min, then: leave }
            exits: [died]
            measures:
              spell_time: { clock: spell, mean: true, unit: min }
            streams:
              {{Patient("anna", "ward")}}
              {{Patient("ben", "other", "1 min")}}
            """);
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("died"));
        Assert.That(scene.Taken("ben", "other"), Is.EqualTo(30 * Minute));
        Assert.That(scene.Value("spell_time"), Is.EqualTo(30));
    }

    [Test]
    public void At_an_exit_the_request_to_move_back_ends()
    {
        // Ben leaves from the surgical bed at 70; when the medical bed is free at 120 nobody has a claim on it but Cora.
        var scene = Play($$"""
            pools:
              medical:  { kind: beds, capacity: 1 }
              surgical: { kind: beds, capacity: 1 }
            stages:
              in-medical: { place: medical, time: 2 h, then: leave }
              ward: { place: [medical, surgical after 10 min], moves_back: { priority: 1 }, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "in-medical")}}
              {{Patient("ben", "ward")}}
              {{Patient("cora", "in-medical", "90 min")}}
            """);
        Assert.That(scene.Left("ben"), Is.EqualTo(70 * Minute));
        Assert.That(scene.Taken("cora", "in-medical"), Is.EqualTo(120 * Minute));
    }
}
