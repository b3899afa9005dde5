using System.Globalization;
using System.Text.RegularExpressions;
using FlowSim.Cli.Running;

namespace FlowSim.Tests.Cli;

/// <summary>
/// What growth and shortage must be follows from the descriptions: what comes a day less what the pool can serve, and the units that the rest would keep
/// busy.
/// </summary>
public sealed class OverloadTests
{
    [Test]
    public void A_queue_that_grows_is_named_with_its_growth_and_the_beds_that_are_missing()
    {
        // 40 beds for 20 days each let 2 patients in a day; 5 come, so 3 a day remain, who would need 60 beds.
        var said = Overload("""
            dimensions: { locality: [fenland, ely] }
            pools: { community-bed: { each: locality, kind: beds, capacity: { table: beds } } }
            tables: { beds: { keys: [locality], rows: { fenland: 40, ely: 200 } } }
            streams: { patients: { each: locality, to: stay, rate: 5 per d } }
            stages: { stay: { each: locality, place: community-bed@locality, time: exponential mean 20 d, then: leave } }
            """);
        Assert.That(said, Does.Contain("scenario baseline, day ").And.Contain("replication 1, seed 20170401: overloaded: more than 5000 patients are present"));
        Assert.That(said, Does.Contain("let patients give up").And.Not.Contain("ely"));
        Check(said, @"queue for community-bed@fenland grows by ([\d.]+) a day: about (\d+) more beds needed", 3, 60);
    }

    [Test]
    public void Staff_are_missing_in_the_hours_in_which_they_work()
    {
        // Each of twenty begins ten times between eight and six on five days a week: they see 1000 patients, 1750 come: 750 a week remain, for whom 15
        // more are needed.
        var said = Overload("""
            calendars: { office: { open: Mon-Fri 08:00-18:00 } }
            pools: { doctor: { kind: staff, capacity: { calendar: office, inside: 20, outside: 0 } } }
            streams: { patients: { to: see, rate: 250 per d } }
            stages: { see: { staff: doctor, time: 61 min, then: leave } }
            """, limit: 20000);
        Check(said, @"queue for doctor grows by ([\d.]+) a day: about (\d+) more staff needed while it is open", 250 - (1000 / 7.0), 15);
    }

    [Test]
    public void An_amount_of_several_units_counts_as_many()
    {
        // 40 spaces, 4 for each patient for 2 days: 5 served a day, 8 come; the 3 a day more would need 24 spaces.
        var said = Overload("""
            pools: { space: { kind: spaces, capacity: 40 } }
            streams: { patients: { to: stay, rate: 8 per d } }
            stages: { stay: { place: 4 of space, time: exponential mean 2 d, then: leave } }
            """);
        Check(said, @"queue for space grows by ([\d.]+) a day: about (\d+) more spaces needed", 3, 24);
    }

    [Test]
    public void Slots_are_missing_at_each_renewal()
    {
        var said = Overload("""
            pools: { start: { kind: slots, capacity: 12 per day, renewed: daily 08:00 } }
            streams: { patients: { to: begin, rate: 20 per d } }
            stages: { begin: { staff: start, time: 1 h, then: leave } }
            """);
        Check(said, @"queue for start grows by ([\d.]+) a day: about (\d+) more slots needed at each renewal", 8, 8);
    }

    [Test]
    public void A_queue_that_a_later_pool_holds_up_names_the_pool_that_is_short()
    {
        // 60 community beds for 20 days let 3 in a day, so 6 leave the 100 acute beds; of the 10 that come a day 5 would need 100 community beds.
        // 40 acute beds would do, and 100 are there.
        var said = Overload("""
            pools: { acute-bed: { kind: beds, capacity: 100 }, community-bed: { kind: beds, capacity: 60 } }
            streams: { patients: { to: acute, rate: 10 per d } }
            stages:
              acute: { place: acute-bed, time: exponential mean 4 d, then: { community: 50 %, leave: rest } }
              community: { place: community-bed, time: exponential mean 20 d, then: leave }
            """, limit: 20000);
        Check(said,
            @"queue for acute-bed grows by ([\d.]+) a day: \d+ % of the beds in use of acute-bed are held by patients who wait, most for community-bed, about (\d+) more beds needed there", 4, 40);
    }

    [Test]
    public void A_place_held_while_waiting_for_staff_is_held_up_by_the_staff()
    {
        // One doctor sees 24 a day, 48 come.
        var said = Overload("""
            pools: { cubicle: { kind: spaces, capacity: 10 }, doctor: { kind: staff, capacity: 1 } }
            streams: { patients: { to: see, rate: 48 per d } }
            stages: { see: { place: cubicle, staff: doctor, time: exponential mean 1 h, then: leave } }
            """);
        Check(said,
            @"queue for cubicle grows by ([\d.]+) a day: \d+ % of the spaces in use of cubicle are held by patients who wait, most for doctor, about (\d+) more member of staff needed there", 24, 1);
    }

    [Test]
    public void Of_two_pools_given_together_the_short_one_is_named()
    {
        var said = Overload("""
            pools: { doctor: { kind: staff, capacity: 20 }, nurse: { kind: staff, capacity: 4 } }
            streams: { patients: { to: see, rate: 192 per d } }
            stages: { see: { staff: doctor + nurse, time: exponential mean 1 h, then: leave } }
            """);
        Check(said, @"queue for nurse grows by ([\d.]+) a day: about (\d+) more staff needed", 96, 4);
        Assert.That(said, Does.Not.Contain("doctor"));
    }

