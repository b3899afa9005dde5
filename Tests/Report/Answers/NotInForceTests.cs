using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Report.Answers;

/// <summary>Of a scenario that had not begun nothing is said, on the terminal and on the page.</summary>
public sealed class NotInForceTests
{
    private const string Ward = """
        system: ward
        run: { starts: 2016-04-01, branch: 2017-04-01, lasts: 1 y, begin: empty, replications: 3 }
        pools: { bed: { kind: beds, group: acute, capacity: 3 } }
        streams: { some: { to: ward, rate: 0.6 per d } }
        stages: { ward: { place: bed, clock: spell, time: exponential mean 4 d, then: leave } }
        measures: { stay: { clock: spell, mean: true, unit: d }, beds: { average: { occupied: bed }, unit: beds } }
        headline: [stay, beds]
        scenarios:
          now: { title: A bed more, changes: [ { add: pools.bed.capacity, by: 1, reason: opened } ] }
          later: { title: A bed more later, changes: [ { add: pools.bed.capacity, by: 1, from: 2018-10-01, reason: opened } ] }
        """;

    [Test]
    public void One_that_begins_after_the_measured_time_is_not_said_to_change_nothing()
    {
        using var system = new FlowFile(Ward);
        var typed = TypedCommand.Run("compare", "later", "--system", system.Path, "--out", system.Results);
        Assert.That(typed.Out.ReplaceLineEndings(" "), Does.Contain("Not in force in the time that was measured").And.Contain("later (from 2018-10-01)")
            .And.Not.Contain("No measure of the headline"));
        var page = File.ReadAllText(Path.Combine(system.Results, "report.html"));
        Assert.That(page, Does.Contain("Not in force in the time that was measured.").And.Contain("begins on 2018-10-01").And.Not.Contain("No measure of the headline changes"));
    }

    [Test]
    public void Beside_one_that_is_in_force_both_are_said()
    {
        using var system = new FlowFile(Ward);
        var typed = TypedCommand.Run("compare", "now", "later", "--system", system.Path, "--out", system.Results);
        Assert.That(typed.Out.ReplaceLineEndings(" "), Does.Contain("nothing can be said yet: later (from 2018-10-01)").And.Not.Contain("changed by later"));
    }
}
