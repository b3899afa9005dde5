using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Tests.Loading;

public sealed class ProblemTextTests
{
    [Test]
    public void A_problem_says_where_what_was_expected_what_was_found_and_what_to_do()
    {
        var problem = new Problem(Severity.Error, new SourceLocation("system.yaml", 14, 9), "stages.ward.time", DurationText.Expected, "6.2", TimeUnit.Hint);
        Assert.That(
            ProblemText.Render(problem),
            Is.EqualTo(
                "system.yaml:14: stages.ward.time: expected a length of time with a unit, such as \"6.2 d\"; found \"6.2\". Write the unit: s, min, h, d, w or y."));
    }

    [Test]
    public void A_warning_says_that_it_is_one()
    {
        var problem = new Problem(Severity.Warning, new SourceLocation("a.yaml", 1, 1), "pools.x", "a stage that uses it", "", "");
        Assert.That(ProblemText.Render(problem), Is.EqualTo("a.yaml:1: warning: pools.x: expected a stage that uses it; found nothing."));
    }

    [TestCase("stagse", "stages")]
    [TestCase("stage", "stages")]
    [TestCase("stgaes", "stages")]
    [TestCase("xyzzy", null)]
    [TestCase("TIME", "time")]
    public void The_nearest_name_is_suggested(string word, string? near) =>
        Assert.That(Nearest.To(word, ["pools", "stages", "streams", "time"]), Is.EqualTo(near));
}
