using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Cases;

/// <summary>Waits as they are told: exact where they are few, and with a reason where there are none.</summary>
public sealed class WaitsOfOneSizeTests
{
    [Test]
    public void A_hundred_waits_of_four_hours_have_all_their_quantiles_there()
    {
        using var system = new FlowFile("""
            system: s
            run: { starts: 2016-01-11, lasts: 3 d, begin: empty, replications: 1 }
            calendars: { c: { dates: [2016-01-12] } }
            pools: { n: { kind: staff, capacity: { calendar: c, inside: 1000, outside: 0 } } }
            streams: { a: { to: w, schedule: { at: Mon 20:00, count: 100 } } }
            stages: { w: { staff: n, time: 1 s, then: leave } }
            """);
        var typed = system.Run("--threads", "1");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var results = new CaseResults(system.Results, "baseline");
        foreach (var measure in new[] { "wait_mean", "wait_median", "wait_p90", "wait_p95" })
        {
            Assert.That(results.Value(CaseTerm.Read($"{measure} of w"), 1), Is.EqualTo(240), measure);
        }
    }

    [Test]
    public void A_chart_of_waits_that_are_all_nought_says_so()
    {
        using var folder = new Results.TemporaryFolder();
        var results = Path.Combine(folder.Path, "a");
        Assert.That(
            TypedCommand.Run("run", "baseline", "--system", "two-wards", "--days", "10", "--warm-up", "1", "--replications", "1", "--threads", "1", "--quiet",
                "--out", results).Exit, Is.Zero);
        Assert.That(File.ReadAllText(Path.Combine(results, "summary.csv")), Does.Contain("2015/16,wait_mean"));
        var typed = TypedCommand.Run("plot", results, "--chart", "waits");
        Assert.That(typed.Exit, Is.AnyOf(ExitCode.Done, ExitCode.InvalidInput));
        Assert.That(typed.Error, Does.Not.Contain("there is no wait_mean"));
        if (typed.Exit != ExitCode.Done)
        {
            Assert.That(typed.Error, Does.Contain("0").Or.Contain("nobody waited"), "what there is");
        }
    }
}
