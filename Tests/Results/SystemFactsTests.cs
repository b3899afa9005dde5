using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Golden;
using FlowSim.Tests.Results.Reading;

namespace FlowSim.Tests.Results;

/// <summary>system.json: what a command says of the system it has simulated.</summary>
public sealed class SystemFactsTests
{
    [Test]
    public void The_description_of_two_wards_is_as_kept()
    {
        using var folder = new TemporaryFolder();
        Compare(folder, "two-wards", "more-community");
        GoldenFile.Check("two-wards/system.json", File.ReadAllText(Path.Combine(folder.Path, SystemFactsFile.Name)));
    }

    [Test]
    public void The_description_is_listed_with_the_results_and_read_back_as_written()
    {
        using var folder = new TemporaryFolder();
        Compare(folder, "two-wards", "more-community");
        var facts = ResultReader.Read(folder.Path).System;
        using var again = new MemoryStream();
        SystemFactsFile.Write(again, facts);
        Assert.That(again.ToArray(), Is.EqualTo(File.ReadAllBytes(Path.Combine(folder.Path, SystemFactsFile.Name))));
        Assert.That(File.ReadAllText(Path.Combine(folder.Path, "manifest.json")), Does.Contain("\"system.json\""));
        Assert.That(facts.TitleOf("more-community"), Is.EqualTo("Four more community beds, open for admission every day"));
        Assert.That(facts.Scenarios[1].Changes[0], Is.EqualTo(new ChangeFacts("add", "pools.community-bed.capacity", "4", "a wing reopens", "", "", "", "")
        {
            What = "Community bed: capacity",
            Before = "14",
            After = "18",
        }));
    }

    [Test]
    public void Awkward_words_are_read_back_as_written()
    {
        const string Awkward = "<script>alert(\"1\")</script> & 'ü' 測試 🚑 \\ \n end";
        var facts = new SystemFacts
        {
            Id = Awkward,
            Title = Awkward,
            Notes = Awkward,
            Exits = [Awkward],
            Scenarios = [new ScenarioFacts { Id = "hub", Title = Awkward }],
            Assumptions = [new AssumptionFacts(Awkward, "", "", "", "", "", Awkward, 7)],
        };
        var run = MadeUpManifest.Manifest with { ReplicationsByScenario = MadeUpManifest.Manifest.Scenarios.ToDictionary(id => id, _ => 0) };
        using var written = new WrittenResults(new() { Summaries = [] }, run, facts);
        var read = ResultReader.Read(written.Path).System;
        Assert.That((read.Id, read.Title, read.Notes, read.Exits[0], read.TitleOf("hub"), read.Assumptions[0]),
            Is.EqualTo((Awkward, Awkward, Awkward, Awkward, Awkward, facts.Assumptions[0])));
    }

    [Test]
    public void What_a_scenario_adds_changes_and_costs_is_said_in_its_own_words()
    {
        using var system = new SmallSystem();
        system.Change("changes: [ { add: pools.doctor.capacity, by: 1, reason: \"a post is filled\" } ]", """
            changes:
                  - { set: pools.doctor.capacity, to: { value: 3, status: assumed, range: 2 to 4, source: "rota" } }
                  - { add: pools.nurse, to: { kind: staff, capacity: 1 } }
                  - { add: stages.advice, to: { staff: nurse, time: exponential mean 10 min, then: leave } }
                  - { set: stages.consult.then, to: advice }
                investment: [ { line: a nurse, partner: trust, gbp_per_year: 40000, recurrent: true, price_year: 2016/17, source: post } ]
            """);
        var run = TypedCommand.Run("compare", "--system", system.Path, "--out", system.Results, "--quiet", "--replications", "1", "--days", "2");
        Assert.That(run.Exit, Is.Zero, run.Error);
        var facts = ResultReader.Read(system.Results).System;
        Assert.Multiple(() =>
        {
            Assert.That(facts.Title, Is.EqualTo("A clinic with two doctors"));
            Assert.That(facts.Stages.Select(stage => (stage.Id, stage.Place, stage.Pools[0])),
                Is.EqualTo(new[] { ("consult", "system", "doctor"), ("advice", "system", "nurse") }));
            Assert.That(facts.Pools.Select(pool => (pool.Id, pool.Kind)), Is.EqualTo(new[] { ("doctor", "staff"), ("nurse", "staff") }));
            Assert.That(facts.Streams, Is.EqualTo(new[] { new StreamFacts("patients", "system", "consult") }));
            Assert.That(facts.Scenarios.Select(scenario => (scenario.Id, scenario.Title)),
                Is.EqualTo(new[] { ("baseline", "Baseline"), ("third-doctor", "One doctor more") }));
            Assert.That(facts.Scenarios[1].Changes[0], Is.EqualTo(new ChangeFacts("set", "pools.doctor.capacity", "3", "", "assumed", "2 to 4", "rota", "")
            {
                What = "Doctor: capacity",
                Before = "2",
                After = "3",
            }));
            Assert.That(facts.Scenarios[1].Changes[1].Value, Is.EqualTo("{ kind: staff, capacity: 1 }"));
            Assert.That(facts.Scenarios[1].Investment,
                Is.EqualTo(new[] { new InvestmentFacts("a nurse", "trust", "40000 GBP per year", "true", "", "2016/17", "post") }));
        });
    }

    private static void Compare(TemporaryFolder folder, string system, string scenario)
    {
        var run =
            TypedCommand.Run("compare", scenario, "--system", system, "--force", "--out", folder.Path, "--quiet",
                "--replications", "1", "--days", "2", "--warm-up", "0");
        Assert.That(run.Exit, Is.Zero, run.Error);
    }
}
