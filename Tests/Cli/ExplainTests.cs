using System.Globalization;
using System.Text.RegularExpressions;
using FlowSim.Cli.Running;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Cli;

public sealed partial class ExplainTests
{
    private TemporaryFolder folder = null!;

    [OneTimeSetUp]
    public void RunTwoWards()
    {
        folder = new TemporaryFolder();
        var run = TypedCommand.Run("run", "baseline", "--system", "two-wards", "--replications", "3", "--out", Results);
        Assert.That(run.Exit, Is.Zero, run.Error);
    }

    [OneTimeTearDown]
    public void RemoveFolder() => folder.Dispose();

    private string Results => Path.Combine(folder.Path, "results");

    /// <summary>The system counts the delayed patients itself: those who hold a ward bed and wait for the unit.</summary>
    [Test]
    public void Who_holds_ward_beds_and_waits_are_the_delayed_patients()
    {
        var said = Number(HoldersLine(), Explain("delayed_beds"));
        Assert.That(said, Is.EqualTo(Mean("delayed_beds", "system", "")).Within(0.5).Percent);
    }

    [Test]
    public void What_is_in_use_is_what_the_results_say()
    {
        var (all, north, south) =
            (Mean("utilisation", "system", "ward-bed"), Mean("utilisation", "north", "ward-bed"), Mean("utilisation", "south", "ward-bed"));
        Assert.That(OneLine(Explain("delayed_beds")), Does.Contain(FormattableString.Invariant(
            $"Ward bed: {all:F0} % of what is open is in use (North Hospital {north:F0}, South Hospital {south:F0}).")));
    }

    [Test]
    public void The_wait_of_those_who_come_is_that_of_littles_law()
    {
        var perDay = File.ReadLines(Path.Combine(Results, "flows.csv")).Select(line => line.Split(','))
            .Where(cells => cells[1] == "2016/17" && cells[3] == "community").Sum(cells => double.Parse(cells[5], CultureInfo.InvariantCulture));
        var days = Mean("queue_length", "system", "community") / perDay;
        var length = days < 2 ? FormattableString.Invariant($"{days * 24:F1} h") : FormattableString.Invariant($"{days:F1} d");
        Assert.That(Explain("length_of_stay"), Does.Contain($"Community: {length} on average"));
    }

    [Test]
    public void Without_results_the_description_answers_and_says_so()
    {
        var typed = TypedCommand.Run("explain", "delayed_beds", "--system", "two-wards");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out, Does.Contain("Beds held by delayed patients (delayed_beds, beds; lower is better)").And.Contain("No results were looked at"));
        Assert.That(TypedCommand.Run("explain", "length_of_stay", "--system", "two-wards").Out, Does.Contain("Ward waits for ward bed."));
    }

    [Test]
    public void A_measure_of_the_county_is_explained_from_its_description()
    {
        var typed = TypedCommand.Run("explain", "four_hour_rate");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out, Does.Contain("Held against: 95 % (standard).").And.Contain("Assessment in resuscitation waits for resus"));
    }

    [TestCase("length_of_stay")]
    [TestCase("delayed_beds")]
    [TestCase("wait_mean")]
    public void It_is_a_screen_of_eighty_columns(string measure)
    {
        var lines = Explain(measure).TrimEnd('\n').Split('\n');
        Assert.That(lines.Max(line => line.Length), Is.LessThanOrEqualTo(80));
        Assert.That(lines, Has.Length.LessThanOrEqualTo(40));
    }

    [Test]
    public void An_unknown_measure_is_refused_with_the_near_one()
    {
        var typed = TypedCommand.Run("explain", "lenght_of_stay", "--system", "two-wards");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain("Did you mean \"length_of_stay\"?"));
    }

    [Test]
    public void A_scenario_of_a_file_is_explained_with_and_without_results_of_it()
    {
        var file = Path.Combine(folder.Path, "larger.yaml");
        File.WriteAllText(file, "title: Larger\nchanges:\n  - { add: pools.community-bed.capacity, by: 2 }\n");
        var without = TypedCommand.Run("explain", "length_of_stay", "--scenario", file, "--system", "two-wards");
        Assert.That(without.Exit, Is.Zero, without.Error);
        var results = Path.Combine(folder.Path, "of-a-file");
        var ran = TypedCommand.Run("compare", file, "--system", "two-wards", "--quick", "--replications", "2", "--days", "30", "--out", results, "--quiet");
        Assert.That(ran.Exit, Is.Zero, ran.Error);
        var byId = TypedCommand.Run("explain", "length_of_stay", results, "--scenario", "larger", "--system", "two-wards");
        Assert.That(byId.Exit, Is.Zero, byId.Error);
        Assert.That(TypedCommand.Run("explain", "length_of_stay", results, "--scenario", file, "--system", "two-wards").Out, Is.EqualTo(byId.Out));
        File.Delete(file);
        var gone = TypedCommand.Run("explain", "length_of_stay", results, "--scenario", "larger", "--system", "two-wards");
        Assert.That(gone.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(gone.Error, Does.Contain($"made from {file}, which is not here"));
    }

    [Test]
    public void A_change_that_was_typed_is_made_again()
    {
        var results = Path.Combine(folder.Path, "typed");
        var ran = TypedCommand.Run("compare", "--set", "pools.community-bed.capacity+=2", "--system", "two-wards", "--quick", "--replications", "2", "--days", "30",
            "--out", results, "--quiet");
        Assert.That(ran.Exit, Is.Zero, ran.Error);
        var id = FlowSim.Scenarios.Results.Reading.ResultReader.Read(results, _ => false).Run.Scenarios[1];
        var typed = TypedCommand.Run("explain", "length_of_stay", results, "--scenario", id, "--system", "two-wards");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
    }

    [Test]
    public void Results_of_another_system_are_refused()
    {
        var typed = TypedCommand.Run("explain", "wait_mean", Results, "--system", "stroke-unit");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain("results of the system two-wards, not of"));
    }

    private string Explain(string measure)
    {
        var typed = TypedCommand.Run("explain", measure, Results, "--system", "two-wards");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        return typed.Out;
    }

    private double Mean(string measure, string place, string group) => double.Parse(File.ReadLines(Path.Combine(Results, "summary.csv"))
        .Single(line => line.StartsWith($"baseline,2016/17,{measure},{place},{group},", StringComparison.Ordinal)).Split(',')[7], CultureInfo.InvariantCulture);

    private static string OneLine(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static double Number(Regex line, string text) => double.Parse(line.Match(text).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"About ([\d.]+) of 108 are\s+held")]
    private static partial Regex HoldersLine();
}
