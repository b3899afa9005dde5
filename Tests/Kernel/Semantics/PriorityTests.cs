using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 11: rank in a pool's list, and how it rises.</summary>
public sealed class PriorityTests
{
    private static string Queue(string see, string streams) => $$"""
        attributes: { rank: ["1", "2", "3"], category: [c1, c2, c3] }
        pools: { doctor: { kind: staff, capacity: 1 } }
        stages:
          busy: { staff: doctor, time: 1 h, then: leave }
          see:  { staff: doctor{{see}}, time: 10 min, then: leave }
        streams:
          {{Patient("zoe", "busy")}}
          {{streams}}
        """;

    [Test]
    public void Without_priority_those_who_asked_first_are_served_first()
    {
        var scene = Play(Queue("", $"""
            {Patient("anna", "see", "3 min")}
              {Patient("ben", "see", "2 min")}
              {Patient("cora", "see", "1 min")}
            """));
        Assert.That(scene.Started("cora", "see"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(70 * Minute));
        Assert.That(scene.Started("anna", "see"), Is.EqualTo(80 * Minute));
    }

    [Test]
    public void Those_who_join_in_the_same_second_are_served_in_the_order_of_the_streams()
    {
        var scene = Play(Queue("", $"""
            {Patient("yan", "see", "1 min")}
              {Patient("anna", "see", "1 min")}
              {Patient("ben", "see", "1 min")}
            """));
        Assert.That(scene.Started("yan", "see"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Started("anna", "see"), Is.EqualTo(70 * Minute));
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(80 * Minute));
    }

    [Test]
    public void Priority_1_comes_before_2_then_the_time_of_joining()
    {
        var scene = Play(Queue(", priority: rank", $"""
            {Patient("anna", "see", "1 min", "rank: \"2\"")}
              {Patient("ben", "see", "2 min", "rank: \"1\"")}
              {Patient("cora", "see", "3 min", "rank: \"3\"")}
              {Patient("dan", "see", "4 min", "rank: \"2\"")}
              {Patient("eve", "see", "5 min", "rank: \"1\"")}
            """));
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Started("eve", "see"), Is.EqualTo(70 * Minute));
        Assert.That(scene.Started("anna", "see"), Is.EqualTo(80 * Minute));
        Assert.That(scene.Started("dan", "see"), Is.EqualTo(90 * Minute));
        Assert.That(scene.Started("cora", "see"), Is.EqualTo(100 * Minute));
    }

