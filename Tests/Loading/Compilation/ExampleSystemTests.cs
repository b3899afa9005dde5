using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Loading.Compilation;

/// <summary>The small systems of the language's definition compile to what they say.</summary>
[TestFixture]
internal sealed class ExampleSystemTests
{
    [Test]
    public void Acute_to_community_leaves_at_once_when_it_cannot_be_served()
    {
        var model = Compiled.Model("""
            system: acute-community
            run: { starts: Mon 00:00, lasts: 4000 d, warm_up: 200 d, begin: empty }
            pools:
              acute-bed:     { kind: beds, capacity: 10, group: acute-ga }
              community-bed: { kind: beds, capacity: 5 }
            streams:
              emergencies: { to: acute, rate: 1.5 per d }
            stages:
              acute:
                place: acute-bed
                gives_up: [ { queue: 0, to: lost } ]
                time: exponential mean 4 d
                then: { community: 30 %, leave: rest }
              community:
                place: community-bed
                delayed: { reason: C, attribution: nhs }
                time: exponential mean 10 d
                then: leave
            exits: [lost]
            """);
        var acute = model.Stage("acute");
        Assert.Multiple(() =>
        {
            Assert.That(model.Exits, Is.EqualTo(new[] { "leave", "lost" }));
            Assert.That(acute.GivesUp[0].Queue, Is.Zero);
            Assert.That(model.Targets[acute.GivesUp[0].To].Exit, Is.EqualTo(1));
            Assert.That(acute.Then.Branches[0].Outcomes[0].Share(0), Is.EqualTo(0.3).Within(1e-12));
            Assert.That(acute.Then.Branches[0].Outcomes[0].Share(1), Is.EqualTo(0.7).Within(1e-12));
            Assert.That(acute.Time.Specs[0].Distribution!.Mean, Is.EqualTo(4 * 86400.0));
            Assert.That(model.Delays, Is.EqualTo(new[] { new DelayKind("C", "nhs") }));
            Assert.That(model.Stream("emergencies").Rate!.PerHour.At(0) * 24, Is.EqualTo(1.5).Within(1e-12));
            Assert.That(model.Run.MeasureFrom, Is.EqualTo(200 * 86400));
            Assert.That(model.Run.End, Is.EqualTo(4200 * 86400));
            Assert.That(model.Pools.Select(pool => pool.Name), Is.Ordered.Using<string>(StringComparer.Ordinal));
        });
    }

    [Test]
    public void A_patience_and_a_queue_limit_compile_for_staff([Values("queue: 5", "after: exponential mean 2 d")] string reason)
    {
        var model = Compiled.Model($$"""
            system: erlang
            run: { starts: Mon 00:00, lasts: 3000 d, warm_up: 50 d, begin: empty }
            pools: { server: { kind: staff, capacity: 20 } }
            streams: { a: { to: s, rate: 20 per d } }
            stages: { s: { staff: server, gives_up: [ { {{reason}}, to: lost } ], time: exponential mean 1 d, then: leave } }
            exits: [lost]
            """);
        var stage = model.Stage("s");
        Assert.That(stage.Staff[0].Items[0].Amount, Is.EqualTo(1));
        Assert.That(stage.GivesUp[0].After is null, Is.EqualTo(reason.StartsWith("queue", StringComparison.Ordinal)));
        Assert.That(stage.GivesUp[0].Reason, Is.EqualTo("lost"));
    }

    [Test]
    public void Ranks_are_the_numbers_that_name_the_values()
    {
        var model = Compiled.Model("""
            system: cobham
            run: { starts: Mon 00:00, lasts: 100 d, warm_up: 2 d, begin: empty }
            pools: { server: { kind: staff, capacity: 5 } }
            streams:
              low:  { to: s, rate: 2.5 per d, attributes: { rank: { "2": rest } } }
              high: { to: s, rate: 1.5 per d, attributes: { rank: { "1": rest } } }
            stages: { s: { staff: server, priority: rank, time: exponential mean 1 d, then: leave } }
            """);
        var level = model.Stage("s").Priority.Levels[0];
        var two = Array.IndexOf(model.Attributes[level.Lookup.Keys[0].Attribute].Values, "2");
        Assert.That(level.Ranks[level.Lookup.Cells[two]], Is.EqualTo(2));
        Assert.That(model.LowestRank, Is.EqualTo(2));
    }

