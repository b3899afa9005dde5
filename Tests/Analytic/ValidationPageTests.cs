namespace FlowSim.Tests.Analytic;

/// <summary>docs/validation.md is what the tests compare.</summary>
[Category("Analytic")]
public sealed class ValidationPageTests
{
    [Test]
    public void The_page_lists_every_check_with_its_exact_answer() => Assert.That(
        TheoryPage.Skeleton(ValidationPage.Read("theory: tables")).Trim(),
        Is.EqualTo(TheoryPage.Tables(null).Trim()),
        "write it anew: " + TheoryRun.WriteVariable + "=1 dotnet test -c Release --filter Category=Analytic");

    [Test]
    public void Leaving_out_what_was_simulated_leaves_what_is_exact() =>
        Assert.That(TheoryPage.Skeleton("| Wq of all (5) | 0.5 (0.501 ± 0.002) | 0.1 (0.09 ± 0.001; again: 0.1 ± 0.1) | 0 (rare: 0.0001) |"),
            Is.EqualTo("| Wq of all (5) | 0.5 | 0.1 | 0 |"));
}
