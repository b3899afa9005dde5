using FlowSim.Tests.Loading.Compilation;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentences 1.2 to 1.4: what is written <c>each</c> of two dimensions.</summary>
public sealed class TwoDimensionsTests
{
    private const string Hospital = """
        run: { starts: Mon 00:00, lasts: 10 d, warm_up: 0 h, begin: empty }
        dimensions: { site: [north, south], side: [left, right] }
        pools:
          bed: { each: [site, side], kind: beds, group: wards, capacity: { table: beds } }
          chair: { each: side, kind: spaces, capacity: 5 }
        stages:
          door: { each: site, time: 0 s, then: ward }
          ward: { each: [site, side], place: bed@site@side, clock: stay, time: { table: stays }, then: rest }
          rest: { each: side, place: chair@side, time: 1 h, then: leave }
        measures:
          in_beds: { average: { occupied: wards }, by: site }
          on_sides: { average: { occupied: wards }, by: side }
          in_ward: { average: { present: ward }, by: side }
          open_beds: { average: { open: bed }, by: site }
          stays: { total: { visits: stay }, by: side }
          full_days: { total: { census_over: wards, share: 30 % }, by: site }
        timelines: { occupied: { pools: wards, by: side } }
        """;

    private static readonly (string, string)[] Tables =
    [
        ("tables/beds.csv", "site,side,beds\nnorth,left,1\nnorth,right,2\nsouth,*,3\n"),
        ("tables/stays.csv", "side,site,stay\n*,*,10 h\nleft,north,30 h\nright,*,20 h\n"),
    ];

    private static Scene Day(string streams) => Play($"{Hospital}\nstreams:\n  nobody: {{ to: door@north, rate: 0 per d, attributes: {{ side: left }} }}\n  {streams}\n", Tables);

    [Test]
    public void A_stage_takes_its_own_pools_and_looks_up_both_columns()
    {
        var scene = Day($"""
            {Patient("ada", "ward@north@left")}
              {Patient("bea", "ward@north@left", "1 h")}
              {Patient("cay", "ward@north@right", "1 h")}
              {Patient("dee", "ward@south@left", "1 h")}
            """);
        Assert.That(scene.Taken("bea", "ward@north@left"), Is.EqualTo(30 * Hour), "one bed there, and stays of 30 h: the most exact row");
        Assert.That(scene.After("cay", "ward@north@right"), Is.EqualTo(21 * Hour), "20 h on the right of any site");
        Assert.That(scene.After("dee", "ward@south@left"), Is.EqualTo(11 * Hour));
    }

    [Test]
    public void A_target_is_the_same_instance_of_one_dimension_and_that_of_the_patients_attribute_of_the_other()
    {
        var scene = Day($"""
            {Patient("ada", "door@south", "0 h", "side: right")}
              {Patient("bea", "door@north", "0 h", "side: left, site: south")}
            """);
        Assert.That(scene.Taken("ada", "ward@south@right"), Is.Zero);
        Assert.That(scene.Taken("bea", "ward@north@left"), Is.Zero, "at the door of north she is at north");
        Assert.That(scene.Taken("ada", "rest@right"), Is.EqualTo(20 * Hour));
        Assert.That(scene.Taken("bea", "rest@left"), Is.EqualTo(30 * Hour));
    }

    [Test]
    public void A_measure_by_one_dimension_adds_up_over_the_other()
    {
        // Ten days. North: 30 h on the left and 20 h on the right; south: 10 h and twice 20 h.
        var scene = Day($"""
            {Patient("ada", "ward@north@left")}
              {Patient("bea", "ward@north@right")}
              {Patient("cay", "ward@south@left")}
              {Patient("dee", "ward@south@right")}
              {Patient("eve", "ward@south@right")}
            """);
        Assert.That(scene.Value("in_beds"), Is.EqualTo(100 / 240.0).Within(1e-12));
        Assert.That(scene.Value("in_beds", place: "north"), Is.EqualTo(50 / 240.0).Within(1e-12));
        Assert.That(scene.Value("in_beds", place: "south"), Is.EqualTo(50 / 240.0).Within(1e-12));
        Assert.That(scene.Value("on_sides", place: "left"), Is.EqualTo(40 / 240.0).Within(1e-12));
        Assert.That(scene.Value("on_sides", place: "right"), Is.EqualTo(60 / 240.0).Within(1e-12));
        Assert.That(scene.Value("in_ward", place: "right"), Is.EqualTo(60 / 240.0).Within(1e-12));
        Assert.That(scene.Value("open_beds", place: "south"), Is.EqualTo(6).Within(1e-12));
        Assert.That(scene.Value("stays", place: "left"), Is.EqualTo(2));
        Assert.That(scene.Value("occupied", "bed", "south@right"), Is.EqualTo(40 / 240.0).Within(1e-12), "what every pool has without being asked");
        Assert.That(scene.Value("full_days", place: "north"), Is.EqualTo(1), "at the first midnight one of three, later none");
        Assert.That(scene.Value("full_days", place: "south"), Is.Zero);
        Assert.That(scene.Value("full_days"), Is.Zero, "one of nine");
    }