    [Test]
    public void Tandem_begins_with_its_queue_and_spaces_block()
    {
        var model = Compiled.Model("""
            system: tandem
            run: { starts: Mon 00:00, lasts: 20000 d, warm_up: 200 d, begin: described }
            pools:
              first:  { kind: spaces, capacity: 1 }
              buffer: { kind: spaces, capacity: 2 }
              second: { kind: spaces, capacity: 1 }
            streams: { none: { to: one, rate: 0 per d } }
            stages:
              one:  { place: first, starts_with: { stream: none, waiting: 30000 }, time: exponential mean 1 d, then: wait }
              wait: { place: buffer, then: two }
              two:  { place: second, time: exponential mean 1 d, then: leave }
            """);
        Assert.That(model.Run.BeginsEmpty, Is.False);
        Assert.That(model.Stage("one").StartsWith[0].Waiting, Is.EqualTo(30000));
        Assert.That(model.Stage("wait").Time.Specs[0].Distribution!.IsZero, Is.True);
        Assert.That(model.Stage("wait").Then.IsFixed, Is.True);
    }

    [Test]
    public void A_linear_rate_keeps_its_quarters_of_an_hour()
    {
        var rows = string.Concat(Enumerable.Range(0, 96).Select(index => $"{index / 4:00}:{index % 4 * 15:00},{index}\n"));
        var model = Compiled.Model(
            """
            system: mt-g-inf
            run: { starts: Mon 00:00, lasts: 10 d, warm_up: 10 d, begin: empty }
            pools: { bed: { kind: beds, capacity: unlimited } }
            streams: { a: { to: stay, rate: { table: sine, by: [hour], shape: linear, per: h } } }
            stages: { stay: { place: bed, time: exponential mean 4 h, then: leave } }
            """,
            ("tables/sine.csv", "hour,rate\n" + rows));
        var rate = model.Stream("a").Rate!;
        Assert.That(rate.Linear, Is.True);
        Assert.That(rate.PerHour.Patterns, Has.Length.EqualTo(1));
        Assert.That(rate.PerHour.Patterns[0].From, Has.Length.EqualTo(96));
        Assert.That(rate.PerHour.At(Compiled.At(3, 7, 15)), Is.EqualTo(29));
        Assert.That(model.Pools[0].Unlimited, Is.True);
    }

    [Test]
    public void A_ward_of_each_site_leads_to_the_shared_unit_and_keeps_its_site()
    {
        var problems = new FlowSim.Scenarios.Loading.ProblemList();
        var files = FlowSim.Scenarios.Loading.SystemReader.Read("two-wards", problems)!;
        var model = FlowSim.Scenarios.Compilation.SystemCompiler.Compile(files, FlowSim.Scenarios.Compilation.Names.RunOverrides.None, problems)!.Model;
        var south = model.Stage("ward@south");
        var target = model.Targets[model.Stage("admit@south").Then.FixedTarget];
        Assert.Multiple(() =>
        {
            Assert.That(model.Stages[target.Stage].Name, Is.EqualTo("ward@south"));
            Assert.That(model.Pools[south.Place[0].Items[0].Pool.Pool].Name, Is.EqualTo("ward-bed@south"));
            Assert.That(model.Pool("ward-bed@south").Capacity.At(0), Is.EqualTo(48));
            Assert.That(model.Attributes[south.Own[0].Attribute].Values[south.Own[0].Value], Is.EqualTo("south"));
            Assert.That(model.Pool("community-bed").Takes!.IsOpen(Compiled.At(2, 7, 59)), Is.False, "Saturday 3 October 2015, and too early");
            Assert.That(model.Pool("community-bed").Takes!.IsOpen(Compiled.At(4, 8)), Is.True, "Monday 5 October 2015");
            Assert.That(model.Stream("admissions@north").Rate!.PerHour.At(Compiled.At(2, 12)) * 24, Is.EqualTo(8).Within(1e-12), "Saturday");
        });
    }

    [Test]
    public void Stroke_stays_depend_on_class_and_destination()
    {
        var problems = new FlowSim.Scenarios.Loading.ProblemList();
        var files = FlowSim.Scenarios.Loading.SystemReader.Read("stroke-unit", problems)!;
        var model = FlowSim.Scenarios.Compilation.SystemCompiler.Compile(files, FlowSim.Scenarios.Compilation.Names.RunOverrides.None, problems)!.Model;
        var time = model.Stage("asu").Time;
        double Mean(string kind, string to)
        {
            var cell = time.Lookup.Keys.Sum(key =>
                Array.IndexOf(model.Attributes[key.Attribute].Values, model.Attributes[key.Attribute].Name == "class" ? kind : to) * key.Stride);
            return time.Specs[time.Lookup.Cells[cell]].Distribution!.Mean / 86400;
        }

        Assert.Multiple(() =>
        {
            Assert.That(Mean("stroke", "rehab"), Is.EqualTo(7.4).Within(1e-9));
            Assert.That(Mean("stroke", "esd"), Is.EqualTo(4.6).Within(1e-9));
            Assert.That(Mean("tia", "esd"), Is.EqualTo(1.8).Within(1e-9));
            Assert.That(Mean("others", "other"), Is.EqualTo(3.8).Within(1e-9));
        });
    }
}
