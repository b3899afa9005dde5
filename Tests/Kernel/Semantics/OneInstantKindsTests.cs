using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>
/// "One instant": kinds of event beside those of <see cref="OneInstantTests"/>. Anna waits, Cora arrives at 08:00 and is ranked before her: what comes before
/// arrivals serves Anna.
/// </summary>
public sealed class OneInstantKindsTests
{
    private static readonly string AnnaAndCora = $$"""
        attributes: { rank: ["1", "2"] }
        stages:
          ward: { place: bed, priority: rank, time: 1 h, then: leave }
        streams:
          {{Patient("anna", "ward", "5 h", "rank: \"2\"")}}
          {{Patient("cora", "ward", "8 h", "rank: \"1\"")}}
        """;

    [TestCase("{ kind: beds, capacity: { calendar: day, inside: 1, outside: 0 } }")]
    [TestCase("{ kind: beds, capacity: 1, takes: day }")]
    [TestCase("{ kind: slots, capacity: { calendar: day, inside: 1, outside: 0 }, renewed: daily 00:00 }")]
    public void A_calendar_that_opens_comes_before_an_arrival(string pool)
    {
        var scene = Play($$"""
            calendars: { day: { open: daily 08:00-20:00 } }
            pools: { bed: {{pool}} }
            {{AnnaAndCora}}
            """);
        Assert.That(scene.Taken("anna", "ward"), Is.EqualTo(8 * Hour));
    }

    [Test]
    public void A_calendar_that_shuts_comes_after_an_ending_and_before_the_serving()
    {
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1, takes: daily 08:00-20:00 } }
            stages:
              ward: { place: bed, time: 12 h, then: leave }
            streams:
              {{Patient("anna", "ward", "8 h")}}
              {{Patient("ben", "ward", "9 h")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(32 * Hour));
    }

    [Test]
    public void A_surge_that_opens_comes_before_an_arrival()
    {
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 0, surge: { adds: 1, checked: daily 06:00, opens: waiting(ward) >= 1, closes: waiting(ward) < 0, after: 2 h, at_least: 1 d } } }
            {{AnnaAndCora}}
            """);
        Assert.That(scene.Taken("anna", "ward"), Is.EqualTo(8 * Hour));
        Assert.That(scene.Taken("cora", "ward"), Is.EqualTo(9 * Hour));
    }

    [Test]
    public void The_end_of_a_closure_comes_before_an_arrival()
    {
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1 } }
            {{AnnaAndCora}}
              flu: { closes: { pool: bed, amount: 1, time: 4 h }, schedule: { every: 300 d, first: 4 h } }
            """);
        Assert.That(scene.Taken("anna", "ward"), Is.EqualTo(8 * Hour));
        Assert.That(scene.Taken("cora", "ward"), Is.EqualTo(9 * Hour));
    }

    [Test]
    public void A_renewal_of_slots_comes_before_an_arrival()
    {
        // The slot of the first day is Zoe's.
        var scene = Play($$"""
            pools: { bed: { kind: slots, capacity: 1 per day, renewed: daily 08:00 } }
            {{AnnaAndCora}}
              {{Patient("zoe", "ward", "1 h", "rank: \"1\"")}}
            """);
        Assert.That(scene.Taken("anna", "ward"), Is.EqualTo(8 * Hour));
        Assert.That(scene.Taken("cora", "ward"), Is.EqualTo(Day + (8 * Hour)));
    }

    [Test]
    public void A_renewal_of_slots_comes_after_an_ending_and_before_the_serving()
    {
        // Anna, ready at 08:00, takes the new slot: that of the day before lapses. Ben, who comes in that second, waits a day.
        var scene = Play($$"""
            pools: { start: { kind: slots, capacity: 1 per day, renewed: daily 08:00 } }
            stages:
              see:   { time: 3 h, then: begin }
              begin: { place: start, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "see", "5 h")}}
              {{Patient("ben", "begin", "8 h")}}
              {{Patient("cora", "begin", "481 min")}}
            """);
        Assert.That(scene.Taken("anna", "begin"), Is.EqualTo(8 * Hour));
        Assert.That(scene.Taken("ben", "begin"), Is.EqualTo(Day + (8 * Hour)));
        Assert.That(scene.Taken("cora", "begin"), Is.EqualTo((2 * Day) + (8 * Hour)));
    }

    [Test]
    public void Staff_for_T_come_free_before_a_roster_change_and_nobody_gets_them()
    {
        var scene = Play(
            $$"""
            pools: { nurse: { kind: staff, capacity: { roster: nurses } } }
            stages:
              treat: { staff: nurse for 1 h, time: 5 h, then: leave }
            streams:
              {{Patient("anna", "treat", "11 h")}}
              {{Patient("ben", "treat", "690 min")}}
            """,
            ("rosters/nurses.csv", "days,from,to,capacity\ndaily,08:00,12:00,1\n"));
        Assert.That(scene.Started("ben", "treat"), Is.EqualTo(32 * Hour));
    }

    [Test]
    public void Endings_of_one_second_happen_in_the_order_in_which_they_were_scheduled()
    {
        // Both are ready at 2 h for the one chair. Zoe's end was known at 0 h, Anna's at 1 h.
        var scene = Play($$"""
            pools: { chair: { kind: spaces, capacity: 1 } }
            stages:
              long:  { time: 2 h, then: sit }
              short: { time: 1 h, then: sit }
              sit:   { place: chair, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "short", "1 h")}}
              {{Patient("zoe", "long")}}
            """);
        Assert.That(scene.Taken("zoe", "sit"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("anna", "sit"), Is.EqualTo(3 * Hour));
    }
}
