using System.Text.Json;
using FlowSim.Cli.Running;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Uncertainty;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;
using FlowSim.Tests.Savings;

namespace FlowSim.Tests.Uncertainty;

/// <summary><c>uncertainty</c> on a ward with a spin-up, two numbers with a range, and a scenario with a range of its own.</summary>
public sealed class UncertaintyCommandTests
{
    private const string Ward = """
        system: ward
        run: { starts: 2016-04-01, branch: 2017-04-01, lasts: 1 y, begin: empty }
        pools: { bed: { kind: beds, title: Ward beds, capacity: { value: 4, range: 3 to 6, status: assumed } } }
        streams: { some: { title: Admissions, to: ward, rate: 0.8 per d } }
        stages: { ward: { title: Ward, place: bed, clock: spell, time: { value: exponential mean 4 d, range: 3 d to 5 d, status: assumed }, then: leave } }
        measures:
          stay: { title: Length of stay, clock: spell, mean: true, unit: d, standard: 6 d target, better: lower }
          full: { title: Beds in use, average: { occupied: bed }, unit: beds }
        headline: [stay, full]
        scenarios: { fewer: { title: Fewer come, changes: [ { scale: streams.some.rate, by: { value: 0.9, range: 0.8 to 1 }, reason: tried } ] } }
        """;

    [Test]
    public void Each_block_of_ten_draws_has_one_in_each_tenth_of_every_range()
    {
        using var folder = new TemporaryFolder();
        Done(Run(folder, System(folder), "--draws", "30", "--days", "10"));
        var inputs = Rows(folder["uncertainty/draws.csv"]).GroupBy(row => row["input"]).ToDictionary(group => group.Key, group => group.ToList());
        Assert.That(inputs.Keys, Is.EquivalentTo(new[] { "pools.bed.capacity", "stages.ward.time", "scale:streams.some.rate" }));
        foreach (var input in inputs.Values)
        {
            var tenths = input.ConvertAll(row => (int)(10 * Number(row["u"])));
            Assert.That(tenths.Chunk(10).Select(block => block.Order()), Is.All.EqualTo(Enumerable.Range(0, 10)));
            Assert.That(tenths[..10], Is.Not.EqualTo(tenths[10..20]), "blocks are independent");
        }

        Assert.That(inputs["pools.bed.capacity"].Select(row => row["value"]), Is.All.Matches<string>(text => int.TryParse(text, out _)),
            "nobody has half a bed");
    }

    [Test]
    public void More_draws_and_more_runs_of_each_leave_the_others_as_they_are()
    {
        using var folder = new TemporaryFolder();
        var system = System(folder);
        Done(Run(folder, system, "--draws", "4", "--inner", "2", "--days", "10"));
        var few = File.ReadAllLines(folder["uncertainty/draw-replications.csv"]);
        Done(Run(folder, system, "--draws", "12", "--inner", "3", "--days", "10", "--force", "--threads", "3"));
        var many = File.ReadAllLines(folder["uncertainty/draw-replications.csv"]);
        Assert.That(few, Is.SubsetOf(many));
        Assert.That(few, Has.Length.GreaterThan(4 * 2));
    }

    [Test]
    public void Runs_of_a_draw_share_its_inputs_and_differ_by_chance_and_the_pair_by_the_scenario()
    {
        using var folder = new TemporaryFolder();
        Done(Run(folder, System(folder), "--draws", "10", "--inner", "2"));
        var rows = Rows(folder["uncertainty/draw-replications.csv"]).FindAll(IsFull);
        var values = rows.ToDictionary(row => (row["scenario"], row["draw"], row["replication"]), row => Number(row["value"]));
        Assert.That(values, Has.Count.EqualTo(2 * 10 * 2));
        Assert.That(values.Values.Distinct().Count(), Is.EqualTo(values.Count));
        var split = Rows(folder["uncertainty/uncertainty.csv"]).Single(row => row["kind"] == "difference" && IsFull(row));
        var differences = Enumerable.Range(1, 10).Select(draw => new[] { "1", "2" }
            .Select(run => values[("fewer", $"{draw}", run)] - values[("baseline", $"{draw}", run)]).ToArray()).ToList();
        var within = differences.Average(pair => (pair[0] - pair[1]) * (pair[0] - pair[1]) / 2);
        Assert.That(Number(split["v_chance"]), Is.EqualTo(within).Within(1e-9));
        Assert.That(Number(split["mean"]), Is.EqualTo(differences.Average(pair => pair.Average())).Within(1e-9));
    }

