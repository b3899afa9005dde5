using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>"Clocks".</summary>
public sealed class ClockTests
{
    private const string Department = """
        pools: { bed: { kind: beds, capacity: 1 } }
        stages:
          in-bed: { place: bed, time: 5 h, then: leave }
          triage: { clock: ed, time: 10 min, then: see }
          see:    { clock: ed, time: 20 min, then: decide }
          decide: { clock: [ed, trolley], time: 30 min, then: ward }
          ward:   { place: bed, clock: spell, time: 1 h, then: leave }
        measures:
          ed_time:      { clock: ed, mean: true, unit: min }
          trolley_time: { clock: trolley, mean: true, unit: min }
          spell_time:   { clock: spell, mean: true, unit: min }
          four_hours:   { visits: ed, within: 4 h }
          five_hours:   { visits: ed, within: 5 h }
          attended:     { total: { starts: ed }, unit: visits }
        """;

    [Test]
    public void A_clock_runs_from_the_first_of_its_stages_to_the_first_stage_without_it_so_that_boarding_counts()
    {
        var scene = Play($$"""
            {{Department}}
            streams:
              {{Patient("zoe", "in-bed")}}
              {{Patient("anna", "triage")}}
            """);
        Assert.That(scene.Taken("anna", "ward"), Is.EqualTo(5 * Hour));
        Assert.That(scene.Value("ed_time"), Is.EqualTo(300));
        Assert.That(scene.Value("trolley_time"), Is.EqualTo(270), "10 and 20 minutes later");
        Assert.That(scene.Value("spell_time"), Is.EqualTo(60));
    }

    [Test]
    public void Shares_within_a_time_are_of_visits_ended_and_the_limit_itself_is_within()
    {
        var scene = Play($$"""
            {{Department}}
            streams:
              {{Patient("zoe", "in-bed")}}
              {{Patient("anna", "triage")}}
              {{Patient("ben", "triage", "10 d")}}
            """);
        Assert.That(scene.Value("attended"), Is.EqualTo(2));
        Assert.That(scene.Value("four_hours"), Is.EqualTo(50), "Anna 5 h, Ben 1 h");
        Assert.That(scene.Value("five_hours"), Is.EqualTo(100), "a breach is strictly over");
    }

    [Test]
    public void A_clock_may_run_again()
    {
        var scene = Play($$"""
            stages:
              ed:   { clock: ed, time: 1 h, then: home }
              home: { time: 1 d, then: [ { if: "visits(ed) < 3", to: ed }, { to: leave } ] }
            measures:
              number: { total: { visits: ed }, unit: visits }
              mean:   { clock: ed, mean: true, unit: min }
            streams:
              {{Patient("anna", "ed")}}
            """);
        Assert.That(scene.Value("number"), Is.EqualTo(3));
        Assert.That(scene.Value("mean"), Is.EqualTo(60));
    }

    [Test]
    public void Within_fifteen_minutes_of_an_ambulances_arrival_or_as_the_cubicle_is_taken_whatever_comes_first()
    {
        // Anna's handover begins at once, Ben's at 60 (arrived at 10): her clock starts at 8 with assess, his at 25.
        var scene = Play($$"""
            pools: { cubicle: { kind: spaces, capacity: 1 } }
            stages:
              handover: { place: cubicle, clock: { ed: within 15 min, handover: }, time: 8 min, then: assess }
              assess:   { place: keep, clock: ed, time: 52 min, then: leave }
            measures:
              handovers:     { clock: handover, mean: true, unit: min }
              longest:       { total: { visits: ed, over: 94 min }, unit: visits }
              shortest:      { total: { visits: ed, within: 52 min }, unit: visits }
              all_visits:    { total: { visits: ed, within: 95 min }, unit: visits }
            streams:
              {{Patient("anna", "handover")}}
              {{Patient("ben", "handover", "10 min")}}
            """);
        Assert.That(scene.Value("handovers"), Is.EqualTo(8));
        Assert.That(scene.Value("shortest"), Is.EqualTo(1), "Anna: 52 min");
        Assert.That(scene.Value("longest"), Is.EqualTo(1), "Ben: 25 to 120 min");
        Assert.That(scene.Value("all_visits"), Is.EqualTo(2));
    }

    [Test]
    public void A_clock_can_be_asked_in_a_condition()
    {
        var scene = Play($$"""
            stages:
              ed:    { clock: ed, time: 30 min, then: check }
              check: { clock: ed, time: 10 min, then: [ { if: "clock(ed) >= 70 min", to: leave }, { to: check } ] }
            streams:
              {{Patient("anna", "ed")}}
            """);
        Assert.That(scene.Left("anna"), Is.EqualTo(70 * Minute));
    }

    [Test]
    public void Places_of_results_are_those_of_the_patient_when_it_is_counted()
    {
        var scene = Play($$"""
            dimensions: { site: [north, south] }
            stages:
              ward: { each: site, clock: spell, time: 1 h, then: leave }
            measures:
              stays: { total: { visits: spell }, unit: visits, by: site }
            streams:
              {{Patient("anna", "ward@north")}}
              {{Patient("ben", "ward@south")}}
              {{Patient("cora", "ward@south")}}
            """);
        Assert.That(scene.Value("stays"), Is.EqualTo(3));
        Assert.That(scene.Value("stays", place: "north"), Is.EqualTo(1));
        Assert.That(scene.Value("stays", place: "south"), Is.EqualTo(2));
    }

    [Test]
    public void Each_of_several_patients_has_each_of_several_clocks()
    {
        // All three come at 0 with a first clock; the second was to start 2 h after entry, but starts with the place when that is taken before: at 0, 1
        // and 2 h.
        // An hour after its start they give up the nurse, who never comes.
        var scene = Play($$"""
            pools:
              room:  { kind: spaces, capacity: 1 }
              nurse: { kind: staff, capacity: 1 }
            stages:
              busy: { staff: nurse, time: 9 d, then: leave }
              come: { clock: first, time: 1 min, then: wait }
              wait: { clock: { first: within 0 min, second: within 4 h }, time: 1 min, then: see }
              see:  { place: room, clock: [ first, second ], staff: nurse, gives_up: [ { after: 1 h of second, to: lost } ], time: 1 min, then: leave }
            exits: [lost]
            streams:
              {{Patient("zoe", "busy")}}
              {{Patient("anna", "come")}}
              {{Patient("ben", "come", "1 s")}}
              {{Patient("cora", "come", "2 s")}}
            """);
        Assert.That(scene.Taken("anna", "see"), Is.EqualTo(2 * Minute));
        Assert.That(scene.GaveUp("anna", "see"), Is.EqualTo(62 * Minute));
        Assert.That(scene.Taken("ben", "see"), Is.EqualTo(62 * Minute));
        Assert.That(scene.GaveUp("ben", "see"), Is.EqualTo(122 * Minute));
        Assert.That(scene.GaveUp("cora", "see"), Is.EqualTo(182 * Minute));
    }
}
