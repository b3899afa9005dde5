using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>
/// docs/law.md, sentences 3 and 11 where a request of several pools is looked at from the list of one of them: the others' lists, hours and closing count
/// too.
/// </summary>
public sealed class PassedOverTests
{
    [Test]
    public void An_alternative_that_is_not_joined_yet_is_not_given_though_the_first_one_cannot_be()
    {
        // Anna asks for bed + monitor from 0 and for the couch from 60 on. The bed is free, the monitor is not until 180, the couch always is.
        var scene = Play($$"""
            pools:
              bed:     { kind: beds, capacity: 1 }
              couch:   { kind: spaces, capacity: 1 }
              monitor: { kind: spaces, capacity: 1 }
            stages:
              watch: { place: monitor, time: 3 h, then: leave }
              ward:  { place: [bed + monitor, couch after 1 h], time: 10 min, then: leave }
            streams:
              {{Patient("zoe", "watch")}}
              {{Patient("anna", "ward")}}
            """);
        Assert.That(scene.Taken("anna", "ward"), Is.EqualTo(1 * Hour));
    }

    [Test]
    public void A_plus_waits_for_the_hours_of_taking_of_each_of_its_pools()
    {
        // Both are free from the start; the one whose list is served first takes at any hour, the other from 10:00 on.
        var scene = Play($$"""
            calendars: { admission: { open: daily 10:00-16:00 } }
            pools:
              a-bed: { kind: beds, capacity: 1 }
              z-bed: { kind: beds, capacity: 1, takes: admission }
            stages:
              both: { place: a-bed + z-bed, time: 10 min, then: leave }
              also: { place: z-bed + a-bed, time: 10 min, then: leave }
            streams:
              {{Patient("anna", "both", "1 h")}}
              {{Patient("ben", "also", "2 h")}}
              {{Patient("cora", "both", "11 h")}}
            """);
        Assert.That(scene.Taken("anna", "both"), Is.EqualTo(10 * Hour));
        Assert.That(scene.Taken("ben", "also"), Is.EqualTo((10 * Hour) + (10 * Minute)));
        Assert.That(scene.Taken("cora", "both"), Is.EqualTo(11 * Hour));
    }

    [Test]
    public void Who_is_ahead_in_another_list_but_cannot_be_served_takes_nothing_away()
    {
        // Zoe is ahead of Anna for the bed, but her theatre is in use until 3 h. Anna's monitor comes free at 1 h: the bed is hers then.
        var scene = Play($$"""
            pools:
              bed:     { kind: beds, capacity: 1 }
              monitor: { kind: spaces, capacity: 1 }
              theatre: { kind: spaces, capacity: 1 }
            stages:
              operation: { place: theatre, time: 3 h, then: leave }
              watch:     { place: monitor, time: 1 h, then: leave }
              zoe-needs:  { place: bed + theatre, time: 10 min, then: leave }
              anna-needs: { place: bed + monitor, time: 20 min, then: leave }
            streams:
              {{Patient("x", "operation")}}
              {{Patient("y", "watch")}}
              {{Patient("zoe", "zoe-needs", "1 min")}}
              {{Patient("anna", "anna-needs", "2 min")}}
            """);
        Assert.That(scene.Taken("anna", "anna-needs"), Is.EqualTo(1 * Hour));
        Assert.That(scene.Taken("zoe", "zoe-needs"), Is.EqualTo(3 * Hour));
    }

