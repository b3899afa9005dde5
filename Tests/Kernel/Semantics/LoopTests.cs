using FlowSim.Simulator.State;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 13, its end: more than a thousand moves of one patient in one instant.</summary>
public sealed class LoopTests
{
    /// <summary>
    /// Each patient goes through the stage a number of times at once, every hour for ten hours. The pause between is none, which only the list of
    /// arrivals says, since a loop that can never take time is refused before the run.
    /// </summary>
    private static Scene Turns(int turns, int patients) => Play(
        $$"""
        attributes: { turns: number, rounds: number, pause: duration }
        stages:
          begin: { sets: { turns: 0, rounds: +1 }, time: 1 h, then: turn }
          turn: { sets: { turns: +1 }, time: pause, then: [ { if: "turns < {{turns}}", to: turn }, { if: "rounds < 10", to: begin }, { to: leave } ] }
        streams:
          some: { to: begin, observed: { file: tables/some.csv } }
          nobody: { to: begin, rate: 0 per d, attributes: { pause: 5 min } }
        """,
        ("tables/some.csv", "time,pause\n" + string.Concat(Enumerable.Repeat("0 min,0 min\n", patients))));

    [Test]
    public void Many_moves_in_many_seconds_are_no_loop() => Assert.That(Turns(900, 2).Left("some/2"), Is.EqualTo(10 * Hour));

    [Test]
    public void A_thousand_moves_are_allowed() => Assert.That(Turns(999, 1).Left("some"), Is.EqualTo(10 * Hour));

    [Test]
    public void Many_more_are_not()
    {
        var stopped = Assert.Throws<SimulationException>(() => Turns(5000, 1));
        Assert.That(stopped.Message,
            Does.Contain("day 0 01:00:00 (second 3600)").And.Contain(
                "more than 1000 moves of one patient in one second: the loop turn → turn turns without time passing (patient 0 of some at turn; turns "));
        Assert.That(stopped.Message, Does.EndWith("Let one of its stages take time, or lead out of it"));
    }

    /// <summary>Whoever comes is gone before the next comes, so that the same record is every patient's in turn.</summary>
    private const string Many =
        """
        attributes: { turns: number, pause: duration }
        stages:
          desk: { time: pause, then: { leave: 50 %, again: rest } }
          again: { time: pause, then: leave }
          turn: { sets: { turns: +1 }, time: pause, then: [ { if: "turns < LIMIT", to: turn }, { to: leave } ] }
        streams:
          many: { to: desk, observed: { file: tables/many.csv } }
          dora: { to: turn, observed: { file: tables/dora.csv } }
          nobody: { to: turn, rate: 0 per d, attributes: { pause: 5 min } }
          no-one: { to: desk, rate: 0 per d, attributes: { pause: 5 min } }
        """;

    private static Scene PlayMany(string turns) => Play(
        Many.Replace("LIMIT", turns, StringComparison.Ordinal),
        ("tables/many.csv", "time,pause\n" + string.Concat(Enumerable.Repeat("1 h,0 min\n", 5000))),
        ("tables/dora.csv", "time,pause\n1 h,0 min\n"));

    [TestCase("2")]
    [TestCase("900")]
    public void Thousands_who_come_and_go_in_one_second_are_no_loop(string turns)
    {
        var scene = PlayMany(turns);
        Assert.That(scene.Left("many/5000"), Is.EqualTo(Hour));
        Assert.That(scene.Left("dora"), Is.EqualTo(Hour));
    }

    [Test]
    public void A_loop_among_thousands_who_come_and_go_is_found_and_names_who_turns()
    {
        var stopped = Assert.Throws<SimulationException>(() => PlayMany("5000"));
        Assert.That(stopped.Message, Does.Contain("more than 1000 moves of one patient in one second: the loop turn → turn").And.Contain("of dora at turn"));
    }

    [Test]
    public void Of_a_way_into_a_loop_the_loop_is_named()
    {
        var model = Compile(
            """
            attributes: { pause: duration }
            stages:
              enter: { time: pause, then: one }
              one: { time: pause, then: two }
              two: { time: pause, then: three }
              three: { time: pause, then: one }
            streams:
              anna: { to: enter, observed: { file: tables/anna.csv } }
              nobody: { to: enter, rate: 0 per d, attributes: { pause: 5 min } }
            """,
            ("tables/anna.csv", "time,pause\n5 min,0 min\n"));
        Assert.That(() => Play(model),
            Throws.TypeOf<SimulationException>().With.Message.Match(
                "the loop (one → two → three → one|two → three → one → two|three → one → two → three) turns"));
    }
}
