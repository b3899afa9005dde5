using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>"Draws": what changes somebody's random numbers, and what does not.</summary>
public sealed class DrawTests
{
    private const string Lognormal = "lognormal mean 3 d sd 4 d";

    /// <summary>A hundred patients, one an hour.</summary>
    private const string Hundred = "all: { to: FIRST, schedule: { every: 1 h, first: 1 h, until: 100 h } }";

    private static string Streams(string first) => Hundred.Replace("FIRST", first, StringComparison.Ordinal);

    private static int[] Stays(Scene scene, string stage, int patients = 99, int visit = 1) =>
        [.. Enumerable.Range(1, patients).Select(number => Stay(scene, $"all/{number}", stage, visit))];

    /// <summary>From the start of the stage to whatever comes next [s].</summary>
    private static int Stay(Scene scene, string patient, string stage, int visit)
    {
        var start = scene.Started(patient, stage, visit);
        var end = scene.After(patient, stage, visit);
        return end - start;
    }

    private const string Long = "run: { starts: Mon 00:00, lasts: 400 d, warm_up: 0 h, begin: empty }\n";

    [Test]
    public void Sent_to_another_site_a_patient_takes_the_same_random_numbers_along()
    {
        string Text(string site) => $$"""
            {{Long}}
            dimensions: { site: [north, south] }
            pools: { bed: { each: site, kind: beds, capacity: unlimited } }
            stages:
              desk: { sets: { site: {{site}} }, time: 1 min, then: ward }
              ward: { each: site, place: bed@site, time: {{Lognormal}}, then: leave }
            streams:
              {{Streams("desk")}}
            """;
        var north = Stays(Play(Text("north")), "ward@north");
        var south = Stays(Play(Text("south")), "ward@south");
        Assert.That(north, Is.EqualTo(south));
        Assert.That(north.Distinct().Count(), Is.GreaterThan(90), "each patient has random numbers of his or her own");
    }

    [Test]
    public void A_stage_that_is_added_shifts_nobodys_random_numbers()
    {
        var without = Play($$"""
            {{Long}}
            stages:
              ward: { time: {{Lognormal}}, then: leave }
            streams:
              {{Streams("ward")}}
            """);
        var with = Play($$"""
            {{Long}}
            stages:
              triage: { time: exponential mean 2 h, then: ward }
              ward:   { time: {{Lognormal}}, then: home }
              home:   { time: {{Lognormal}}, then: leave }
            streams:
              {{Streams("triage")}}
            """);
        Assert.That(Stays(with, "ward"), Is.EqualTo(Stays(without, "ward")));
        Assert.That(Stays(with, "home"), Is.Not.EqualTo(Stays(with, "ward")), "each stage has random numbers of its own");
    }

    [Test]
    public void A_stream_that_is_added_shifts_nobodys_random_numbers()
    {
        string Text(string more) => $$"""
            {{Long}}
            stages:
              ward: { time: {{Lognormal}}, then: leave }
            streams:
              {{more}}
              {{Streams("ward")}}
            """;
        var alone = Stays(Play(Text("")), "ward");
        Assert.That(Stays(Play(Text("others: { to: ward, rate: 10 per d }")), "ward"), Is.EqualTo(alone));
    }

    [Test]
    public void Key_keeps_the_random_numbers_of_a_renamed_stage()
    {
        string Text(string name, string key) => $$"""
            {{Long}}
            stages:
              {{name}}: { {{key}}time: {{Lognormal}}, then: leave }
            streams:
              {{Streams(name)}}
            """;
        var ward = Stays(Play(Text("ward", "")), "ward");
        var keyed = Stays(Play(Text("unit", "key: ward, ")), "unit");
        var renamed = Stays(Play(Text("unit", "")), "unit");
        Assert.That(keyed, Is.EqualTo(ward));
        Assert.That(renamed, Is.Not.EqualTo(ward));
    }

    [Test]
    public void Beds_more_change_nobodys_treatment_time()
    {
        string Text(int beds) => $$"""
            {{Long}}
            pools: { bed: { kind: beds, capacity: {{beds}} } }
            stages:
              ward: { place: bed, time: {{Lognormal}}, then: leave }
            streams:
              {{Streams("ward")}}
            """;
        var few = Play(Text(10));
        var many = Play(Text(20));
        Assert.That(Stays(many, "ward"), Is.EqualTo(Stays(few, "ward")));
        Assert.That(many.Value("wait_mean", "ward"), Is.LessThan(few.Value("wait_mean", "ward")));
    }