    [Test]
    public void Who_is_ahead_in_another_list_and_can_be_served_comes_first()
    {
        // The list of a-room is served first at 1 h. Anna is its head, but of the one bed that came free in that second Zoe is the head.
        var scene = Play($$"""
            pools:
              a-room: { kind: spaces, capacity: 1 }
              bed:    { kind: beds, capacity: 1 }
            stages:
              in-room: { place: a-room, time: 1 h, then: leave }
              in-bed:  { place: bed, time: 1 h, then: leave }
              only-bed: { place: bed, time: 10 min, then: leave }
              both:     { place: a-room + bed, time: 10 min, then: leave }
            streams:
              {{Patient("x", "in-room")}}
              {{Patient("y", "in-bed")}}
              {{Patient("zoe", "only-bed", "1 min")}}
              {{Patient("anna", "both", "2 min")}}
            """);
        Assert.That(scene.Taken("zoe", "only-bed"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Taken("anna", "both"), Is.EqualTo(70 * Minute));
    }

    [Test]
    public void Who_comes_after_closing_is_not_seen_with_a_plus_either()
    {
        // The nurses close at 12:00. One is free, but Ben, who waits for her with room b, keeps them open until 13:00. Cora comes at 12:10 and asks for room a.
        var scene = Play(
            $$"""
            pools:
              nurse:  { kind: staff, capacity: { roster: nurses }, at_close: empty }
              room-a: { kind: spaces, capacity: 1 }
              room-b: { kind: spaces, capacity: 1 }
            stages:
              in-b:  { place: room-b, time: 2 h, then: leave }
              see-a: { staff: room-a + nurse, time: 10 min, then: leave }
              see-b: { staff: room-b + nurse, time: 10 min, then: leave }
            streams:
              {{Patient("yan", "in-b", "11 h")}}
              {{Patient("ben", "see-b", "690 min")}}
              {{Patient("cora", "see-a", "730 min")}}
            """,
            ("rosters/nurses.csv", "days,from,to,capacity\ndaily,08:00,12:00,2\n"));
        Assert.That(scene.Started("ben", "see-b"), Is.EqualTo(13 * Hour), "he was there before closing");
        Assert.That(scene.Started("cora", "see-a"), Is.EqualTo(32 * Hour));
    }

    [Test]
    public void A_pool_that_empties_at_closing_is_open_until_the_last_who_waited_is_seen()
    {
        // One nurse, 08:00 to 12:00. Anna is with her from 11:00 to 12:30, Ben from then to 14:00; Cora comes at 12:10, too late. Open: 6 h of the day;
        // busy: 3 h.
        var scene = Play(
            $$"""
            run: { starts: Mon 00:00, lasts: 1 d, warm_up: 0 h, begin: empty }
            pools: { nurse: { kind: staff, capacity: { roster: nurses }, at_close: empty } }
            stages: { see: { staff: nurse, time: 90 min, then: leave } }
            streams:
              {{Patient("anna", "see", "11 h")}}
              {{Patient("ben", "see", "690 min")}}
              {{Patient("cora", "see", "730 min")}}
            """,
            ("rosters/nurses.csv", "days,from,to,capacity\ndaily,08:00,12:00,1\n"));
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(750 * Minute));
        Assert.That(scene.Started("cora", "see"), Is.EqualTo(Never));
        Assert.That(scene.Value("open", "nurse"), Is.EqualTo(6 / 24.0).Within(1e-12));
        Assert.That(scene.Value("utilisation", "nurse"), Is.EqualTo(50).Within(1e-9));
    }

    [Test]
    public void A_head_short_here_alone_stops_blocking_when_the_other_pool_closes()
    {
        // Anna needs two beds and the theatre: one bed is free and the theatre too, so she blocks Ben. At 2 h the theatre shuts: now she is short
        // elsewhere as well.
        var scene = Play(
            $$"""
            pools:
              bed:     { kind: beds, capacity: 2 }
              theatre: { kind: spaces, capacity: { roster: theatres } }
            stages:
              stay:  { place: bed, time: 9 h, then: leave }
              large: { place: 2 of bed + theatre, time: 10 min, then: leave }
              small: { place: bed, time: 10 min, then: leave }
            streams:
              {{Patient("zoe", "stay")}}
              {{Patient("anna", "large", "1 min")}}
              {{Patient("ben", "small", "2 min")}}
            """,
            ("rosters/theatres.csv", "days,from,to,capacity\ndaily,00:00,02:00,1\ndaily,12:00,24:00,1\n"));
        Assert.That(scene.Taken("ben", "small"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("anna", "large"), Is.EqualTo(12 * Hour));
    }

    [Test]
    public void Pools_beyond_the_sixty_fourth_are_served_like_the_first()
    {
        // In each of seventy pools one patient stays for an hour and another waits for the bed.
        var names = Enumerable.Range(10, 70).ToArray();
        var scene = Play($$"""
            pools:
              {{string.Join("\n  ", names.Select(name => $"bed-{name}: {{ kind: beds, capacity: 1 }}"))}}
            stages:
              {{string.Join("\n  ", names.Select(name => $"ward-{name}: {{ place: bed-{name}, time: 1 h, then: leave }}"))}}
            streams:
              {{string.Join("\n  ", names.Select(name => Patient($"first-{name}", $"ward-{name}")))}}
              {{string.Join("\n  ", names.Select(name => Patient($"next-{name}", $"ward-{name}", "10 min")))}}
            """);
        Assert.That(names.Select(name => scene.Taken($"next-{name}", $"ward-{name}")), Is.All.EqualTo(1 * Hour));
    }
}
