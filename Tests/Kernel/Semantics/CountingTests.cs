using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>"Counting": what belongs to a measured period.</summary>
public sealed class CountingTests
{
    private static string OneHourFromOne(string measures, string streams, string stage = "time: 30 min") => $$"""
        run: { starts: Mon 00:00, lasts: 1 h, warm_up: 1 h, begin: empty }
        pools:
          bed:    { kind: beds, capacity: 2 }
          doctor: { kind: staff, capacity: 1 }
        stages:
          ward: { place: bed, clock: spell, {{stage}}, then: leave }
          see:  { staff: doctor, gives_up: [ { after: 40 min, to: lost } ], time: 50 min, then: leave }
        exits: [lost]
        measures:
          {{measures}}
        streams:
          {{Nobody("ward", "see")}}
          {{streams}}
        """;

    [Test]
    public void Periods_are_half_open_an_ending_at_the_start_counts_one_at_the_end_does_not()
    {
        var scene = Play(OneHourFromOne("left: { total: { exits: leave }, unit: patients }", $"""
            {Patient("before", "ward", "1799 s")}
              {Patient("start", "ward", "30 min")}
              {Patient("end", "ward", "90 min")}
            """));
        Assert.That(scene.Value("left"), Is.EqualTo(1));
    }

    [Test]
    public void Arrivals_and_entries_count_when_they_happen()
    {
        var scene = Play(OneHourFromOne("came: { total: { arrivals: [a, b, c, d] }, unit: patients }\n  entered: { total: { entries: ward }, unit: patients }", $"""
            {Patient("a", "ward", "3599 s")}
              {Patient("b", "ward", "1 h")}
              {Patient("c", "ward", "7199 s")}
              {Patient("d", "ward", "2 h")}
            """));
        Assert.That(scene.Value("came"), Is.EqualTo(2));
        Assert.That(scene.Value("entered"), Is.EqualTo(2));
    }

    [Test]
    public void A_wait_counts_at_the_start_of_the_work_with_its_whole_length()
    {
        // Zoe is seen from 20 to 70: Anna, who asked at 40, starts at 70: 30 minutes, all of them counted though 20 passed before the period.
        var scene = Play(OneHourFromOne("mean: { wait: see, mean: true, unit: min }", $"""
            {Patient("zoe", "see", "20 min")}
              {Patient("anna", "see", "40 min")}
            """));
        Assert.That(scene.Value("started", "see"), Is.EqualTo(1));
        Assert.That(scene.Value("mean"), Is.EqualTo(30));
    }

    [Test]
    public void A_service_counts_in_full_at_its_start_or_at_its_end_with_the_wait_before()
    {
        // Zoe is seen from 20 to 70, Anna from 70 on, after a wait from 40; the hour is that from 60 to 120.
        const string Measures = """
            served: { total: { service_time: see }, unit: min }
              ended: { total: { ended: see } }
              then: { wait: see, mean: true, when: ended }
              now: { wait: see, mean: true }
              there: { average: { present: see } }
            """;
        var scene = Play(OneHourFromOne(Measures, $"""
            {Patient("zoe", "see", "20 min")}
              {Patient("anna", "see", "40 min")}
            """));
        Assert.Multiple(() =>
        {
            Assert.That(scene.Value("served"), Is.EqualTo(50), "Anna's, of which nothing was left at 120");
            Assert.That(scene.Value("ended"), Is.EqualTo(1), "Zoe; Anna's ends with the period");
            Assert.That(scene.Value("then"), Is.Zero, "Zoe has not waited");
            Assert.That(scene.Value("now"), Is.EqualTo(30), "Anna has");
            Assert.That(scene.Value("there"), Is.EqualTo((10 + 60) / 60.0).Within(1e-12), "Zoe for 10 minutes, Anna all the time");
        });
    }

    [Test]
    public void Who_gives_up_is_in_the_stage_until_then()
    {
        // Zoe from 55 to 105; Anna waits from 58 and gives up at 98.
        var scene = Play(OneHourFromOne("there: { average: { present: see } }", $"""
            {Patient("zoe", "see", "55 min")}
              {Patient("anna", "see", "58 min")}
            """));
        Assert.That(scene.Value("there"), Is.EqualTo((45 + 38) / 60.0).Within(1e-12));
    }

    [Test]
    public void Those_who_gave_up_and_those_still_waiting_are_apart_from_the_waits()
    {
        // Zoe from 55 to 105; Anna waits from 58 and gives up at 98; Ben waits from 100, starts at 105; Cora waits from 110 to the end.
        var scene = Play(OneHourFromOne("mean: { wait: see, mean: true, unit: min }", $"""
            {Patient("zoe", "see", "55 min")}
              {Patient("anna", "see", "58 min")}
              {Patient("ben", "see", "100 min")}
              {Patient("cora", "see", "110 min")}
            """));
        Assert.That(scene.Value("started", "see"), Is.EqualTo(1));
        Assert.That(scene.Value("mean"), Is.EqualTo(5));
        Assert.That(scene.Value("gave_up", "see"), Is.EqualTo(1));
        Assert.That(scene.Value("still_waiting", "see"), Is.EqualTo(1));
        Assert.That(scene.Value("queue_length", "see"), Is.EqualTo((38 + 5 + 10) / 60.0).Within(1e-12), "an integral, clipped to the period");
    }