    [Test]
    public void Every_visit_of_a_stage_has_random_numbers_of_its_own()
    {
        var scene = Play($$"""
            {{Long}}
            stages:
              ward: { time: {{Lognormal}}, then: home }
              home: { time: 1 d, then: [ { if: "visits(ward) < 2", to: ward }, { to: leave } ] }
            streams:
              {{Streams("ward")}}
            """);
        var first = Stays(scene, "ward");
        var second = Stays(scene, "ward", visit: 2);
        Assert.That(first.Zip(second).Count(pair => pair.First == pair.Second), Is.LessThan(3));
    }

    [Test]
    public void Another_length_of_stay_sends_nobody_another_way()
    {
        string Text(string time) => $$"""
            {{Long}}
            stages:
              ward: { time: {{time}}, then: { home: 60 %, care: 30 %, died: rest } }
            exits: [home, care, died]
            streams:
              {{Streams("ward")}}
            """;
        Assert.That(Exits(Play(Text("exponential mean 1 d"))), Is.EqualTo(Exits(Play(Text(Lognormal)))));
    }

    [Test]
    public void A_share_that_grows_moves_some_patients_and_no_others()
    {
        string Text(int home) => $$"""
            {{Long}}
            stages:
              ward: { time: 1 d, then: { home: {{home}} %, care: rest } }
            exits: [home, care]
            streams:
              {{Streams("ward")}}
            """;
        var some = Exits(Play(Text(40)));
        var more = Exits(Play(Text(60)));
        Assert.That(some.Zip(more).Count(pair => pair is { First: "home", Second: "care" }), Is.Zero);
        Assert.That(some.Zip(more).Count(pair => pair is { First: "care", Second: "home" }), Is.InRange(8, 32), "20 of 99, four standard errors wide");
    }

    [Test]
    public void A_diversion_is_judged_before_then_each_by_its_own_random_number()
    {
        string Text(string divert) => $$"""
            {{Long}}
            stages:
              ward: { time: 1 d, {{divert}}then: { home: 40 %, care: rest } }
            exits: [home, care, away, aside]
            streams:
              {{Streams("ward")}}
            """;
        var plain = Exits(Play(Text("")));
        var none = Exits(Play(Text("divert: { a: { share: 0 %, to: away } }, ")));
        var some = Exits(Play(Text("divert: { a: { share: 20 %, to: away } }, ")));
        var more = Exits(Play(Text("divert: { a: { share: 30 %, to: away } }, ")));
        var both = Exits(Play(Text("divert: { a: { share: 20 %, to: away }, b: { share: 20 %, to: aside } }, ")));
        var all = Exits(Play(Text("divert: { a: { share: 100 %, to: away }, b: { share: 100 %, to: aside } }, ")));
        Assert.That(none, Is.EqualTo(plain));
        Assert.That(some.Zip(plain).Where(pair => pair.First != "away").All(pair => pair.First == pair.Second), Is.True, "those not diverted go their way");
        Assert.That(some.Count(exit => exit == "away"), Is.InRange(6, 36));
        Assert.That(some.Zip(more).Where(pair => pair.First == "away").All(pair => pair.Second == "away"), Is.True);
        Assert.That(both.Zip(some).All(pair => (pair.First == "away") == (pair.Second == "away")), Is.True, "in written order");
        Assert.That(both.Count(exit => exit == "aside"), Is.InRange(3, 32));
        Assert.That(all, Is.All.EqualTo("away"));
    }

