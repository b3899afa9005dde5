using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using static FlowSim.Tests.Loading.Compilation.Compiled;

namespace FlowSim.Tests.Loading.Compilation;

[TestFixture]
internal sealed class StageCompilationTests
{
    private static readonly SystemModel Model = Compiled.Model("""
        system: parts
        run: { starts: Mon 00:00, lasts: 10 d }
        dimensions: { site: [north, south, east] }
        attributes: { nearest: site, patience: duration, tries: number, urgency: [low, high] }
        calendars:
          office: { open: Mon-Fri 09:00-17:00 }
          hub@north: { open: daily 08:00-20:00 }
          hub@south: { open: Mon-Fri 08:00-18:00 }
        pools:
          bed: { each: site, kind: beds, group: acute, capacity: 10, surge: { adds: 2, checked: daily 08:00 & 16:00, opens: waiting(ward@site) >= 6, closes: occupied(bed@site) <= 92 %, after: 12 h, at_least: 3 d } }
          trolley: { each: site, kind: spaces, capacity: 4, turnaround: 10 min }
          doctor: { kind: staff, capacity: 3 }
          nurse: { kind: staff, capacity: 3 }
        tables:
          delays: { keys: [urgency], rows: { low: { nhs: 60 %, social-care: rest, both: 0 % }, high: { nhs: rest, social-care: 0 %, both: 0 % } } }
        streams:
          walk-in: { to: door, rate: 10 per d, attributes: { nearest: { north: 50 %, south: 30 %, east: rest }, urgency: { low: 80 %, high: rest }, patience: exponential mean 4 h } }
        stages:
          door:
            place: none
            sets: { site: [ { if: "waiting(ward@nearest) > 6", is: north }, { is: nearest } ], tries: +1 }
            divert: { hub: { share: 8 %, if: "open(hub@nearest) and urgency = low", to: home } }
            then: ward
          ward:
            each: site
            place: [ bed@site, "trolley@site after 2 h", "bed@north after 4 h of ed" ]
            staff: "doctor + 2 of nurse for 20 min"
            clock: { ed: within 15 min, spell: }
            priority: [ 2, 1 after 3.5 h of ed ]
            gives_up: [ { after: patience of ed, to: home }, { after: 2 d, to: home } ]
            moves_back: { priority: 8, during: daily 08:00-20:00 }
            time: 2 h of office
            then: [ { if: "visits(ward) < 3 and weekday = Sat", to: { ward: 20 %, next: rest } }, { to: next } ]
          next:
            each: site
            place: bed@site
            keep: [acute]
            delayed: { reason: A, attribution: { table: delays } }
            time: until next Mon 08:00
            then: home
          home: { place: none, key: was-home, time: uniform 1 d 3 d, then: leave }
        """);

    [Test]
    public void A_target_of_another_each_goes_by_the_attribute_of_its_dimension()
    {
        var target = Model.Targets[Model.Stage("door").Then.FixedTarget];
        Assert.That(Model.Attributes[target.Attribute].Name, Is.EqualTo("site"));
        Assert.That(target.StageByValue.Select(stage => Model.Stages[stage].Name), Is.EqualTo(new[] { "ward@north", "ward@south", "ward@east" }));
    }

    [Test]
    public void A_value_that_names_an_attribute_is_copied_and_a_plus_adds()
    {
        var sets = Model.Stage("door").Sets;
        Assert.Multiple(() =>
        {
            Assert.That(sets[0].Branches[0].Kind, Is.EqualTo(SetKind.Drawn));
            Assert.That(sets[0].Branches[0].If!.Left!.Kind, Is.EqualTo(ExpressionKind.WaitingForStage));
            Assert.That(sets[0].Branches[1].Kind, Is.EqualTo(SetKind.Copied));
            Assert.That(Model.Attributes[sets[0].Branches[1].From].Name, Is.EqualTo("nearest"));
            Assert.That(sets[1].Branches[0].Amount, Is.EqualTo(1));
            Assert.That(sets[1].KeyHash, Is.EqualTo((uint)StableHash.Combine(StableHash.Of("door"), StableHash.Of("tries"))));
        });
    }

