using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>
/// docs/law.md, sentence 13: where the search for those who block each other goes astray, and what comes after an exchange in the same instant.
/// </summary>
public sealed class ExchangeSearchTests
{
    private const string TwoWards = """
        pools:
          a: { kind: beds, capacity: 1 }
          b: { kind: beds, capacity: 1 }
        """;

    [TestCase("180 min", TestName = "{m}: heads of their lists")]
    [TestCase("30 min", TestName = "{m}: a deadlock, the outsider being ranked before")]
    public void A_place_given_up_right_after_an_exchange_is_given_in_the_same_instant(string xenia)
    {
        // Anna is through with ward b in the second in which she comes to it. Xenia wants it next: at 2 h, or at once when she comes.
        var scene = Play($$"""
            {{TwoWards}}
            stages:
              in-a: { place: a, time: 1 h, then: to-b }
              in-b: { place: b, time: 2 h, then: to-a }
              to-b: { place: b, time: 0 min, then: leave }
              to-a: { place: a, time: 9 h, then: leave }
              long: { place: b, time: 4 h, then: leave }
            streams:
              {{Patient("anna", "in-a")}}
              {{Patient("ben", "in-b")}}
              {{Patient("xenia", "long", xenia)}}
              {{Patient("yann", "long", "90 min")}}
            """);
        var (first, second) = xenia == "30 min" ? ("xenia", "yann") : ("yann", "xenia");
        Assert.That(scene.Left("anna"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken(first, "long"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken(second, "long"), Is.EqualTo(6 * Hour));
    }

    [Test]
    public void Two_circles_of_one_instant_are_four_patients_and_what_they_free_is_given_then()
    {
        // Two pairs of wards, in each the same at 2 h: Anna and Ben, Cora and Dan. Anna and Cora are through at once, and Xenia and Yann come to their beds.
        var scene = Play($$"""
            pools:
              a: { kind: beds, capacity: 1 }
              b: { kind: beds, capacity: 1 }
              c: { kind: beds, capacity: 1 }
              d: { kind: beds, capacity: 1 }
            stages:
              in-a: { place: a, time: 1 h, then: to-b }
              in-b: { place: b, time: 2 h, then: to-a }
              in-c: { place: c, time: 1 h, then: to-d }
              in-d: { place: d, time: 2 h, then: to-c }
              to-b: { place: b, time: 0 min, then: leave }
              to-a: { place: a, time: 9 h, then: leave }
              to-d: { place: d, time: 0 min, then: leave }
              to-c: { place: c, time: 9 h, then: leave }
              in-b-next: { place: b, time: 4 h, then: leave }
              in-d-next: { place: d, time: 4 h, then: leave }
            streams:
              {{Patient("anna", "in-a")}}
              {{Patient("ben", "in-b")}}
              {{Patient("cora", "in-c")}}
              {{Patient("dan", "in-d")}}
              {{Patient("xenia", "in-b-next", "90 min")}}
              {{Patient("yann", "in-d-next", "90 min")}}
            """);
        Assert.That(scene.Value("exchanges"), Is.EqualTo(4));
        Assert.That(scene.Taken("ben", "to-a"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("dan", "to-c"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("xenia", "in-b-next"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("yann", "in-d-next"), Is.EqualTo(2 * Hour));
    }

    [Test]
    public void Who_is_met_on_a_way_that_leads_nowhere_takes_no_part()
    {
        // Ben wants Cara's crib, she Anna's bed, and Anna his cot. Anna has a chair too, for which Dora waits, whose room nobody wants: from there it does not
        // go on. Dora gets the chair in the usual way, so her room is cleaned, and Fred, who comes for it at 2:30, has it at 3:00.
        var scene = Play($$"""
            pools:
              bed:   { kind: beds, capacity: 1 }
              chair: { kind: spaces, capacity: 1 }
              cot:   { kind: beds, capacity: 1 }
              crib:  { kind: beds, capacity: 1 }
              room:  { kind: spaces, capacity: 1, turnaround: 1 h }
            stages:
              both:     { place: bed + chair, time: 1 h, then: to-cot }
              in-cot:   { place: cot, time: 2 h, then: to-crib }
              in-crib:  { place: crib, time: 1 h, then: to-bed }
              in-room:  { place: room, time: 1 h, then: to-chair }
              to-cot:   { place: cot, time: 9 h, then: leave }
              to-crib:  { place: crib, time: 9 h, then: leave }
              to-bed:   { place: bed, time: 9 h, then: leave }
              to-chair: { place: chair, time: 9 h, then: leave }
            streams:
              {{Patient("anna", "both")}}
              {{Patient("ben", "in-cot")}}
              {{Patient("cara", "in-crib")}}
              {{Patient("dora", "in-room")}}
              {{Patient("fred", "in-room", "150 min")}}
            """);
        Assert.That(scene.Taken("anna", "to-cot"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("ben", "to-crib"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("cara", "to-bed"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("dora", "to-chair"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("fred", "in-room"), Is.EqualTo(3 * Hour));
        Assert.That(scene.Value("exchanges"), Is.EqualTo(3));
    }

    [Test]
    public void A_search_that_comes_into_the_circle_of_others_ends()
    {
        // At 2 h Aaron begins to wait for the bed of Zoe, who stays, and Quinn for Paul's, who wants Quinn's or Aaron's. From Aaron the search comes to Paul,
        // to Quinn and to Paul again, and never to Zoe.
        var scene = Play($$"""
            pools:
              a: { kind: beds, capacity: 1 }
              p: { kind: beds, capacity: 1 }
              q: { kind: beds, capacity: 1 }
              z: { kind: beds, capacity: 1 }
            stages:
              in-z: { place: z, time: 2 h, then: to-a }
              in-p: { place: p, time: 1 h, then: to-z-or-q }
              in-q: { place: q, time: 2 h, then: to-p }
              in-a: { place: a, time: 10 h, then: leave }
              to-a: { place: a, time: 1 h, then: leave }
              to-p: { place: p, time: 1 h, then: leave }
              to-z-or-q: { place: [z, q], time: 1 h, then: leave }
            streams:
              {{Patient("aaron", "in-z")}}
              {{Patient("paul", "in-p")}}
              {{Patient("quinn", "in-q")}}
              {{Patient("zoe", "in-a")}}
            """);
        Assert.That(scene.Taken("paul", "to-z-or-q"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("quinn", "to-p"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("aaron", "to-a"), Is.EqualTo(10 * Hour));
    }

    [Test]
    public void Places_change_hands_where_more_are_in_use_than_there_are()
    {
        // From 1 h on a has one bed, and Anna and Dora are in it. At 2 h Anna and Ben change places, and there are two in it still.
        var scene = Play(
            $$"""
            pools:
              a: { kind: beds, capacity: { roster: r } }
              b: { kind: beds, capacity: 1 }
            stages:
              in-a: { place: a, time: 90 min, then: to-b }
              in-b: { place: b, time: 2 h, then: to-a }
              long: { place: a, time: 9 h, then: leave }
              to-b: { place: b, time: 4 h, then: leave }
              to-a: { place: a, time: 4 h, then: leave }
            streams:
              {{Patient("anna", "in-a")}}
              {{Patient("ben", "in-b")}}
              {{Patient("dora", "long")}}
            """,
            ("rosters/r.csv", "days,from,to,capacity\nMon,00:00,01:00,2\nMon,01:00,24:00,1\nTue-Sun,00:00,24:00,1\n"));
        Assert.That(scene.Taken("anna", "to-b"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("ben", "to-a"), Is.EqualTo(2 * Hour));
    }
}
