using FlowSim.Cli.Running;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Optimising;

/// <summary><c>flowsim optimise</c>.</summary>
public sealed class OptimiseCommandTests
{
    private const string Prices = "item,counts,gbp,unit,price_year,index,partner,counterparty,basis,factor,range,covers,status,source\n"
        + "bed,use of acute-bed,300,bed-day,2016/17,,,,opportunity,,,,assumed,none\nbed,use of acute-bed,45,bed-day,2016/17,,,,cash,,,,assumed,none\n";
    private const string Levers =
        "community: { add: pools.community-bed.capacity, range: 0 to 5, gbp_per_year: £20000, partner: council, title: Community beds }";

    private readonly TemporaryFolder folder = new();
    private readonly TwoStages system = new("\"delayed < 0.3 beds\"", Levers, Prices, days: 400);

    private string Results => Path.Combine(folder.Path, "results");

    [OneTimeTearDown]
    public void CleanUp()
    {
        folder.Dispose();
        system.Dispose();
    }

    [Test]
    public void It_ends_in_the_answer_and_leaves_it_in_files()
    {
        var typed = Typed();
        var results = ResultReader.Read(Results);
        var best = results.Designs.Single(row => row is { Kind: DesignRow.Best, Order: 1 });

        Assert.Multiple(() =>
        {
            Assert.That(typed.Out, Does.Contain(FormattableString.Invariant($"Least cost: £{best.Cost:#,0} a year, with Community beds +")));
            Assert.That(typed.Out, Does.Contain("In cash, "));
            Assert.That(best.Verdict, Is.EqualTo(DesignRow.Met));
            Assert.That(results.Run.Scenarios, Does.Contain(best.Design));
            Assert.That(results.Levers.Single(row => row.Design == best.Design).Cost, Is.EqualTo(best.Cost));
            Assert.That(typed.Error, Does.Contain("as it is: £0.00m a year, delayed "));
        });
    }

    /// <summary>The runs of the search have told which design is best: they are not asked again how good it is.</summary>
    [Test]
    public void What_is_reported_of_the_best_comes_from_other_random_numbers()
    {
        Typed();
        var rows = ResultReader.Read(Results).Designs;
        var described = rows.Single(row => row.Kind == DesignRow.AsItIs);

        Assert.That(described.Mean, Is.Not.EqualTo(rows.First(row => row.Kind == DesignRow.Curve).Mean));
    }

    [Test]
    public void Its_design_is_a_scenario_that_anybody_can_run()
    {
        Typed();
        var best = ResultReader.Read(Results).Designs.First(row => row.Kind == DesignRow.Best);
        Directory.CreateDirectory(Path.Combine(system.Folder, "scenarios"));
        var file = Path.Combine(system.Folder, "scenarios", $"{best.Design}.yaml");
        File.Copy(Path.Combine(Results, $"{best.Design}.yaml"), file);
        try
        {
            var compared = Path.Combine(folder.Path, "compared");
            var typed = TypedCommand.Run("compare", best.Design, "--system", system.Folder, "--replications", "8", "--seed", "20170402", "--out", compared);
            Assert.That(typed.Exit, Is.EqualTo(ExitCode.Done), typed.Error);
            var results = ResultReader.Read(compared);
            var gain = results.Savings.Single(row => row is { Partner: "system", Basis: "cash" });

            Assert.Multiple(() =>
            {
                Assert.That(results.Summaries.Single(row => row.Scenario == best.Design && row.Key.Measure == "delayed" && row.Key.Group.Length == 0).Mean,
                    Is.EqualTo(best.Mean).Within(1e-6).Percent);
                Assert.That((double)gain.Amount / (400 / 365.25), Is.EqualTo(best.Cash).Within(1));
            });
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public void A_question_that_is_not_asked_is_named()
    {
        var typed = TypedCommand.Run("optimise", "bads", "--system", system.Folder);

        Assert.That((typed.Exit, typed.Error), Is.EqualTo((ExitCode.Usage, "flowsim: system two-stages has no question 'bads'. Did you mean \"beds\"? It has: beds\n")));
    }

    [Test]
    public void A_system_without_a_question_says_where_to_write_one()
    {
        var typed = TypedCommand.Run("optimise", "--system", "stroke-unit");

        Assert.That((typed.Exit, typed.Error), Is.EqualTo((ExitCode.Usage,
            "flowsim: system stroke-unit asks no question: write levers and targets under optimise: (see docs/optimise.md)\n")));
    }

    [Test]
    public void Json_has_the_columns_of_the_files()
    {
        var typed = Typed("--json", "--quiet");
        using var json = System.Text.Json.JsonDocument.Parse(typed.Out);

        Assert.Multiple(() =>
        {
            Assert.That(json.RootElement.GetProperty("designs")[0].GetProperty("gbp_per_year").GetDouble(), Is.GreaterThan(0));
            Assert.That(json.RootElement.GetProperty("levers")[0].GetProperty("lever").GetString(), Is.EqualTo("community"));
            Assert.That(typed.Error, Is.Empty);
        });
    }

    [Test]
    public void Another_target_may_be_put_on_the_command_line()
    {
        Typed("--target", "delayed < 0.6 beds");
        var rows = ResultReader.Read(Results).Designs;

        Assert.That(rows.Select(row => row.Target).Distinct(), Is.EqualTo(new[] { "delayed < 0.6 beds" }));
        Assert.That(TypedCommand.Run("optimise", "--system", system.Folder, "--target", "delayd < 1 beds").Error,
            Does.StartWith("the command line: --target: expected a measure of the system; found \"delayd\". Did you mean \"delayed\"?"));
    }

    [Test]
    public void One_run_is_too_few()
    {
        var typed = TypedCommand.Run("optimise", "--system", system.Folder, "--replications", "1");

        Assert.That((typed.Exit, typed.Error), Is.EqualTo((ExitCode.Usage,
            "flowsim: --replications: expected 2 or more; from one run no share of runs can be told\nSee 'flowsim optimise --help'.\n")));
    }

    private TypedCommand Typed(params string[] options)
    {
        var typed = TypedCommand.Run(["optimise", "--system", system.Folder, "--replications", "8", "--out", Results, "--force", .. options]);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Done), typed.Error);
        return typed;
    }
}
