using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>"Counting": delayed transfers of care.</summary>
public sealed class DelayTests
{
    private const string Pools = """
        run: { starts: Mon 00:00, lasts: 40 d, warm_up: 0 h, begin: empty }
        pools:
          acute:     { kind: beds, capacity: 5, group: acute-ga }
          community: { kind: beds, capacity: 1, group: community-beds }
          cubicle:   { kind: spaces, capacity: 5 }
        measures:
          cubicle_hours:   { total: { delayed_time: cubicle }, unit: h }
          acute_hours:     { total: { delayed_time: acute-ga }, unit: h }
          community_hours: { total: { delayed_time: community-beds }, unit: h }
          acute_midnights: { total: { census_delayed: acute-ga }, unit: days }
          community_midnights: { total: { census_delayed: community-beds }, unit: days }
        """;

    /// <summary>Delayed time in a group of pools [h].</summary>
    private static double Hours(Scene scene, string measure = "acute_hours", string group = "") => scene.Value(measure, group);

    [Test]
    public void Waiting_for_the_place_of_a_stage_with_delayed_in_a_bed_is_a_delay_and_being_in_that_place_is_none()
    {
        // Zoe has the community bed for 3 days. Anna is ready on Tuesday 00:00 (24 h) and waits in the acute bed until Thursday 00:00 (72 h); then 26
        // days there.
        var scene = Play($$"""
            {{Pools}}
            stages:
              in-community: { place: community, time: 3 d, then: leave }
              ward:    { place: acute, time: 1 d, then: recover }
              recover: { place: community, delayed: { reason: C, attribution: nhs }, time: 26 d, then: leave }
            streams:
              {{Patient("zoe", "in-community")}}
              {{Patient("anna", "ward", "1 h")}}
            """);
        Assert.That(scene.Taken("anna", "recover"), Is.EqualTo(72 * Hour));
        Assert.That(Hours(scene), Is.EqualTo(47));
        Assert.That(Hours(scene, "acute_hours", "C/nhs"), Is.EqualTo(47));
        Assert.That(Hours(scene, "community_hours"), Is.Zero);
        Assert.That(scene.Value("acute_midnights"), Is.EqualTo(1), "25 h to 72 h: the midnight of 48 h; that of 72 h finds her gone");
        Assert.That(scene.Value("community_midnights"), Is.Zero);
    }

    [Test]
    public void A_stage_with_delayed_that_keeps_the_bed_is_a_delay_from_entry_to_the_next_place()
    {
        // Assessment from 24 h to 34 h in the acute bed, no waiting.
        var scene = Play($$"""
            {{Pools}}
            stages:
              ward:   { place: acute, time: 1 d, then: assess }
              assess: { place: keep, delayed: { reason: A, attribution: social-care }, time: 10 h, then: leave }
            streams:
              {{Patient("anna", "ward")}}
            """);
        Assert.That(Hours(scene), Is.EqualTo(10));
        Assert.That(Hours(scene, "acute_hours", "A/social-care"), Is.EqualTo(10));
    }

    [Test]
    public void Waiting_for_staff_in_a_stage_with_delayed_that_keeps_the_bed_is_part_of_the_delay()
    {
        var scene = Play($$"""
            {{Pools.Replace("cubicle:", "worker: { kind: staff, capacity: 1 }\n  cubicle:", StringComparison.Ordinal)}}
            stages:
              busy:   { staff: worker, time: 30 h, then: leave }
              ward:   { place: acute, time: 1 d, then: assess }
              assess: { place: keep, staff: worker, delayed: { reason: A, attribution: nhs }, time: 10 h, then: leave }
            streams:
              {{Patient("zoe", "busy")}}
              {{Patient("anna", "ward")}}
            """);
        Assert.That(scene.Started("anna", "assess"), Is.EqualTo(30 * Hour));
        Assert.That(Hours(scene), Is.EqualTo(16));
    }

