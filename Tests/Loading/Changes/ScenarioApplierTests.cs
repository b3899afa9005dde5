using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Loading.Changes;

public sealed class ScenarioApplierTests
{
    private const string Main = """
        system: two
        dimensions: { site: [north, south] }
        pools:
          ward-bed: { each: site, kind: beds, capacity: { table: beds, column: beds } }
          community-bed: { kind: beds, capacity: { value: 12, status: assumed, range: 10 to 14 } }
          nurse: { kind: staff, capacity: { roster: nurses } }
          worker: { kind: staff, capacity: { calendar: office, inside: 14, outside: 2 } }
        streams:
          a: { to: ward, rate: 12 per d }
          b: { to: ward, rate: { table: shape, scale: 300 per d } }
          c: { to: ward, rate: { product: [ { table: shape } ], scale: { table: beds } } }
          d: { to: ward, rate: 1 per 1.2 d }
        stages:
          ward:
            each: site
            place: [ ward-bed@site, "community-bed after 2 h" ]
            time: lognormal mean 3 d sd 4 d at most 60 d
            gives_up: [ { after: 14 d, to: home }, { after: 20 d, to: leave } ]
            then: { home: 12 %, leave: rest }
          home: { place: none, time: 2 d of office, staff: nurse for 90 min, then: leave }
          mixed: { place: none, time: [ { share: 30 %, time: 1 d }, { share: rest, time: exponential mean 2 d } ], then: leave }
        """;

    private const string Beds = "site,beds,status\nnorth,60,measured\nsouth,48,measured\n";
    private const string Stay = "site,age,time\n*,under-65,lognormal mean 3 d sd 4 d\n*,85-plus,lognormal mean 10 d sd 12 d\nnorth,85-plus,8 d\n";
    private const string Nurses = "days,from,to,capacity\nMon-Fri,08:00,20:00,8\nSat|Sun,08:00,20:00,6\n";

