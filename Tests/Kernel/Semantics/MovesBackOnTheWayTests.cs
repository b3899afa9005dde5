using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>
/// docs/law.md, sentence 10, when the patient is already on the way: waiting for the next place, or with other attributes than when the request was put.
/// </summary>
public sealed class MovesBackOnTheWayTests
{
    /// <summary>
    /// Anna has the medical bed until 2 h, Ben the surgical one from 10 min on; his ward ends at 40 min. Dora has the chair until 3 h, Cora asks for the
    /// surgical bed at 1 h.
    /// </summary>
    private static string Ward(string next) => $$"""
        pools:
          medical:  { kind: beds, capacity: 1 }
          surgical: { kind: beds, capacity: 1 }
          chair:    { kind: spaces, capacity: 1 }
        stages:
          in-medical:  { place: medical, time: 2 h, then: leave }
          in-surgical: { place: surgical, time: 5 h, then: leave }
          in-chair:    { place: chair, time: 3 h, then: leave }
          ward: { place: [medical, surgical after 10 min], moves_back: { priority: 8 }, time: 30 min, then: next }
          next: { place: {{next}}, time: 10 min, then: leave }
        streams:
          {{Patient("anna", "in-medical")}}
          {{Patient("ben", "ward")}}
          {{Patient("cora", "in-surgical", "60 min")}}
          {{Patient("dora", "in-chair")}}
        """;

