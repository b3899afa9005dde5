using FlowSim.Simulator.State;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 13, with requests for several units: a few may be free, and yet nobody is ever served.</summary>
public sealed class DeadlocksOfAmountsTests
{
    /// <summary>Anna holds a bed from the beginning and asks for two at 10 min.</summary>
    private static string Ward(int beds, string streams) => $$"""
        pools: { bed: { kind: beds, capacity: {{beds}} } }
        stages:
          one:  { place: bed, time: 10 min, then: two }
          two:  { place: 2 of bed, time: 1 h, then: leave }
          long: { place: bed, time: 5 h, then: leave }
        streams:
          {{Patient("anna", "one")}}
          {{streams}}
        """;

    [Test]
    public void Who_holds_one_of_two_units_and_asks_for_two_waits_for_ever()
    {
        var problem = Assert.Throws<SimulationException>(() => Play(Ward(2, Nobody("long"))));
        Assert.That(problem.Message, Does.Contain("00:10").And.Contain("of anna holds bed and waits at two for 2 of bed"));
    }

    [Test]
    public void It_is_said_when_the_last_of_the_others_has_left()
    {
        var problem = Assert.Throws<SimulationException>(() => Play(Ward(2, Patient("ben", "long"))));
        Assert.That(problem.Message, Does.Contain("05:00").And.Contain("of anna holds bed"));
    }

    [Test]
    public void Somebody_behind_who_asks_for_less_changes_nothing()
    {
        // Cora asks at 1 h for the one bed that is not in use then, behind Anna, who alone keeps her from it. Ben leaves at 5 h.
        var problem = Assert.Throws<SimulationException>(() => Play(Ward(2, $"{Patient("ben", "long")}\n  {Patient("cora", "long", "60 min")}")));
        Assert.That(problem.Message, Does.Contain("05:00").And.Contain("of anna holds bed").And.Not.Contain("of cora"));
    }

    [Test]
    public void With_a_third_unit_there_is_no_deadlock()
    {
        var scene = Play(Ward(3, Patient("ben", "long")));
        Assert.That(scene.Taken("anna", "two"), Is.EqualTo(5 * Hour));
    }

    /// <summary>Anna alone has one of the beds from the beginning and wants two at 10 min.</summary>
    private static Scene Alone(string beds, string wanted = "2 of bed", string more = "") => Play($$"""
        pools: { bed: { kind: beds, {{beds}} }, side-room: { kind: beds, capacity: 1 } }
        stages:
          one:  { place: bed, time: 10 min, then: two }
          two:  { place: [{{wanted}}], time: 1 h, then: leave }
          long: { place: bed, time: 5 h, then: leave }
          side: { place: side-room, time: 1 h, then: leave }
        streams:
          {{Patient("anna", "one")}}
          {{Patient("ben", "side", "19 d")}}
          {{(more.Length > 0 ? more : Nobody("long"))}}
        """);

    [Test]
    public void An_alternative_that_is_due_later_is_waited_for() =>
        Assert.That(Alone("capacity: 2", "2 of bed, side-room after 4 h").Taken("anna", "two"), Is.EqualTo((4 * Hour) + (10 * Minute)));

    [Test]
    public void A_bed_that_is_being_cleaned_is_waited_for() =>
        Assert.That(Alone("capacity: 3, turnaround: 2 h", more: Patient("ben-too", "long")).Taken("anna", "two"), Is.EqualTo(7 * Hour));

    [Test]
    public void A_surge_that_is_not_open_yet_is_waited_for() =>
        Assert.That(
            Alone("capacity: 2, surge: { adds: 1, checked: daily 06:00, opens: waiting(two) >= 1, closes: waiting(two) < 1, after: 2 h, at_least: 1 d }")
            .Taken("anna", "two"), Is.EqualTo(8 * Hour));
}
