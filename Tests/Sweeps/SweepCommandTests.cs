using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Sweeps;

/// <summary><c>sweep</c> and <c>sensitivity</c> on a ward with a spin-up.</summary>
public sealed class SweepCommandTests
{
    private const string Ward = """
        system: ward
        run: { starts: 2016-04-01, branch: 2017-04-01, lasts: 1 y, begin: empty, replications: 3 }
        pools: { bed: { kind: beds, title: Ward beds, capacity: { value: 4, range: 3 to 6, status: assumed } } }
        streams: { some: { title: Admissions, to: ward, rate: 0.8 per d } }
        stages: { ward: { title: Ward, place: bed, clock: spell, time: { value: exponential mean 4 d, range: 3 d to 5 d, status: assumed }, then: leave } }
        measures: { stay: { title: Length of stay, clock: spell, mean: true, unit: d }, full: { title: Beds in use, average: { occupied: bed }, unit: beds } }
        headline: [stay, full]
        scenarios: { fewer: { title: Fewer come, changes: [ { scale: streams.some.rate, by: 0.9, reason: tried } ] } }
        """;

    private const string Capacity = "pools.bed.capacity=4 to 8 step 2";
    private const string Rate = "streams.some.rate*=0.9, 1.1";

    [Test]
    public void A_design_gives_what_a_comparison_with_the_same_changes_gives()
    {
        using var folder = new TemporaryFolder();
        var system = System(folder);
        Done(Sweep(folder, system, "--factor", Capacity, "--factor", Rate));
        Done(TypedCommand.Run("compare", "--system", system, "--set", "pools.bed.capacity=6", "--set", "streams.some.rate*=1.1", "--replications", "4", "--draws", "0",
            "--out", folder["compare"], "--quiet"));
        var means = Rows(folder["sweep/sweep.csv"]);
        var differences = Rows(folder["compare/differences.csv"]);
        foreach (var measure in new[] { "stay", "full" })
        {
            var row = means.Single(one => one["measure"] == measure && one["pools.bed.capacity"] == "6" && one["streams.some.rate*"] == "1.1" && one["place"] == "system"
                && one["period"] == "2017/18" && one["group"].Length == 0);
            var compared = differences.Single(one => one["measure"] == measure && one["place"] == "system" && one["period"] == "2017/18" && one["group"].Length == 0);
            Assert.That((row["mean"], row["n"]), Is.EqualTo((compared["scenario_mean"], "4")));
            Assert.That((row["difference"], row["difference_lower95"], row["difference_upper95"]), Is.EqualTo((compared["mean"], compared["lower95"], compared["upper95"])));
        }
    }

    [Test]
    public void A_grid_has_every_combination_and_the_files_are_tidy()
    {
        using var folder = new TemporaryFolder();
        var printed = Done(Sweep(folder, System(folder), "--factor", Capacity, "--factor", Rate));
        var designs = Rows(folder["sweep/sweep-designs.csv"]);
        Assert.That(designs.Select(row => (row["design"], row["pools.bed.capacity"], row["streams.some.rate*"])), Is.EqualTo(new[]
        {
            ("1", "4", "0.9"), ("2", "4", "1.1"), ("3", "6", "0.9"), ("4", "6", "1.1"), ("5", "8", "0.9"), ("6", "8", "1.1"),
        }));
        var values = Rows(folder["sweep/sweep-replications.csv"]);
        Assert.That(values.Count(row => row["measure"] == "stay" && row["place"] == "system" && row["period"] == "2017/18"), Is.EqualTo(7 * 4), "as described, and six designs");
        Assert.That(values.Where(row => row["design"] == "0").Select(row => row["pools.bed.capacity"]), Is.All.Empty);
        Assert.That(Directory.GetFiles(folder["sweep/charts"]).Select(Path.GetFileName), Is.EquivalentTo(new[] { "heat-map-full.svg", "heat-map-stay.svg" }));
        Assert.That(printed.Out, Does.Contain("A: Ward beds: capacity").And.Contain("B: Admissions: rate, multiplied by").And.Contain("as it is").And.Contain("Beds in use: from"));
        Assert.That(printed.Out.Split('\n').Max(line => line.Length), Is.AtMost(80));
    }