    [TestCase("set: stages.home.time, to: 3 d", "stages.home.time", "3 d")]
    [TestCase("set: stages.home.priority, to: 2", "stages.home.priority", "2")]
    [TestCase("scale: stages.ward.time, by: 0.5", "stages.ward.time", "lognormal mean 1.5 d sd 2 d at most 30 d")]
    [TestCase("scale: stages.ward.time.mean, by: 0.5", "stages.ward.time", "lognormal mean 1.5 d sd 2 d at most 60 d")]
    [TestCase("scale: stages.ward.time.sd, by: 50 %", "stages.ward.time", "lognormal mean 3 d sd 2 d at most 60 d")]
    [TestCase("set: stages.ward.time.mean, to: 84 h", "stages.ward.time", "lognormal mean 84 h sd 4 d at most 60 d")]
    [TestCase("add: stages.ward.time.mean, by: 12 h", "stages.ward.time", "lognormal mean 3.5 d sd 4 d at most 60 d")]
    [TestCase("set: stages.ward.time.at-most, to: 40 d", "stages.ward.time", "lognormal mean 3 d sd 4 d at most 40 d")]
    [TestCase("scale: stages.home.time, by: 0.5", "stages.home.time", "1 d of office")]
    [TestCase("scale: stages.mixed.time, by: 2", "stages.mixed.time", "[ { share: 30 %, time: 2 d }, { share: rest, time: exponential mean 4 d } ]")]
    [TestCase("scale: stages.ward.then.home, by: 0.5", "stages.ward.then", "{ home: 6 %, leave: rest }")]
    [TestCase("add: stages.ward.then.home, by: -3 %", "stages.ward.then", "{ home: 9 %, leave: rest }")]
    [TestCase("add: stages.ward.time.mean, by: -1 d", "stages.ward.time", "lognormal mean 2 d sd 4 d at most 60 d")]
    [TestCase("add: stages.ward.then.home, by: 3 %", "stages.ward.then", "{ home: 15 %, leave: rest }")]
    [TestCase("remove: stages.ward.then.home", "stages.ward.then", "{ leave: rest }")]
    [TestCase("scale: \"stages.ward.place[community-bed].after\", by: 0.5", "stages.ward.place", "[ ward-bed@site, community-bed after 1 h ]")]
    [TestCase("set: \"stages.ward.place[community-bed].after\", to: 30 min", "stages.ward.place", "[ ward-bed@site, community-bed after 30 min ]")]
    [TestCase("remove: \"stages.ward.place[community-bed]\"", "stages.ward.place", "[ ward-bed@site ]")]
    [TestCase("scale: stages.home.staff.for, by: 2", "stages.home.staff", "nurse for 180 min")]
    [TestCase("set: \"stages.ward.gives_up[to=home].after\", to: 10 d", "stages.ward.gives_up", "[ { after: 10 d, to: home }, { after: 20 d, to: leave } ]")]
    [TestCase("scale: \"stages.ward.gives_up[to=leave].after\", by: 0.5", "stages.ward.gives_up", "[ { after: 14 d, to: home }, { after: 10 d, to: leave } ]")]
    [TestCase("add: stages.ward.gives_up, to: { queue: 5, to: home }", "stages.ward.gives_up",
        "[ { after: 14 d, to: home }, { after: 20 d, to: leave }, { queue: 5, to: home } ]")]
    [TestCase("add: stages.home.staff, to: doctor", "stages.home.staff", "[ nurse for 90 min, doctor ]")]
    [TestCase("add: pools.ward-bed@north.capacity, by: 4", "pools.ward-bed.overrides.north", "{ capacity: 64 }")]
    [TestCase("scale: pools.ward-bed@south.capacity, by: 0.5", "pools.ward-bed.overrides.south", "{ capacity: 24 }")]
    [TestCase("add: pools.community-bed.capacity, by: 4", "pools.community-bed.capacity", "{ value: 16, status: assumed }")]
    [TestCase("set: pools.community-bed.capacity, to: 16, source: a plan", "pools.community-bed.capacity", "{ value: 16, status: assumed, source: a plan }")]
    [TestCase("scale: pools.worker.capacity, by: 1.5", "pools.worker.capacity", "{ calendar: office, inside: 21, outside: 3 }")]
    [TestCase("scale: streams.a.rate, by: 1.5", "streams.a.rate", "18 per d")]
    [TestCase("add: streams.a.rate, by: 0.5 per h", "streams.a.rate", "24 per d")]
    [TestCase("scale: streams.b.rate, by: 1.1", "streams.b.rate", "{ table: shape, scale: 330 per d }")]
    [TestCase("scale: streams.c.rate, by: 1.1", "streams.c.rate", "{ product: [ { table: shape } ], scale: { table: beds }, times: 1.1 }")]
    [TestCase("add: stages.hub, to: { place: none, then: leave }", "stages.hub", "{ place: none, then: leave }")]
    public void A_change_does_what_it_says(string change, string path, string result)
    {
        using var system = Write(("s", $"[ {{ {change} }} ]"));
        var changed = Apply(system, "s");
        Assert.That(NodeText.Of(Find(changed.Files.Root, path)!), Is.EqualTo(result));
    }

    [Test]
    public void A_star_means_every_name()
    {
        using var system = Write(("s", "[ { scale: \"streams.*.rate\", by: 1.05 } ]"));
        var streams = Find(Apply(system, "s").Files.Root, "streams")!;
        Assert.That(
            ((MapNode)streams).Entries.Select(entry => NodeText.Of(((MapNode)entry.Value)["rate"]!)),
            Is.EqualTo(
                new[] { "12.6 per d", "{ table: shape, scale: 315 per d }", "{ product: [ { table: shape } ], scale: { table: beds }, times: 1.05 }",
                    "1.05 per 1.2 d" }));
    }

