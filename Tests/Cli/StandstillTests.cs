using FlowSim.Cli.Running;

namespace FlowSim.Tests.Cli;

/// <summary>Runs that cannot go on because nobody moves, or because somebody moves without end.</summary>
public sealed class StandstillTests
{
    /// <summary>Who is in a waits for b and c together, who is in b for a and c together: bundles are not exchanged.</summary>
    private const string Bundles = """
        pools: { a: { kind: beds, capacity: 1 }, b: { kind: beds, capacity: 1 }, c: { kind: spaces, capacity: 5 } }
        streams:
          from-a: { to: in-a, schedule: { every: 300 d, first: 1 d } }
          from-b: { to: in-b, schedule: { every: 300 d, first: 2 d } }
        stages:
          in-a: { place: a, time: 30 h, then: both-b }
          in-b: { place: b, time: 10 h, then: both-a }
          both-b: { place: b + c, time: 1 d, then: leave }
          both-a: { place: a + c, time: 1 d, then: leave }
        """;

    [Test]
    public void A_deadlock_is_named_with_its_pools_stages_patients_and_when_it_closed()
    {
        var said = Standstill(Bundles);
        Assert.That(said,
            Does.Contain(
                "scenario baseline, 2016-04-03 10:00:00 (second 208800), replication 1, seed 20170401: patients in a, b wait for each other's places for ever"));
        Assert.That(said, Does.Match(@"patient \d+ of from-a holds a and waits at both-b for b \+ c, since 2016-04-03 06:00:00\n"));
        Assert.That(said, Does.Match(@"patient \d+ of from-b holds b and waits at both-a for a \+ c, since 2016-04-03 10:00:00\n"));
        Assert.That(said, Does.Contain("gives_up").And.Contain("+"));
    }

    [Test]
    public void A_deadlock_of_many_names_a_few_and_counts_the_others()
    {
        var said = Standstill(Bundles.Replace("capacity: 1 }", "capacity: 8 }").Replace("schedule: { every: 300 d,", "schedule: { every: 1 min, until: 3 d,"));
        Assert.That(said.Split('\n').Count(line => line.Contains(" holds ", StringComparison.Ordinal)), Is.EqualTo(6));
        Assert.That(said, Does.Contain("and 10 more"));
    }

    [TestCase("a: { kind: beds, capacity: 1 }", "a: { kind: beds, capacity: { calendar: later, inside: 2, outside: 1 } }",
        TestName = "A_deadlock_that_a_roster_undoes_later_does_not_stop_the_run")]
    [TestCase("a: { kind: beds, capacity: 1 }",
        "a: { kind: beds, capacity: 1, surge: { adds: 1, opens: waiting(a) >= 1, closes: waiting(a) < 1, checked: daily 12:00 } }",
        TestName = "A_deadlock_that_a_surge_may_undo_does_not_stop_the_run")]
    [TestCase("time: 1 d, then: leave }\n  both-a", "gives_up: [ { after: 5 d, to: leave } ], time: 1 d, then: leave }\n  both-a",
        TestName = "A_deadlock_that_somebody_will_leave_does_not_stop_the_run")]
    public void A_deadlock_that_comes_undone(string from, string to)
    {
        using var system = System(Bundles.Replace(from, to) + "\ncalendars: { later: { from: 2016-05-01, to: 2016-06-01 } }\n");
        var typed = system.Run();
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var flows = File.ReadAllText(Path.Combine(system.Results, "flows.csv"));
        Assert.That(flows, Does.Contain("both-a,leave").And.Contain("both-b,leave"), "both have left");
    }

    [Test]
    public void Moves_without_end_in_one_instant_name_the_loop_and_the_patient()
    {
        using var system = System("""
            attributes: { pause: duration }
            stages:
              one: { time: pause, then: two }
              two: { time: pause, then: three }
              three: { time: pause, then: two }
            streams:
              anna: { to: one, observed: { file: tables/anna.csv } }
              nobody: { to: one, rate: 0 per d, attributes: { pause: 5 min } }
            """);
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(system.Path)!, "tables"));
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(system.Path)!, "tables", "anna.csv"), "time,pause\n5 min,0 min\n");
        File.Move(system.Path, Path.Combine(Path.GetDirectoryName(system.Path)!, "system.yaml"));
        var typed = TypedCommand.Run("run", "baseline", "--system", Path.GetDirectoryName(system.Path)!, "--out", system.Results);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.CannotGoOn), typed.Error);
        Assert.That(typed.Error,
            Does.Contain(
                "scenario baseline, 2016-04-01 00:05:00 (second 300), replication 1, seed 20170401: more than 1000 moves of one patient in one second"));
        Assert.That(typed.Error, Does.Match("the loop (two → three → two|three → two → three) turns without time passing").And.Contain("of anna"));
    }

    private static string Standstill(string parts)
    {
        using var system = System(parts);
        var typed = system.Run();
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.CannotGoOn), typed.Error);
        Assert.That(system.Results, Does.Not.Exist);
        return typed.Error;
    }

    private static FlowFile System(string parts) => new($"system: still\nrun: {{ starts: 2016-04-01, lasts: 90 d, begin: empty, replications: 1 }}\n{parts}\n");
}
