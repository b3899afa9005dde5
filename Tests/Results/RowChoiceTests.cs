using FlowSim.Cli.Running;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results.Reading;

namespace FlowSim.Tests.Results;

/// <summary>Which rows the files of a run hold, and how much room they take.</summary>
public sealed class RowChoiceTests
{
    /// <summary>Of the county: three years of the baseline and two of each of six scenarios.</summary>
    private const int CountyYears = 3 + (6 * 2);

    /// <summary>All that was measured, of each of them.</summary>
    private const int CountyAll = 7;

    private const int CountyDifferences = 6 * 3;
    private const int CountyReplications = 6;
    private const int CountyDraws = 20;

    /// <summary>Rows with the interval of draws and nothing that is 0, as a whole run of the county writes them [B].</summary>
    private const int RowOfSummary = 128;
    private const int RowOfDifferences = 155;
    private const int RowOfTimeline = 70;

    /// <summary>Days of two years and hours of the week, of the series of each scenario [rows].</summary>
    private const int Timeline = 7 * ((18 * 730) + (4 * 168));

    /// <summary>Charts, page, flows, ledger, draws, system and what else does not grow with rows of measures [B].</summary>
    private const double Others = 5.3e6;

    private const double Most = 20e6;

    [Test]
    public void Months_and_distributions_are_written_where_they_are_asked_for()
    {
        using var system = new SmallSystem();
        system.Change("headline: [ wait_mean, utilisation ]", """
            measures:
              seen: { title: Seen, total: { entries: consult }, monthly: true }
              busy: { measure: occupancy_distribution, pools: [ward] }
            headline: [ seen ]
            """);
        system.Change("  doctor: { kind: staff, capacity: 2 }", "  doctor: { kind: staff, capacity: 2 }\n  ward: { kind: beds, capacity: 9 }");
        system.Change("starts: Mon 00:00, lasts: 30 d", "starts: 2017-04-01, lasts: 90 d");
        system.Change("staff: doctor, time", "place: ward, staff: doctor, time");
        var bare = Rows(system);
        var whole = Rows(system, "--months", "--distributions");
        Assert.That(bare["summary.csv"].Select(Period).Where(Periods.IsMonth), Is.Empty);
        Assert.That(whole["summary.csv"].Select(Period).Where(Periods.IsMonth), Is.Not.Empty);
        Assert.That(bare["summary.csv"].Select(Measure).Distinct(), Does.Contain("utilisation").And.Not.Contain("p_full").And.Not.Contain("wait_p95"));
        Assert.That(whole["summary.csv"].Select(Measure).Distinct(), Does.Contain("p_full").And.Contain("wait_p95"));
        Assert.That(bare["replications.csv"].Select(line => line.Split(',')[3]).Distinct(), Is.EqualTo(new[] { "seen" }));
        Assert.That(bare["differences.csv"].Select(Measure).Distinct(), Is.EqualTo(new[] { "seen" }));
        foreach (var (file, rows) in bare)
        {
            Assert.That(rows, Is.Not.Empty.And.SubsetOf(whole[file]), $"{file}: fewer rows, and these are the same");
        }
    }

    [Test]
    public void The_manifest_says_what_was_left_out()
    {
        using var system = new SmallSystem();
        Rows(system);
        Assert.That(File.ReadAllText(Path.Combine(system.Results, "manifest.json")).ReplaceLineEndings(""),
            Does.Match("\"left_out\": \\[ *\"months\", *\"distributions\", *\"beside-headline\" *\\]"));
        Rows(system, "--months", "--distributions");
        Assert.That(File.ReadAllText(Path.Combine(system.Results, "manifest.json")), Does.Contain("\"left_out\": []"));
    }

    [Test]
    public void A_system_without_headline_keeps_every_measure()
    {
        using var system = new SmallSystem();
        system.Change("headline: [ wait_mean, utilisation ]", "");
        var bare = Rows(system);
        Assert.That(bare["replications.csv"].Select(line => line.Split(',')[3]).Distinct(), Does.Contain("wait_p95").And.Contain("gave_up"));
        Assert.That(bare["differences.csv"].Select(Measure).Distinct(), Does.Contain("wait_p95").And.Contain("queue_length"));
    }

