using System.Diagnostics;
using FlowSim.Cli.Running;

namespace FlowSim.Tests.Cli;

public sealed class LongListTests
{
    private const string Pair = """
        pools: { doctor: { kind: staff, capacity: 10 }, nurse: { kind: staff, capacity: 2 } }
        streams: { patients: { to: see, rate: 400 per d } }
        stages: { see: { staff: doctor + nurse, time: exponential mean 1 h, then: leave } }
        """;

    [Test]
    public void An_overload_of_two_pools_given_together_comes_to_its_limit_in_time_that_grows_with_the_patients_alone()
    {
        // Walking through the whole list each time a doctor came free took minutes for this.
        var watch = Stopwatch.StartNew();
        using var system =
            new FlowFile($"system: pair\nrun: {{ starts: Mon 00:00, lasts: 3000 d, begin: empty, replications: 1, patient_limit: 100000 }}\n{Pair}\n");
        var typed = system.Run();
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.CannotGoOn), typed.Error);
        Assert.That(typed.Error, Does.Contain("queue for nurse grows by"));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)));
    }

    [Test]
    public void Who_needs_only_the_pool_that_is_free_is_served_past_a_long_list_that_needs_another_too()
    {
        // Eight doctors have nothing to do while hundreds wait for doctor and nurse: the one who comes for a doctor alone never waits.
        using var system = new FlowFile($$"""
            system: pair
            run: { starts: Mon 00:00, lasts: 30 d, begin: empty, replications: 1 }
            pools: { doctor: { kind: staff, capacity: 10 }, nurse: { kind: staff, capacity: 2 } }
            streams: { patients: { to: see, rate: 100 per d }, others: { to: alone, rate: 20 per d } }
            stages:
              see: { staff: doctor + nurse, time: exponential mean 1 h, then: leave }
              alone: { staff: doctor, time: 1 h, then: leave }
            measures: { longest: { wait: alone, quantile: 99 %, unit: min } }
            """);
        var typed = system.Run();
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var rows = File.ReadLines(Path.Combine(system.Results, "summary.csv")).Select(line => line.Split(',')).ToList();
        Assert.That(rows.Single(row => row[2] == "longest")[7], Is.EqualTo("0"));
        Assert.That(rows.Single(row => row[2] == "gave_up" && row[4] == "see")[7], Is.EqualTo("0"));
        Assert.That(double.Parse(rows.Single(row => row[2] == "utilisation" && row[4] == "nurse")[7], System.Globalization.CultureInfo.InvariantCulture),
            Is.GreaterThan(99), "nurses have no pause while patients wait");
    }
}