    [Test]
    public void Bundles_keep_their_order_amounts_and_timers()
    {
        var ward = Model.Stage("ward@south");
        Assert.Multiple(() =>
        {
            Assert.That(ward.Place.Select(bundle => Model.Pools[bundle.Items[0].Pool.Pool].Name),
                Is.EqualTo(new[] { "bed@south", "trolley@south", "bed@north" }));
            Assert.That(ward.Place[0].After, Is.Null);
            Assert.That(ward.Place[1].After!.Time.Specs[0].Distribution!.Mean, Is.EqualTo(7200));
            Assert.That(Model.Clocks[ward.Place[2].After!.Clock], Is.EqualTo("ed"));
            Assert.That(ward.Staff[0].Items.Select(item => item.Amount), Is.EqualTo(new[] { 1, 2 }));
            Assert.That(ward.Staff[0].For!.Specs[0].Distribution!.Mean, Is.EqualTo(1200));
            Assert.That(Model.Bundles.Select(bundle => bundle.Id), Is.EqualTo(Enumerable.Range(0, Model.Bundles.Length)));
        });
    }

    [Test]
    public void Patience_of_a_clock_is_keyed_by_clock_and_target_and_drawn_once()
    {
        var reasons = Model.Stage("ward@north").GivesUp;
        Assert.Multiple(() =>
        {
            Assert.That(reasons[0].After!.KeyHash, Is.EqualTo(StableHash.Of("ed/home")));
            Assert.That(reasons[0].After!.Time.Specs[0].Kind, Is.EqualTo(TimeKind.Attribute));
            Assert.That(reasons[1].After!.KeyHash, Is.EqualTo(StableHash.Of("ward")));
            Assert.That(reasons[1].After!.Index, Is.EqualTo(1));
            Assert.That(Model.Stage("home").KeyHash, Is.EqualTo(StableHash.Of("was-home")));
        });
    }

    [Test]
    public void Clocks_ranks_and_moving_back_compile()
    {
        var ward = Model.Stage("ward@north");
        Assert.Multiple(() =>
        {
            Assert.That(ward.Clocks.Select(clock => (Model.Clocks[clock.Clock], clock.Within)), Is.EqualTo(new[] { ("ed", 900), ("spell", -1) }));
            Assert.That(ward.ClockMask, Is.EqualTo(3));
            Assert.That(ward.Priority.Levels.Select(level => level.Ranks[0]), Is.EqualTo(new[] { 2, 1 }));
            Assert.That(ward.MovesBack!.Rank, Is.EqualTo(8));
            Assert.That(ward.MovesBack.During!.IsOpen(At(2, 7)), Is.False);
            Assert.That(Model.LowestRank, Is.EqualTo(8));
        });
    }

    [Test]
    public void Times_of_a_calendar_and_of_the_week_compile()
    {
        var ward = Model.Stage("ward@north").Time.Specs[0];
        Assert.That(ward.Kind, Is.EqualTo(TimeKind.DrawnOfCalendar));
        Assert.That(ward.Calendar!.IsOpen(At(0, 9)), Is.True);
        Assert.That(Model.Stage("next@north").Time.Specs[0].Gate!.NextAfter(At(0, 9)), Is.EqualTo(At(7, 8)));
    }

    [Test]
    public void A_group_under_keep_names_all_its_pools()
    {
        var keep = Model.Stage("next@north").Keep!;
        Assert.That(Model.Pools.Where((_, index) => keep[index]).Select(pool => pool.Name), Is.EqualTo(new[] { "bed@east", "bed@north", "bed@south" }));
    }

    [Test]
    public void Attributions_become_kinds_of_delay_by_table()
    {
        var rule = Model.Stage("next@north").Delayed!;
        var low = rule.Kinds[rule.Lookup.Cells[0]];
        Assert.That(Enumerable.Range(0, 3).Select(index => (Model.Delays[low.Outcomes[index]].Label, low.Share(index))),
            Is.EqualTo(new[] { ("A/nhs", 0.6), ("A/social-care", 0.4), ("A/both", 0.0) }));
    }