    [TestCase("scale: \"tables.stay[age=85-plus].time.mean\", by: 0.5", "lognormal mean 3 d sd 4 d|lognormal mean 5 d sd 6 d|4 d")]
    [TestCase("scale: \"tables.stay[site=north, age=85-plus].time\", by: 0.5", "lognormal mean 3 d sd 4 d|lognormal mean 10 d sd 12 d|4 d")]
    [TestCase("set: \"tables.stay[site=north].time\", to: exponential mean 2 d", "lognormal mean 3 d sd 4 d|lognormal mean 10 d sd 12 d|exponential mean 2 d")]
    [TestCase("remove: \"tables.stay[site=north]\"", "lognormal mean 3 d sd 4 d|lognormal mean 10 d sd 12 d")]
    public void Rows_of_a_table_are_found_by_their_columns(string change, string times)
    {
        using var system = Write(("s", $"[ {{ {change} }} ]"));
        Assert.That(string.Join("|", Apply(system, "s").Files.Tables["stay"].Rows.Select(row => row.Cells[2])), Is.EqualTo(times));
    }

    [Test]
    public void A_roster_is_changed_like_a_table()
    {
        using var system = Write(("s", "[ { add: \"rosters.nurses[days=Sat|Sun].capacity\", by: 2 } ]"));
        Assert.That(Apply(system, "s").Files.Rosters["nurses"].Rows.Select(row => row.Cells[3]), Is.EqualTo(new[] { "8", "8" }));
    }

    [Test]
    public void The_baseline_stays_as_it_was()
    {
        using var system = Write(
            ("s", "[ { scale: stages.ward.time, by: 0.5 }, { set: \"tables.beds[site=north].beds\", to: 70 }, { remove: stages.home }, { add: \"rosters.nurses.capacity\", by: 1 } ]"));
        var files = system.Read()!;
        var before = NodeText.Of(files.Root);
        Assert.That(ScenarioApplier.Apply(files, "s", system.Problems), Is.Not.Null, system.Printed);
        Assert.That(NodeText.Of(files.Root), Is.EqualTo(before));
        Assert.That((files.Tables["beds"].Rows[0].Cells[1], files.Rosters["nurses"].Rows[0].Cells[3]), Is.EqualTo(("60", "8")));
    }

    [Test]
    public void A_path_to_one_instance_becomes_its_override()
    {
        using var system = Write(("s", "[ { scale: stages.ward@north.time.mean, by: 0.5 }, { set: stages.ward@north.then.home, to: 20 % } ]"));
        var ward = (MapNode)Find(Apply(system, "s").Files.Root, "stages.ward")!;
        Assert.That(ward["time"]!.ToString(), Is.EqualTo("lognormal mean 3 d sd 4 d at most 60 d"));
        Assert.That(
            NodeText.Of(ward["overrides"]!),
            Is.EqualTo("{ north: { time: lognormal mean 1.5 d sd 2 d at most 60 d, then: { home: 20 %, leave: rest } } }"));
    }

    [Test]
    public void A_path_to_the_template_means_the_overridden_instance_as_well()
    {
        using var system = Write(("s", "[ { set: stages.ward@north.time, to: 2 d }, { scale: stages.ward.time, by: 2 } ]"));
        var ward = (MapNode)Find(Apply(system, "s").Files.Root, "stages.ward")!;
        Assert.That(ward["time"]!.ToString(), Is.EqualTo("lognormal mean 6 d sd 8 d at most 120 d"));
        Assert.That(NodeText.Of(ward["overrides"]!), Is.EqualTo("{ north: { time: 4 d } }"));
    }