    [Test]
    public void The_answer_is_of_one_screen_and_names_the_input_that_matters()
    {
        using var folder = new TemporaryFolder();
        var printed = Done(Run(folder, System(folder), "--draws", "40", "--inner", "2"));
        var lines = printed.Out.TrimEnd().Split('\n');
        Assert.That(lines, Has.Length.AtMost(40));
        Assert.That(lines.Max(line => line.Length), Is.AtMost(80));
        foreach (var command in new[] { "plot", "report", "explore" })
        {
            Assert.That(TypedCommand.Run(command, folder["uncertainty"]).Error, Does.Contain("was written by 'flowsim uncertainty'"));
        }

        Assert.That(printed.Out.ReplaceLineEndings(" "), Does.Contain("Length of stay: target 6").And.Contain("explains most, each by itself: “Ward: time”"));
        var told = Rows(folder["uncertainty/tornado.csv"]).First(row => row["measure"] == "stay" && row["kind"] == "level");
        Assert.That((told["input"], told["told"], Number(told["at_low"]) < Number(told["at_high"])), Is.EqualTo(("stages.ward.time", "true", true)));
        Assert.That(Rows(folder["uncertainty/tornado.csv"]).Where(row => row["scenario"] == "baseline").Select(row => row["input"]),
            Has.None.EqualTo("scale:streams.some.rate"));
        Assert.That(Directory.GetFiles(folder["uncertainty/charts"]).Select(Path.GetFileName), Does.Contain("tornado-full.svg"));
        Assert.That(folder["uncertainty/information.csv"], Does.Not.Exist, "nothing is priced");
    }

