using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 12 and section 2: closures and surge.</summary>
public sealed class CapacityTests
{
    private static string Closure(string streams) => $$"""
        run: { starts: Mon 00:00, lasts: 2 d, warm_up: 0 h, begin: empty }
        pools: { bed: { kind: beds, capacity: 2 } }
        stages:
          ward: { place: bed, time: 3 h, then: leave }
        streams:
          norovirus: { closes: { pool: bed, amount: 1, time: 10 h }, schedule: { every: 300 d, first: 1 h } }
          {{streams}}
        """;

    [Test]
    public void A_closure_takes_units_for_its_time()
    {
        var scene = Play(Closure($"""
            {Patient("anna", "ward", "2 h")}
              {Patient("ben", "ward", "3 h")}
              {Patient("cora", "ward", "9 h")}
              {Patient("dan", "ward", "10 h")}
            """));
        Assert.That(scene.Taken("anna", "ward"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(5 * Hour));
        Assert.That(scene.Taken("cora", "ward"), Is.EqualTo(9 * Hour));
        Assert.That(scene.Taken("dan", "ward"), Is.EqualTo(11 * Hour), "open again at 11 h");
    }

    [Test]
    public void A_closure_of_what_is_in_use_takes_it_when_it_comes_free()
    {
        var scene = Play(Closure($"""
            {Patient("anna", "ward", "0 h")}
              {Patient("ben", "ward", "0 h")}
              {Patient("cora", "ward", "30 min")}
              {Patient("dan", "ward", "40 min")}
            """));
        Assert.That(scene.Left("anna"), Is.EqualTo(3 * Hour));
        Assert.That(scene.Left("ben"), Is.EqualTo(3 * Hour));
        Assert.That(scene.Taken("cora", "ward"), Is.EqualTo(3 * Hour));
        Assert.That(scene.Taken("dan", "ward"), Is.EqualTo(6 * Hour));
    }

    [Test]
    public void Open_is_what_is_rostered_less_what_is_closed_but_never_less_than_what_is_in_use()
    {
        // Two beds; one closed from 1 to 11 h, but both in use until 3 h: open 2 for 3 h, 1 for 8 h, 2 for 37 h.
        var scene = Play(Closure($"""
            {Patient("anna", "ward", "0 h")}
              {Patient("ben", "ward", "0 h")}
            """));
        Assert.That(scene.Value("open", "bed"), Is.EqualTo(((2 * 3) + 8 + (2 * 37)) / 48.0).Within(1e-12));
        Assert.That(scene.Value("occupied", "bed"), Is.EqualTo(6 / 48.0).Within(1e-12));
        Assert.That(scene.Value("utilisation", "bed"), Is.EqualTo(100 * 6 / 88.0).Within(1e-9));
    }

    [Test]
    public void A_closure_comes_before_an_arrival_of_the_same_second()
    {
        // Written after the patient's stream: the kind decides, not the order of writing. At the door the bed is looked at before any list is served.
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              door: { time: 0 min, then: [ { if: "free(bed) = 1", to: elsewhere }, { to: ward } ] }
              ward: { place: bed, time: 3 h, then: leave }
            exits: [elsewhere]
            streams:
              {{Patient("anna", "door", "1 h")}}
              norovirus: { closes: { pool: bed, amount: 1, time: 10 h }, schedule: { every: 300 d, first: 1 h } }
            """);
        Assert.That(scene.Taken("anna", "ward"), Is.EqualTo(11 * Hour));
    }

    [Test]
    public void Two_closures_add_up()
    {
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 2 } }
            stages:
              ward: { place: bed, time: 3 h, then: leave }
            streams:
              flu:       { closes: { pool: bed, amount: 1, time: 10 h }, schedule: { every: 300 d, first: 1 h } }
              norovirus: { closes: { pool: bed, amount: 1, time: 5 h }, schedule: { every: 300 d, first: 2 h } }
              {{Patient("anna", "ward", "3 h")}}
              {{Patient("ben", "ward", "3 h")}}
            """);
        Assert.That(scene.Taken("anna", "ward"), Is.EqualTo(7 * Hour));
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(10 * Hour));
    }

    private static string Surge(string streams, string surge = "after: 2 h, at_least: 30 h") => $$"""
        run: { starts: Mon 00:00, lasts: 10 d, warm_up: 0 h, begin: empty }
        pools:
          bed:
            kind: beds
            capacity: 1
            surge: { adds: 1, checked: daily 08:00, opens: waiting(ward) >= 1, closes: occupied(bed) <= 1, {{surge}} }
        stages:
          ward: { place: bed, time: 20 h, then: leave }
          long: { place: bed, time: 9 d, then: leave }
        streams:
          {{streams}}
        """;

    [Test]
    public void Surge_is_decided_when_checked_and_opens_after_T()
    {
        var scene = Play(Surge($"""
            {Patient("anna", "long")}
              {Patient("ben", "ward", "1 h")}
            """));
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(10 * Hour), "checked at 08:00, open at 10:00");
    }

    [Test]
    public void Surge_without_the_trigger_stays_shut()
    {
        var scene = Play(Surge($"""
            {Patient("anna", "long")}
              {Patient("ben", "ward", "9 h")}
            """));
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(34 * Hour), "waiting since Monday 09:00: seen on Tuesday 08:00");
    }

    [Test]
    public void Surge_stays_open_for_at_least_T_and_then_closes_at_a_check_at_which_its_condition_holds()
    {
        // Open on Monday 10:00. Ben leaves on Tuesday 06:00; at Tuesday 08:00 22 of 30 hours are over: stays open, so Cora (Tuesday 09:00) has a bed.
        // She leaves on Wednesday 05:00; on Wednesday 08:00 it closes. Dan (Wednesday 09:00) waits: seen on Thursday 08:00, open at 10:00.
        var scene = Play(Surge($"""
            {Patient("anna", "long")}
              {Patient("ben", "ward", "1 h")}
              {Patient("cora", "ward", "33 h")}
              {Patient("dan", "ward", "57 h")}
            """));
        Assert.That(scene.Left("ben"), Is.EqualTo(30 * Hour));
        Assert.That(scene.Taken("cora", "ward"), Is.EqualTo(33 * Hour));
        Assert.That(scene.Taken("dan", "ward"), Is.EqualTo((3 * Day) + (10 * Hour)));
    }

    [Test]
    public void Surge_that_has_been_open_for_just_T_closes()
    {
        // Open from Monday 08:00, with Ben until Tuesday 04:00. On Tuesday 08:00 24 of 24 hours are over: Cora, an hour later, finds it shut.
        var scene = Play(Surge(
            $"""
            {Patient("anna", "long")}
              {Patient("ben", "ward", "1 h")}
              {Patient("cora", "ward", "33 h")}
            """,
            "after: 0 h, at_least: 24 h"));
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(8 * Hour));
        Assert.That(scene.Taken("cora", "ward"), Is.EqualTo((2 * Day) + (8 * Hour)), "seen waiting on Wednesday 08:00");
    }

    [Test]
    public void Surge_does_not_close_while_its_condition_does_not_hold()
    {
        // Ben is in until Tuesday 06:00, Cora from 07:00: at the checks of Tuesday and Wednesday two are occupied or the time is not over.
        var scene = Play(Surge(
            $"""
            {Patient("anna", "long")}
              {Patient("ben", "ward", "1 h")}
              {Patient("cora", "ward", "31 h")}
              {Patient("dan", "ward", "52 h")}
              {Patient("eve", "ward", "73 h")}
            """,
            "after: 2 h, at_least: 1 h"));
        Assert.That(scene.Taken("cora", "ward"), Is.EqualTo(31 * Hour));
        Assert.That(scene.Taken("dan", "ward"), Is.EqualTo(52 * Hour));
        Assert.That(scene.Taken("eve", "ward"), Is.EqualTo(73 * Hour));
    }

    [Test]
    public void Surge_that_closes_takes_units_as_they_come_free()
    {
        // Closes at Tuesday 08:00 while both are in use (its condition is on the list): the first bed to come free, Ben's, is gone; Cora waits for Anna's.
        var scene = Play($$"""
            pools:
              bed:
                kind: beds
                capacity: 1
                surge: { adds: 1, checked: daily 08:00, opens: waiting(ward) >= 1, closes: waiting(ward) = 0, after: 0 h, at_least: 1 h }
            stages:
              ward: { place: bed, time: 30 h, then: leave }
              long: { place: bed, time: 50 h, then: leave }
            streams:
              {{Patient("anna", "long")}}
              {{Patient("ben", "ward", "1 h")}}
              {{Patient("cora", "ward", "33 h")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(8 * Hour));
        Assert.That(scene.Left("ben"), Is.EqualTo(38 * Hour));
        Assert.That(scene.Taken("cora", "ward"), Is.EqualTo(50 * Hour));
    }

    [Test]
    public void Surge_by_the_share_occupied()
    {
        // On Monday at 08:00 one of two is occupied, on Tuesday both are.
        var scene = Play($$"""
            pools:
              bed:
                kind: beds
                capacity: 2
                surge: { adds: 1, checked: daily 08:00, opens: occupied(bed) >= 95 %, closes: occupied(bed) <= 50 %, after: 0 h, at_least: 1 h }
            stages:
              ward: { place: bed, time: 3 d, then: leave }
            streams:
              {{Patient("anna", "ward")}}
              {{Patient("ben", "ward", "9 h")}}
              {{Patient("cora", "ward", "10 h")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(9 * Hour), "1 of 2 is 50 %: shut on Monday");
        Assert.That(scene.Taken("cora", "ward"), Is.EqualTo(32 * Hour), "2 of 2: open on Tuesday 08:00");
    }
}