    [Test]
    public void A_stage_with_delayed_that_keeps_the_bed_beside_its_own_place_is_a_delay_while_it_lasts()
    {
        // A package of care: the caseload is taken, the acute bed kept until 16:00 of the same day (from 10:00: 6 h), then home.
        var scene = Play($$"""
            {{Pools.Replace("cubicle:", "caseload: { kind: caseload, capacity: 1 }\n  cubicle:", StringComparison.Ordinal)}}
            stages:
              ward:    { place: acute, time: 10 h, then: package }
              package: { place: caseload, keep: [acute-ga], delayed: { reason: E, attribution: both }, time: until next 16:00, then: care }
              care:    { place: caseload, time: 9 d, then: leave }
            streams:
              {{Patient("anna", "ward")}}
            """);
        Assert.That(Hours(scene), Is.EqualTo(6));
        Assert.That(Hours(scene, "acute_hours", "E/both"), Is.EqualTo(6));
        Assert.That(scene.Value("acute_midnights"), Is.Zero, "a delay within one day has no midnight");
    }

    [Test]
    public void The_wait_and_the_stage_that_keeps_the_bed_are_one_delay()
    {
        // Waits for the caseload from 24 h to 30 h, then in the bed until 16:00 of that day (40 h).
        var scene = Play($$"""
            {{Pools.Replace("cubicle:", "caseload: { kind: caseload, capacity: 1 }\n  cubicle:", StringComparison.Ordinal)}}
            stages:
              other:   { place: caseload, time: 30 h, then: leave }
              ward:    { place: acute, time: 1 d, then: package }
              package: { place: caseload, keep: [acute-ga], delayed: { reason: E, attribution: nhs }, time: until next 16:00, then: care }
              care:    { place: caseload, time: 9 d, then: leave }
            streams:
              {{Patient("zoe", "other")}}
              {{Patient("anna", "ward")}}
            """);
        Assert.That(scene.Taken("anna", "package"), Is.EqualTo(30 * Hour));
        Assert.That(Hours(scene, "acute_hours", "E/nhs"), Is.EqualTo(16));
    }

    [Test]
    public void Place_none_that_keeps_the_bed_is_a_delay_too()
    {
        var scene = Play($$"""
            {{Pools}}
            stages:
              ward:   { place: acute, time: 1 d, then: equip }
              equip:  { place: none, keep: [acute], delayed: { reason: F, attribution: nhs }, time: 7 h, then: leave }
            streams:
              {{Patient("anna", "ward")}}
            """);
        Assert.That(Hours(scene), Is.EqualTo(7));
    }

    [Test]
    public void There_is_one_reason_at_a_time()
    {
        // Assessment 24 h to 34 h (reason A), then funding 34 h to 54 h (reason B), in the same bed.
        var scene = Play($$"""
            {{Pools}}
            stages:
              ward:   { place: acute, time: 1 d, then: assess }
              assess: { place: keep, delayed: { reason: A, attribution: nhs }, time: 10 h, then: fund }
              fund:   { place: keep, delayed: { reason: B, attribution: social-care }, time: 20 h, then: leave }
            streams:
              {{Patient("anna", "ward")}}
            """);
        Assert.That(Hours(scene), Is.EqualTo(30));
        Assert.That(Hours(scene, "acute_hours", "A/nhs"), Is.EqualTo(10));
        Assert.That(Hours(scene, "acute_hours", "B/social-care"), Is.EqualTo(20));
        Assert.That(scene.Value("acute_midnights", "A/nhs"), Is.EqualTo(1), "the midnight of 24 h, the second of the entry");
        Assert.That(scene.Value("acute_midnights", "B/social-care"), Is.EqualTo(1));
    }

    [Test]
    public void Waiting_for_the_next_place_of_a_stage_without_delayed_ends_the_delay()
    {
        // Fit at 24 h, assessed to 34 h (a delay), then waits for a ward without `delayed` until 72 h: none.
        var scene = Play($$"""
            {{Pools}}
            stages:
              in-community: { place: community, time: 3 d, then: leave }
              ward:   { place: acute, time: 1 d, then: assess }
              assess: { place: keep, delayed: { reason: A, attribution: nhs }, time: 10 h, then: other }
              other:  { place: community, time: 1 d, then: leave }
            streams:
              {{Patient("zoe", "in-community")}}
              {{Patient("anna", "ward")}}
            """);
        Assert.That(scene.Taken("anna", "other"), Is.EqualTo(72 * Hour));
        Assert.That(Hours(scene), Is.EqualTo(10));
    }