    [Test]
    public void What_a_sweep_and_a_sensitivity_analysis_found_can_be_explored_and_is_no_result_of_scenarios()
    {
        using var folder = new TemporaryFolder();
        var system = System(folder);
        Done(Sweep(folder, system, "--factor", Capacity, "--factor", Rate));
        var explored = Done(TypedCommand.Run("explore", folder["sweep"], "--measure", "stay"));
        Assert.That(Names(explored), Is.EqualTo(new[] { "map-stay.png", "by-factor-stay-pools.bed.capacity.png", "by-factor-stay-streams.some.rate-.png" }));
        Assert.That(Lines(explored), Has.All.Exist);
        var svg = Done(TypedCommand.Run("explore", folder["sweep"], "--measure", "stay", "--format", "svg", "--out", folder["figures"]));
        var map = File.ReadAllText(Lines(svg)[0]);
        var means = Rows(folder["sweep/sweep.csv"])
            .Where(row => row["measure"] == "stay" && row["period"] == "2017/18" && row["place"] == "system" && row["design"] != "0")
            .Select(row => double.Parse(row["mean"]!, CultureInfo.InvariantCulture).ToString("F1", CultureInfo.InvariantCulture)).ToList();
        Assert.That(means, Has.Count.EqualTo(6).And.All.Matches<string>(mean => Regex.IsMatch(map, $@">\s*{Regex.Escape(mean!)}")));

        Done(TypedCommand.Run("sensitivity", "--system", system, "--trajectories", "4", "--out", folder["screened"], "--quiet"));
        Assert.That(Names(Done(TypedCommand.Run("explore", folder["screened"], "--measure", "full"))), Is.EqualTo(new[] { "indices-full.png", "together-full.png" }));

        foreach (var command in new[] { "plot", "report" })
        {
            var refused = TypedCommand.Run(command, folder["sweep"]);
            Assert.That((refused.Exit, refused.Error), Is.EqualTo((ExitCode.Usage,
                $"flowsim: {folder["sweep"]} holds a sweep, which has designs and no scenarios: 'flowsim explore {folder["sweep"]}' draws what it found; charts for documents are in {folder["sweep"]}/charts\n")));
        }

        Assert.That(TypedCommand.Run("explore", folder["sweep"], "--measure", "stya").Error, Does.Contain("Did you mean \"stay\"?"));
        Assert.That(TypedCommand.Run("explore", folder["sweep"], "--scenario", "fewer").Error, Does.Contain("has designs and no scenarios"));
        File.WriteAllText(folder["sweep/sweep.csv"], File.ReadAllText(folder["sweep/sweep.csv"]).Replace(",stay,", ",stay,\"", StringComparison.Ordinal));
        Assert.That(TypedCommand.Run("explore", folder["sweep"]).Error, Does.Contain("sweep.csv"));
    }

