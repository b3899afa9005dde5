using System.Globalization;
using FlowSim.Cli.Running;

namespace FlowSim.Tests.Cli;

/// <summary>Two doctors who need an hour for a patient can see 48 a day.</summary>
public sealed class OverloadWarningTests
{
    private SmallSystem system = null!;

    [SetUp]
    public void MakeSystem() => system = new SmallSystem();

    [TearDown]
    public void RemoveSystem() => system.Dispose();

    [Test]
    public void A_pool_with_more_demand_than_capacity_is_named_although_the_run_ends_before_the_patient_limit()
    {
        system.Change("40 per d", "60 per d");
        var typed = Run();
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Done), typed.Error);
        Assert.That(typed.Error, Does.Contain("warning: baseline: doctor: in use up to 100.0 % of the time").And.Contain("at consult never give up"));
    }

    [Test]
    public void A_list_that_grows_is_said_to_with_how_much_and_what_it_would_take()
    {
        // 96 come, 48 are served: 48 a day more, for which as much again is needed.
        system.Change("40 per d", "96 per d");
        var found = System.Text.RegularExpressions.Regex.Match(Run().Error, @"the list grows by about ([\d.]+) a day: about (\d+) % more capacity is needed");
        Assert.That(double.Parse(found.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(48).Within(5));
        Assert.That(int.Parse(found.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture), Is.EqualTo(100).Within(12));
    }

    [Test]
    public void A_list_that_a_later_pool_holds_up_names_that_one()
    {
        using var chain = new FlowFile("""
            system: chain
            run: { starts: Mon 00:00, lasts: 400 d, warm_up: 200 d, begin: empty, replications: 2 }
            pools: { acute-bed: { kind: beds, capacity: 100 }, community-bed: { kind: beds, capacity: 60 } }
            streams: { patients: { to: acute, rate: 10 per d } }
            stages:
              acute: { place: acute-bed, time: exponential mean 4 d, then: { fit: 50 %, leave: rest } }
              fit: { place: keep, time: 1 h, then: community }
              community: { place: community-bed, time: exponential mean 20 d, then: leave }
            """);
        var typed = TypedCommand.Run("run", "baseline", "--system", chain.Path, "--out", chain.Results, "--all");
        Assert.That(typed.Error,
            Does.Match(
                @"acute bed: in use .* the list grows by about (3\.\d|4(\.\d)?) a day, and who has a place waits for community bed next, which is full too"));
        Assert.That(typed.Error.Split('\n').Single(line => line.Contains("wait for it at community", StringComparison.Ordinal)), Does.Not.Contain("grows by"),
            "it is as long as the acute beds let it be");
    }

    [Test]
    public void A_run_within_one_year_of_the_calendar_is_no_exception()
    {
        system.Change("40 per d", "60 per d");
        system.Change("starts: Mon 00:00", "starts: 2017-06-01");
        Assert.That(Run().Error, Does.Contain("warning: baseline: doctor: in use up to"));
    }

    [Test]
    public void Only_the_scenarios_that_are_short_are_named()
    {
        system.Change("40 per d", "60 per d");
        var typed = TypedCommand.Run("compare", "--all", "--system", system.Path, "--out", system.Results, "--replications", "2");
        Assert.That(typed.Error, Does.Contain("warning: baseline: doctor"), "three doctors can see 72 a day");
    }

    [Test]
    public void A_list_that_is_long_in_several_scenarios_is_named_once()
    {
        system.Change("40 per d", "90 per d");
        var typed = TypedCommand.Run("compare", "--all", "--system", system.Path, "--out", system.Results, "--replications", "2");
        Assert.That(typed.Error.Split('\n').Single(line => line.Contains("never give up", StringComparison.Ordinal)),
            Does.StartWith("warning: baseline, third-doctor: doctor: in use"));
    }

    [Test]
    public void Enough_capacity_is_no_reason_to_warn() => Assert.That(Run().Error, Does.Not.Contain("warning"));

    [Test]
    public void An_overload_is_told_where_patients_can_give_up()
    {
        // 60 come, 48 are served: 12 a day give up, and 5/4 of two doctors are asked for.
        system.Change("rate: 40 per d }\nstages:\n  consult: { staff: doctor,",
            "rate: 60 per d }\nstages:\n  consult: { staff: doctor, gives_up: [ { after: 1 d, to: leave } ],");
        var error = Run().Error;
        Assert.That(error, Does.Not.Contain("never give up"));
        Assert.That(error,
            Does.Match(
                @"warning: baseline: about 1[23]\d % of what is open of doctor is asked for at consult: 4\d(\.\d)? a day are served, 1\d(\.\d+)? a day give up, .* wait at the end; about 1 more member of staff of 2 needed"));
    }

    [Test]
    public void Patients_who_give_up_although_there_is_enough_are_no_overload()
    {
        system.Change("rate: 40 per d }\nstages:\n  consult: { staff: doctor,",
            "rate: 40 per d }\nstages:\n  consult: { staff: doctor, gives_up: [ { after: 1 h, to: leave } ],");
        Assert.That(Run().Error, Does.Not.Contain("warning").And.Contain("fullest pools: doctor").And.Contain("enough on average"));
    }

    [TestCase(5, TestName = "An_overload_is_told_in_a_run_of_a_day")]
    [TestCase(7)]
    public void An_overload_is_told_in_a_short_run(int replications)
    {
        // 44.34 calls an hour of 646 s are 7.96 erlangs; six handlers take 33.44 an hour, so some 262 wait after a day and two are missing.
        using var calls = new FlowFile("""
            system: overload
            run: { starts: Mon 00:00, lasts: 1 d, warm_up: 0 d, begin: empty, replications: 40 }
            pools: { handler: { kind: staff, capacity: 6 } }
            streams: { calls: { to: call, rate: 44.34 per h } }
            stages: { call: { staff: handler, time: 646 s, then: leave } }
            """);
        var error = TypedCommand.Run("run", "baseline", "--system", calls.Path, "--out", calls.Results, "--all", "--replications", $"{replications}").Error;
        Assert.That(error,
            Does.Match(
                @"warning: baseline: about 13\d % of what is open of handler is asked for at call: \d+(\.\d)? a day are served, 2\d\d(\.\d)? wait at the end; about 2 more staff of 6 needed"));
        Assert.That(error, Does.Match(@"fullest pools: handler 9\d(\.\d)? % in use, 1\d\d(\.\d)? wait at call, about 2 more staff of 6 needed"));
    }

    [Test]
    public void A_list_that_falls_from_a_rush_is_an_overload_if_the_rush_came_within_the_run()
    {
        // 2,000 patients of 1 min at 08:00 on the first of two days: two chairs have 4 hours of each day, 960 min in all.
        using var rush = new FlowFile("""
            system: rush
            run: { starts: Mon 00:00, lasts: 2 d, warm_up: 0 d, begin: empty, replications: 2 }
            pools: { chair: { kind: spaces, capacity: { calendar: "daily 08:00-12:00", inside: 2, outside: 0 } } }
            streams: { rush: { to: jab, schedule: { at: Mon 08:00, count: 2000 } } }
            stages: { jab: { place: chair, time: 1 min, then: leave } }
            """);
        var error = TypedCommand.Run("run", "baseline", "--system", rush.Path, "--out", rush.Results, "--all", "--replications", "2").Error;
        Assert.That(error,
            Does.Contain(
                "warning: baseline: about 208 % of what is open of chair is asked for at jab: 480 a day are served, 1040 wait at the end; about 2 more spaces of 2 needed").Or.Contain("jab never give up: 1040.0 wait at the end"), error);
        Assert.That(error, Does.Contain("about 2 more spaces of 2 needed").And.Not.Contain("enough on average"));
    }

    [Test]
    public void After_every_run_one_line_names_the_fullest_pools_and_who_waits_for_them() =>
        Assert.That(Run().Error.Split('\n').Count(line => line.StartsWith("fullest pools: doctor ", StringComparison.Ordinal)), Is.EqualTo(1));

    [Test]
    public void What_is_said_after_a_run_is_in_its_manifest_and_in_its_report()
    {
        system.Change("40 per d", "60 per d");
        var error = Run().Error;
        var page = File.ReadAllText(Path.Combine(system.Results, "report.html"));
        using var manifest = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(system.Results, "manifest.json")));
        string[] notes = [.. manifest.RootElement.GetProperty("notes").EnumerateArray().Select(note => note.GetString() ?? "")];
        Assert.That(notes, Has.Length.EqualTo(2));
        Assert.That(Array.TrueForAll(notes, note => error.Contains(note, StringComparison.Ordinal)), error);
        Assert.That(page, Does.Contain("<strong>Warning:</strong> baseline: doctor: in use up to").And.Contain("Fullest pools: doctor"));
    }

    [Test]
    public void Quiet_leaves_the_warning_out()
    {
        system.Change("40 per d", "60 per d");
        Assert.That(Run("--quiet").Error, Is.Empty);
    }

    private TypedCommand Run(params string[] more) =>
        TypedCommand.Run(["run", "baseline", "--system", system.Path, "--force", "--out", system.Results, "--all", "--replications", "2", .. more]);
}
