namespace FlowSim.Tests.Analytic;

/// <summary>Every system whose answers are known exactly, simulated. The tables are in docs/validation.md.</summary>
[Category("Analytic")]
public sealed class AgreementTests
{
    private static IEnumerable<TestCaseData> Systems =>
        from section in ExactSection.All
        from system in section.Systems
        select new TestCaseData(section, system).SetArgDisplayNames(section.Title, system.Name);

    [TestCaseSource(nameof(Systems))]
    public void Theory_lies_in_a_narrow_interval_around_the_simulated_mean(object section, object system)
    {
        var checks = TheoryRun.Add((ExactSection)section, (ExactSystem)system);
        Assert.That(checks.Where(check => !check.Agrees).Select(check => check.Disagreement), Is.Empty);
    }

    [Test]
    public void No_two_systems_or_quantities_of_a_table_have_the_same_name()
    {
        Assert.That(ExactSection.All.Select(section => section.Title), Is.Unique);
        foreach (var section in ExactSection.All)
        {
            Assert.That(section.Systems.Select(system => system.Name), Is.Unique, section.Title);
            Assert.That(section.Systems.SelectMany(TheoryPage.Cell), Is.Unique, section.Title);
        }
    }

    [Test]
    public void The_rate_joined_by_lines_is_the_sines()
    {
        var (yaml, file) = DailyCycle.Model("constant 4 h", 20);
        var rate = ModelText.Compile(yaml, file).Streams.Single().Rate!;
        Assert.That(
            Numbers.Rows(DailyCycle.Table).Select(row => rate.At((int)row[0] * Simulator.Model.SimTime.Hour)),
            Is.EqualTo(Numbers.Rows(DailyCycle.Table).Select(row => row[1])).Within(1e-5));
    }
}