    [Test]
    public void One_factor_and_each_method_have_charts_for_documents()
    {
        using var folder = new TemporaryFolder();
        var system = System(folder);
        Done(Sweep(folder, system, "--factor", Capacity));
        Assert.That(Charts("sweep"), Is.EquivalentTo(new[] { "sweep-full.svg", "sweep-stay.svg" }));
        var curve = File.ReadAllText(folder["sweep/charts/sweep-full.svg"]);
        foreach (var row in Rows(folder["sweep/sweep.csv"]).Where(row => row["measure"] == "full" && row["period"] == "2017/18" && row["place"] == "system"))
        {
            Assert.That(curve, Does.Contain(double.Parse(row["mean"]!, CultureInfo.InvariantCulture).ToString("F1", CultureInfo.InvariantCulture)), row["design"]);
        }

        foreach (var (method, more, word) in new[]
        {
            ("morris", new[] { "--trajectories", "4" }, "over its whole range"), ("one-at-a-time", ["--replications", "3"], "at its low end"),
            ("regression", ["--points", "30"], "share of the variance"),
        })
        {
            Done(TypedCommand.Run(["sensitivity", "--system", system, "--method", method, .. more, "--out", folder[method], "--quiet"]));
            Assert.That(Charts(method), Is.EquivalentTo(new[] { "sensitivity-full.svg", "sensitivity-stay.svg" }), method);
            var chart = File.ReadAllText(folder[$"{method}/charts/sensitivity-full.svg"]);
            Assert.That(chart, Does.Contain(word), method);
            foreach (var factor in Rows(folder[$"{method}/sensitivity-indices.csv"]).Select(row => row["title"]!).Distinct())
            {
                Assert.That(chart, Does.Contain(factor), method);
            }
        }

        var scaled = Done(Sensitivity(folder, system, "--method", "one-at-a-time", "--replications", "2", "--factor", "streams.some.rate*=0.9 to 1.1", "--force"));
        Assert.That(scaled.Out, Does.Contain("(× 0.9 to 1.1)"));
        Assert.That(File.ReadAllText(folder["sensitivity/charts/sensitivity-full.svg"]), Does.Contain("× 0.9 to 1.1"));

        IEnumerable<string?> Charts(string of) => Directory.GetFiles(folder[$"{of}/charts"]).Select(Path.GetFileName);
    }

    [Test]
    public void The_number_of_threads_changes_no_byte()
    {
        using var folder = new TemporaryFolder();
        var system = System(folder);
        var texts = new[] { "1", "3" }.Select(threads =>
        {
            Done(Sweep(folder, system, "--factor", Capacity, "--threads", threads, "--force"));
            return File.ReadAllText(folder["sweep/sweep-replications.csv"]);
        }).ToList();
        Assert.That(texts[1], Is.EqualTo(texts[0]));
    }

    [Test]
    public void A_file_of_designs_is_run_again_as_it_was_written()
    {
        using var folder = new TemporaryFolder();
        var system = System(folder);
        Done(Sweep(folder, system, "--design", "latin", "--points", "5", "--factor", "streams.some.rate*=0.8 to 1.2", "--factor", "pools.bed.capacity+=0 to 4"));
        var first = File.ReadAllText(folder["sweep/sweep.csv"]);
        var designs = Rows(folder["sweep/sweep-designs.csv"]);
        Assert.That(designs.Select(row => (int)((Number(row["streams.some.rate*"]) - 0.8) / 0.08)),
            Is.EquivalentTo(new[] { 0, 1, 2, 3, 4 }), "each fifth of the range holds one");
        Assert.That(designs.Select(row => row["pools.bed.capacity+"]), Is.All.Matches<string>(text => int.TryParse(text, out _)), "half a bed can be added by nobody");
        File.Copy(folder["sweep/sweep-designs.csv"], folder["mine.csv"]);
        Done(Sweep(folder, system, "--design", folder["mine.csv"], "--force"));
        Assert.That(File.ReadAllText(folder["sweep/sweep.csv"]), Is.EqualTo(first));
    }