    [Test]
    public void Only_a_place_of_a_beds_pool_is_delayed()
    {
        var scene = Play($$"""
            {{Pools}}
            stages:
              in-community: { place: community, time: 3 d, then: leave }
              ed:      { place: cubicle, time: 1 h, then: recover }
              recover: { place: community, delayed: { reason: C, attribution: nhs }, time: 1 d, then: leave }
            streams:
              {{Patient("zoe", "in-community")}}
              {{Patient("anna", "ed")}}
            """);
        Assert.That(scene.Taken("anna", "recover"), Is.EqualTo(72 * Hour));
        Assert.That(Hours(scene) + Hours(scene, "community_hours") + Hours(scene, "cubicle_hours"), Is.Zero);
    }

    [Test]
    public void A_delay_in_a_community_bed_is_reported_for_its_group()
    {
        var scene = Play($$"""
            {{Pools}}
            stages:
              recover: { place: community, time: 1 d, then: choose }
              choose:  { place: keep, delayed: { reason: G, attribution: nhs }, time: 12 h, then: leave }
            streams:
              {{Patient("anna", "recover")}}
            """);
        Assert.That(Hours(scene, "community_hours"), Is.EqualTo(12));
        Assert.That(Hours(scene), Is.Zero);
        Assert.That(scene.Value("community_midnights"), Is.EqualTo(1));
    }

    [Test]
    public void A_delay_ends_when_the_patient_gives_up_to_a_stage_without_delayed()
    {
        // Waits from 24 h; gives up at 34 h to go home.
        var scene = Play($$"""
            {{Pools}}
            stages:
              in-community: { place: community, time: 30 d, then: leave }
              ward:    { place: acute, time: 1 d, then: recover }
              recover: { place: community, delayed: { reason: C, attribution: nhs }, gives_up: [ { after: 10 h, to: home } ], time: 26 d, then: leave }
              home:    { place: none, time: 5 d, then: leave }
            streams:
              {{Patient("zoe", "in-community")}}
              {{Patient("anna", "ward")}}
            """);
        Assert.That(Hours(scene), Is.EqualTo(10));
        Assert.That(scene.Value("acute_midnights"), Is.EqualTo(1));
    }

    [Test]
    public void Attribution_by_table_follows_the_patient()
    {
        var scene = Play($$"""
            {{Pools}}
            attributes: { council: [north, south] }
            tables: { who: { keys: [council], rows: { north: { nhs: 100 % }, south: { social-care: 100 % } } } }
            stages:
              ward:   { place: acute, time: 1 d, then: assess }
              assess: { place: keep, delayed: { reason: A, attribution: { table: who } }, time: 10 h, then: leave }
            streams:
              {{Patient("anna", "ward", "0 h", "council: north")}}
              {{Patient("ben", "ward", "0 h", "council: south")}}
              {{Patient("cora", "ward", "0 h", "council: south")}}
            """);
        Assert.That(Hours(scene, "acute_hours", "A/nhs"), Is.EqualTo(10));
        Assert.That(Hours(scene, "acute_hours", "A/social-care"), Is.EqualTo(20));
    }

    [Test]
    public void A_delayed_patient_who_moves_back_stays_delayed()
    {
        // In the surgical bed at first, moved to the medical one at 30 h while waiting from 24 h to 72 h.
        var scene = Play($$"""
            run: { starts: Mon 00:00, lasts: 40 d, warm_up: 0 h, begin: empty }
            pools:
              medical:   { kind: beds, capacity: 1 }
              surgical:  { kind: beds, capacity: 1 }
              community: { kind: beds, capacity: 1 }
            stages:
              in-medical: { place: medical, time: 30 h, then: leave }
              in-community: { place: community, time: 3 d, then: leave }
              ward:    { place: [medical, surgical], moves_back: { priority: 8 }, time: 1 d, then: recover }
              recover: { place: community, delayed: { reason: C, attribution: nhs }, time: 1 d, then: leave }
            measures:
              in_surgical: { total: { delayed_time: surgical }, unit: h }
              in_medical:  { total: { delayed_time: medical }, unit: h }
            streams:
              {{Patient("yan", "in-medical")}}
              {{Patient("zoe", "in-community")}}
              {{Patient("anna", "ward")}}
            """);
        Assert.That(scene.Value("in_surgical"), Is.EqualTo(6));
        Assert.That(scene.Value("in_medical"), Is.EqualTo(42));
    }
}