    [Test]
    public void A_request_may_leave_one_dimension_or_both_to_the_patient()
    {
        var scene = Play($$"""
            dimensions: { site: [north, south], side: [left, right] }
            attributes: { other: site }
            pools: { bed: { each: [site, side], kind: beds, capacity: 1 } }
            stages:
              own:    { each: side, place: bed@north@side, time: 1 h, then: leave }
              fixed:  { place: bed@other@left, time: 1 h, then: leave }
              both:   { place: bed@other@side, time: 1 h, then: [ { if: occupied(bed@other@side) = 1 and free(bed@south@left) = 1, to: seen }, { to: leave } ] }
            exits: [seen]
            streams:
              {{Patient("yan", "own@right", "0 h")}}
              {{Patient("zoe", "fixed", "0 h", "other: south")}}
              {{Patient("ada", "both", "30 min", "other: north, side: right")}}
              {{Patient("bea", "both", "30 min", "other: south, side: left")}}
              {{Patient("cay", "both", "30 min", "other: north, side: left")}}
              {{Patient("dan", "both", "5 h", "other: north, side: left")}}
            """);
        Assert.That(scene.Taken("ada", "both"), Is.EqualTo(Hour), "after Yan");
        Assert.That(scene.Taken("bea", "both"), Is.EqualTo(Hour), "after Zoe");
        Assert.That(scene.Taken("cay", "both"), Is.EqualTo(30 * Minute));
        Assert.That(scene.ExitOf("cay"), Is.EqualTo("leave"), "Bea is in the bed at south, left");
        Assert.That(scene.ExitOf("dan"), Is.EqualTo("seen"));
    }

    [Test]
    public void A_roster_a_list_and_a_group_go_by_both()
    {
        var scene = Play($$"""
            run: { starts: 2001-01-01, lasts: 20 d, warm_up: 0 h, begin: empty }
            dimensions: { site: [north, south], side: [left, right] }
            pools:
              bed: { each: [site, side], kind: beds, group: wards, capacity: { roster: open } }
            stages:
              ward: { each: [site, side], place: bed@site@side, time: 1 h, then: [ { if: free(wards@site) = 0, to: none-free }, { to: leave } ] }
            exits: [none-free]
            streams:
              come: { each: [site, side], to: ward, observed: { file: tables/list.csv } }
            """,
            ("rosters/open.csv", "site,side,days,from,to,capacity\n*,*,daily,00:00,24:00,1\nsouth,*,daily,00:00,24:00,0\nsouth,left,daily,00:00,24:00,2\n"),
            ("tables/list.csv", "time,site,side\n1 h,north,left\n1 h,north,right\n2 h,south,left\n2 h,south,left\n"));
        Assert.That(scene.Taken("come@north@right", "ward@north@right"), Is.EqualTo(Hour));
        Assert.That(scene.ExitOf("come@north@left"), Is.EqualTo("none-free"), "both beds at north are taken when the first stay ends");
        Assert.That(scene.ExitOf("come@north@right"), Is.EqualTo("leave"));
        Assert.That(scene.Taken("come@south@left/2", "ward@south@left"), Is.EqualTo(2 * Hour), "two beds on the left of south");
        Assert.That(scene.ExitOf("come@south@left/1"), Is.EqualTo("none-free"), "and none on the right");
    }

