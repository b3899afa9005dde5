using FlowSim.Tests.Loading.Compilation;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentences 15.7 and 15.8: a group of pools in a condition.</summary>
public sealed class GroupConditionTests
{
    private const string Pools = """
        dimensions: { site: [north, south, east] }
        pools:
          medical:  { each: site, kind: beds, capacity: 2, group: wards }
          surgical: { kind: beds, capacity: 3, group: wards }
          nurse:    { kind: staff, capacity: { roster: nurses }, group: people }
          doctor:   { kind: staff, capacity: 1, group: people }
        """;

    private static readonly (string, string) Nurses = ("rosters/nurses.csv", "days,from,to,capacity\ndaily,08:00,12:00,1\ndaily,12:00,08:00,0\n");

    // At 10:00 two medical beds at north and one at south are taken, and one surgical bed: 4 of the 9. Wim waits for a medical bed at north and, since he may
    // have one too, not yet for a surgical one; Xia waits for both. The nurse, on until noon, is with Nat; the doctor is free.
    private static bool Holds(string condition) => Play($$"""
        {{Pools}}
        stages:
          medicine: { each: site, place: medical@site, time: 5 d, then: leave }
          surgery:  { place: surgical, time: 5 d, then: leave }
          either:   { each: site, place: [ medical@site, "surgical after 20 h" ], time: 5 d, then: leave }
          both:     { place: "2 of medical@north + 3 of surgical", time: 5 d, then: leave }
          care:     { staff: nurse, time: 2 h, then: leave }
          visit:    { staff: doctor, time: 5 min, then: leave }
          ask:      { time: 0 min, then: [ { if: "{{condition}}", to: yes-it-holds }, { to: no-it-does-not } ] }
        exits: [yes-it-holds, no-it-does-not]
        streams:
          {{Patient("ada", "medicine@north")}}
          {{Patient("bea", "medicine@north")}}
          {{Patient("cay", "medicine@south")}}
          {{Patient("dee", "surgery")}}
          {{Patient("wim", "either@north", "1 h")}}
          {{Patient("xia", "both", "2 h")}}
          {{Patient("nat", "care", "9 h")}}
          {{Patient("eve", "visit", "9 h")}}
          {{Patient("anna", "ask", "10 h", "site: south")}}
        """, Nurses).ExitOf("anna") == "yes-it-holds";

    [TestCase("occupied(wards) = 4")]
    [TestCase("free(wards) = 5")]
    [TestCase("occupied(wards) > 44 % and occupied(wards) < 45 %")]
    [TestCase("occupied(wards@north) = 2 and free(wards@north) = 0 and occupied(wards@north) = 100 %")]
    [TestCase("occupied(wards@east) = 0 and free(wards@east) = 2")]
    [TestCase("occupied(wards@site) = 1 and free(wards@site) = 1 and occupied(wards@site) = 50 %")]
    [TestCase("waiting(wards@north) = 2 and waiting(wards@south) = 0")]
    [TestCase("waiting(wards) = 3", Description = "Xia is in two lists")]
    [TestCase("waiting(either@north) + waiting(both) = 2")]
    [TestCase("waiting(wards) + waiting(people) = 3")]
    [TestCase("open(people)")]
    [TestCase("occupied(people) = 1 and free(people) = 1")]
    [TestCase("free(wards) + free(people) = 6")]
    public void A_condition_on_a_group_holds(string condition) => Assert.That(Holds(condition), Is.True);

    [TestCase("free(wards) < 5")]
    [TestCase("occupied(wards@site) > 1")]
    [TestCase("waiting(wards@site) > 0")]
    [TestCase("occupied(wards) >= 45 %")]
    public void A_condition_on_a_group_does_not_hold(string condition) => Assert.That(Holds(condition), Is.False);