    [Test]
    public void A_design_that_makes_no_valid_system_is_left_out_and_told()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["mine.csv"], "pools.bed.capacity\n5\n-5\n6\n");
        var swept = Sweep(folder, System(folder), "--design", folder["mine.csv"]);
        Assert.That(swept.Exit, Is.Zero, swept.Error);
        Assert.That(swept.Error, Does.Contain("design 2 is left out").And.Contain("pools.bed.capacity"));
        Assert.That(Rows(folder["sweep/sweep.csv"]).Select(row => row["design"]).Distinct(), Is.EqualTo(new[] { "0", "1", "3" }));
    }

    [Test]
    public void Designs_can_be_added_to_a_scenario()
    {
        using var folder = new TemporaryFolder();
        var system = System(folder);
        Done(Sweep(folder, system, "--factor", "pools.bed.capacity=4, 5", "--on", "fewer"));
        var on = Rows(folder["sweep/sweep.csv"]);
        Done(Sweep(folder, system, "--factor", "streams.some.rate*=0.9, 1", "--force"));
        var typed = Rows(folder["sweep/sweep.csv"]);
        Assert.That(Mean(on, "0"), Is.EqualTo(Mean(typed, "1")), "the scenario by itself");
        Assert.That(Mean(on, "1"), Is.EqualTo(Mean(on, "0")), "4 beds are what there is");

        static string Mean(IReadOnlyList<Dictionary<string, string>> rows, string design) =>
            rows.Single(row => row["design"] == design && row["measure"] == "full" && row["place"] == "system" && row["period"] == "2017/18" && row["group"].Length == 0)["mean"];
    }

    [TestCase("--factor", "pools.bed.capacity", "PATH=LOW to HIGH")]
    [TestCase("--factor", "pools.bed.capacity=4", "two different ends")]
    [TestCase("--factor", "pools.bed.capacity=4 to 4", "two different ends")]
    [TestCase("--factor", "pools.bed.capacity=4 to 8 step 3", "a whole number")]
    [TestCase("--factor", "pools.bed.capacity=4 to 8 in 1", "2 to 1000 values")]
    [TestCase("--factor", "pools.bed.capacity=4, 4", "different values")]
    [TestCase("--factor", "pools.bed.size=4 to 8", "pools.bed.size")]
    [TestCase("--factor", "pools.bad.capacity=4 to 8", "bad")]
    [TestCase("--design", "nothing-here.csv", "a CSV file that exists")]
    [TestCase("--points", "4", "--points is for --design latin")]
    [TestCase("--on", "fever", "fewer")]
    [TestCase("--measures", "stays", "stay")]
    public void What_is_wrong_is_said_before_anything_is_run(string option, string value, string told)
    {
        using var folder = new TemporaryFolder();
        string[] others = option is "--factor" or "--design" ? [] : ["--factor", Capacity];
        var swept = Sweep(folder, System(folder), [option, value, .. others]);
        Assert.That(swept.Exit, Is.EqualTo(ExitCode.Usage).Or.EqualTo(ExitCode.InvalidInput));
        Assert.That(swept.Error, Does.Contain(told));
        Assert.That(Directory.Exists(folder["sweep"]), Is.False);
    }

    [Test]
    public void A_file_of_designs_says_where_it_is_wrong()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["mine.csv"], "pools.bed.capacity,streams.some.rate*\n5,\n");
        Assert.That(Sweep(folder, System(folder), "--design", folder["mine.csv"]).Error, Does.Contain("mine.csv:2").And.Contain("a value in every cell"));
    }

    [Test]
    public void An_interrupted_sweep_keeps_what_is_finished()
    {
        using var folder = new TemporaryFolder();
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        var swept = TypedCommand.Run(80, interrupt.Token, "sweep", "--system", System(folder), "--factor", Capacity, "--out", folder["sweep"]);
        Assert.That(swept.Exit, Is.EqualTo(ExitCode.Interrupted));
    }

    [Test]
    public void Morris_finds_what_matters_among_numbers_with_a_range()
    {
        using var folder = new TemporaryFolder();
        var printed = Done(Sensitivity(folder, System(folder), "--trajectories", "6"));
        Assert.That(printed.Out, Does.Contain("Ward: time (3 d to 5 d)").And.Contain("Ward beds: capacity (3 to 6)"));
        var rows = Rows(folder["sensitivity/sensitivity-indices.csv"]).Where(row => row["measure"] == "full" && row["place"] == "system" && row["period"] == "2017/18").ToList();
        Assert.That(rows.Select(row => (row["factor"], row["index"])), Is.EquivalentTo(
            new[] { "pools.bed.capacity", "stages.ward.time" }.SelectMany(factor => new[] { "mu", "mu_star", "sigma" }.Select(index => (factor, index)))));
        Assert.That(rows.Where(row => row["index"] == "mu").Select(row => Number(row["value"])), Is.All.Positive,
            "more beds and longer stays: more beds in use");
        Assert.That(rows.Select(row => row["n"]), Is.All.EqualTo("6"));
    }

    [Test]
    public void At_the_ends_one_by_one_the_others_are_as_described()
    {
        using var folder = new TemporaryFolder();
        var system = System(folder);
        Done(Sensitivity(folder, system, "--method", "one-at-a-time", "--replications", "4"));
        var rows = Rows(folder["sensitivity/sensitivity-indices.csv"]);
        Done(Sweep(folder, system, "--factor", "pools.bed.capacity=3, 6"));
        var swept = Rows(folder["sweep/sweep.csv"]);
        foreach (var (index, design) in new[] { ("at_low", "1"), ("at_high", "2") })
        {
            Assert.That(Number(Of(rows).Single(row => row["factor"] == "pools.bed.capacity" && row["index"] == index)["value"]),
                Is.EqualTo(Number(Of(swept).Single(row => row["design"] == design)["difference"])).Within(1e-8));
        }

        static IEnumerable<Dictionary<string, string>> Of(IReadOnlyList<Dictionary<string, string>> rows) =>
            rows.Where(row => row["measure"] == "full" && row["place"] == "system" && row["period"] == "2017/18" && row["group"].Length == 0);
    }

    [Test]
    public void Regression_tells_the_shares_of_the_variance_as_json_too()
    {
        using var folder = new TemporaryFolder();
        var printed = Done(Sensitivity(folder, System(folder), "--method", "regression", "--points", "60", "--factor", "stages.ward.time*=0.5 to 1.5", "--factor",
            "pools.bed.capacity=30, 31", "--json"));
        using var json = JsonDocument.Parse(printed.Out);
        var shares = json.RootElement.EnumerateArray().Where(row => row.GetProperty("measure").GetString() == "full" && row.GetProperty("place").GetString() == "system"
            && row.GetProperty("period").GetString() == "2017/18").ToDictionary(row => row.GetProperty("factor").GetString()!, row => row.GetProperty("value").GetDouble());
        Assert.That(shares["stages.ward.time*"], Is.GreaterThan(0.6), "beds are never short: the number in use goes with the stay");
        Assert.That(shares["pools.bed.capacity"], Is.LessThan(0.2));
    }

    [TestCase("--method", "sobol", "morris")]
    [TestCase("--points", "40", "--points is for --method regression")]
    [TestCase("--path", "nothing-like-it", "comes with a range")]
    public void What_is_wrong_with_a_sensitivity_is_said(string option, string value, string told)
    {
        using var folder = new TemporaryFolder();
        var tried = Sensitivity(folder, System(folder), option, value);
        Assert.That(tried.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(tried.Error, Does.Contain(told));
    }

    private static string[] Lines(TypedCommand typed) => typed.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string?> Names(TypedCommand typed) => Lines(typed).Select(Path.GetFileName);

    private static string System(TemporaryFolder folder)
    {
        File.WriteAllText(folder["ward.yaml"], Ward);
        return folder["ward.yaml"];
    }

    private static TypedCommand Sweep(TemporaryFolder folder, string system, params string[] more) =>
        TypedCommand.Run(["sweep", "--system", system, "--replications", "4", "--out", folder["sweep"], .. more]);

    private static TypedCommand Sensitivity(TemporaryFolder folder, string system, params string[] more) =>
        TypedCommand.Run(["sensitivity", "--system", system, "--out", folder["sensitivity"], "--quiet", .. more]);

    private static double Number(string text) => double.Parse(text, global::System.Globalization.CultureInfo.InvariantCulture);

    private static TypedCommand Done(TypedCommand typed)
    {
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        return typed;
    }

    private static IReadOnlyList<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(file);
        var heads = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => heads.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }
}