    [Test]
    public void A_diversion_may_have_a_condition()
    {
        var scene = Play($$"""
            attributes: { age: [young, old] }
            stages:
              ward: { time: 1 d, divert: { a: { share: 100 %, if: "age = old", to: away } }, then: leave }
            exits: [away]
            streams:
              {{Patient("anna", "ward", attributes: "age: old")}}
              {{Patient("ben", "ward", attributes: "age: young")}}
            """);
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("away"));
        Assert.That(scene.ExitOf("ben"), Is.EqualTo("leave"));
    }

    [Test]
    public void Patience_of_a_clock_is_drawn_once_for_the_clock_not_per_stage()
    {
        // Blocked at the first or at the second stage of the clock: everybody goes at the same moment after the arrival.
        string Text(int first, int second) => $$"""
            {{Long}}
            pools:
              nurse:  { kind: staff, capacity: {{first}} }
              doctor: { kind: staff, capacity: {{second}} }
            stages:
              nobody: { staff: nurse + doctor, time: 399 d, then: leave }
              triage: { clock: ed, staff: nurse, gives_up: [ { after: lognormal mean 2 h sd 1 h of ed, to: unseen } ], time: 1 min, then: see }
              see:    { clock: ed, staff: doctor, gives_up: [ { after: lognormal mean 2 h sd 1 h of ed, to: unseen } ], time: 1 min, then: leave }
            exits: [unseen]
            streams:
              {{Patient("block", "nobody")}}
              {{Streams("triage")}}
            """;
        var early = Play(Text(1, 1));
        var late = Play(Text(200, 1));
        var left = Enumerable.Range(1, 99).Select(number => early.Left($"all/{number}")).ToArray();
        Assert.That(Enumerable.Range(1, 99).Select(number => late.Left($"all/{number}")), Is.EqualTo(left));
        Assert.That(Enumerable.Range(1, 99).Select(number => late.GaveUp($"all/{number}", "see")), Is.All.GreaterThan(0));
        Assert.That(left.Select((time, index) => time - ((index + 1) * Hour)).Distinct().Count(), Is.GreaterThan(90));
    }

    [Test]
    public void Less_demand_thins_the_same_patients_and_leaves_them_their_random_numbers()
    {
        string Text(string rate) => $$"""
            run: { starts: Mon 00:00, lasts: 60 d, warm_up: 0 h, begin: empty }
            stages:
              ward: { time: {{Lognormal}}, then: leave }
            streams:
              all: { to: ward, rate: {{rate}} }
            """;
        var many = Play(Text("30 per d")).Arrivals("all", "ward");
        var few = Play(Text("10 per d")).Arrivals("all", "ward");
        Assert.That(many, Has.Count.InRange(1630, 1970));
        Assert.That(few, Has.Count.InRange(500, 700));
        Assert.That(few, Is.SubsetOf(many), "the same hour of arrival and the same end of the stay");
    }

    [Test]
    public void Another_seed_or_replication_has_other_random_numbers_and_the_same_has_the_same()
    {
        var model = Compile($$"""
            {{Long}}
            stages:
              ward: { time: {{Lognormal}}, then: leave }
            streams:
              {{Streams("ward")}}
            """);
        var first = Stays(Play(model), "ward");
        Assert.That(Stays(Play(model), "ward"), Is.EqualTo(first));
        Assert.That(Stays(Play(model, seed: 2), "ward"), Is.Not.EqualTo(first));
        Assert.That(Stays(Play(model, replication: 2), "ward"), Is.Not.EqualTo(first));
    }

    /// <summary>The draw of the first stage is made on arrival; whoever does not need it there does not take it elsewhere.</summary>
    [Test]
    public void Who_draws_nothing_in_the_first_stage_draws_in_the_next_what_all_draw_there()
    {
        string Text(string desk) => $$"""
            run: { starts: Mon 00:00, lasts: 20 d, warm_up: 0 h, begin: empty }
            attributes: { age: [young, old] }
            tables: { lengths: { keys: [age], rows: { young: 1 min, old: exponential mean 1 h } } }
            stages:
              desk: { time: {{desk}}, then: ward }
              ward: { time: {{Lognormal}}, then: leave }
            streams:
              all: { to: desk, rate: 5 per d, attributes: { age: young } }
            """;
        var plain = Play(Text("1 min")).Arrivals("all", "ward");
        Assert.That(plain, Has.Count.GreaterThan(50));
        Assert.That(Play(Text("{ table: lengths }").Replace("age: young }", "age: { young: 99.9999999 %, old: rest } }", StringComparison.Ordinal))
            .Arrivals("all", "ward"), Is.EqualTo(plain));
    }

    [Test]
    public void Who_draws_nothing_on_the_first_visit_draws_on_the_second_what_belongs_to_the_second()
    {
        string Text(string first, string stream) => $$"""
            run: { starts: Mon 00:00, lasts: 400 d, warm_up: 0 h, begin: empty }
            tables: { lengths: { keys: [visit], rows: { "1": {{first}}, "*": {{Lognormal}} } } }
            stages:
              ward: { time: { table: lengths }, then: [ { if: visits(ward) < 2, to: home }, { to: leave } ] }
              home: { time: 1 d, then: ward }
            streams:
              {{stream}}
            """;
        const string Stream = "all: { to: ward, rate: 1 per d }";
        var second = Play(Text("1 min", Stream)).Arrivals("all", "ward");
        var both = Play(Text("exponential mean 1 min", Stream)).Arrivals("all", "ward");
        Assert.That(second, Has.Count.GreaterThan(600));
        Assert.That(Seconds(second), Is.EqualTo(Seconds(both)), "whatever the first visit takes");

        static IEnumerable<int> Seconds(IEnumerable<(long Number, int Entered, int Left)> visits) => visits
            .GroupBy(visit => visit.Number).Where(patient => patient.Count() == 2 && patient.Last().Left != Never)
            .Select(patient => patient.Last().Left - patient.Last().Entered).Take(250);
    }

    private static string[] Exits(Scene scene) => [.. Enumerable.Range(1, 99).Select(number => scene.ExitOf($"all/{number}"))];
}