    [Test]
    public void A_group_is_closed_when_all_its_pools_are()
    {
        // The nurse's hours end at noon; a doctor of a group of his own has no hours.
        static string ExitAt(string time) => Play($$"""
            pools:
              nurse:  { kind: staff, capacity: { roster: nurses }, group: people }
              helper: { kind: staff, capacity: { calendar: office, inside: 1, outside: 0 }, group: people }
            calendars: { office: { open: daily 10:00-14:00 } }
            stages:
              ask:  { time: 0 min, then: [ { if: open(people), to: open }, { to: closed } ] }
              work: { staff: [ nurse, helper ], time: 1 min, then: leave }
            exits: [open, closed]
            streams:
              {{Patient("anna", "ask", time)}}
              {{Patient("zoe", "work", "9 h")}}
            """, Nurses).ExitOf("anna");

        Assert.That(new[] { "9 h", "11 h", "13 h", "14 h", "7 h" }.Select(ExitAt), Is.EqualTo(new[] { "open", "open", "open", "closed", "closed" }));
    }

    [Test]
    public void The_group_is_that_to_which_the_attribute_of_each_patient_leads()
    {
        // Zoe has the one bed at north. Where it is full depends on the third attribute, and each of three has another.
        var scene = Play($$"""
            dimensions: { site: [north, south, west] }
            attributes: { age: [young, old], near: site }
            pools: { bed: { each: site, kind: beds, capacity: 1, group: wards } }
            stages:
              lie: { place: bed@site, time: 9 d, then: leave }
              ask: { time: 1 h, then: [ { if: free(wards@near) = 0, to: full }, { to: free } ] }
            exits: [full, free]
            streams:
              {{Patient("zoe", "lie", "0 h", "site: north")}}
              {{Patient("anna", "ask", "1 h", "age: old, near: south, site: north")}}
              {{Patient("ben", "ask", "70 min", "age: young, near: north, site: south")}}
              {{Patient("cora", "ask", "80 min", "age: old, near: west, site: north")}}
            """);
        Assert.That(new[] { "anna", "ben", "cora" }.Select(scene.ExitOf), Is.EqualTo(new[] { "free", "full", "free" }));
    }

    [Test]
    public void A_surge_opens_and_closes_by_a_group_at_its_own_site_when_it_is_checked()
    {
        // Three lie at north from 01:00, in all beds that are open there. The surge opens at 08:00 and not before,
        // and takes Dee, who waits for a medical bed. At south one of three is in use. At 08:00 on Wednesday it is one of four at north: it closes.
        var scene = Play($$"""
            dimensions: { site: [north, south] }
            pools:
              medical:
                each: site
                kind: beds
                capacity: 1
                group: wards
                surge: { adds: 1, checked: daily 08:00, opens: occupied(wards@site) >= 100 %, closes: occupied(wards@site) <= 50 %, after: 0 h, at_least: 1 h }
              surgical: { each: site, kind: beds, capacity: 2, group: wards }
            stages:
              medicine: { each: site, place: medical@site, time: 30 h, then: leave }
              surgery:  { each: site, place: surgical@site, time: 40 h, then: leave }
            streams:
              {{Patient("ada", "medicine@north", "1 h")}}
              {{Patient("bea", "surgery@north", "1 h")}}
              {{Patient("cay", "surgery@north", "1 h")}}
              {{Patient("dee", "medicine@north", "2 h")}}
              {{Patient("eve", "medicine@south", "2 h")}}
              {{Patient("fay", "medicine@south", "3 h")}}
              {{Patient("gil", "medicine@north", "50 h")}}
              {{Patient("hal", "medicine@north", "57 h")}}
            """);
        Assert.That(scene.Taken("dee", "medicine@north"), Is.EqualTo(8 * Hour));
        Assert.That(scene.Taken("fay", "medicine@south"), Is.EqualTo(32 * Hour), "one of three beds is no surge");
        Assert.That(scene.Taken("gil", "medicine@north"), Is.EqualTo(50 * Hour));
        Assert.That(scene.Taken("hal", "medicine@north"), Is.EqualTo(80 * Hour), "closed at 56 h with one of four in use");
    }