    [Test]
    public void Shares_of_waits_are_of_those_started_and_giving_up_is_counted_by_reason()
    {
        // Calls answered after 0, 5 and 10 minutes; two give up, one by each reason.
        var scene = Play($$"""
            pools: { handler: { kind: staff, capacity: 1 } }
            stages:
              call: { staff: handler, gives_up: [ { after: 11 min, to: abandoned }, { queue: 3, to: engaged } ], time: 10 min, then: leave }
            exits: [abandoned, engaged]
            measures:
              at_once:   { started: call, within: 0 min }
              in_five:   { started: call, within: 5 min }
              over_five: { started: call, over: 5 min }
              tired:     { total: { gave_up: call, reason: abandoned }, unit: calls }
              turned:    { total: { gave_up: call, reason: engaged }, unit: calls }
              offered:   { ratio: [ { gave_up: call }, { entries: call } ], unit: "%" }
            streams:
              {{Patient("a", "call", "0 min")}}
              {{Patient("b", "call", "5 min")}}
              {{Patient("c", "call", "10 min")}}
              {{Patient("d", "call", "11 min")}}
              {{Patient("e", "call", "15 min")}}
              {{Patient("f", "call", "16 min")}}
            """);
        Assert.That(scene.Started("b", "call"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Started("c", "call"), Is.EqualTo(20 * Minute));
        Assert.That(scene.Value("tired"), Is.EqualTo(2), "d at 22, e at 26");
        Assert.That(scene.Value("turned"), Is.EqualTo(1), "f finds c, d and e");
        Assert.That(scene.Value("at_once"), Is.EqualTo(100 / 3.0).Within(1e-9));
        Assert.That(scene.Value("in_five"), Is.EqualTo(200 / 3.0).Within(1e-9));
        Assert.That(scene.Value("over_five"), Is.EqualTo(100 / 3.0).Within(1e-9));
        Assert.That(scene.Value("offered"), Is.EqualTo(50).Within(1e-9));
    }

    [Test]
    public void Visits_count_when_the_clock_stops_with_their_whole_length()
    {
        var scene = Play(OneHourFromOne("stay: { clock: spell, mean: true, unit: min }\n  stays: { total: { visits: spell }, unit: visits }", $"""
            {Patient("anna", "ward", "10 min")}
              {Patient("ben", "ward", "70 min")}
            """, "time: 55 min"));
        Assert.That(scene.Value("stays"), Is.EqualTo(1), "Anna's ended in the period, Ben's not");
        Assert.That(scene.Value("stay"), Is.EqualTo(55));
    }

    [Test]
    public void State_is_an_integral_clipped_to_the_period()
    {
        // Anna is in from 50 to 80, Ben from 100 to 130: 20 and 20 minutes of the hour.
        var scene = Play(OneHourFromOne("mean: { average: { occupied: bed }, unit: beds }", $"""
            {Patient("anna", "ward", "50 min")}
              {Patient("ben", "ward", "100 min")}
            """));
        Assert.That(scene.Value("mean"), Is.EqualTo(40 / 60.0).Within(1e-12));
        Assert.That(scene.Value("utilisation", "bed"), Is.EqualTo(100 * 40 / 120.0).Within(1e-9));
    }

    [Test]
    public void The_census_of_midnight_belongs_to_the_day_just_ended()
    {
        // In bed from Monday 12:00 to Tuesday 12:00. A window of Monday alone has one census, at its end, and finds Anna.
        string Text(int days) => $$"""
            run: { starts: Mon 00:00, lasts: {{days}} d, warm_up: 0 h, begin: empty }
            pools: { bed: { kind: beds, capacity: 2 } }
            stages:
              ward: { place: bed, time: 1 d, then: leave }
            measures:
              found:    { total: { census_occupied: bed }, unit: beds }
              open_beds: { total: { census_open: bed }, unit: beds }
              counted:  { total: { censuses: true }, unit: censuses }
            streams:
              {{Patient("anna", "ward", "12 h")}}
              {{Patient("ben", "ward", "36 h")}}
            """;
        var monday = Play(Text(1));
        Assert.That(monday.Value("counted"), Is.EqualTo(1));
        Assert.That(monday.Value("found"), Is.EqualTo(1));
        Assert.That(monday.Value("open_beds"), Is.EqualTo(2));
        var both = Play(Text(2));
        Assert.That(both.Value("counted"), Is.EqualTo(2));
        Assert.That(both.Value("found"), Is.EqualTo(2));
    }

    [Test]
    public void The_census_at_the_midnight_at_which_the_period_starts_belongs_to_the_day_before()
    {
        // Measured from Tuesday 00:00 to Wednesday 00:00: one census, on Wednesday 00:00, when Anna has gone.
        var scene = Play($$"""
            run: { starts: Mon 00:00, lasts: 1 d, warm_up: 1 d, begin: empty }
            pools: { bed: { kind: beds, capacity: 2 } }
            stages:
              ward: { place: bed, time: 1 d, then: leave }
            measures:
              found:   { total: { census_occupied: bed }, unit: beds }
              counted: { total: { censuses: true }, unit: censuses }
            streams:
              {{Patient("anna", "ward", "12 h")}}
            """);
        Assert.That(scene.Value("counted"), Is.EqualTo(1));
        Assert.That(scene.Value("found"), Is.Zero);
    }

    [Test]
    public void The_census_of_midnight_sees_what_happened_in_that_second()
    {
        // Anna leaves at 24:00 and Ben comes at 24:00: the census is the last of the second.
        var scene = Play($$"""
            run: { starts: Mon 00:00, lasts: 1 d, warm_up: 0 h, begin: empty }
            pools:
              one: { kind: beds, capacity: 2 }
              two: { kind: beds, capacity: 2 }
            stages:
              ward:  { place: one, time: 12 h, then: leave }
              other: { place: two, time: 12 h, then: leave }
            measures:
              in_one: { total: { census_occupied: one }, unit: beds }
              in_two: { total: { census_occupied: two }, unit: beds }
            streams:
              {{Patient("anna", "ward", "12 h")}}
              {{Patient("ben", "other", "24 h")}}
            """);
        Assert.That(scene.Value("in_one"), Is.Zero);
        Assert.That(scene.Value("in_two"), Is.EqualTo(1));
    }

    [Test]
    public void The_census_of_the_first_of_a_month_belongs_to_the_month_before()
    {
        var scene = Play($$"""
            run: { starts: 2017-04-01, lasts: 60 d, warm_up: 0 d, begin: empty }
            pools: { bed: { kind: beds, capacity: 2 } }
            stages:
              ward: { place: bed, time: 24 h, then: leave }
            measures:
              found: { total: { census_occupied: bed }, unit: beds, monthly: true }
            streams:
              {{Patient("anna", "ward", "708 h")}}
            """);
        Assert.That(scene.Value("found", period: "2017-04"), Is.EqualTo(1), "in bed from 30 April 12:00 to 1 May 12:00");
        Assert.That(scene.Value("found", period: "2017-05"), Is.Zero);
    }

    [Test]
    public void What_happens_in_the_first_second_of_a_month_belongs_to_it()
    {
        var scene = Play($$"""
            run: { starts: 2017-04-01, lasts: 60 d, warm_up: 0 d, begin: empty }
            stages:
              ward: { time: 24 h, then: leave }
            measures:
              departures: { total: { exits: leave }, unit: patients, monthly: true }
            streams:
              {{Patient("anna", "ward", "695 h")}}
              {{Patient("ben", "ward", "696 h")}}
            """);
        Assert.That(scene.Value("departures", period: "2017-04"), Is.EqualTo(1), "30 April 23:00");
        Assert.That(scene.Value("departures", period: "2017-05"), Is.EqualTo(1), "1 May 00:00");
    }

    [Test]
    public void Stays_of_a_day_never_appear_at_midnight()
    {
        var scene = Play($$"""
            run: { starts: Mon 00:00, lasts: 2 d, warm_up: 0 h, begin: empty }
            pools: { bed: { kind: beds, capacity: 2 } }
            stages:
              ward: { place: bed, clock: spell, time: 10 h, then: leave }
            measures:
              found: { total: { census_occupied: bed }, unit: beds }
              at_noon: { total: { census_occupied: bed, at: "12:00" }, unit: beds }
              present: { total: { census_present: spell, at: "12:00" }, unit: patients }
            streams:
              {{Patient("anna", "ward", "9 h")}}
            """);
        Assert.That(scene.Value("found"), Is.Zero);
        Assert.That(scene.Value("at_noon"), Is.EqualTo(1));
        Assert.That(scene.Value("present"), Is.EqualTo(1));
    }

    [Test]
    public void Long_stays_are_counted_at_the_census_by_whole_days_since_the_clock_began()
    {
        // From Monday 12:00 to Wednesday of the week after, 12:00 (9 days): at the eighth midnight 7.5 days have passed, which is not over 7 whole days;
        // at the ninth 8.5 have.
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 2 } }
            stages:
              ward: { place: bed, clock: spell, time: 9 d, then: leave }
            measures:
              days:      { total: { census_present: spell }, unit: patients }
              long_days: { total: { census_present: spell, longer_than: 7 d }, unit: patients }
            streams:
              {{Patient("anna", "ward", "12 h")}}
            """);
        Assert.That(scene.Value("days"), Is.EqualTo(9));
        Assert.That(scene.Value("long_days"), Is.EqualTo(1));
    }
}
