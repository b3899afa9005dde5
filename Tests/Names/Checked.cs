using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Names;

/// <summary>Small systems with their scenarios, as <c>check</c> sees them.</summary>
internal static class Checked
{
    /// <summary>A clinic without a problem: a desk with patience, two urgencies, one measure.</summary>
    public const string Clinic =
        """
        system: clinic
        run: { starts: 2016-01-04, lasts: 20 d, begin: empty, replications: 1 }
        attributes: { urgency: ["1", "2"] }
        exits: [left]
        partners: [trust]
        pools:
          nurse: { kind: staff, owner: trust, capacity: 1 }
        streams:
          walk-ins: { to: desk, rate: 50 per d, attributes: { urgency: { "1": 20 %, "2": rest } } }
        stages:
          desk:
            place: none
            clock: visit
            staff: nurse
            priority: urgency
            gives_up: [ { after: 2 h, to: left } ]
            time: exponential mean 20 min
            then: leave
        measures:
          urgent: { clock: visit, mean: true, unit: min, where: "urgency = 1" }
        """;

    /// <summary>Whether it can be run, and every problem as printed.</summary>
    public static (bool Refused, string Printed) Check(string yaml, params (string File, string Text)[] files)
    {
        using var system = TemporarySystem.With([("system.yaml", yaml), .. files]);
        if (system.Read() is { } read && !system.Problems.HasErrors)
        {
            var builder = new TimelineBuilder(read, RunOverrides.None, system.Problems);
            if (builder.Baseline() is { } baseline)
            {
                foreach (var scenario in read.Scenarios.Keys.Order(StringComparer.Ordinal))
                {
                    builder.Scenario(scenario, baseline.First.Run);
                }
            }
        }

        return (system.Problems.HasErrors, system.Printed);
    }

    /// <summary>The clinic with a text of it replaced; the test fails if it is not there.</summary>
    public static string With(string found, string replacement)
    {
        var changed = Clinic.Replace(found, replacement, StringComparison.Ordinal);
        Assert.That(changed, Is.Not.EqualTo(Clinic), $"the clinic has no \"{found}\"");
        return changed;
    }

    public static void IsRefused(string yaml, string where, string says, params (string File, string Text)[] files)
    {
        var (refused, printed) = Check(yaml, files);
        Assert.That(refused, Is.True, "passes: " + printed);
        Assert.That(printed, Does.Contain(where).And.Contain(says));
    }

    public static void IsWarned(string yaml, string where, string says, params (string File, string Text)[] files)
    {
        var (refused, printed) = Check(yaml, files);
        Assert.That(refused, Is.False, printed);
        Assert.That(printed, Does.Contain("warning: " + where).And.Contain(says));
    }

    public static void IsSound(string yaml, params (string File, string Text)[] files)
    {
        var (_, printed) = Check(yaml, files);
        Assert.That(printed, Is.Empty);
    }
}