    [Test]
    public void Included_scenarios_come_first_and_scales_multiply()
    {
        using var system = Write(
            ("half", "[ { scale: stages.ward.then.home, by: 0.5 } ]"),
            ("more", "{ include: [half], changes: [ { add: stages.ward.then.home, by: 2 % } ] }"),
            ("all", "{ title: All of it, include: [half, more], changes: [ { scale: stages.ward.then.home, by: 0.5 } ], investment: [ { line: beds, partner: trust } ] }"));
        var changed = Apply(system, "all");

        // (12 % × 0.5 + 2 %) × 0.5, "half" only once
        Assert.That(Find(changed.Files.Root, "stages.ward.then.home")!.ToString(), Is.EqualTo("4 %"));
        Assert.That(changed.Scenario.Parts, Is.EqualTo(new[] { "half", "more", "all" }));
        Assert.That((changed.Scenario.Title, changed.Scenario.Investment.Single().Scenario), Is.EqualTo(("All of it", "all")));
    }

    [Test]
    public void The_baseline_is_a_scenario_without_changes()
    {
        using var system = Write();
        var changed = Apply(system, "baseline");
        Assert.That((changed.Scenario.Title, changed.Scenario.Changes.Count), Is.EqualTo(("Baseline", 0)));
    }

    [Test]
    public void Two_equal_sets_of_one_value_are_one()
    {
        using var system = Write(("a", "[ { set: stages.home.time, to: 3 d } ]"), ("b", "{ include: [a], changes: [ { set: stages.home.time, to: 3 d } ] }"));
        Assert.That(Find(Apply(system, "b").Files.Root, "stages.home.time")!.ToString(), Is.EqualTo("3 d"));
    }