    [Test]
    public void Who_explores_what_was_left_out_is_told_how_to_get_it()
    {
        using var system = new SmallSystem();
        Rows(system);
        var typed = TypedCommand.Run("explore", system.Results, "--measure", "queue_length");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Error, Does.Contain("holds the headline measures").And.Contain("--distributions"));
        var plot = TypedCommand.Run("plot", system.Results, "--chart", "differences", "--measure", "queue_length");
        Assert.That(plot.Error, Does.Contain("--distributions"));
        Rows(system, "--distributions");
        Assert.That(TypedCommand.Run("explore", system.Results, "--measure", "queue_length").Exit, Is.Zero);
        Assert.That(TypedCommand.Run("plot", system.Results, "--chart", "differences", "--measure", "queue_length").Exit, Is.Zero);
    }

    [Test]
    public void Totals_stand_for_their_groups_and_groups_for_themselves_where_there_is_no_total()
    {
        var choice = new RowChoice { Headline = ["delays", "response"] };
        ResultKey[] keys =
        [
            new("2017/18", "delays", "system", ""), new("2017/18", "delays", "system", "A/nhs"), new("2017/18", "delays", "north", "A/nhs"),
            new("2017/18", "response", "system", "red"), new("2017-04", "delays", "system", ""), new("all", "others", "system", ""),
        ];
        Assert.That(keys.Where(choice.OfReplications(keys)), Is.EqualTo(new[] { keys[0], keys[2], keys[3] }));
        Assert.That(keys.Where(RowChoice.All.OfReplications(keys)), Is.EqualTo(keys));
    }

    [Test]
    public void Means_are_written_with_nine_digits_and_read_back_the_same()
    {
        using var written = new WrittenResults();
        var kept = RowChoice.All.Of(ResultReader.Read(written.Path));
        foreach (var value in kept.Summaries.SelectMany(row => new[] { row.Mean, row.Sd, row.Lower95, row.Upper95 }).Where(double.IsFinite))
        {
            var digits = value.ToString("R", System.Globalization.CultureInfo.InvariantCulture).TrimStart('-').Split('E')[0].Replace(".", "").TrimStart('0');
            Assert.That(digits.TrimEnd('0'), Has.Length.LessThanOrEqualTo(9), $"{value:R}");
        }

        Assert.That(RowChoice.All.Of(kept).Summaries, Is.EqualTo(kept.Summaries), "rounded once is rounded");
    }

    [Test]
    public void A_replication_of_a_small_system_takes_some_hundred_bytes()
    {
        using var system = new SmallSystem();
        Rows(system, "--replications", "2");
        var two = new FileInfo(Path.Combine(system.Results, "replications.csv")).Length;
        Rows(system, "--replications", "6");
        var six = new FileInfo(Path.Combine(system.Results, "replications.csv")).Length;
        Assert.That((six - two) / 4, Is.InRange(100, 400), "bytes a replication of two scenarios with two headline measures");
    }

    [Test]
    public void The_default_files_of_the_county_with_six_replications_stay_below_twenty_megabytes()
    {
        using var folder = new TemporaryFolder();
        var results = Path.Combine(folder.Path, "results");
        var typed = TypedCommand.Run("compare", "rural-hubs", "--quick", "--replications", "2", "--days", "2", "--warm-up", "1y", "--out", results, "--quiet");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        int Count(string file, Func<string, bool>? keeps = null) => File.ReadLines(Path.Combine(results, file)).Skip(1).Count(keeps ?? (_ => true));

        // The run has a year of the spin-up and one that was measured, the second for both scenarios.
        var replication = new FileInfo(Path.Combine(results, "replications.csv")).Length / (2 * 3);
        var replications = replication * (CountyYears + CountyAll) * CountyReplications;
        var draws = replication / 4 * (CountyYears + CountyAll) * CountyDraws;
        var declared = Count("summary.csv", line => GenericMeasures.Find(Measure(line)) is null) / 3;
        var summary = RowOfSummary * ((CountyYears * Count("summary.csv") / 3) + (CountyAll * declared));
        var differences = RowOfDifferences * Count("differences.csv") * CountyDifferences;
        var all = replications + draws + summary + differences + (RowOfTimeline * Timeline) + Others;
        TestContext.Out.WriteLine($"replications {replications:N0}, draws {draws:N0}, summary {summary:N0}, differences {differences:N0}, all {all:N0}");
        Assert.That(all, Is.InRange(Most / 2, Most));
    }

    private static Dictionary<string, List<string>> Rows(SmallSystem system, params string[] options)
    {
        var typed = TypedCommand.Run(["compare", "--system", system.Path, "--out", system.Results, "--force", "--quiet", .. options]);
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        return new[] { "replications.csv", "summary.csv", "differences.csv" }
            .ToDictionary(file => file, file => File.ReadLines(Path.Combine(system.Results, file)).Skip(1).ToList());
    }

    private static string Period(string line) => line.Split(',')[1];

    private static string Measure(string line) => line.Split(',')[2];
}
