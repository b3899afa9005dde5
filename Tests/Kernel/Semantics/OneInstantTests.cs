using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>
/// "One instant": what happens in one second happens by kind, and the lists are served after endings and changes of capacity together, and after each
/// later kind.
/// </summary>
public sealed class OneInstantTests
{
    [Test]
    public void A_roster_change_comes_before_the_serving_that_an_ending_brings()
    {
        // The nurse's roster ends at 12:00, as does her work with Anna: Ben is served the next morning.
        var scene = Play(
            $$"""
            pools: { nurse: { kind: staff, capacity: { roster: nurses } } }
            stages:
              see: { staff: nurse, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "see", "11 h")}}
              {{Patient("ben", "see", "690 min")}}
            """,
            ("rosters/nurses.csv", "days,from,to,capacity\ndaily,08:00,12:00,1\n"));
        Assert.That(scene.Started("ben", "see"), Is.EqualTo(32 * Hour));
    }

    [Test]
    public void A_roster_change_comes_before_the_serving_that_the_end_of_a_turnaround_brings()
    {
        var scene = Play(
            $$"""
            pools: { bed: { kind: beds, turnaround: 1 h, capacity: { roster: beds } } }
            stages:
              ward: { place: bed, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "ward", "10 h")}}
              {{Patient("ben", "ward", "690 min")}}
            """,
            ("rosters/beds.csv", "days,from,to,capacity\ndaily,08:00,12:00,1\n"));
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(32 * Hour));
    }

    [Test]
    public void An_ending_comes_before_an_alternative()
    {
        var scene = Play($$"""
            pools:
              first:  { kind: beds, capacity: 1 }
              second: { kind: beds, capacity: 1 }
            stages:
              in-first: { place: first, time: 1 h, then: leave }
              ward: { place: [first, second after 50 min], time: 1 h, then: leave }
              other: { place: second, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "in-first")}}
              {{Patient("ben", "ward", "10 min")}}
              {{Patient("cora", "other", "61 min")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Taken("cora", "other"), Is.EqualTo(61 * Minute), "Ben has the first bed");
    }

    [Test]
    public void A_roster_change_comes_before_an_alternative()
    {
        var scene = Play(
            $$"""
            pools:
              first:  { kind: beds, capacity: { roster: firsts } }
              second: { kind: beds, capacity: 1 }
            stages:
              ward: { place: [first, second after 2 h], time: 1 h, then: leave }
              other: { place: second, time: 1 h, then: leave }
            streams:
              {{Patient("ben", "ward")}}
              {{Patient("cora", "other", "121 min")}}
            """,
            ("rosters/firsts.csv", "days,from,to,capacity\ndaily,02:00,24:00,1\n"));
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("cora", "other"), Is.EqualTo(121 * Minute));
    }

    [Test]
    public void A_roster_change_comes_before_an_arrival()
    {
        // The bed comes into use at 02:00.
        var scene = Play(
            $$"""
            pools: { bed: { kind: beds, capacity: { roster: beds } } }
            stages:
              urgent: { place: bed, priority: 1, time: 1 h, then: leave }
              routine: { place: bed, priority: 2, time: 1 h, then: leave }
            streams:
              {{Patient("ben", "urgent", "2 h")}}
              {{Patient("anna", "routine", "1 h")}}
            """,
            ("rosters/beds.csv", "days,from,to,capacity\ndaily,02:00,24:00,1\n"));
        Assert.That(scene.Taken("anna", "routine"), Is.EqualTo(2 * Hour), "served before Ben, who ranks before her, has arrived");
        Assert.That(scene.Taken("ben", "urgent"), Is.EqualTo(3 * Hour));
    }

    [Test]
    public void An_alternative_comes_before_an_arrival()
    {
        var scene = Play($$"""
            pools:
              first:  { kind: beds, capacity: 1 }
              second: { kind: beds, capacity: 1 }
            stages:
              in-first: { place: first, time: 9 h, then: leave }
              ward: { place: [first, second after 1 h], time: 1 h, then: leave }
              other: { place: second, time: 1 h, then: leave }
            streams:
              {{Patient("cora", "other", "60 min")}}
              {{Patient("anna", "in-first")}}
              {{Patient("ben", "ward")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Taken("cora", "other"), Is.EqualTo(120 * Minute));
    }

    [Test]
    public void A_rise_in_priority_comes_before_an_arrival_but_after_an_ending()
    {
        // Anna rises to rank 1 at 60, the second in which the doctor comes free: he is given away before, to Ben.
        var scene = Play($$"""
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              busy:   { staff: doctor, time: 1 h, then: leave }
              rising: { staff: doctor, priority: [2, 1 after 50 min], time: 10 min, then: leave }
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
    public void An_arrival_comes_before_giving_up()
    {
        // Anna gives up at 30; Ben, who comes at 30, still finds her ahead of him.
        var scene = Play($$"""
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              busy: { staff: doctor, time: 45 min, then: leave }
              see:  { staff: doctor, gives_up: [ { queue: 1, to: full }, { after: 20 min, to: tired } ], time: 10 min, then: leave }
            exits: [full, tired]
            streams:
              {{Patient("zoe", "busy")}}
              {{Patient("anna", "see", "10 min")}}
              {{Patient("ben", "see", "30 min")}}
              {{Patient("cora", "see", "1801 s")}}
            """);
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("tired"));
        Assert.That(scene.Left("anna"), Is.EqualTo(30 * Minute));
        Assert.That(scene.ExitOf("ben"), Is.EqualTo("full"));
        Assert.That(scene.Started("cora", "see"), Is.EqualTo(45 * Minute), "a second later nobody is ahead");
    }

    [Test]
    public void A_patient_whose_place_frees_at_the_second_the_patience_ends_is_served()
    {
        var scene = Play($$"""
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              busy: { staff: doctor, time: 1 h, then: leave }
              see:  { staff: doctor, gives_up: [ { after: 50 min, to: lost } ], time: 10 min, then: leave }
            exits: [lost]
            streams:
              {{Patient("zoe", "busy")}}
              {{Patient("anna", "see", "10 min")}}
            """);
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("leave"));
        Assert.That(scene.Started("anna", "see"), Is.EqualTo(60 * Minute));
    }

    [Test]
    public void A_patient_who_gives_up_at_one_second_leaves_the_place_freed_by_another_giving_up_to_the_next()
    {
        // Anna gives up the ward at 30 and goes home, which frees her cubicle in that second for Ben, whose own patience ends then: too late, giving up
        // is one kind.
        var scene = Play($$"""
            pools:
              cubicle: { kind: spaces, capacity: 1 }
              bed:     { kind: beds, capacity: 1 }
            stages:
              in-bed: { place: bed, time: 5 h, then: leave }
              ed:   { place: cubicle, gives_up: [ { after: 25 min, to: lost } ], time: 10 min, then: ward }
              ward: { place: bed, gives_up: [ { after: 20 min, to: leave } ], time: 1 h, then: leave }
            exits: [lost]
            streams:
              {{Patient("zoe", "in-bed")}}
              {{Patient("anna", "ed")}}
              {{Patient("ben", "ed", "5 min")}}
            """);
        Assert.That(scene.Left("anna"), Is.EqualTo(30 * Minute));
        Assert.That(scene.ExitOf("ben"), Is.EqualTo("lost"));
        Assert.That(scene.Left("ben"), Is.EqualTo(30 * Minute));
    }

    [Test]
    public void Giving_up_comes_before_a_surge_check()
    {
        string Text(string patience) => $$"""
            pools:
              bed:
                kind: beds
                capacity: 1
                surge: { adds: 1, checked: daily 08:00, opens: waiting(ward) >= 1, closes: waiting(ward) < 0, after: 0 h, at_least: 1 h }
            stages:
              long: { place: bed, time: 9 d, then: leave }
              ward: { place: bed, gives_up: [ { after: {{patience}}, to: lost } ], time: 1 h, then: leave }
            exits: [lost]
            streams:
              {{Patient("anna", "long")}}
              {{Patient("ben", "ward", "7 h")}}
            """;
        Assert.That(Play(Text("1 h")).ExitOf("ben"), Is.EqualTo("lost"));
        Assert.That(Play(Text("3601 s")).Taken("ben", "ward"), Is.EqualTo(8 * Hour), "a second more, and the check sees him");
    }

    [Test]
    public void A_surge_check_comes_before_a_census()
    {
        var scene = Play($$"""
            run: { starts: Mon 00:00, lasts: 20 h, warm_up: 0 h, begin: empty }
            pools:
              bed:
                kind: beds
                capacity: 1
                surge: { adds: 1, checked: daily 08:00, opens: waiting(ward) >= 1, closes: waiting(ward) < 0, after: 0 h, at_least: 1 h }
            stages:
              long: { place: bed, time: 9 d, then: leave }
              ward: { place: bed, time: 1 h, then: leave }
            measures:
              open_at_8:     { total: { census_open: bed, at: "08:00" }, unit: beds }
              occupied_at_8: { total: { census_occupied: bed, at: "08:00" }, unit: beds }
            streams:
              {{Patient("anna", "long")}}
              {{Patient("ben", "ward", "7 h")}}
            """);
        Assert.That(scene.Value("open_at_8"), Is.EqualTo(2));
        Assert.That(scene.Value("occupied_at_8"), Is.EqualTo(2));
    }

    [Test]
    public void One_who_arrives_at_closing_time_finds_it_closed()
    {
        var scene = Play(
            $$"""
            pools: { nurse: { kind: staff, capacity: { roster: miu } } }
            stages:
              door: { time: 0 min, then: [ { if: "open(nurse)", to: see }, { to: elsewhere } ] }
              see:  { staff: nurse, time: 10 min, then: leave }
            exits: [elsewhere]
            streams:
              {{Patient("anna", "door", "43199 s")}}
              {{Patient("ben", "door", "12 h")}}
              {{Patient("cora", "door", "8 h")}}
              {{Patient("dan", "see", "12 h")}}
            """,
            ("rosters/miu.csv", "days,from,to,capacity\ndaily,08:00,12:00,1\n"));
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("leave"));
        Assert.That(scene.ExitOf("ben"), Is.EqualTo("elsewhere"));
        Assert.That(scene.ExitOf("cora"), Is.EqualTo("leave"), "at opening time it is open");
        Assert.That(scene.Started("dan", "see"), Is.EqualTo(32 * Hour));
    }

    [Test]
    public void Twenty_released_by_one_round_are_ranked_by_priority()
    {
        // Ranks 20 to 1 in order of arrival, all released at 10:00 to one doctor.
        var ranks = string.Join(", ", Enumerable.Range(1, 20).Select(rank => $"\"{rank}\""));
        var patients = string.Join("\n  ", Enumerable.Range(1, 20).Select(rank => Patient($"p{rank}", "round", $"{21 - rank} min", $"rank: \"{rank}\"")));
        var scene = Play($$"""
            attributes: { rank: [{{ranks}}] }
            pools: { doctor: { kind: staff, capacity: 1 } }
            stages:
              round: { time: until next 10:00, then: see }
              see:   { staff: doctor, priority: rank, time: 10 min, then: leave }
            streams:
              {{patients}}
            """);
        var starts = Enumerable.Range(1, 20).Select(rank => scene.Started($"p{rank}", "see"));
        Assert.That(starts, Is.EqualTo(Enumerable.Range(0, 20).Select(place => (10 * Hour) + (place * 10 * Minute))));
    }

    [Test]
    public void Moves_of_no_duration_run_inside_the_instant()
    {
        // Anna ends at 60 and passes two stages of no duration to a second doctor who is free: all at 60, before Ben (same second) arrives.
        var scene = Play($$"""
            pools:
              doctor: { kind: staff, capacity: 1 }
              second: { kind: staff, capacity: 1 }
            stages:
              see:   { staff: doctor, time: 1 h, then: write }
              write: { time: 0 s, then: sign }
              sign:  { staff: doctor, time: 0 s, then: next }
              next:  { staff: second, time: 10 min, then: leave }
            streams:
              {{Patient("ben", "next", "60 min")}}
              {{Patient("anna", "see")}}
            """);
        Assert.That(scene.Started("anna", "next"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Started("ben", "next"), Is.EqualTo(70 * Minute));
    }
}
