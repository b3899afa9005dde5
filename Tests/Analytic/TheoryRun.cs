namespace FlowSim.Tests.Analytic;

/// <summary>Keeps what the tests of this folder compare, prints the table when all have run, and writes the page when asked.</summary>
[SetUpFixture]
public sealed class TheoryRun
{
    /// <summary>Set to 1, a whole run writes docs/validation.md anew.</summary>
    public const string WriteVariable = "FLOWSIM_WRITE_VALIDATION";

    private static readonly Dictionary<ExactSystem, (IReadOnlyList<Check> Checks, double CpuSeconds)> Done = [];

    /// <summary>Simulates a system and keeps its checks.</summary>
    internal static IReadOnlyList<Check> Add(ExactSection section, ExactSystem system)
    {
        Assert.That(section.Systems, Does.Contain(system));
        var start = Environment.CpuUsage.TotalTime;
        var checks = system.Checks(section.Title);
        lock (Done)
        {
            Done[system] = (checks, (Environment.CpuUsage.TotalTime - start).TotalSeconds);
        }

        return checks;
    }

    [OneTimeTearDown]
    public void PrintAndWrite()
    {
        if (Done.Count == 0)
        {
            return;
        }

        // The error stream of a test is what the runner shows without being asked.
        TestContext.Error.WriteLine(TheoryTable.Text(Done));
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1" && ExactSection.All.All(section => section.Systems.All(Done.ContainsKey)))
        {
            var checks = Done.ToDictionary(pair => pair.Key, pair => pair.Value.Checks);
            ValidationPage.Write("theory: summary", TheoryPage.Summary(checks));
            ValidationPage.Write("theory: tables", TheoryPage.Tables(checks));
        }
    }
}