    [TestCase("[ { set: stages.wrad.time, to: 3 d } ]", "\"wrad\" in \"stages.wrad.time\". Did you mean \"ward\"?")]
    [TestCase("[ { scale: stages.ward.tme, by: 2 } ]", "Did you mean \"time\"?")]
    [TestCase("[ { set: stages.hub, to: { place: none } } ]", "\"hub\" in \"stages.hub\"")]
    [TestCase("[ { set: stges.ward.time, to: 3 d } ]", "Did you mean \"stages\"?")]
    [TestCase("[ { set: stages.ward.then.hom, to: 3 % } ]", "Did you mean \"home\"?")]
    [TestCase("[ { set: stages.ward@nort.time, to: 3 d } ]", "Did you mean \"north\"?")]
    [TestCase("[ { set: stages.home@north.time, to: 3 d } ]", "is not written \"each\"")]
    [TestCase("[ { scale: \"tables.stay[age=85+].time\", by: 2 } ]", "a row of table stay")]
    [TestCase("[ { scale: \"tables.stay[agee=85-plus].time\", by: 2 } ]", "Did you mean \"age\"?")]
    [TestCase("[ { scale: \"tables.stay[age=85-plus].tme\", by: 2 } ]", "Did you mean \"time\"?")]
    [TestCase("[ { scale: tables.stya.time, by: 2 } ]", "Did you mean \"stay\"?")]
    [TestCase("[ { scale: \"stages.ward.place[surgical-bed].after\", by: 2 } ]", "an item of stages.ward.place")]
    [TestCase("[ { scale: \"streams.x*.rate\", by: 2 } ]", "a name under streams")]
    [TestCase("[ { scale: stages.ward.time.median, by: 2 } ]", "one of the parameters mean, sd")]
    [TestCase("[ { scale: pools.ward-bed.capacity, by: 2 } ]", "tables.beds")]
    [TestCase("[ { add: pools.nurse.capacity, by: 2 } ]", "rosters.nurses.capacity")]
    [TestCase("[ { scale: stages.ward.then.leave, by: 2 } ]", "\"rest\"")]
    [TestCase("[ { scale: stages.ward.then.home, by: 10 } ]", "not \"120 %\"")]
    [TestCase("[ { scale: stages.ward.place, by: 2 } ]", "a number")]
    [TestCase("[ { add: stages.ward.then.home, by: 3 } ]", "of the same kind")]
    [TestCase("[ { add: stages.ward.then.home, by: -13 % } ]", "not \"-1 %\"")]
    [TestCase("[ { add: stages.ward.time, by: 3 d } ]", "name the parameter")]
    [TestCase("[ { scale: stages.ward.time, by: 3 d } ]", "a factor")]
    [TestCase("[ { scale: stages.ward.time, by: NaN } ]", "a factor")]
    [TestCase("[ { add: pools.community-bed.capacity, by: NaN } ]", "found \"NaN\"")]
    [TestCase("[ { set: stages.ward.time.mean, to: 3 } ]", "one of the parameters")]
    [TestCase("[ { set: stages.ward.time } ]", "\"to\" with the new value")]
    [TestCase("[ { set: stages.ward.time, by: 3 d } ]", "\"to\" with the new value")]
    [TestCase("[ { set: stages.ward.time, to: 3 d, form: 2017-10-01 } ]", "Did you mean \"from\"?")]
    [TestCase("[ { set: stages.ward.time, scale: stages.ward.time, to: 3 d } ]", "exactly one of set, scale, add and remove")]
    [TestCase("[ { add: stages.ward, to: { place: none } } ]", "a name that is not there yet")]
    [TestCase("[ { set: stages.home.place, to: bed, from: 2017-10-01 } ]", "a number")]
    [TestCase("[ { remove: stages.home, from: 2017-10-01 } ]", "no \"from\"")]
    [TestCase("[ { scale: stages.ward.then.home, by: 0.5, from: soon } ]", "a date")]
    [TestCase("[ { scale: stages.ward.then.home, by: 0.5, from: 2017-10-01, over: 90 } ]", "a length of time with a unit")]
    [TestCase("[ { scale: stages.ward.then.home, by: 0.5, over: 90 d } ]", "a date under \"from\"")]
    [TestCase("[ { set: \"stages.ward[\", to: 1 } ]", "a path")]
    [TestCase("[ { set: stages.home.time, to: 3 d }, { set: stages.home.time, to: 4 d } ]", "one \"set\" of stages.home.time")]
    [TestCase("{ chnages: [] }", "Did you mean \"changes\"?")]
    [TestCase("{ include: [t] }", "a scenario of this system")]
    [TestCase("{ include: [s] }", "do not include one another")]
    [TestCase("[ 5 ]", "a change, such as")]
    public void A_change_that_cannot_be_made_is_a_problem_where_it_stands(string scenario, string said)
    {
        using var system = Write(("s", scenario));
        var files = system.Read()!;
        Assert.That(ScenarioApplier.Apply(files, "s", system.Problems), Is.Null);
        Assert.That(system.Printed, Does.Contain(said));
        Assert.That(system.Problems.Sorted[0].Where.File, Is.EqualTo("scenarios/s.yaml"));
        Assert.That(system.Problems.Sorted[0].Where.Line, Is.GreaterThan(0));
    }

    [Test]
    public void Every_change_that_cannot_be_made_is_reported()
    {
        using var system = Write(("s", "[ { set: stages.a.time, to: 3 d }, { scale: stages.b.time, by: 2 }, { remove: stages.c } ]"));
        Assert.That(ScenarioApplier.Apply(system.Read()!, "s", system.Problems), Is.Null);
        Assert.That(system.Problems.Sorted, Has.Count.EqualTo(3));
    }

    private static ChangedSystem Apply(TemporarySystem system, string id)
    {
        var files = system.Read()!;
        var changed = ScenarioApplier.Apply(files, id, system.Problems);
        Assert.That(system.Printed, Is.Empty);
        return changed!;
    }

    private static TemporarySystem Write(params (string Id, string Text)[] scenarios) => TemporarySystem.With(
    [
        ("system.yaml", Main),
        ("tables/beds.csv", Beds),
        ("tables/stay.csv", Stay),
        ("rosters/nurses.csv", Nurses),
        .. scenarios.Select(scenario => ($"scenarios/{scenario.Id}.yaml", scenario.Text)),
    ]);

    private static Node? Find(Node node, string path) =>
        path.Split('.').Aggregate((Node?)node, (here, name) => (here as MapNode)?[name]);
}
