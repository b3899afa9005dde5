using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;
using FlowSim.Tests.Loading.Compilation;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>Section 2: streams, observed lists, schedules, the described start.</summary>
public sealed class StreamTests
{
    private const string Ward = """
        attributes: { age: [young, old] }
        stages:
          ward: { time: 1 h, then: { by: age, young: home, "*": care } }
        exits: [home, care]

        """;

    [Test]
    public void An_observed_list_brings_its_patients_at_its_times_with_its_attributes()
    {
        var scene = Play(
            Ward + "streams: { seen: { to: ward, observed: { file: tables/seen.csv } } }",
            ("tables/seen.csv", "time,age\n10 min,old\n25 min,young\n25 min,old\n2 h,young\n"));
        Assert.That(Enumerable.Range(1, 4).Select(number => scene.Entered($"seen/{number}", "ward")), Is.EqualTo((int[])[600, 1500, 1500, 7200]));
        Assert.That(Enumerable.Range(1, 4).Select(number => scene.ExitOf($"seen/{number}")), Is.EqualTo((string[])["care", "home", "care", "home"]));
    }

    [Test]
    public void An_observed_list_with_dates_is_read_from_the_start_of_the_run()
    {
        var scene = Play(
            "run: { starts: 2017-04-01, lasts: 10 d, warm_up: 0 d, begin: empty }\n" + Ward
                + "streams: { seen: { to: ward, observed: { file: tables/seen.csv } } }",
            ("tables/seen.csv", "time,age\n2017-04-02T08:30,old\n2017-04-03 00:00:05,young\n"));
        Assert.That(scene.Entered("seen/1", "ward"), Is.EqualTo(Day + (8 * Hour) + (30 * Minute)));
        Assert.That(scene.Entered("seen/2", "ward"), Is.EqualTo((2 * Day) + 5));
    }

    [Test]
    public void An_observed_list_may_differ_by_replication()
    {
        var model = Compile(
            "run: { starts: Mon 00:00, lasts: 20 d, warm_up: 0 h, begin: empty, replications: 2 }\n" + Ward
                + "streams: { seen: { to: ward, observed: { file: tables/seen.csv } } }",
            ("tables/seen.csv", "time,age,replication\n10 min,old,1\n20 min,young,2\n30 min,old,1\n"));
        var first = Play(model, replication: 1);
        var second = Play(model, replication: 2);
        Assert.That(first.Arrivals("seen", "ward").Select(patient => patient.Entered), Is.EqualTo((int[])[600, 1800]));
        Assert.That(second.Arrivals("seen", "ward").Select(patient => patient.Entered), Is.EqualTo((int[])[1200]));
        Assert.That(second.ExitOf("seen/1"), Is.EqualTo("home"));
    }

    [Test]
    public void A_schedule_brings_its_count_at_every_instant()
    {
        var scene = Play("""
            stages:
              ward: { time: 1 h, then: leave }
            streams:
              list: { to: ward, schedule: { at: Mon-Fri 07:00, count: 3 } }
            run: { starts: Thu 08:00, lasts: 6 d, warm_up: 0 h, begin: empty }
            """);
        var times = scene.Arrivals("list", "ward").Select(patient => patient.Entered).ToArray();
        int[] days = [1, 4, 5, 6];
        Assert.That(times, Is.EqualTo(days.SelectMany(day => Enumerable.Repeat((day * Day) + (7 * Hour), 3))), "Friday, Monday, Tuesday, Wednesday");
    }

    [Test]
    public void A_schedule_every_T_begins_at_first_and_ends_before_until()
    {
        var scene = Play("""
            stages:
              ward: { time: 1 min, then: leave }
            streams:
              list: { to: ward, schedule: { every: 90 min, first: 30 min, until: 5 h } }
            """);
        Assert.That(scene.Arrivals("list", "ward").Select(patient => patient.Entered / Minute), Is.EqualTo((int[])[30, 120, 210]));
    }