    [Test]
    public void An_open_calendar_of_an_attribute_asks_for_each_value()
    {
        var condition = Model.Stage("door").Diversions[0].If!;
        Assert.That(condition.Kind, Is.EqualTo(ExpressionKind.And));
        Assert.That(condition.Left!.Kind, Is.EqualTo(ExpressionKind.Or), "north or south; east has no hub");
        Assert.That(condition.Left.Left!.Right!.Calendar!.IsOpen(At(6, 9)), Is.True, "north opens on Sundays");
        Assert.That(condition.Left.Right!.Right!.Calendar!.IsOpen(At(6, 9)), Is.False, "south does not");
    }

    [Test]
    public void A_surge_sees_the_pool_of_its_own_site()
    {
        var surge = Model.Pool("bed@south").Surges[0];
        Assert.Multiple(() =>
        {
            Assert.That(Model.Stages[surge.Opens.Left!.Stage!.Stage].Name, Is.EqualTo("ward@south"));
            Assert.That(surge.Closes.Left!.Kind, Is.EqualTo(ExpressionKind.OccupiedShare));
            Assert.That(surge.Closes.Right!.Value, Is.EqualTo(0.92).Within(1e-12));
            Assert.That(surge.Checked.NextAfter(At(0, 8)), Is.EqualTo(At(0, 16)));
            Assert.That((surge.Adds, surge.After, surge.AtLeast), Is.EqualTo((2, 12 * 3600, 3 * 86400)));
        });
    }

    [Test]
    public void A_conditional_routing_ends_in_its_last_branch()
    {
        var routing = Model.Stage("ward@south").Then;
        Assert.That(routing.Branches, Has.Length.EqualTo(2));
        Assert.That(routing.Branches[0].If!.Left!.Left!.Kind, Is.EqualTo(ExpressionKind.Visits));
        Assert.That(routing.Branches[0].If!.Right!.Right!.Value, Is.EqualTo(5), "Saturday");
        Assert.That(routing.Branches[1].If, Is.Null);
    }

    [Test]
    public void A_change_of_numbers_changes_no_index()
    {
        const string text = """
            system: numbers
            run: { starts: Mon 00:00, lasts: 10 d }
            pools: { bed: { kind: beds, capacity: 10 }, home-bed: { kind: beds, capacity: 10 } }
            streams: { a: { to: ward, rate: 10 per d } }
            stages:
              ward: { place: bed, time: 2 d, then: { rehab: 50 %, leave: rest } }
              rehab: { place: home-bed, delayed: { reason: A, attribution: { nhs: 50 %, both: rest } }, time: 2 d, then: leave }
            """;
        var before = Compiled.Model(text);
        var after =
            Compiled.Model(text.Replace("rehab: 50 %", "rehab: 0 %", StringComparison.Ordinal).Replace("nhs: 50 %", "nhs: 100 %", StringComparison.Ordinal));
        Assert.That(after.Delays, Is.EqualTo(before.Delays));
        Assert.That(after.Targets.Select(target => target.Name), Is.EqualTo(before.Targets.Select(target => target.Name)));
        Assert.That(after.Bundles, Has.Length.EqualTo(before.Bundles.Length));
    }

    [Test]
    public void An_override_holds_at_its_instance_only()
    {
        const string text = """
            system: overrides
            run: { starts: Mon 00:00, lasts: 10 d }
            dimensions: { site: [north, south] }
            pools: { bed: { each: site, kind: beds, capacity: 10, overrides: { south: { capacity: 12 } } } }
            streams: { a: { each: site, to: ward, rate: 10 per d, overrides: { south: { rate: 5 per d } } } }
            stages: { ward: { each: site, place: bed@site, time: 2 d, then: leave, overrides: { south: { time: 1 d } } } }
            """;
        var model = Compiled.Model(text);
        Assert.Multiple(() =>
        {
            Assert.That((model.Pool("bed@north").Capacity.At(0), model.Pool("bed@south").Capacity.At(0)), Is.EqualTo((10.0, 12.0)));
            Assert.That((model.Stage("ward@north").Time.Specs[0].Distribution!.Mean, model.Stage("ward@south").Time.Specs[0].Distribution!.Mean),
                Is.EqualTo((172800.0, 86400.0)));
            Assert.That(model.Stream("a@south").Rate!.PerHour.At(0) * 24, Is.EqualTo(5).Within(1e-12));
            Assert.That(Problems(text.Replace("south: { time", "sooth: { time", StringComparison.Ordinal)), Has.One.Contains("Did you mean \"south\"?"));
        });
    }
}
