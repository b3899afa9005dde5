using FlowSim.Cli.Running;

namespace FlowSim.Tests.Cli;

/// <summary>Scenarios from files and several as one, with the commands that take a scenario beside <c>compare</c> and <c>run</c>.</summary>
public sealed class AskedEverywhereTests
{
    private const string Idea = """
        scenario: idea
        title: An idea of one's own
        changes: [ { add: pools.doctor.capacity, by: 2, reason: "two posts" } ]

        """;

    private SmallSystem system = null!;

    [SetUp]
    public void MakeSystem() => system = new SmallSystem();

    [TearDown]
    public void RemoveSystem() => system.Dispose();

    [Test]
    public void A_file_and_several_as_one_are_described()
    {
        var path = system.WriteBeside("idea.yaml", Idea);
        var one = Run("describe", path);
        Assert.That(one.Exit, Is.Zero, one.Error);
        Assert.That(one.Out, Does.Contain("An idea of one's own").And.Not.Contain("One doctor more"));
        var both = Run("describe", $"third-doctor+{path}");
        Assert.That(both.Exit, Is.Zero, both.Error);
        Assert.That(both.Out, Does.Contain("third-doctor+idea"));
        var neither = Run("describe", "third-docter");
        Assert.That(neither.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(neither.Error, Does.Contain("Did you mean \"third-doctor\"?"));
    }

    [Test]
    public void The_numbers_that_they_leave_are_listed()
    {
        var path = system.WriteBeside("idea.yaml", Idea);
        var typed = Run("assumptions", $"third-doctor+{path}", "--all", "--format", "csv", "--path", "pools.doctor.capacity");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out, Does.Contain("pools.doctor.capacity,5"), "two, one more and two more");
    }

    [Test]
    public void Beds_are_counted_under_them()
    {
        var path = system.WriteBeside("idea.yaml", Idea);
        var typed = Run("beds", "doctor", "--scenario", path, "--out", system.Results, "--quiet");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(File.ReadLines(Path.Combine(system.Results, "beds.csv")), Has.Some.Match("^idea,doctor,.*,open,|^[^,]*,doctor,[^,]*,[^,]*,open,.*,4,"));
        Assert.That(File.ReadAllText(Path.Combine(system.Results, "manifest.json")), Does.Contain("scenarios of "));
    }

    [TestCase("pools.doctor.capacity+=1", ExitCode.Done, "--set: ok")]
    [TestCase("pools.docter.capacity+=1", ExitCode.InvalidInput, "docter")]
    [TestCase("pools.doctor.capacity=many", ExitCode.InvalidInput, "many")]
    public void A_typed_change_is_checked_without_a_run(string change, int exit, string expected)
    {
        var typed = Run("check", "--set", change);
        Assert.That(typed.Exit, Is.EqualTo(exit), typed.Out);
        Assert.That(typed.Out, Does.Contain(expected));
    }

    [Test]
    public void Check_takes_either_paths_or_a_change()
    {
        var typed = TypedCommand.Run("check", system.Path, "--set", "pools.doctor.capacity+=1");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain("exclude each other"));
    }

    [Test]
    public void Parts_that_were_not_run_are_called_by_their_titles_on_the_page()
    {
        system.Change("scenarios:", "scenarios:\n  plan: { scenario: plan, title: The whole plan, include: [third-doctor] }");
        var typed = Run("compare", "plan", "--out", system.Results, "--quiet");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(File.ReadAllText(Path.Combine(system.Results, "report.html")), Does.Contain("Made of: One doctor more."));
        Assert.That(TypedCommand.Run("report", system.Results, "--out", system.Results + ".html").Exit, Is.Zero);
        Assert.That(File.ReadAllText(system.Results + ".html"), Does.Contain("Made of: One doctor more."));
    }

    [Test]
    public void A_stage_that_only_a_scenario_has_is_explained()
    {
        system.Change("scenarios:", """
            scenarios:
              nurse-first:
                scenario: nurse-first
                title: A nurse first
                changes:
                  - { add: pools.nurse, to: { title: Nurse, kind: staff, capacity: 1 }, reason: "a post" }
                  - { add: stages.look, to: { title: A first look, staff: nurse, time: exponential mean 30 min, then: consult }, reason: "a post" }
                  - { set: streams.patients.to, to: look, reason: "a post" }
            """);
        var run = Run("compare", "nurse-first", "--out", system.Results, "--quiet");
        Assert.That(run.Exit, Is.Zero, run.Error);
        var typed = Run("explain", "wait_mean", system.Results, "--scenario", "nurse-first");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out, Does.Contain("A first look").And.Contain("for Nurse"));
        var unknown = Run("explain", "wait_mean", system.Results, "--scenario", "nurse");
        Assert.That(unknown.Exit, Is.EqualTo(ExitCode.Usage));
    }

    private TypedCommand Run(params string[] words) => TypedCommand.Run([.. words, "--system", system.Path]);
}