    [Test]
    public void A_schedule_may_begin_with_the_run_itself()
    {
        var scene = Play("""
            run: { starts: Mon 06:00, lasts: 3 h, warm_up: 0 h, begin: empty }
            stages:
              ward: { time: 1 min, then: leave }
            streams:
              list: { to: ward, schedule: { every: 1 h, first: 0 h } }
            """);
        Assert.That(scene.Arrivals("list", "ward")
            .Select(patient => patient.Entered / Hour), Is.EqualTo((int[])[6, 7, 8, 9]), "09:00 is the second in which the run ends");
    }

    [Test]
    public void Attributes_are_drawn_in_order_and_tables_see_earlier_ones()
    {
        var scene = Play($$"""
            attributes: { age: [young, old], pathway: [p0, p1] }
            tables: { pathways: { keys: [age], rows: { young: { p0: 100 % }, old: { p1: 100 % } } } }
            stages:
              fit: { time: 1 min, then: { by: pathway, p0: home, p1: care } }
            exits: [home, care]
            streams:
              {{Patient("anna", "fit", "0 h", "age: old, pathway: { table: pathways }")}}
              {{Patient("ben", "fit", "0 h", "age: young, pathway: { table: pathways }")}}
            """);
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("care"));
        Assert.That(scene.ExitOf("ben"), Is.EqualTo("home"));
    }

    [Test]
    public void A_stream_of_an_each_gives_its_patients_the_instance()
    {
        var scene = Play("""
            dimensions: { site: [north, south] }
            stages:
              desk: { time: 1 min, then: ward }
              ward: { each: site, time: 1 h, then: leave }
            streams:
              door: { each: site, to: desk, schedule: { every: 300 d, first: 10 min } }
            """);
        Assert.That(scene.Way("door@north"), Is.EqualTo("desk ward@north"));
        Assert.That(scene.Way("door@south"), Is.EqualTo("desk ward@south"));
    }

    [Test]
    public void A_rate_follows_the_hours_of_its_table()
    {
        var scene = Play("""
            tables: { calls: { keys: [hour], rows: { "0-7": 0, "8-19": 60, "20-23": 0 } } }
            stages:
              call: { time: 1 min, then: leave }
            streams:
              calls: { to: call, rate: { table: calls, by: [hour], per: h } }
            """);
        var hours = scene.Arrivals("calls", "call").Select(patient => patient.Entered % Day / Hour).ToArray();
        Assert.That(hours, Is.All.InRange(8, 19));
        Assert.That(hours, Has.Length.InRange(14_400 - 480, 14_400 + 480), "20 days of 12 hours of 60, four standard errors");
    }

    [Test]
    public void A_holiday_has_the_rate_of_the_day_named()
    {
        // Good Friday and Easter Monday 2017 as Sunday, on which nobody comes.
        var scene = Play("""
            run: { starts: 2017-04-12, lasts: 8 d, warm_up: 0 d, begin: empty }
            calendars: { bank-holidays: { dates: [2017-04-14, 2017-04-17] } }
            tables: { calls: { keys: [weekday], rows: { "Mon-Sat": 20, "Sun": 0 } } }
            stages:
              call: { time: 1 min, then: leave }
            streams:
              calls: { to: call, rate: { table: calls, by: [weekday], per: h, holiday: as Sun } }
            """);
        var days = scene.Arrivals("calls", "call").Select(patient => patient.Entered / Day).Distinct();
        Assert.That(days, Is.EqualTo((int[])[0, 1, 3, 6, 7]), "Wednesday 12, Thursday, Saturday, Tuesday, Wednesday");
    }

    [Test]
    public void Growth_steps_on_the_first_of_April_after_the_branch_and_adds_patients_to_the_same_field()
    {
        string Text(string growth) => $$"""
            run: { starts: 2017-01-30, branch: 2017-03-01, lasts: 61 d, begin: empty }
            stages:
              call: { time: 1 min, then: leave }
            streams:
              calls: { to: call, rate: { table: calls, per: h{{growth}} } }
            tables: { calls: { keys: [hour], rows: { "*": 4 } } }
            """;
        var flat = Play(Text("")).Arrivals("calls", "call");
        var grown = Play(Text(", growth: 50 % per y")).Arrivals("calls", "call");
        const int april = 61 * Day;
        Assert.That(grown.Where(patient => patient.Entered < april), Is.EqualTo(flat.Where(patient => patient.Entered < april)));
        Assert.That(flat.Where(patient => patient.Entered >= april), Is.SubsetOf(grown));
        var before = flat.Count(patient => patient.Entered >= april);
        var after = grown.Count(patient => patient.Entered >= april);
        Assert.That(after - before, Is.InRange(1440 - 152, 1440 + 152), "half of 30 days of 96, four standard errors");
    }

    [Test]
    public void Growth_of_a_schedule_adds_patients_to_those_planned_from_the_first_of_April_on()
    {
        string Text(string growth) => $$"""
            run: { starts: 2017-03-22, lasts: 385 d, begin: empty }
            stages:
              operation: { time: 1 min, then: leave }
            streams:
              planned: { to: operation, schedule: { at: daily 08:00, count: 10{{growth}} } }
            """;
        int[] PerDay(string growth) => [.. Enumerable.Range(0, 385).GroupJoin(
            Play(Text(growth)).Arrivals("planned", "operation"), day => day, patient => patient.Entered / Day, (_, patients) => patients.Count())];
        var whole = PerDay(", growth: 20 % per y");
        Assert.That(whole[..10], Is.All.EqualTo(10), "22 to 31 March 2017");
        Assert.That(whole[10..375], Is.All.EqualTo(12), "from 1 April 2017");
        var broken = PerDay(", growth: 25 % per y");
        Assert.That(broken[10..375], Is.All.InRange(12, 13));
        Assert.That(broken[10..375].Sum(), Is.InRange(4562 - 39, 4562 + 39), "12.5 of 365 days, four standard errors of 0.5 each");
        Assert.That(PerDay(""), Is.All.EqualTo(10));
        Assert.That(whole[375..], Is.All.InRange(14, 15), "a second step on 1 April 2018: 14.4");
    }

    [TestCase("1.9 %", "a growth a year")]
    [TestCase("1000000 % per y", "at most 100000 patients at a time")]
    public void Growth_of_a_schedule_that_cannot_be_is_refused(string growth, string expected)
    {
        var problems = Compiled.Problems($$"""
            system: theatre
            run: { starts: 2017-03-22, lasts: 385 d, begin: empty }
            stages:
              operation: { time: 1 min, then: leave }
            streams:
              planned: { to: operation, schedule: { at: daily 08:00, count: 10, growth: {{growth}} } }
            """);
        Assert.That(problems.Single(), Does.Contain("streams.planned.schedule.growth").And.Contain(expected));
    }

    [Test]
    public void A_described_start_has_patients_in_place_and_waiting()
    {
        // Two of three beds in use, of constant stays of 10 h, begun at some time in the past: they leave within 10 h. One of those waiting has the third
        // bed at once.
        var scene = Play("""
            run: { starts: Mon 00:00, lasts: 5 d, warm_up: 0 h, begin: described }
            pools: { bed: { kind: beds, capacity: 3 } }
            stages:
              ward: { place: bed, time: 10 h, then: leave, starts_with: { stream: emergencies, in_place: 2, waiting: 4 } }
            streams:
              emergencies: { to: ward, rate: 0 per d }
            """);
        var left = scene.Steps("ward", TraceStep.Left).ToArray();
        var taken = scene.Steps("ward", TraceStep.Taken).ToArray();
        Assert.That(left, Has.Length.EqualTo(6));
        Assert.That(left.Order().Take(2), Is.All.InRange(1, 10 * Hour), "the two in place");
        Assert.That(taken, Has.Length.EqualTo(4));
        Assert.That(taken.Order().First(), Is.Zero);
        Assert.That(taken.Order().Skip(1).Take(2), Is.EqualTo(left.Order().Take(2)), "the beds of the first two go to those waiting");
    }

    [Test]
    public void Patients_in_place_at_the_start_have_been_there_for_part_of_their_stay()
    {
        // Their clocks began with their stays, so whole stays of 10 h are counted although only a part lies in the run.
        var scene = Play("""
            run: { starts: Mon 00:00, lasts: 5 d, warm_up: 0 h, begin: described }
            attributes: { age: [young, old] }
            pools: { bed: { kind: beds, capacity: 50 } }
            stages:
              ward: { place: bed, clock: spell, time: 10 h, then: { by: age, young: home, old: care }, starts_with: { stream: emergencies, in_place: 40, sets: { age: old } } }
            exits: [home, care]
            measures:
              stay: { clock: spell, mean: true, unit: h }
              shortest: { total: { visits: spell, within: 599 min }, unit: visits }
              cared_for: { total: { exits: care }, unit: patients }
            streams:
              emergencies: { to: ward, rate: 0 per d, attributes: { age: young } }
            """);
        Assert.That(scene.Value("stay"), Is.EqualTo(10).Within(1e-12));
        Assert.That(scene.Value("shortest"), Is.Zero);
        Assert.That(scene.Value("cared_for"), Is.EqualTo(40), "sets come after the stream's own attributes");
        var left = scene.Steps("ward", TraceStep.Left).ToArray();
        Assert.That(left.Average(), Is.EqualTo(5 * Hour).Within(1.9 * Hour), "uniform on 10 h: four standard errors");
    }

    [Test]
    public void An_empty_start_ignores_the_described_one()
    {
        var scene = Play("""
            pools: { bed: { kind: beds, capacity: 3 } }
            stages:
              ward: { place: bed, time: 10 h, then: leave, starts_with: { stream: emergencies, in_place: 2, waiting: 4 } }
            streams:
              emergencies: { to: ward, rate: 0 per d }
            """);
        Assert.That(scene.Steps("ward", TraceStep.Left), Is.Empty);
    }

    [Test]
    public void More_in_place_than_there_is_room_wait()
    {
        var scene = Play("""
            run: { starts: Mon 00:00, lasts: 5 d, warm_up: 0 h, begin: described }
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              ward: { place: bed, time: 10 h, then: leave, starts_with: { stream: emergencies, in_place: 2 } }
            streams:
              emergencies: { to: ward, rate: 0 per d }
            """);
        var left = scene.Steps("ward", TraceStep.Left).ToArray();
        Assert.That(left, Has.Length.EqualTo(2));
        Assert.That(left[1] - left[0], Is.EqualTo(10 * Hour), "the second begins as the first leaves");
    }

    [Test]
    public void A_clock_that_starts_on_entry_runs_for_those_too_who_find_no_room_at_the_start()
    {
        var scene = Play("""
            run: { starts: Mon 00:00, lasts: 5 d, warm_up: 0 h, begin: described }
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              ward: { place: bed, clock: { spell: within 0 min }, time: 10 h, then: leave, starts_with: { stream: emergencies, in_place: 2 } }
            streams:
              emergencies: { to: ward, rate: 0 per d }
            measures:
              spells: { total: { visits: spell } }
            """);
        Assert.That(scene.Value("spells"), Is.EqualTo(2));
    }

    [Test]
    public void Who_is_there_at_the_start_is_in_the_stage_for_the_first_time()
    {
        var scene = Play("""
            run: { starts: Mon 00:00, lasts: 5 d, warm_up: 0 h, begin: described }
            pools: { bed: { kind: beds, capacity: 3 } }
            stages:
              ward: { place: bed, time: 10 h, then: [ { if: "visits(ward) < 2", to: ward }, { to: leave } ], starts_with: { stream: emergencies, in_place: 3 } }
            streams:
              emergencies: { to: ward, rate: 0 per d }
            """);
        Assert.That(scene.Steps("ward", TraceStep.Started), Has.Exactly(3).InRange(1, 10 * Hour), "each begins a second time, ten hours before the end");
        Assert.That(scene.Steps("ward", TraceStep.Left), Has.Exactly(3).InRange(10 * Hour, 20 * Hour));
    }
}