    [Test]
    public void Who_waits_for_alternatives_is_counted_once()
    {
        // 20 and 10 beds for 5 days serve 6 a day, 9 come.
        var said = Overload("""
            pools: { medical-bed: { kind: beds, capacity: 20 }, surgical-bed: { kind: beds, capacity: 10 } }
            streams: { patients: { to: stay, rate: 9 per d } }
            stages: { stay: { place: [ medical-bed, "surgical-bed after 2 h" ], time: exponential mean 5 d, then: leave } }
            """);
        Check(said, @"queue for medical-bed grows by ([\d.]+) a day: about (\d+) more beds needed", 3, 15);
        Assert.That(said, Does.Not.Contain("surgical-bed"));
    }

    [Test]
    public void Several_queues_are_named_the_worst_first_and_no_more_than_three()
    {
        var said = Overload("""
            pools: { a: { kind: beds, capacity: 10 }, b: { kind: beds, capacity: 10 }, c: { kind: beds, capacity: 10 }, d: { kind: beds, capacity: 10 } }
            streams: { a: { to: a, rate: 15 per d }, b: { to: b, rate: 35 per d }, c: { to: c, rate: 25 per d }, d: { to: d, rate: 20 per d } }
            stages:
              a: { place: a, time: exponential mean 1 d, then: leave }
              b: { place: b, time: exponential mean 1 d, then: leave }
              c: { place: c, time: exponential mean 1 d, then: leave }
              d: { place: d, time: exponential mean 1 d, then: leave }
            """);
        Assert.That(Regex.Matches(said, "queue for (.)").Select(match => match.Groups[1].Value), Is.EqualTo(new[] { "b", "c", "d" }));
        Assert.That(said, Does.Contain("and 1 more"));
    }

    [Test]
    public void Patients_who_gather_where_nobody_waits_are_named_by_their_stage()
    {
        var said = Overload("""
            pools: { doctor: { kind: staff, capacity: 4 } }
            streams: { patients: { to: see, rate: 25 per d } }
            stages:
              see: { staff: doctor, time: exponential mean 1 h, then: at-home }
              at-home: { place: none, time: exponential mean 30 d, then: { remote: 50 %, at-home: rest } }
              remote: { place: none, time: exponential mean 15 d, then: at-home }
            """);
        Assert.That(said, Does.Contain("patients gather in at-home, where nobody waits").And.Contain("gather in remote").And.Not.Contain("queue for doctor"));
        Check(said, @"gather in at-home, where nobody waits: ([\d.]+) more a day begin it than end it \((\d+) are in it\)", 20, 4000);
        Assert.That(said, Does.Contain("where they lead"));
    }

    [Test]
    public void A_pool_that_never_opens_is_said_to_be_shut_and_not_short()
    {
        var said = Overload("""
            calendars: { never: { dates: [] } }
            pools: { bed: { kind: beds, capacity: unlimited, takes: never } }
            streams: { patients: { to: stay, rate: 100 per d } }
            stages: { stay: { place: bed, time: 1 d, then: leave } }
            """.Replace("{ dates: [] }", "{ from: 2050-01-01, to: 2050-01-02 }"));
        Assert.That(said, Does.Match(@"queue for bed grows by \d+(\.\d)? a day: bed is unlimited, but takes nobody outside its hours \(5000 wait\)"));
    }

    [Test]
    public void Where_nobody_has_been_served_the_shortage_is_not_guessed()
    {
        var said = Overload("""
            pools: { bed: { kind: beds, capacity: 10 } }
            streams: { patients: { to: stay, rate: 4000 per d } }
            stages: { stay: { place: bed, time: 20 d, then: leave } }
            """);
        Assert.That(said, Does.Contain("queue for bed grows by").And.Contain("how many more beds are needed cannot be told, since none has come free yet"));
    }

    [Test]
    public void A_recent_overload_is_measured_by_its_recent_past()
    {
        // For years 50 a day for 100 beds of a day each; then 40 of the beds go, and 60 serve 60 of 90.
        var said = Overload("""
            calendars: { late: { from: 2014-01-01, to: 2030-01-01 } }
            pools: { bed: { kind: beds, capacity: { calendar: late, inside: 60, outside: 100 } } }
            streams: { patients: { to: stay, rate: 90 per d } }
            stages: { stay: { place: bed, time: exponential mean 1 d, then: leave } }
            """, "starts: 2010-04-01");
        Check(said, @"queue for bed grows by ([\d.]+) a day: about (\d+) more beds needed", 30, 30);
    }

    private static string Overload(string parts, string starts = "starts: Mon 00:00", int limit = 5000)
    {
        using var system =
            new FlowFile($"system: overloaded\nrun: {{ {starts}, lasts: 7000 d, begin: empty, replications: 1, patient_limit: {limit} }}\n{parts}\n");
        var typed = system.Run();
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.CannotGoOn), typed.Error);
        return typed.Error;
    }

    /// <summary>Within a sixth of what it must be: the message says "about".</summary>
    private static void Check(string said, string pattern, double perDay, double missing)
    {
        var found = Regex.Match(said, pattern);
        Assert.That(found.Success, said);
        Assert.That(double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture), Is.EqualTo(perDay).Within(perDay / 6), said);
        Assert.That(double.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture), Is.EqualTo(missing).Within(Math.Max(0.5, missing / 6)), said);
    }
}
