using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 10.</summary>
public sealed class MovesBackTests
{
    private static string Ward(string movesBack, string streams) => $$"""
        pools:
          medical:  { kind: beds, capacity: 1, group: acute-ga }
          surgical: { kind: beds, capacity: 1, group: acute-ga }
        stages:
          in-medical:  { place: medical, time: 2 h, then: leave }
          in-surgical: { place: surgical, time: 10 min, then: leave }
          ward: { place: [medical, surgical after 10 min]{{movesBack}}, time: 5 h, then: rest }
          rest: { place: keep, time: 5 h, then: leave }
        streams:
          {{Nobody("in-surgical")}}
          {{Patient("anna", "in-medical")}}
          {{Patient("ben", "ward")}}
          {{streams}}
        """;

    [Test]
    public void While_in_an_alternative_the_patient_moves_when_an_earlier_one_is_free()
    {
        var scene = Play(Ward(", moves_back: { priority: 8 }", Patient("cora", "in-surgical", "60 min")));
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(10 * Minute));
        Assert.That(scene.MovedBack("ben", "ward"), Is.EqualTo(120 * Minute));
        Assert.That(scene.Taken("cora", "in-surgical"), Is.EqualTo(120 * Minute), "his bed is free again");
    }

    [Test]
    public void Without_moves_back_the_patient_stays_in_the_alternative()
    {
        var scene = Play(Ward("", Patient("cora", "in-surgical", "60 min")));
        Assert.That(scene.Taken("cora", "in-surgical"), Is.EqualTo((10 * Minute) + (10 * Hour)));
    }

    [Test]
    public void The_time_goes_on_and_nothing_is_drawn()
    {
        var scene = Play(Ward(", moves_back: { priority: 8 }", Patient("cora", "in-surgical", "60 min")));
        Assert.That(scene.Entered("ben", "rest"), Is.EqualTo((10 * Minute) + (5 * Hour)));
        Assert.That(scene.Left("ben"), Is.EqualTo((10 * Minute) + (10 * Hour)));
    }

    [Test]
    public void The_request_to_move_has_the_priority_given()
    {
        // Rank 8 for Ben's move: Dan, who waits with rank 1 for the medical bed, has it first, from 120 to 240.
        var scene = Play(Ward(", moves_back: { priority: 8 }", Patient("dan", "in-medical", "90 min")));
        Assert.That(scene.Taken("dan", "in-medical"), Is.EqualTo(120 * Minute));
        Assert.That(scene.MovedBack("ben", "ward"), Is.EqualTo(240 * Minute));
    }

    [Test]
    public void The_patient_stays_in_the_list_since_p()
    {
        // With rank 1 as everybody: Ben asks since 10, Dan since 90.
        var scene = Play(Ward(", moves_back: { priority: 1 }", Patient("dan", "in-medical", "90 min")));
        Assert.That(scene.MovedBack("ben", "ward"), Is.EqualTo(120 * Minute));
        Assert.That(scene.Taken("dan", "in-medical"), Is.EqualTo((10 * Minute) + (10 * Hour)));
    }

    [Test]
    public void Patients_are_moved_only_in_the_hours_given()
    {
        var scene = Play(Ward(", moves_back: { priority: 8, during: daily 06:00-20:00 }", ""));
        Assert.That(scene.MovedBack("ben", "rest"), Is.EqualTo(6 * Hour));
    }

    [Test]
    public void Outside_the_hours_the_request_to_move_is_passed_over()
    {
        // Free at 120, Ben may not move before 06:00: Dan takes the medical bed at 150 although Ben's request to move stands before him.
        var scene = Play(Ward(", moves_back: { priority: 1, during: daily 06:00-20:00 }", Patient("dan", "in-medical", "150 min")));
        Assert.That(scene.Taken("dan", "in-medical"), Is.EqualTo(150 * Minute));
        Assert.That(scene.MovedBack("ben", "rest"), Is.EqualTo(6 * Hour));
    }

    [Test]
    public void The_request_to_move_lasts_to_the_end_of_the_holding_through_stages_that_keep_the_place()
    {
        // The medical bed is taken until 8 h; Ben is by then in the stage after the ward, still in the surgical bed.
        var scene = Play($$"""
            pools:
              medical:  { kind: beds, capacity: 1 }
              surgical: { kind: beds, capacity: 1 }
            stages:
              in-medical: { place: medical, time: 8 h, then: leave }
              ward: { place: [medical, surgical after 10 min], moves_back: { priority: 8 }, time: 5 h, then: rest }
              rest: { place: keep, time: 5 h, then: leave }
              next: { place: surgical, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "in-medical")}}
              {{Patient("ben", "ward")}}
              {{Patient("cora", "next", "6 h")}}
            """);
        Assert.That(scene.MovedBack("ben", "rest"), Is.EqualTo(8 * Hour));
        Assert.That(scene.Taken("cora", "next"), Is.EqualTo(8 * Hour));
        Assert.That(scene.Left("ben"), Is.EqualTo((10 * Minute) + (10 * Hour)));
    }

    [Test]
    public void A_patient_who_boards_moves_back_and_keeps_waiting_for_the_next_place()
    {
        var scene = Play($$"""
            pools:
              medical:   { kind: beds, capacity: 1 }
              surgical:  { kind: beds, capacity: 1 }
              community: { kind: beds, capacity: 1 }
            stages:
              in-medical:   { place: medical, time: 2 h, then: leave }
              in-surgical:  { place: surgical, time: 1 h, then: leave }
              in-community: { place: community, time: 9 h, then: leave }
              ward: { place: [medical, surgical after 10 min], moves_back: { priority: 8 }, time: 1 h, then: recover }
              recover: { place: community, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "in-medical")}}
              {{Patient("zoe", "in-community")}}
              {{Patient("ben", "ward")}}
              {{Patient("cora", "in-surgical", "90 min")}}
              {{Patient("dan", "in-medical", "150 min")}}
            """);
        Assert.That(scene.Entered("ben", "recover"), Is.EqualTo(70 * Minute));
        Assert.That(scene.MovedBack("ben", "recover"), Is.EqualTo(120 * Minute));
        Assert.That(scene.Taken("cora", "in-surgical"), Is.EqualTo(120 * Minute));
        Assert.That(scene.Taken("ben", "recover"), Is.EqualTo(9 * Hour));
        Assert.That(scene.Taken("dan", "in-medical"), Is.EqualTo(9 * Hour));
    }

    [Test]
    public void From_the_third_choice_a_patient_moves_to_the_second_and_then_to_the_first()
    {
        var scene = Play($$"""
            pools:
              first:  { kind: beds, capacity: 1 }
              second: { kind: beds, capacity: 1 }
              third:  { kind: beds, capacity: 1 }
            stages:
              in-first:  { place: first, time: 3 h, then: leave }
              in-second: { place: second, time: 2 h, then: leave }
              in-third:  { place: third, time: 1 min, then: leave }
              after-second: { place: second, time: 1 min, then: leave }
              ward: { place: [first, second, third], moves_back: { priority: 8 }, time: 9 h, then: leave }
            streams:
              {{Patient("x", "in-first")}}
              {{Patient("y", "in-second")}}
              {{Patient("ben", "ward", "10 min")}}
              {{Patient("cora", "in-third", "20 min")}}
              {{Patient("dan", "after-second", "150 min")}}
            """);
        Assert.That(scene.Taken("cora", "in-third"), Is.EqualTo(120 * Minute));
        Assert.That(scene.Taken("dan", "after-second"), Is.EqualTo(180 * Minute));
    }

    [Test]
    public void An_alternative_already_held_is_one_to_move_back_from()
    {
        var scene = Play($$"""
            pools:
              medical:  { kind: beds, capacity: 1 }
              surgical: { kind: beds, capacity: 1 }
            stages:
              in-medical: { place: medical, time: 2 h, then: leave }
              theatre: { place: surgical, time: 30 min, then: ward }
              ward: { place: [medical, surgical after 10 min], moves_back: { priority: 8 }, time: 5 h, then: leave }
            streams:
              {{Patient("anna", "in-medical")}}
              {{Patient("ben", "theatre")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(30 * Minute));
        Assert.That(scene.MovedBack("ben", "ward"), Is.EqualTo(120 * Minute));
    }
}