    [Test]
    public void Pairs_do_what_one_dimension_of_all_pairs_does()
    {
        // The same wards, written for each pair, and for each of four spots that the pair leads to: every patient is in the same place at the same time.
        const string Of = """
            run: { starts: Mon 00:00, lasts: 60 d, warm_up: 0 h, begin: empty }
            dimensions: { site: [north, south], side: [left, right], spot: [nl, nr, sl, sr] }
            pools: { bed: { each: EACH, kind: beds, capacity: 6, surge: { adds: 2, checked: daily 08:00, opens: waiting(bed@OWN) > 2, closes: waiting(bed@OWN) = 0 } } }
            stages:
              come: { sets: { spot: { table: spots } }, time: 1 h, then: ward }
              ward: { each: EACH, place: [ bed@OWN, bed@OTHER after 8 h ], time: exponential mean 20 h, then: { change: 30 %, leave: rest } }
              change: { place: keep, sets: { side: { left: 50 %, right: rest }, spot: { table: spots } }, then: again }
              again: { each: EACH, place: bed@OWN, time: exponential mean 8 h, then: leave }
            streams:
              some: { to: come, rate: 26 per d, attributes: { site: { north: 40 %, south: rest }, side: { left: 45 %, right: rest } } }
            """;
        (string, string) spots = ("tables/spots.csv", "site,side,is\nnorth,left,nl\nnorth,right,nr\nsouth,left,sl\nsouth,right,sr\n");
        Scene Of2(string each, string own, string other) => Play(
            Of.Replace("EACH", each, StringComparison.Ordinal).Replace("OWN", own, StringComparison.Ordinal).Replace("OTHER", other, StringComparison.Ordinal), spots);

        // Served in order of names: pairs and spots have the same order.
        var (pairs, single) = (Of2("[site, side]", "site@side", "south@right"), Of2("spot", "spot", "sr"));
        var (there, here) = (pairs.Journeys("some"), single.Journeys("some"));
        Assert.That(there, Is.EqualTo(here));
        Assert.That(there, Has.Count.GreaterThan(1000));
        foreach (var (pair, spot) in new[] { ("north@left", "nl"), ("north@right", "nr"), ("south@left", "sl"), ("south@right", "sr") })
        {
            Assert.That(pairs.Value("occupied", "bed", pair), Is.EqualTo(single.Value("occupied", "bed", spot)), pair);
            Assert.That(pairs.Value("wait_mean", "again", pair), Is.EqualTo(single.Value("wait_mean", "again", spot)), pair);
        }
    }

    [TestCase("each: [site, side]", "each: [site]", "expected the name of a dimension, or a list of two, such as [site, locality]; found \"[site]\"")]
    [TestCase("each: [site, side]", "each: [site, site]", "found \"[site, site]\"")]
    [TestCase("each: [site, side]", "each: [site, side, site]", "found \"[site, side, site]\"")]
    [TestCase("each: [site, side]", "each: site@side", "Write each: [site, side].")]
    [TestCase("each: [site, side]", "each: [site, sdie]", "expected the name of a dimension; found \"sdie\". Did you mean \"side\"?")]
    [TestCase("place: bed@site@side", "place: bed@site", "expected two instances, since bed is written for each site@side; found \"bed@site\". Write \"bed@site@side\".")]
    [TestCase("place: bed@site@side", "place: bed", "expected a pool with its instance, since bed is written for each site@side; found \"bed\"")]
    [TestCase("place: bed@site@side", "place: bed@site@lfet", "expected an instance of bed (left, right), a dimension or an attribute with such values; found \"lfet\"")]
    [TestCase("place: bed@site@side", "place: bed@site@side@side", "expected")]
    [TestCase("place: chair@side", "place: chair@north@side", "expected an instance of chair (left, right)")]
    [TestCase("occupied: wards }, by: side", "occupied: wards }, by: \"site@side\"", "expected a dimension; found \"site@side\"")]
    [TestCase("present: ward }, by: side", "present: door }, by: side", "expected the dimension of door")]
    [TestCase("south,*,3", "south,left,3", "none for site south, side right")]
    [TestCase("south,*,3", "south,*,3\nsouth,middle,4", "expected a value of side or *; found \"middle\"")]
    [TestCase("capacity: { table: beds } }", "capacity: { table: beds }, owner: { north: a } }", "expected an instance; found \"north\"")]
    public void What_two_dimensions_cannot_mean_is_refused(string written, string instead, string problem)
    {
        string Changed(string text) => text.Replace(written, instead, StringComparison.Ordinal);
        var problems = Compiled.Problems(Changed($$"""
            system: small
            {{Hospital}}
            streams: { some: { each: site, to: door, rate: 1 per d, attributes: { side: { left: 50 %, right: rest } } } }
            """), [.. Tables.Select(table => (table.Item1, Changed(table.Item2)))]);
        Assert.That(problems, Has.Some.Contains(problem));
    }

    [Test]
    public void A_patient_without_the_second_attribute_is_told()
    {
        var problems = Compiled.Problems($$"""
            system: small
            {{Hospital}}
            streams: { some: { each: site, to: door, rate: 1 per d } }
            """, Tables);
        Assert.That(problems, Has.Some.Contains("the attribute side set before it is needed"));
    }
}
