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

    [Test]
    public void A_title_says_what_is_changed_and_holds_no_result_and_no_year()
    {
        foreach (var id in SystemLibrary.Ids)
        {
            var problems = new ProblemList();
            var files = SystemReader.Read(id, problems)!;
            var titles = files.Scenarios.Keys.Select(scenario => ScenarioApplier.Read(files, scenario, problems)!.Title)
                .Append(files.Root["title"]!.ToString() ?? "");
            Assert.That(titles, Has.None.Match(@"%|below|above|reach|fewer|20\d\d/\d\d"), id);
        }
    }
}