    [Test]
    public void Named_values_of_an_attribute_rank_by_their_position()
    {
        var scene = Play(Queue(", priority: category", $"""
            {Patient("anna", "see", "1 min", "category: c3")}
              {Patient("ben", "see", "2 min", "category: c2")}
              {Patient("cora", "see", "3 min", "category: c1")}
            """));
        Assert.That(scene.Started("cora", "see"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(70 * Minute));
        Assert.That(scene.Started("anna", "see"), Is.EqualTo(80 * Minute));
    }

    [Test]
    public void Priority_by_table_looks_at_several_attributes()
    {
        var scene = Play($$"""
            attributes: { category: [c1, c2], age: [young, old] }
            tables: { order: { keys: [category, age], rows: { "c1 *": 1, "c2 old": 2, "c2 young": 3 } } }
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              busy: { staff: doctor, time: 1 h, then: leave }
              see:  { staff: doctor, priority: { table: order }, time: 10 min, then: leave }
            streams:
              {{Patient("zoe", "busy")}}
              {{Patient("anna", "see", "1 min", "category: c2, age: young")}}
              {{Patient("ben", "see", "2 min", "category: c2, age: old")}}
              {{Patient("cora", "see", "3 min", "category: c1, age: young")}}
            """);
        Assert.That(scene.Started("cora", "see"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(70 * Minute));
        Assert.That(scene.Started("anna", "see"), Is.EqualTo(80 * Minute));
    }

    [Test]
    public void A_priority_that_rises_moves_the_patient_at_that_instant()
    {
        // Anna has rank 1 from 40 on and passes Ben (rank 2, came before her).
        var scene = Play($$"""
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              busy:   { staff: doctor, time: 1 h, then: leave }
              rising: { staff: doctor, priority: [2, 1 after 30 min], time: 10 min, then: leave }
              stays:  { staff: doctor, priority: 2, time: 10 min, then: leave }
            streams:
              {{Patient("zoe", "busy")}}
              {{Patient("ben", "stays", "5 min")}}
              {{Patient("anna", "rising", "10 min")}}
            """);
        Assert.That(scene.Started("anna", "rising"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Started("ben", "stays"), Is.EqualTo(70 * Minute));
    }

    [Test]
    public void A_priority_that_has_not_yet_risen_leaves_the_order()
    {
        var scene = Play($$"""
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              busy:   { staff: doctor, time: 1 h, then: leave }
              rising: { staff: doctor, priority: [2, 1 after 51 min], time: 10 min, then: leave }
              stays:  { staff: doctor, priority: 2, time: 10 min, then: leave }
            streams:
              {{Patient("zoe", "busy")}}
              {{Patient("ben", "stays", "5 min")}}
              {{Patient("anna", "rising", "10 min")}}
            """);
        Assert.That(scene.Started("ben", "stays"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Started("anna", "rising"), Is.EqualTo(70 * Minute));
    }

    [Test]
    public void A_priority_that_rises_keeps_the_time_of_joining()
    {
        // Anna joined at 10 and rises to rank 1 at 40; Cora has rank 1 and joined at 20. Anna joined before her.
        var scene = Play($$"""
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              busy:   { staff: doctor, time: 1 h, then: leave }
              rising: { staff: doctor, priority: [2, 1 after 30 min], time: 10 min, then: leave }
              first:  { staff: doctor, priority: 1, time: 10 min, then: leave }
            streams:
              {{Patient("zoe", "busy")}}
              {{Patient("anna", "rising", "10 min")}}
              {{Patient("cora", "first", "20 min")}}
            """);
        Assert.That(scene.Started("anna", "rising"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Started("cora", "first"), Is.EqualTo(70 * Minute));
    }

    [Test]
    public void A_priority_that_rose_while_waiting_for_the_place_holds_for_the_staff()
    {
        // Anna waits for the cubicle from 0 to 60 and rises at 30; in it she waits for the doctor with rank 1 and passes Ben, who asked for him at 20.
        var scene = Play($$"""
            pools:
              cubicle: { kind: spaces, capacity: 1 }
              doctor:  { kind: staff, capacity: 1 }
            stages:
              rest:   { place: cubicle, time: 1 h, then: leave }
              busy:   { staff: doctor, time: 2 h, then: leave }
              rising: { place: cubicle, staff: doctor, priority: [2, 1 after 30 min], time: 10 min, then: leave }
              stays:  { staff: doctor, priority: 2, time: 10 min, then: leave }
            streams:
              {{Patient("yan", "rest")}}
              {{Patient("zoe", "busy")}}
              {{Patient("anna", "rising")}}
              {{Patient("ben", "stays", "20 min")}}
            """);
        Assert.That(scene.Taken("anna", "rising"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Started("anna", "rising"), Is.EqualTo(120 * Minute));
        Assert.That(scene.Started("ben", "stays"), Is.EqualTo(130 * Minute));
    }

    [Test]
    public void A_priority_after_T_of_a_clock_counts_from_its_start()
    {
        // Anna's clock runs since 0: at 30 of it, five minutes after she asks for the doctor, she has rank 1.
        var scene = Play($$"""
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              busy:   { staff: doctor, time: 1 h, then: leave }
              test:   { clock: ed, time: 25 min, then: rising }
              rising: { clock: ed, staff: doctor, priority: [2, 1 after 30 min of ed], time: 10 min, then: leave }
              stays:  { staff: doctor, priority: 2, time: 10 min, then: leave }
            streams:
              {{Patient("zoe", "busy")}}
              {{Patient("ben", "stays", "5 min")}}
              {{Patient("anna", "test")}}
            """);
        Assert.That(scene.Started("anna", "rising"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Started("ben", "stays"), Is.EqualTo(70 * Minute));
    }

    [Test]
    public void A_priority_after_T_of_a_clock_long_past_holds_from_the_joining_on()
    {
        // In the second in which the doctor comes free Anna asks for him with rank 1, for her clock has run for an hour; Ben has waited with rank 2.
        var scene = Play($$"""
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              busy:   { staff: doctor, time: 1 h, then: leave }
              test:   { clock: ed, time: 1 h, then: rising }
              rising: { clock: ed, staff: doctor, priority: [2, 1 after 30 min of ed], time: 10 min, then: leave }
              stays:  { staff: doctor, priority: 2, time: 10 min, then: leave }
            streams:
              {{Patient("zoe", "busy")}}
              {{Patient("ben", "stays", "5 min")}}
              {{Patient("anna", "test")}}
            """);
        Assert.That(scene.Started("anna", "rising"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Started("ben", "stays"), Is.EqualTo(70 * Minute));
    }

    [Test]
    public void A_priority_that_rises_in_the_second_of_the_joining_rises_after_the_serving_of_the_endings()
    {
        // Anna's clock has run for just the hour when she joins the list and the doctor comes free: endings are served before a priority rises. Ben is first.
        var scene = Play($$"""
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              busy:   { staff: doctor, time: 1 h, then: leave }
              test:   { clock: ed, time: 1 h, then: rising }
              rising: { clock: ed, staff: doctor, priority: [2, 1 after 60 min of ed], time: 10 min, then: leave }
              stays:  { staff: doctor, priority: 2, time: 10 min, then: leave }
            streams:
              {{Patient("zoe", "busy")}}
              {{Patient("ben", "stays", "5 min")}}
              {{Patient("cora", "stays", "6 min")}}
              {{Patient("anna", "test")}}
            """);
        Assert.That(scene.Started("ben", "stays"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Started("anna", "rising"), Is.EqualTo(70 * Minute));
        Assert.That(scene.Started("cora", "stays"), Is.EqualTo(80 * Minute));
    }
}