    [Test]
    public void A_measure_counts_by_a_group_at_the_patients_site()
    {
        // Of three who leave in the run two do so while a bed of their own site is free.
        var scene = Play($$"""
            run: { starts: Mon 00:00, lasts: 2 d, warm_up: 0 h, begin: empty }
            dimensions: { site: [north, south] }
            pools: { bed: { each: site, kind: beds, capacity: 2, group: wards } }
            stages:
              ward: { each: site, place: bed@site, time: 30 h, then: leave }
              see:  { each: site, place: none, clock: seen, time: 1 h, then: leave }
            measures: { with_room: { total: { visits: seen, where: free(wards@site) > 0 }, by: site } }
            streams:
              {{Patient("ada", "ward@north")}}
              {{Patient("bea", "ward@north")}}
              {{Patient("cay", "ward@south")}}
              {{Patient("dee", "see@north", "1 h")}}
              {{Patient("eve", "see@south", "1 h")}}
              {{Patient("fay", "see@north", "31 h")}}
            """);
        Assert.That(scene.Value("with_room"), Is.EqualTo(2));
        Assert.That(scene.Value("with_room", place: "north"), Is.EqualTo(1));
    }

    [TestCase("free(wards) >= 99 %", "expected a percentage beside occupied( ), which alone is a share of something; found \"free(wards)\"", "occupied(ward) >= 92 %")]
    [TestCase("1 % <= waiting(medicine@north)", "found \"waiting(medicine@north)\"", "Write a number")]
    [TestCase("hour > 50 %", "found \"hour\"", "Write a number")]
    [TestCase("free(wrads) > 0", "expected a pool or a group of pools; found \"wrads\"", "Did you mean \"wards\"?")]
    [TestCase("waiting(wrads) > 0", "expected a stage, a pool or a group of pools; found \"wrads\"", "Did you mean \"wards\"?")]
    [TestCase("open(wrads)", "expected a calendar, a pool or a group of pools; found \"wrads\"", "Did you mean \"wards\"?")]
    [TestCase("free(wards@nroth) > 0", "expected a place at which wards has a pool (east, north, south), a dimension or an attribute with such values; found \"nroth\"",
        "Did you mean \"north\"?")]
    [TestCase("free(people@north) > 0", "expected people without a place, since none of its pools is written for each of a dimension; found \"people@north\"",
        "Write \"people\".")]
    public void A_group_that_is_not_there_is_refused(string condition, string problem, string hint)
    {
        var problems = Compiled.Problems($$"""
            system: small
            run: { starts: Mon 00:00, lasts: 10 d }
            {{Pools}}
            stages:
              medicine: { each: site, place: [ medical@site, surgical ], staff: "nurse + doctor", time: 5 d, then: leave }
              ask: { time: 0 min, then: [ { if: "{{condition}}", to: medicine@north }, { to: leave } ] }
            streams:
              some: { each: site, to: medicine, rate: 1 per d }
              other: { to: ask, rate: 1 per d }
            """, Nurses);
        Assert.That(problems, Has.One.Contains(problem));
        Assert.That(problems, Has.One.Contains(hint));
    }

    [Test]
    public void A_surge_asks_no_patient_for_the_place_of_a_group()
    {
        var problems = Compiled.Problems($$"""
            system: small
            run: { starts: Mon 00:00, lasts: 10 d }
            dimensions: { site: [north, south] }
            pools:
              medical: { each: site, kind: beds, capacity: 1, group: wards }
              spare: { kind: beds, capacity: 1, surge: { adds: 1, checked: daily 08:00, opens: free(wards@site) = 0, closes: free(wards) > 1 } }
            stages: { medicine: { each: site, place: [ medical@site, spare ], time: 5 d, then: leave } }
            streams: { some: { each: site, to: medicine, rate: 1 per d } }
            """);
        Assert.That(problems, Has.One.Contains("expected a condition on pools, lists and time; found \"free(wards@site) = 0\""));
    }
}