    /// <summary>A fit moves some numbers as one: they are one bar, with a name and not a path.</summary>
    [Test]
    public void Inputs_of_a_set_that_move_together_are_one_in_the_tornado()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["ward"]);
        File.WriteAllText(folder["ward/system.yaml"], Ward);
        double[] factors = [1, 0.8, 0.85, 0.9, 0.95, 1.05, 1.1, 1.15, 1.2, 1.25];
        File.WriteAllLines(folder["ward/calibrated-set.csv"], ["member,central,scale:streams.some.rate,scale:stages.ward.time",
            .. factors.Select((factor, at) => FormattableString.Invariant($"{at + 1},{(at == 0 ? "true" : "")},{factor},{factor}"))]);
        var printed = Done(Run(folder, folder["ward"], "--draws", "40", "--inner", "2"));
        var row = Rows(folder["uncertainty/tornado.csv"]).First(one => one["measure"] == "full" && one["kind"] == "level");
        Assert.That((row["input"], row["told"]), Is.EqualTo(("scale:streams.some.rate; scale:stages.ward.time", "true")));
        var chart = File.ReadAllText(folder["uncertainty/charts/tornado-full.svg"]);
        Assert.That(printed.Out.ReplaceLineEndings(" "), Does.Contain("“Admissions: rate, and 1 more that moves with it”"));
        Assert.That(chart, Does.Contain("× 0.8 to 1.25"));
    }

    /// <summary>Nothing is drawn of it, so that what runs of its draws differ by is chance alone.</summary>
    [Test]
    public void A_set_of_one_member_says_nothing_that_is_not_known()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["ward"]);
        File.WriteAllText(folder["ward/system.yaml"], Ward[..Ward.IndexOf("scenarios:", StringComparison.Ordinal)]);
        File.WriteAllText(folder["ward/calibrated-set.csv"], "member,central,scale:streams.some.rate\n1,true,1\n");
        var typed = Run(folder, folder["ward"]);
        Assert.That((typed.Exit, typed.Error.Contains("nothing of system ward is said to be uncertain", StringComparison.Ordinal)), Is.EqualTo((ExitCode.Usage, true)));
    }

    [TestCase("investment:completing the teams (£1.5 to 12 million)", "Investment in completing the teams (£1.5 to 12 million)", "£2.20m to £8.08m")]
    [TestCase("costs:bed day, acute:cash", "Price of bed day, acute", "£2.20m to £8.08m")]
    [TestCase("costs:bed day, acute:cash:factor", "Factor of bed day, acute", "2200000 to 8080000")]
    public void A_price_or_an_investment_has_a_name_and_pounds(string input, string name, string ends)
    {
        var row = new InfluenceRow
        {
            Scenario = "some",
            Kind = UncertaintyRow.Saving,
            Key = new ResultKey("all", "cash", "system", ""),
            Unit = "£ a year",
            Input = input,
            Reason = "",
            Low = "2200000",
            High = "8080000",
            AtLow = 1,
            AtHigh = 2,
            Share = 0.5,
            IsTold = true,
            N = 30,
            Correlation = 0.5,
            Lower95 = 0.2,
            Upper95 = 0.8,
        };
        Assert.That((InfluenceWords.Name(SystemNames.Of(new SystemFacts { Id = "made-up", Title = "Made up" }), row), InfluenceWords.Ends(row)), Is.EqualTo((name, ends)));
    }

    /// <summary>The lowest and the highest run, not of one run a draw: a mean outside what futures span would be nonsense.</summary>
    [Test]
    public void Of_few_draws_the_mean_lies_within_the_futures()
    {
        using var folder = new TemporaryFolder();
        Done(Run(folder, System(folder), "--draws", "4", "--inner", "3", "--days", "5"));
        foreach (var row in Rows(folder["uncertainty/uncertainty.csv"]).Where(row => row["lower95_all"].Length > 0))
        {
            Assert.That(Number(row["mean"]), Is.InRange(Number(row["lower95_all"]), Number(row["upper95_all"])), row["measure"] + row["kind"]);
        }
    }

    [Test]
    public void The_json_has_the_tables()
    {
        using var folder = new TemporaryFolder();
        using var json = JsonDocument.Parse(Done(Run(folder, System(folder), "--draws", "10", "--inner", "2", "--days", "20", "--json")).Out);
        Assert.That(json.RootElement.EnumerateObject().Select(table => table.Name),
            Is.EqualTo(new[] { "uncertainty", "probabilities", "tornado", "information" }));
        Assert.That(json.RootElement.GetProperty("uncertainty").EnumerateArray().First().GetProperty("n_inner").GetInt32(), Is.EqualTo(2));
    }

    [TestCase("--inner", "1", "cannot be told apart")]
    [TestCase("--draws", "1", "2 or more")]
    [TestCase("--inner", "0", "--inner")]
    public void What_cannot_be_told_is_said_before_anything_is_run(string option, string value, string told)
    {
        using var folder = new TemporaryFolder();
        var run = Run(folder, System(folder), option, value);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(run.Error, Does.Contain(told));
        Assert.That(Directory.Exists(folder["uncertainty"]), Is.False);
    }

    [Test]
    public void A_system_of_which_everything_is_known_has_nothing_to_draw()
    {
        using var folder = new TemporaryFolder();
        var known = new[] { ", range: 3 to 6", ", range: 3 d to 5 d", ", range: 0.8 to 1" }
            .Aggregate(Ward, (text, range) => text.Replace(range, "", StringComparison.Ordinal));
        var run = Run(folder, System(folder, known));
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(run.Error, Does.Contain("nothing of system ward is said to be uncertain"));
    }

    [Test]
    public void Draws_that_make_no_valid_system_are_left_out_and_told()
    {
        using var folder = new TemporaryFolder();
        var run = Run(folder, System(folder, Ward.Replace("3 to 6", "-3 to 6", StringComparison.Ordinal)), "--draws", "20", "--inner", "2", "--days", "10");
        Assert.That(run.Exit, Is.Zero, run.Error);
        Assert.That(run.Error, Does.Contain("runs gave nothing").And.Contain("pools.bed.capacity"));
        var kept = int.Parse(Rows(folder["uncertainty/uncertainty.csv"])[0]["n_outer"], global::System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(kept, Is.InRange(10, 16), "capacities of -3 to -1 are a third of the range");
    }

    [Test]
    public void Interrupted_before_anything_is_finished_it_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        var run = TypedCommand.Run(80, interrupt.Token, "uncertainty", "--system", System(folder), "--out", folder["uncertainty"]);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Interrupted));
    }

    [Test]
    public void Of_prices_it_says_what_knowing_them_is_worth()
    {
        // One comes every two hours; a day in bed fewer and a day in care more for each. A bed-day saves £100, and a day of care costs £60 to £140, everything
        // in between as likely: nothing is gained on average, and to know the price is worth a quarter of £40 for each of 12 patients a day.
        using var pair = new TwoPartners
        {
            Run = "{ starts: 2016-04-01, branch: 2017-04-01, lasts: 1 y, begin: empty, replications: 1 }",
            Costs = TwoPartners.CostHeader + "bed-day,use of bed,100,bed-day,2016/17,,,,cash,,,,assumed,none\n"
                + "care day,use of care,100,day,2016/17,,council,,cash,,60 to 140,,assumed,none\n",
            Scenarios = TwoPartners.Scenario("swap", TwoPartners.Set("stages.stay.time", "1 d") + ", " + TwoPartners.Set("stages.care.time", "2 d")),
        };
        pair.Compare("--quick");
        using var folder = new TemporaryFolder();
        var printed = Done(Run(folder, pair.System, "--draws", "100", "--inner", "2"));
        var rows = Rows(folder["uncertainty/information.csv"]);
        var all = rows.Single(row => row["kind"] == "evpi" && row["basis"] == "cash");
        var truth = 365 * 12 * 40 / 4.0;
        Assert.That(Number(all["gbp_per_year"]), Is.EqualTo(truth).Within(0.12 * truth),
            "the change-over takes two days, and a hundred draws are spread evenly");
        Assert.That(Number(all["explained"]), Is.GreaterThan(0.99));
        var one = rows.Single(row => row["kind"] == "evppi" && row["input"].StartsWith("costs:care day", StringComparison.Ordinal));
        Assert.That(Number(one["gbp_per_year"]), Is.EqualTo(truth).Within(0.12 * truth));
        var saving = Rows(folder["uncertainty/uncertainty.csv"]).Single(row => row["kind"] == "saving" && row["measure"] == "cash");
        Assert.That(Number(saving["v_chance"]), Is.Zero.Within(1), "nothing is left to chance");
        Assert.That(Math.Sqrt(Number(saving["v_inputs"])), Is.EqualTo(365 * 12 * 80 / Math.Sqrt(12)).Within(0.03 * 365 * 12 * 80 / Math.Sqrt(12)));
        Assert.That(printed.Out.ReplaceLineEndings(" "), Does.Contain("To know everything first would be worth £4").And.Contain("not discounted"));
    }

    private static bool IsFull(Dictionary<string, string> row) =>
        row["measure"] == "full" && row["period"] == "2017/18" && row["place"] == "system" && row["group"].Length == 0;

    private static string System(TemporaryFolder folder, string text = Ward)
    {
        Directory.CreateDirectory(folder["ward"]);
        File.WriteAllText(folder["ward/system.yaml"], text);
        return folder["ward"];
    }

    private static TypedCommand Run(TemporaryFolder folder, string system, params string[] options) =>
        TypedCommand.Run(80, CancellationToken.None, ["uncertainty", "--system", system, "--out", folder["uncertainty"], .. options]);

    private static TypedCommand Done(TypedCommand run)
    {
        Assert.That(run.Exit, Is.Zero, run.Error);
        return run;
    }

    private static List<Dictionary<string, string>> Rows(string file) => CsvText.Rows(file);

    private static double Number(string text) => CsvText.Number(text);
}
