using FlowSim.Cli.Running;

namespace FlowSim.Tests.Cli;

public sealed class GivingWayTableTests
{
    private const string Measures = """
        gives_way: full
        titles: { full: What gives way }
        measures:
          sent_on: { title: Patients whom a doctor sees, entries: consult, per: day, unit: per day, topic: full }
          doctors: { title: Doctors on duty, average: { open: doctor }, unit: doctors, topic: full }
          others: { title: Others, average: { occupied: doctor }, unit: doctors, topic: use }
        headline: [ wait_mean, utilisation ]
        """;

    [TestCase(80)]
    [TestCase(120)]
    public void Compare_shows_how_far_each_rule_is_used_and_fits(int width)
    {
        using var system = new SmallSystem();
        system.Change("headline: [ wait_mean, utilisation ]", Measures);
        var typed = TypedCommand.Run(width, CancellationToken.None, "compare", "--system", system.Path, "--quick", "--all", "--out", system.Results);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Done), typed.Error);
        var lines = typed.Out.Split('\n');
        var heading = Array.IndexOf(lines, "What gives way, all, whole system: how far each rule is used");
        Assert.That(heading, Is.GreaterThan(0));

        // Two doctors, and a third in the scenario, in every replication.
        Assert.That(lines.Skip(heading).TakeWhile(line => line.Length > 0), Has.Some.Match(@"^Doctors on duty \(doctors\) +2.00 +\+1.00 +\[\+1.00, \+1.00\]"));
        Assert.That(lines.Skip(heading).TakeWhile(line => line.Length > 0), Has.None.StartsWith("Others"));
        Assert.That(lines.Max(line => line.Length), Is.LessThanOrEqualTo(width));
    }

    [Test]
    public void Without_a_topic_there_is_no_such_table()
    {
        using var system = new SmallSystem();
        Assert.That(TypedCommand.Run("compare", "--system", system.Path, "--quick", "--all", "--out", system.Results).Out,
            Does.Not.Contain("how far each rule is used"));
    }
}
