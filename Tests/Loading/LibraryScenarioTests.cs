using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Loading;

public sealed class LibraryScenarioTests
{
    [Test]
    public void Every_scenario_of_the_library_can_be_applied()
    {
        foreach (var id in SystemLibrary.Ids)
        {
            var problems = new ProblemList();
            var files = SystemReader.Read(id, problems)!;
            foreach (var scenario in files.Scenarios.Keys)
            {
                ScenarioApplier.Apply(files, scenario, problems);
            }

            Assert.That(problems.Sorted.Select(ProblemText.Render), Is.Empty, id);
        }
    }
}
