using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 9.</summary>
public sealed class GivingUpTests
{
    private static string Blocked(string stage, string streams = "") => $$"""
        attributes: { rank: ["1", "2"] }
        pools: { doctor: { kind: staff, capacity: 1 } }
        stages:
          busy: { staff: doctor, time: 1 h, then: leave }
          see:  { staff: doctor, {{stage}}, time: 10 min, then: leave }
        exits: [lost, gone]
        streams:
          {{Patient("zoe", "busy")}}
          {{Patient("anna", "see", "10 min")}}
          {{streams}}
        """;

    [Test]
    public void After_T_counts_from_entry()
    {
        var scene = Play(Blocked("gives_up: [ { after: 20 min, to: lost } ]"));
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("lost"));
        Assert.That(scene.Left("anna"), Is.EqualTo(30 * Minute));
        Assert.That(scene.Value("gave_up", "see"), Is.EqualTo(1));
        Assert.That(scene.Value("started", "see"), Is.Zero);
    }

    [Test]
    public void After_T_counts_from_entry_also_when_the_place_is_taken_in_between()
    {
        // Enters at 0, gets the cubicle at 20, waits for the doctor there: gives up at 30, not at 50.
        var scene = Play($$"""
            pools:
              cubicle: { kind: spaces, capacity: 1 }
              doctor:  { kind: staff, capacity: 1 }
            stages:
              rest: { place: cubicle, time: 20 min, then: leave }
              busy: { staff: doctor, time: 2 h, then: leave }
              see:  { place: cubicle, staff: doctor, gives_up: [ { after: 30 min, to: lost } ], time: 10 min, then: leave }
            exits: [lost]
            streams:
              {{Patient("yan", "rest")}}
              {{Patient("zoe", "busy")}}
              {{Patient("anna", "see")}}
            """);
        Assert.That(scene.Taken("anna", "see"), Is.EqualTo(20 * Minute));
        Assert.That(scene.GaveUp("anna", "see"), Is.EqualTo(30 * Minute));
    }

    [Test]
    public void Nobody_gives_up_after_the_start()
    {
        var scene = Play($$"""
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              see: { staff: doctor, gives_up: [ { after: 5 min, to: lost } ], time: 1 h, then: leave }
            exits: [lost]
            streams:
              {{Patient("anna", "see")}}
            """);
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("leave"));
        Assert.That(scene.Left("anna"), Is.EqualTo(60 * Minute));
    }

    [Test]
    public void The_earliest_reason_wins()
    {
        var scene = Play(Blocked("gives_up: [ { after: 30 min, to: lost }, { after: 20 min, to: gone } ]"));
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("gone"));
        Assert.That(scene.Left("anna"), Is.EqualTo(30 * Minute));
    }

    [Test]
    public void Ties_go_to_the_reason_written_first()
    {
        var scene = Play(Blocked("gives_up: [ { after: 20 min, to: lost }, { after: until next 00:30, to: gone } ]"));
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("lost"));
        var other = Play(Blocked("gives_up: [ { after: until next 00:30, to: gone }, { after: 20 min, to: lost } ]"));
        Assert.That(other.ExitOf("anna"), Is.EqualTo("gone"));
        Assert.That(other.Left("anna"), Is.EqualTo(30 * Minute));
    }

    [Test]
    public void After_T_of_clock_counts_from_the_clocks_start()
    {
        var scene = Play($$"""
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              busy:   { staff: doctor, time: 1 h, then: leave }
              triage: { clock: ed, time: 15 min, then: see }
              see:    { clock: ed, staff: doctor, gives_up: [ { after: 40 min of ed, to: lost } ], time: 10 min, then: leave }
            exits: [lost]
            streams:
              {{Patient("zoe", "busy")}}
              {{Patient("anna", "triage", "5 min")}}
            """);
        Assert.That(scene.Entered("anna", "see"), Is.EqualTo(20 * Minute));
        Assert.That(scene.GaveUp("anna", "see"), Is.EqualTo(45 * Minute));
    }

    [Test]
    public void After_T_of_clock_long_past_gives_up_at_once_unless_served_in_that_instant()
    {
        const string stages = """
            stages:
              busy:   { staff: doctor, time: 1 h, then: leave }
              triage: { clock: ed, time: 30 min, then: see }
              see:    { clock: ed, staff: doctor, gives_up: [ { after: 10 min of ed, to: lost } ], time: 10 min, then: leave }
            exits: [lost]
            """;
        var scene = Play($$"""
            pools: { doctor: { kind: staff, capacity: 1 } }
            {{stages}}
            streams:
              {{Patient("zoe", "busy")}}
              {{Patient("anna", "triage", "0 min")}}
              {{Patient("ben", "triage", "60 min")}}
            """);
        Assert.That(scene.GaveUp("anna", "see"), Is.EqualTo(30 * Minute));
        Assert.That(scene.ExitOf("ben"), Is.EqualTo("leave"), "the doctor is free when he comes");
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(90 * Minute));
    }

    [Test]
    public void After_a_patience_that_is_an_attribute()
    {
        var scene = Play($$"""
            attributes: { patience: duration }
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              busy: { staff: doctor, time: 1 h, then: leave }
              see:  { clock: ed, staff: doctor, gives_up: [ { after: patience of ed, to: lost } ], time: 10 min, then: leave }
            exits: [lost]
            streams:
              {{Patient("zoe", "busy")}}
              {{Patient("anna", "see", "5 min", "patience: 12 min")}}
            """);
        Assert.That(scene.GaveUp("anna", "see"), Is.EqualTo(17 * Minute));
    }

    [Test]
    public void Queue_n_leaves_at_once_when_n_or_more_are_ahead()
    {
        var scene = Play(Blocked("gives_up: [ { queue: 2, to: lost } ]", $"""
            {Patient("ben", "see", "11 min")}
              {Patient("cora", "see", "12 min")}
            """));
        Assert.That(scene.Started("anna", "see"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(70 * Minute), "one is ahead of Ben");
        Assert.That(scene.ExitOf("cora"), Is.EqualTo("lost"), "two are ahead of Cora");
        Assert.That(scene.Left("cora"), Is.EqualTo(12 * Minute));
    }

    [Test]
    public void Queue_n_is_judged_after_the_serving_pass_of_the_instant()
    {
        // Cora comes in the second in which the doctor turns from Zoe to Anna: only Ben is ahead of her. Dan comes one second earlier and finds two.
        var scene = Play(Blocked("gives_up: [ { queue: 2, to: lost } ]", $"""
            {Patient("ben", "see", "11 min")}
              {Patient("dan", "see", "3599 s")}
              {Patient("cora", "see", "60 min")}
            """));
        Assert.That(scene.ExitOf("dan"), Is.EqualTo("lost"));
        Assert.That(scene.Left("dan"), Is.EqualTo(3599));
        Assert.That(scene.ExitOf("cora"), Is.EqualTo("leave"));
        Assert.That(scene.Started("cora", "see"), Is.EqualTo(80 * Minute));
    }

    [Test]
    public void Queue_0_is_a_loss_system_and_a_free_server_is_no_loss()
    {
        var scene = Play(Blocked("gives_up: [ { queue: 0, to: lost } ]", Patient("ben", "see", "60 min")));
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("lost"));
        Assert.That(scene.Left("anna"), Is.EqualTo(10 * Minute));
        Assert.That(scene.ExitOf("ben"), Is.EqualTo("leave"), "the doctor's ending comes before the arrival");
    }

    [Test]
    public void Queue_n_counts_those_ahead_in_rank_not_those_who_came_before()
    {
        // Ben has rank 1 and stands before Anna and Cora (rank 2), who came first: none is ahead of him.
        var scene = Play($$"""
            attributes: { rank: ["1", "2"] }
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              busy: { staff: doctor, time: 1 h, then: leave }
              see:  { staff: doctor, priority: rank, gives_up: [ { queue: 2, to: lost } ], time: 10 min, then: leave }
            exits: [lost]
            streams:
              {{Patient("zoe", "busy")}}
              {{Patient("anna", "see", "1 min", "rank: \"2\"")}}
              {{Patient("cora", "see", "2 min", "rank: \"2\"")}}
              {{Patient("ben", "see", "3 min", "rank: \"1\"")}}
              {{Patient("dan", "see", "4 min", "rank: \"2\"")}}
            """);
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(60 * Minute));
        Assert.That(scene.ExitOf("dan"), Is.EqualTo("lost"));
        Assert.That(scene.Started("cora", "see"), Is.EqualTo(80 * Minute), "those already waiting are not judged again");
    }

    [Test]
    public void Those_of_a_group_who_find_no_room_are_judged_one_by_one()
    {
        // Five come at once to one doctor: one is served, one waits (none ahead), the third and later find one or more ahead.
        var scene = Play("""
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              see: { staff: doctor, gives_up: [ { queue: 1, to: lost } ], time: 10 min, then: leave }
            exits: [lost]
            streams:
              all: { to: see, schedule: { every: 300 d, first: 1 h, count: 5 } }
            """);
        Assert.That(scene.Value("started", "see"), Is.EqualTo(2));
        Assert.That(scene.Value("gave_up", "see"), Is.EqualTo(3));
    }

    [Test]
    public void Held_places_stay_held_until_the_targets_place_is_taken()
    {
        // Anna gives up the ward at 30 and asks for the lounge, which is free at 45: until then her cubicle is hers.
        var scene = Play($$"""
            pools:
              cubicle: { kind: spaces, capacity: 1 }
              bed:     { kind: beds, capacity: 1 }
              chair:   { kind: spaces, capacity: 1 }
            stages:
              in-bed:   { place: bed, time: 5 h, then: leave }
              in-chair: { place: chair, time: 45 min, then: leave }
              ed:     { place: cubicle, time: 10 min, then: ward }
              ward:   { place: bed, gives_up: [ { after: 20 min, to: lounge } ], time: 1 h, then: leave }
              lounge: { place: chair, time: 1 h, then: leave }
            streams:
              {{Patient("yan", "in-bed")}}
              {{Patient("zoe", "in-chair")}}
              {{Patient("anna", "ed")}}
              {{Patient("ben", "ed", "1 min")}}
            """);
        Assert.That(scene.GaveUp("anna", "ward"), Is.EqualTo(30 * Minute));
        Assert.That(scene.Taken("anna", "lounge"), Is.EqualTo(45 * Minute));
        Assert.That(scene.Taken("ben", "ed"), Is.EqualTo(45 * Minute));
    }

    [Test]
    public void Giving_up_to_the_same_stage_is_another_visit()
    {
        var scene = Play($$"""
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              busy: { staff: doctor, time: 1 h, then: leave }
              see:  { staff: doctor, gives_up: [ { after: 25 min, to: see } ], time: 10 min, then: leave }
            streams:
              {{Patient("zoe", "busy")}}
              {{Patient("anna", "see")}}
            measures:
              waits: { wait: see, mean: true, unit: min }
            """);
        Assert.That(scene.Entered("anna", "see", 2), Is.EqualTo(25 * Minute));
        Assert.That(scene.Entered("anna", "see", 3), Is.EqualTo(50 * Minute));
        Assert.That(scene.Started("anna", "see"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Value("gave_up", "see"), Is.EqualTo(2));
        Assert.That(scene.Value("waits"), Is.EqualTo(10), "the wait of the visit that was served");
    }

    [Test]
    public void The_rank_in_the_list_is_lost()
    {
        // Anna gives up at 20 and comes back at once at the end of the list, behind Ben who came at 15.
        var scene = Play($$"""
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              busy:  { staff: doctor, time: 1 h, then: leave }
              see:   { staff: doctor, gives_up: [ { after: 20 min, to: again } ], time: 10 min, then: leave }
              again: { staff: doctor, time: 10 min, then: leave }
              other: { staff: doctor, time: 10 min, then: leave }
            streams:
              {{Patient("zoe", "busy")}}
              {{Patient("anna", "see")}}
              {{Patient("ben", "other", "15 min")}}
            """);
        Assert.That(scene.Started("ben", "other"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Started("anna", "again"), Is.EqualTo(70 * Minute));
    }

    [Test]
    public void Giving_up_while_in_an_alternatives_list_leaves_all_lists()
    {
        var scene = Play($$"""
            pools:
              first:  { kind: beds, capacity: 1 }
              second: { kind: beds, capacity: 1 }
            stages:
              in-first:  { place: first, time: 1 h, then: leave }
              in-second: { place: second, time: 1 h, then: leave }
              ward: { place: [first, second after 5 min], gives_up: [ { after: 30 min, to: lost } ], time: 10 h, then: leave }
              only-second: { place: second, time: 10 min, then: leave }
            exits: [lost]
            streams:
              {{Patient("yan", "in-first")}}
              {{Patient("zoe", "in-second")}}
              {{Patient("anna", "ward")}}
              {{Patient("ben", "only-second", "40 min")}}
            """);
        Assert.That(scene.Left("anna"), Is.EqualTo(30 * Minute));
        Assert.That(scene.Taken("ben", "only-second"), Is.EqualTo(60 * Minute));
    }

    [Test]
    public void Giving_up_to_a_second_stage_with_its_own_queue_rule_is_judged_there_after_its_serving()
    {
        // Anna loses at the ward and is tried at the lounge in the same second; the lounge is free, so its own queue: 0 does not turn her away.
        var scene = Play($$"""
            pools:
              cubicle: { kind: spaces, capacity: 1 }
              bed:   { kind: beds, capacity: 1 }
              nurse: { kind: staff, capacity: 1 }
              chair: { kind: spaces, capacity: 1 }
            stages:
              busy:   { staff: nurse, time: 5 h, then: leave }
              ward:   { place: bed, staff: nurse, gives_up: [ { queue: 0, to: lounge } ], time: 1 h, then: leave }
              lounge: { place: chair, gives_up: [ { queue: 0, to: lost } ], time: 1 h, then: leave }
            exits: [lost]
            streams:
              {{Patient("zoe", "busy")}}
              {{Patient("anna", "ward", "10 min")}}
            """);
        Assert.That(scene.Taken("anna", "lounge"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Way("anna"), Is.EqualTo("ward lounge"), "she gave up once");
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("leave"));
    }

    [Test]
    public void A_queue_for_staff_is_judged_when_the_patient_comes_into_it_not_at_the_entry_to_the_stage()
    {
        // Anna enters at 5 and has to wait for the room until 60. Then Ben is ahead of her for the nurse, whom Zoe has until 90.
        var scene = Play($$"""
            pools:
              room:  { kind: spaces, capacity: 1 }
              nurse: { kind: staff, capacity: 1 }
            stages:
              sit:  { place: room, time: 1 h, then: leave }
              busy: { staff: nurse, time: 90 min, then: leave }
              wait: { staff: nurse, time: 10 min, then: leave }
              see:  { place: room, staff: nurse, gives_up: [ { queue: 1, to: full } ], time: 10 min, then: leave }
            exits: [full]
            streams:
              {{Patient("yan", "sit")}}
              {{Patient("zoe", "busy")}}
              {{Patient("ben", "wait", "1 min")}}
              {{Patient("anna", "see", "5 min")}}
            """);
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("full"));
        Assert.That(scene.Left("anna"), Is.EqualTo(60 * Minute));
    }

    [Test]
    public void Each_of_many_who_come_in_one_second_is_judged()
    {
        // Of 300 one is seen and ten may wait: the others leave at once.
        var scene = Play("""
            run: { starts: Mon 00:00, lasts: 1 d, warm_up: 0 h, begin: empty }
            pools: { nurse: { kind: staff, capacity: 1 } }
            stages: { see: { staff: nurse, gives_up: [ { queue: 10, to: full } ], time: 1 h, then: leave } }
            streams: { many: { to: see, schedule: { every: 300 d, first: 1 h, count: 300 } } }
            exits: [full]
            measures: { full: { total: { exits: full } } }
            """);
        Assert.That(scene.Value("full"), Is.EqualTo(300 - 1 - 10));
        Assert.That(scene.Steps("see", FlowSim.Simulator.Rooms.TraceStep.Started), Is.EqualTo(Enumerable.Range(1, 11).Select(hour => hour * Hour)));
    }
}