    [Test]
    public void Who_moves_back_while_waiting_asks_for_what_is_held_no_longer()
    {
        // In the surgical bed he asks for the chair only. From 2 h on he is in the medical bed, and Cora has the surgical one until 7 h.
        var scene = Play(Ward("surgical + chair"));
        Assert.That(scene.MovedBack("ben", "next"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("cora", "in-surgical"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("ben", "next"), Is.EqualTo(7 * Hour), "the chair alone, at 3 h, is not enough");
    }

    [Test]
    public void Who_moves_back_while_waiting_does_not_ask_for_what_is_held_now()
    {
        var scene = Play(Ward("medical + chair"));
        Assert.That(scene.MovedBack("ben", "next"), Is.EqualTo(2 * Hour), "the chair is taken, so as yet he moves only");
        Assert.That(scene.Taken("ben", "next"), Is.EqualTo(3 * Hour), "the chair is all that is missing");
    }

    [Test]
    public void Moving_to_a_place_that_is_no_bed_ends_the_delay()
    {
        // Ben is ready at 40 min, in a bed; from 2 h on he is in a room, which is not counted. Nobody ever leaves the unit.
        var scene = Play($$"""
            pools:
              room: { kind: spaces, capacity: 1, group: wards }
              bed:  { kind: beds, capacity: 1, group: wards }
              unit: { kind: beds, capacity: 1 }
            stages:
              in-room: { place: room, time: 2 h, then: leave }
              in-unit: { place: unit, time: 30 d, then: leave }
              ward: { place: [room, bed after 10 min], moves_back: { priority: 8 }, time: 30 min, then: transfer }
              transfer: { place: unit, delayed: { reason: C, attribution: nhs }, time: 10 min, then: leave }
            streams:
              {{Patient("anna", "in-room")}}
              {{Patient("dora", "in-unit")}}
              {{Patient("ben", "ward")}}
            measures:
              delayed: { average: { delayed_time: wards }, unit: beds }
            """);
        Assert.That(scene.MovedBack("ben", "transfer"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Value("delayed"), Is.EqualTo(80 * Minute / (20.0 * Day)).Within(1e-12));
    }

    [Test]
    public void The_request_stays_while_a_later_stage_takes_the_place_asked_for_and_lets_it_go_again()
    {
        // Ben is in the other bed. From 3 h to 4 h his operation has the bed too; then he rests in the other one, still in the list of the bed: he moves there.
        var scene = Play($$"""
            pools:
              bed:   { kind: beds, capacity: 1 }
              other: { kind: beds, capacity: 1 }
            stages:
              in-bed:   { place: bed, time: 3 h, then: leave }
              in-other: { place: other, time: 1 h, then: leave }
              ward: { place: [ bed, other ], moves_back: { priority: 8 }, time: 1 h, then: op }
              op:   { place: bed, keep: [ other ], time: 1 h, then: rest }
              rest: { place: none, keep: [ other ], time: 10 h, then: leave }
            streams:
              {{Patient("anna", "in-bed")}}
              {{Patient("ben", "ward", "1 min")}}
              {{Patient("cora", "in-other", "60 min")}}
            """);
        Assert.That(scene.Taken("ben", "op"), Is.EqualTo(3 * Hour));
        Assert.That(scene.MovedBack("ben", "rest"), Is.EqualTo(4 * Hour));
        Assert.That(scene.Taken("cora", "in-other"), Is.EqualTo(4 * Hour));
    }

    /// <summary>
    /// Two sites with a bed each, both taken: north until 2 h, south until 5 h. Ben lies in the corridor from 10 min on and is at the other site from 40
    /// min on.
    /// </summary>
    private static string Sites(string alternatives, string streams = "") => $$"""
        dimensions: { site: [north, south] }
        tables: { stay: { keys: [site], rows: { north: 2 h, south: 5 h } } }
        pools:
          bed:      { each: site, kind: beds, capacity: 1 }
          corridor: { each: site, kind: spaces, capacity: 5 }
        stages:
          in-bed: { place: bed@site, time: { table: stay }, then: leave }
          ward: { place: [ {{alternatives}} ], moves_back: { priority: 8 }, time: 30 min, then: elsewhere }
          elsewhere: { place: keep, sets: { site: south }, time: 10 h, then: leave }
        streams:
          {{Patient("anna", "in-bed", "0 min", "site: north")}}
          {{Patient("dora", "in-bed", "0 min", "site: south")}}
          {{Patient("ben", "ward", "0 min", "site: north")}}
          {{streams}}
        """;

    [Test]
    public void Who_has_changed_sites_asks_for_the_place_there()
    {
        var scene = Play(Sites("bed@site, corridor@north after 10 min", Patient("cora", "in-bed", "3 h", "site: north")));
        Assert.That(scene.Taken("cora", "in-bed"), Is.EqualTo(3 * Hour), "Ben does not come back for the bed at north");
        Assert.That(scene.MovedBack("ben", "elsewhere"), Is.EqualTo(5 * Hour));
    }

    [Test]
    public void The_place_that_is_left_is_the_one_taken_at_the_old_site()
    {
        var scene = Play(Sites("bed@north, corridor@site after 10 min"));
        Assert.That(scene.MovedBack("ben", "elsewhere"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Left("ben"), Is.EqualTo((40 * Minute) + (10 * Hour)));
    }

    [Test]
    public void Who_holds_by_now_what_a_long_list_lacks_is_served_past_it()
    {
        // Ben and seventy others wait for bed and chair. No chair from 1 h to 5 h; at 2 h the bed is free, and Ben moves back to it: then he lacks the
        // chair only.
        var scene = Play(
            $$"""
            pools:
              bed:   { kind: beds, capacity: 1 }
              other: { kind: beds, capacity: 1 }
              chair: { kind: spaces, capacity: { roster: chairs } }
            stages:
              in-bed: { place: bed, time: 2 h, then: leave }
              ward:   { place: [bed, other after 10 min], moves_back: { priority: 8 }, time: 20 min, then: next }
              next:   { place: bed + chair, time: 1 h, then: leave }
              both:   { place: bed + chair, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "in-bed")}}
              {{Patient("ben", "ward")}}
              many: { to: both, schedule: { every: 300 d, first: 20 min, count: 70 } }
            """,
            ("rosters/chairs.csv", "days,from,to,capacity\nMon,00:00,01:00,1\nMon,05:00,24:00,1\n"));
        Assert.That(scene.MovedBack("ben", "next"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("ben", "next"), Is.EqualTo(5 * Hour));
    }

    [TestCase(3, "second")]
    [TestCase(2, "first")]
    public void In_an_alternative_of_two_stages_the_patient_asks_for_what_either_prefers(int movedAt, string frees)
    {
        // Cora is in the spare bed from 10 min on: ward one would have her in the first bed, ward two, which she reaches at 70 min, in the second.
        var scene = Play($$"""
            pools:
              first:  { kind: beds, capacity: 1 }
              second: { kind: beds, capacity: 1 }
              spare:  { kind: beds, capacity: 1 }
            stages:
              in-first:  { place: first, time: {{(frees == "first" ? 2 : 300)}} h, then: leave }
              in-second: { place: second, time: 3 h, then: leave }
              one: { place: [first, spare], moves_back: { priority: 8 }, time: 1 h, then: two }
              two: { place: [second, spare], moves_back: { priority: 8 }, time: 10 h, then: leave }
            streams:
              {{Patient("anna", "in-first")}}
              {{Patient("ben", "in-second")}}
              {{Patient("cora", "one", "10 min")}}
              {{Patient("dora", "in-second", "4 h")}}
            """);
        Assert.That(scene.MovedBack("cora", "two"), Is.EqualTo(movedAt * Hour));
        Assert.That(scene.Taken("dora", "in-second"), Is.EqualTo(frees == "first" ? 4 * Hour : (11 * Hour) + (10 * Minute)));
    }
}
